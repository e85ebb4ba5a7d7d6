"""The kinds of offers as the template names them, and (`kinds.tsv`) by the words that tables use for them."""

import re
from collections.abc import Mapping
from pathlib import Path

from bot.domain.folding import fold
from bot.domain.offer_kind import OfferKind

NAMES = {
    OfferKind.BUDDY: "buddy",
    OfferKind.VOLUNTEERING: "vrijwilligerswerk",
    OfferKind.ASSOCIATION: "vereniging",
    OfferKind.WORK_PLACEMENT: "kennismakingsstage",
    OfferKind.CONVERSATION_TABLE: "praattafel",
    OfferKind.NEIGHBOURHOOD_HOUSE: "buurthuis",
    OfferKind.COURSE: "cursus",
    OfferKind.SPORT: "sport",
    OfferKind.CULTURE: "cultuur",
    OfferKind.OTHER: "andere",
}


def _kinds_by_word() -> Mapping[str, OfferKind]:
    lines = Path(__file__).with_name("kinds.tsv").read_text(encoding="utf-8").splitlines()[1:]
    kinds = (line.split("\t") for line in lines)
    return {word: OfferKind(kind) for kind, words in kinds for word in words.split()}


_KIND_OF = _kinds_by_word()


def kind_named(written: str) -> OfferKind | None:
    """The kind of offer that a word names: "vrijwilligerswerk", "Praatgroepen", "lokaal dienstencentrum".

    Args:
        written: What stands in the column `soort`.

    Returns:
        The kind of the whole, or else of the first word that names one; None when none does.
    """
    words = re.findall(r"[^\W_]+", fold(written).replace("-", ""))
    if whole := _KIND_OF.get("".join(words)):
        return whole
    kinds = [kind for word in words if (kind := _KIND_OF.get(word))]
    return next((kind for kind in kinds if kind is not OfferKind.OTHER), kinds[0] if kinds else None)
