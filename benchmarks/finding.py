"""Measures what is found for wishes, by language, beside three simpler ways of finding."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from types import SimpleNamespace

import numpy as np

from benchmarks import vectors
from benchmarks.finding_baselines import Answer, baselines
from benchmarks.finding_cases import TODAY, Case, Cases, development, places
from benchmarks.finding_heldout import held_out
from benchmarks.messages import ROOT
from benchmarks.tables import print_table
from benchmarks.train_offers import TUNING
from bot.domain.search import Hits, Search, Times
from bot.language.encoder import Encoder, Vectors
from bot.language.reading import read
from bot.offers.catalogue import Catalogue
from bot.offers.model import CARD, Model
from bot.offers.senses import SenseReader
from bot.offers.wish_reader import WishReader


class Remembering(Encoder):
    """An encoder that was given texts before, so that measuring again is quick."""

    def __init__(self, texts: Sequence[str]) -> None:
        """Take the vectors of texts from the cache beside the data; those of others are encoded."""
        super().__init__()
        self._known = dict(zip(texts, vectors.vectors_of(texts), strict=True))

    def encode_many(self, texts: Sequence[str]) -> Vectors:
        """Encode texts, one row each."""
        rows = [self._known[one] if one in self._known else self._encoded(one) for one in texts]
        return np.array(rows, np.float32)

    def _encoded(self, text: str) -> Vectors:
        vector: Vectors = super().encode_many([text])[0]
        self._known[text] = vector
        return vector


@dataclass(frozen=True)
class Finder:
    """The bot's own way of finding, over one catalogue."""

    reader: WishReader
    catalogue: Catalogue
    references: dict[int, str]
    reads_circumstances: bool

    @classmethod
    def over(cls, cases: Cases, model: Model, *, reads_circumstances: bool) -> "Finder":
        """Read every offer, and put it on the shelf."""
        offers = cases.offers
        encoder = Remembering(
            [SenseReader.sentence(offer.details) for offer in offers]
            + [read(case.text, hint=case.language).sentence for case in cases.cases]
        )
        senses, catalogue = SenseReader.load(encoder, model), Catalogue(model)
        shelved = [SimpleNamespace(offer=one, sense=senses.read(one.details), version=1) for one in offers]
        catalogue.put(shelved, version=1)
        return cls(
            WishReader.load(encoder, places(), model),
            catalogue,
            {one.id: one.reference for one in offers},
            reads_circumstances,
        )

    def search(self, case: Case) -> Search:
        """Read a wish as the command line does: a place that is given counts before one in the text."""
        search = self.reader.read(case.text, hint=case.language)
        if not self.reads_circumstances:
            search = replace(search, times=Times(), needs=frozenset())
        near = places().search(case.near, limit=1) if case.near else ()
        return replace(search, place=near[0]) if near else search

    def answer(self, case: Case) -> Answer:
        """What is shown for a wish."""
        found: Hits = self.catalogue.find(self.search(case), today=TODAY)
        return tuple(self.references[hit.offer_id] for hit in found.hits), found.nothing_fits


def run() -> None:
    """Print all tables."""
    vectors.CACHE = ROOT / "data" / "offer_vectors.npz"
    if (TUNING / CARD).exists():
        cases = development()
        model = Model.load(TUNING)
        finder = Finder.over(cases, model, reads_circumstances=False)
        report("development: what was held back from training", cases, finder.answer)
    others = held_out()
    if others is not None:
        finder = Finder.over(others, Model.load(), reads_circumstances=True)
        report("held out: wishes and a catalogue by others", others, finder.answer)
        for name, answer in baselines(others, finder.reader.encoder).items():
            report(f"held out, {name}", others, answer)


def report(title: str, cases: Cases, answer: Callable[[Case], Answer]) -> None:
    """Print what is found, a row for each language."""
    answers = [(case, answer(case)) for case in cases.cases]
    languages = sorted({case.language for case in cases.cases})
    rows = [_row(one, [pair for pair in answers if pair[0].language == one]) for one in languages]
    head = (
        "language",
        "wishes",
        "fitting in 3",
        "unfit in 3",
        "first fits",
        "nothing: said",
        "falsely",
        "shown",
    )
    print_table(title, head, [*rows, _row("all", answers)])


def _row(name: str, answers: Sequence[tuple[Case, Answer]]) -> tuple[str, ...]:
    something = [pair for pair in answers if not pair[0].is_nothing]
    nothing = [pair for pair in answers if pair[0].is_nothing]
    return (
        name,
        str(len(answers)),
        _share([bool(set(shown[:3]) & case.fits) for case, (shown, _) in something]),
        _share([bool(set(shown[:3]) & case.unfit) for case, (shown, _) in answers]),
        _share([bool(set(shown[:1]) & case.fits) for case, (shown, _) in something]),
        _share([said for _, (_, said) in nothing]),
        _share([said for _, (_, said) in something]),
        f"{sum(len(shown) for _, (shown, _) in answers) / max(len(answers), 1):.2f}",
    )


def _share(hits: Sequence[bool]) -> str:
    return f"{100 * sum(hits) / len(hits):.1f}" if hits else "-"
