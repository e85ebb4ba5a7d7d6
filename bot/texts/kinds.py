"""A fitting reply to every kind of message that is not text: nothing a person sends is ignored."""

from enum import StrEnum

from bot.domain.reader import Reader
from bot.texts import buttons, menu, unsure
from bot.texts.message import Button, Message
from bot.texts.speaker import Speaker


class Sent(StrEnum):
    """What a person sent that the bot cannot read, but can carry to the begeleider as it is."""

    VOICE = "voice"
    VIDEO = "video"
    PHOTO = "photo"
    ALBUM = "album"
    FILE = "file"
    BIG_FILE = "big_file"


def carry_as_it_is(
    speaker: Speaker, sent: Sent, *, reader: Reader | None, more: tuple[int, ...] = ()
) -> Message:
    """Say kindly that the bot cannot read it, and offer to send it on.

    Args:
        speaker: The person's voice.
        sent: What it is.
        reader: Who would get it.
        more: The other messages of an album, as distances from the first.
    """
    cannot = _cannot(speaker, sent)
    if reader is None:
        # Translators: the bot cannot read a voice message, photo or file, and nobody else can get it.
        instead = speaker.say("Typ je vraag. Een paar woorden zijn genoeg.")
        return Message(text=f"{cannot}\n{instead}")
    rows = (
        (as_is_button(speaker, more),),
        (Button(label=unsure.no_thanks(speaker), data=buttons.data(buttons.ASK, "no")),),
    )
    return Message(text=f"{cannot}\n{_shall_i_send(speaker, reader)}", buttons=rows)


def as_is_button(speaker: Speaker, more: tuple[int, ...] = ()) -> Button:
    """Carries the message that its screen replies to, unchanged; `more` as in `carry_as_it_is`."""
    pages = ".".join(str(distance) for distance in more) or "-"
    # Translators: button: the voice message, photo or file goes to the begeleider unchanged.
    yes = speaker.plain("💬 Ja, stuur het zo")
    return Button(label=yes, data=buttons.data(buttons.ASK, "as_is", "-", pages))


def _shall_i_send(speaker: Speaker, reader: Reader) -> str:
    if reader.name:
        # Translators: after "I cannot listen to this". {name} is the begeleider.
        return speaker.say("<b>Zal ik het zo naar je begeleider {name} sturen?</b>", name=reader.name)
    # Translators: after "I cannot listen to this". The team gets it.
    return speaker.say("<b>Zal ik het zo naar het team sturen?</b>")


def _cannot(speaker: Speaker, sent: Sent) -> str:
    match sent:
        case Sent.VOICE:
            # Translators: after a voice message.
            return speaker.say("🎤 Dank je voor je bericht. Ik kan zelf niet luisteren.")
        case Sent.VIDEO:
            # Translators: after a film.
            return speaker.say("🎬 Dank je voor je filmpje. Ik kan het zelf niet bekijken.")
        case Sent.PHOTO:
            # Translators: after a photo, perhaps of a signed paper (bewijs).
            return speaker.say("📷 Dank je voor je foto. Ik kan ze zelf nog niet lezen.")
        case Sent.ALBUM:
            # Translators: after several photos sent together.
            return speaker.say("📷 Dank je voor je foto’s. Ik kan ze zelf nog niet lezen.")
        case Sent.FILE:
            # Translators: after a file.
            return speaker.say("📎 Dank je voor je bestand. Ik kan het zelf niet lezen.")
        case Sent.BIG_FILE:
            # Translators: after a file of more than 20 MB.
            return speaker.say("📎 Dit bestand is erg groot. Ik kan het zelf niet openen.")


def cannot_read_for_begeleider(speaker: Speaker) -> Message:
    """To a begeleider who sends something that is not text and replies to no question."""
    # Translators: to a begeleider; "antwoord op" is Telegram's reply to a message.
    text = speaker.say(
        "Dit kan ik niet lezen. Is het voor een inburgeraar? Stuur het dan als antwoord op zijn vraag."
    )
    return Message(text=text)


def sticker(speaker: Speaker) -> Message:
    """After a sticker, an animation, a dice or a game: a kind word and the menu."""
    # Translators: after a sticker or another playful message.
    return _with_menu(speaker, speaker.say("Leuk! 🙂 Kan ik je helpen? Typ je vraag of kies een knop."))


def phone_card(speaker: Speaker) -> Message:
    """After somebody's phone card."""
    # Translators: after a contact card with somebody's phone number, which the bot does not use.
    text = speaker.say(
        "Dank je. Ik doe niets met dit telefoonnummer.\nIs het voor je begeleider? Typ het dan in een vraag."
    )
    return _with_menu(speaker, text)


def location(speaker: Speaker) -> Message:
    """After a place on the map."""
    # Translators: after a shared place on the map, which the bot does not use.
    text = speaker.say(
        "Dank je. Ik gebruik niet waar je bent.\nZoek je iets in je buurt? Vraag het aan je begeleider."
    )
    return _with_menu(speaker, text)


def poll(speaker: Speaker) -> Message:
    """After a poll."""
    # Translators: after a poll (a vote) that somebody sent to the bot.
    return _with_menu(speaker, speaker.say("Een stemming! Ik stem niet mee. 🙂 Typ gerust je vraag."))


def something_else(speaker: Speaker) -> Message:
    """After a kind of message that nothing else here fits."""
    # Translators: after a kind of message that the bot does not know.
    return _with_menu(speaker, speaker.say("Dit soort bericht begrijp ik niet. Typ gerust je vraag."))


def unknown_command(speaker: Speaker) -> Message:
    """After a command that does not exist."""
    # Translators: after a mistyped command such as /strat.
    text = speaker.say("Dit commando ken ik niet. Typ gewoon je vraag, of kies een knop.")
    return _with_menu(speaker, text)


def changed_too_late(speaker: Speaker) -> Message:
    """After an edit of an older message that is no question of theirs."""
    # Translators: the person changed a message of some time ago.
    text = speaker.say(
        "Ik zag dat je een ouder bericht veranderde. Wil je een antwoord? Stuur het dan opnieuw."
    )
    return Message(text=text)


def private_chats_only(speaker: Speaker, chat_id: int) -> Message:
    """Once, in a group the bot was put in; the number helps whoever sets up the team's chat."""
    # Translators: in a group; {chat_id} is the group's number at Telegram.
    return Message(
        text=speaker.say(
            "Ik praat alleen in een privégesprek. Schrijf me daar gerust. (Nummer van deze groep: {chat_id})",
            chat_id=chat_id,
        )
    )


def _with_menu(speaker: Speaker, text: str) -> Message:
    return Message(text=text, keyboard=menu.menu_keyboard(speaker), placeholder=menu.placeholder(speaker))
