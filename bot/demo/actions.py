"""What a person does on their phone, as changes of the world and updates for the bot."""

from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.demo import entities as marks
from bot.demo.chats import Chat, Message
from bot.demo.methods_chat import check_reaction
from bot.demo.telegram import Telegram

Json = dict[str, Any]

LINK_HOSTS = ("t.me", "telegram.me")


class NotPossibleError(Exception):
    """Raised when a person cannot do this on their phone: no such message, no such button."""


def say(telegram: Telegram, chat: Chat, text: str, reply_to: int | None = None) -> Message:
    """Type a message; commands and links in it are marked as Telegram does."""
    words, entities = marks.tidy(text, marks.find(text))
    if not words:
        raise NotPossibleError("a message needs text")
    content: Json = {"text": words} | ({"entities": entities} if entities else {})
    return write(telegram, chat, content, reply_to)


def write(telegram: Telegram, chat: Chat, content: Json, reply_to: int | None = None) -> Message:
    """Send any content as this person; writing to a bot also unblocks it."""
    _wake(telegram, chat)
    if reply_to and (original := chat.find(reply_to)):
        quoted = {key: value for key, value in original.body.items() if key != "reply_to_message"}
        content["reply_to_message"] = quoted
    assert chat.person is not None
    message = telegram.post(chat, content, chat.person)
    telegram.tell("message", message.body, chat.id)
    return message


def edit(telegram: Telegram, chat: Chat, message_id: int, text: str) -> Message:
    """Change one's own text or caption."""
    message = _message(chat, message_id)
    if message.from_bot:
        raise NotPossibleError("only one's own message can be edited")
    field = "text" if "text" in message.body else "caption"
    words, entities = marks.tidy(text, marks.find(text))
    marked = "entities" if field == "text" else "caption_entities"
    kept = {key: value for key, value in message.body.items() if key != marked}
    changed = {field: words, "edit_date": telegram.seconds()} | ({marked: entities} if entities else {})
    message.body = kept | changed
    chat.touch(message)
    telegram.tell("edited_message", message.body, chat.id)
    return message


def press(telegram: Telegram, chat: Chat, message_id: int, button: Json) -> Json:
    """Tap an inline button: a query for the bot, a link to follow, or a text to copy."""
    message = _message(chat, message_id)
    if "callback_data" not in button:
        return (
            {"url": button["url"]}
            if "url" in button
            else {"copy": button.get("copy_text", {}).get("text", "")}
        )
    assert chat.person is not None
    query = telegram.queries.press(chat.id, message_id, telegram.clock.timestamp())
    payload = {
        "id": query.id,
        "from": chat.person,
        "message": message.body,
        "chat_instance": str(chat.id * 7919),
    }
    telegram.tell("callback_query", payload | {"data": button["callback_data"]}, chat.id)
    return {"query_id": query.id}


def press_key(telegram: Telegram, chat: Chat, key: Json) -> Message:
    """Tap a key of the keyboard under the typing field: it says its own text, or shares what it asks."""
    if chat.keyboard.get("one_time_keyboard"):
        chat.keyboard = {}
        chat.touch(kind="keyboard")
    assert chat.person is not None
    if key.get("request_contact"):
        return write(telegram, chat, contact_card(chat.person))
    if key.get("request_location"):
        return write(telegram, chat, {"location": {"latitude": 51.0536, "longitude": 3.7253}})
    return say(telegram, chat, key["text"])


def react(telegram: Telegram, chat: Chat, message_id: int, emoji: str | None) -> None:
    """Put a reaction on a message, or take it away."""
    message = _message(chat, message_id)
    old = message.reactions.get("person", [])
    new = [{"type": "emoji", "emoji": emoji}] if emoji else []
    for reaction in new:
        check_reaction(reaction)
    message.reactions["person"] = new
    chat.touch(message)
    payload = {"chat": chat.info, "message_id": message_id, "user": chat.person, "date": telegram.seconds()}
    telegram.tell("message_reaction", payload | {"old_reaction": old, "new_reaction": new}, chat.id)


def block(telegram: Telegram, chat: Chat, blocked: bool = True) -> None:
    """Block the bot or let it in again; the bot hears of a change."""
    if chat.blocked == blocked:
        return
    chat.blocked = blocked
    chat.touch(kind="chat")
    was, now = ("member", "kicked") if blocked else ("kicked", "member")
    members = {"old_chat_member": _member(telegram, was), "new_chat_member": _member(telegram, now)}
    payload = {"chat": chat.info, "from": chat.person, "date": telegram.seconds()}
    telegram.tell("my_chat_member", payload | members, chat.id)


def follow(telegram: Telegram, chat: Chat, url: str) -> Message | None:
    """Tap a link: one to the bot starts it here with its payload; any other is not ours."""
    payload = start_payload(telegram, url)
    if payload is None:
        return None
    return say(telegram, chat, f"/start {payload}" if payload else "/start")


def start_payload(telegram: Telegram, url: str) -> str | None:
    """What `https://t.me/<bot>?start=...` hands to the bot; None for any other link."""
    parts = urlsplit(url if "://" in url else f"https://{url}")
    query = parse_qs(parts.query)
    name = query.get("domain", [""])[0] if parts.scheme == "tg" else parts.path.strip("/")
    ours = name.lower() == telegram.bot["username"].lower()
    reached = parts.scheme == "tg" or parts.hostname in LINK_HOSTS
    return query.get("start", [""])[0] if ours and reached else None


def contact_card(person: Json) -> Json:
    number = f"+324{person['id'] % 100_000_000:08d}"
    return {"contact": {"phone_number": number, "first_name": person["first_name"], "user_id": person["id"]}}


def _wake(telegram: Telegram, chat: Chat) -> None:
    if chat.person is None or chat.deactivated:
        raise NotPossibleError("nobody is there to write")
    if chat.blocked:
        block(telegram, chat, blocked=False)
    chat.started = True


def _message(chat: Chat, message_id: int) -> Message:
    message = chat.find(message_id)
    if message is None:
        raise NotPossibleError(f"no message {message_id} in this chat")
    return message


def _member(telegram: Telegram, status: str) -> Json:
    return {"user": telegram.bot, "status": status} | ({"until_date": 0} if status == "kicked" else {})
