"""What tests and the demo's bar may do to the whole world: users, faults, limits, clock, load, counts."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from bot.demo import actions
from bot.demo.load import PRESS, Load
from bot.demo.telegram import Telegram

Json = dict[str, Any]
Work = Callable[[Telegram, Json], Awaitable[Any]]

LOAD_USERS_FROM = 6_000_000_001
_FAULT_DETAILS = ("method", "count", "retry_after", "seconds", "chat_id")


async def add_user(telegram: Telegram, body: Json) -> Json:
    language = str(body.get("language_code", "nl"))
    return telegram.add_person(str(body["first_name"]), language, body.get("id"), body.get("username"))


async def list_users(telegram: Telegram, _: Json) -> Json:
    return {"users": [chat.person for chat in telegram.chats.values() if chat.person]}


async def add_group(telegram: Telegram, body: Json) -> Json:
    return telegram.add_group(str(body["title"]))


async def raw_update(telegram: Telegram, body: Json) -> Json:
    """Any update a test invents, also of a kind nobody knows; the number comes from the stand-in."""
    content = {key: value for key, value in dict(body["raw"]).items() if key != "update_id"}
    lane = next((part["chat"]["id"] for part in content.values() if "chat" in part), 0)
    return {"update_id": telegram.updates.add(content, int(lane))}


async def read_calls(telegram: Telegram, query: Json) -> Json:
    found = telegram.calls.of(query.get("method"))
    return {"count": telegram.calls.count, "calls": found}


async def set_calls(telegram: Telegram, body: Json) -> Json:
    telegram.calls.on = bool(body.get("on", telegram.calls.on))
    if body.get("clear"):
        telegram.calls.clear()
    return {"on": telegram.calls.on}


async def add_fault(telegram: Telegram, body: Json) -> Json:
    details = {key: body[key] for key in _FAULT_DETAILS if key in body}
    telegram.faults.add(str(body["kind"]), **details)
    return {"waiting": len(telegram.faults.waiting)}


async def clear_faults(telegram: Telegram, _: Json) -> Json:
    telegram.faults.clear()
    return {"waiting": 0}


async def set_limits(telegram: Telegram, body: Json) -> Json:
    telegram.limits.on = bool(body["on"])
    return {"on": telegram.limits.on}


async def set_webhook(telegram: Telegram, body: Json) -> Json:
    """How a test wants deliveries: one chat side by side, and how soon to try again."""
    webhook = telegram.webhook
    webhook.side_by_side = bool(body.get("side_by_side", webhook.side_by_side))
    webhook.retry_delay = float(body.get("retry_delay", webhook.retry_delay))
    return {"side_by_side": webhook.side_by_side, "retry_delay": webhook.retry_delay}


async def read_clock(telegram: Telegram, _: Json) -> Json:
    return {"now": telegram.clock.now().isoformat(), "speed": telegram.clock.speed}


async def move_clock(telegram: Telegram, body: Json) -> Json:
    if "speed" in body:
        telegram.clock.speed = float(body["speed"])
    telegram.clock.advance(float(body.get("advance", 0)))
    if days := int(body.get("days", 0)):
        telegram.clock.to_later_day(days)
    for chat in telegram.chats.values():
        chat.touch(kind="clock")
    return await read_clock(telegram, {})


async def read_stats(telegram: Telegram, _: Json) -> Json:
    return {
        "updates_pending": len(telegram.updates.pending),
        "updates_made": telegram.updates.made,
        "sent": telegram.sent,
        "calls": telegram.calls.count,
        "refused_by_limits": telegram.limits.refused,
        "users": len(telegram.chats),
        "webhook": telegram.webhook.info(),
    }


async def reset(telegram: Telegram, _: Json) -> Json:
    await telegram.reset()
    return {"ok": True}


async def read_demo(telegram: Telegram, _: Json) -> Json:
    return {"bot": telegram.bot, "people": [], **telegram.demo}


async def start_load(telegram: Telegram, body: Json) -> Json:
    """Begin a load; the people are made first, and for presses each gets a message with one button."""
    texts = [str(text) for text in body.get("texts", [])]
    kind, users = str(body.get("kind", "text")), int(body.get("users", 10))
    load = Load(int(body["count"]), users, kind, texts, float(body.get("rate", 0)))
    _make_people(telegram, users, body.get("language_code", "nl"))
    telegram.load = load
    load.task = asyncio.create_task(load.run(_SENDERS.get(kind, _sender)(telegram, load)))
    return load.report()


async def read_load(telegram: Telegram, _: Json) -> Json:
    return telegram.load.report() if telegram.load else {}


def _make_people(telegram: Telegram, users: int, language: str) -> None:
    for number in range(LOAD_USERS_FROM, LOAD_USERS_FROM + users):
        if number not in telegram.chats:
            telegram.add_person(f"Load {number - LOAD_USERS_FROM + 1}", language, number)
        telegram.chats[number].started = True


def _sender(telegram: Telegram, load: Load) -> Callable[[int, str], int]:
    def send(turn: int, text: str) -> int:
        chat = telegram.chats[LOAD_USERS_FROM + turn % load.users]
        actions.say(telegram, chat, text)
        return chat.id

    return send


def _button_sender(telegram: Telegram, load: Load) -> Callable[[int, str], int]:
    messages: dict[int, int] = {}

    def send(turn: int, data: str) -> int:
        chat = telegram.chats[LOAD_USERS_FROM + turn % load.users]
        if chat.id not in messages:
            messages[chat.id] = telegram.post(chat, {"text": "load"}, telegram.bot).id
        actions.press(telegram, chat, messages[chat.id], {"callback_data": data})
        return chat.id

    return send


def _mixed_sender(telegram: Telegram, load: Load) -> Callable[[int, str], int]:
    say, press = _sender(telegram, load), _button_sender(telegram, load)

    def send(turn: int, text: str) -> int:
        return press(turn, text.removeprefix(PRESS)) if text.startswith(PRESS) else say(turn, text)

    return send


_SENDERS = {"button": _button_sender, "mixed": _mixed_sender}

WORKS: dict[tuple[str, str], Work] = {
    ("POST", "users"): add_user,
    ("GET", "users"): list_users,
    ("POST", "groups"): add_group,
    ("POST", "updates"): raw_update,
    ("GET", "calls"): read_calls,
    ("POST", "calls"): set_calls,
    ("POST", "faults"): add_fault,
    ("DELETE", "faults"): clear_faults,
    ("POST", "limits"): set_limits,
    ("POST", "webhook"): set_webhook,
    ("GET", "clock"): read_clock,
    ("POST", "clock"): move_clock,
    ("GET", "stats"): read_stats,
    ("POST", "reset"): reset,
    ("GET", "demo"): read_demo,
    ("POST", "load"): start_load,
    ("GET", "load"): read_load,
}
