"""Buttons under a message: pressed, answered, and too late to answer."""

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup
from telegram.error import BadRequest

from bot.demo.phone import Phone
from bot.demo.server import Standin

KEYBOARD = InlineKeyboardMarkup([[InlineKeyboardButton("Yes", callback_data="yes")]])


async def _pressed(bot: Bot, amina: Phone) -> str:
    await bot.send_message(amina.id, "Sure?", reply_markup=KEYBOARD)
    await amina.press("Yes")
    query = (await bot.get_updates())[-1].callback_query
    assert query
    assert query.message
    assert query.data == "yes"
    return query.id


async def test_an_answer_is_a_toast_on_the_phone(bot: Bot, amina: Phone) -> None:
    await bot.answer_callback_query(await _pressed(bot, amina), "Noted")

    assert await amina.toasts() == ["Noted"]


async def test_an_answer_after_a_quarter_of_an_hour_is_too_old(
    standin: Standin, bot: Bot, amina: Phone
) -> None:
    query = await _pressed(bot, amina)
    standin.telegram.clock.advance(16 * 60)

    with pytest.raises(
        BadRequest, match="Query is too old and response timeout expired or query id is invalid"
    ):
        await bot.answer_callback_query(query)


async def test_a_query_answered_long_ago_or_never_made_is_refused(
    standin: Standin, bot: Bot, amina: Phone
) -> None:
    query = await _pressed(bot, amina)
    await bot.answer_callback_query(query)
    standin.telegram.clock.advance(120)

    for unusable in (query, "123"):
        with pytest.raises(BadRequest, match=r"(?i)query id is invalid"):
            await bot.answer_callback_query(unusable)
