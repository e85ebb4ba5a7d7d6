"""Who reads a question, when they work, and by which day they answer."""

import datetime as dt

from bot.domain.errors import QuestionUnknown
from bot.domain.ids import ChatId
from bot.domain.people import Account, Begeleider
from bot.domain.question import Question
from bot.domain.reader import Reader, reader_of
from bot.services.ports import Work
from bot.services.surroundings import Surroundings


class Readers:
    """Begeleiders who can be reached, and the team that reads instead."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._around = surroundings

    async def for_account(self, account: Account) -> Reader | None:
        """Who would read a question of this person now; None when nobody can be reached."""
        begeleider = await self._begeleider_of(account)
        return reader_of(begeleider) or self.team(begeleider.name if begeleider else None)

    async def begeleider_name(self, account: Account) -> str | None:
        """The name of this person's begeleider, reachable or not."""
        begeleider = await self._begeleider_of(account)
        return begeleider.name if begeleider else None

    async def of_question(self, question: Question) -> Reader | None:
        """Who reads this question now; None when they cannot be reached."""
        if question.begeleider_id is None:
            return self.team()
        return reader_of(await self._work.people.begeleider(question.begeleider_id))

    async def name_of(self, question: Question) -> str | None:
        """The name of the begeleider who reads this question; None for the team."""
        if question.begeleider_id is None:
            return None
        begeleider = await self._work.people.begeleider(question.begeleider_id)
        return begeleider.name if begeleider else None

    async def _begeleider_of(self, account: Account) -> Begeleider | None:
        for newcomer_id in account.newcomer_ids:
            if begeleider := await self._work.people.begeleider_of(newcomer_id):
                return begeleider
        return None

    def team(self, stands_in_for: str | None = None) -> Reader | None:
        """The team in its fallback chat; None when that is not set."""
        chat = self._around.fallback_chat
        return None if chat is None else Reader(chat_id=ChatId(chat), stands_in_for=stands_in_for)

    async def asker(self, question: Question) -> Account:
        """Who asked, named as their begeleider knows them."""
        account = await self._work.accounts.get(question.account_id)
        if account is None:
            raise QuestionUnknown
        return account

    async def asker_name(self, account: Account) -> str:
        """The name the begeleider gave when inviting; otherwise the one Telegram shows."""
        if account.newcomer_id is None:
            return account.name
        newcomer = await self._work.people.newcomer(account.newcomer_id)
        return newcomer.name if newcomer else account.name

    def answer_by(self, reader: Reader) -> dt.date:
        """The working day by which what is asked now is answered."""
        return reader.hours.answer_by(self._now, self._around.zone, self._around.is_holiday)

    def overdue_at(self, question: Question, reader: Reader) -> dt.datetime:
        """The end (UTC) of the working day by which it should be answered."""
        day = question.answer_by or self.answer_by(reader)
        return dt.datetime.combine(day, reader.hours.end, self._around.zone).astimezone(dt.UTC)

    def is_at_work(self, reader: Reader) -> bool:
        """Is this a moment at which the reader works?"""
        return reader.hours.are_now(self._now, self._around.zone, self._around.is_holiday)

    def next_morning(self, reader: Reader) -> dt.datetime:
        """When the reader starts the next working day (UTC)."""
        return reader.hours.next_begin(self._now, self._around.zone, self._around.is_holiday)
