"""A begeleider's people in the order of need; the list is read with the same few queries, however long."""

import datetime as dt
from collections.abc import Collection, Sequence

from bot.domain.dossier import Dossier
from bot.domain.errors import NotYours
from bot.domain.folding import fold
from bot.domain.history import Event, What, Who
from bot.domain.hours import Book
from bot.domain.ids import BegeleiderId, NewcomerId
from bot.domain.need import InNeed, findings_of
from bot.domain.people import Account, Newcomer
from bot.domain.progress import Progress
from bot.domain.question import Question
from bot.domain.stand_in import StandIn
from bot.services.dossiers import Dossiers, only_owner
from bot.services.ports import Work
from bot.services.surroundings import Surroundings


class Caseload:
    """What the begeleider's view shows, and who somebody is; hours and terms change elsewhere."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._dossiers = Dossiers(work, now, surroundings)

    @property
    def today(self) -> dt.date:
        """The day in the bot's time zone."""
        return self._dossiers.today

    async def people(self, account: Account, *, whose: BegeleiderId | None = None) -> list[InNeed]:
        """A begeleider's own people and those they stand in for today, the most pressing first.

        Args:
            account: The begeleider's.
            whose: Only the people of this begeleider, who may be a colleague on leave.

        Raises:
            NotYours: The account is no begeleider's, or they do not stand in for that colleague today.
        """
        open_ones = [n for n in await self._newcomers(account, whose) if not n.is_closed]
        return await self._in_need(open_ones)

    async def named(self, account: Account, typed: str) -> list[Newcomer]:
        """Who of a begeleider's people has this name, first name or reference; the open dossiers first.

        Raises:
            NotYours: The account is no begeleider's.
        """
        wanted = fold(typed)
        found = [
            newcomer
            for newcomer in await self._newcomers(account, None)
            if wanted and (wanted == fold(newcomer.reference or "") or _is_called(newcomer, wanted))
        ]
        return sorted(found, key=lambda newcomer: newcomer.is_closed)

    async def of_begeleider(self, begeleider_id: BegeleiderId) -> list[InNeed]:
        """The open dossiers of one begeleider, for work that nobody pressed a button for."""
        newcomers = await self._work.people.guided_by([begeleider_id])
        return await self._in_need([newcomer for newcomer in newcomers if not newcomer.is_closed])

    async def closed(self, account: Account) -> list[Newcomer]:
        """The closed dossiers of a begeleider, the last closed first.

        Raises:
            NotYours: The account is no begeleider's.
        """
        found = [newcomer for newcomer in await self._newcomers(account, None) if newcomer.is_closed]
        return sorted(found, key=lambda newcomer: newcomer.closed_on or dt.date.min, reverse=True)

    async def standing_in_for(self, account: Account) -> Sequence[StandIn]:
        """For whom this begeleider stands in today."""
        return await self._work.stand_ins.by(account.as_begeleider(), on=self.today)

    async def own_books(self, account: Account) -> list[tuple[Newcomer, Book]]:
        """A begeleider's own people with all their hours, by name; for the list to retype.

        Raises:
            NotYours: The account is no begeleider's.
        """
        newcomers = await self._work.people.guided_by([account.as_begeleider()])
        books = await self._work.hours.books([newcomer.id for newcomer in newcomers])
        return [(newcomer, books[newcomer.id]) for newcomer in newcomers]

    async def open_questions(self, newcomer_id: NewcomerId) -> Sequence[Question]:
        """What a newcomer waits for an answer to, oldest first."""
        return await self._work.questions.open_about(newcomer_id)

    async def names(self, begeleider_ids: Collection[int | None]) -> dict[int, str]:
        """The names of begeleiders by id; who is gone is left out."""
        found = [
            await self._work.people.begeleider(BegeleiderId(begeleider_id))
            for begeleider_id in sorted({i for i in begeleider_ids if i is not None})
        ]
        return {begeleider.id: begeleider.name for begeleider in found if begeleider is not None}

    async def names_in(self, events: Collection[Event]) -> dict[int, str]:
        """The names of the begeleiders whom a history speaks of, by id."""
        acted = {event.by.id for event in events if event.by.who is Who.BEGELEIDER}
        handed = {event.facts.get(side) for event in events for side in ("from", "to")}
        return await self.names(acted | {i for i in handed if isinstance(i, int)})

    async def identify(self, dossier: Dossier, **changes: str | None) -> Dossier:
        """Put right who somebody is; the same again changes nothing.

        The history tells what was changed, never from what to what.

        Args:
            dossier: Whose.
            changes: Of `name`, `reference` and `language`, those that change.

        Raises:
            NotYours, DossierClosed: As with `only_owner`.
        """
        only_owner(dossier)
        other = {key: value for key, value in changes.items() if getattr(dossier.newcomer, key) != value}
        if not other:
            return dossier
        await self._work.people.change_newcomer(dossier.id, **other)
        facts = {"changed": list(other)}
        await self._work.history.add(dossier.id, What.IDENTIFIED, by=dossier.actor, at=self._now, facts=facts)
        return await self._dossiers.again(dossier)

    async def _newcomers(self, account: Account, whose: BegeleiderId | None) -> list[Newcomer]:
        mine = {stand_in.begeleider_id for stand_in in await self.standing_in_for(account)}
        assert account.begeleider_id is not None
        mine.add(account.begeleider_id)
        if whose is not None and whose not in mine:
            raise NotYours
        return list(await self._work.people.guided_by([whose] if whose is not None else mine))

    async def _in_need(self, newcomers: Sequence[Newcomer]) -> list[InNeed]:
        ids = [newcomer.id for newcomer in newcomers]
        books = await self._work.hours.books(ids)
        own = await self._work.history.last_own(ids)
        asked = await self._work.questions.asked_by(ids)
        people = []
        for newcomer in newcomers:
            open_questions, last_asked = asked.get(newcomer.id, (0, None))
            book = books[newcomer.id]
            progress = Progress(contract=newcomer.contract, sums=book.sums, today=self.today)
            moments = (own.get(newcomer.id), last_asked, newcomer.added_at)
            signs = [moment for moment in moments if moment is not None]
            people.append(
                InNeed(
                    newcomer=newcomer,
                    progress=progress,
                    open_questions=open_questions,
                    findings=findings_of(book, newcomer.contract, self._now),
                    silent_days=(self._now - max(signs)).days if signs else None,
                )
            )
        return sorted(people, key=lambda person: person.order)


def _is_called(newcomer: Newcomer, wanted: str) -> bool:
    """Are these the first words of the name, or all of them?"""
    words = wanted.split()
    return fold(newcomer.name).split()[: len(words)] == words
