"""Notices when a message tells of violence, suicide, losing a roof or exploitation.

A person in need gets a help line at once, so this is asked before any answer is sought.
"""

from dataclasses import dataclass

from bot.domain.understanding import RedFlag
from bot.faq.features import Floats

PREFIX = "!"
"""How the training messages write a red flag, as in `!violence`."""


@dataclass(frozen=True)
class RedFlagReader:
    """Sums what the model gives to the four situations."""

    labels: tuple[str, ...]
    threshold: float
    """From this chance on, a help line is shown."""

    def chance(self, probabilities: Floats) -> float:
        """Return the chance (0 to 1) that the message tells of any of the situations."""
        return float(sum(probabilities[place] for place in self._places()))

    def notice(self, probabilities: Floats) -> RedFlag | None:
        """Return the likeliest situation, or None where the chance is under the threshold."""
        if self.chance(probabilities) < self.threshold:
            return None
        likeliest = max(self._places(), key=lambda place: float(probabilities[place]))
        return RedFlag(self.labels[likeliest].removeprefix(PREFIX))

    def _places(self) -> list[int]:
        return [place for place, label in enumerate(self.labels) if label.startswith(PREFIX)]
