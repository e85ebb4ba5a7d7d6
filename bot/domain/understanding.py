"""What the bot makes of a message: an answer, a choice, an action, a red flag, or "I do not know"."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import EntryId
from bot.domain.search import Search


class Outcome(StrEnum):
    """What happens with a message, as the command line names it."""

    ANSWER = "answer"
    CHOOSE = "choose"
    FORWARD = "forward"
    ACTION = "action"
    EMERGENCY = "emergency"


class Action(StrEnum):
    """What the bot can do for a person besides answering."""

    PROGRESS = "progress"
    OFFERS = "offers"
    BEWIJS = "bewijs"
    BEGELEIDER = "begeleider"

    @property
    def label(self) -> str:
        """The action as a label among entry ids, such as `@progress`."""
        return f"@{self.value}"


class RedFlag(StrEnum):
    """A situation in which a person needs a help line, not an answer."""

    VIOLENCE = "violence"
    SUICIDE = "suicide"
    STREET = "street"
    TRAFFICKING = "trafficking"


@dataclass(frozen=True, kw_only=True)
class Understanding:
    """The reading of one message.

    Labels are entry ids, or an action written `@progress`. `ranking` holds the best three,
    best first; `confidence` is the calibrated chance (0 to 1) that the first of them is right.
    """

    text: str
    language: str
    outcome: Outcome
    ranking: tuple[str, ...]
    confidence: float
    entry: EntryId | None = None
    action: Action | None = None
    choices: tuple[str, ...] = ()
    red_flag: RedFlag | None = None
    nearest: tuple[EntryId, ...] = ()
    """The three nearest entries, best first, for a begeleider who answers instead."""
    wish: Search | None = None
    """What they would like to do, where the message was read for that too."""
