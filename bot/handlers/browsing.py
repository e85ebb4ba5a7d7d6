"""Questions to tap instead of writing: subjects, and the questions of each."""

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld
from bot.domain.subject import Subject
from bot.handlers import start
from bot.handlers.pressed import pressed
from bot.handlers.resources import resources_of
from bot.texts import browsing as texts
from bot.texts.buttons import Press


async def press(update: Update, context: BotContext) -> None:
    """Show help, the subjects, or the questions of one."""
    button = pressed(update)
    if button.word(0) != texts.LIST:
        await start.show_help(update, context)
    elif len(button.parts) == 1:
        context.edit(
            update,
            texts.subjects(
                context.speaker, is_weak=resources_of(context).is_weak_in(context.account.language)
            ),
        )
    else:
        await _show_questions(update, context, _subject(button))


async def _show_questions(update: Update, context: BotContext, subject: Subject) -> None:
    """Those that are in service and meant for this person."""
    found = [entry for entry in resources_of(context).entries.values() if entry.subject is subject]
    guarded = context.services.answers
    withheld = await guarded.withheld([entry.id for entry in found], guarded.whom(context.account))
    shown = [entry for entry in found if entry.id not in withheld]
    context.edit(update, texts.questions(context.speaker, subject, shown))


def _subject(button: Press) -> Subject:
    try:
        return Subject(button.word(1))
    except ValueError:
        raise ButtonOld from None
