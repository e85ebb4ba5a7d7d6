"""A single-use link that lets a person in."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.errors import InviteExpired, InviteNotValid
from bot.domain.ids import BegeleiderId, NewcomerId


class InviteKind(StrEnum):
    """Whom a link lets in."""

    BEGELEIDER = "begeleider"
    NEWCOMER = "newcomer"
    CONTACT = "contact"
    PHONE = "phone"
    """Moves a newcomer's dossier to another account, and cuts the old ones off."""


@dataclass(frozen=True, kw_only=True)
class Invite:
    """A link as it is kept: its token only as a digest."""

    id: int
    kind: InviteKind
    name: str | None
    begeleider_id: BegeleiderId | None
    newcomer_id: NewcomerId | None = None
    """For whom it is, when the begeleider made the newcomer before the link."""
    expires_at: dt.datetime
    used_at: dt.datetime | None

    def check(self, now: dt.datetime) -> None:
        """Refuse a link that was used or whose time has passed.

        Raises:
            InviteExpired: Its time has passed.
            InviteNotValid: It was used.
        """
        if self.used_at is not None:
            raise InviteNotValid
        if now >= self.expires_at:
            raise InviteExpired
