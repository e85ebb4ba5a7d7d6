"""/uren: a begeleider's working days and hours, each tap kept at once."""

import datetime as dt

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld
from bot.domain.working_hours import WorkingHours
from bot.handlers.pressed import pressed
from bot.texts import working_hours as texts
from bot.texts.buttons import Press

MINUTES_A_DAY = 24 * 60


async def show(update: Update, context: BotContext) -> None:
    """Show the working week."""
    context.say(texts.week(await context.services.working_hours.of(context.account)))


async def press(update: Update, context: BotContext) -> None:
    """Switch a day, or choose when the day begins or ends."""
    button = pressed(update)
    service = context.services.working_hours
    hours = await service.of(context.account)
    match button.word(0):
        case "week":
            context.edit(update, texts.week(hours))
        case "begins":
            context.edit(update, texts.begins(hours))
        case "ends":
            context.edit(update, texts.ends(hours))
        case "day" if button.number(1) < 7:
            _show(update, context, await service.toggle_day(context.account, button.number(1)))
        case "begin":
            _show(update, context, await service.set_begin(context.account, _time(button)))
        case "end":
            _show(update, context, await service.set_end(context.account, _time(button)))
        case _:
            raise ButtonOld


def _show(update: Update, context: BotContext, hours: WorkingHours | None) -> None:
    if hours is None:
        context.toast(texts.not_possible(), is_alert=True)
    else:
        context.edit(update, texts.week(hours))


def _time(button: Press) -> dt.time:
    minute = button.number(1)
    if minute >= MINUTES_A_DAY:
        raise ButtonOld
    return dt.time(minute // 60, minute % 60)
