"""What a newcomer hears of a choice: gone, checked, announced, not now; and the screen of a guest."""

import datetime as dt

from bot.domain.errors import NotAllowed, OfferFull, OfferRefused
from bot.domain.offer import Offer
from bot.domain.offer_public import public_part
from bot.domain.participation import ContactView, NotNowBecause, Participation
from bot.texts import fit
from bot.texts.going import (
    TITLE_UNITS,
    does,
    heading,
    list_button,
    others_button,
    place_of,
    public_ways,
    times,
    what_to_say,
    whom,
)
from bot.texts.message import Button, Message
from bot.texts.speaker import Speaker, escaped


def title_of(offer: Offer) -> str:
    """The title as it stands in a sentence; plain text."""
    return fit.shorten(" ".join(offer.details.title.split()), TITLE_UNITS)


# It cannot be chosen.


def cannot_go(speaker: Speaker, refusal: NotAllowed) -> Message:
    """The offer cannot be chosen any more, with the way to others."""
    return Message(text=_why_not(speaker, refusal), buttons=((others_button(speaker),),))


def _why_not(speaker: Speaker, refusal: NotAllowed) -> str:
    if isinstance(refusal, OfferFull):
        # Translators: the newcomer wants to go to an activity, but somebody else took the last place.
        return speaker.say("Deze activiteit is net volzet. Kijk eens naar een andere.")
    if isinstance(refusal, OfferRefused):
        # Translators: kindly: the begeleider found that the activity is not right for this newcomer.
        return speaker.say("Je begeleider vindt dit niet de beste keuze. Kijk eens naar een andere.")
    # Translators: the newcomer wants to go to an activity that was taken off the list meanwhile.
    return speaker.say("Deze activiteit is er niet meer. Kijk eens naar een andere.")


# The begeleider looked at it.


def allowed(speaker: Speaker, begeleider: str, chosen: Participation, offer: Offer) -> Message:
    """The begeleider checked the activity: they may go."""
    # Translators: good news: {begeleider} checked the activity {title}; the newcomer may go there.
    text = speaker.say(
        "👍 {begeleider} keek het na. Je mag naar <b>{title}</b>.",
        begeleider=begeleider,
        title=title_of(offer),
    )
    return Message(text=text, buttons=_to_screen(speaker, chosen))


def not_this_one(speaker: Speaker, begeleider: str, chosen: Participation, offer: Offer) -> Message:
    """The activity does not fit the 40 hours, or not this newcomer."""
    # Translators: kindly: {begeleider} found that the activity {title} does not fit. Others do.
    text = speaker.say(
        "🤔 {begeleider} keek het na: <b>{title}</b> past niet. We zoeken samen iets anders.",
        begeleider=begeleider,
        title=title_of(offer),
    )
    return Message(text=text, buttons=((others_button(speaker, chosen.id),),))


def gone_meanwhile(speaker: Speaker, chosen: Participation, offer: Offer) -> Message:
    """The activity was taken off the list, or got full, before anybody checked it."""
    # Translators: kindly: the activity {title} that the newcomer chose cannot be chosen any more.
    text = speaker.say(
        "Jammer, <b>{title}</b> kan niet meer. We zoeken samen iets anders.", title=title_of(offer)
    )
    return Message(text=text, buttons=((others_button(speaker, chosen.id),),))


def chosen_for_you(speaker: Speaker, begeleider: str, chosen: Participation, offer: Offer) -> Message:
    """The begeleider chose an activity together with them."""
    # Translators: {begeleider} chose the activity {title} for the newcomer, whom they sat beside.
    text = speaker.say(
        "🧭 {begeleider} koos voor jou: <b>{title}</b>.", begeleider=begeleider, title=title_of(offer)
    )
    return Message(text=text, buttons=_to_screen(speaker, chosen))


def _to_screen(speaker: Speaker, chosen: Participation) -> tuple[tuple[Button, ...], ...]:
    # Translators: button: shows how to get to the activity and whom to ask for.
    return ((does(speaker.plain("👣 Zo ga je erheen"), "show", chosen.id),),)


# The warm handover.


def nobody_reads(speaker: Speaker) -> str:
    """A notice: the begeleider cannot be reached now; what was asked is kept."""
    # Translators: short notice: the begeleider's phone cannot be reached now; the question is kept.
    return speaker.plain("Je begeleider leest dit later. Ik bewaar je vraag.")


def asked(speaker: Speaker, begeleider: str) -> str:
    """A notice: the begeleider was asked to announce them."""
    # Translators: short notice: {begeleider} was asked to announce the newcomer to the activity.
    return speaker.plain("Ik vraag het aan {begeleider}.", begeleider=begeleider)


def asked_already(speaker: Speaker) -> str:
    """A notice: it was asked before."""
    # Translators: short notice: the begeleider was asked before to announce the newcomer.
    return speaker.plain("Dat vroeg je al. Je begeleider laat iets weten.")


def will_announce(speaker: Speaker, begeleider: str, chosen: Participation, offer: Offer) -> Message:
    """The begeleider will announce them."""
    # Translators: {begeleider} will tell the activity {title} that the newcomer is coming.
    text = speaker.say(
        "🤝 {begeleider} kondigt je aan bij <b>{title}</b>. Wacht nog even.",
        begeleider=begeleider,
        title=title_of(offer),
    )
    return Message(text=text, buttons=_to_screen(speaker, chosen))


def announced(speaker: Speaker, begeleider: str, chosen: Participation, offer: Offer) -> Message:
    """The begeleider announced them: they can go."""
    # Translators: {begeleider} told the activity {title} that the newcomer is coming.
    text = speaker.say(
        "🤝 {begeleider} heeft je aangekondigd bij <b>{title}</b>. Je mag gaan!",
        begeleider=begeleider,
        title=title_of(offer),
    )
    return Message(text=text, buttons=_to_screen(speaker, chosen))


def not_now(
    speaker: Speaker, begeleider: str, chosen: Participation, offer: Offer, why: NotNowBecause
) -> Message:
    """The begeleider does not announce them now, and why; they can still go."""
    title = f"<b>{escaped(speaker.isolated(title_of(offer)))}</b>"
    return Message(text=f"{title}\n{_not_now(speaker, begeleider, why)}", buttons=_to_screen(speaker, chosen))


def _not_now(speaker: Speaker, begeleider: str, why: NotNowBecause) -> str:
    match why:
        case NotNowBecause.TRY_FIRST:
            # Translators: kindly: {begeleider} thinks that the newcomer can call or write without help.
            return speaker.say(
                "💪 {begeleider} denkt dat je dit zelf kan. Probeer het!", begeleider=begeleider
            )
        case NotNowBecause.TALK_FIRST:
            # Translators: {begeleider} wants to talk with the newcomer before announcing them.
            return speaker.say("💬 {begeleider} wil er eerst met je over praten.", begeleider=begeleider)
        case NotNowBecause.CONTACT_AWAY:
            # Translators: the contact person of the activity cannot be reached; {begeleider} tried.
            return speaker.say(
                "Er is daar nu niemand. Vraag het {begeleider} later nog eens.", begeleider=begeleider
            )
        case NotNowBecause.OTHER:
            # Translators: kindly: {begeleider} does not announce the newcomer now; they may ask why.
            return speaker.say(
                "{begeleider} kondigt je nu niet aan. Vraag gerust waarom.", begeleider=begeleider
            )


# Short notices, and what stands under a screen that is over.


def ended(speaker: Speaker, chosen: Participation, offer: Offer) -> Message:
    """They do not go there (any more); others can be shown."""
    # Translators: kindly: the newcomer does not go to the activity {title}; there are others.
    text = speaker.say("Goed. <b>{title}</b> staat niet meer op je lijst.", title=title_of(offer))
    rows = ((others_button(speaker, chosen.id),), (list_button(speaker, chosen.newcomer_id),))
    return Message(text=text, buttons=rows)


# People whom nobody guides.


def for_guest(speaker: Speaker, offer: Offer, *, name: str, today: dt.date) -> Message:
    """The public part of an activity, and how to get a begeleider's link.

    Args:
        speaker: The reader's voice.
        offer: Open today.
        name: Theirs, for the first message.
        today: The day in the bot's time zone.
    """
    details = public_part(offer).details
    place = place_of(details.venue)
    lines = [f"📍 {escaped(speaker.isolated(place))}"] if place else []
    lines.append(times(speaker, details, today))
    # Translators: to somebody whom no begeleider guides through this bot; a link joins them.
    guide = speaker.say("Heb je een begeleider? Vraag een link voor mij. Dan help ik je verder.")
    check = [] if details.is_checked else [_ask_first(speaker)]
    contact = details.contact
    view = ContactView.SHOWN if contact.is_public else ContactView.NO_GUIDE
    view = view if contact.is_known else ContactView.UNKNOWN
    parts = [
        heading(speaker, details),
        "\n".join(lines),
        whom(speaker, contact, view, None),
        what_to_say(speaker, name, details),
    ]
    text = "\n\n".join(part for part in (*parts, *check, guide) if part)
    ways = public_ways(speaker, details)
    return Message(text=text, buttons=((ways,) if ways else ()) + ((others_button(speaker),),))


def _ask_first(speaker: Speaker) -> str:
    # Translators: nobody checked yet whether the activity counts for the 40 hours.
    return speaker.say("⏳ Nog niet nagekeken. Vraag eerst aan je begeleider of dit meetelt.")
