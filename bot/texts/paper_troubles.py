"""One concrete thing to do better about a photograph, and what is said when it cannot be looked at at all."""

import datetime as dt
from collections.abc import Sequence

from bot.domain.page_check import Problem, Side, Trouble, WhyRefused
from bot.texts.kinds import as_is_button
from bot.texts.message import Button, Kept, Message
from bot.texts.paper_buttons import (
    At,
    Gate,
    Rows,
    drop_button,
    list_button,
    new_photo_button,
    of,
)
from bot.texts.speaker import Speaker


def trouble(
    speaker: Speaker, at: At, found: Trouble, *, picture: str | None, page: int | None, types_number: bool
) -> Message:
    """What is wrong with a photograph, where, and what helps.

    Args:
        speaker: The newcomer's voice.
        at: The paper.
        found: The trouble that is most useful to say.
        picture: The key of the small picture with the spot marked; None when there is none.
        page: Which page it is, from 1; None when there is only one.
        types_number: It is a form of ours whose code could not be read, so its number can be typed.
    """
    lines = [] if page is None else [_page(speaker, page)]
    lines.append(_instruction(speaker, found))
    # Translators: after what is wrong with the photo: the newcomer just sends another one.
    lines.append(speaker.say("Stuur gewoon een nieuwe foto."))
    rows: Rows = ((_anyway(speaker, at, Gate.TROUBLE),),)
    if types_number:
        rows = (_number_row(speaker, at.beyond(Gate.TROUBLE)), *rows)
    rows = (*rows, (new_photo_button(speaker, at.newcomer_id), drop_button(speaker, at)))
    kept = None if picture is None else Kept(picture)
    return Message(text="\n".join(lines), buttons=rows, picture=kept)


def _page(speaker: Speaker, page: int) -> str:
    # Translators: which of several pages is not good; what is wrong with it follows.
    return speaker.say("📄 Blad {page}:", page=page)


def _number_row(speaker: Speaker, at: At) -> tuple[Button, ...]:
    # Translators: button: the newcomer types the number that is printed on the form.
    return (of(speaker.plain("⌨️ Typ het nummer"), at, "number"),)


def _anyway(speaker: Speaker, at: At, gate: Gate) -> Button:
    # Translators: button: send the photo as it is, although it is not good.
    return of(speaker.plain("📨 Stuur het toch"), at.beyond(gate), "next")


def _instruction(speaker: Speaker, found: Trouble) -> str:
    match found.problem:
        case Problem.NOT_A_PAGE:
            # Translators: the photo shows no paper.
            words = speaker.say("🤔 <b>Ik zie hier geen papier.</b> Leg het plat en neem het hele blad.")
        case Problem.BLURRED:
            # Translators: the photo is blurred.
            words = speaker.say("🌫 <b>De foto is niet scherp.</b> Hou stil en tik op het papier.")
        case Problem.DARK:
            # Translators: the photo is too dark.
            words = speaker.say("🌑 <b>De foto is te donker.</b> Ga bij een raam of een lamp.")
        case Problem.OVEREXPOSED:
            # Translators: the photo is too bright.
            words = speaker.say("☀️ <b>Er is te veel licht.</b> Ga uit de zon, zonder flits.")
        case Problem.GLARE:
            # Translators: a bright spot, a shadow or a finger hides words; the spot is marked.
            words = speaker.say("✨ <b>Hier lees ik niets.</b> Zorg dat er geen licht of vinger op komt.")
        case Problem.CUT_OFF:
            words = _cut_off(speaker, found.side)
        case Problem.TOO_SMALL:
            # Translators: the paper is too small in the photo.
            words = speaker.say("🔍 <b>Het papier is te klein.</b> Kom dichter met je telefoon.")
    return words


def _cut_off(speaker: Speaker, side: Side | None) -> str:
    match side:
        case Side.TOP:
            # Translators: the top of the paper is not in the photo.
            return speaker.say("✂️ <b>Bovenaan mist een stuk.</b> Neem wat meer afstand.")
        case Side.RIGHT:
            # Translators: the right side of the paper is not in the photo.
            return speaker.say("✂️ <b>Rechts mist een stuk.</b> Neem wat meer afstand.")
        case Side.BOTTOM:
            # Translators: the bottom of the paper is not in the photo.
            return speaker.say("✂️ <b>Onderaan mist een stuk.</b> Neem wat meer afstand.")
        case Side.LEFT:
            # Translators: the left side of the paper is not in the photo.
            return speaker.say("✂️ <b>Links mist een stuk.</b> Neem wat meer afstand.")
        case None:
            # Translators: a part of the paper is not in the photo.
            return speaker.say("✂️ <b>Er mist een stuk.</b> Neem wat meer afstand.")


# Whose form it is.


def somebody_elses(speaker: Speaker, at: At) -> Message:
    """The form was made for another newcomer, who is not named."""
    # Translators: the number on the form belongs to another person, whose name is not told.
    whose = speaker.say("🤔 <b>Dit formulier is voor iemand anders gemaakt.</b>")
    # Translators: the newcomer may have taken the wrong sheet of paper.
    what = speaker.say("Is het toch van jou? Dan kijkt je begeleider ernaar.")
    # Translators: button: the form is about this newcomer all the same, go on.
    mine = of(speaker.plain("✅ Het is van mij"), at.beyond(Gate.FORM), "next")
    rows: Rows = ((mine,), (new_photo_button(speaker, at.newcomer_id), drop_button(speaker, at)))
    return Message(text=f"{whose}\n{what}", buttons=rows)


def sent_before(speaker: Speaker, at: At, *, receipt: str, day: dt.date, is_accepted: bool) -> Message:
    """This form, or this very picture, was handed in before.

    Args:
        speaker: The newcomer's voice.
        at: The paper.
        receipt: Of the earlier one.
        day: When that was handed in.
        is_accepted: Do its hours count already?
    """
    # Translators: {receipt} is the number of what was sent on {day}.
    text = speaker.say(
        "📄 <b>Dit papier stuurde je al</b> op {day}: {receipt}.", day=speaker.day(day), receipt=receipt
    )
    lines = [text]
    if is_accepted:
        # Translators: the hours of this paper were accepted before.
        lines.append(speaker.say("Die uren tellen al mee."))
    # Translators: button: send it once more, for example because hours were added on the paper.
    again = of(speaker.plain("📨 Stuur het nog eens"), at.beyond(Gate.FORM), "next")
    rows: Rows = ((again,), (list_button(speaker, at.newcomer_id), drop_button(speaker, at)))
    return Message(text="\n".join(lines), buttons=rows)


# What could not be looked at.


def refused(speaker: Speaker, why: WhyRefused, *, more: Sequence[int], has_reader: bool) -> Message:
    """A file that cannot be taken for a photograph; it can go to the begeleider as it is.

    Args:
        speaker: The newcomer's voice.
        why: Why not.
        more: The other messages of an album, as distances from the first.
        has_reader: Can somebody get it?
    """
    return _cannot(speaker, _why(speaker, why), more, has_reader=has_reader)


def _why(speaker: Speaker, why: WhyRefused) -> str:
    match why:
        case WhyRefused.TOO_LARGE:
            # Translators: a file of more than 20 MB.
            words = speaker.say("📎 Dit bestand is te groot voor mij. Stuur het als gewone foto.")
        case WhyRefused.TOO_MANY_PIXELS:
            # Translators: a picture with far too many pixels.
            words = speaker.say("📷 Deze foto is te groot voor mij. Stuur ze als gewone foto.")
        case WhyRefused.NOT_A_PICTURE:
            # Translators: the file is neither a picture nor a PDF.
            words = speaker.say("📎 Dit is geen foto en geen PDF. Neem een foto van het papier.")
        case WhyRefused.BROKEN:
            # Translators: the file is damaged.
            words = speaker.say("📎 Dit bestand is stuk. Neem een nieuwe foto van het papier.")
        case WhyRefused.LOCKED:
            # Translators: a PDF that opens only with a password.
            words = speaker.say("🔒 Deze PDF heeft een wachtwoord. Stuur een foto van het papier.")
        case WhyRefused.TOO_MANY_PAGES:
            # Translators: a PDF with very many pages.
            words = speaker.say("📎 Dat zijn veel bladen. Stuur hoogstens tien bladen samen.")
        case WhyRefused.GAVE_UP:
            # Translators: looking at the photo took too long; it is not the newcomer's fault.
            words = speaker.say("😕 Ik kan deze foto niet bekijken. Neem een nieuwe foto.")
    return words


def gone(speaker: Speaker) -> Message:
    """Telegram does not have the file any more."""
    # Translators: the photo cannot be fetched from Telegram any more.
    return Message(text=speaker.say("😕 Je foto is niet meer bij Telegram. Stuur ze nog eens."))


def is_full(speaker: Speaker, *, more: Sequence[int], has_reader: bool) -> Message:
    """There is no room to keep a picture; it is tried again."""
    # Translators: the bot's disk is full; the photo still stands in the chat. It tries again later.
    why = speaker.say("😕 Ik heb nu geen plaats voor je foto. Ik probeer het straks opnieuw.")
    return _cannot(speaker, why, more, has_reader=has_reader)


def not_looked_at(speaker: Speaker, *, more: Sequence[int], has_reader: bool) -> Message:
    """Looking at it failed again and again."""
    # Translators: the bot could not look at the photo; it is not the newcomer's fault.
    why = speaker.say("😕 Sorry, ik kon je foto niet bekijken. Ze is niet weg.")
    return _cannot(speaker, why, more, has_reader=has_reader)


def too_many(speaker: Speaker) -> Message:
    """More pages than one bewijs has."""
    # Translators: a bewijs has at most ten pages; this further photo is not taken along.
    return Message(text=speaker.say("📄 Meer dan tien bladen gaat niet. Stuur ze apart."))


def _cannot(speaker: Speaker, why: str, more: Sequence[int], *, has_reader: bool) -> Message:
    if not has_reader:
        return Message(text=why)
    # Translators: the photo or file can go to the begeleider unchanged.
    offer = speaker.say("Of zal ik het zo naar je begeleider sturen?")
    return Message(text=f"{why}\n{offer}", buttons=((as_is_button(speaker, tuple(more)),),))
