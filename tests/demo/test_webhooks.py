"""Webhooks: brought with the secret, in order within a chat, again until they are taken."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from telegram import Bot

from bot.demo.phone import Phone
from bot.demo.server import Standin

SECRET = "a-secret"


class Receiver:
    """A web server of one page, which notes what it is brought and answers as told."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, str]] = []
        self.statuses: list[int] = []
        self.pause = 0.0
        self.open = 0
        self.most_open = 0
        self.url = ""
        self.news = asyncio.Condition()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        fields = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if line)
        update = json.loads(await reader.readexactly(int(fields["content-length"])))
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        await asyncio.sleep(self.pause)
        self.open -= 1
        self.heard.append((fields.get("x-telegram-bot-api-secret-token", ""), update["message"]["text"]))
        async with self.news:
            self.news.notify_all()
        status = self.statuses.pop(0) if self.statuses else 200
        writer.write(f"HTTP/1.1 {status} Told\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
        await writer.drain()
        writer.close()
        await writer.wait_closed()

    async def hears(self, count: int) -> list[str]:
        async with asyncio.timeout(3), self.news:
            await self.news.wait_for(lambda: len(self.heard) >= count)
        return [text for _, text in self.heard]


@asynccontextmanager
async def _listening() -> AsyncIterator[Receiver]:
    receiver = Receiver()
    server = await asyncio.start_server(receiver.serve, "127.0.0.1", 0)
    receiver.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/hook"
    async with server:
        yield receiver


@pytest.fixture
async def receiver(standin: Standin) -> AsyncIterator[Receiver]:
    standin.telegram.webhook.retry_delay = 0.02
    async with _listening() as listening:
        yield listening
        standin.telegram.webhook.close()


async def test_an_update_is_brought_with_the_secret(bot: Bot, amina: Phone, receiver: Receiver) -> None:
    await bot.set_webhook(receiver.url, secret_token=SECRET)
    await amina.say("hello")

    await receiver.hears(1)

    assert receiver.heard == [(SECRET, "hello")]
    await asyncio.sleep(0.05)
    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_what_waited_before_is_brought_too(bot: Bot, amina: Phone, receiver: Receiver) -> None:
    await amina.say("early")

    await bot.set_webhook(receiver.url)

    assert await receiver.hears(1) == ["early"]


async def test_a_refused_update_comes_again_before_the_next(
    bot: Bot, amina: Phone, receiver: Receiver
) -> None:
    receiver.statuses = [500, 503]
    await bot.set_webhook(receiver.url)
    await amina.say("one")
    await amina.say("two")

    assert await receiver.hears(4) == ["one", "one", "one", "two"]
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 503 Told"


async def test_updates_wait_while_nobody_listens(bot: Bot, amina: Phone) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook")
    await amina.say("hello")
    await asyncio.sleep(0.1)

    info = await bot.get_webhook_info()

    assert (info.pending_update_count, info.last_error_message) == (1, "Connection refused")


async def test_one_chat_is_side_by_side_only_when_asked(
    standin: Standin, bot: Bot, amina: Phone, receiver: Receiver
) -> None:
    receiver.pause = 0.05
    await bot.set_webhook(receiver.url)
    for number in range(3):
        await amina.say(str(number))
    await receiver.hears(3)
    assert receiver.most_open == 1

    standin.telegram.webhook.side_by_side = True
    for number in range(3):
        await amina.say(str(number))
    await receiver.hears(6)
    assert receiver.most_open == 3


async def test_taking_the_webhook_away_keeps_what_waits_unless_dropped(bot: Bot, amina: Phone) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook")
    await amina.say("hello")

    await bot.delete_webhook()
    assert len(await bot.get_updates()) == 1
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == ()
