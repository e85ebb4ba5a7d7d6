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

PICTURE_NAME = "picture.png"
_LIMITS = {"text": MESSAGE_UNITS, "caption": CAPTION_UNITS}


def kept_key(message: Taken) -> str | None:
    """The key of the kept picture that a message carries, or None."""
    carried = message.payload.get("photo") or message.payload.get("document", {}).get("content")
    return carried["kept"] if isinstance(carried, dict) else None


def parameters(message: Taken, kept: bytes | None = None) -> dict[str, Any]:
    """What Telegram's method takes, with the chat, the message to edit, and a word before a repetition.

    Args:
        message: What is to be sent.
        kept: The picture whose key it carries, if it does.
    """
    values = {"chat_id": message.chat_id, **message.payload}
    if message.edits is not None and "message_id" not in values:
        values["message_id"] = message.message_id
    if message.is_again and message.method not in SAFE_TO_REPEAT:
        values |= _said_again(message)
    if message.method == "sendPhoto":
        values["photo"] = InputFile(_content(values["photo"], kept), filename=PICTURE_NAME)
    if message.method == "sendDocument":
        values["document"] = _document(values["document"], kept)
    return values


def _said_again(message: Taken) -> dict[str, str]:
    """The words with "again" before them, where that fits: without it they still arrive."""
    word = html.escape(apologies.again_in_case(speaker_for(message.language)), quote=False)
    repeated = {
        key: f"<i>{word}</i>\n\n{message.payload[key]}".rstrip() for key in _LIMITS if key in message.payload
    }
    return {key: text for key, text in repeated.items() if units(visible(text)) <= _LIMITS[key]}


def _document(file: dict[str, Any], kept: bytes | None) -> InputFile:
    content = InputFile(_content(file["content"], kept), filename=file["name"])
    # The library guesses it from the name, and some machines know few names.
    content.mimetype = file["type"]
    return content


def _content(carried: str | dict[str, str], kept: bytes | None) -> bytes:
    if isinstance(carried, str):
        return binascii.a2b_base64(carried)
    assert kept is not None
    return kept
