"""Lengths and positions as Telegram counts them, and the entities it finds by itself."""

import re
from typing import Any

Json = dict[str, Any]

_WORTH_A_LOOK = re.compile(r"[/@#+]|\.\w")
_TOP_DOMAINS = "be|brussels|vlaanderen|com|org|net|eu|info|me|nl|fr|app|dev|io"
_FOUND = re.compile(
    r"(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    rf"|(?P<url>https?://[^\s<>\"]+|(?<![\w@.])(?:[\w-]+\.)+(?:{_TOP_DOMAINS})\b(?:/[^\s<>\"]*)?)"
    r"|(?P<bot_command>(?<![\w/<>])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31})"
    r"|(?P<hashtag>(?<!\w)#\d*[^\W\d]\w*)"
    r"|(?P<phone_number>(?<!\w)\+\d[\d ()./-]{7,16}\d)"
)


def length(text: str) -> int:
    """Length in UTF-16 code units, the unit of every offset and limit."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def cut(text: str, offset: int, size: int) -> str:
    """The part of a text that an entity covers."""
    return text.encode("utf-16-le")[offset * 2 : (offset + size) * 2].decode("utf-16-le", "replace")


def find(text: str) -> list[Json]:
    """Commands, links, mentions and the like that Telegram marks without being asked."""
    if not _WORTH_A_LOOK.search(text):
        return []
    found = []
    for match in _FOUND.finditer(text):
        kind, words = str(match.lastgroup), match.group().rstrip(".,;:!?)")
        found.append({"type": kind, "offset": length(text[: match.start()]), "length": length(words)})
    return found


def with_found(text: str, entities: list[Json]) -> list[Json]:
    """Given entities plus the found ones that do not touch a link or code."""
    taken = [e for e in entities if e["type"] in ("text_link", "code", "pre", "url", "email", "bot_command")]
    extra = [f for f in find(text) if not any(_touch(f, e) for e in taken)]
    return sorted(entities + extra, key=_order) if extra else entities


def tidy(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Take the space off both ends, as Telegram does, and move the entities along."""
    stripped = text.strip(" \n\t\r")
    if stripped == text:
        return text, sorted(entities, key=_order)
    start = length(text) - length(text.lstrip(" \n\t\r"))
    moved = [_moved(entity, start, length(stripped)) for entity in entities]
    return stripped, sorted((e for e in moved if e["length"] > 0), key=_order)


def _moved(entity: Json, start: int, end: int) -> Json:
    first = max(entity["offset"] - start, 0)
    last = min(entity["offset"] + entity["length"] - start, end)
    return {**entity, "offset": first, "length": last - first}


def _order(entity: Json) -> tuple[int, int]:
    return entity["offset"], -entity["length"]


def _touch(one: Json, other: Json) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"]
    )
