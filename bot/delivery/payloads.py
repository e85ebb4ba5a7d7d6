"""From what the bot says to what Telegram's methods take."""

import base64
from typing import Any

from bot.texts.message import Button, Kept, Message
from bot.texts.rows import fitting


def send(message: Message, *, reply_to: int | None = None) -> tuple[str, dict[str, Any]]:
    """The method and parameters that send a message; what it carries is base64 until it is sent."""
    payload: dict[str, Any] = {"parse_mode": "HTML"}
    if message.is_silent:
        payload["disable_notification"] = True
    if reply_to is not None:
        payload["reply_parameters"] = {"message_id": reply_to, "allow_sending_without_reply": True}
    if markup := _markup(message):
        payload["reply_markup"] = markup
    if message.picture is not None:
        payload |= {"caption": message.text, "photo": _carried(message.picture)}
        return "sendPhoto", payload
    if message.file is not None:
        file = {
            "name": message.file.name,
            "type": message.file.type,
            "content": _carried(message.file.content),
        }
        return "sendDocument", payload | {"caption": message.text, "document": file}
    payload |= {"text": message.text, "link_preview_options": {"is_disabled": True}}
    return "sendMessage", payload


def edit(message: Message, *, message_id: int | None) -> tuple[str, dict[str, Any]]:
    """The method and parameters that change a message; without an id it is found by its name."""
    payload: dict[str, Any] = {
        "text": message.text,
        "parse_mode": "HTML",
        "link_preview_options": {"is_disabled": True},
        "reply_markup": {"inline_keyboard": _rows(message)},
    }
    if message_id is not None:
        payload["message_id"] = message_id
    return "editMessageText", payload


def _carried(content: bytes | Kept) -> str | dict[str, str]:
    if isinstance(content, Kept):
        return {"kept": content.key}
    return base64.b64encode(content).decode()


def _markup(message: Message) -> dict[str, Any] | None:
    if message.buttons:
        return {"inline_keyboard": _rows(message)}
    if message.keyboard is not None:
        keys: list[list[dict[str, Any]]] = [[{"text": label} for label in row] for row in message.keyboard]
        markup: dict[str, Any] = {"keyboard": keys, "resize_keyboard": True, "is_persistent": True}
        if message.location_key is not None:
            keys.insert(0, [{"text": message.location_key, "request_location": True}])
            markup |= {"is_persistent": False, "one_time_keyboard": True}
        if message.placeholder:
            markup["input_field_placeholder"] = message.placeholder
        return markup
    return None


def _rows(message: Message) -> list[list[dict[str, Any]]]:
    return [[_button(button) for button in row] for row in fitting(message.buttons)]


def _button(button: Button) -> dict[str, Any]:
    if button.url is not None:
        return {"text": button.label, "url": button.url}
    if button.copy is not None:
        return {"text": button.label, "copy_text": {"text": button.copy[:256]}}
    return {"text": button.label, "callback_data": button.data}
