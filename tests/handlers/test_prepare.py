"""Only what a person really wrote is read, before the transaction opens, in their own circumstances."""

import json
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest

from bot.domain.ids import BegeleiderId, ChatId, EntryId
from bot.domain.search import Search
from bot.domain.understanding import Action, Outcome, Understanding
from bot.handlers import states
from bot.handlers.prepare import make_prepare, may_be_wish, shows_hours, shows_offers, text_to_read
from bot.services.delivery_ports import Received
from bot.texts import buttons, menu
from bot.texts.speaker import speaker_for
from tests.builders import a_database, an_account, an_understanding, services
from tests.services.offers_town import ToldWishes


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


@pytest.mark.parametrize(
    ("values", "state", "is_read"),
    [
        ({"outcome": Outcome.FORWARD}, None, True),
        ({"outcome": Outcome.CHOOSE}, None, True),
        ({"outcome": Outcome.ACTION, "action": Action.OFFERS}, None, True),
        ({"outcome": Outcome.ACTION, "action": Action.PROGRESS}, None, False),
        ({"outcome": Outcome.ANSWER}, None, False),
        ({"outcome": Outcome.ANSWER}, states.FINDING, True),
        ({"outcome": Outcome.ANSWER}, states.PLACE, True),
        ({"outcome": Outcome.EMERGENCY}, states.FINDING, False),
    ],
)
def test_what_nothing_answers_is_read_as_a_wish_and_everything_on_the_screens_of_the_search(
    values: dict[str, Any], state: str | None, is_read: bool
) -> None:
    assert may_be_wish(an_understanding(**values), an_account(), state) is is_read


def test_a_begeleider_wishes_only_on_the_screens_of_the_search() -> None:
    sofie = an_account(begeleider_id=BegeleiderId(1))

    assert not may_be_wish(an_understanding(), sofie, None)
    assert may_be_wish(an_understanding(), sofie, states.FINDING)


async def test_a_wish_is_read_and_the_catalogue_brought_up_to_date_before_the_transaction(
    tmp_path: Path,
) -> None:
    refreshed: list[str] = []
    wish = Search(subjects={"cooking": 0.9}, confidence=0.9)

    async def refresh() -> None:
        refreshed.append("again")

    async with a_database(tmp_path) as database:
        told = ToldWishes({"ik kook graag": wish})
        prepare = make_prepare(Listener(), database, wishes=told, refresh=refresh)
        updates = (
            {"message": a_message("ik kook graag")},
            a_press("o:show:-"),
            {"message": a_message(menu.menu_keyboard(speaker_for("nl"))[0][1])},
            a_press("l:nl:s"),
        )
        found = []
        for update in updates:
            payload = json.dumps({"update_id": 1, **update})
            reading = prepare(Received(update_id=1, chat_id=ChatId(1001), payload=payload))
            found.append(await reading if reading is not None else None)

    assert found[0] is not None
    assert found[0].wish == wish
    assert found[1:] == [None, None, None]
    assert len(refreshed) == 3


def test_a_location_and_the_buttons_of_offers_may_show_activities() -> None:
    location = {"message": a_message(None) | {"location": {"latitude": 51.0, "longitude": 3.7}}}

    assert shows_offers(location)
    assert all(shows_offers(a_press(data)) for data in ("o:more:-", "g:go:1", "k:check"))
    assert not shows_offers(a_press("d:show"))
    assert not shows_offers({"message": a_message("ik kook graag")})
