"""A begeleider's own working days and hours."""

import datetime as dt
from dataclasses import replace

from bot.domain.errors import NotYours
from bot.domain.people import Account, phone_number
from bot.domain.working_hours import WorkingHours
from bot.services.ports import Work
from bot.services.surroundings import Surroundings


class WorkingWeeks:
    """Shows and changes when a begeleider works; every change is kept at once."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self._work = work
        self._now = now
        self._around = surroundings

    async def of(self, account: Account) -> WorkingHours:
        """The working days and hours of the begeleider behind this account.

        Raises:
            NotYours: It is no begeleider's account.
        """
        begeleider = await self._work.people.begeleider(account.as_begeleider())
        if begeleider is None:
            raise NotYours
        return begeleider.hours

    async def toggle_day(self, account: Account, day: int) -> WorkingHours | None:
        """Work on this day (Monday 0) from now on, or no longer; None for a week without a day."""
        hours = await self.of(account)
        return await self._set(account, hours, days=hours.days ^ {day})

    async def set_begin(self, account: Account, begin: dt.time) -> WorkingHours | None:
        """Begin at this time; None when the day would end before it begins."""
        return await self._set(account, await self.of(account), begin=begin)

    async def set_end(self, account: Account, end: dt.time) -> WorkingHours | None:
        """End at this time; None when the day would end before it begins."""
        return await self._set(account, await self.of(account), end=end)

    async def number_of(self, account: Account) -> str | None:
        """The telephone number that contacts may call.

        Raises:
            NotYours: It is no begeleider's account.
        """
        begeleider = await self._work.people.begeleider(account.as_begeleider())
        return begeleider.number if begeleider is not None else None

    async def set_number(self, account: Account, typed: str | None) -> bool:
        """Let contacts call this number from now on; None takes it away.

        Returns:
            False when what was typed is no telephone number.

        Raises:
            NotYours: It is no begeleider's account.
        """
        number = phone_number(typed) if typed is not None else None
        if typed is not None and number is None:
            return False
        await self._work.people.set_number(account.as_begeleider(), number)
        return True

    async def _set(
        self,
        account: Account,
        hours: WorkingHours,
        *,
        days: frozenset[int] | None = None,
        begin: dt.time | None = None,
        end: dt.time | None = None,
    ) -> WorkingHours | None:
        try:
            hours = replace(
                hours,
                days=hours.days if days is None else days,
                begin=begin or hours.begin,
                end=end or hours.end,
            )
        except ValueError:
            return None
        await self._work.people.set_hours(account.as_begeleider(), hours)
        return hours
