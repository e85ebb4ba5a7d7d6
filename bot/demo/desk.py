"""One door for everything a person can do, by name and with JSON; the page, HTTP and tests go through it."""

import base64
from collections.abc import Callable
from typing import Any

from bot.demo import actions, attachments
from bot.demo.actions import NotPossibleError
from bot.demo.attachments import Attachment
from bot.demo.chats import Chat, Message
from bot.demo.telegram import Telegram
from bot.demo.views import show_message

Json = dict[str, Any]

FILE_KINDS = ("photo", "document", "voice", "sticker", "video_note", "video", "audio")


def act(telegram: Telegram, user_id: int, action: str, body: Json) -> Json:
    """Carry out one action of a person; what comes back is the message it made, or what a button does."""
    chat = telegram.chats.get(user_id)
    if chat is None or chat.person is None:
        raise NotPossibleError(f"no user {user_id}")
    if action in FILE_KINDS:
        return _shown(telegram, _attach(telegram, chat, action, body))
    if action not in _ACTIONS:
        raise NotPossibleError(f"no action {action}")
    result = _ACTIONS[action](telegram, chat, body)
    return _shown(telegram, result) if isinstance(result, Message) else result or {}


def _text(telegram: Telegram, chat: Chat, body: Json) -> Message:
    return actions.say(telegram, chat, str(body.get("text", "")), body.get("reply_to"))


def _start(telegram: Telegram, chat: Chat, body: Json) -> Message:
    payload = body.get("payload")
    return actions.say(telegram, chat, f"/start {payload}" if payload else "/start")


def _press(telegram: Telegram, chat: Chat, body: Json) -> Json | Message:
    """By message and place, by message and data, or by label or data wherever the newest such button is.

    With `key`, only the keyboard under the typing field is looked at.
    """
    if "key" in body:
        return actions.press_key(telegram, chat, _key(chat, body["key"]))
    wanted = body.get("label", body.get("data"))
    found = _place(chat, body) if "row" in body else _newest(chat, wanted, body.get("message_id"))
    if found is None:
        raise NotPossibleError(f"no button {wanted!r}")
    message_id, button = found
    if message_id is None:
        return actions.press_key(telegram, chat, button)
    pressed = actions.press(telegram, chat, message_id, button)
    if "url" in pressed and (message := actions.follow(telegram, chat, pressed["url"])):
        return pressed | {"message": _shown(telegram, message)}
    return pressed


def _edit(telegram: Telegram, chat: Chat, body: Json) -> Message:
    return actions.edit(telegram, chat, int(body["message_id"]), str(body["text"]))


def _react(telegram: Telegram, chat: Chat, body: Json) -> None:
    actions.react(telegram, chat, int(body["message_id"]), body.get("emoji"))


def _link(telegram: Telegram, chat: Chat, body: Json) -> Json:
    message = actions.follow(telegram, chat, str(body["url"]))
    return {"ours": message is not None} | ({"message": _shown(telegram, message)} if message else {})


def _contact(telegram: Telegram, chat: Chat, body: Json) -> Message:
    assert chat.person is not None
    own = actions.contact_card(chat.person)
    given = {key: body[key] for key in ("phone_number", "first_name", "user_id") if key in body}
    return actions.write(telegram, chat, {"contact": given} if given else own, body.get("reply_to"))


def _location(telegram: Telegram, chat: Chat, body: Json) -> Message:
    place = {
        "latitude": float(body.get("latitude", 51.0536)),
        "longitude": float(body.get("longitude", 3.7253)),
    }
    return actions.write(telegram, chat, {"location": place}, body.get("reply_to"))


def _album(telegram: Telegram, chat: Chat, body: Json) -> Json:
    files = [_file(telegram, "photo", item) for item in body["files"]]
    kind, caption = str(body.get("kind", "photo")), str(body.get("caption", ""))
    sent = attachments.attach_album(telegram, chat, kind, files, caption)
    return {"messages": [_shown(telegram, message) for message in sent]}


def _block(telegram: Telegram, chat: Chat, _: Json) -> None:
    actions.block(telegram, chat)


def _unblock(telegram: Telegram, chat: Chat, _: Json) -> None:
    actions.block(telegram, chat, blocked=False)


def _deactivate(_: Telegram, chat: Chat, __: Json) -> None:
    chat.deactivated = True


def _language(telegram: Telegram, chat: Chat, body: Json) -> None:
    """The phone's own language: later messages carry it, and the command menu follows."""
    assert chat.person is not None
    chat.person = {**chat.person, "language_code": str(body["language_code"])}
    chat.touch(kind="chat")


_ACTIONS: dict[str, Callable[[Telegram, Chat, Json], Json | Message | None]] = {
    "text": _text,
    "start": _start,
    "press": _press,
    "edit": _edit,
    "react": _react,
    "link": _link,
    "contact": _contact,
    "location": _location,
    "album": _album,
    "block": _block,
    "unblock": _unblock,
    "deactivate": _deactivate,
    "language": _language,
}


def _attach(telegram: Telegram, chat: Chat, kind: str, body: Json) -> Message:
    file = _file(telegram, kind, body)
    return attachments.attach(
        telegram, chat, kind, file, caption=str(body.get("caption", "")), reply_to=body.get("reply_to")
    )


def _file(telegram: Telegram, kind: str, body: Json) -> Attachment:
    """A sample by name, or bytes in base64; without either, the usual sample of its kind."""
    extra = {key: body[key] for key in ("size", "as_new", "duration") if key in body}
    if "data" in body:
        data = body["data"] if isinstance(body["data"], bytes) else base64.b64decode(body["data"])
        name = str(body.get("name", kind))
        return Attachment(name, str(body.get("mime") or attachments.guess_mime(name)), data, **extra)
    named = body.get("sample")
    found = attachments.sample(telegram, named) if named else attachments.default_sample(telegram, kind)
    return Attachment(str(body.get("name", found.name)), found.mime, found.data, **extra)


def _place(chat: Chat, body: Json) -> tuple[int, Json] | None:
    message = chat.find(int(body["message_id"]))
    rows = message.body.get("reply_markup", {}).get("inline_keyboard", []) if message else []
    row, column = int(body["row"]), int(body.get("column", 0))
    fits = row < len(rows) and column < len(rows[row])
    return (int(body["message_id"]), rows[row][column]) if fits else None


def _newest(chat: Chat, wanted: Any, message_id: int | None) -> tuple[int | None, Json] | None:
    """The newest inline button with this label or data, else a key under the typing field."""
    for message in reversed(list(chat.messages.values())):
        if message.deleted or (message_id is not None and message.id != int(message_id)):
            continue
        for button in _all_buttons(message.body.get("reply_markup", {}), "inline_keyboard"):
            if wanted in (button["text"], button.get("callback_data")):
                return message.id, button
    keys = _all_buttons(chat.keyboard, "keyboard") if message_id is None else []
    return next(((None, key) for key in keys if key["text"] == wanted), None)


def _all_buttons(markup: Json, name: str) -> list[Json]:
    return [button for row in markup.get(name, []) for button in row]


def _key(chat: Chat, label: Any) -> Json:
    found = next((key for key in _all_buttons(chat.keyboard, "keyboard") if key["text"] == label), None)
    if found is None:
        raise NotPossibleError(f"no key {label!r}")
    return found


def _shown(telegram: Telegram, message: Message) -> Json:
    return show_message(telegram, message)
