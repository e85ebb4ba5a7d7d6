"""All use cases of one unit of work, each service made when it is first asked for."""

import datetime as dt
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.domain.working_hours import IsHoliday
from bot.services.ports import Work


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What services need to know that is no row: settings and calendars."""

    zone: ZoneInfo
    is_holiday: IsHoliday
    secret_key: bytes
    fallback_chat: int | None = None


class Services:
    """The use cases, within one unit of work at one moment."""

    def __init__(self, work: Work, now: dt.datetime, surroundings: Surroundings) -> None:
        self.work = work
        self.now = now
        self.surroundings = surroundings
