"""Writes a message that was typed in Latin letters in the script of its language.

People type so on phones that lack their letters. It need not be exact: the encoder and the letter groups
read the outcome better than the Latin, and so meet fewer ways of writing one word.
"""

import re
from collections.abc import Mapping
from functools import cache

_CYRILLIC = (
    "shch щ shh щ zh ж kh х ts ц tz ц ch ч sh ш yu ю ju ю iu ю ya я ja я ia я yo ё jo ё a а b б v в w в g г "
    "d д e е z з i и j й k к l л m м n н o о p п r р s с t т u у f ф x х c ц q к"
)
_UKRAINIAN = _CYRILLIC + " ye є je є ie є yi ї ji ї y и h г i і yo йо jo йо"
_RUSSIAN = _CYRILLIC + " ye е je е yy ый iy ий y ы h х"
_SEMITIC = (
    "sh ش kh خ gh غ th ث dh ذ aa ا ee ی ii ی oo و ou و uu و a * b ب c ک d د e * f ف g گ h ه i ی j ج k ک "
    "l ل m م n ن o و p پ q ق r ر s س t ت u و v و w و x خ y ی z ز 2 ا 3 ع 5 خ 6 ط 7 ح 8 غ 9 ق"
)
_ARABIC = _SEMITIC.replace("ی", "ي").replace("ک", "ك") + " ch ش g ج v ف p ب 3' غ 7' خ 9' ض tch تش"
_PERSIAN = _SEMITIC + " ch چ zh ژ j ج g گ v و w و"
"""A star is a short vowel, which is written at a word's ends only."""
_TIGRINYA_ORDERS = {"e": 0, "u": 1, "i": 2, "a": 3, "ie": 4, "": 5, "o": 6}
_TIGRINYA = (
    "h ሀ l ለ m መ r ረ s ሰ sh ሸ q ቀ b በ t ተ ch ቸ n ነ k ከ w ወ z ዘ zh ዠ y የ d ደ j ጀ g ገ "
    "ts ጸ p ፐ f ፈ v ቨ x ጸ ' አ c ከ"
)
"""Each consonant with the first of its seven vowels; the others follow it in Unicode."""


def to_own_script(text: str, language: str) -> str:
    """Write the Latin words of a message in the script of its language.

    Args:
        text: A message as `normalise.clean` returns it, recognised as `language`.
        language: One of `languages.UNDERSTOOD`; those that are written in Latin change nothing.

    Returns:
        The message, with words of other scripts left as they are.
    """
    if language not in _TABLES:
        return text
    return re.sub(r"[a-zA-Z0-9']*[a-zA-Z][a-zA-Z0-9']*", lambda word: _word(word[0].lower(), language), text)


_TABLES = {"uk": _UKRAINIAN, "ru": _RUSSIAN, "ar": _ARABIC, "fa": _PERSIAN, "ps": _PERSIAN, "ti": _TIGRINYA}


def _word(word: str, language: str) -> str:
    if language == "ti":
        return _syllables(word)
    written = _letters(word, _table(language))
    if language in {"uk", "ru"}:
        return re.sub("(?<=[аеєиіїоуюя])[иы]$", "й", written)
    return _without_short_vowels(written, word)


def _letters(word: str, table: Mapping[str, str]) -> str:
    written, place = [], 0
    while place < len(word):
        size = next((size for size in (4, 3, 2, 1) if word[place : place + size] in table), 1)
        written.append(table.get(word[place : place + size], "ь" if word[place] == "'" else word[place]))
        place += size
    return "".join(written)


def _without_short_vowels(written: str, word: str) -> str:
    start = "ا" if word[0] in "aeiou" and not written.startswith(("ا", "*")) else ""
    written = re.sub(r"^\*", "ا", written)
    written = re.sub(r"\*$", "ه", written)
    return start + re.sub(r"(.)\1+", r"\1", written.replace("*", "").replace("ь", ""))


def _syllables(word: str) -> str:
    table = _table("ti")
    written, place = [], 0
    while place < len(word):
        size = next((size for size in (2, 1) if word[place : place + size] in table), 0)
        base = table[word[place : place + size]] if size else "አ"
        place += size
        vowel = word[place : place + 2] if word[place : place + 2] == "ie" else word[place : place + 1]
        vowel = vowel if vowel in _TIGRINYA_ORDERS else ""
        written.append(chr(ord(base) + _TIGRINYA_ORDERS[vowel]) if size or vowel else word[place : place + 1])
        place += len(vowel) if size or vowel else 1
    return "".join(written)


@cache
def _table(language: str) -> Mapping[str, str]:
    parts = _TABLES[language].split()
    return dict(zip(parts[::2], parts[1::2], strict=True))
