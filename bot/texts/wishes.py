"""Wishes that are kept until something fits, and activities that were saved."""

import datetime as dt
from collections.abc import Mapping, Sequence

from bot.domain.ids import NewcomerId, OfferId, WishId
from bot.domain.interest import Interest
from bot.domain.kept_wish import KeptWish
from bot.domain.offer import Offer
from bot.domain.search import Found
from bot.texts import fit
from bot.texts.finding import listed, numbers, what_is_sought
from bot.texts.finding_buttons import Row, button, other_search
from bot.texts.message import Button, Message
from bot.texts.offer_kinds import PICTOGRAM
from bot.texts.speaker import Speaker

TITLE_UNITS = 44
_GONE = "✖️"


def kept(speaker: Speaker, wish: KeptWish, about: Sequence[Interest]) -> Message:
    """The wish is kept, and what happens then."""
    # Translators: the bot keeps what the person looks for, and writes when there is something new.
    text = speaker.say("🔔 <b>Ik hou het in de gaten.</b>\nIs er iets nieuws voor jou? Dan schrijf ik je.")
    sought, whom = what_is_sought(speaker, wish.search, about), wish.newcomer_id
    rows = ((_stop(speaker, whom, wish.id),), (other_search(speaker, whom),))
    return Message(text="\n".join(part for part in (text, sought) if part), buttons=rows)


def _stop(speaker: Speaker, whom: NewcomerId | None, wish_id: WishId) -> Button:
    # Translators: button: the bot need not write any more when there is something new.
    return button(speaker.plain("🔕 Niet meer schrijven"), whom, "stop", wish_id)


def news(speaker: Speaker, wish: KeptWish, shown: Found, about: Sequence[Interest]) -> Message:
    """Something new fits a kept wish."""
    # Translators: the bot writes by itself, because something new fits what the person looked for.
    opening = speaker.plural(
        "🔔 <b>Er is een nieuwe activiteit voor jou!</b>",
        "🔔 <b>Er zijn {count} nieuwe activiteiten voor jou!</b>",
        len(shown.matches),
    )
    sought = what_is_sought(speaker, shown.search, about)
    heading = "\n".join(part for part in (opening, sought) if part)
    rows = (numbers(wish.newcomer_id, shown.matches), (_stop(speaker, wish.newcomer_id, wish.id),))
    return Message(text=listed(speaker, heading, shown), buttons=rows)


def mine(
    speaker: Speaker,
    whom: NewcomerId | None,
    wishes: Sequence[KeptWish],
    about: Mapping[WishId, Sequence[Interest]],
) -> Message:
    """What somebody still looks for, each to stop."""
    if not wishes:
        # Translators: there is nothing that the person still looks for.
        text = speaker.say("🔔 Je hebt nu geen wensen. Zoek gerust een activiteit.")
        return Message(text=text, buttons=((other_search(speaker, whom),),))
    # Translators: above what the person still looks for; a tap on a button ends a wish.
    heading = speaker.say("🔔 <b>Ik schrijf je als hier iets voor is:</b>")
    lines = [f"{place}. {_wish(speaker, wish, about)}" for place, wish in enumerate(wishes, 1)]
    rows = [_stop_row(speaker, whom, place, wish) for place, wish in enumerate(wishes, 1)]
    return Message(text="\n".join((heading, *lines)), buttons=(*rows, (other_search(speaker, whom),)))


def _wish(speaker: Speaker, wish: KeptWish, about: Mapping[WishId, Sequence[Interest]]) -> str:
    sought = what_is_sought(speaker, wish.search, about.get(wish.id, ()))
    # Translators: a wish without a subject: any activity.
    return sought or speaker.say("om het even welke activiteit")


def _stop_row(speaker: Speaker, whom: NewcomerId | None, place: int, wish: KeptWish) -> Row:
    # Translators: button: end the wish with this number in the list.
    return (button(speaker.plain("🔕 Stop wens {number}", number=place), whom, "stop", wish.id),)


def stopped(speaker: Speaker) -> str:
    """A short notice: the wish is no more; plain text."""
    # Translators: short notice: the bot will not write about this any more.
    return speaker.plain("Goed, hierover schrijf ik niet meer.")


def saved(
    speaker: Speaker,
    whom: NewcomerId | None,
    offer_ids: Sequence[OfferId],
    offers: Mapping[OfferId, Offer],
    today: dt.date,
) -> Message:
    """What somebody saved, each a button; what is no longer there can only be taken away."""
    if not offer_ids:
        # Translators: the person saved no activity yet; ⭐ is the button under an activity.
        text = speaker.say("⭐ Je bewaarde nog niets. Tik op ⭐ bij een activiteit.")
        return Message(text=text, buttons=((other_search(speaker, whom),),))
    # Translators: above the activities that the person saved; each is a button.
    text = speaker.say("⭐ <b>Dit bewaarde je.</b> Staat er ✖️ bij? Dan is het er niet meer.")
    rows = [_saved(speaker, whom, offer_id, offers.get(offer_id), today) for offer_id in offer_ids]
    return Message(text=text, buttons=(*rows, (other_search(speaker, whom),)))


def _saved(
    speaker: Speaker, whom: NewcomerId | None, offer_id: OfferId, offer: Offer | None, today: dt.date
) -> Row:
    title = speaker.isolated(fit.shorten(offer.details.title, TITLE_UNITS) if offer else "…")
    if offer is None or not offer.is_open(today):
        return (button(f"{_GONE} {title}", whom, "drop", offer_id),)
    return (button(f"{PICTOGRAM[offer.details.kind]} {title}", whom, "card", 0, offer_id),)


def saved_notice(speaker: Speaker) -> str:
    """A short notice: it is saved; plain text."""
    # Translators: short notice: the activity is saved for later.
    return speaker.plain("⭐ Bewaard. Je vindt het onder Activiteit zoeken.")


def dropped_notice(speaker: Speaker) -> str:
    """A short notice: it is saved no longer; plain text."""
    # Translators: short notice: the activity is taken out of what was saved.
    return speaker.plain("Niet meer bewaard.")
