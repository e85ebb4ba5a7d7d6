"""Notices when a message tells of violence, suicide, losing a roof or exploitation.

A person in need gets a help line at once, so this is asked before any answer is sought.
"""

import re
from dataclasses import dataclass
from functools import cache

from bot.domain.folding import fold
from bot.domain.understanding import RedFlag
from bot.language.features import Floats

PREFIX = "!"
"""How the training messages write a red flag, as in `!violence`."""

_NAMED = {
    RedFlag.SUICIDE: (
        "zelfmoord* zelfdoding* suicid* самогуб* суїцид* суицид* самоуби* انتحار* الانتحار* للانتحار*"
        " بالانتحار* انتحر* أنتحر* سأنتحر* intihar* خودکشی*"
    ),
    RedFlag.VIOLENCE: (
        "verkracht* rape raped viol violé violée зґвалт* згвалт* изнасил* اغتصب* اغتصاب* الاغتصاب* tecavüz*"
        " violación violada slaat_mij slaat_me sloeg_mij sloeg_me mishandelt_mij hits_me beat_me_up"
        " me_frappe побив_мене вдарив_мене ударил_меня избил_меня beni_dövüyor beni_dövdü bana_vuruyor"
        " bana_vurdu ضربني* يضربني* بيضربني* كيضربني* kaydrbni* yedrebni* bidrobni* يهددني* بيهددني* هددني*"
        " تيزاب* بتيزاب* بالتيزاب*"
    ),
}
"""Words that say it by themselves, whatever stands around them.

One with a star may go on; a low line stands for a space.
"""


def named(text: str) -> RedFlag | None:
    """The situation that a word of this message names by itself, in any language."""
    folded = fold(text)
    return next((flag for flag, words in _patterns().items() if words.search(folded)), None)


@cache
def _patterns() -> dict[RedFlag, re.Pattern[str]]:
    def pattern(words: str) -> re.Pattern[str]:
        either = "|".join(
            re.escape(fold(word.rstrip("*").replace("_", " "))) + (r"\w*" if word.endswith("*") else "")
            for word in words.split()
        )
        return re.compile(rf"(?<!\w)(?:{either})(?!\w)")

    return {flag: pattern(words) for flag, words in _NAMED.items()}


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
