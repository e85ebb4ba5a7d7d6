"""Bot API methods about the bot itself: who it is, its commands, names and menu button."""

import re
from typing import Any

from bot.demo.calls import Call
from bot.demo.errors import bad_request
from bot.demo.telegram import Telegram

Json = dict[str, Any]

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LONGEST = {"description": 512, "short_description": 120, "name": 64}


def get_me(telegram: Telegram, _: Call) -> Json:
    names = ("can_join_groups", "can_read_all_group_messages", "supports_inline_queries")
    more = ("can_connect_to_business", "has_main_web_app")
    return telegram.bot | dict.fromkeys((*names, *more), False)


def set_commands(telegram: Telegram, call: Call) -> bool:
    commands = call.structure("commands") or []
    for command in commands:
        if not _COMMAND.fullmatch(str(command.get("command", ""))):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    telegram.profile.set_commands(call.structure("scope"), call.text("language_code"), commands)
    return True


def get_commands(telegram: Telegram, call: Call) -> list[Json]:
    return telegram.profile.commands(call.structure("scope"), call.text("language_code"))


def delete_commands(telegram: Telegram, call: Call) -> bool:
    telegram.profile.set_commands(call.structure("scope"), call.text("language_code"), [])
    return True


def set_text(telegram: Telegram, call: Call) -> bool:
    field = _field(call)
    if len(call.text(field)) > _LONGEST[field]:
        raise bad_request(f"bot {field.replace('_', ' ')} is too long")
    telegram.profile.write(field, call.text("language_code"), call.text(field))
    return True


def get_text(telegram: Telegram, call: Call) -> Json:
    field = _field(call)
    default = str(telegram.bot["first_name"]) if field == "name" else ""
    return {field: telegram.profile.read(field, call.text("language_code"), default)}


def set_menu_button(telegram: Telegram, call: Call) -> bool:
    telegram.profile.set_menu_button(call.integer("chat_id") or 0, call.structure("menu_button") or {})
    return True


def get_menu_button(telegram: Telegram, call: Call) -> Json:
    return telegram.profile.menu_button(call.integer("chat_id") or 0)


def say_yes(_: Telegram, __: Call) -> bool:
    return True


def _field(call: Call) -> str:
    name = call.method.lower()[3:].removeprefix("my")
    return {"shortdescription": "short_description"}.get(name, name)
