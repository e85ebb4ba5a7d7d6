"""Who reads a question, when they work, and by which day they answer."""

import datetime as dt
from dataclasses import replace

from bot.domain.day_plan import moment
from bot.domain.errors import QuestionUnknown, SayWho
from bot.domain.ids import BegeleiderId, ChatId, NewcomerId
from bot.domain.people import Account, Begeleider
from bot.domain.question import Question, QuestionPart
from bot.domain.reader import Reader, reader_of, standing_in
from bot.services.dossiers import Dossiers
from bot.services.ports import Work
from bot.services.surroundings import Surroundings


class Readers:
    """Begeleiders who can be reached, colleagues who stand in, and the team that reads instead."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._around = surroundings
        self._dossiers = Dossiers(work, now, surroundings)

    def speaker(self, account: Account) -> NewcomerId | None:
        """For which newcomer this phone asks now; None for somebody whom nobody guides.

        Raises:
            SayWho: The phone serves several newcomers, who choose by name first.
        """
        newcomer_id = self._dossiers.speaker(account)
        if newcomer_id is None and account.newcomer_ids:
            raise SayWho
        return newcomer_id

    async def for_account(self, account: Account) -> Reader | None:
        """Who would read a question of who speaks on this phone; None when nobody can be reached.

        Raises:
            SayWho: The phone serves several newcomers, who choose by name first.
        """
        return await self.for_newcomer(self.speaker(account))

    async def for_newcomer(self, newcomer_id: NewcomerId | None) -> Reader | None:
        """Who would read a question of this newcomer, or of somebody whom nobody guides."""
        begeleider = None
        if newcomer_id is not None:
            begeleider = await self._work.people.begeleider_of(newcomer_id)
        return await self.of_begeleider(begeleider) or self.team(begeleider.name if begeleider else None)

    async def for_anybody_on(self, account: Account) -> Reader | None:
        """Who would read it, to be named before it is known which newcomer of a shared phone asks."""
        newcomer_id = self._dossiers.speaker(account)
        if newcomer_id is not None or not account.newcomer_ids:
            return await self.for_newcomer(newcomer_id)
        found = [await self.for_newcomer(one) for one in account.newcomer_ids]
        readers = [reader for reader in found if reader is not None]
        names = dict.fromkeys(reader.name for reader in readers if reader.name)
        return replace(readers[0], name=" / ".join(names) or None, on_leave=None) if readers else None

    async def begeleider_name(self, account: Account) -> str | None:
        """The name of the begeleider of who speaks on this phone, reachable or not."""
        return await self.guide_name(self._dossiers.speaker(account))

    async def guide_name(self, newcomer_id: NewcomerId | None) -> str | None:
        """The name of this newcomer's begeleider, reachable or not."""
        begeleider = None if newcomer_id is None else await self._work.people.begeleider_of(newcomer_id)
        return begeleider.name if begeleider else None

    async def of_question(self, question: Question) -> Reader | None:
        """Who reads this question now; None when they cannot be reached."""
        if question.begeleider_id is None:
            return self.team()
        return await self.of_begeleider(await self._work.people.begeleider(question.begeleider_id))

    async def of_begeleider(self, begeleider: Begeleider | None) -> Reader | None:
        """The begeleider, or who stands in today; None when neither can be reached."""
        if begeleider is None:
            return None
        for stand_in in reversed(await self._work.stand_ins.of(begeleider.id, on_or_after=self.today)):
            if stand_in.holds(self.today):
                colleague = await self._work.people.begeleider(stand_in.colleague_id)
                if (reader := standing_in(colleague, instead_of=begeleider)) is not None:
                    return reader
        return reader_of(begeleider)

    async def desks_of(self, question: Question) -> list[ChatId]:
        """Every chat in which the question's card may stand today: its reader's, and the begeleider's own."""
        readers = [await self.of_question(question)]
        if readers[0] is not None and readers[0].on_leave and question.begeleider_id is not None:
            readers.append(reader_of(await self._work.people.begeleider(question.begeleider_id)))
        return [reader.chat_id for reader in readers if reader is not None]

    async def live_desks_of(self, question: Question) -> list[ChatId]:
        """Where the card is drawn anew: in its reader's chat, and in the begeleider's own once they answered.

        The begeleider may answer during leave, too. Until they do, the card in their chat that says that
        somebody else reads the question stays so.
        """
        desks = await self.desks_of(question)
        answered = {part.by_begeleider_id for part in question.parts_since_asked}
        return desks if question.begeleider_id in answered else desks[:1]

    async def name_of(self, question: Question) -> str | None:
        """The name of who reads this question, reachable or not; None for the team."""
        if question.begeleider_id is None:
            return None
        reader = await self.of_question(question)
        return reader.name if reader else await self._name(question.begeleider_id)

    async def writer_of(self, part: QuestionPart) -> str | None:
        """The name of the begeleider who gave this answer; None for the team."""
        return None if part.by_begeleider_id is None else await self._name(part.by_begeleider_id)

    async def _name(self, begeleider_id: BegeleiderId) -> str | None:
        begeleider = await self._work.people.begeleider(begeleider_id)
        return begeleider.name if begeleider else None

    def team(self, stands_in_for: str | None = None) -> Reader | None:
        """The team in its fallback chat; None when that is not set."""
        chat = self._around.fallback_chat
        return None if chat is None else Reader(chat_id=ChatId(chat), stands_in_for=stands_in_for)

    async def asker(self, question: Question) -> Account:
        """The phone from which it was asked."""
        account = await self._work.accounts.get(question.account_id)
        if account is None:
            raise QuestionUnknown
        return account

    async def asker_name(self, question: Question) -> str:
        """The name the begeleider gave to who asked; otherwise the one Telegram shows."""
        if question.newcomer_id is not None:
            newcomer = await self._work.people.newcomer(question.newcomer_id)
            if newcomer is not None:
                return newcomer.name
        return (await self.asker(question)).name

    def answer_by(self, reader: Reader) -> dt.date:
        """The working day by which what is asked now is answered."""
        return reader.hours.answer_by(self._now, self._around.zone, self._around.is_holiday)

    def overdue_at(self, question: Question, reader: Reader) -> dt.datetime:
        """The end (UTC) of the working day by which it should be answered."""
        day = question.answer_by or self.answer_by(reader)
        return moment(day, reader.hours.end, self._around.zone)

    def is_at_work(self, reader: Reader) -> bool:
        """Is this a moment at which the reader works?"""
        return reader.hours.are_now(self._now, self._around.zone, self._around.is_holiday)

    def next_morning(self, reader: Reader) -> dt.datetime:
        """When the reader starts the next working day (UTC)."""
        return reader.hours.next_begin(self._now, self._around.zone, self._around.is_holiday)

    @property
    def today(self) -> dt.date:
        """The day in the bot's time zone."""
        return self._dossiers.today
