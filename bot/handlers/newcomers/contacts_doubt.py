"""A newcomer says that a contact's word about a date is not right: a doubt for the begeleider."""

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.attendance import Attendance
from bot.domain.dossier import Dossier
from bot.handlers import screens
from bot.handlers.contact_news import hear
from bot.handlers.newcomers.claims import attendance_of
from bot.handlers.newcomers.contact_words import said_of
from bot.handlers.newcomers.telling import named, speak_for
from bot.texts import my_contacts as texts
from bot.texts.buttons import Press


async def ask(update: Update, context: BotContext, button: Press) -> None:
    """Ask once more, with what the contact said; below, as the pressed message may hold other dates."""
    dossier, attendance = await _date(context, button)
    speaker = context.speaker
    said = (await said_of(context.turn.work, [attendance])).get(attendance.id, ())
    lines = "\n".join(texts.contact_says(speaker, one.by, one.minutes) for one in said)
    name = await _guide(context, dossier)
    screen = texts.is_it_wrong(speaker, dossier, attendance, said=lines, begeleider=name)
    context.say(named(context, dossier, screen))


async def say_so(update: Update, context: BotContext, button: Press) -> None:
    """Tell the begeleider; a second tap does nothing."""
    dossier, attendance = await _date(context, button, changes=True)
    name = await _guide(context, dossier)
    happened = await context.services.confirming.object(dossier, attendance.id)
    if happened is None:
        context.toast(texts.objected_before(context.speaker, name))
    else:
        await hear(context.turn, [happened])
    screen = texts.objected(context.speaker, dossier, attendance, begeleider=name)
    await screens.show(update, context, named(context, dossier, screen))


async def _date(context: BotContext, button: Press, *, changes: bool = False) -> tuple[Dossier, Attendance]:
    await speak_for(context, button, 2)
    dossier = await context.services.dossiers.own(context.account, changes=changes)
    return dossier, attendance_of(dossier, button.number(1))


async def _guide(context: BotContext, dossier: Dossier) -> str:
    return await context.services.readers.guide_name(dossier.id) or ""
