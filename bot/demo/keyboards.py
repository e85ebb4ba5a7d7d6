"""Reply markups: what Telegram accepts, and what it makes of them."""

import re
from typing import Any

from bot.demo.errors import bad_request

Json = dict[str, Any]

CALLBACK_DATA_BYTES = 64
_ACTIONS = {"callback_data", "url", "copy_text", "web_app", "login_url", "callback_game", "pay"}
_ACTIONS |= {"switch_inline_query", "switch_inline_query_current_chat", "switch_inline_query_chosen_chat"}
_HOST = re.compile(r"^(?:(?:https?|tg|ton)://)?([^/?#:]+)", re.IGNORECASE)


def read_markup(raw: Any) -> Json:
    """The markup of a message, checked; an empty one when there is none."""
    if not raw:
        return {}
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in raw:
        rows = [[_inline(button) for button in row] for row in raw["inline_keyboard"] if row]
        return {"inline_keyboard": rows} if rows else {}
    if "keyboard" in raw:
        return {**raw, "keyboard": [[_plain(button) for button in row] for row in raw["keyboard"] if row]}
    return raw


def _inline(button: Json) -> Json:
    if not str(button.get("text", "")).strip():
        raise bad_request("inline keyboard button text must be non-empty")
    actions = _ACTIONS & button.keys()
    if not actions:
        raise bad_request(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard"
        )
    if "callback_data" in actions:
        _check_data(str(button["callback_data"]))
    if "url" in actions:
        _check_url(str(button["url"]))
    return button


def _plain(button: Any) -> Json:
    shown = {"text": button} if isinstance(button, str) else dict(button)
    if not str(shown.get("text", "")).strip():
        raise bad_request("keyboard button text must be non-empty")
    return shown


def _check_data(data: str) -> None:
    if not 0 < len(data.encode()) <= CALLBACK_DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")


def _check_url(url: str) -> None:
    host = _HOST.match(url)
    named = host is not None and ("." in host.group(1) or url.lower().startswith(("tg://", "ton://")))
    if not named:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
