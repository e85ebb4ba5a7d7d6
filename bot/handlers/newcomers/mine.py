"""Every button of a newcomer's own dossier, and the way to it by a command."""

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld
from bot.domain.understanding import Action
from bot.handlers import answers, menu
from bot.handlers.begeleiders import begeleider_home
from bot.handlers.newcomers import claims, my_hours, noting
from bot.handlers.pressed import original_of, pressed
from bot.texts import noting as noting_texts
from bot.texts import unsure
from bot.texts.begeleider_home import DeskButton

_CLAIM_STEPS = ("claim", "time", "day", "drop", "set", "move", "gone")
_NOTE_STEPS = ("kinds", "person", "change", "yes")


async def show_hours(update: Update, context: BotContext) -> None:
    """/uren: a begeleider's working hours, or a newcomer's hours."""
    if context.account.is_begeleider:
        await begeleider_home.open_screen(update, context, DeskButton.WORKING_HOURS)
    else:
        await menu.act(context, Action.PROGRESS, message=None)


async def press(update: Update, context: BotContext) -> None:
    """Do what a button of the own dossier says; whose it is the services check each time."""
    button = pressed(update)
    match button.word(0):
        case "show":
            await my_hours.show(update, context)
        case "details":
            await my_hours.show_details(update, context, button.number(1))
        case "calendar":
            await my_hours.send_calendar(update, context)
        case "no":
            await noting.leave_it(update, context)
        case "question":
            await _answer_after_all(update, context)
        case "note" if len(button.parts) == 1:
            await noting.begin(update, context)
        case step if step == "note" or step in _NOTE_STEPS:
            await noting.press(update, context, button)
        case step if step in _CLAIM_STEPS:
            await claims.press(update, context, button)
        case _:
            raise ButtonOld


async def _answer_after_all(update: Update, context: BotContext) -> None:
    """What looked like hours was a question: answer the message that the screen replies to."""
    original = original_of(update)
    if original is None:
        context.toast(unsure.write_again(context.speaker), is_alert=True)
        return
    context.edit(update, noting_texts.as_question(context.speaker))
    await answers.respond(context, original)
