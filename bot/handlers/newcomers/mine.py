"""Every button of a newcomer's own dossier, and the way to it by a command."""

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld
from bot.domain.understanding import Action
from bot.handlers import answers, menu
from bot.handlers.begeleiders import begeleider_home
from bot.handlers.newcomers import claims, my_hours, noting
from bot.handlers.newcomers.telling import speak_as, speak_for
from bot.handlers.pressed import original_of, pressed
from bot.texts import noting as noting_texts
from bot.texts import unsure
from bot.texts.begeleider_home import DeskButton
from bot.texts.buttons import Press
from bot.texts.note_draft import read_draft

_NAMES = {"show": 1, "details": 2, "calendar": 1, "no": 1, "set": 4, "move": 4}
"""Where in a button the newcomer stands whose screen it is; of a note it is in the draft."""
_CLAIM_STEPS = ("claim", "time", "day", "drop", "set", "move", "gone")
_NOTE_STEPS = ("kinds", "person", "change", "yes")
_BARE_NOTE = 2
"""As many parts at most has a button that begins a note; a draft has more."""


async def show_hours(update: Update, context: BotContext) -> None:
    """/uren: a begeleider's working hours, or a newcomer's hours."""
    if context.account.is_begeleider:
        await begeleider_home.open_screen(update, context, DeskButton.WORKING_HOURS)
    else:
        await menu.act(context, Action.PROGRESS, message=None)


async def press(update: Update, context: BotContext) -> None:
    """Do what a button of the own dossier says; whose it is the services check each time."""
    button = pressed(update)
    await _speak(context, button)
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
        case "note" if len(button.parts) <= _BARE_NOTE:
            await noting.begin(update, context)
        case step if step == "note" or step in _NOTE_STEPS:
            await noting.press(update, context, button)
        case step if step in _CLAIM_STEPS:
            await claims.press(update, context, button)
        case _:
            raise ButtonOld


async def _speak(context: BotContext, button: Press) -> None:
    """On a shared phone: go on for whom the screen was made."""
    step, parts = button.word(0), button.parts
    if step in ("note", "question", *_NOTE_STEPS) and len(parts) > _BARE_NOTE:
        await speak_as(context, read_draft(parts[1:]).newcomer_id)
    elif step == "note":
        await speak_for(context, button, 1)
    elif step in _NAMES or step in _CLAIM_STEPS:
        await speak_for(context, button, _NAMES.get(step, 3))


async def _answer_after_all(update: Update, context: BotContext) -> None:
    """What looked like hours was a question: answer the message that the screen replies to."""
    original = original_of(update)
    if original is None:
        context.toast(unsure.write_again(context.speaker), is_alert=True)
        return
    context.edit(update, noting_texts.as_question(context.speaker))
    await answers.respond(context, original)
