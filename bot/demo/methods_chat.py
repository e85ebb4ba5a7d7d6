"""Bot API methods about a chat itself: presses answered, reactions, typing, pins, files, facts."""

from pathlib import Path
from typing import Any

from bot.demo.calls import Call
from bot.demo.errors import bad_request
from bot.demo.telegram import Telegram

Json = dict[str, Any]

TOAST_CHARACTERS = 200
TYPING_SECONDS = 5
REACTIONS = frozenset((Path(__file__).parent / "reactions.txt").read_text("utf-8").split())
_ACTIONS = {"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"}
_ACTIONS |= {"upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note"}


def answer_callback_query(telegram: Telegram, call: Call) -> bool:
    text = call.text("text")
    if len(text) > TOAST_CHARACTERS:
        raise bad_request("MESSAGE_TOO_LONG")
    query = telegram.queries.answer(call.text("callback_query_id"), telegram.clock.timestamp())
    chat = telegram.chats[query.chat_id]
    toast = {"query_id": query.id, "message_id": query.message_id, "text": text, "url": call.text("url")}
    chat.toasts.append(toast | {"alert": call.flag("show_alert"), "time": telegram.clock.timestamp()})
    del chat.toasts[:-50]
    chat.touch(kind="toast")
    if telegram.load is not None:
        telegram.load.answered(chat.id)
    return True


def set_message_reaction(telegram: Telegram, call: Call) -> bool:
    chat = telegram.reachable(call.text("chat_id"))
    message = chat.find(call.integer("message_id"))
    if message is None:
        raise bad_request("message to react not found")
    reactions = call.structure("reaction") or []
    for reaction in reactions:
        check_reaction(reaction)
    message.reactions["bot"] = reactions
    chat.touch(message)
    return True


def check_reaction(reaction: Json) -> None:
    if str(reaction.get("emoji", "")).replace("\ufe0f", "") not in REACTIONS:
        raise bad_request("REACTION_INVALID")


def send_chat_action(telegram: Telegram, call: Call) -> bool:
    chat = telegram.reachable(call.text("chat_id"))
    if call.text("action") not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.typing_until = telegram.clock.timestamp() + TYPING_SECONDS
    chat.touch(kind="typing")
    return True


def get_chat(telegram: Telegram, call: Call) -> Json:
    chat = telegram.chat(call.text("chat_id"))
    if chat.person is not None and not chat.started:
        raise bad_request("chat not found")
    gifts = dict.fromkeys(("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription"), True)
    about = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}
    pinned = chat.find(chat.pinned[-1]) if chat.pinned else None
    return chat.info | about | ({"pinned_message": pinned.body} if pinned else {})


def pin_message(telegram: Telegram, call: Call) -> bool:
    chat = telegram.reachable(call.text("chat_id"))
    message = chat.find(call.integer("message_id"))
    if message is None:
        raise bad_request("message to pin not found")
    chat.pinned = [*(i for i in chat.pinned if i != message.id), message.id]
    chat.touch(message)
    return True


def unpin_message(telegram: Telegram, call: Call) -> bool:
    chat = telegram.reachable(call.text("chat_id"))
    asked = call.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if asked not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(asked)
    chat.touch(chat.messages.get(asked))
    return True


def unpin_all(telegram: Telegram, call: Call) -> bool:
    chat = telegram.reachable(call.text("chat_id"))
    chat.pinned.clear()
    chat.touch(kind="chat")
    return True


def get_file(telegram: Telegram, call: Call) -> Json:
    file = telegram.files.find(call.text("file_id"))
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    return file.for_download()
