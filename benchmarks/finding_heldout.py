"""The wishes that others wrote, over a catalogue of their own: measured on, and never tuned on."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.finding_cases import TODAY, Case, Cases, places
from bot.documents.tables import read_rows
from bot.domain.ids import OfferId
from bot.domain.offer import Offer, OfferDetails
from bot.offers.importing.table import read_table

FOLDER = Path(__file__).parent / "wishes"


def held_out() -> Cases | None:
    """Read the catalogue and the wishes of every language; None where they are not there."""
    catalogue = FOLDER / "catalogue.csv"
    if not catalogue.exists():
        return None
    batch = read_table(read_rows(catalogue.read_bytes(), catalogue.name), source="held out", today=TODAY)
    offers = tuple(
        Offer(
            id=OfferId(number), source="held out", reference=draft.reference, details=_placed(draft.details)
        )
        for number, draft in enumerate(batch.drafts, start=1)
    )
    situations = {row["id"]: row for row in _rows(FOLDER / "situations.tsv")}
    cases = [
        case
        for path in sorted(FOLDER.glob("??.tsv"))
        for row in _rows(path)
        if (case := _case(path.stem, row, situations))
    ]
    return Cases(offers, tuple(cases))


def _case(language: str, row: Mapping[str, str], situations: Mapping[str, Mapping[str, str]]) -> Case | None:
    situation = situations.get(row["situation"])
    if situation is None or not row["text"]:
        return None
    return Case(
        language,
        row["text"],
        row["near"] or None,
        frozenset(_ids(situation["fits"])),
        frozenset(_ids(situation["unfit"])),
        situation["nothing"].strip() == "1",
    )


def _ids(written: str) -> Sequence[str]:
    return written.replace(",", " ").replace(";", " ").split()


def _rows(path: Path) -> list[dict[str, str]]:
    lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    head = lines[0]
    return [dict(zip(head, [*line, *[""] * len(head)], strict=False)) for line in lines[1:]]


def _placed(details: OfferDetails) -> OfferDetails:
    """As the import does: the postcode or the place gives the coordinates where none are given."""
    venue = details.venue
    place = places().locate(venue.name, venue.postcode)
    if place is None:
        return details
    return replace(
        details, venue=replace(venue, point=venue.point or place.point, municipality=place.municipality)
    )
