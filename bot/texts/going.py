"""The screen of a choice: where, when, whom to ask for, what to say; and the list of where somebody goes."""

import datetime as dt
import re
from collections.abc import Sequence

from bot.domain.ids import NewcomerId, ParticipationId
from bot.domain.offer import Offer, OfferContact, OfferDetails, Venue
from bot.domain.offer_public import public_part
from bot.domain.participation import ContactView, Handover, Participation, Step
from bot.texts import buttons, fit, schedules
from bot.texts.first_message import ask_the_way, first_message, meaning, meaning_of_the_way
from bot.texts.menu import MenuButton, label
from bot.texts.message import Button, Message, visible
from bot.texts.my_contacts_buttons import ask_at_button
from bot.texts.note_rows import in_rows
from bot.texts.offer_kinds import kind_label
from bot.texts.offer_reasons import BETWEEN, distance
from bot.texts.speaker import Speaker, escaped

SIGN = "🧭"
"""Stands for where somebody goes, everywhere."""
TITLE_UNITS, ORGANISATION_UNITS, PLACE_UNITS, CONTACT_UNITS = 200, 120, 200, 120
LABEL_UNITS = 34
_ADDRESS = re.compile(r"https?://[^\s/?#\"<>@]+\.[^\s\"<>]+", re.ASCII)
"""What Telegram takes for a button; a whole message is refused for a button with anything else."""
COPY_UNITS = 256
"""As much as a button may copy."""


def place_of(venue: Venue) -> str:
    """The address as far as it is known: "Dorpsstraat 1, 9000 Gent"; plain text."""
    town = " ".join(part for part in (venue.postcode, venue.municipality) if part)
    name = fit.shorten(venue.name or "", PLACE_UNITS)
    if not name or (venue.municipality and name == venue.municipality):
        return town or name
    is_told = venue.municipality is None or venue.municipality.casefold() in name.casefold()
    return name if is_told else f"{name}, {town}"


# The screen of a choice.


def screen(
    speaker: Speaker,
    chosen: Participation,
    offer: Offer,
    *,
    view: ContactView,
    is_open: bool,
    km: float | None,
    name: str,
    begeleider: str | None,
    today: dt.date,
) -> Message:
    """Everything somebody needs to go there, and what they can do next.

    Args:
        speaker: The newcomer's voice.
        chosen: Their participation.
        offer: As it is now.
        view: What they may see of the contact.
        is_open: Could somebody still choose it today?
        km: How far it is from where they searched.
        name: Theirs, for the first message.
        begeleider: The name of who guides them.
        today: The day in the bot's time zone.
    """
    offer = offer if view is ContactView.SHOWN else public_part(offer)
    details = offer.details
    parts = [heading(speaker, details), _standing(speaker, chosen, begeleider, is_open=is_open)]
    if chosen.is_alive:
        parts.append(_where_and_when(speaker, details, km, today))
    if chosen.is_known:
        parts.append(whom(speaker, details.contact, view, begeleider))
        parts.append(what_to_say(speaker, name, details))
        parts.append(_the_way(speaker, details.venue))
    return Message(text=_that_fits(parts), buttons=_ways(speaker, chosen, offer, name))


def _that_fits(parts: Sequence[str]) -> str:
    """The parts that are there; the last ones, which help least, make way for very long ones."""
    text = "\n\n".join(filter(None, parts))
    return text if fit.units(visible(text)) <= fit.MESSAGE_UNITS else _that_fits(parts[:-1])


def heading(speaker: Speaker, details: OfferDetails) -> str:
    """The title in Dutch, with its kind and who organises it."""
    title = escaped(speaker.isolated(fit.shorten(details.title, TITLE_UNITS)))
    below: str = escaped(kind_label(speaker, details.kind))
    if details.organisation:
        organisation = fit.shorten(details.organisation, ORGANISATION_UNITS)
        below = f"{below}{BETWEEN}{escaped(speaker.isolated(organisation))}"
    return f"<b>{title}</b>\n{below}"


def _standing(speaker: Speaker, chosen: Participation, begeleider: str | None, *, is_open: bool) -> str:
    if not chosen.is_alive:
        # Translators: above an activity: the newcomer does not go there (any more).
        return speaker.say("Dit is gestopt.")
    lines = [_step(speaker, chosen, begeleider)]
    if not is_open and chosen.step is not Step.ASKED:
        # Translators: an activity that the newcomer chose was taken off the list meanwhile.
        lines.append(speaker.say("⚠️ Dit staat niet meer in onze lijst. Vraag eerst of het doorgaat."))
    return "\n".join(line for line in lines if line)


def _step(speaker: Speaker, chosen: Participation, begeleider: str | None) -> str:
    name = begeleider or ""
    if chosen.step is Step.ASKED:
        # Translators: {name} is the begeleider, who checks whether the activity counts for the 40 hours.
        return speaker.say("⏳ {name} kijkt eerst of dit past. Ik laat het je weten.", name=name)
    if chosen.step is Step.GOING:
        # Translators: above an activity: the newcomer takes part in it.
        return speaker.say("✅ Je gaat hierheen.")
    match chosen.handover:
        case Handover.ASKED:
            # Translators: the newcomer asked {name}, the begeleider, to announce them to the activity.
            return speaker.say("🤝 Ik vroeg aan {name} om je aan te kondigen.", name=name)
        case Handover.AGREED:
            # Translators: {name}, the begeleider, will contact the activity and say who is coming.
            return speaker.say("🤝 {name} kondigt je aan. Wacht nog even.", name=name)
        case Handover.DONE:
            # Translators: {name}, the begeleider, has told the activity who is coming.
            return speaker.say("🤝 {name} heeft je aangekondigd. Ze weten dat je komt.", name=name)
    # Translators: right after choosing an activity: below stands how to get there and whom to ask for.
    return speaker.say("👍 <b>Goed gekozen!</b> Zo ga je erheen.")


def _where_and_when(speaker: Speaker, details: OfferDetails, km: float | None, today: dt.date) -> str:
    return f"{_where(speaker, details.venue, km)}\n{times(speaker, details, today)}"


def times(speaker: Speaker, details: OfferDetails, today: dt.date) -> str:
    """When it takes place, and the next time."""
    schedule, first = details.schedule, max(today, details.valid_from or today)
    said = (schedules.when(speaker, schedule, today), schedules.next_time(speaker, schedule, first))
    return f"🕒 {BETWEEN.join(part for part in said if part)}"


def _where(speaker: Speaker, venue: Venue, km: float | None) -> str:
    if venue.is_online:
        # Translators: the activity takes place on the internet.
        return speaker.say("📍 Online, van thuis uit")
    place = place_of(venue)
    if not place:
        # Translators: nobody knows yet where the activity takes place.
        return speaker.say("📍 plaats: nog te vragen")
    parts = [escaped(speaker.isolated(place))]
    if km is not None:
        parts.append(escaped(speaker.isolated(distance(speaker, km))))
    return speaker.line(f"📍 {BETWEEN.join(parts)}")


def whom(speaker: Speaker, contact: OfferContact, view: ContactView, begeleider: str | None) -> str:
    """Whom to ask for, as far as this reader may see it."""
    match view:
        case ContactView.SHOWN:
            return "\n".join(_contact(speaker, contact))
        case ContactView.ENOUGH if begeleider:
            # Translators: whom to ask for at an activity: a newcomer sees at most five names a week.
            return speaker.say(
                "👤 Je kreeg deze week al vijf namen. Vraag deze naam aan {name}.", name=begeleider
            )
        case ContactView.NO_GUIDE | ContactView.ENOUGH:
            # Translators: whom to ask for at an activity: only the begeleider may tell the name.
            return speaker.say("👤 Vraag aan je begeleider wie de contactpersoon is.")
    # Translators: whom to ask for at an activity, when no name is known.
    return speaker.say("👤 Zeg waarvoor je komt. Iemand helpt je verder.")


def _contact(speaker: Speaker, contact: OfferContact) -> list[str]:
    lines = []
    if contact.name:
        name = fit.shorten(contact.name, CONTACT_UNITS)
        # Translators: whom to ask for at an activity.
        lines.append(speaker.say("👤 Vraag naar <b>{name}</b>.", name=name))
    reach = ((contact.phone, "📞"), (contact.email, "✉️"))
    lines += [f"{sign} {escaped(speaker.isolated(how))}" for how, sign in reach if how]
    return lines


def what_to_say(speaker: Speaker, name: str, details: OfferDetails) -> str:
    """A first message in Dutch to send or read aloud, with its meaning."""
    # Translators: below stands a Dutch message that the newcomer can send, or read aloud on the phone.
    ask = speaker.say("✍️ <b>Stuur dit, of lees het voor:</b>")
    lines = [ask, f"<code>{escaped(first_message(name, details))}</code>"]
    if speaker.language != "nl":
        lines.append(f"<i>{escaped(meaning(speaker, name, details))}</i>")
    return "\n".join(lines)


def _the_way(speaker: Speaker, venue: Venue) -> str:
    place = place_of(venue)
    if venue.is_online or not place:
        return ""
    # Translators: below stands a Dutch question about the bus or the train.
    lines = [speaker.say("🚌 <b>Vraag onderweg:</b>"), f"<code>{escaped(ask_the_way(place))}</code>"]
    if speaker.language != "nl":
        lines.append(f"<i>{escaped(meaning_of_the_way(speaker, place))}</i>")
    return "\n".join(lines)


# Buttons.


def does(label: str, word: str, *parts: object) -> Button:
    """A button of this conversation."""
    return Button(label=label, data=buttons.data(buttons.GOING, word, *parts))


def _ways(speaker: Speaker, chosen: Participation, offer: Offer, name: str) -> tuple[tuple[Button, ...], ...]:
    rows: list[tuple[Button, ...]] = []
    if chosen.is_known:
        rows += in_rows(_helps(speaker, offer, name), 2)
    if chosen.step is Step.CHOSEN:
        if chosen.handover in (Handover.NONE, Handover.DECLINED):
            # Translators: button: the begeleider tells the activity that the newcomer is coming.
            rows.append((does(speaker.plain("🤝 Kondig me aan"), "announce", chosen.id),))
        # Translators: button: the newcomer has agreed with the activity to come.
        rows.append((does(speaker.plain("✅ Het is geregeld"), "yes", chosen.id),))
    if chosen.step is Step.GOING:
        rows.append((note_button(speaker, chosen.id), ask_at_button(speaker, chosen.id)))
    if chosen.is_alive:
        # Translators: button: the newcomer does not want to go to this activity any more.
        rows.append((does(speaker.plain("✖️ Toch niet"), "why", chosen.id),))
    rows.append((list_button(speaker, chosen.newcomer_id),))
    return tuple(row for row in rows if row)


def _helps(speaker: Speaker, offer: Offer, name: str) -> tuple[Button, ...]:
    """The map, the website, and a tap that copies the message."""
    found = list(public_ways(speaker, offer.details))
    message = first_message(name, offer.details)
    if fit.units(message) <= COPY_UNITS:
        # Translators: button: copies the Dutch message, to paste it in another app.
        found.append(Button(label=speaker.plain("📋 Kopieer"), copy=message))
    return tuple(found)


def public_ways(speaker: Speaker, details: OfferDetails) -> tuple[Button, ...]:
    """The map by coordinates, and the website, as far as they are known."""
    found, point = [], details.venue.point
    if point is not None and not details.venue.is_online:
        # Only the town is known when the coordinates were found by postcode or name.
        zoom = 17 if details.venue.point_is_given else 13
        at = f"{point.latitude:.5f}", f"{point.longitude:.5f}"
        url = f"https://www.openstreetmap.org/?mlat={at[0]}&mlon={at[1]}#map={zoom}/{at[0]}/{at[1]}"
        # Translators: button: opens a map on the internet.
        found.append(Button(label=speaker.plain("🗺 Kaart"), url=url))
    if details.website and _ADDRESS.fullmatch(details.website):
        # Translators: button: opens the website of the activity.
        found.append(Button(label=speaker.plain("🔗 Website"), url=details.website))
    return tuple(found)


def note_button(speaker: Speaker, participation_id: ParticipationId) -> Button:
    """Leads to noting hours there."""
    # Translators: button: note hours of an activity that took place.
    return does(speaker.plain("➕ Noteer uren"), "note", participation_id)


def list_button(speaker: Speaker, newcomer_id: NewcomerId) -> Button:
    """Leads to where somebody goes."""
    # Translators: button: the list of activities that the newcomer chose.
    words = speaker.plain("Waar ik heen ga")
    return does(f"{SIGN} {words}", "list", newcomer_id)


def others_button(speaker: Speaker, participation_id: ParticipationId | None = None) -> Button:
    """Leads to other activities; with a participation, to what is better than that one."""
    if participation_id is not None:
        # Translators: button: shows three other activities.
        return does(speaker.plain("➡️ Toon andere"), "others", participation_id)
    return Button(label=label(speaker, MenuButton.OFFERS), data=buttons.data(buttons.CHOICE, "@offers"))


# The list.


def list_of(speaker: Speaker, chosen: Sequence[tuple[Participation, Offer]]) -> Message:
    """Everything somebody chose, each a button to its screen."""
    if not chosen:
        # Translators: the list of chosen activities is still empty.
        text = speaker.say("Je koos nog geen activiteit. Zullen we samen zoeken?")
        return Message(text=f"{SIGN} {text}", buttons=((others_button(speaker),),))
    # Translators: above buttons, one for each activity that the newcomer chose.
    text = speaker.say("<b>Hier ga je heen.</b> Tik op een activiteit.")
    rows = [(_row(speaker, one, offer),) for one, offer in chosen]
    return Message(text=f"{SIGN} {text}", buttons=(*rows, (others_button(speaker),)))


_STEP_SIGN = {Step.ASKED: "⏳", Step.CHOSEN: "👍", Step.GOING: "✅", Step.ENDED: "✖️"}


def _row(speaker: Speaker, chosen: Participation, offer: Offer) -> Button:
    title = speaker.isolated(fit.shorten(" ".join(offer.details.title.split()), LABEL_UNITS))
    sign = "🤝" if chosen.step is Step.CHOSEN and chosen.is_announced_soon else _STEP_SIGN[chosen.step]
    return does(f"{sign} {title}", "show", chosen.id)
