"""A newcomer scans the code at a contact's door with the camera, and notes the hours with one tap."""

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.dossier import Dossier
from bot.domain.errors import DoorClosed, NotedAlready
from bot.handlers.later.contact_asking import plan_asking
from bot.handlers.newcomers.claims import attendance_of
from bot.handlers.newcomers.telling import named, speak_for
from bot.services.signed_links import LinkKind
from bot.texts import my_contacts_door as texts
from bot.texts.buttons import Press
from bot.texts.message import Message

_CODES = (f"{LinkKind.DOOR}-", f"{LinkKind.PRINTED}-")


def is_code(payload: str) -> bool:
    """Is what a link carries a code at a door?"""
    return payload.startswith(_CODES)


async def open_code(context: BotContext, token: str) -> None:
    """Ask whether it is right; nothing is noted before the button.

    Raises:
        SayWho, DossierClosed: As `Dossiers.own` says.
    """
    if not context.account.newcomer_ids:
        context.say(await _for_others(context))
        return
    dossier = await context.services.dossiers.own(context.account, changes=True)
    try:
        scanned = await context.services.doors.scan(token)
    except DoorClosed:
        context.say(texts.closed(context.speaker))
    else:
        context.say(named(context, dossier, texts.is_it_right(context.speaker, dossier, scanned, token)))


async def _for_others(context: BotContext) -> Message:
    """A begeleider, a contact, or somebody whom nobody guides has no hours to note."""
    if context.account.is_begeleider:
        return texts.for_begeleider()
    if await context.services.contact_care.of_account(context.account):
        return texts.for_contact(context.speaker)
    return texts.no_dossier(context.speaker)


async def note(update: Update, context: BotContext, button: Press) -> None:
    """It is right: the hours are noted."""
    await speak_for(context, button, 3)
    dossier = await context.services.dossiers.own(context.account, changes=True)
    try:
        screen = await _noted(context, dossier, button.word(1), button.number(2))
    except DoorClosed:
        screen = texts.closed(context.speaker)
    context.edit(update, named(context, dossier, screen))


async def _noted(context: BotContext, dossier: Dossier, token: str, minutes: int) -> Message:
    doors = context.services.doors
    scanned = await doors.scan(token, pressed=True)
    try:
        after, attendance = await doors.claim(dossier, token, minutes)
    except NotedAlready as refusal:
        before = attendance_of(dossier, refusal.attendance_id)
        return texts.noted_before(context.speaker, dossier, before)
    await plan_asking(context.turn, after, attendance.bewijs_id)
    return texts.claimed(context.speaker, after, attendance, scanned.contact)


async def ask_how_long(update: Update, context: BotContext, button: Press) -> None:
    """Ask for another amount."""
    await speak_for(context, button, 2)
    dossier, token = await context.services.dossiers.own(context.account, changes=True), button.word(1)
    try:
        scanned = await context.services.doors.scan(token, pressed=True)
    except DoorClosed:
        screen = texts.closed(context.speaker)
    else:
        screen = texts.how_long(context.speaker, dossier, scanned, token)
    context.edit(update, named(context, dossier, screen))


async def leave_it(update: Update, context: BotContext, button: Press) -> None:
    """Note nothing."""
    context.edit(update, texts.nothing_noted(context.speaker))
