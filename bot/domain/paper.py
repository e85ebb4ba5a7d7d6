"""A paper: one handing-in of a signed bewijs, photographed, read, put right, and decided about.

A bewijs is where hours add up; over time several papers may be handed in for it. A person decides: the bot
only reads, counts and names what to look at (`bewijs-wie-controleert`).
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.form_number import FormNumber
from bot.domain.ids import (
    AcceptanceId,
    AccountId,
    BewijsId,
    ContactId,
    NewcomerId,
    PageId,
    PaperId,
    RefusalId,
)
from bot.domain.offer_kind import OfferKind
from bot.domain.page_check import PageCheck, Problem, WhyRefused

UNDO_DAYS = 14
"""For so long a decision can be undone, and the photograph as it was sent is kept."""
MOST_PAGES = 10


class PaperState(StrEnum):
    """Where a paper stands."""

    READING = "reading"
    """Its pages come in, or are being read."""
    ASKING = "asking"
    """The newcomer looks whether it is right, or sends a better photograph."""
    HANDED_IN = "handed_in"
    """The begeleider has it."""
    ACCEPTED = "accepted"
    REFUSED = "refused"
    TAKEN_BACK = "taken_back"
    """The newcomer stopped, or took it back before it was decided."""


class PaperRefusedBecause(StrEnum):
    """Why a begeleider refuses a paper."""

    NOT_READABLE = "not_readable"
    NO_SIGNATURE = "no_signature"
    NOT_A_BEWIJS = "not_a_bewijs"
    NOT_CONFIRMED = "not_confirmed"
    """The contact does not confirm it."""
    OUTSIDE_TERM = "outside_term"
    NO_PARTICIPATION = "no_participation"
    """It does not lead to further social participation, or not in Dutch (`bewijs-wat-gecontroleerd`)."""
    HANDED_IN_BEFORE = "handed_in_before"
    OTHER = "other"


class ContactAnswer(StrEnum):
    """What a contact said when the begeleider asked about a paper, or why they do not sign."""

    CONFIRMS = "confirms"
    OTHER_HOURS = "other_hours"
    DENIES = "denies"
    NOT_REACHED = "not_reached"


class NoSignBecause(StrEnum):
    """Why a contact says that they do not sign (`bewijs-weigering-handtekening`)."""

    NOT_THERE_ENOUGH = "not_there_enough"
    OTHER_HOURS = "other_hours"
    NOT_KNOWN = "not_known"
    """They do not know this person."""
    RATHER_CALL = "rather_call"
    NOT_ALLOWED = "not_allowed"
    """Their organisation does not let them."""
    OTHER = "other"


class PaperFinding(StrEnum):
    """A named reason for a begeleider to look closer at a paper."""

    NO_SIGNATURE = "no_signature"
    SIGNATURE_UNSURE = "signature_unsure"
    HARD_TO_READ = "hard_to_read"
    """The newcomer sent it although the bot saw a problem."""
    HOURS_DIFFER = "hours_differ"
    """From what the contact confirmed."""
    MORE_THAN_NOTED = "more_than_noted"
    """Of hours, than the newcomer noted on those days."""
    OTHER_KIND = "other_kind"
    """Than was agreed: than the form was made for, or than any choice of this newcomer there."""
    OTHER_CONTACT = "other_contact"
    """Than the bewijs names (`bewijs-combineren`)."""
    OUTSIDE_TERM = "outside_term"
    SAME_FORM = "same_form"
    """A paper with this form's number was handed in before."""
    SOMEBODY_ELSES_FORM = "somebody_elses_form"
    UNKNOWN_FORM = "unknown_form"
    """No form with the number in its code was ever made here, or it was erased."""
    SAME_PICTURE = "same_picture"
    """The same picture was handed in before, by whomever."""
    LOOKS_ALIKE = "looks_alike"
    """It looks like a paper that was handed in before."""
    ACCEPTED_BEFORE = "accepted_before"
    """Hours over some of these days of this bewijs count already."""
    MANY_HOURS_A_DAY = "many_hours_a_day"
    DISPUTED = "disputed"
    """The newcomer, or another contact, says something else of one of its dates."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page of a paper: where Telegram has it, and what was found when it was read."""

    id: PageId
    file_id: str
    file_unique_id: str
    message_id: int
    """Of the newcomer's message, in the chat it came in."""
    check: PageCheck | None = None
    """Without its pictures, which are kept apart; None while it was not read."""
    digest: str | None = None
    """Of the file's bytes: the same for the same file, whoever sent it."""
    original: str | None = None
    """The key of the kept photograph, without metadata; None once it was dropped."""
    scan: str | None = None
    small: str | None = None
    """The key of the small picture for the newcomer."""
    writing: str | None = None
    """The key of what was written on it, coarsely."""
    number: int = 0
    """Which page of its file, counted from 0."""
    refused: WhyRefused | None = None
    """Why the file was not looked at."""
    is_gone: bool = False
    """Telegram did not have the file any more."""
    resembles: tuple[PaperId, ...] = ()
    """Earlier papers with the same writing, as far as it was compared."""

    @property
    def is_read(self) -> bool:
        """Was it looked at, or given up?"""
        return self.check is not None or self.refused is not None or self.is_gone


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What became of a page when it was read; a file of several pages gives several, in order."""

    page_id: PageId
    """The same for every page of one file."""
    check: PageCheck | None = None
    """Its pictures are not kept with it, only their keys."""
    refused: WhyRefused | None = None
    gone: bool = False
    digest: str | None = None
    original: str | None = None
    scan: str | None = None
    small: str | None = None
    writing: str | None = None
    """The key under which `PageCheck.writing` is kept, encrypted as the pictures are."""
    resembles: tuple[PaperId, ...] = ()
    """Earlier papers whose writing is like it, of those that `services.papers.Papers.to_compare` names."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """What the newcomer says about their paper, or what was read and they did not change."""

    kind: OfferKind | None = None
    organisation: str | None = None
    contact: str | None = None
    minutes: int | None = None
    first_day: dt.date | None = None
    last_day: dt.date | None = None


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One handing-in, as it stands now."""

    id: PaperId
    newcomer_id: NewcomerId
    account_id: AccountId
    """Whose phone it came from, to which it is answered."""
    state: PaperState
    receipt: str
    """A short number for people, such as `B-4K7M`."""
    pages: tuple[Page, ...] = ()
    said: Said = Said()
    form: FormNumber | None = None
    """Read from the code, or typed."""
    bewijs_id: BewijsId | None = None
    """Set when it is handed in."""
    sent_anyway: bool = False
    began_at: dt.datetime
    handed_in_at: dt.datetime | None = None
    decided_at: dt.datetime | None = None
    acceptance_id: AcceptanceId | None = None
    refused_because: PaperRefusedBecause | None = None
    came: int = 0
    """How many pages ever came, also those that a better photograph replaced; it only grows."""
    album: str | None = None
    """Telegram's word for the album its pages came in."""
    contact_answer: ContactAnswer | None = None
    """What the contact said when they were asked about it, and how many minutes."""
    contact_minutes: int | None = None
    is_digital: bool = False
    """Did the contact sign it here? Then it has no pages (`domain.signature`)."""

    @property
    def forms(self) -> tuple[FormNumber, ...]:
        """The numbers of all its sheets."""
        read = (page.check.form for page in self.pages if page.check is not None)
        return tuple(dict.fromkeys(number for number in (self.form, *read) if number is not None))

    @property
    def is_decided(self) -> bool:
        """Did the begeleider accept or refuse it?"""
        return self.state in (PaperState.ACCEPTED, PaperState.REFUSED)

    @property
    def is_open(self) -> bool:
        """Is it the newcomer's turn, or the bot's?"""
        return self.state in (PaperState.READING, PaperState.ASKING)

    @property
    def signed(self) -> bool | None:
        """Does any page carry a signature, or was it signed here? None when that is not sure."""
        if self.is_digital:
            return True
        signs = [page.check.signed for page in self.pages if page.check is not None]
        return True if True in signs else False if signs and set(signs) == {False} else None

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong with its pages."""
        checks = (page.check for page in self.pages if page.check is not None)
        return tuple(problem for check in checks for problem in check.problems)

    def may_undo(self, now: dt.datetime) -> bool:
        """Can the decision still be undone?"""
        return self.decided_at is not None and now < self.decided_at + dt.timedelta(days=UNDO_DAYS)


@dataclass(frozen=True, kw_only=True)
class Found:
    """A finding about a paper, with what it is about."""

    finding: PaperFinding
    paper_id: PaperId | None = None
    """The earlier paper of the same newcomer to lay beside it."""
    minutes: int | None = None
    """What the contact confirmed, or the newcomer noted."""
    name: str | None = None
    """The other contact."""


@dataclass(frozen=True, kw_only=True)
class PaperContact:
    """Whom a begeleider can ask about a paper, as far as it is known."""

    name: str | None = None
    phone: str | None = None
    email: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, kw_only=True)
class SignatureRefusal:
    """A contact does not sign (`bewijs-weigering-handtekening`), as the newcomer or they themselves said."""

    id: RefusalId
    newcomer_id: NewcomerId
    bewijs_id: BewijsId
    at: dt.datetime
    answer: ContactAnswer | None = None
    """What the contact said when the begeleider asked; not reached leaves it open."""
    minutes: int | None = None
    answered_at: dt.datetime | None = None
    contact_id: ContactId | None = None
    """Who said so themselves; None when the newcomer told it."""
    because: NoSignBecause | None = None
    note: str | None = None
    """Why, in the contact's own words."""

    @property
    def is_open(self) -> bool:
        """Is it still the begeleider's turn?"""
        return self.answer in (None, ContactAnswer.NOT_REACHED)


def findings_in(found: Iterable[Found]) -> set[PaperFinding]:
    """The names alone."""
    return {one.finding for one in found}
