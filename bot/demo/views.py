"""What a person sees of their chat, as JSON for the page and for tests."""

from html import escape, unescape
from itertools import pairwise
from typing import Any

from bot.demo.chats import Chat, Message
from bot.demo.telegram import Telegram

Json = dict[str, Any]

_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}
_WITH_FILE = ("photo", "document", "voice", "sticker", "video_note", "video", "audio")


def show_chat(telegram: Telegram, chat: Chat, after: int = 0) -> Json:
    """The chat as its owner sees it; with `after`, only the messages changed since that version."""
    language = str((chat.person or {}).get("language_code", ""))
    messages = [m for m in list(chat.messages.values()) if m.changed > after]
    return {
        "chat": chat.info,
        "user": chat.person,
        "version": chat.version,
        "started": chat.started,
        "blocked": chat.blocked,
        "typing": chat.typing_until > telegram.clock.timestamp(),
        "keyboard": chat.keyboard,
        "commands": telegram.profile.commands_for(chat.id, language),
        "description": telegram.profile.read("description", language[:2]),
        "toasts": chat.toasts,
        "messages": [show_message(telegram, message) for message in messages],
    }


def show_message(telegram: Telegram, message: Message) -> Json:
    body = message.body
    text = str(body.get("text") or body.get("caption") or "")
    entities: list[Json] = body.get("entities") or body.get("caption_entities") or []
    shown: Json = {
        "message_id": message.id,
        "from_bot": message.from_bot,
        "kind": message.kind,
        "text": text,
        "entities": entities,
        "html": to_html(text, entities),
        "reply_markup": body.get("reply_markup") or message.keyboard or None,
        "reply_to": _replied(body.get("reply_to_message")),
        "quote": body.get("quote", {}).get("text"),
        "date": body["date"],
        "edited": "edit_date" in body,
        "deleted": message.deleted,
        "changed": message.changed,
        "reactions": {who: [r.get("emoji") for r in given] for who, given in message.reactions.items()},
        "media_group_id": body.get("media_group_id"),
        "forwarded": "forward_origin" in body,
        "pinned": message.id in telegram.chats[body["chat"]["id"]].pinned,
    }
    return shown | _file(telegram, message)


def to_html(text: str, entities: list[Json]) -> str:
    """Safe HTML: everything escaped, a few harmless tags around what entities mark."""
    units = text.encode("utf-16-le")
    edges = {0, len(units) // 2}
    for entity in entities:
        edges |= {entity["offset"], entity["offset"] + entity["length"]}
    marks = sorted(edges)
    parts = []
    for start, end in pairwise(marks):
        part = escape(units[2 * start : 2 * end].decode("utf-16-le", "replace"))
        over = [e for e in entities if e["offset"] <= start and end <= e["offset"] + e["length"]]
        parts.append(_wrapped(part, over))
    return "".join(parts)


def _wrapped(part: str, entities: list[Json]) -> str:
    for entity in reversed(entities):
        if entity["type"] in ("text_link", "url"):
            part = f'<a href="{escape(entity.get("url") or unescape(part))}">{part}</a>'
        elif tag := _TAGS.get(entity["type"]):
            part = f"<{tag}>{part}</{tag}>"
    return part


def _replied(original: Json | None) -> Json | None:
    if original is None:
        return None
    words = original.get("text") or original.get("caption") or ""
    return {"message_id": original["message_id"], "text": words, "from_bot": original["from"]["is_bot"]}


def _file(telegram: Telegram, message: Message) -> Json:
    body = message.body
    if message.kind in ("contact", "location"):
        return {message.kind: body[message.kind]}
    if message.kind not in _WITH_FILE:
        return {}
    held = body["photo"][-1] if message.kind == "photo" else body[message.kind]
    file = telegram.files.find(held["file_id"])
    if file is None:
        return {}
    return {"file_url": telegram.file_address(file), "file_name": file.name, "file_size": file.size} | {
        name: held[name] for name in ("width", "height", "duration") if name in held
    }
