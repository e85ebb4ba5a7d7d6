"""Bot API methods that change or take away what was sent."""

from collections.abc import Callable
from typing import Any

from bot.demo import contents
from bot.demo.calls import Call
from bot.demo.chats import Chat, Message
from bot.demo.errors import bad_request
from bot.demo.keyboards import read_markup
from bot.demo.telegram import Telegram

Json = dict[str, Any]

DELETABLE_SECONDS = 48 * 3600
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_TEXT_KEYS = ("text", "entities", "link_preview_options")
_CAPTION_KEYS = ("caption", "caption_entities")


def edit_text(telegram: Telegram, call: Call) -> Json:
    content = contents.read_text(call)
    return _edit(telegram, call, _TEXT_KEYS, content, _needs_text)


def edit_caption(telegram: Telegram, call: Call) -> Json:
    content = contents.read_caption(call)
    return _edit(telegram, call, _CAPTION_KEYS, content, _needs_caption)


def edit_markup(telegram: Telegram, call: Call) -> Json:
    return _edit(telegram, call, (), {}, _needs_nothing)


def edit_media(telegram: Telegram, call: Call) -> Json:
    item = call.structure("media") or {}
    kind = str(item.get("type", "photo"))
    file = contents.read_file(telegram, call, kind, str(item.get("media", "")))
    content = contents.file_content(kind, file) | contents.read_caption(Call(call.method, item))
    return _edit(telegram, call, (*_TEXT_KEYS, *_CAPTION_KEYS, "photo", "document"), content, _needs_nothing)


def delete_message(telegram: Telegram, call: Call) -> bool:
    chat = telegram.chat(call.text("chat_id"))
    message = chat.find(call.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    if telegram.seconds() - message.body["date"] > DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    _delete(chat, message)
    return True


def delete_messages(telegram: Telegram, call: Call) -> bool:
    chat = telegram.chat(call.text("chat_id"))
    for message_id in call.structure("message_ids") or []:
        if message := chat.find(int(message_id)):
            _delete(chat, message)
    return True


def _edit(
    telegram: Telegram, call: Call, keys: tuple[str, ...], content: Json, check: Callable[[Message], None]
) -> Json:
    markup = read_markup(call.structure("reply_markup"))
    chat = telegram.reachable(call.text("chat_id"))
    message = chat.find(call.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if not message.from_bot or message.keyboard:
        raise bad_request("message can't be edited")
    check(message)
    kept = {key: value for key, value in message.body.items() if key not in (*keys, "reply_markup")}
    edited = kept | content | ({"reply_markup": markup} if markup else {})
    return _replace(telegram, chat, message, edited)


def _replace(telegram: Telegram, chat: Chat, message: Message, edited: Json) -> Json:
    if edited == message.body:
        raise bad_request(_NOT_MODIFIED)
    message.body = edited | {"edit_date": telegram.seconds()}
    chat.touch(message)
    if telegram.load is not None:
        telegram.load.replied(chat.id)
    return message.body


def _delete(chat: Chat, message: Message) -> None:
    message.deleted = True
    chat.touch(message)


def _needs_text(message: Message) -> None:
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")


def _needs_caption(message: Message) -> None:
    if "text" in message.body:
        raise bad_request("there is no caption in the message to edit")


def _needs_nothing(_: Message) -> None:
    return
