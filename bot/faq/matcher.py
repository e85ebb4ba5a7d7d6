"""Understands a message: its language, and what should happen with it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Self

from bot.domain.entry import Entry
from bot.domain.ids import EntryId
from bot.domain.understanding import Outcome, Understanding
from bot.faq.decision import Decider, Decision, Reader, Thresholds
from bot.faq.entries import load_entries
from bot.faq.model import Model
from bot.faq.red_flags import RedFlagReader, named
from bot.language.encoder import Encoder
from bot.language.features import Floats
from bot.language.reading import Reading, read

FEWEST_WORDS = 2
"""One word says too little for an answer: what it points to is asked back, unless it tells of need."""


@dataclass(frozen=True)
class Matcher:
    """Deterministic, and safe to share between threads."""

    entries: Mapping[EntryId, Entry]
    model: Model
    encoder: Encoder
    red_flags: RedFlagReader
    decider: Decider

    @classmethod
    def load(cls, *, encoder_threads: int = 1) -> Self:
        """Load entries, model and encoder.

        Args:
            encoder_threads: How many threads one message may use.

        Returns:
            A matcher that is ready for its first message.
        """
        model, encoder = Model.load(), Encoder(threads=encoder_threads)
        encoder.load()
        read("goeiedag")
        limits = Thresholds.read(model.card)
        return cls(
            entries=load_entries(),
            model=model,
            encoder=encoder,
            red_flags=RedFlagReader(model.labels, limits.red_flag),
            decider=Decider(model.labels, limits),
        )

    def understand(
        self,
        text: str,
        *,
        hint: str | None = None,
        off: Collection[EntryId] = (),
        for_professional: bool = False,
    ) -> Understanding:
        """Read one message.

        Args:
            text: The message as it arrived; anything at all.
            hint: The language the person speaks with the bot, for messages that do not show theirs.
            off: Entries that are out of service: they rank, but are neither answered nor offered.
            for_professional: Whether entries that only professionals ask about are answered as easily.

        Returns:
            What the bot makes of it.
        """
        reading = read(text, hint=hint)
        reader = Reader(entries=self.entries, off=off, for_professional=for_professional)
        decision = self._decide(reading, reader)
        if decision.red_flag is None and (flag := named(text)) is not None:
            decision = replace(_silent(decision), outcome=Outcome.EMERGENCY, red_flag=flag)
        return Understanding(
            text=text,
            language=reading.language,
            outcome=decision.outcome,
            ranking=decision.ranking,
            confidence=decision.confidence,
            entry=decision.entry,
            action=decision.action,
            choices=decision.choices,
            red_flag=decision.red_flag,
            nearest=decision.nearest,
        )

    @property
    def weak_languages(self) -> frozenset[str]:
        """Those in which too few messages were understood when it was measured."""
        return frozenset(self.model.card["weak"])

    def probabilities(self, reading: Reading) -> Floats:
        """Return the chance of each of the model's labels; the encoder is asked only where it can matter."""
        scores = self.model.letters.weigh(reading.letters)
        by_letters = self.model.by_letters(scores, reading.language)
        if self._is_sure(by_letters):
            return by_letters
        return self.model.by_both(scores, self.encoder.encode(reading.sentence), reading.language)

    def _decide(self, reading: Reading, reader: Reader) -> Decision:
        if not reading.words:
            unread = self.model.by_letters(self.model.letters.bias, reading.language)
            return _silent(self.decider.decide(unread, reader))
        return decide(self.probabilities(reading), reading.words, reader, self.decider, self.red_flags)

    def is_clear(self, reading: Reading) -> bool:
        """Can this message be understood without the encoder?"""
        return self._is_sure(
            self.model.by_letters(self.model.letters.weigh(reading.letters), reading.language)
        )

    def _is_sure(self, by_letters: Floats) -> bool:
        return bool(by_letters.max() >= self.model.card["join"]["sure_without_encoder"])


def decide(
    chances: Floats, words: int, reader: Reader, decider: Decider, red_flags: RedFlagReader
) -> Decision:
    """Decide what happens with a message: need first, then silence, then an answer.

    Args:
        chances: The chance of each label.
        words: How many words the person typed.
        reader: The entries, which of them are off, and who asks.
        decider: Chooses between answer, action, choice and forwarding.
        red_flags: Notices need.

    Returns:
        The decision.
    """
    decision = decider.decide(chances, reader)
    red_flag = red_flags.notice(chances)
    if red_flag is not None:
        return replace(_silent(decision), outcome=Outcome.EMERGENCY, red_flag=red_flag)
    return _asking_back(decision) if words < FEWEST_WORDS else decision


def _silent(decision: Decision) -> Decision:
    """Keep the ranking, but leave the message to the begeleider."""
    return Decision(
        outcome=Outcome.FORWARD,
        ranking=decision.ranking,
        confidence=min(decision.confidence, 0.1),
        nearest=decision.nearest,
    )


def _asking_back(decision: Decision) -> Decision:
    """One word says too little for an answer; what it points to surely is asked back."""
    label = decision.entry or (decision.action and decision.action.label)
    return (
        replace(_silent(decision), outcome=Outcome.CHOOSE, choices=(label,)) if label else _silent(decision)
    )
