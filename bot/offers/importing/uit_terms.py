"""UiTdatabank's event types and themes: what each is called, which kind of offer and which interest it is.

From publiq's public taxonomy; `uit_terms.tsv` has the Dutch labels, and words where the label says little.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.domain.interest import Interest
from bot.domain.offer_kind import OfferKind

FILE = Path(__file__).with_name("uit_terms.tsv")


@dataclass(frozen=True)
class Term:
    """An event type or a theme."""

    id: str
    label: str
    kind: OfferKind | None
    """Of an event type that is always of one kind."""
    interest: Interest | None
    words: tuple[str, ...]
    """Besides the label."""
    is_vague: bool
    """Does the label say nothing of what one does there: "Lessenreeks"? Then its words are "-"."""


@cache
def terms() -> Mapping[str, Term]:
    """All that are known, by id."""
    lines = FILE.read_text(encoding="utf-8").splitlines()[1:]
    return {term.id: term for term in map(_term, lines)}


def _term(line: str) -> Term:
    name, label, kind, interest, words = line.split("\t")
    return Term(
        id=name,
        label=label,
        kind=OfferKind(kind) if kind else None,
        interest=Interest(interest) if interest else None,
        words=tuple(word for word in words.split(", ") if word.strip("-")),
        is_vague=words == "-",
    )
