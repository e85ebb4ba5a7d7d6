"""Reads a table of offers, as a municipality keeps it: one row, one offer."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from bot.domain.caseload_columns import text_of
from bot.offers.importing.columns import Column, Header, Rows, find_header, is_of_people
from bot.offers.importing.draft import Batch, Draft, Fault, FileUnusable, Reason, Unusable
from bot.offers.importing.row_reader import RowReader

_SHOWN = 60


def read_table(rows: Rows, *, source: str, today: dt.date) -> Batch:
    """Read offers from the rows of a spreadsheet.

    Args:
        rows: Cells as `bot/documents/tables` gives them; the header may stand below a title.
        source: The source of rows that name none.
        today: The day in the bot's time zone, for a date without its year.

    Returns:
        The offers that can go in, in their order, and all that is wrong, with its line.

    Raises:
        FileUnusable: No row names a column for the title, or it is a list of people.
    """
    header = find_header(rows)
    if header is None:
        raise FileUnusable(Unusable.NO_HEADER)
    if is_of_people(header):
        raise FileUnusable(Unusable.OF_PEOPLE)
    faults = list(_faults_of(header))
    drafts: dict[tuple[str, str], Draft] = {}
    left_out: set[tuple[str, str]] = set()
    for line, row in enumerate(rows[header.line :], header.line + 1):
        if not any(map(text_of, row)) or list(row) == list(header.cells):
            continue
        reader = RowReader(line, row, header, today=today)
        draft = reader.read(source=source)
        faults += reader.faults
        if draft is None:
            left_out |= {reader.key} if reader.key else set()
            continue
        draft = draft if reader.names_itself else _numbered(draft, drafts)
        if (draft.source, draft.reference) in drafts:
            faults.append(_twice(draft))
        else:
            drafts[draft.source, draft.reference] = draft
    return Batch(
        drafts=tuple(drafts.values()), faults=tuple(faults), is_whole=True, left_out=frozenset(left_out)
    )


def _numbered(draft: Draft, drafts: dict[tuple[str, str], Draft]) -> Draft:
    """With a number behind its reference when another offer has the same title, organisation and place."""
    names = (f"{draft.reference}-{number}" if number > 1 else draft.reference for number in count(1))
    free = (name for name in names if _is_free(draft, drafts.get((draft.source, name))))
    return replace(draft, reference=next(free))


def _is_free(draft: Draft, other: Draft | None) -> bool:
    return other is None or other.details == draft.details


def _twice(draft: Draft) -> Fault:
    return Fault(
        line=draft.line,
        column=Column.REFERENCE.value,
        reason=Reason.TWICE,
        value=draft.reference[:_SHOWN],
        is_fatal=True,
    )


def _faults_of(header: Header) -> Iterator[Fault]:
    for reason, names in ((Reason.UNKNOWN_COLUMN, header.unknown), (Reason.COLUMN_TWICE, header.twice)):
        for name in names:
            yield Fault(line=header.line, column=None, reason=reason, value=name[:_SHOWN], is_fatal=False)
