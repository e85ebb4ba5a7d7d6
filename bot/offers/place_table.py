"""Reads the table of Belgian places that `python -m benchmarks.places` builds."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.domain.place import Place, Point

FILE = Path(__file__).parent / "data" / "places.tsv"


@dataclass(frozen=True, slots=True)
class Row:
    """A place, what people call it, and how its name has also been spelled."""

    place: Place
    names: Sequence[str]
    spellings: Sequence[str]


def read_places(file: Path = FILE) -> list[Row]:
    """Read every place, those that answer to a postcode before others that share it."""
    return [_row(line) for line in file.read_text(encoding="utf-8").splitlines()[1:]]


def _row(line: str) -> Row:
    name, municipality, codes, latitude, longitude, population, *others = line.split("\t")
    place = Place(
        name=name,
        municipality=municipality,
        postcodes=tuple(codes.split()),
        point=Point(float(latitude), float(longitude)),
        population=int(population),
    )
    names, spellings = (*others, "", "")[:2]
    return Row(place, names.split(", ") if names else (), spellings.split(", ") if spellings else ())
