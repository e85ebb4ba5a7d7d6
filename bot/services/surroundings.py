"""What services need to know that is no row."""

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from bot.domain.privacy import Policy
from bot.domain.working_hours import IsHoliday


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """Settings and calendars; the same for every unit of work."""

    zone: ZoneInfo
    is_holiday: IsHoliday
    secret_key: bytes
    fallback_chat: int | None = None
    policy: Policy = field(default_factory=Policy)
    """What the operator states about personal data."""
