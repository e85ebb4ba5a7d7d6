"""Brings what people type on phones to one form, before it is recognised or matched.

`clean` keeps what a reader sees; `fold` goes further, so that spelling variants of a script fall together.
"""

import re
import unicodedata

MAX_CHARACTERS = 1_500
"""Longer messages are read at both ends: people greet first, and ask last."""

_SURROGATES = re.compile(r"[\ud800-\udfff]")
_INVISIBLE = re.compile(
    r"[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]"
)
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_REPEATED = re.compile(r"(\w)\1{2,}")
_REPEATED_SIGN = re.compile(r"([^\w\s])\1+")
_SPACES = re.compile(r"\s+")
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼ‘`´ʹ′ʻ＇", "'"))
_ARABIC = str.maketrans(
    {
        **dict.fromkeys("أإآٱ", "ا"),
        **dict.fromkeys("ىيېۍئ", "ی"),
        **dict.fromkeys("كګڭ", "ک"),
        **dict.fromkeys("ةۀە", "ه"),
        "ؤ": "و",
        "ء": "",
        "گ": "گ",
        "ټ": "ت",
        "ډ": "د",
        "ړ": "ر",
        "ڼ": "ن",
        "ښ": "ش",
        "ږ": "ژ",
        "ځ": "ز",
        "څ": "س",
    }
)
_LATIN = str.maketrans({"ı": "i", "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ð": "d", "ł": "l", "đ": "d"})
_CYRILLIC = str.maketrans({"ґ": "г", "ё": "е"})


def clean(text: str) -> str:
    """Make a message printable, bounded and regular, without changing its words.

    Args:
        text: Whatever arrived, including lone surrogates, NUL and markup.

    Returns:
        At most about `MAX_CHARACTERS` characters of NFKC text on one line, digits in ASCII.
    """
    text = _bounded(_SURROGATES.sub(" ", text))
    text = unicodedata.normalize("NFKC", text)
    text = _TAG.sub(" ", _LINK.sub(" ", _INVISIBLE.sub("", text)))
    text = _REPEATED.sub(r"\1\1", text.translate(_APOSTROPHES))
    text = _REPEATED_SIGN.sub(r"\1", "".join(map(_ascii_digit, text)))
    return _SPACES.sub(" ", text).strip()


def fold(text: str) -> str:
    """Fold case, diacritics and letter variants, for comparing by letters.

    Args:
        text: A message as `clean` returns it.

    Returns:
        Lower-case letters, digits and single spaces.
    """
    text = text.lower().replace("ʼ", "'").translate(_LATIN)
    text = unicodedata.normalize("NFD", text.replace("й", "\0").replace("ї", "\1"))
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = text.replace("\0", "й").replace("\1", "ї").translate(_ARABIC).translate(_CYRILLIC)
    text = "".join(c if c.isalnum() else _sign(c) for c in text)
    return _SPACES.sub(" ", text).strip()


def _bounded(text: str) -> str:
    if len(text) <= MAX_CHARACTERS:
        return text
    half = MAX_CHARACTERS // 2
    return f"{text[:half]} {text[-half:]}"


def _ascii_digit(character: str) -> str:
    if character.isascii() or not character.isdecimal():
        return character
    return str(unicodedata.decimal(character))


def _sign(character: str) -> str:
    if character == "'":
        return ""
    return "?" if character in "?؟፧" else " "
