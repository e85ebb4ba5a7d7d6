"""The way into a begeleider's side of offers, and looking one up by its title (Dutch only)."""

import datetime as dt
from collections.abc import Sequence

from bot.domain.offer import Offer
from bot.texts import buttons, fit
from bot.texts.begeleider_offer_buttons import button, to_home
from bot.texts.begeleider_offer_words import count_words
from bot.texts.dutch import dutch, dutch_plain
from bot.texts.message import Button, Message
from bot.texts.offer_kinds import PICTOGRAM
from bot.texts.paging import page_of

TITLE_UNITS = 40


def home(unchecked: int, *, draft: tuple[int, str] | None = None) -> Message:
    """What a begeleider can do with offers.

    Args:
        unchecked: How many wait to be checked.
        draft: The mark and the title of what they are in the middle of adding.
    """
    text = dutch("🔎 <b>Aanbod</b>\nAlle begeleiders delen dezelfde activiteiten. Wat wil je doen?")
    rows: list[tuple[Button, ...]] = [
        (button(dutch_plain("🔎 Activiteit zoeken"), "search"),),
        (
            button(dutch_plain("➕ Toevoegen"), "add"),
            button(dutch_plain("✏️ Verbeteren"), "find"),
        ),
        (
            button(dutch_plain("☑️ Nakijken ({count})", count=count_words(unchecked)), "check"),
            button(dutch_plain("💭 Wensen"), "wishes"),
        ),
    ]
    if draft is not None:
        mark, title = draft
        label = dutch_plain("▶️ Verder met {title}", title=fit.shorten(title, TITLE_UNITS) or "➕")
        rows.insert(0, (button(label, "f", mark, "show"),))
    return Message(text=text, buttons=tuple(rows))


def ask_title() -> Message:
    """Which offer?"""
    text = dutch(
        "✏️ <b>Welke activiteit?</b>\nTyp een of meer woorden van de titel.\n"
        "<i>Bijvoorbeeld: praattafel krook</i>"
    )
    return Message(text=text, buttons=((to_home(),),))


def titles(offers: Sequence[Offer], words: str, page: int, today: dt.date) -> Message:
    """The offers with these words, to choose from."""
    words = fit.shorten(words, TITLE_UNITS)
    shown_page = page_of(offers, page)
    rows: list[tuple[Button, ...]] = [
        (button(_title_label(offer, today), "offer", offer.id),) for offer in shown_page.items
    ]
    rows += shown_page.turns(lambda number: buttons.data(buttons.CATALOGUE, "titles", number))
    text = dutch("✏️ Activiteiten met “{words}” in de titel:", words=words)
    if not offers:
        text = dutch("🤔 Geen activiteit heeft “{words}” in de titel.\nTyp andere woorden.", words=words)
    return Message(text="\n".join(filter(None, (text, shown_page.line))), buttons=(*rows, (to_home(),)))


def _title_label(offer: Offer, today: dt.date) -> str:
    sign = PICTOGRAM[offer.details.kind] if offer.is_open(today) else "🚫"
    place = offer.details.venue.municipality or offer.details.organisation or ""
    label = dutch_plain("{sign} {title}", sign=sign, title=fit.shorten(offer.details.title, TITLE_UNITS))
    return f"{label} · {fit.shorten(place, 16)}" if place else label
