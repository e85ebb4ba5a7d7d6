"""Bot API methods that put a message in a chat."""

from typing import Any

from bot.demo import contents
from bot.demo.calls import Call
from bot.demo.chats import KINDS, Chat, Message
from bot.demo.errors import bad_request
from bot.demo.keyboards import read_markup
from bot.demo.telegram import Telegram

Json = dict[str, Any]

_CAPTIONED = {"photo", "document", "voice", "video", "audio"}
_KEPT_IN_COPIES = (*KINDS, "entities", "caption", "caption_entities")


def send_message(telegram: Telegram, call: Call) -> Json:
    return deliver(telegram, call, contents.read_text(call)).body


def send_file(telegram: Telegram, call: Call) -> Json:
    """sendPhoto, sendDocument, sendVoice and the like: the kind is in the name of the method."""
    kind = {"videonote": "video_note"}.get(name := call.method.lower().removeprefix("send"), name)
    caption = contents.read_caption(call) if kind in _CAPTIONED else {}
    file = contents.read_file(telegram, call, kind)
    return deliver(telegram, call, contents.file_content(kind, file) | caption).body


def send_location(telegram: Telegram, call: Call) -> Json:
    place = {name: float(call.text(name, "0")) for name in ("latitude", "longitude")}
    return deliver(telegram, call, {"location": place}).body


def send_contact(telegram: Telegram, call: Call) -> Json:
    card = {name: call.text(name) for name in ("phone_number", "first_name")}
    return deliver(telegram, call, {"contact": card}).body


def send_media_group(telegram: Telegram, call: Call) -> list[Json]:
    items = call.structure("media") or []
    if not 2 <= len(items) <= 10:
        raise bad_request("wrong number of items in an album")
    parts = [_album_part(telegram, call, item) for item in items]
    chat = telegram.reachable(call.text("chat_id"))
    reply = contents.read_reply(chat, call)
    telegram.limits.spend(chat.id, len(parts))
    group = {"media_group_id": str(13_000_000_000_000 + telegram.sent)}
    return [place(telegram, chat, part | group | reply, {}).body for part in parts]


def copy_message(telegram: Telegram, call: Call) -> Json:
    original = _source(telegram, call, "copied")
    content = {key: original.body[key] for key in _KEPT_IN_COPIES if key in original.body}
    if call.params.get("caption") is not None:
        content = {key: value for key, value in content.items() if not key.startswith("caption")}
        content |= contents.read_caption(call)
    return {"message_id": deliver(telegram, call, content).id}


def forward_message(telegram: Telegram, call: Call) -> Json:
    original = _source(telegram, call, "forwarded")
    content = {key: original.body[key] for key in _KEPT_IN_COPIES if key in original.body}
    origin = {"type": "user", "date": original.body["date"], "sender_user": original.body["from"]}
    return deliver(telegram, call, content | {"forward_origin": origin}).body


def deliver(telegram: Telegram, call: Call, content: Json) -> Message:
    """Check chat, reply, markup and limits, in Telegram's order, and send."""
    markup = read_markup(call.structure("reply_markup"))
    chat = telegram.reachable(call.text("chat_id"))
    content |= contents.read_reply(chat, call)
    if call.flag("protect_content"):
        content["has_protected_content"] = True
    telegram.limits.spend(chat.id)
    return place(telegram, chat, content, markup)


def place(telegram: Telegram, chat: Chat, content: Json, markup: Json) -> Message:
    if "inline_keyboard" in markup:
        content["reply_markup"] = markup
    message = telegram.post(chat, content, telegram.bot)
    if markup and "inline_keyboard" not in markup:
        message.keyboard = markup
        show_keyboard(chat, markup)
    telegram.bot_wrote(chat)
    return message


def show_keyboard(chat: Chat, markup: Json) -> None:
    """What stands under the typing field after a message with such a markup."""
    chat.keyboard = {} if markup.get("remove_keyboard") else markup
    chat.touch(kind="keyboard")


def _album_part(telegram: Telegram, call: Call, item: Json) -> Json:
    kind = str(item.get("type", "photo"))
    file = contents.read_file(telegram, call, kind, str(item.get("media", "")))
    return contents.file_content(kind, file) | contents.read_caption(Call(call.method, item))


def _source(telegram: Telegram, call: Call, verb: str) -> Message:
    word = {"copied": "copy", "forwarded": "forward"}[verb]
    found = telegram.chat(call.text("from_chat_id")).find(call.integer("message_id"))
    if found is None:
        raise bad_request(f"message to {word} not found")
    return found
