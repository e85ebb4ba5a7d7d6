"""/uren: a begeleider's working days and hours, each tap kept at once."""

import datetime as dt

from telegram import Message, Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld
from bot.domain.working_hours import WorkingHours
from bot.handlers import states
from bot.handlers.pressed import pressed
from bot.texts import working_hours as texts
from bot.texts.buttons import Press

MINUTES_A_DAY = 24 * 60


async def show(update: Update, context: BotContext) -> None:
    """Show the working week."""
    service = context.services.working_hours
    context.say(texts.week(await service.of(context.account), await service.number_of(context.account)))


async def press(update: Update, context: BotContext) -> None:
    """Switch a day, or choose when the day begins or ends."""
    button = pressed(update)
    service = context.services.working_hours
    hours = await service.of(context.account)
    await states.leave(context, states.NUMBER)
    match button.word(0):
        case "week":
            await _show(update, context, hours)
        case "number":
            await states.enter(context, states.NUMBER)
            context.edit(update, texts.ask_number(await service.number_of(context.account)))
        case "nonumber":
            await service.set_number(context.account, None)
            await _show(update, context, hours)
        case "begins":
            context.edit(update, texts.begins(hours))
        case "ends":
            context.edit(update, texts.ends(hours))
        case "day" if button.number(1) < 7:
            await _show(update, context, await service.toggle_day(context.account, button.number(1)))
        case "begin":
            await _show(update, context, await service.set_begin(context.account, _time(button)))
        case "end":
            await _show(update, context, await service.set_end(context.account, _time(button)))
        case _:
            raise ButtonOld


async def take_number(context: BotContext, message: Message) -> bool:
    """The number that contacts may call; True when the message was taken."""
    if message.text is None or not any(sign.isdigit() for sign in message.text):
        # Something else came to mind.
        await states.leave(context, states.NUMBER)
        return False
    service = context.services.working_hours
    if not await service.set_number(context.account, message.text):
        context.say(texts.no_number(), reply_to=message.message_id)
        return True
    await states.leave(context, states.NUMBER)
    context.say(texts.week(await service.of(context.account), await service.number_of(context.account)))
    return True


async def _show(update: Update, context: BotContext, hours: WorkingHours | None) -> None:
    if hours is None:
        context.toast(texts.not_possible(), is_alert=True)
    else:
        number = await context.services.working_hours.number_of(context.account)
        context.edit(update, texts.week(hours, number))


def _time(button: Press) -> dt.time:
    minute = button.number(1)
    if minute >= MINUTES_A_DAY:
        raise ButtonOld
    return dt.time(minute // 60, minute % 60)
