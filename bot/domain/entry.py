"""A FAQ entry: one question of the webinar with its fixed answer in Dutch."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.ids import EntryId
from bot.domain.subject import Subject

SOURCE_DAY = dt.date(2022, 12, 13)
"""The day of the webinar whose questions and answers are the source."""


ABOUT_FINES = frozenset({EntryId("niet-behaald-sanctie")})
"""Entries that speak of fines; an entitled newcomer never sees a word about them."""
INSTEAD_OF_FINES = EntryId("rechthebbende-voltooien")
"""What the source says to the entitled where it speaks of fines to the obliged."""


class Audience(StrEnum):
    """Who asks for an entry."""

    NEWCOMER = "newcomer"
    BEGELEIDER = "begeleider"
    AUTHORITY = "authority"
    ORGANISATION = "organisation"


@dataclass(frozen=True, kw_only=True)
class Checked:
    """Someone held the entry against today's rules."""

    by: str
    on: dt.date


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One question with its answer; all texts are Dutch message ids."""

    id: EntryId
    section: str
    audience: frozenset[Audience]
    subject: Subject | None = None
    """Under which a newcomer finds the question; None for those that only others ask."""
    button: str
    """The question as it stands on a button, at most 42 characters."""
    short: str
    details: tuple[str, ...] = ()
    key_words: tuple[str, ...] = ()
    """Dutch words that a newcomer needs at the counter."""
    links: tuple[str, ...] = ()
    links_missing: int = 0
    """How many links the source has lost."""
    draft_always: bool = False
    """About fines, exemption or a deadline: a draft says so every time."""
    checked: Checked | None = None

    @property
    def is_for_newcomers(self) -> bool:
        """May the bot offer this entry to a newcomer who did not ask in its words?"""
        return Audience.NEWCOMER in self.audience

    @property
    def texts(self) -> tuple[str, ...]:
        """Every sentence of the entry that has translations."""
        return (self.button, self.short, *self.details)


@dataclass(frozen=True)
class SwitchedOff:
    """An administrator took an entry out of service."""

    entry: EntryId
    reason: str
    at: dt.datetime = field(compare=False)
