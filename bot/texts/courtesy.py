"""Greetings, thanks and small words, which need a kind word back and no answer."""

import unicodedata
from enum import StrEnum


class Courtesy(StrEnum):
    """What a small message is."""

    GREETING = "greeting"
    THANKS = "thanks"
    SMALL = "small"
    """Yes, no, okay, or only pictures."""


_GREETINGS = """
hallo|hoi|hey|hi|dag|goeiedag|goedendag|goedemorgen|goeiemorgen|goedemiddag|goedenavond|goeienavond|
hello|good morning|good afternoon|good evening|
bonjour|bonsoir|salut|coucou|
مرحبا|مرحبًا|اهلا|أهلا|أهلاً|السلام عليكم|سلام عليكم|سلام|صباح الخير|مساء الخير|
marhaba|salam|salaam|salam alaikum|salam aleikum|
привіт|вітаю|добрий день|доброго дня|добрий вечір|доброго ранку|pryvit|
merhaba|selam|iyi günler|günaydın|iyi akşamlar|
hola|buenos días|buenos dias|buenas tardes|buenas noches|
привет|здравствуйте|добрый день|доброе утро|добрый вечер|
buenas|qué tal|que tal|здрасте|доброго времени суток|privet|zdravstvuyte|
درود|سلام علیکم|وقت بخیر|صبح بخیر|عصر بخیر|شب بخیر|خسته نباشید|salam|
پخیر|سلامونه|سهار مو پخیر|ماښام مو پخیر|ستړی مه شې|ستړي مه شئ|
salaan|asc|asalaamu calaykum|is ka warran|iska warran|haye|subax wanaagsan|galab wanaagsan|
ሰላም|ከመይ|ከመይ ኣለኹም|ከመይ ሓዲርኩም|ከመይ ውዒልኩም|selam|kemey
"""
_THANKS = """
dank je|dank u|dankjewel|dankuwel|dank je wel|dank u wel|bedankt|
thanks|thank you|thx|thank you very much|
merci|merci beaucoup|
شكرا|شكراً|شكرًا|شكرا جزيلا|شكرا كتير|shukran|
дякую|дуже дякую|щиро дякую|спасибі|dyakuyu|
teşekkürler|teşekkür ederim|teşekkür|sağ ol|sağol|sağolun|tesekkurler|
gracias|muchas gracias|
спасибо|большое спасибо|
mil gracias|spasibo|bolshoe spasibo|благодарю|
ممنون|ممنونم|متشکرم|خیلی ممنون|مرسی|تشکر|دستتون درد نکنه|mamnoon|
مننه|ډېره مننه|ډیره مننه|کور مو ودان|manana|
mahadsanid|aad baad u mahadsan tahay|waad mahadsan tahay|
የቐንየለይ|የቕንየለይ|yekenyeley
"""
_SMALL = """
ok|oke|oké|okay|ja|nee|yes|no|oui|non|
نعم|لا|اوكي|так|ні|добре|evet|hayır|tamam|sí|si|да|нет|хорошо|
claro|vale|bueno|ладно|окей|
بله|آره|نه|باشه|خوب|هو|سمه ده|haa|maya|waa hagaag|እወ|ኣይፋል|ጽቡቕ
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(_folded(word) for word in listed.replace("\n", "").split("|"))


def _folded(text: str) -> str:
    kept = "".join(c if c.isalnum() or unicodedata.category(c)[0] == "M" else " " for c in text.casefold())
    return " ".join(kept.split())


_KNOWN = {
    Courtesy.GREETING: _words(_GREETINGS),
    Courtesy.THANKS: _words(_THANKS),
    Courtesy.SMALL: _words(_SMALL),
}


def courtesy_of(text: str) -> Courtesy | None:
    """What a small message is; None for one that says more.

    Args:
        text: The whole message as written, in any of the languages the bot understands.
    """
    folded = _folded(text)
    if not folded:
        return Courtesy.SMALL
    return next((kind for kind, words in _KNOWN.items() if folded in words), None)
