"""A contactpersoon who joined: a volunteer or worker of one organisation who confirms attendance.

A contact needs no account. How the bot came to know them decides what their word is worth: a link that
passed through the newcomer's phone only introduces a contact, whom the begeleider checks once.
"""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import (
    AccountId,
    AttendanceId,
    BegeleiderId,
    BewijsId,
    ContactId,
    ContactLinkId,
    NewcomerId,
)
from bot.domain.offer_kind import OfferKind

LINK_DAYS = 14
"""For so long a link introduces a contact."""
CORRECT_DAYS = 7
"""For so long a contact puts their own word right."""
NAME_LENGTH = 64
EMAIL_LENGTH = 254
_EMAIL = re.compile(r"[^\s@<>\"',;:()]+@[^\s@<>\"',;:()]+\.[a-z]{2,24}", re.IGNORECASE)


class Reached(StrEnum):
    """How the bot came to know a contact."""

    NEWCOMER = "newcomer"
    """By a link that passed through the newcomer's phone."""
    BEGELEIDER = "begeleider"
    """By a link that the begeleider sent on."""
    EMAIL = "email"
    """By a link that went to the address that stands with the offer."""
    CONTACT = "contact"
    """A checked contact of the organisation named them."""
    TEAM = "team"
    """By a link from the command line."""

    @property
    def is_trusted(self) -> bool:
        """Did it go past the newcomer's phone?"""
        return self is not Reached.NEWCOMER


class StoppedBecause(StrEnum):
    """Why a contact does not confirm any more."""

    STOPPED = "stopped"
    """They do not want to."""
    NOT_WITH_US = "not_with_us"
    """They say that this newcomer, or this organisation, is none of theirs."""
    NOT_KNOWN = "not_known"
    """The begeleider called, and it is not the contact."""


@dataclass(frozen=True, kw_only=True)
class Contact:
    """One person for one organisation; whoever is a contact of two has two of these."""

    id: ContactId
    name: str
    organisation: str | None
    """None for a bewijs that is told by the contact alone, such as a buddy's."""
    reached: Reached
    account_id: AccountId | None = None
    """Their Telegram; None for who uses the page."""
    email: str | None = None
    """To which the list goes when they have no Telegram; only one they gave or a link went to."""
    language: str
    version: int = 1
    """The personal page's link carries it; raising it withdraws the link."""
    asks_on: int | None = None
    """The weekday (0 is Monday) on which they get their list; None for after each activity."""
    joined_at: dt.datetime
    checked_at: dt.datetime | None = None
    checked_by: BegeleiderId | None = None
    """Who checked them by a number or address of their own; None where the way they came is enough."""
    stopped_at: dt.datetime | None = None

    @property
    def is_active(self) -> bool:
        """Did they not stop?"""
        return self.stopped_at is None

    @property
    def is_checked(self) -> bool:
        """Does their word count?"""
        return self.reached.is_trusted or self.checked_at is not None

    @property
    def may_confirm(self) -> bool:
        """May they see hours, confirm and sign?"""
        return self.is_active and self.is_checked


@dataclass(frozen=True, kw_only=True)
class ContactLink:
    """A link that introduces a contact; opening it never uses it up."""

    id: ContactLinkId
    newcomer_id: NewcomerId | None
    """Whose hours it is about; None for one from the command line."""
    bewijs_id: BewijsId | None
    organisation: str | None
    reached: Reached
    name: str | None = None
    """How whoever made it knows the contact."""
    email: str | None = None
    expires_at: dt.datetime
    used_at: dt.datetime | None = None
    contact_id: ContactId | None = None
    """Who joined with it."""
    asked_again_at: dt.datetime | None = None
    """When its opener asked for a new one."""
    named_by: ContactId | None = None
    """The checked contact of the organisation who named this one, and whose people they will see."""

    @property
    def is_used(self) -> bool:
        """Did somebody join with it?"""
        return self.used_at is not None

    def is_expired(self, now: dt.datetime) -> bool:
        """Has its time passed before anybody joined with it?"""
        return not self.is_used and now >= self.expires_at


@dataclass(frozen=True, kw_only=True)
class Tie:
    """A bewijs that a contact sees: of this newcomer they confirm and sign this one, and nothing else."""

    contact_id: ContactId
    bewijs_id: BewijsId
    newcomer_id: NewcomerId


class LineState(StrEnum):
    """Where a date stands for the contact who looks at it."""

    ASKED = "asked"
    """Nobody confirmed it yet."""
    CONFIRMED = "confirmed"
    DENIED = "denied"
    """A contact said that they were not there."""
    SETTLED = "settled"
    """The begeleider decided about it."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One date as a contact sees it: never more of the newcomer's dossier than this."""

    attendance_id: AttendanceId
    bewijs_id: BewijsId
    newcomer_id: NewcomerId
    name: str
    """The newcomer's first name."""
    kind: OfferKind
    day: dt.date
    minutes: int
    """As they stand now; what the newcomer claimed where nobody was there by the contact's word."""
    state: LineState
    is_own: bool = False
    """Did this contact say it themselves?"""
    may_correct: bool = False
    """Can this contact still put it right?"""
    is_objected: bool = False
    """The newcomer says that it is not right."""


@dataclass(frozen=True, kw_only=True)
class Folk:
    """One person and kind of offer, with its dates, as a contact sees it."""

    newcomer_id: NewcomerId
    bewijs_id: BewijsId
    name: str
    kind: OfferKind
    lines: tuple[Line, ...] = ()
    """Newest day first."""
    to_sign: int = 0
    """Confirmed minutes that no signed or accepted bewijs holds yet."""
    signed: int = 0
    """Minutes that this contact signed for and that wait for the begeleider."""

    @property
    def asked(self) -> tuple[Line, ...]:
        """The dates that wait for the contact's word."""
        return tuple(line for line in self.lines if line.state is LineState.ASKED)


def email_in(typed: str) -> str | None:
    """The e-mail address that somebody typed; None when it is none."""
    line = typed.strip().removeprefix("mailto:")
    return line if len(line) <= EMAIL_LENGTH and _EMAIL.fullmatch(line) else None
