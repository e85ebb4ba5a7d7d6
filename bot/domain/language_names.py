"""The languages the bot understands, by the names that begeleiders write in their lists."""

import re
from collections.abc import Mapping

from bot.domain.folding import fold
from bot.domain.languages import UNDERSTOOD

_NAMES: Mapping[str, str] = {
    "nl": "nederlands vlaams dutch nld ned",
    "en": "engels english eng",
    "fr": "frans français francais french fra fre",
    "ar": "arabisch arabic arabe ara marokkaans darija syrisch العربية عربي",
    "uk": "oekraïens oekrains ukrainian ukr oekr українська",
    "tr": "turks turkish türkçe tur",
    "es": "spaans spanish español esp spa",
    "ru": "russisch russian rus русский",
    "fa": "perzisch farsi dari persian fas per فارسی دری",
    "ps": "pasjtoe pashto pasjto pashtu pashtoe pasto pus پښتو",
    "so": "somali somalisch somalisch soomaali som",
    "ti": "tigrinya tigrigna tigrinja tigrins tigrinisch tir ትግርኛ",
}
_CODES = {fold(name): code for code, names in _NAMES.items() for name in (code, *names.split())}


def read_language(written: str) -> str | None:
    """The language that is meant by a code or a name: "Arabisch", "AR", "nl-BE", "Farsi/Dari".

    Args:
        written: What stands in the list.

    Returns:
        One of `languages.UNDERSTOOD`; None for another language, for several, and for nothing.
    """
    words = re.findall(r"[^\W\d_]+", fold(re.sub(r"^([A-Za-z]{2})[-_][A-Za-z]{2}$", r"\1", written.strip())))
    found = {_CODES[word] for word in words if word in _CODES}
    return found.pop() if len(found) == 1 and found <= set(UNDERSTOOD) else None
