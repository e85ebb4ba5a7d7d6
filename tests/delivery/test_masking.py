"""A national register number is hidden before an update is kept, and nothing else of it changes."""

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest

from bot.delivery.handling import received
from bot.delivery.masking import MARK, hide_numbers
from bot.delivery.turn import Turn
from bot.demo.server import Standin
from bot.domain.ids import ChatId
from bot.services.delivery_ports import Job, LeasedJob
from bot.storage.database import Database
from bot.texts.fit import CAPTION_UNITS
from tests.delivery.conftest import MakePhone
from tests.delivery.small_bot import small_bot

NUMBER, HIDDEN = "85.07.30-033 28", "••.••.••-••• ••"


def kept(update: dict[str, Any]) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(received({"update_id": 1, **update}).payload)
    return content


@pytest.mark.parametrize("kind", ["message", "edited_message"])
@pytest.mark.parametrize(
    "content",
    [
        {"text": NUMBER, "entities": [{"type": "bold", "offset": 0, "length": 15}]},
        {"caption": NUMBER, "photo": [{"file_id": "85073003328", "file_unique_id": "85073003328"}]},
        {"contact": {"phone_number": "+32470123456", "first_name": NUMBER, "vcard": f"NOTE:{NUMBER}"}},
        {"poll": {"id": "85073003328", "question": NUMBER, "options": [{"text": NUMBER}]}},
        {"document": {"file_id": "85073003328", "file_name": f"{NUMBER}.pdf"}},
        {"venue": {"title": NUMBER, "address": NUMBER}},
    ],
)
def test_whatever_a_person_writes_it_in_it_is_hidden_and_marked(kind: str, content: dict[str, Any]) -> None:
    found = kept({kind: content})

    assert NUMBER not in json.dumps(found, ensure_ascii=False)
    assert found[MARK] is True
    assert found[kind] == json.loads(json.dumps(content).replace(NUMBER, json.dumps(HIDDEN)[1:-1]))


@pytest.mark.parametrize(
    "update",
    [
        {"message": {"text": "ja", "reply_to_message": {"text": NUMBER}}},
        {"message": {"text": "ja", "quote": {"text": NUMBER}}},
        {"message": {"text": "ja", "external_reply": {"document": {"file_name": NUMBER}}}},
        {"message": {"text": "ja", "from": {"first_name": NUMBER}, "chat": {"first_name": NUMBER}}},
        {"callback_query": {"data": "q:1", "message": {"reply_to_message": {"caption": NUMBER}}}},
    ],
)
def test_what_was_written_earlier_is_hidden_without_telling_again(update: dict[str, Any]) -> None:
    found = kept(update)

    assert NUMBER not in json.dumps(found, ensure_ascii=False)
    assert MARK not in found


def test_what_machines_need_is_left_as_it_is() -> None:
    update = {
        "callback_query": {"id": "85073003328", "data": "85073003328", "chat_instance": "85073003328"},
        "message": {"message_id": 85073003328, "from": {"id": 85073003328, "username": "85073003328"}},
    }

    assert hide_numbers(update) == update


async def test_a_number_is_never_in_the_file_neither_while_it_waits_nor_later(
    standin: Standin, sqlite_database: Database, tmp_path: Path, phone: MakePhone
) -> None:
    amina = phone("Amina")
    async with small_bot(standin, sqlite_database) as bot:
        bot.slow["wacht"] = 0.3
        bot.failing.add(f"stuk {HIDDEN}")
        await amina.say(f"wacht {NUMBER}")
        await asyncio.sleep(0.1)
        assert not bot.attempts
        assert b"wacht" in _bytes(tmp_path)
        assert not _has_number(_bytes(tmp_path))
        await amina.wait_for(f"echo wacht {HIDDEN}")
        await amina.say(f"stuk {NUMBER}")
        await amina.wait_for("Sorry", timeout=15)

    await sqlite_database.close()
    assert not _has_number(_bytes(tmp_path))


def _bytes(folder: Path) -> bytes:
    """The database with its journal: everything of it that is on the disk."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob("inburgerbot.db*")))


def _has_number(content: bytes) -> bool:
    return any(spelling in content for spelling in (NUMBER.encode(), b"85073003328", b"033 28"))


async def test_a_copied_picture_carries_the_hidden_words_and_not_its_own(
    standin: Standin, sqlite_database: Database, phone: MakePhone
) -> None:
    amina, sofie = phone("Amina"), phone("Sofie")
    photo = await amina.send_photo(caption=f"<mijn> {NUMBER}")

    async def carry(turn: Turn, _job: LeasedJob) -> None:
        options: dict[str, Any] = {"from_chat": ChatId(amina.id), "message_id": photo.message_id}
        turn.copy(ChatId(sofie.id), "nl", caption=f"<mijn> {HIDDEN}", **options)
        turn.copy(ChatId(sofie.id), "nl", caption="é" * 3000, **options)
        turn.copy(ChatId(sofie.id), "nl", **options)

    async with small_bot(standin, sqlite_database, jobs={"carry": carry}) as bot:
        async with sqlite_database.work() as work:
            await work.jobs.add(Job(kind="carry", unique_key="1", due=bot.delivery.desk._clock.now()))
        await sofie.wait_for(NUMBER)

    texts = [bubble.text for bubble in await sofie.messages()]
    assert texts[0] == f"<mijn> {HIDDEN}"
    assert len(texts[1]) == CAPTION_UNITS
    assert texts[2] == f"<mijn> {NUMBER}"
