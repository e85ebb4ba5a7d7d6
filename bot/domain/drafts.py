"""What a begeleider is filling in, before it is decided: a contract, an extension, hours, a paper bewijs.

A draft is a value with gaps; `kept` and `restored` carry it through a conversation's row and back.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any, TypeVar, get_args, get_type_hints

from bot.domain.attendance import RefusedBecause
from bot.domain.contract import DEFAULT_REQUIRED, Contract, ExtendedBecause, Status
from bot.domain.errors import ContractImpossible, HoursRefused, ImpossibleBecause
from bot.domain.hours import Book
from bot.domain.ids import BewijsId
from bot.domain.offer_kind import OfferKind
from bot.domain.possible import Stretch

_Draft = TypeVar("_Draft", bound="Draft")


@dataclass(frozen=True, kw_only=True)
class Draft:
    """Something with gaps, whose fields are days, numbers, words and codes."""

    def kept(self) -> dict[str, str | int]:
        """What is filled in, as JSON can hold it."""
        found = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: _plain(value) for name, value in found.items() if value is not None}

    @classmethod
    def restored(cls: type[_Draft], values: Mapping[str, Any]) -> _Draft:
        """The draft from what `kept` gave.

        Raises:
            ValueError: It is no draft of this kind.
        """
        kinds = get_type_hints(cls)
        if not values.keys() <= kinds.keys():
            raise ValueError("no such field")
        return cls(**{name: _read(value, _kind_of(kinds[name])) for name, value in values.items()})

    def having(self: _Draft, name: str, value: Any) -> _Draft:
        """The draft with one field filled in; text is read as the field's kind.

        Raises:
            ValueError: There is no such field, or the text is nothing of its kind.
        """
        kinds = get_type_hints(type(self))
        if name not in kinds:
            raise ValueError("no such field")
        return replace(self, **{name: _read(value, _kind_of(kinds[name]))})


def _kind_of(hint: Any) -> type:
    kinds: list[type] = [kind for kind in get_args(hint) or (hint,) if kind is not type(None)]
    return kinds[0]


def _plain(value: Any) -> str | int:
    if isinstance(value, dt.date):
        return value.isoformat()
    return value.value if isinstance(value, StrEnum) else value


def _read(value: Any, kind: type) -> Any:
    if value is None or type(value) is kind:
        return value
    if kind is dt.date:
        return dt.date.fromisoformat(value)
    return kind(value)


@dataclass(frozen=True, kw_only=True)
class ContractDraft(Draft):
    """A contract that is being filled in."""

    status: Status | None = None
    starts_on: dt.date | None = None
    last_day: dt.date | None = None
    required_minutes: int = DEFAULT_REQUIRED

    @classmethod
    def of(cls, contract: Contract | None) -> "ContractDraft":
        """The contract as it stands, to be changed; empty for none."""
        if contract is None:
            return cls()
        return cls(
            status=contract.status,
            starts_on=contract.starts_on,
            last_day=contract.last_day,
            required_minutes=contract.required_minutes,
        )

    @property
    def contract(self) -> Contract | None:
        """The contract, once everything is filled in."""
        if self.status is None or self.starts_on is None or self.last_day is None:
            return None
        return Contract(
            status=self.status,
            starts_on=self.starts_on,
            last_day=self.last_day,
            required_minutes=self.required_minutes,
        )

    @property
    def problem(self) -> ImpossibleBecause | None:
        """Why it cannot be so; None while there is nothing against it."""
        try:
            if self.contract is not None:
                self.contract.check()
        except ContractImpossible as refusal:
            return refusal.because
        return None


@dataclass(frozen=True, kw_only=True)
class ExtensionDraft(Draft):
    """An extension that is being noted."""

    last_day: dt.date | None = None
    why: ExtendedBecause | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class RefusalDraft(Draft):
    """A date that a begeleider is about not to count."""

    attendance_id: int
    why: RefusedBecause | None = None
    note: str | None = None


@dataclass(frozen=True, kw_only=True)
class DateDraft(Draft):
    """A date whose day or amount is being put right, or confirmed with another amount."""

    attendance_id: int
    day: dt.date | None = None
    minutes: int | None = None


@dataclass(frozen=True, kw_only=True)
class WordDraft(Draft):
    """One text about somebody: the name, or the begeleider's own reference."""

    word: str | None = None


@dataclass(frozen=True, kw_only=True)
class BewijsDraft(Draft):
    """Hours of which it is being said to which bewijs they belong."""

    kind: OfferKind | None = None
    organisation: str | None = None
    contact: str | None = None

    @property
    def has_place(self) -> bool:
        """Is it known where the hours were done, or with whom?"""
        return bool(self.organisation or self.contact)


@dataclass(frozen=True, kw_only=True)
class ClaimDraft(BewijsDraft):
    """Hours that a begeleider notes for somebody."""

    day: dt.date | None = None
    minutes: int | None = None


@dataclass(frozen=True, kw_only=True)
class AcceptanceDraft(BewijsDraft):
    """A signed paper bewijs that is being entered, or accepted hours that are being put right."""

    minutes: int | None = None
    first_day: dt.date | None = None
    last_day: dt.date | None = None
    acceptance_id: int | None = None
    """The acceptance that this takes the place of: a correction, or a new total of the same paper."""
    is_other: int | None = None
    """1 when the begeleider said that these are other hours than those accepted over the same days."""
    note: str | None = None

    def problem(self, book: Book, bewijs_id: BewijsId | None, today: dt.date) -> HoursRefused | None:
        """Why these hours would be refused; None while there is nothing against them.

        Args:
            book: The hours they come to.
            bewijs_id: Where they add up; None for a bewijs that has no hours yet.
            today: The day in the bot's time zone.
        """
        if self.minutes is None or self.first_day is None or self.last_day is None:
            return None
        stretch = Stretch(self.first_day, self.last_day, self.minutes)
        before = next((a for a in book.acceptances if a.id == self.acceptance_id), None)
        try:
            if before is None:
                book.check_acceptance(bewijs_id, stretch, today)
            elif stretch != before.stretch:
                book.check_acceptance(before.bewijs_id, stretch, today, instead_of=before.id)
        except HoursRefused as refusal:
            return refusal
        return None
