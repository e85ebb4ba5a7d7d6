"""What a bot says about itself: name, descriptions, commands per scope and language, menu buttons."""

from typing import Any

Json = dict[str, Any]

_DEFAULT_SCOPE = "default"


class Profile:
    def __init__(self) -> None:
        self._texts: dict[tuple[str, str], str] = {}
        self._commands: dict[tuple[str, str], list[Json]] = {}
        self._menu_buttons: dict[int, Json] = {}

    def write(self, field: str, language: str, text: str) -> None:
        self._texts[field, language] = text

    def read(self, field: str, language: str, default: str = "") -> str:
        return self._texts.get((field, language)) or self._texts.get((field, ""), default)

    def set_commands(self, scope: Json | None, language: str, commands: list[Json]) -> None:
        self._commands[_scope_key(scope), language] = commands

    def commands(self, scope: Json | None, language: str) -> list[Json]:
        return self._commands.get((_scope_key(scope), language), [])

    def commands_for(self, chat_id: int, language: str) -> list[Json]:
        """What a person sees: the narrowest scope first, and in it their own language first."""
        scopes = (f"chat:{chat_id}", "all_private_chats", _DEFAULT_SCOPE)
        for scope in scopes:
            for spoken in (language[:2], ""):
                if commands := self._commands.get((scope, spoken)):
                    return commands
        return []

    def set_menu_button(self, chat_id: int, button: Json) -> None:
        self._menu_buttons[chat_id] = button

    def menu_button(self, chat_id: int) -> Json:
        return self._menu_buttons.get(chat_id) or self._menu_buttons.get(0) or {"type": "commands"}


def _scope_key(scope: Json | None) -> str:
    if not scope:
        return _DEFAULT_SCOPE
    return f"chat:{scope['chat_id']}" if "chat_id" in scope else str(scope.get("type", _DEFAULT_SCOPE))
