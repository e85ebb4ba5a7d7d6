"""What services need to know that is no row."""

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from bot.domain.privacy import Policy
from bot.domain.working_hours import IsHoliday
from bot.services.finder_ports import Finder, Gazetteer


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """Settings and calendars; the same for every unit of work."""

    zone: ZoneInfo
    is_holiday: IsHoliday
    secret_key: bytes
    fallback_chat: int | None = None
    policy: Policy = field(default_factory=Policy)
    """What the operator states about personal data."""
    finder: Finder | None = None
    """Finds offers; None at the command line, where nobody searches in a unit of work."""
    places: Gazetteer | None = None
    """Knows Belgium's places; None where nobody looks for one."""
    public_url: str | None = None
    """The public address of the bot's own pages; None where it has none."""
    takes_photos: bool = False
    """Are photographs of a bewijs read and kept here? Not without keys to lock them."""
