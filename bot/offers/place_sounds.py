"""How a name sounds, whatever script it is written in: its consonants, and roughly its vowels.

A Dutch name and its spellings give the same consonants: "Kortrijk", "Кортрейку", "كورتريك".
"""

import re
from functools import cache

_LATIN_HEARD = {
    "x": "ks",
    "sch": "sx",
    "ch": "x",
    "ck": "k",
    "ph": "f",
    "th": "t",
    "qu": "kv",
    "ij": "e",
    "ei": "e",
    "ui": "o",
    "eu": "e",
    "oe": "u",
    "ou": "au",
    "ie": "i",
    "ce": "se",
    "ci": "si",
    "c": "k",
    "w": "v",
    "y": "i",
    "q": "k",
}
"""Replaced one after the other, in this order."""
_CYRILLIC_HEARD = {
    "a": "ая",
    "b": "б",
    "v": "в",
    "g": "гґ",
    "d": "д",
    "e": "еэє",
    "z": "зж",
    "i": "иіїйы",
    "k": "к",
    "l": "л",
    "m": "м",
    "n": "н",
    "o": "о",
    "p": "п",
    "r": "р",
    "s": "сшщч",
    "t": "т",
    "u": "ую",
    "f": "ф",
    "x": "х",
    "ts": "ц",
    "": "ьъ",
}
_ARABIC_HEARD = {
    "a": "ا",
    "b": "ب",
    "p": "پ",
    "t": "تط",
    "s": "ثسصشچ",
    "g": "جغگ",
    "x": "حخ",
    "d": "دض",
    "z": "زذظژ",
    "r": "ر",
    "f": "ف",
    "v": "ڤ",
    "k": "قک",
    "l": "ل",
    "m": "م",
    "n": "ن",
    "h": "ه",
    "w": "و",
    "i": "ی",
    "": "ع",
}
_CYRILLIC = str.maketrans({letter: heard for heard, letters in _CYRILLIC_HEARD.items() for letter in letters})
_ARABIC = str.maketrans({letter: heard for heard, letters in _ARABIC_HEARD.items() for letter in letters})
_CLASSES = str.maketrans("pdhxfwz", "btggvvs")
_NO_VOWELS = str.maketrans("", "", "aeiouj")
_DOUBLE = re.compile(r"(.)\1+")


def sound_of(key: str) -> str:
    """The sound of a folded name in Latin letters, vowels included as far as they are written."""
    if key.isascii():
        for spelled, heard in _LATIN_HEARD.items():
            key = key.replace(spelled, heard)
    elif "\u0400" <= key[0] <= "\u04ff":
        key = key.translate(_CYRILLIC)
    else:
        key = key.translate(_ARABIC)
    return _DOUBLE.sub(r"\1", key.replace(" ", ""))


def bones_of(sound: str) -> str:
    """The consonants of a sound, those that languages mix up taken together: p with b, g with h and ch."""
    return _DOUBLE.sub(r"\1", sound.translate(_CLASSES)).translate(_NO_VOWELS)


@cache
def is_arabic(letter: str) -> bool:
    """Is this letter of the Arabic script, which leaves most vowels out?"""
    return "\u0600" <= letter <= "\u06ff"


def readings_of(key: str) -> list[tuple[str, str]]:
    """Each way to hear a name, as sound and consonants; Arabic waw is a vowel or a consonant."""
    sound = sound_of(key)
    if not key or not is_arabic(key[0]):
        return [(sound, bones_of(sound))]
    forms = {sound.replace("w", "u"), sound.replace("w", "v")}
    forms |= {re.sub("w", "v", sound, count=1).replace("w", "u")}
    if key.endswith("ه"):
        forms = {form.removesuffix("h") for form in forms}
    return [(form, bones_of(form)) for form in sorted(forms)]
