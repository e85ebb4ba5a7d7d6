"""A first message to an organisation, in Dutch that is easy to say, and what it means.

The same sentences are said in two voices: in Dutch to send or read aloud, and in the reader's language.
"""

from bot.domain.offer import OfferDetails
from bot.domain.offer_kind import OfferKind
from bot.texts import fit
from bot.texts.dutch import dutch_speaker
from bot.texts.speaker import Speaker

NAME_UNITS, TITLE_UNITS, PLACE_UNITS = 40, 80, 80


def first_message(name: str, details: OfferDetails) -> str:
    """The Dutch message to send or read aloud; plain text.

    Args:
        name: Of who writes; only the first name goes along.
        details: What it is about.
    """
    return _message(dutch_speaker(), name, details)


def meaning(speaker: Speaker, name: str, details: OfferDetails) -> str:
    """The same message in the reader's language; plain text."""
    return _message(speaker, name, details)


def first_name(name: str) -> str:
    """The first word of a name: all that a stranger needs."""
    return fit.shorten((name.split() or [name])[0], NAME_UNITS)


def _message(speaker: Speaker, name: str, details: OfferDetails) -> str:
    # Translators: the beginning of a message to an organisation; simple and polite, easy to say.
    hello = speaker.plain("Dag, ik ben {name}.", name=first_name(name))
    title = fit.shorten(" ".join(details.title.split()), TITLE_UNITS)
    # Translators: in a message to an organisation: {title} is the Dutch title of the activity.
    about = speaker.plain("Ik zag “{title}”.", title=title)
    # Translators: in a message to an organisation, by somebody who learns Dutch.
    learning = speaker.plain("Ik leer Nederlands.")
    return " ".join((hello, about, _wish(speaker, details.kind), learning, _question(speaker, details.kind)))


def _wish(speaker: Speaker, kind: OfferKind) -> str:  # noqa: PLR0911 - one for each kind
    match kind:
        case OfferKind.BUDDY:
            # Translators: in a message to an organisation: what the person would like.
            return speaker.plain("Ik zoek een buddy om Nederlands mee te praten.")
        case OfferKind.VOLUNTEERING:
            # Translators: in a message to an organisation: the person would like to volunteer.
            return speaker.plain("Ik wil graag helpen als vrijwilliger.")
        case OfferKind.WORK_PLACEMENT:
            # Translators: in a message to an organisation: a short work placement (kennismakingsstage).
            return speaker.plain("Ik wil graag een korte stage doen.")
        case OfferKind.CONVERSATION_TABLE:
            # Translators: in a message to an organisation: the person would like to practise speaking.
            return speaker.plain("Ik wil graag mee praten en oefenen.")
        case OfferKind.NEIGHBOURHOOD_HOUSE:
            # Translators: in a message to a neighbourhood house (buurthuis).
            return speaker.plain("Ik wil graag mensen uit de buurt leren kennen.")
        case OfferKind.COURSE:
            # Translators: in a message to an organisation: the person would like to take the course.
            return speaker.plain("Ik wil de cursus graag volgen.")
        case OfferKind.SPORT:
            # Translators: in a message to a sports club.
            return speaker.plain("Ik wil graag mee sporten.")
        case _:
            # Translators: in a message to an organisation: the person would like to take part.
            return speaker.plain("Ik wil graag meedoen.")


def _question(speaker: Speaker, kind: OfferKind) -> str:
    match kind:
        case OfferKind.VOLUNTEERING | OfferKind.WORK_PLACEMENT | OfferKind.BUDDY:
            # Translators: the end of a message to an organisation: a polite question.
            return speaker.plain("Mag ik eens langskomen om te praten?")
        case OfferKind.COURSE:
            # Translators: the end of a message to an organisation: is there still a place for the person?
            return speaker.plain("Is er nog plaats voor mij?")
        case _:
            # Translators: the end of a message to an organisation: may the person come and have a look?
            return speaker.plain("Mag ik eens komen kijken?")


def ask_the_way(place: str) -> str:
    """The Dutch question about bus or train; plain text."""
    return _way(dutch_speaker(), place)


def meaning_of_the_way(speaker: Speaker, place: str) -> str:
    """The same question in the reader's language; plain text."""
    return _way(speaker, place)


def _way(speaker: Speaker, place: str) -> str:
    # Translators: a question to ask at a bus stop or a station; {place} is an address or a town.
    return speaker.plain("Welke bus of trein gaat naar {place}?", place=fit.shorten(place, PLACE_UNITS))
