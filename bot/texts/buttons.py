"""What a pressed button carries: a kind and its parts, such as `q:topic:12:hours`, at most 64 bytes.

Each kind belongs to one handler. What comes back may be old or forged, so it is read with care.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from bot.domain.errors import ButtonOld
from bot.domain.ids import NewcomerId

LANGUAGE = "l"
"""Speak this language from now on."""
KEPT = "k"
"""The language was chosen below a screen that stays as it is."""
PRIVACY = "p"
"""Show what is kept, and go back."""
MENU = "m"
"""Show a screen of the menu."""
ANSWER = "a"
"""Look at an answer another way, or say whether it helped."""
CHOICE = "c"
"""One of "did you mean", or none of them."""
ASK = "ask"
"""Carry the message this one replies to, or a ready question, to the begeleider."""
NOT_EMERGENCY = "ne"
"""The help lines were not what the person needed."""
QUESTION = "q"
"""The newcomer's side of a question: topic, agreement, thanks, follow-up."""
BEGELEIDER = "b"
"""The begeleider's side of a question: its card and how to answer."""
SENTENCE = "f"
"""Choosing a fixed sentence and filling its slots."""
INVITE = "i"
"""Joining through a link."""
HOURS = "h"
"""A begeleider's working days and hours."""
MINE = "d"
"""A newcomer's own dossier: hours, their details, noting."""
WHO = "w"
"""Who speaks on a phone that serves several newcomers, and what they were about to do."""
CASELOAD = "n"
"""A begeleider's people: the list, a person's page, and what is decided there."""
TERM = "t"
"""What a newcomer tells by tapping: what got in the way, that they work, that they stop."""
REMIND = "r"
"""Reminders: on, off, or silent for a while."""
LETTER = "z"
"""A letter of the begeleider: look at it another way, or answer it."""
DATA = "x"
"""What is kept of a person: to read, to take along, to agree to, to be forgotten."""
OFFER = "o"
"""Looking for an offer: interests, place, times, cards, what was saved, wishes."""
GOING = "g"
"""A participation: whom to ask for, the warm handover, how it went."""
CATALOGUE = "k"
"""A begeleider's side of offers: adding, correcting, checking, searching for somebody, wishes."""
PAPER = "e"
"""A newcomer's own papers: sending a bewijs, putting it right, forms, who does not want to sign."""
DECIDE = "j"
"""A begeleider's side of papers: the scan, what to look at, the decision."""
CONTACT = "u"
"""A contact's own: joining, the list, noting, the door, signing, settings."""
MY_CONTACT = "v"
"""A newcomer's side of contacts: asking one to confirm, a scanned code, saying that a word is not right."""
CHECK = "y"
"""A begeleider's side of contacts: checking one, sending a link on, doubts about what they said."""

MOST_BYTES = 64
"""As much as Telegram carries in a button."""
NOTHING = "-"
"""In the place of a part that is left out."""
_SEPARATOR = ":"
_NEED_READING = (
    f"{ASK}:own:",
    f"{ASK}:emergency",
    f"{ANSWER}:ask:",
    f"{NOT_EMERGENCY}:",
    f"{CHOICE}:@begeleider",
    f"{CHOICE}:@offers",
    f"{BEGELEIDER}:bot",
    f"{WHO}:",
    f"{MINE}:question",
)
_Choice = TypeVar("_Choice", bound=StrEnum)


def data(kind: str, *parts: object) -> str:
    """Pack what a button carries.

    Args:
        kind: One of the kinds of this module.
        parts: Ids and words without a colon.
    """
    return _SEPARATOR.join((kind, *(str(part) for part in parts)))


def for_whom(newcomer_id: NewcomerId | None, kind: str, *parts: object) -> str:
    """The same with the newcomer whose screen it is as the last part.

    So it acts for nobody else when a shared phone speaks for another by then.

    Args:
        newcomer_id: None where the screen is nobody's in particular.
        kind: One of the kinds of this module.
        parts: Ids and words without a colon.
    """
    return data(kind, *parts) if newcomer_id is None else data(kind, *parts, newcomer_id)


def parts(data: str) -> list[str]:
    """Everything after the kind, as words."""
    return data.split(_SEPARATOR)[1:]


def pattern(kind: str) -> str:
    """The regular expression that tells the buttons of a kind."""
    return rf"^{re.escape(kind)}(:|$)"


def needs_reading(data: str) -> bool:
    """Does this press need to know what the bot makes of the message the button refers to?"""
    return data.startswith(_NEED_READING)


@dataclass(frozen=True)
class Press:
    """What came back with a press; a part that is missing or wrong makes it an old button."""

    kind: str
    parts: tuple[str, ...]

    def word(self, place: int) -> str:
        """The part at this place, counted from 0.

        Raises:
            ButtonOld: There is none.
        """
        if place >= len(self.parts) or not self.parts[place]:
            raise ButtonOld
        return self.parts[place]

    def number(self, place: int) -> int:
        """The part at this place as a number.

        Raises:
            ButtonOld: There is none, or it is no number a database can hold.
        """
        word = self.word(place)
        if not (word.isascii() and word.isdigit() and len(word) <= 18):
            raise ButtonOld
        return int(word)

    def one_of(self, place: int, choices: type[_Choice]) -> _Choice:
        """The part at this place as a member of an enum.

        Raises:
            ButtonOld: There is none.
        """
        try:
            return choices(self.word(place))
        except ValueError:
            raise ButtonOld from None


def read(data: str | None) -> Press:
    """Unpack what a press carries."""
    kind, *rest = (data or "").split(_SEPARATOR)
    return Press(kind, tuple(rest))
