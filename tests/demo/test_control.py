"""The control API: everything a person does, over HTTP, and load for a bench."""

import asyncio
import json
from typing import Any

from telegram import Bot, Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bot.demo.phone import Phone, RemoteLine, RemotePhone
from bot.demo.server import Standin
from bot.demo.wire import Wire


async def test_a_phone_over_http_is_like_one_in_the_process(standin: Standin, bot: Bot) -> None:
    line = RemoteLine(standin.page_url)
    user = await line.ask("POST", "/control/users", {"first_name": "Olena", "language_code": "uk"})
    phone = RemotePhone(standin.page_url, user)
    await phone.start("invite")

    await bot.send_message(user["id"], "Вітаю")

    assert (await phone.wait_for("Вітаю")).from_bot
    assert [bubble.text for bubble in await phone.messages()] == ["/start invite", "Вітаю"]
    line.close()
    phone.close()


async def test_watching_tells_of_each_change(standin: Standin, bot: Bot, amina: Phone) -> None:
    reader, writer = await asyncio.open_connection(standin.host, standin.port)
    writer.write(f"GET /control/chats/{amina.id}/events HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    await reader.readuntil(b"retry: 1000")

    await bot.send_message(amina.id, "hello")

    async with asyncio.timeout(2):
        await reader.readuntil(b"data: ")
        event = json.loads(await reader.readline())
    assert event["message"]["text"] == "hello"
    writer.close()
    await writer.wait_closed()


async def test_an_update_of_an_unknown_kind_can_be_sent(standin: Standin, bot: Bot) -> None:
    line = RemoteLine(standin.page_url)

    made = await line.ask("POST", "/control/updates", {"raw": {"hologram": {"depth": 3}}})

    (update,) = await bot.get_updates()
    assert update.update_id == made["update_id"]
    line.close()


async def test_other_websites_cannot_reach_the_controls(standin: Standin) -> None:
    wire = Wire(standin.page_url)

    status, _, _ = await wire.request("POST", "/control/reset", {"Origin": "https://elsewhere.example"}, b"")

    assert status == 403
    wire.close()


async def test_starting_again_wipes_the_chats_and_tells_the_bots_owner(
    standin: Standin, amina: Phone
) -> None:
    told: list[str] = []

    async def start_again() -> None:
        told.append("again")

    standin.telegram.on_reset.append(start_again)
    await amina.say("hello")

    await standin.telegram.reset()

    assert told == ["again"]
    assert await amina.messages() == []
    assert not standin.telegram.updates.pending


async def test_the_clock_moves_for_everyone(standin: Standin, bot: Bot, amina: Phone) -> None:
    before = await bot.send_message(amina.id, "today")
    standin.telegram.clock.advance(7 * 24 * 3600)

    after = await bot.send_message(amina.id, "next week")

    assert (after.date - before.date).days == 7


async def _echo(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
    if update.callback_query:
        await update.callback_query.answer()
    assert update.effective_chat
    await update.effective_chat.send_message("echo")


async def test_load_is_answered_by_a_real_application(standin: Standin) -> None:
    builder = Application.builder().token(standin.token)
    application = builder.base_url(standin.api_url).base_file_url(standin.file_url).build()
    application.add_handler(MessageHandler(filters.ALL, _echo))
    application.add_handler(CallbackQueryHandler(_echo))
    line = RemoteLine(standin.page_url)
    async with application:
        assert application.updater
        await application.updater.start_polling()
        await application.start()
        reports = [await _loaded(line, kind) for kind in ("text", "button", "command")]
        await application.updater.stop()
        await application.stop()
    line.close()
    assert [report["replied"] for report in reports] == [20, 20, 20]
    assert reports[1]["answer_ms"]["p50"] <= reports[1]["reply_ms"]["p50"]


async def _loaded(line: RemoteLine, kind: str) -> dict[str, Any]:
    await line.ask("POST", "/control/load", {"count": 20, "users": 5, "kind": kind, "rate": 200})
    report: dict[str, Any] = {}
    for _ in range(300):
        report = await line.ask("GET", "/control/load", {})
        if report["replied"] == 20:
            break
        await asyncio.sleep(0.02)
    return report
