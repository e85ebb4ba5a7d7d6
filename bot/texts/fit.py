"""Keeps what is said within Telegram's limits, which count UTF-16 units of the visible text."""

import unicodedata

MESSAGE_UNITS = 4096
CAPTION_UNITS = 1024
_ELLIPSIS = "…"
_JOINER = "\u200d"
_SKIN_TONES = range(0x1F3FB, 0x1F400)
_FLAGS = range(0x1F1E6, 0x1F200)


def units(text: str) -> int:
    """How long Telegram finds this visible text, in UTF-16 units."""
    return len(text) + sum(ord(character) > 0xFFFF for character in text)


def shorten(text: str, limit: int) -> str:
    """The text, or as much of its beginning as fits with an ellipsis.

    Args:
        text: Visible text, before it is escaped.
        limit: How many UTF-16 units it may take.
    """
    if units(text) <= limit:
        return text
    return text[: _end_within(text, 0, limit - 1)].rstrip() + _ELLIPSIS


def split(text: str, limit: int) -> list[str]:
    """The whole text in pieces that each fit, cut at a line or a space where there is one."""
    pieces = []
    start = 0
    while start < len(text):
        end = _end_within(text, start, limit)
        if end < len(text):
            end = _after_space(text, start, end)
        pieces.append(text[start:end])
        start = end
    return pieces or [""]


def _end_within(text: str, start: int, limit: int) -> int:
    """Where to stop so that the piece fits and no character is cut in two."""
    used, end = 0, start
    while end < len(text) and (used := used + units(text[end])) <= limit:
        end += 1
    whole = end
    while start < whole < len(text) and _belongs_to_previous(text, whole):
        whole -= 1
    # A heap of joined marks without a place to cut is cut anyway.
    return whole if whole > start else max(end, start + 1)


def _after_space(text: str, start: int, end: int) -> int:
    for space in ("\n", " "):
        found = text.rfind(space, start, end)
        if found > start + (end - start) // 2:
            return found + 1
    return end


def _belongs_to_previous(text: str, place: int) -> bool:
    """Would a cut before this place split what people see as one sign?"""
    character, previous = text[place], text[place - 1]
    return (
        _JOINER in (character, previous)
        or unicodedata.category(character) in ("Mn", "Me", "Mc")
        or ord(character) in _SKIN_TONES
        or (ord(character) in _FLAGS and ord(previous) in _FLAGS and _flags_before(text, place) % 2 == 1)
    )


def _flags_before(text: str, place: int) -> int:
    count = 0
    while count < place and ord(text[place - 1 - count]) in _FLAGS:
        count += 1
    return count
