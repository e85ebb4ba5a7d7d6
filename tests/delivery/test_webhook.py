"""Behind a webhook: kept before it is acknowledged, once, and in order however Telegram delivers."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest
from sqlalchemy import select

from bot.delivery import desk as desks
from bot.delivery.handling import received
from bot.demo.phone import Phone
from bot.demo.server import Standin
from bot.services.delivery_ports import StoreUnavailable
from bot.storage.database import Database, create_engine
from bot.storage.tables import inbox
from bot.web.server import served
from bot.web.webhook import LARGEST_BODY, PATH, SECRET_HEADER, create_webhook
from tests.delivery.conftest import MakePhone
from tests.delivery.small_bot import SmallBot, small_bot

SECRET = "a-secret"
HOLD_SECONDS = 1.0
"""Longer than the bot's own, so that a busy machine changes nothing."""


@contextlib.asynccontextmanager
async def webhook(take_in: Any, *, healthy: Callable[[], bool] = lambda: True) -> AsyncIterator[str]:
    async def is_healthy() -> bool:
        return healthy()

    application = create_webhook(path=PATH, secret=SECRET, take_in=take_in, is_healthy=is_healthy)
    async with served(application, host="127.0.0.1", port=0) as port:
        yield f"http://127.0.0.1:{port}"


@contextlib.asynccontextmanager
async def bot_behind_webhook(standin: Standin, database: Database) -> AsyncIterator[tuple[SmallBot, str]]:
    async with small_bot(standin, database, polls=False) as bot:

        async def take_in(update: dict[str, Any]) -> None:
            await bot.delivery.desk.take_in([received(update)], hold_for_gaps=HOLD_SECONDS)

        async with webhook(take_in) as url:
            yield bot, url


async def post(url: str, body: object, *, secret: str = SECRET) -> int:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    async with httpx.AsyncClient() as client:
        headers = {SECRET_HEADER: secret}
        return (await client.post(f"{url}{PATH}", content=content, headers=headers)).status_code


def an_update(number: int, phone: Phone, text: str) -> dict[str, Any]:
    person = {"id": phone.id, "is_bot": False, "first_name": "Amina"}
    chat = {"id": phone.id, "type": "private", "first_name": "Amina"}
    message = {"message_id": number, "date": 1_700_000_000, "chat": chat, "from": person, "text": text}
    return {"update_id": number, "message": message}


async def echoes(phone: Phone, count: int) -> list[str]:
    for _ in range(500):
        found = [bubble.text for bubble in await phone.messages(from_bot=True)]
        if len(found) >= count:
            break
        await asyncio.sleep(0.02)
    return found


async def test_only_who_knows_the_secret_is_heard() -> None:
    kept: list[dict[str, Any]] = []

    async def take_in(update: dict[str, Any]) -> None:
        kept.append(update)

    async with webhook(take_in) as url:
        assert await post(url, {"update_id": 1}, secret="another") == 403
        assert await post(url, {"update_id": 1}, secret="") == 403
        assert await post(url, {"update_id": 1}) == 200

    assert kept == [{"update_id": 1}]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b"[]", 400),
        ({"update_id": "7"}, 400),
        ({"update_id": True}, 400),
        ({"update_id": -1}, 400),
        ({"update_id": 2**63}, 400),
        (b"[" * 100_000, 400),
        (b"x" * (LARGEST_BODY + 1), 413),
    ],
)
async def test_what_is_no_update_is_refused_and_the_next_is_heard(body: object, status: int) -> None:
    async def take_in(_update: dict[str, Any]) -> None: ...

    async with webhook(take_in) as url:
        assert await post(url, body) == status
        assert await post(url, {"update_id": 1}) == 200


async def test_telegram_keeps_what_the_database_cannot_take() -> None:
    async def take_in(_update: dict[str, Any]) -> None:
        raise StoreUnavailable

    async with webhook(take_in) as url:
        assert await post(url, {"update_id": 1}) == 503


@pytest.mark.parametrize(("is_healthy", "status"), [(True, 200), (False, 503)])
async def test_health_says_whether_the_database_answers(is_healthy: bool, status: int) -> None:
    async def take_in(_update: dict[str, Any]) -> None: ...

    async with webhook(take_in, healthy=lambda: is_healthy) as url, httpx.AsyncClient() as client:
        assert (await client.get(f"{url}/health")).status_code == status


async def test_an_update_is_kept_when_telegram_hears_that_it_was_taken(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    async with bot_behind_webhook(standin, database) as (bot, url):
        bot.slow["traag"] = 60
        assert await post(url, an_update(7, amina, "traag")) == 200

        async with database.work(reads_only=True) as work:
            assert (await work.connection.execute(select(inbox.c.update_id))).scalars().all() == [7]


async def test_an_update_that_is_delivered_again_is_taken_and_does_nothing(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    async with bot_behind_webhook(standin, database) as (bot, url):
        update = an_update(7, amina, "een keer")
        assert await asyncio.gather(*(post(url, update) for _ in range(5))) == [200] * 5
        await echoes(amina, 1)
        assert await post(url, update) == 200
        await post(url, an_update(8, amina, "klaar"))
        await echoes(amina, 2)

    assert bot.attempts == ["een keer", "klaar"]


async def test_updates_delivered_side_by_side_are_handled_in_order(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina, karim = phone("Amina"), phone("Karim")
    async with bot_behind_webhook(standin, database) as (_bot, url):
        arriving = [
            an_update(12, amina, "twee"),
            an_update(13, karim, "ander"),
            an_update(14, amina, "drie"),
            an_update(11, amina, "een"),
        ]
        for update in arriving:
            assert await post(url, update) == 200

        assert await echoes(amina, 3) == ["echo een", "echo twee", "echo drie"]


@pytest.mark.postgres
async def test_two_processes_on_one_database_share_a_chat_and_keep_its_order(
    standin: Standin, postgres_url: str, phone: MakePhone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desks, "ORPHAN_SECONDS", HOLD_SECONDS + 0.2)
    amina, karim = phone("Amina"), phone("Karim")
    one, two = (Database(create_engine(postgres_url)) for _ in range(2))
    async with (
        bot_behind_webhook(standin, one) as (first, a),
        bot_behind_webhook(standin, two) as (second, b),
    ):
        # What one process has in hand, and prepares slowly, the other's later updates wait for.
        first.slow["01"] = 0.5
        for n in range(10):
            update = an_update(100 + n, amina if n % 3 else karim, f"{n:02d}")
            assert await post((b, a)[n % 2], update) == 200
        said = [await echoes(amina, 6), await echoes(karim, 4)]

    await one.close()
    await two.close()
    assert said[0] == [f"echo {n:02d}" for n in (1, 2, 4, 5, 7, 8)]
    assert said[1] == [f"echo {n:02d}" for n in (0, 3, 6, 9)]
    assert sorted(first.attempts + second.attempts) == [f"{n:02d}" for n in range(10)]


async def test_telegrams_own_delivery_ends_in_answers(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    async with bot_behind_webhook(standin, database) as (_bot, url):
        standin.telegram.webhook.side_by_side = True
        standin.telegram.webhook.open(f"{url}{PATH}", SECRET, 40)
        for number in range(8):
            await amina.say(f"{number}")

        assert await echoes(amina, 8) == [f"echo {number}" for number in range(8)]
