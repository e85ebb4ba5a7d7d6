"""Where a newcomer stands in the questions about a paper, as its buttons carry it; and how a place is named.

Nothing of it is kept: what is known of the paper is in the database, what was passed by is in the button.
"""

from dataclasses import dataclass, replace
from enum import IntFlag

from bot.domain.errors import ButtonOld
from bot.domain.ids import BewijsId, NewcomerId, PaperId, ParticipationId
from bot.texts import buttons
from bot.texts.buttons import Press
from bot.texts.message import Button
from bot.texts.speaker import Speaker

Rows = tuple[tuple[Button, ...], ...]
_NEWCOMER, _PAPER, _PASSED, _VALUE = 1, 2, 3, 4


class Gate(IntFlag):
    """What is said once, and then passed by if the newcomer goes on all the same."""

    TROUBLE = 1
    FORM = 2
    """The form is somebody else's, was sent before, or is not known."""
    SIGNATURE = 4
    NUMBER = 8
    """The code of our own form could not be read."""


NOTHING_PASSED = Gate(0)


@dataclass(frozen=True, kw_only=True)
class At:
    """A place in the questions about one paper."""

    newcomer_id: NewcomerId
    paper_id: PaperId
    passed: Gate = NOTHING_PASSED

    def beyond(self, gate: Gate) -> "At":
        """The same paper, once this was passed by."""
        return replace(self, passed=self.passed | gate)

    def data(self, word: str, *value: object) -> str:
        """What a button carries that does this with the paper."""
        return buttons.data(buttons.PAPER, word, self.newcomer_id, self.paper_id, int(self.passed), *value)


def read_at(button: Press) -> At:
    """Read back where the newcomer stood.

    Raises:
        ButtonOld: The button says it not, or wrong.
    """
    return At(
        newcomer_id=newcomer_in(button),
        paper_id=PaperId(button.number(_PAPER)),
        passed=Gate(button.number(_PASSED) & int(~NOTHING_PASSED)),
    )


def newcomer_in(button: Press) -> NewcomerId:
    """Whose button it is.

    Raises:
        ButtonOld: The button does not say it.
    """
    return NewcomerId(button.number(_NEWCOMER))


def value_in(button: Press) -> str:
    """What was chosen.

    Raises:
        ButtonOld: The button does not say it.
    """
    return button.word(_VALUE)


@dataclass(frozen=True, kw_only=True)
class Where:
    """An activity to choose from: a bewijs that is known, or a participation without one."""

    bewijs_id: BewijsId | None = None
    participation_id: ParticipationId | None = None

    @property
    def word(self) -> str:
        """As a button carries it: "b12" or "p3"."""
        return f"b{self.bewijs_id}" if self.bewijs_id is not None else f"p{self.participation_id}"


def read_where(word: str) -> Where:
    """Read an activity back.

    Raises:
        ButtonOld: It is none.
    """
    number = Press(buttons.PAPER, (word[1:],)).number(0)
    match word[:1]:
        case "b":
            return Where(bewijs_id=BewijsId(number))
        case "p":
            return Where(participation_id=ParticipationId(number))
        case _:
            raise ButtonOld


def own(label: str, word: str, newcomer_id: NewcomerId, *more: object) -> Button:
    """A button that is about the newcomer and no paper."""
    return Button(label=label, data=buttons.data(buttons.PAPER, word, newcomer_id, *more))


def of(label: str, at: At, word: str, *value: object) -> Button:
    """A button about a paper."""
    return Button(label=label, data=at.data(word, *value))


def home_button(speaker: Speaker, newcomer_id: NewcomerId) -> Button:
    """Leads to the screen about the bewijs."""
    # Translators: button: back to the screen about the bewijs (the signed paper with the hours).
    return own(speaker.plain("📄 Mijn bewijs"), "home", newcomer_id)


def list_button(speaker: Speaker, newcomer_id: NewcomerId) -> Button:
    """Leads to what was sent before."""
    # Translators: button: shows the papers that the newcomer sent before, and what became of them.
    return own(speaker.plain("📁 Wat ik stuurde"), "list", newcomer_id)


def new_photo_button(speaker: Speaker, newcomer_id: NewcomerId) -> Button:
    """Says how to take a good photo."""
    # Translators: button: how to take a new photo of the paper.
    return own(speaker.plain("📷 Nieuwe foto"), "photo", newcomer_id)


def drop_button(speaker: Speaker, at: At) -> Button:
    """Stops with this paper; nothing is sent."""
    # Translators: button: do not send this paper after all.
    return of(speaker.plain("✖ Stuur niet"), at, "drop")
