"""A note of hours on its way, as its buttons carry it, so that several notes never cross.

The name of a new place is too long for a button. It stands in the newcomer's own message, which the
screen replies to; the button says how to find it there, and a short digest tells whether it was changed.
"""

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.domain.errors import ButtonOld
from bot.domain.ids import BewijsId, NewcomerId
from bot.domain.languages import UNDERSTOOD
from bot.domain.offer_kind import OfferKind
from bot.domain.possible import MINUTES_A_DAY
from bot.texts import buttons
from bot.texts.buttons import Press

_NOTHING = buttons.NOTHING
_DIGEST = 4


class Named(StrEnum):
    """How the message that a screen replies to gives the name of a new place."""

    IN_NOTE = "n"
    """It is a whole note, and the activity stands among the rest."""
    ORGANISATION = "o"
    """It is the organisation's name."""
    PERSON = "p"
    """It is the name of a contact without an organisation."""


class Missing(StrEnum):
    """What must still be asked."""

    WHERE = "where"
    KIND = "kind"
    NAME = "name"
    DAY = "day"
    MINUTES = "minutes"


@dataclass(frozen=True, kw_only=True)
class NameMark:
    """Where the name of a new place is found, and what it looked like then."""

    named: Named
    language: str
    digest: str

    def fits(self, name: str) -> bool:
        """Is this still the same name?"""
        return digest_of(name) == self.digest


def digest_of(name: str) -> str:
    """A few signs that change with the name."""
    return hashlib.sha256(name.encode()).hexdigest()[:_DIGEST]


def mark(named: Named, language: str, name: str) -> NameMark:
    """Remember how a name is found."""
    return NameMark(named=named, language=language, digest=digest_of(name))


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What is known of a note so far."""

    newcomer_id: NewcomerId
    is_from_text: bool = False
    """Did it begin with a message out of the blue, which may be a question after all?"""
    bewijs_id: BewijsId | None = None
    kind: OfferKind | None = None
    """Of a new place."""
    name: NameMark | None = None
    """Of a new place."""
    day: dt.date | None = None
    minutes: int | None = None

    @property
    def missing(self) -> Missing | None:
        """What is asked next; None when everything is known."""
        if self.bewijs_id is None and self.kind is None:
            return Missing.WHERE if self.name is None else Missing.KIND
        if self.bewijs_id is None and self.name is None:
            return Missing.NAME
        if self.day is None:
            return Missing.DAY
        return Missing.MINUTES if self.minutes is None else None

    def at(self, bewijs_id: BewijsId) -> "Draft":
        """The same note, at a place that is known."""
        return replace(self, bewijs_id=bewijs_id, kind=None, name=None)

    def button(self, step: str) -> str:
        """What a button carries that goes on with this note."""
        return buttons.data(buttons.MINE, step, *self.words)

    @property
    def words(self) -> tuple[str, ...]:
        """The note as a few words without a colon."""
        name = self.name
        place = f"b{self.bewijs_id}" if self.bewijs_id else self.kind.value if self.kind else _NOTHING
        return (
            f"{self.newcomer_id}{'t' if self.is_from_text else 'b'}",
            place,
            f"{name.named}{name.digest}{name.language}" if name else _NOTHING,
            f"{self.day:%Y%m%d}" if self.day else _NOTHING,
            str(self.minutes or _NOTHING),
        )


def read_draft(words: Sequence[str]) -> Draft:
    """Read a note back from its words.

    Raises:
        ButtonOld: They are no note, as a forged button may claim.
    """
    press = Press(buttons.MINE, tuple(words))
    who, place, minutes = press.word(0), press.word(1), press.word(4)
    is_known = place[0] == "b" and place[1:].isdigit()
    return Draft(
        newcomer_id=NewcomerId(_number(who[:-1])),
        is_from_text=who[-1] == "t",
        bewijs_id=BewijsId(_number(place[1:])) if is_known else None,
        kind=None if is_known or place == _NOTHING else press.one_of(1, OfferKind),
        name=_name(press.word(2)),
        day=_day(press.word(3)),
        minutes=None if minutes == _NOTHING else min(press.number(4), MINUTES_A_DAY + 1),
    )


def _number(word: str) -> int:
    return Press(buttons.MINE, (word,)).number(0)


def _name(word: str) -> NameMark | None:
    if word == _NOTHING:
        return None
    digest, language = word[1 : 1 + _DIGEST], word[1 + _DIGEST :]
    if word[0] not in set(Named) or language not in UNDERSTOOD:
        raise ButtonOld
    return NameMark(named=Named(word[0]), language=language, digest=digest)


def _day(word: str) -> dt.date | None:
    return None if word == _NOTHING else read_day_word(word)


def read_day_word(word: str) -> dt.date:
    """A day as a button carries it: "20261124".

    Raises:
        ButtonOld: It is none.
    """
    try:
        return dt.date(int(word[:4]), int(word[4:6]), int(word[6:]))
    except ValueError:
        raise ButtonOld from None
