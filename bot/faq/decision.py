"""Decides what happens with a message, from how likely each label is: answer, ask back, or stay silent."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from bot.domain.entry import Entry
from bot.domain.ids import EntryId
from bot.domain.understanding import Action, Outcome, RedFlag
from bot.faq.red_flags import PREFIX
from bot.language.features import Floats

NONE = "@none"
"""The label of a message that no entry answers."""
RANKED = 3
"""How many labels a ranking has, and a choice at most."""


@dataclass(frozen=True)
class Thresholds:
    """From which chance on (0 to 1) the bot does something; chosen by the training on messages held out."""

    red_flag: float
    answer: float
    answer_for_professionals: float
    """For an entry that newcomers do not ask about."""
    choose: float
    """The least that the best three labels have together."""
    offer: float
    """The least that a label has to stand among the choices beside the first."""
    offer_for_professionals: float

    @classmethod
    def read(cls, card: Mapping[str, Any]) -> Self:
        """Read the thresholds from the model's card."""
        return cls(**card["thresholds"])


@dataclass(frozen=True, kw_only=True)
class Decision:
    """What happens with a message; the fields are those of `Understanding`."""

    outcome: Outcome
    ranking: tuple[str, ...]
    confidence: float
    entry: EntryId | None = None
    action: Action | None = None
    choices: tuple[str, ...] = ()
    red_flag: RedFlag | None = None
    nearest: tuple[EntryId, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Reader:
    """For whom a message is decided."""

    entries: Mapping[EntryId, Entry]
    off: Collection[EntryId] = ()
    for_professional: bool = False

    def is_off(self, label: str) -> bool:
        """Has an administrator taken this entry out of service?"""
        return label in self.off

    def is_rare(self, label: str) -> bool:
        """Does this reader seldom ask about it?"""
        entry = self.entries.get(EntryId(label))
        return entry is not None and not entry.is_for_newcomers and not self.for_professional


@dataclass(frozen=True)
class Decider:
    """Holds the labels in the model's order and the thresholds."""

    labels: tuple[str, ...]
    thresholds: Thresholds

    def decide(self, probabilities: Floats, reader: Reader) -> Decision:
        """Choose between answer, action, choice and forwarding; red flags are decided before.

        Args:
            probabilities: The chance of each label, in the order of `labels`.
            reader: The entries, which of them are off, and who asks.

        Returns:
            The decision, with the best three labels.
        """
        chances = self.rank(probabilities)
        first = next(iter(chances))
        ranked = Decision(
            outcome=Outcome.FORWARD,
            ranking=tuple(chances)[:RANKED],
            confidence=chances[first],
            nearest=tuple(EntryId(label) for label in chances if not label.startswith("@"))[:RANKED],
        )
        if reader.is_off(first):
            return ranked
        if ranked.confidence >= self._least_to_answer(first, reader):
            return _do(first, ranked)
        choices = self._choices({label: chances[label] for label in ranked.ranking}, reader)
        return replace(ranked, outcome=Outcome.CHOOSE, choices=choices) if choices else ranked

    def rank(self, probabilities: Floats) -> dict[str, float]:
        """Return the chance of each entry and action, best first; ties fall in the order of the labels."""
        pairs = zip(self.labels, probabilities.tolist(), strict=True)
        chances = [(label, min(max(chance, 0.0), 1.0)) for label, chance in pairs if is_ranked(label)]
        return dict(sorted(chances, key=lambda pair: -pair[1]))

    def _least_to_answer(self, label: str, reader: Reader) -> float:
        limits = self.thresholds
        return limits.answer_for_professionals if reader.is_rare(label) else limits.answer

    def _choices(self, best: Mapping[str, float], reader: Reader) -> tuple[str, ...]:
        if sum(best.values()) < self.thresholds.choose:
            return ()
        return tuple(label for label, chance in best.items() if self._may_offer(label, chance, reader))

    def _may_offer(self, label: str, chance: float, reader: Reader) -> bool:
        limits = self.thresholds
        least = limits.offer_for_professionals if reader.is_rare(label) else limits.offer
        return chance >= least and not reader.is_off(label)


def is_ranked(label: str) -> bool:
    """Is this an entry or an action, and neither a red flag nor "no entry answers this"?"""
    return label != NONE and not label.startswith(PREFIX)


def _do(label: str, ranked: Decision) -> Decision:
    if label.startswith("@"):
        return replace(ranked, outcome=Outcome.ACTION, action=Action(label.removeprefix("@")))
    return replace(ranked, outcome=Outcome.ANSWER, entry=EntryId(label))
