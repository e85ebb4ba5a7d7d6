"""Where somebody looks for an activity: asked once, in any script; and how far they want to go."""

from collections.abc import Sequence

from bot.domain.ids import NewcomerId
from bot.domain.place import Place
from bot.domain.search import ANYWHERE_KM, REACHES_KM, Search
from bot.texts import fit
from bot.texts.finding_buttons import Row, button, show
from bot.texts.menu import menu_keyboard, placeholder
from bot.texts.message import Button, Message
from bot.texts.speaker import Speaker

NAME_UNITS = 40
_CHOSEN = "✅"


def ask(speaker: Speaker, whom: NewcomerId | None, *, not_found: bool = False) -> Message:
    """Where? Typed, as a shared location, or anywhere.

    Args:
        speaker: The reader's voice.
        whom: For whom is looked.
        not_found: Did somebody type what is no place in Belgium?
    """
    if not_found:
        # Translators: the place that was typed is not found in Belgium.
        text = speaker.say(
            "📍 <b>Die plaats vind ik niet.</b>\nTyp je gemeente opnieuw, of je postcode. Bijvoorbeeld: 9000."
        )
    else:
        # Translators: the bot looks for activities near the place where somebody lives.
        text = speaker.say(
            "📍 <b>In welke gemeente woon je?</b>\nTyp de naam of de postcode. Dan zoek ik dichtbij."
        )
    # Translators: button: share where the phone is now.
    here = button(speaker.plain("📱 Gebruik waar ik nu ben"), whom, "here")
    return Message(text=text, buttons=((here,), (_anywhere(speaker, whom),)))


def _anywhere(speaker: Speaker, whom: NewcomerId | None) -> Button:
    # Translators: button: it does not matter where the activity is.
    return button(speaker.plain("🌍 Overal is goed"), whom, "anywhere")


def ask_location(speaker: Speaker) -> Message:
    """Asks for the phone's location by a key under the typing field, above the usual ones."""
    # Translators: below is a large button that sends where the phone is.
    text = speaker.say(
        "📍 Tik op de knop onderaan. Ik zoek dan de gemeente. <b>Waar je precies bent, bewaar ik niet.</b>"
    )
    # Translators: large button under the typing field: sends where the phone is now.
    key = speaker.plain("📍 Stuur mijn locatie")
    return Message(
        text=text, location_key=key, keyboard=menu_keyboard(speaker), placeholder=placeholder(speaker)
    )


def located(speaker: Speaker, place: Place) -> Message:
    """Which place a location became; the usual keys are back."""
    # Translators: {place} is the town near which the bot looks for activities.
    text = speaker.say("📍 Ik zoek rond <b>{place}</b>.", place=_name(place))
    return Message(text=text, keyboard=menu_keyboard(speaker), placeholder=placeholder(speaker))


def which(speaker: Speaker, whom: NewcomerId | None, places: Sequence[Place]) -> Message:
    """Which of these places did somebody mean?"""
    # Translators: below are buttons with names of towns, and one for "none of these".
    text = speaker.say("📍 <b>Welke plaats bedoel je?</b>")
    # Translators: button: none of the towns is right; type it again.
    none = button(speaker.plain("Geen van deze"), whom, "where")
    return Message(text=text, buttons=(*((_place(whom, place),) for place in places), (none,)))


def _place(whom: NewcomerId | None, place: Place) -> Button:
    postcode = place.postcodes[0] if place.postcodes else ""
    return button(
        f"📍 {postcode} {_name(place)}".replace("  ", " "), whom, "at", postcode or "-", place.name[:20]
    )


def reach(speaker: Speaker, whom: NewcomerId | None, search: Search) -> Message:
    """How far do you want to go? It ranks what is near, and never hides the rest."""
    assert search.place is not None
    # Translators: {place} is a town; below are buttons with distances. What is nearer comes first.
    text = speaker.say(
        "📍 <b>{place}</b>\nHoe ver wil je gaan? Wat dichtbij is, toon ik eerst.", place=_name(search.place)
    )
    near = tuple(_reach(speaker, whom, search, km) for km in REACHES_KM)
    anywhere = button(
        _ticked(_everywhere(speaker), search.reach_km == ANYWHERE_KM), whom, "reach", ANYWHERE_KM
    )
    # Translators: button: look near another town.
    other = button(speaker.plain("✏️ Andere plaats"), whom, "place")
    return Message(text=text, buttons=(near, (anywhere, other), (show(speaker, whom),)))


def _reach(speaker: Speaker, whom: NewcomerId | None, search: Search, km: int) -> Button:
    # Translators: button: so many kilometres; keep it short.
    label = speaker.plain("{km} km", km=speaker.number(km))
    return button(_ticked(label, search.reach_km == km), whom, "reach", km)


def _ticked(label: str, is_chosen: bool) -> str:
    return f"{_CHOSEN} {label}" if is_chosen else label


def _everywhere(speaker: Speaker) -> str:
    # Translators: button: anywhere, however far.
    return speaker.plain("🌍 Overal")


def place_label(speaker: Speaker, search: Search) -> str:
    """The place and how far, as it stands on a button; plain text."""
    words = place_words(speaker, search)
    if words:
        return " · ".join(words)
    # Translators: button: choose near which town to look.
    return speaker.plain("📍 Waar?")


def place_words(speaker: Speaker, search: Search) -> list[str]:
    """The place and how far; nothing while nobody chose; plain text."""
    if search.place is None:
        return [_everywhere(speaker)] if search.reach_km is not None else []
    said = [f"📍 {speaker.isolated(_name(search.place))}"]
    if search.reach_km == ANYWHERE_KM:
        return said
    if search.reach_km is not None:
        # Translators: button: so many kilometres; keep it short.
        said.append(speaker.plain("{km} km", km=speaker.number(search.reach_km)))
    return said


def asks_place(search: Search) -> bool:
    """Did nobody say where yet, nor that it does not matter?"""
    return search.place is None and search.reach_km is None


def _name(place: Place) -> str:
    name = place.name if place.is_municipality else f"{place.name} ({place.municipality})"
    return fit.shorten(name, NAME_UNITS)


def back_rows(speaker: Speaker, whom: NewcomerId | None) -> tuple[Row, ...]:
    """The way on from a screen of the place."""
    return ((show(speaker, whom),),)


def nearest_already(speaker: Speaker) -> str:
    """A short notice: there is no shorter distance to choose; plain text."""
    # Translators: short notice after "closer".
    return speaker.plain("Dichterbij dan dit vind ik niets.")
