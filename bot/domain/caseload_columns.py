"""Which column of a begeleider's list holds what: by its header, or else by content and the usual order."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from enum import Enum, auto

from bot.domain.contract import Status
from bot.domain.folding import fold

Cell = str | int | float | dt.date | None
Cells = Sequence[Cell]


class Column(Enum):
    """What a column holds."""

    REFERENCE = auto()
    NAME = auto()
    STATUS = auto()
    IS_OBLIGED = auto()
    """Yes or no under "verplicht"."""
    IS_ENTITLED = auto()
    """Yes or no under "rechthebbend"."""
    START = auto()
    LAST_DAY = auto()
    HOURS = auto()
    LANGUAGE = auto()


Columns = Mapping[Column, int]

_HEADERS = {
    Column.HOURS: "uren uur urental",
    Column.LAST_DAY: "einde eind einddatum laatste tot deadline vervaldag vervaldatum eindigt",
    Column.START: "start begin van vanaf startdatum begindatum aanvang aanvangsdatum begint",
    Column.LANGUAGE: "taal contacttaal moedertaal voertaal talen",
    Column.STATUS: "statuut status type soort",
    Column.IS_OBLIGED: "verplicht verplichte plichtig",
    Column.IS_ENTITLED: "rechthebbend rechthebbende recht vrijwillig",
    Column.REFERENCE: "referentie ref dossier dossiernummer dossiernr nummer nr kenmerk referentienummer "
    "refnr id code klantnummer",
    Column.NAME: "voornaam roepnaam naam inburgeraar persoon deelnemer client klant cursist voornamen",
}
_OWN_NAME = frozenset(("voornaam", "voornamen", "roepnaam", "voor"))
_NOT_OURS = frozenset(
    (
        *("familienaam", "achternaam", "begeleider", "telefoon", "telefoonnummer", "gsm", "email", "mail"),
        *("adres", "gemeente", "geboortedatum", "nationaliteit", "opmerking", "opmerkingen"),
    )
)
_STATUS_WORDS = {
    Status.OBLIGED: "verplicht verplichte verpl v plichtig plicht obliged verplichting inburgeringsplichtig",
    Status.ENTITLED: "rechthebbend rechthebbende recht r rechth rechtheb vrijwillig vrijw entitled",
}
_STATUS_OF = {word: status for status, words in _STATUS_WORDS.items() for word in words.split()}
_DATE = re.compile(r"\d\s*[/.\-]\s*\d")
YES = frozenset(["ja", "j", "x", "1", "yes", "y", "waar", "true", "ok", "v"])
NO = frozenset(["nee", "neen", "n", "0", "no", "onwaar", "false"])


def text_of(cell: Cell) -> str:
    """A cell as the text that a person sees in it; empty for nothing."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, dt.date):
        return f"{cell:%d/%m/%Y}"
    return str(cell).strip()


def words_of(cell: Cell) -> list[str]:
    """The folded words of a cell: no accents, capitals, underscores or signs."""
    return re.findall(r"[^\W_]+", fold(text_of(cell)))


def read_status(cell: Cell) -> Status | None:
    """Obliged or entitled, as people write it; None when it is neither, or both."""
    found = {status for word in words_of(cell) if (status := _STATUS_OF.get(word))}
    is_denied = any(word in ("niet", "geen") for word in words_of(cell))
    if len(found) != 1:
        return None
    return next(status for status in Status if (status in found) is not is_denied)


def header_columns(row: Cells) -> Columns | None:
    """The columns that a header names; None when the row is no header."""
    if any(isinstance(cell, (int, float, dt.date)) or _DATE.search(text_of(cell)) for cell in row):
        return None
    named = [(place, column) for place, cell in enumerate(row) if (column := _column_of(cell))]
    filled = [cell for cell in row if text_of(cell)]
    others = [cell for cell in filled if _NOT_OURS.intersection(words_of(cell))]
    names_who = any(column in (Column.REFERENCE, Column.NAME) for _, column in named)
    if not names_who or len(named) < min(2, len(filled)) or 2 * (len(named) + len(others)) < len(filled):
        return None
    columns: dict[Column, int] = {}
    for place, column in named:
        is_own_name = column is Column.NAME and _OWN_NAME.intersection(words_of(row[place]))
        if column not in columns or is_own_name:
            columns[column] = place
    return columns


def usual_columns(rows: Sequence[Cells]) -> Columns:
    """The columns of a list without a header: reference or name, status, start, last day, hours, language."""
    counts = {place: sum(read_status(_at(row, place)) is not None for row in rows) for place in (1, 2)}
    status_at = 2 if counts[2] > counts[1] else 1
    after = (Column.STATUS, Column.START, Column.LAST_DAY, Column.HOURS, Column.LANGUAGE)
    columns = {column: status_at + step for step, column in enumerate(after)}
    return columns | _who(rows, status_at)


def _who(rows: Sequence[Cells], status_at: int) -> dict[Column, int]:
    if status_at == 1:
        return {Column.REFERENCE: 0, Column.NAME: 0}
    figures = [sum(bool(re.search(r"\d", text_of(_at(row, place)))) for row in rows) for place in (0, 1)]
    reference = 1 if figures[1] > figures[0] else 0
    return {Column.REFERENCE: reference, Column.NAME: 1 - reference}


def _at(row: Cells, place: int) -> Cell:
    return row[place] if place < len(row) else None


def _column_of(cell: Cell) -> Column | None:
    words = words_of(cell)
    if not words or len(words) > 6 or _NOT_OURS.intersection(words):
        return None
    if {"verplicht", "rechthebbend"} <= set(words) or {"v", "r"} == set(words):
        return Column.STATUS
    return next(
        (column for column, names in _HEADERS.items() if set(names.split()).intersection(words)), None
    )
