"""Reminders: batches of newcomers who are reminded today, and switching them on, off or silent."""

from collections.abc import Awaitable, Callable, Mapping

from telegram import Update

from bot.delivery.context import BotContext
from bot.delivery.turn import Turn
from bot.domain import day_plan
from bot.domain.dossier import Dossier
from bot.domain.errors import ButtonOld
from bot.domain.question import Topic
from bot.handlers import questions, screens
from bot.handlers.later.jobs_asking import ask_for_reminders
from bot.handlers.newcomers.telling import speak_for
from bot.handlers.pressed import pressed
from bot.handlers.resources import Resources
from bot.handlers.saying import tell_on_each_phone
from bot.services.delivery_ports import LeasedJob, Priority
from bot.services.reminders import Due
from bot.texts import reminders as texts
from bot.texts import who
from bot.texts.buttons import Press

A_BATCH = 40
"""Few enough for a transaction of about a tenth of a second, in which others wait for the one writer."""

Handler = Callable[[Update, BotContext, Press], Awaitable[None]]


# Sending them.


async def remind(turn: Turn, job: LeasedJob, resources: Resources) -> None:
    """Queue the reminders of some newcomers, each kept in this same transaction; then ask for the next.

    Args:
        turn: The unit of work.
        job: With the fact `after`, the newcomer where the batch before ended.
        resources: The bot's time zone.
    """
    if not day_plan.may_remind(turn.now, resources.zone):
        # Too late in the day, or not yet: tomorrow begins anew and leaves nobody out.
        await ask_for_reminders(turn, resources.zone)
        return
    batch = await turn.services.reminders.due(after=job.facts["after"], limit=A_BATCH)
    if batch.last is not None:
        await ask_for_reminders(turn, resources.zone, after=batch.last)
    for due in batch.due:
        if await turn.services.reminders.keep(due):
            await _tell(turn, due, resources)


async def _tell(turn: Turn, due: Due, resources: Resources) -> None:
    expires_at = day_plan.reminding_ends(turn.now, resources.zone)
    await tell_on_each_phone(
        turn,
        due.newcomer,
        lambda speaker: texts.reminder(speaker, due.kind, due.newcomer, due.progress),
        priority=Priority.REMINDER,
        about=f"reminder:{due.newcomer.id}",
        expires_at=expires_at,
    )


# Switching them.


async def press(update: Update, context: BotContext) -> None:
    """Do what a button about reminders says."""
    button = pressed(update)
    handler = _PRESSES.get(button.word(0))
    if handler is None:
        raise ButtonOld
    await speak_for(context, button, 1)
    await handler(update, context, button)


async def _show(update: Update, context: BotContext, _: Press) -> None:
    await _screen(update, context, await _own(context))


async def _switch_on(update: Update, context: BotContext, _: Press) -> None:
    await _screen(update, context, await context.services.reminders.switch_on(await _own(context)))


async def _switch_off(update: Update, context: BotContext, _: Press) -> None:
    await _screen(update, context, await context.services.reminders.switch_off(await _own(context)))


async def _pause(update: Update, context: BotContext, button: Press) -> None:
    weeks = button.number(2)
    await _screen(update, context, await context.services.reminders.pause(await _own(context), weeks))


async def _own(context: BotContext) -> Dossier:
    return await context.services.dossiers.own(context.account)


async def _screen(update: Update, context: BotContext, dossier: Dossier) -> None:
    contract = dossier.newcomer.contract
    screen = texts.settings(
        context.speaker,
        dossier.newcomer,
        await context.services.reminders.state(dossier),
        may_stop=contract is not None and not contract.is_obliged,
    )
    await screens.show(update, context, who.on_phone(context.account, screen, dossier.newcomer.name))


async def _ask(update: Update, context: BotContext, button: Press) -> None:
    """Ask the begeleider, below the reminder, which stays to be read."""
    await questions.begin(context, text=None, message_id=None, is_text=True, topic=button.one_of(2, Topic))


_PRESSES: Mapping[str, Handler] = {
    "show": _show,
    "on": _switch_on,
    "off": _switch_off,
    "pause": _pause,
    "ask": _ask,
}
