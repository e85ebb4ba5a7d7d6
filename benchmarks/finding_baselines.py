"""Three simpler ways of finding offers, to measure against; each takes the nearest among what is alike."""

from collections.abc import Callable, Sequence

import numpy as np
from rapidfuzz import fuzz, process

from benchmarks.finding_cases import TODAY, Case, Cases, places
from bot.domain.offer import Offer
from bot.domain.offer_text import text_of
from bot.domain.place import Place
from bot.domain.search import USUAL_REACH_KM
from bot.language.encoder import Encoder
from bot.language.normalise import clean, fold
from bot.language.reading import read

Answer = tuple[tuple[str, ...], bool]
Answerer = Callable[[Case], Answer]
SHOWN = 3
_SHORTEST_WORD = 3


def baselines(cases: Cases, encoder: Encoder) -> dict[str, Answerer]:
    """Each way by its name."""
    offers = [offer for offer in cases.offers if offer.is_open(TODAY)]
    return {
        "RapidFuzz over title and description, near": _by_letters(offers),
        "the encoder alone, near": _by_meaning(offers, encoder),
        "keywords as UiTdatabank: all words must occur, near": _by_keywords(offers),
    }


def _by_letters(offers: Sequence[Offer]) -> Answerer:
    texts = [fold(clean(text_of(offer.details))) for offer in offers]

    def answer(case: Case) -> Answer:
        likeness = process.cdist([fold(clean(case.text))], texts, scorer=fuzz.WRatio)[0]
        return _best(offers, likeness, home_of(case))

    return answer


def _by_meaning(offers: Sequence[Offer], encoder: Encoder) -> Answerer:
    vectors = encoder.encode_many([clean(text_of(offer.details)) for offer in offers])

    def answer(case: Case) -> Answer:
        vector = encoder.encode_many([read(case.text, hint=case.language).sentence])[0]
        return _best(offers, vectors @ vector, home_of(case))

    return answer


def _by_keywords(offers: Sequence[Offer]) -> Answerer:
    texts = [fold(clean(text_of(offer.details))) for offer in offers]

    def answer(case: Case) -> Answer:
        mention = None if case.near else places().in_text(case.text)
        words = fold(clean(mention.rest if mention else case.text)).replace("?", " ").split()
        asked = [word for word in words if len(word) >= _SHORTEST_WORD]
        found = [place for place, text in enumerate(texts) if asked and all(word in text for word in asked)]
        home = home_of(case)
        nearest = sorted(found, key=lambda place: _km(offers[place], home))
        return tuple(offers[place].reference for place in nearest[:SHOWN]), not found

    return answer


def home_of(case: Case) -> Place | None:
    """The place that is given, or else the one in the text."""
    if case.near:
        return next(iter(places().search(case.near, limit=1)), None)
    mention = places().in_text(case.text)
    return mention.place if mention else None


def _best(offers: Sequence[Offer], likeness: Sequence[float] | np.ndarray, home: Place | None) -> Answer:
    order = np.argsort(-np.asarray(likeness), kind="stable").tolist()
    near = [place for place in order if _km(offers[place], home) <= USUAL_REACH_KM]
    return tuple(offers[place].reference for place in near[:SHOWN]), not near


def _km(offer: Offer, home: Place | None) -> float:
    point = offer.details.venue.point
    return 0.0 if home is None or point is None else point.km_to(home.point)
