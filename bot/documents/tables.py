"""Lists of people and of offers, read from XLSX, CSV or pasted lines; and lists given to people as CSV.

What is read are values as text, numbers and dates: nothing is worked out or run.
"""

from pathlib import PurePath

from bot.documents.cells import CATALOGUE, PEOPLE, Cell, Rows, TableKind, TableUnreadable, Unreadable
from bot.documents.separated import decoded, read_csv, read_pasted, write_csv

__all__ = [
    "CATALOGUE", "PEOPLE", "Cell", "Rows", "TableKind", "TableUnreadable", "Unreadable", "read_pasted",
    "read_rows", "write_csv",
]  # fmt: skip

MOST_BYTES = PEOPLE.most_bytes
ZIP_BEGINS = b"PK\x03\x04"
OLD_OFFICE_BEGINS = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OFFICE_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
OTHER_TEXTS = {".json", ".html", ".htm", ".xml", ".vcf", ".ics", ".rtf", ".eml"}
OTHER_TEXTS_BEGIN = ("<", "{", "%PDF", "BEGIN:")
TABBED = {".tsv", ".tab"}


def read_rows(content: bytes, name: str, *, kind: TableKind = PEOPLE) -> Rows:
    """Read a file that somebody gave.

    Rows keep their place: row n of their own program is at n - 1, and a blank row is an empty list. Cells of
    a text file are text; those of a workbook can be numbers and dates, too. A formula counts with the value
    it had when the file was saved, and without one its cell is empty.

    Args:
        content: The bytes of the file.
        name: Its name, such as "mensen.xlsx"; what is in the file counts for more.
        kind: What it is a list of.

    Raises:
        TableUnreadable: With the reason.
    """
    if len(content) > kind.most_bytes:
        raise TableUnreadable(Unreadable.TOO_LARGE)
    if not content.strip():
        raise TableUnreadable(Unreadable.EMPTY)
    if content.startswith(ZIP_BEGINS):
        # Heavy, and seldom needed.
        from bot.documents.workbooks import read_workbook

        return read_workbook(content, kind=kind)
    if content.startswith(OLD_OFFICE_BEGINS):
        is_encrypted = OFFICE_ENCRYPTED in content
        raise TableUnreadable(Unreadable.ENCRYPTED if is_encrypted else Unreadable.NOT_A_TABLE)
    return _read_text(content, PurePath(name).suffix.lower(), kind)


def _read_text(content: bytes, ending: str, kind: TableKind) -> Rows:
    text = decoded(content)
    if ending in OTHER_TEXTS or text.lstrip().startswith(OTHER_TEXTS_BEGIN):
        raise TableUnreadable(Unreadable.NOT_A_TABLE)
    return read_csv(text, "\t" if ending in TABBED else None, kind=kind)
