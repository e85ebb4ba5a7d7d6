"""Who speaks on a phone that several newcomers share; after the choice they go on where they were."""

from telegram import CallbackQuery, Message, Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld
from bot.handlers.pressed import pressed
from bot.texts import who as texts
from bot.texts.buttons import Press


async def ask(update: Update, context: BotContext) -> None:
    """Ask who it is, before what was just written or pressed is gone on with."""
    newcomers = await context.services.dossiers.who(context.account)
    query = update.callback_query
    if query is None:
        message = update.effective_message
        reply_to = message.message_id if message else None
        context.say(texts.ask(context.speaker, newcomers, texts.MESSAGE), reply_to=reply_to)
        return
    again = query.data or ""
    then = (texts.PRESS, again) if texts.fits(newcomers, again) else (texts.HOURS, "")
    original = _replied_to(query)
    # The choice replies to what the pressed screen replied to, so that Telegram brings it along again.
    reply_to = original.message_id if original else None
    context.say(texts.ask(context.speaker, newcomers, *then), reply_to=reply_to)


def _replied_to(query: CallbackQuery) -> Message | None:
    return query.message.reply_to_message if isinstance(query.message, Message) else None


async def press(update: Update, context: BotContext) -> None:
    """Speak for whom was chosen for the next hour, and go on."""
    button = pressed(update)
    if button.word(0) == texts.ASK:
        newcomers = await context.services.dossiers.who(context.account)
        context.say(texts.ask(context.speaker, newcomers, texts.HOURS))
        return
    newcomer = await context.services.dossiers.choose(context.account, button.number(1))
    again = _again(update, button)
    # What comes then may take its place.
    context.edit(update, texts.chosen(newcomer))
    if again is not None:
        # The same update would come in as if the choice had been made before it.
        await context.application.process_update(again)
    else:
        await _show_hours(update, context)


def _again(update: Update, button: Press) -> Update | None:
    """What was to be done before the choice; None for what begins with my hours."""
    query = update.callback_query
    assert query is not None
    match button.word(0):
        case texts.PRESS:
            return Update(update.update_id, callback_query=_pressing(query, ":".join(button.parts[2:])))
        case texts.MESSAGE:
            original = _replied_to(query)
            return None if original is None else Update(update.update_id, message=original)
        case texts.HOURS:
            return None
        case _:
            raise ButtonOld


def _pressing(query: CallbackQuery, data: str) -> CallbackQuery:
    pressed_again = CallbackQuery(
        id=query.id,
        from_user=query.from_user,
        chat_instance=query.chat_instance,
        message=query.message,
        data=data,
    )
    pressed_again.set_bot(query.get_bot())
    return pressed_again


async def _show_hours(update: Update, context: BotContext) -> None:
    from bot.handlers.newcomers import my_hours  # which asks who it is by way of this module

    context.account = await context.services.accounts.again(context.account)
    await my_hours.show(update, context)
