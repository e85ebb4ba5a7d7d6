"""Short notices after something was done: a code in the address, and never words from there."""

from collections.abc import Callable

from bot.texts import contact_confirming as confirming
from bot.texts import contact_page_settings as settings
from bot.texts import contact_pages as texts
from bot.texts import contact_settings
from bot.texts.speaker import Speaker
from bot.web.pages.desk import Desk

JOINED, CONFIRMED, SOME_CHANGED, SAVED = "joined", "ok", "changed", "saved"
AMOUNT, DAY, EMAIL = "amount", "day", "email"
NEW_LINK, GONE, REFUSED, SIGNED = "link", "gone", "told", "signed"

_WORDS: dict[str, Callable[[Speaker], str]] = {
    JOINED: settings.keep_this_page,
    CONFIRMED: texts.confirmed,
    SOME_CHANGED: confirming.some_changed,
    SAVED: settings.saved,
    AMOUNT: settings.amount_wrong,
    DAY: settings.day_wrong,
    EMAIL: settings.email_wrong,
    NEW_LINK: contact_settings.withdrawn,
    GONE: texts.passed_on,
    REFUSED: texts.passed_on,
    SIGNED: texts.signed,
}


def words(desk: Desk) -> str:
    """What the code in the address says; empty for none."""
    say = _WORDS.get(desk.request.query_params.get("n", ""))
    return say(desk.speaker) if say else ""
