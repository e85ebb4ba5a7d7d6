"""Brings what people type to one form, so that ways of writing the same word fall together.

Case, accents, digits of other scripts, and letters that are mixed up in Arabic, Persian and Ge'ez.
"""

import re
import unicodedata

_INVISIBLE = re.compile(r"[\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_FRACTIONS = {"½": "5", "¼": "25", "¾": "75"}
_SIGNS = str.maketrans({**dict.fromkeys("’ʼ‘`´ʹ′ʻ", "'"), "٫": ","})
_ARABIC = {**dict.fromkeys("ىيېۍ", "ی"), **dict.fromkeys("كګ", "ک"), **dict.fromkeys("ةۀەہ", "ه"), "ء": ""}
_LATIN = {"ı": "i", "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "ґ": "г"}
_SAME_SOUND = {"ሠ": "ሰ", "ዐ": "አ", "ሐ": "ሀ", "ኀ": "ሀ", "ፀ": "ጸ"}
_GEEZ = {
    chr(ord(series) + order): chr(ord(other) + order)
    for series, other in _SAME_SOUND.items()
    for order in range(7)
}
_LETTERS = str.maketrans({**_ARABIC, **_LATIN, **_GEEZ})


def tidy(text: str) -> str:
    """The same words on one line, with digits as 0 to 9 and nothing invisible."""
    text = re.sub(r"(\d?)\s?([½¼¾])", lambda found: f"{found[1] or 0},{_FRACTIONS[found[2]]}", text)
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text)).translate(_SIGNS)
    return " ".join("".join(map(_digit, text)).split())


def fold(text: str) -> str:
    """The text for comparing: tidy, in lower case, without accents or variants of letters."""
    parts = unicodedata.normalize("NFD", tidy(text).lower())
    letters = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return " ".join(letters.translate(_LETTERS).split())


def is_same_name(name: str | None, other: str) -> bool:
    """Is one of the names the other, or a part of it: "Fatma" and "Fatma Peeters"?"""
    some, others = set(fold(name or "").split()), set(fold(other).split())
    return bool(some and others) and (some <= others or others <= some)


def is_one_letter_off(word: str, name: str) -> bool:
    """Is one letter of the name wrong, missing, doubled, or swapped with its neighbour? Or none?"""
    if abs(len(word) - len(name)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(word, name, strict=False)) if a != b), None)
    if same is None:
        return True
    rest, other = word[same:], name[same:]
    swapped = len(rest) > 1 and rest[1::-1] + rest[2:] == other
    return swapped or rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]


def _digit(character: str) -> str:
    if character.isascii() or not character.isdecimal():
        return character
    return str(unicodedata.decimal(character))
