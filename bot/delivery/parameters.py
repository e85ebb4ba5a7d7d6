"""From a message in the sender's hands to what Telegram's method takes."""

import binascii
import html
from typing import Any

from telegram import InputFile

from bot.services.delivery_ports import SAFE_TO_REPEAT, Taken
from bot.texts import apologies
from bot.texts.fit import CAPTION_UNITS, MESSAGE_UNITS, units
from bot.texts.message import visible
from bot.texts.speaker import speaker_for

_LIMITS = {"text": MESSAGE_UNITS, "caption": CAPTION_UNITS}


def parameters(message: Taken) -> dict[str, Any]:
    """What Telegram's method takes, with the chat, the message to edit, and a word before a repetition."""
    values = {"chat_id": message.chat_id, **message.payload}
    if message.edits is not None and "message_id" not in values:
        values["message_id"] = message.message_id
    if message.is_again and message.method not in SAFE_TO_REPEAT:
        values |= _said_again(message)
    if message.method == "sendPhoto":
        values["photo"] = InputFile(binascii.a2b_base64(values["photo"]), filename="picture.png")
    if message.method == "sendDocument":
        values["document"] = _document(values["document"])
    return values


def _said_again(message: Taken) -> dict[str, str]:
    """The words with "again" before them, where that fits: without it they still arrive."""
    word = html.escape(apologies.again_in_case(speaker_for(message.language)), quote=False)
    repeated = {
        key: f"<i>{word}</i>\n\n{message.payload[key]}".rstrip() for key in _LIMITS if key in message.payload
    }
    return {key: text for key, text in repeated.items() if units(visible(text)) <= _LIMITS[key]}


def _document(file: dict[str, str]) -> InputFile:
    content = InputFile(binascii.a2b_base64(file["content"]), filename=file["name"])
    # The library guesses it from the name, and some machines know few names.
    content.mimetype = file["type"]
    return content
