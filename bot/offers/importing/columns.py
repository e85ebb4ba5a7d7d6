"""Which column of a table of offers holds what, however its header is written.

`columns.tsv` has the other names that people give to a column.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from bot.domain.caseload_columns import Cell, text_of
from bot.domain.folding import fold, is_one_letter_off

Rows = Sequence[Sequence[Cell]]
_TITLES = 20
"""Rows among which the header is looked for."""


_A_NAME = frozenset(("naam", "name", "nom"))
_OF_PEOPLE = frozenset(
    (
        *("voornaam", "familienaam", "achternaam", "geboortedatum", "geboorteplaats", "nationaliteit"),
        *(
            "geslacht",
            "rijksregisternummer",
            "rijksregister",
            "insz",
            "statuut",
            "inburgeraar",
            "inburgeraars",
        ),
        *("rechthebbend", "verplicht", "dossiernummer", "prenom", "nationalite"),
    )
)
"""Words in the header of a list of people."""


class Column(StrEnum):
    """What a column holds, by its name in the template; the order is the template's."""

    REFERENCE = "id"
    TITLE = "titel"
    ORGANISATION = "organisatie"
    KIND = "soort"
    INTERESTS = "interesses"
    DESCRIPTION = "omschrijving"
    PLACE = "plaats"
    POSTCODE = "postcode"
    LATITUDE = "breedtegraad"
    LONGITUDE = "lengtegraad"
    WHEN = "wanneer"
    DUTCH_LEVEL = "taalniveau"
    IN_DUTCH = "nederlandstalig"
    SOCIAL = "sociaal"
    PRICE = "prijs"
    CHILD_FRIENDLY = "kindvriendelijk"
    WOMEN_ONLY = "alleen vrouwen"
    BY_TRANSPORT = "openbaar vervoer"
    CAPACITY = "capaciteit"
    FULL_UNTIL = "volzet tot"
    CONTACT_NAME = "contact naam"
    CONTACT_PHONE = "contact telefoon"
    CONTACT_EMAIL = "contact e-mail"
    CONTACT_IS_PUBLIC = "contact openbaar"
    VALID_FROM = "geldig van"
    VALID_UNTIL = "geldig tot"
    WEBSITE = "website"
    SOURCE = "bron"
    AGES = "leeftijd"
    IS_ONLINE = "online"
    IS_CANCELLED = "geannuleerd"
    ADDRESS = "adres"
    DAY = "dag"
    HOURS = "uur"
    END_HOUR = "einduur"


ONLY_READ = (Column.ADDRESS, Column.DAY, Column.HOURS, Column.END_HOUR)
"""Columns that other tables have; what is in them is written in those of the template."""


@dataclass(frozen=True, kw_only=True)
class Header:
    """Where everything stands."""

    line: int
    """From 1."""
    columns: Mapping[Column, int]
    unknown: tuple[str, ...] = ()
    """Names of columns that are not read."""
    twice: tuple[str, ...] = ()
    """Names that mean the same as a column before them."""
    cells: Sequence[Cell] = field(default=())


def find_header(rows: Rows) -> Header | None:
    """The row that names most columns, the title among them; None when there is none."""
    first = [(line, row) for line, row in enumerate(rows, 1) if any(map(text_of, row))][:_TITLES]
    headers = [_header(line, row) for line, row in first]
    named = [header for header in headers if Column.TITLE in header.columns]
    return max(named, key=lambda header: (len(header.columns), -header.line), default=None)


def is_of_people(header: Header) -> bool:
    """Is it a list of people, whose names would be titles that everybody reads?"""
    title = _words(text_of(header.cells[header.columns[Column.TITLE]]))
    named = [set(_words(text_of(cell))) for cell in header.cells]
    return set(title) <= _A_NAME and any(
        words & _OF_PEOPLE and not any(word.startswith("contact") for word in words) for words in named
    )


def _header(line: int, row: Sequence[Cell]) -> Header:
    columns: dict[Column, int] = {}
    unknown, twice = [], []
    # A column that bears the template's own name goes before another that means the same.
    places = sorted(range(len(row)), key=lambda place: _squeezed(text_of(row[place])) not in _OWN)
    for place in places:
        written = text_of(row[place])
        column = column_of(written)
        if column is None:
            unknown += [written] if written else []
        elif column in columns:
            twice.append(written)
        else:
            columns[column] = place
    return Header(line=line, columns=columns, unknown=tuple(unknown), twice=tuple(twice), cells=row)


def column_of(written: str) -> Column | None:
    """What a column of this name holds: "E-mail contact", "Titel *", "contactnaam", "geldig_tot (datum)"."""
    if len(written) > 80:
        return None
    for text in (written, re.sub(r"\(.*?\)|\[.*?\]", " ", written), re.split(r"[(:?\n]", written)[0]):
        key = _squeezed(text)
        if key in _BY_NAME:
            return _BY_NAME[key]
        if (column := _BY_WORDS.get(frozenset(_words(text)))) is not None:
            return column
    key = _squeezed(written)
    near = {column for name, column in _BY_NAME.items() if len(name) > 5 and is_one_letter_off(key, name)}
    return near.pop() if len(near) == 1 and len(key) > 5 else None


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text).replace("'", ""))


def _squeezed(text: str) -> str:
    return "".join(_words(text))


def _names() -> Iterator[tuple[str, Column]]:
    """Every name of a column; the template's own ones come last, so that they count."""
    lines = Path(__file__).with_name("columns.tsv").read_text(encoding="utf-8").splitlines()[1:]
    for column, names in (line.split("\t") for line in lines):
        yield from ((name, Column(column)) for name in names.split(", "))
    yield from ((column.value, column) for column in Column)


_BY_NAME = {_squeezed(name): column for name, column in _names()}
_BY_WORDS = {frozenset(_words(name)): column for name, column in _names() if " " in name or "-" in name}
_OWN = frozenset(_squeezed(column.value) for column in Column)
