"""Leave: a colleague sees a begeleider's people and answers their questions for some days."""

import datetime as dt
from collections.abc import Sequence

from bot.domain.day_plan import moment
from bot.domain.errors import LeaveImpossible
from bot.domain.ids import BegeleiderId
from bot.domain.people import Account, Begeleider
from bot.domain.question import Question, QuestionState
from bot.domain.stand_in import StandIn
from bot.services.handing import Handing
from bot.services.ports import Work
from bot.services.readers import Readers
from bot.services.surroundings import Surroundings

LONGEST_DAYS = 366


class Leaves:
    """Who is away when, and who stands in."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._around = surroundings
        self._handing = Handing(work, now, surroundings)
        self._readers = Readers(work, now, surroundings)

    @property
    def today(self) -> dt.date:
        """The day in the bot's time zone."""
        return self._readers.today

    async def of(self, account: Account) -> Sequence[StandIn]:
        """The begeleider's own leave, now and later.

        Raises:
            NotYours: It is no begeleider's account.
        """
        return await self._work.stand_ins.of(account.as_begeleider(), on_or_after=self.today)

    async def begin(
        self, account: Account, colleague_id: int, first_day: dt.date, last_day: dt.date
    ) -> tuple[StandIn, Begeleider]:
        """Let a colleague stand in from one day to another; what was planned for these days makes way.

        Returns:
            The leave, and the colleague.

        Raises:
            LeaveImpossible: It begins in the past, ends before it begins, or takes over a year.
            ColleagueUnknown: There is no such colleague with a phone.
            NotYours: It is no begeleider's account.
        """
        begeleider_id = account.as_begeleider()
        if first_day < self.today or not 0 <= (last_day - first_day).days < LONGEST_DAYS:
            raise LeaveImpossible
        colleague = await self._handing.colleague(colleague_id, of=account)
        await self._work.people.lock_begeleider(begeleider_id)
        later = [one for one in await self.of(account) if one.first_day > last_day]
        await self._work.stand_ins.end(begeleider_id, after=first_day - dt.timedelta(days=1))
        for one in later:
            await self._work.stand_ins.add(one)
        leave = StandIn(
            begeleider_id=begeleider_id, colleague_id=colleague.id, first_day=first_day, last_day=last_day
        )
        await self._work.stand_ins.add(leave)
        return leave, colleague

    async def end(self, account: Account) -> Sequence[StandIn]:
        """The begeleider is back, or goes nowhere; gives back the leave that ended.

        Whoever comes back from one leave keeps the next.
        """
        begeleider_id = account.as_begeleider()
        await self._work.people.lock_begeleider(begeleider_id)
        planned = await self.of(account)
        ended = [leave for leave in planned if leave.holds(self.today)] or planned
        await self._work.stand_ins.end(begeleider_id, after=self.today - dt.timedelta(days=1))
        for leave in planned:
            if leave not in ended:
                await self._work.stand_ins.add(leave)
        return ended

    async def is_away(self, begeleider_id: BegeleiderId) -> bool:
        """Does a colleague whom the bot can reach stand in for this begeleider today?"""
        reader = await self._readers.of_begeleider(await self._work.people.begeleider(begeleider_id))
        return reader is not None and reader.on_leave is not None

    async def is_so(self, leave: StandIn) -> bool:
        """Is this leave still as it was planned? It may have been ended, or changed."""
        kept = await self._work.stand_ins.of(leave.begeleider_id, on_or_after=leave.last_day)
        return leave in kept

    async def questions(self, begeleider_id: BegeleiderId) -> Sequence[Question]:
        """What waits for an answer of this begeleider, whoever reads it today."""
        return await self._work.questions.of_begeleider(begeleider_id, QuestionState.OPEN)

    def turns_at(self, day: dt.date) -> dt.datetime:
        """The moment (UTC) at which a day begins."""
        return moment(day, dt.time(), self._around.zone)
