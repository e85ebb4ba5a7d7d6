"""A phone that several newcomers share, such as a couple's: who speaks, and for whom a message is."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.people import Account, Newcomer
from bot.texts import buttons, fit
from bot.texts.message import Button, Message, visible
from bot.texts.speaker import Speaker, escaped

NAME_UNITS = 40
HOURS, MESSAGE, PRESS, ASK = "h", "m", "d", "ask"
"""What comes after the choice: my hours; the message that the choice replies to; what was pressed; the
last is no choice yet, but asks for one."""


def ask(speaker: Speaker, newcomers: Sequence[Newcomer], then: str, again: str = "") -> Message:
    """Before anything personal: who is it now?

    Args:
        speaker: The reader's voice.
        newcomers: Whom the phone serves.
        then: What comes after the choice, one of this module's words.
        again: With `PRESS`, what the pressed button carried.
    """
    # Translators: a couple shares this phone; below is a button with each person's name.
    text = speaker.say("Deze telefoon is van jullie samen. <b>Wie ben jij nu?</b>")
    return Message(text=text, buttons=tuple((_choice(one, then, again),) for one in newcomers))


def _choice(newcomer: Newcomer, then: str, again: str) -> Button:
    more = (again,) if again else ()
    return Button(label=_label(newcomer), data=buttons.data(buttons.WHO, then, newcomer.id, *more))


def _label(newcomer: Newcomer) -> str:
    return f"👤 {fit.shorten(newcomer.name, NAME_UNITS)}"


def fits(newcomers: Sequence[Newcomer], again: str) -> bool:
    """Is there room in each button for what was pressed before?"""
    carried = (buttons.data(buttons.WHO, PRESS, one.id, again) for one in newcomers)
    return all(len(data.encode()) <= buttons.MOST_BYTES for data in carried)


def switch_button(newcomer: Newcomer) -> Button:
    """Who is shown now; a tap lets somebody else of the same phone speak."""
    return Button(label=f"{_label(newcomer)} ⇄", data=buttons.data(buttons.WHO, ASK))


def chosen(newcomer: Newcomer) -> Message:
    """Where the choice stood, once it is made."""
    return Message(text=f"👤 <b>{escaped(newcomer.name)}</b> ✓")


def on_phone(phone: Account, message: Message, name: str) -> Message:
    """The message as this phone gets it: with the name of whom it is for when several share it."""
    return named(message, name) if phone.is_shared else message


def named(message: Message, name: str) -> Message:
    """The same message with the name of whom it is for above it, as far as there is room."""
    text = f"👤 <b>{escaped(name)}</b>\n{message.text}"
    is_caption = message.picture is not None or message.file is not None
    room = fit.CAPTION_UNITS if is_caption else fit.MESSAGE_UNITS
    return replace(message, text=text) if fit.units(visible(text)) <= room else message
