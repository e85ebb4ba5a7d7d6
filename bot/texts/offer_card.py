"""An activity as it is shown: a short block in a list, and a card with all that is known."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.offer import Offer, OfferDetails
from bot.domain.offer_public import public_part
from bot.domain.search import Match, Search
from bot.texts import fit, schedules
from bot.texts.finding_buttons import Row
from bot.texts.message import Message, visible
from bot.texts.offer_kinds import kind_label
from bot.texts.offer_reasons import BETWEEN, distance, reason
from bot.texts.speaker import Ready, Speaker, escaped

TITLE_UNITS = 120
NAME_UNITS = 80
ADDRESS_UNITS = 160
WORDS_UNITS = 160
DESCRIPTION_UNITS = 700
"""So much of a description stands on a card; a button shows the rest."""
_ISOLATES = 3
"""Signs that keep the direction of a text apart."""
_FILLED, _EMPTY, _LEVELS = "●", "○", 4


def block(speaker: Speaker, number: str, match: Match, search: Search, today: dt.date) -> str:
    """An activity in a few lines, for a list.

    Args:
        speaker: The reader's voice.
        number: Its sign in the list.
        match: The offer, and why it was found.
        search: What was looked for.
        today: The day in the bot's time zone.
    """
    match = _public(match)
    details = match.offer.details
    lines = [
        speaker.line(f"{number} <b>{_title(speaker, details)}</b>"),
        _kind_and_organisation(speaker, details),
        _place(speaker, match, is_short=True),
        _times(speaker, details, today),
        _in_short(speaker, details),
        not_checked(speaker, match.offer),
        _why(speaker, match, search, today),
    ]
    return "\n".join(line for line in lines if line)


def offer_card(
    speaker: Speaker, match: Match, search: Search, *, today: dt.date, buttons: Sequence[Row] = ()
) -> Message:
    """An activity with all that is known of it, except details of a contact that are not public.

    Args:
        speaker: The reader's voice.
        match: The offer, and why it was found.
        search: What was looked for.
        today: The day in the bot's time zone.
        buttons: Rows of what the reader can do with it.
    """
    match = _public(match)
    facts = "\n".join(_facts(speaker, match, search, today))
    text = fit.shorten(match.offer.details.description.strip(), DESCRIPTION_UNITS)
    parts = [facts, _description(speaker, text)]
    return Message(text="\n\n".join(part for part in parts if part), buttons=tuple(buttons))


def has_more(offer: Offer) -> bool:
    """Is there more of the description than the card shows?"""
    return fit.units(offer.details.description.strip()) > DESCRIPTION_UNITS


def in_full(speaker: Speaker, match: Match, search: Search, *, today: dt.date, back: Row) -> Message:
    """The same with the whole description, as far as a message can hold it."""
    match = _public(match)
    facts = "\n".join(_facts(speaker, match, search, today))
    taken = fit.units(visible(f"{facts}\n\n{_description_label(speaker)}\n")) + _ISOLATES
    text = fit.shorten(match.offer.details.description.strip(), fit.MESSAGE_UNITS - taken)
    return Message(text=f"{facts}\n\n{_description(speaker, text)}", buttons=(back,))


def _public(match: Match) -> Match:
    return replace(match, offer=public_part(match.offer))


def not_checked(speaker: Speaker, offer: Offer) -> str:
    """Says plainly that nobody checked yet whether the hours would count; nothing where somebody did."""
    if offer.details.is_checked:
        return ""
    # Translators: nobody has checked yet whether hours at this activity count for the 40 hours.
    return speaker.say("❔ Nog niet nagekeken of dit meetelt.")


def _facts(speaker: Speaker, match: Match, search: Search, today: dt.date) -> list[str]:
    details = match.offer.details
    lines = [
        _place(speaker, match, is_short=False),
        _times(speaker, details, today),
        _level_and_price(speaker, details),
        *_for_whom(speaker, details),
        *_how_to_get_there(speaker, details),
        _public_contact(speaker, details),
        _website(details),
        _what_is_checked(speaker, match.offer),
        _why(speaker, match, search, today),
    ]
    heading = [f"<b>{_title(speaker, details)}</b>", _kind_and_organisation(speaker, details), ""]
    return heading + [line for line in lines if line]


def _title(speaker: Speaker, details: OfferDetails) -> str:
    return _theirs(speaker, details.title, TITLE_UNITS)


def _theirs(speaker: Speaker, text: str, units: int) -> Ready:
    """What somebody else wrote, short and safe."""
    return escaped(speaker.isolated(fit.shorten(" ".join(text.split()), units)))


def _kind_and_organisation(speaker: Speaker, details: OfferDetails) -> str:
    kind = escaped(kind_label(speaker, details.kind))
    if not details.organisation:
        return kind
    return f"{kind}{BETWEEN}{_theirs(speaker, details.organisation, NAME_UNITS)}"


def _place(speaker: Speaker, match: Match, *, is_short: bool) -> str:
    venue = match.offer.details.venue
    if venue.is_online:
        # Translators: the activity takes place on the internet.
        return speaker.say("📍 Online, van thuis uit")
    name = (venue.municipality if is_short else None) or venue.name or venue.municipality
    if not name:
        # Translators: nobody said where the activity takes place.
        return speaker.say("📍 plaats: nog te vragen")
    parts = [_theirs(speaker, name, NAME_UNITS if is_short else ADDRESS_UNITS)]
    if not is_short and venue.municipality and venue.municipality not in name:
        parts.append(_theirs(speaker, venue.municipality, NAME_UNITS))
    if match.hit.km is not None:
        parts.append(escaped(speaker.isolated(distance(speaker, match.hit.km))))
    return speaker.line(f"📍 {BETWEEN.join(parts)}")


def _times(speaker: Speaker, details: OfferDetails, today: dt.date) -> str:
    times = schedules.when(speaker, details.schedule, today)
    parts = (times, schedules.next_time(speaker, details.schedule, today, from_day=details.valid_from))
    return f"🕒 {BETWEEN.join(part for part in parts if part)}"


def _in_short(speaker: Speaker, details: OfferDetails) -> str:
    return BETWEEN.join(filter(None, (_level_and_price(speaker, details), *_for_whom(speaker, details))))


def _level_and_price(speaker: Speaker, details: OfferDetails) -> str:
    costs = price(speaker, details)
    return BETWEEN.join(filter(None, (_level(speaker, details), f"💶 {costs}" if costs else "")))


def _level(speaker: Speaker, details: OfferDetails) -> str:
    if details.dutch_level is None:
        return ""
    filled = min(max(details.dutch_level, 1), _LEVELS)
    level = _FILLED * filled + _EMPTY * (_LEVELS - filled)
    # Translators: how much Dutch the activity asks: one to four filled signs.
    return speaker.say("🎓 Nederlands {level}", level=level)


def price(speaker: Speaker, details: OfferDetails) -> str:
    """What it costs, as far as somebody said."""
    if details.price.words:
        return _theirs(speaker, details.price.words, WORDS_UNITS)
    if details.price.is_free:
        # Translators: taking part costs nothing.
        return speaker.say("gratis")
    return (
        "" if details.price.cents is None else escaped(speaker.isolated(speaker.price(details.price.cents)))
    )


def _for_whom(speaker: Speaker, details: OfferDetails) -> list[str]:
    said = []
    if details.women_only:
        # Translators: only women take part in this activity.
        said.append(speaker.say("👩 Alleen voor vrouwen"))
    if details.child_friendly:
        # Translators: parents may bring their children to this activity.
        said.append(speaker.say("🧒 Je kinderen mogen mee"))
    if age := _ages(speaker, details.ages):
        said.append(f"🎂 {age}")
    return said


def _how_to_get_there(speaker: Speaker, details: OfferDetails) -> list[str]:
    if not details.by_transport:
        return []
    # Translators: public transport goes there.
    return [speaker.say("🚌 Met bus, tram of trein")]


def _ages(speaker: Speaker, ages: tuple[int | None, int | None]) -> str:
    match ages:
        case (None | 0, None):
            return ""
        case (int(youngest), None):
            # Translators: for whom an activity is, by age in years.
            return speaker.say("vanaf {age} jaar", age=youngest)
        case (None | 0, int(oldest)):
            # Translators: for whom an activity is, by age in years.
            return speaker.say("tot {age} jaar", age=oldest)
        case (youngest, oldest):
            # Translators: for whom an activity is, by age in years.
            return speaker.say("van {youngest} tot {oldest} jaar", youngest=youngest, oldest=oldest)


def _public_contact(speaker: Speaker, details: OfferDetails) -> str:
    contact = details.contact
    if not (contact.is_public and contact.is_known):
        return ""
    known = (contact.name, contact.phone, contact.email)
    return f"👤 {BETWEEN.join(_theirs(speaker, one, NAME_UNITS) for one in known if one)}"


def _website(details: OfferDetails) -> str:
    # Without signs for its direction, which a phone would take for a part of the address.
    return f"🔗 {escaped(fit.shorten(details.website, ADDRESS_UNITS))}" if details.website else ""


def _what_is_checked(speaker: Speaker, offer: Offer) -> str:
    if offer.details.is_checked:
        # Translators: somebody checked that people speak Dutch there, and that one meets others.
        return speaker.say("✅ Nagekeken: dit past bij je 40 uur.")
    return not_checked(speaker, offer)


def _why(speaker: Speaker, match: Match, search: Search, today: dt.date) -> str:
    said = reason(speaker, match, search, today=today)
    return f"💡 <i>{escaped(said)}</i>" if said else ""


def _description(speaker: Speaker, text: str) -> str:
    if not text:
        return ""
    return f"{_description_label(speaker)}\n{escaped(speaker.isolated(text))}"


def _description_label(speaker: Speaker) -> str:
    # Translators: above the organisation's own description, which is in Dutch.
    return speaker.say("📝 <b>Uitleg in het Nederlands</b>")
