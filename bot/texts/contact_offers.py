"""What a contact says of their organisation's offers: beginners welcome, full until a day."""

import datetime as dt
from collections.abc import Sequence

from bot.domain.contact import Contact
from bot.domain.offer import Offer
from bot.texts import buttons, fit
from bot.texts.message import Button, Message
from bot.texts.note_rows import back, in_rows
from bot.texts.speaker import Speaker

OFFERS, OFFER, BEGINNERS, FULL = "offers", "offer", "begin", "full"
MOST = 20
LABEL_UNITS = 40
WEEKS = (2, 4, 12)
"""For so many weeks an offer can be full with one tap."""


def offers(speaker: Speaker, contact: Contact, found: Sequence[Offer]) -> Message:
    """Which activity?"""
    to_settings = (Button(label=back(speaker), data=_data("one", contact.id)),)
    if not found:
        # Translators: to a volunteer: the bot knows no activity of their organisation.
        text = speaker.say("Ik ken nog geen activiteit van jullie.")
        return Message(text=text, buttons=(to_settings,))
    # Translators: to a volunteer, above buttons with activities of their organisation.
    text = speaker.say("🌱 <b>Welke activiteit?</b>")
    rows = [(Button(label=_title(one), data=_data(OFFER, contact.id, one.id)),) for one in list(found)[:MOST]]
    return Message(text=text, buttons=(*rows, to_settings))


def _title(offer: Offer) -> str:
    return fit.shorten(offer.details.title, LABEL_UNITS)


def offer(speaker: Speaker, contact: Contact, one: Offer, today: dt.date) -> Message:
    """How it is now, and what can be said of it."""
    details, ids = one.details, (contact.id, one.id)
    # Translators: heading: {title} is the name of an activity.
    lines = [speaker.say("🌱 <b>{title}</b>", title=details.title)]
    is_full = details.full_until is not None and details.full_until >= today
    if details.full_until is not None and is_full:
        # Translators: an activity has no room until {day}.
        lines.append(speaker.say("⛔ Volzet tot en met {day}.", day=speaker.short_day(details.full_until)))
    else:
        # Translators: an activity has room for new people.
        lines.append(speaker.say("👍 Er is plaats."))
    if details.beginners_welcome:
        # Translators: people without experience are welcome at an activity.
        lines.append(speaker.say("🌱 Beginners zijn welkom."))
        # Translators: button of a volunteer: beginners are not welcome any more.
        beginners = speaker.plain("Beginners even niet")
    else:
        # Translators: button of a volunteer: people without experience are welcome.
        beginners = speaker.plain("🌱 Beginners welkom")
    rows: list[tuple[Button, ...]] = [
        (Button(label=beginners, data=_data(BEGINNERS, *ids, int(not details.beginners_welcome))),)
    ]
    rows += in_rows([_full(speaker, ids, weeks, today) for weeks in WEEKS], 1)
    if is_full:
        # Translators: button of a volunteer: there is room at the activity again.
        rows.append((Button(label=speaker.plain("👍 Er is weer plaats"), data=_data(FULL, *ids, 0)),))
    rows.append((Button(label=back(speaker), data=_data(OFFERS, contact.id)),))
    return Message(text="\n".join(lines), buttons=tuple(rows))


def _full(speaker: Speaker, ids: tuple[int, int], weeks: int, today: dt.date) -> Button:
    until = today + dt.timedelta(weeks=weeks)
    # Translators: button of a volunteer: the activity has no room until {day}.
    words = speaker.plain("⛔ Volzet tot {day}", day=speaker.near_day(until, today))
    return Button(label=words, data=_data(FULL, *ids, until.toordinal()))


def _data(*parts: object) -> str:
    return buttons.data(buttons.CONTACT, *parts)
