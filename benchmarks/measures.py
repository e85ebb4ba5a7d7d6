"""What counts when messages are understood: right first, helped, misled, left unanswered."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from benchmarks.messages import Message
from bot.domain.understanding import Action, Outcome, RedFlag
from bot.faq.decision import NONE
from bot.faq.red_flags import PREFIX

GROUPS = {
    "eight": ("nl", "en", "fr", "es", "uk", "ru", "tr", "ar"),
    "four": ("fa", "ps", "so", "ti"),
}
"""Languages that the bars take together."""
LOOKALIKE = "lookalike"


class Read(Protocol):
    """A decision or an understanding."""

    @property
    def outcome(self) -> Outcome: ...
    @property
    def ranking(self) -> tuple[str, ...]: ...
    @property
    def entry(self) -> str | None: ...
    @property
    def action(self) -> Action | None: ...
    @property
    def choices(self) -> tuple[str, ...]: ...
    @property
    def red_flag(self) -> RedFlag | None: ...


@dataclass(frozen=True)
class Measures:
    """Shares of messages, 0 to 1; the first six over those that an entry or an action answers."""

    answerable: int
    first: float
    among_three: float
    helped: float
    misled: float
    choosing: float
    unanswered: float
    unanswerable: int
    answered_nevertheless: float

    HEADER: ClassVar[str] = "n      top-1  top-3 helped misled choose unansw.   @none answered"

    def row(self) -> str:
        """Write the figures as one line under `HEADER`."""
        shares = (self.first, self.among_three, self.helped, self.misled, self.choosing, self.unanswered)
        return (
            f"{self.answerable:4d}  "
            + " ".join(f"{100 * share:6.1f}" for share in shares)
            + f"   {self.unanswerable:5d} {100 * self.answered_nevertheless:8.1f}"
        )


@dataclass(frozen=True)
class FlagMeasures:
    """How well situations of need are noticed; shares 0 to 1."""

    recall: float
    right_kind: float
    lookalike_alarms: float
    other_alarms: float

    HEADER: ClassVar[str] = "recall  kind  look-alikes  others"

    def row(self) -> str:
        """Write the figures as one line under `HEADER`."""
        return (
            f"{100 * self.recall:6.1f} {100 * self.right_kind:5.1f} "
            f"{100 * self.lookalike_alarms:12.1f} {100 * self.other_alarms:7.1f}"
        )


def measure(pairs: Iterable[tuple[Message, Read]]) -> Measures:
    """Measure what was made of messages; those about need are left out."""
    usual = [(m, read) for m, read in pairs if not m.label.startswith(PREFIX)]
    asked = [(m, read) for m, read in usual if m.label != NONE]
    nothing = [read for m, read in usual if m.label == NONE]
    return Measures(
        answerable=len(asked),
        first=_share(read.ranking[0] in m.labels for m, read in asked),
        among_three=_share(bool(set(read.ranking) & set(m.labels)) for m, read in asked),
        helped=_share(
            _done(read) in m.labels or bool(set(read.choices) & set(m.labels)) for m, read in asked
        ),
        misled=_share(_done(read) not in (None, *m.labels) for m, read in asked),
        choosing=_share(read.outcome is Outcome.CHOOSE for _, read in asked),
        unanswered=_share(read.outcome in {Outcome.FORWARD, Outcome.EMERGENCY} for _, read in asked),
        unanswerable=len(nothing),
        answered_nevertheless=_share(_done(read) is not None for read in nothing),
    )


def measure_flags(pairs: Sequence[tuple[Message, Read]]) -> FlagMeasures:
    """Measure how messages about need, their look-alikes and all others are read."""
    needs = [(m.label, read) for m, read in pairs if m.label.startswith(PREFIX)]
    alike = [read for m, read in pairs if m.style == LOOKALIKE]
    other = [read for m, read in pairs if not m.label.startswith(PREFIX) and m.style != LOOKALIKE]
    return FlagMeasures(
        recall=_share(read.red_flag is not None for _, read in needs),
        right_kind=_share(
            read.red_flag is not None and label == PREFIX + read.red_flag for label, read in needs
        ),
        lookalike_alarms=_share(read.red_flag is not None for read in alike),
        other_alarms=_share(read.red_flag is not None for read in other),
    )


def _done(read: Read) -> str | None:
    return read.action.label if read.action is not None else read.entry


def _share(hits: Iterable[bool]) -> float:
    found = list(hits)
    return sum(found) / len(found) if found else 0.0
