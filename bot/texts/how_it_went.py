"""Did it work out? The question two days later, why not, and what comes then."""

from bot.domain.offer import Offer
from bot.domain.participation import OWN_REASONS, EndedBecause, Participation
from bot.texts.going import does, list_button, note_button
from bot.texts.going_news import title_of
from bot.texts.message import Button, Message
from bot.texts.my_contacts_buttons import ask_at_button
from bot.texts.note_rows import in_rows
from bot.texts.speaker import Speaker

REASON_SIGN = {
    EndedBecause.NO_ANSWER: "📭",
    EndedBecause.FULL: "⛔",
    EndedBecause.TOO_FAR: "🚌",
    EndedBecause.TIMES: "🕒",
    EndedBecause.TOO_MUCH_DUTCH: "🗣",
    EndedBecause.NOT_LIKED: "🙂",
    EndedBecause.NOT_ALLOWED: "🤔",
    EndedBecause.CHANGED_MIND: "💭",
    EndedBecause.OTHER: "✳️",
}


def ask(speaker: Speaker, chosen: Participation, offer: Offer, *, is_again: bool) -> Message:
    """Did it work out?

    Args:
        speaker: The newcomer's voice.
        chosen: Their participation.
        offer: What they chose.
        is_again: Was it asked before, and answered with "not yet"?
    """
    # Translators: some days after the newcomer chose the activity {title}: did they get in touch, or go?
    text = speaker.say("👋 <b>{title}</b>: is het gelukt?", title=title_of(offer))
    # Translators: button: yes, it worked out; the newcomer takes part.
    yes = does(speaker.plain("✅ Ja, het lukt"), "yes", chosen.id)
    # Translators: button: not yet, but perhaps later.
    later = does(speaker.plain("⏳ Nog niet"), "notyet", chosen.id, int(is_again))
    # Translators: button: no, it did not work out.
    no = does(speaker.plain("✖️ Nee"), "why", chosen.id)
    return Message(text=text, buttons=((yes,), (later, no)))


def good(speaker: Speaker, chosen: Participation, offer: Offer) -> Message:
    """They take part: noting hours is one tap away."""
    # Translators: kindly: the newcomer takes part in the activity {title}.
    text = speaker.say("🎉 Fijn! Was je bij <b>{title}</b>? Noteer dan hier je uren.", title=title_of(offer))
    # Translators: button: shows how to get to the activity and whom to ask for.
    way = does(speaker.plain("👣 Zo ga je erheen"), "show", chosen.id)
    ask = ask_at_button(speaker, chosen.id)
    return Message(text=text, buttons=((note_button(speaker, chosen.id),), (ask,), (way,)))


def will_ask_again(speaker: Speaker, chosen: Participation) -> Message:
    """Not yet: it is asked once more after a week."""
    # Translators: kindly: the newcomer has not been to the activity yet; the bot asks once more in a week.
    text = speaker.say("Geen probleem. Ik vraag het over een week nog één keer.")
    return Message(text=text, buttons=_still(speaker, chosen))


def no_hurry(speaker: Speaker, chosen: Participation) -> Message:
    """Not yet, a second time: it is not asked again."""
    # Translators: kindly: the newcomer has not been to the activity yet; the bot does not ask again.
    text = speaker.say("Geen probleem. Je vindt het terug in je lijst.")
    return Message(text=text, buttons=_still(speaker, chosen))


def _still(speaker: Speaker, chosen: Participation) -> tuple[tuple[Button, ...], ...]:
    # Translators: button: shows how to get to the activity and whom to ask for.
    way = does(speaker.plain("👣 Zo ga je erheen"), "show", chosen.id)
    return ((way,), (list_button(speaker, chosen.newcomer_id),))


def why(speaker: Speaker, chosen: Participation, offer: Offer) -> Message:
    """Why not? One tap says it."""
    # Translators: kindly, without blame: why does the newcomer not go to the activity {title}?
    text = speaker.say("<b>{title}</b>: wat paste niet? Tik op één reden.", title=title_of(offer))
    reasons = [
        does(f"{REASON_SIGN[because]} {reason(speaker, because)}", "end", chosen.id, because.value)
        for because in OWN_REASONS
    ]
    # Translators: button: back; the newcomer keeps the activity.
    back = does(speaker.plain("⬅️ Terug"), "show", chosen.id)
    return Message(text=text, buttons=(*in_rows(reasons, 2), (back,)))


def reason(speaker: Speaker, because: EndedBecause) -> str:  # noqa: PLR0911 - one for each
    """A reason in a few words, as it stands on a button; plain text."""
    match because:
        case EndedBecause.NO_ANSWER:
            # Translators: button: why it did not work out: nobody of the activity answered.
            return speaker.plain("Geen antwoord")
        case EndedBecause.FULL:
            # Translators: button: why it did not work out: there was no place left.
            return speaker.plain("Volzet")
        case EndedBecause.TOO_FAR:
            # Translators: button: why it did not work out.
            return speaker.plain("Te ver")
        case EndedBecause.TIMES:
            # Translators: button: why it did not work out: the day or the hour did not suit.
            return speaker.plain("Dag of uur past niet")
        case EndedBecause.TOO_MUCH_DUTCH:
            # Translators: button: why it did not work out: the Dutch was too difficult.
            return speaker.plain("Te veel Nederlands")
        case EndedBecause.NOT_LIKED:
            # Translators: button: why it did not work out: the newcomer did not like it.
            return speaker.plain("Niet mijn ding")
        case EndedBecause.NOT_ALLOWED:
            # Translators: why it did not work out: the activity does not count for the 40 hours.
            return speaker.plain("Past niet bij het traject")
        case EndedBecause.CHANGED_MIND:
            # Translators: button: why it did not work out: the newcomer would rather do something else.
            return speaker.plain("Liever iets anders")
        case EndedBecause.OTHER:
            # Translators: button: why it did not work out.
            return speaker.plain("Iets anders")
