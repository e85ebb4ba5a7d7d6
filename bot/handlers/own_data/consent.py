"""What a newcomer agrees to: asked once, in three layers, and changed at any time."""

from telegram import Update

from bot.delivery.context import BotContext
from bot.delivery.turn import Turn
from bot.domain.consent import Purpose
from bot.domain.dossier import Dossier
from bot.texts import consent as texts
from bot.texts.buttons import Press


async def ask_reminders_if_due(turn: Turn, dossier: Dossier) -> bool:
    """Ask an obliged newcomer once whether reminders are welcome, on every phone they have.

    Args:
        turn: The unit of work.
        dossier: As it is now, with its contract; whoever opened it.

    Returns:
        Was it asked?
    """
    consents = turn.services.consents
    if not await consents.ask_reminders_if_due(dossier):
        return False
    for phone in await turn.services.phones.reachable(dossier.id):
        name = dossier.newcomer.name if phone.is_shared else None
        turn.tell(phone, texts.ask(turn.speaker(phone), Purpose.REMINDERS, dossier.id, name=name))
    return True


async def yes(update: Update, context: BotContext, button: Press) -> None:
    """The newcomer agrees."""
    await _answer(update, context, button, is_given=True)


async def no(update: Update, context: BotContext, button: Press) -> None:
    """The newcomer does not agree, which costs nothing."""
    await _answer(update, context, button, is_given=False)


async def _answer(update: Update, context: BotContext, button: Press, *, is_given: bool) -> None:
    purpose, dossier = await _asked(context, button)
    await context.services.consents.set(dossier, purpose, is_given=is_given)
    context.edit(update, texts.answered(context.speaker, purpose, is_given=is_given))


async def _asked(context: BotContext, button: Press) -> tuple[Purpose, Dossier]:
    """What was asked, and the dossier of the newcomer whom the button names."""
    purpose = button.one_of(1, Purpose)
    return purpose, await context.services.dossiers.on_phone(context.account, button.number(2))


async def why(update: Update, context: BotContext, button: Press) -> None:
    """Explain what is asked, on one screen."""
    purpose, dossier = await _asked(context, button)
    name = dossier.newcomer.name if context.account.is_shared else None
    context.edit(update, texts.explain(context.speaker, purpose, dossier.id, name=name))


async def agreed(update: Update, context: BotContext, button: Press) -> None:
    """Everything the person said yes or no to; on a shared phone, of who was chosen."""
    dossier = None
    if context.account.newcomer_ids:
        dossier = await context.services.dossiers.own(context.account)
    await _show_agreed(update, context, dossier)


async def _show_agreed(update: Update, context: BotContext, dossier: Dossier | None) -> None:
    given = await context.services.consents.of(dossier) if dossier else {}
    screen = texts.all_of_them(
        context.speaker,
        context.services.consents.asked_now,
        given,
        dossier.id if dossier else None,
        keeps_questions=context.account.may_keep_questions_since is not None,
    )
    context.edit(update, screen)


async def on(update: Update, context: BotContext, button: Press) -> None:
    """Agree to something, on the screen with all of it."""
    await _change(update, context, button, is_given=True)


async def off(update: Update, context: BotContext, button: Press) -> None:
    """Take it back, on the screen with all of it."""
    await _change(update, context, button, is_given=False)


async def _change(update: Update, context: BotContext, button: Press, *, is_given: bool) -> None:
    purpose, dossier = await _asked(context, button)
    await context.services.consents.set(dossier, purpose, is_given=is_given)
    await _show_agreed(update, context, dossier)


async def ask_again(update: Update, context: BotContext, button: Press) -> None:
    """Take back that questions are kept; the next one asks again."""
    context.account = await context.services.consents.stop_keeping_questions(context.account)
    await agreed(update, context, button)
