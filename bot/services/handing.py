"""Handing newcomers over to a colleague: what they still wait for goes along."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.errors import ColleagueUnknown, NewcomerUnknown, NotYours
from bot.domain.history import Actor, What, Who
from bot.domain.ids import BegeleiderId, NewcomerId
from bot.domain.people import Account, Begeleider, Newcomer
from bot.domain.question import Question, QuestionState
from bot.domain.stand_in import StandIn
from bot.services.ports import Work
from bot.services.questions import Questions
from bot.services.readers import Readers
from bot.services.surroundings import Surroundings

AT_ONCE = 25
"""So many people are handed over in one unit of work, so that nobody waits long for it."""


@dataclass(frozen=True, kw_only=True)
class HandedOver:
    """A newcomer whom somebody else guides from now on."""

    newcomer: Newcomer
    former: Begeleider | None
    begeleider: Begeleider
    questions: tuple[tuple[Question, Question], ...] = ()
    """What is still open, each as it was and as it is."""


class Handing:
    """From one begeleider to another, one newcomer or all of them."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._questions = Questions(work, now, surroundings)
        self._readers = Readers(work, now, surroundings)

    async def colleagues(self, account: Account) -> list[Begeleider]:
        """The other begeleiders whom the bot can reach, by name.

        Raises:
            NotYours: It is no begeleider's account.
        """
        own_id = account.as_begeleider()
        everybody = await self._work.people.colleagues()
        return [one for one in everybody if one.id != own_id and one.phone is not None]

    async def colleague(self, colleague_id: int, *, of: Account) -> Begeleider:
        """One of those.

        Raises:
            ColleagueUnknown: There is no such colleague with a phone.
        """
        found = await self._work.people.begeleider(BegeleiderId(colleague_id))
        if found is None or found.id == of.begeleider_id or found.phone is None:
            raise ColleagueUnknown
        return found

    async def own(self, newcomer_id: int, *, by: Account) -> Newcomer:
        """A newcomer whom this begeleider guides; who only stands in hands nobody over. Locked.

        Raises:
            NewcomerUnknown: There is no such newcomer any more.
            NotYours: Somebody else guides them.
        """
        own_id = by.as_begeleider()
        newcomer = await self._work.people.lock_newcomer(NewcomerId(newcomer_id))
        if newcomer is None:
            raise NewcomerUnknown
        if newcomer.begeleider_id != own_id:
            raise NotYours
        return newcomer

    async def hand(self, newcomer_id: int, colleague_id: int, *, by: Account) -> HandedOver:
        """Let a colleague guide this newcomer from now on.

        Raises:
            NewcomerUnknown, NotYours, ColleagueUnknown: As with `own` and `colleague`.
        """
        newcomer = await self.own(newcomer_id, by=by)
        colleague = await self.colleague(colleague_id, of=by)
        return await self.move(newcomer, colleague, by=Actor(Who.BEGELEIDER, by.begeleider_id))

    async def move(self, newcomer: Newcomer, to: Begeleider, *, by: Actor) -> HandedOver:
        """Change who guides a newcomer, for whoever was allowed to and holds the newcomer's lock.

        Raises:
            ColleagueUnknown: The new begeleider was erased at this very moment.
        """
        await self._work.people.lock_begeleider(to.id)
        if await self._work.people.begeleider(to.id) is None:
            raise ColleagueUnknown
        former = await self._work.people.begeleider(newcomer.begeleider_id)
        await self._work.people.hand_newcomer(newcomer.id, to.id)
        await self._hand_wishes(newcomer, former, to)
        facts = {"from": newcomer.begeleider_id, "to": to.id}
        await self._work.history.add(newcomer.id, What.HANDED_OVER, by=by, at=self._now, facts=facts)
        waiting = await self._work.questions.open_about(newcomer.id)
        now = await self._work.people.newcomer(newcomer.id)
        return HandedOver(
            newcomer=now or newcomer,
            former=former,
            begeleider=to,
            questions=tuple([(one, await self._hand_question(one, to)) for one in waiting]),
        )

    async def _hand_wishes(self, newcomer: Newcomer, former: Begeleider | None, to: Begeleider) -> None:
        """What the former one kept for them stays when that one is erased."""
        if former is not None and former.account is not None and to.account is not None:
            await self._work.wishes.move_to(to.account.id, newcomer_id=newcomer.id, kept_by=former.account.id)

    async def _hand_question(self, question: Question, to: Begeleider) -> Question:
        reader = await self._readers.of_begeleider(to) or self._readers.team(to.name)
        if reader is not None:
            return await self._questions.hand_to(question, reader)
        await self._work.questions.hand_to(question.id, to.id)
        await self._work.questions.promise_nothing(question.id)
        return await self._questions.get(question.id) or question

    async def some(
        self, begeleider_id: BegeleiderId, to: Begeleider, *, by: Actor, limit: int = AT_ONCE
    ) -> list[HandedOver]:
        """Hand over the next of somebody's people; none when everybody was."""
        await self._work.people.lock_begeleider(begeleider_id)
        theirs = (await self._work.people.newcomers_of(begeleider_id))[:limit]
        moved = []
        for one in sorted(theirs, key=lambda newcomer: newcomer.id):
            newcomer = await self._work.people.lock_newcomer(one.id)
            if newcomer is not None and newcomer.begeleider_id == begeleider_id:
                moved.append(await self.move(newcomer, to, by=by))
        return moved

    async def rest(self, begeleider_id: BegeleiderId, to: Begeleider) -> Sequence[tuple[Question, Question]]:
        """Hand over the open questions of people who are in nobody's care any more."""
        waiting = await self._work.questions.of_begeleider(begeleider_id, QuestionState.OPEN)
        return [(one, await self._hand_question(one, to)) for one in waiting]

    async def leave_for_good(self, begeleider_id: BegeleiderId) -> Sequence[StandIn]:
        """A begeleider whose people were handed over uses the bot no longer, and stands in for nobody.

        Returns:
            The leaves of colleagues who counted on them today or later.
        """
        await self._work.people.unlink_begeleider(begeleider_id)
        yesterday = self._readers.today - dt.timedelta(days=1)
        await self._work.stand_ins.end(begeleider_id, after=yesterday)
        return await self._work.stand_ins.end_by(begeleider_id, after=yesterday)
