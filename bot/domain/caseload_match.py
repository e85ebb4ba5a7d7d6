"""A begeleider's list beside the people who are known: who is new, what changes, who cannot be told apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.domain.caseload_rows import Row
from bot.domain.ids import NewcomerId
from bot.domain.people import Newcomer

MOST_PEOPLE = 300
"""More than a begeleider guides; a longer list is somebody else's."""


class Change(StrEnum):
    """What a list changes about somebody who is known."""

    NAME = "name"
    REFERENCE = "reference"
    LANGUAGE = "language"
    CONTRACT = "contract"


class Unfit(StrEnum):
    """Why a row that can be read still cannot go in."""

    SAME_NAME = "same_name"
    """Several of the begeleider's people have this name: only a reference tells them apart."""
    TWICE = "twice"
    """An earlier row is about the same person."""
    CLOSED = "closed"
    """Their dossier was closed."""


@dataclass(frozen=True, kw_only=True)
class Compared:
    """A row beside what is known."""

    row: Row
    newcomer: Newcomer | None
    """Whom it is about; None for somebody new."""
    changes: frozenset[Change] = frozenset()

    @property
    def name(self) -> str:
        """What they are called."""
        return self.row.name or (self.newcomer.name if self.newcomer else None) or self.row.reference or ""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What adding a list would do, or did."""

    people: tuple[Compared, ...]
    unfit: tuple[tuple[Row, Unfit], ...] = ()

    @property
    def new(self) -> tuple[Compared, ...]:
        """Who is added."""
        return tuple(one for one in self.people if one.newcomer is None)

    @property
    def changed(self) -> tuple[Compared, ...]:
        """About whom something changes."""
        return tuple(one for one in self.people if one.newcomer is not None and one.changes)

    @property
    def unchanged(self) -> tuple[Compared, ...]:
        """Who stands here as in the list."""
        return tuple(one for one in self.people if one.newcomer is not None and not one.changes)


def told(row: Row, newcomer: Newcomer) -> Mapping[str, Any]:
    """What the list says otherwise than what is known; what it leaves open stays."""
    told = {"name": row.name, "reference": row.reference, "language": row.language}
    return {key: value for key, value in told.items() if value and value != getattr(newcomer, key)}


def compare(rows: Sequence[Row], own: Sequence[Newcomer]) -> Plan:
    """Find for each row whom it is about: by reference, else by the exact first name.

    Args:
        rows: As they were read from the list.
        own: The begeleider's people.
    """
    people: list[Compared] = []
    unfit: list[tuple[Row, Unfit]] = []
    taken: set[NewcomerId] = set()
    for row in rows:
        found = _about(row, own)
        problem = _problem(found, taken)
        if problem is not None:
            unfit.append((row, problem))
            continue
        newcomer = found[0] if found else None
        if newcomer is not None:
            taken.add(newcomer.id)
        people.append(Compared(row=row, newcomer=newcomer, changes=_changes(row, newcomer)))
    return Plan(people=tuple(people), unfit=tuple(unfit))


def _about(row: Row, own: Sequence[Newcomer]) -> list[Newcomer]:
    """Who it can be; somebody with another reference is somebody else."""
    if row.reference is not None:
        if same := [one for one in own if one.reference and _folded(one.reference) == _folded(row.reference)]:
            return same
        own = [one for one in own if one.reference is None]
    name = row.name if row.name is not None else row.reference
    return [one for one in own if _folded(one.name) == _folded(name or "")]


def _problem(found: Sequence[Newcomer], taken: set[NewcomerId]) -> Unfit | None:
    if len(found) > 1:
        return Unfit.SAME_NAME
    if found and found[0].id in taken:
        return Unfit.TWICE
    return Unfit.CLOSED if found and found[0].is_closed else None


def _changes(row: Row, newcomer: Newcomer | None) -> frozenset[Change]:
    if newcomer is None:
        return frozenset()
    changes = {Change(key) for key in told(row, newcomer)}
    if row.contract is not None and row.contract != newcomer.contract:
        changes.add(Change.CONTRACT)
    return frozenset(changes)


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
