"""Long polling: what is not acknowledged comes again."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from telegram import Bot
from telegram.error import Conflict, InvalidToken

from bot.demo.phone import Phone
from bot.demo.server import Standin

MakeBot = Callable[[], Awaitable[Bot]]


async def test_an_update_comes_again_until_a_higher_offset_is_asked(bot: Bot, amina: Phone) -> None:
    await amina.say("hello")

    first = await bot.get_updates()
    again = await bot.get_updates()
    after = await bot.get_updates(offset=first[0].update_id + 1)

    assert [u.update_id for u in again] == [u.update_id for u in first]
    assert after == ()


async def test_a_negative_offset_keeps_only_the_newest(bot: Bot, amina: Phone) -> None:
    for text in ("one", "two", "three"):
        await amina.say(text)

    updates = await bot.get_updates(offset=-1)

    assert [u.message.text for u in updates if u.message] == ["three"]
    assert len(await bot.get_updates()) == 1


async def test_a_limit_hands_out_the_oldest_first(bot: Bot, amina: Phone) -> None:
    for text in ("one", "two", "three"):
        await amina.say(text)

    updates = await bot.get_updates(limit=2)

    assert [u.message.text for u in updates if u.message] == ["one", "two"]


async def test_an_open_poll_answers_as_soon_as_somebody_writes(bot: Bot, amina: Phone) -> None:
    poll = asyncio.create_task(bot.get_updates(timeout=5))
    await asyncio.sleep(0.05)

    await amina.say("hello")

    async with asyncio.timeout(1):
        assert len(await poll) == 1


async def test_a_second_poll_ends_the_first(make_bot: MakeBot, amina: Phone) -> None:
    first = asyncio.create_task((await make_bot()).get_updates(timeout=5))
    await asyncio.sleep(0.05)

    second = asyncio.create_task((await make_bot()).get_updates(timeout=5))

    with pytest.raises(Conflict, match="terminated by other getUpdates request"):
        await first
    await amina.say("hello")
    assert len(await second) == 1


async def test_polling_is_refused_while_a_webhook_is_set(bot: Bot) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook")

    with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
        await bot.get_updates()


async def test_reactions_come_only_when_asked_for(bot: Bot, amina: Phone) -> None:
    sent = await bot.send_message(amina.id, "hello")
    await amina.react(sent.message_id, "👍")
    assert await bot.get_updates(allowed_updates=["message_reaction"]) == ()

    await amina.react(sent.message_id, "🎉")

    (update,) = await bot.get_updates()
    assert update.message_reaction
    assert update.message_reaction.message_id == sent.message_id


async def test_a_wrong_token_is_unauthorized(standin: Standin) -> None:
    with pytest.raises(InvalidToken, match="rejected by the server"):
        async with Bot("7000000001:wrong", base_url=standin.api_url):
            pass


async def test_an_unknown_method_is_not_found(bot: Bot) -> None:
    with pytest.raises(Exception, match="not found"):
        await bot.do_api_request("flyToTheMoon")
