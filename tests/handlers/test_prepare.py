"""Only what a person really wrote is read, before the transaction opens, in their own circumstances."""

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest

from bot.domain.ids import ChatId, EntryId
from bot.domain.understanding import Understanding
from bot.handlers.prepare import make_prepare, shows_hours, text_to_read
from bot.services.delivery_ports import Received
from bot.texts import buttons, menu
from bot.texts.speaker import speaker_for
from tests.builders import a_database, an_understanding, services


def a_message(text: str | None, *, chat: str = "private") -> dict[str, Any]:
    return {"message_id": 1, "chat": {"id": 1001, "type": chat}, "text": text}


def a_press(data: str) -> dict[str, Any]:
    screen = a_message("Dit weet ik niet.") | {"reply_to_message": a_message("Hoe laat is het?")}
    return {"callback_query": {"id": "1", "data": data, "message": screen}}


class Listener:
    """A matcher that remembers what it was told of the person."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str | None, set[EntryId], bool]] = []

    def understand(
        self,
        text: str,
        *,
        hint: str | None = None,
        off: Collection[EntryId] = (),
        for_professional: bool = False,
    ) -> Understanding:
        self.heard.append((text, hint, set(off), for_professional))
        return an_understanding(text=text)


def test_free_text_and_its_correction_are_read() -> None:
    assert text_to_read({"message": a_message("Hoe laat?")}) == "Hoe laat?"
    assert text_to_read({"edited_message": a_message("Hoe laat?")}) == "Hoe laat?"


@pytest.mark.parametrize(
    "update",
    [
        {"message": a_message("/start")},
        {"message": a_message(menu.menu_keyboard(speaker_for("nl"))[0][0])},
        {"message": a_message("Hoe laat?", chat="group")},
        {"message": a_message(None)},
        {"message": {"message_id": 1}},
        {"poll": {}},
        a_press(buttons.data(buttons.LANGUAGE, "nl", "s")),
        {"callback_query": {"id": "1", "data": "ask:own:-"}},
        {"callback_query": {"id": "1"}},
    ],
)
def test_what_is_no_free_text_is_not_read(update: dict[str, Any]) -> None:
    assert text_to_read(update) is None


def test_the_message_behind_ask_my_begeleider_is_read_again() -> None:
    assert text_to_read(a_press(buttons.data(buttons.ASK, "own", "-"))) == "Hoe laat is het?"


async def test_the_matcher_hears_the_language_and_what_is_out_of_service(tmp_path: Path) -> None:
    listener = Listener()
    async with a_database(tmp_path) as database:
        async with database.work() as work:
            account = await services(work).accounts.recognise(ChatId(1001), name="A", language_code="tr")
            await services(work).answers.switch_off(EntryId("spreiding"), "nieuwe regels")
            assert account.language == "tr"
        prepare = make_prepare(listener, database)
        payload = json.dumps({"update_id": 1, "message": a_message("Hoe laat?")})
        reading = prepare(Received(update_id=1, chat_id=ChatId(1001), payload=payload))

        assert reading is not None
        understanding = await reading
        assert understanding is not None
        assert understanding.text == "Hoe laat?"
    assert listener.heard == [("Hoe laat?", "tr", {EntryId("spreiding")}, False)]


def test_the_picture_is_asked_for_by_a_large_button_a_command_or_a_button() -> None:
    assert shows_hours({"message": a_message(menu.label(speaker_for("ar"), menu.MenuButton.HOURS))})
    assert shows_hours({"message": a_message("/uren")})
    assert shows_hours(a_press("d:show"))
    assert shows_hours(a_press("d:show:1"))
    assert shows_hours(a_press("c:@progress"))
    assert not shows_hours({"message": a_message("Hoe laat?")})
    assert not shows_hours(a_press("d:note"))
