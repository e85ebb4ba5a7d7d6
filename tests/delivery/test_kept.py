"""A kept picture goes out by its key: what waits to be sent holds none of it."""

import asyncio
import base64
import io
import json

from PIL import Image
from sqlalchemy import select

from bot.delivery import payloads
from bot.delivery.limits import UNLIMITED
from bot.delivery.sender import Sender
from bot.delivery.telegram_bot import create_bot
from bot.demo.phone import Bubble, Phone
from bot.demo.server import Standin
from bot.domain.ids import ChatId
from bot.services.clock import SystemClock
from bot.services.delivery_ports import Outgoing
from bot.storage.database import Database
from bot.storage.tables import outbox
from bot.texts.message import File, Kept, Message
from tests.delivery.conftest import MakePhone
from tests.delivery.test_out import put, states


def a_jpeg() -> bytes:
    content = io.BytesIO()
    Image.new("L", (300, 400), "white").save(content, "JPEG")
    return content.getvalue()


PICTURE = a_jpeg()
KEPT = {"here": PICTURE}


def outgoing(phone: Phone, message: Message) -> Outgoing:
    method, payload = payloads.send(message)
    return Outgoing(chat_id=ChatId(phone.id), method=method, payload=payload, language="nl")


def content_of(standin: Standin, bubble: Bubble) -> bytes:
    stored = standin.telegram.files.at(bubble.seen["file_url"].partition(standin.token + "/")[2])
    assert stored is not None
    return stored.data


async def send_all(standin: Standin, database: Database) -> None:
    async def fetch(key: str) -> bytes | None:
        return KEPT.get(key)

    bot = create_bot(standin.token, api_url=standin.page_url)
    async with bot:
        clock = SystemClock()
        sender = Sender(database, bot, clock=clock, limits=UNLIMITED, wake_jobs=lambda: None, fetch=fetch)
        running = asyncio.create_task(sender.run())
        while {"waiting", "sending"} & set(await states(database)):
            await asyncio.sleep(0.02)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await sender.close()


async def test_what_waits_holds_only_the_key_of_a_kept_picture_and_the_reader_gets_it(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    as_file = File("bewijs.jpg", Kept("here"), "image/jpeg")
    scan, original = Message(text="scan", picture=Kept("here")), Message(text="original", file=as_file)
    await put(database, outgoing(amina, scan), outgoing(amina, original))

    async with database.work(reads_only=True) as work:
        rows = (await work.connection.execute(select(outbox.c.payload))).scalars().all()
    assert "here" in json.dumps(rows)
    assert base64.b64encode(PICTURE).decode()[:40] not in json.dumps(rows)
    await send_all(standin, database)

    assert await states(database) == ["sent", "sent"]
    assert [content_of(standin, bubble) for bubble in await amina.messages()] == [PICTURE] * 2


async def test_a_kept_picture_that_is_gone_keeps_nothing_else_from_going(
    standin: Standin, database: Database, phone: MakePhone
) -> None:
    amina = phone("Amina")
    await put(
        database,
        outgoing(amina, Message(text="scan", picture=Kept("gone"))),
        outgoing(amina, Message(text="card")),
    )

    await send_all(standin, database)

    assert await states(database) == ["done", "sent"]
