"""Reads the FAQ entries, which stand in `entries/*.toml` in the order of the source."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bot.domain.entry import Audience, Checked, Entry
from bot.domain.ids import EntryId
from bot.domain.subject import Subject

FOLDER = Path(__file__).parent / "entries"


class EntryFileError(ValueError):
    """An entry file misses a field, repeats an id or holds a wrong value."""


def load_entries(folder: Path = FOLDER) -> Mapping[EntryId, Entry]:
    """Read all entries.

    Args:
        folder: Where the TOML files are; each holds `[[entry]]` tables.

    Returns:
        The entries by id, in the order of the files and of the tables in them.

    Raises:
        EntryFileError: Naming the file and the entry.
    """
    entries: dict[EntryId, Entry] = {}
    for path in sorted(folder.glob("*.toml")):
        for table in tomllib.loads(path.read_text(encoding="utf-8")).get("entry", []):
            entry = _read(table, path)
            if entry.id in entries:
                raise EntryFileError(f"{path.name}: {entry.id} stands twice")
            entries[entry.id] = entry
    return MappingProxyType(entries)


def _read(table: dict[str, Any], path: Path) -> Entry:
    try:
        return Entry(
            id=EntryId(table["id"]),
            section=table["section"],
            audience=frozenset(Audience(name) for name in table["audience"]),
            subject=Subject(table["subject"]) if "subject" in table else None,
            button=table["button"],
            short=table["short"],
            details=tuple(table.get("details", ())),
            key_words=tuple(table.get("key_words", ())),
            links=tuple(table.get("links", ())),
            links_missing=table.get("links_missing", 0),
            draft_always=table.get("draft_always", False),
            checked=_checked(table),
        )
    except (KeyError, ValueError) as error:
        raise EntryFileError(f"{path.name}: {table.get('id', 'an entry without id')}: {error}") from error


def _checked(table: dict[str, Any]) -> Checked | None:
    if "checked_by" not in table:
        return None
    day = table["checked_on"]
    return Checked(by=table["checked_by"], on=day if isinstance(day, dt.date) else dt.date.fromisoformat(day))
