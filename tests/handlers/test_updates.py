"""Whatever Telegram brings, the bot survives it: groups, channels, and kinds that nobody knows yet."""

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.storage.database import Database
from bot.storage.tables import inbox, outbox
from tests.handlers.newcomer import a_town

AMIRA = {"id": 1001, "is_bot": False, "first_name": "Amira", "language_code": "nl"}
CHAT = {"id": 1001, "type": "private", "first_name": "Amira"}
GROUP = {"id": -100777, "type": "supergroup", "title": "Praattafel"}
BOT = {"id": 1, "is_bot": True, "first_name": "bot", "username": "inburgerbot"}

POLL = {
    "id": "1",
    "question": "Ja?",
    "options": [],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}


def a_message(**content: Any) -> dict[str, Any]:
    return {"message": {"message_id": 5, "date": 1_800_000_000, "from": AMIRA, "chat": CHAT} | content}


def an_arrival(status: str, former: str) -> dict[str, Any]:
    member = {"user": BOT, "status": status}
    return {
        "my_chat_member": {
            "chat": GROUP,
            "from": AMIRA,
            "date": 1_800_000_000,
            "old_chat_member": member | {"status": former},
            "new_chat_member": member,
        }
    }


async def handled(database: Database, folder: Path, update: dict[str, Any]) -> list[str]:
    """Let the bot handle one update whole; gives back the payloads of what it says."""
    async with a_town(database, folder, fallback_chat=-100500) as town:
        await town.take_in({"update_id": 7} | update)
    async with database.work(reads_only=True) as work:
        assert (await work.connection.execute(select(inbox.c.state))).scalars().all() == ["done"]
        query = select(outbox.c.method, outbox.c.chat_id, outbox.c.payload)
        return [f"{row.method} {row.chat_id} {row.payload}" for row in await work.connection.execute(query)]


@pytest.mark.parametrize(
    "content",
    [
        {"dice": {"emoji": "🎲", "value": 3}},
        {"game": {"title": "x", "description": "x", "photo": []}},
        {"poll": POLL},
        {"venue": {"location": {"latitude": 51, "longitude": 3}, "title": "x", "address": "x"}},
        {"story": {"chat": CHAT, "id": 3}},
        {"a_kind_of_tomorrow": {"x": 1}},
        {
            "text": "hallo" * 800,
            "forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "x"},
        },
    ],
)
async def test_every_message_of_a_person_gets_a_reply(
    sqlite_database: Database, tmp_path: Path, content: dict[str, Any]
) -> None:
    said = await handled(sqlite_database, tmp_path, a_message(**content))

    assert len(said) == 1
    assert said[0].startswith("sendMessage 1001")


@pytest.mark.parametrize(
    "update",
    [
        a_message(pinned_message={"message_id": 1, "date": 0, "chat": CHAT}),
        a_message(chat=GROUP, text="Dag iedereen"),
        a_message(chat=GROUP, text="/start"),
        {"channel_post": {"message_id": 5, "date": 1, "chat": GROUP | {"type": "channel"}, "text": "x"}},
        {
            "message_reaction": {
                "chat": CHAT,
                "message_id": 5,
                "user": AMIRA,
                "date": 1,
                "old_reaction": [],
                "new_reaction": [{"type": "emoji", "emoji": "👍"}],
            }
        },
        {
            "edited_message": a_message(location={"latitude": 51, "longitude": 3}, edit_date=1_800_000_100)[
                "message"
            ]
        },
        {"poll": POLL},
        {"a_kind_of_tomorrow": {"x": 1}},
        an_arrival("left", "member"),
    ],
)
async def test_what_is_no_word_to_the_bot_is_left_alone(
    sqlite_database: Database, tmp_path: Path, update: dict[str, Any]
) -> None:
    assert await handled(sqlite_database, tmp_path, update) == []


async def test_a_group_hears_once_that_the_bot_talks_in_private(
    sqlite_database: Database, tmp_path: Path
) -> None:
    said = await handled(sqlite_database, tmp_path, an_arrival("member", "left"))

    assert len(said) == 1
    assert said[0].startswith("sendMessage -100777")
    assert "-100777" in said[0]
