"""A claim put right by the newcomer: another day, another amount, taken back."""

import datetime as dt

from telegram import Message, Update

from bot.delivery.context import BotContext
from bot.domain.attendance import Attendance
from bot.domain.dossier import Dossier
from bot.domain.errors import HoursUnknown
from bot.handlers import states
from bot.handlers.later.contact_asking import plan_asking
from bot.handlers.newcomers import my_hours
from bot.handlers.newcomers.telling import named
from bot.handlers.newcomers.typed_hours import typed_day, typed_minutes
from bot.texts import claim as texts
from bot.texts import my_hours as hours_texts
from bot.texts.buttons import NOTHING, Press
from bot.texts.note_draft import read_day_word

DAY, MINUTES = "claim.day", "claim.minutes"
"""What is asked of a claim; further facts: `claim`, `page`, `newcomer`."""


async def press(update: Update, context: BotContext, button: Press) -> None:
    """Do what a button about a claim says."""
    is_changed = button.word(0) != "claim"
    dossier = await context.services.dossiers.own(context.account, changes=is_changed)
    attendance = attendance_of(dossier, button.number(1))
    match button.word(0):
        case "set":
            await _change(update, context, dossier, attendance, button)
        case "move":
            await _change(update, context, dossier, attendance, button)
        case "gone":
            await _withdraw(update, context, dossier, attendance, button.number(2))
        case step:
            await _ask(update, context, dossier, attendance, step=step, page=button.number(2))


async def _ask(
    update: Update, context: BotContext, dossier: Dossier, attendance: Attendance, *, step: str, page: int
) -> None:
    """Show the claim, or ask what is to change; an answer may be typed, too."""
    screens = {
        "claim": texts.claim,
        "time": texts.other_amount,
        "day": texts.other_day,
        "drop": texts.sure,
    }
    screen = screens[step](context.speaker, dossier, attendance, page)
    context.edit(update, named(context, dossier, screen))
    if asks := {"time": MINUTES, "day": DAY}.get(step):
        await states.enter(
            context, states.NOTING, asks=asks, claim=attendance.id, page=page, newcomer=dossier.id
        )
    else:
        await states.leave(context, states.NOTING)


async def _change(
    update: Update, context: BotContext, dossier: Dossier, attendance: Attendance, button: Press
) -> None:
    is_day = button.word(0) == "move"
    day = read_day_word(button.word(2)) if is_day else attendance.day
    minutes = attendance.minutes if is_day else button.number(2)
    after = await _changed(context, dossier, attendance, day=day, minutes=minutes)
    context.toast(texts.changed(context.speaker))
    now = attendance_of(after, attendance.id)
    if len(button.parts) > 3 and button.word(3) != NOTHING:
        screen = texts.claim(context.speaker, after, now, button.number(3))
    else:
        screen = hours_texts.receipt(context.speaker, after, now)
    context.edit(update, named(context, after, screen))


async def _changed(
    context: BotContext, dossier: Dossier, attendance: Attendance, *, day: dt.date, minutes: int
) -> Dossier:
    await states.leave(context, states.NOTING)
    if (day, minutes) == (attendance.day, attendance.minutes):
        # As after a double tap: nothing changes, so the history gets no second line.
        return dossier
    after = await context.services.hours.change_claim(dossier, attendance.id, day=day, minutes=minutes)
    await plan_asking(context.turn, after, attendance.bewijs_id)
    return after


async def _withdraw(
    update: Update, context: BotContext, dossier: Dossier, attendance: Attendance, page: int
) -> None:
    if attendance.is_alive:
        await context.services.hours.withdraw(dossier, attendance.id)
    await states.leave(context, states.NOTING)
    context.toast(texts.taken_back(context.speaker))
    await my_hours.show_details(update, context, page)


async def take_typed(context: BotContext, message: Message, asks: str, claim_id: int, page: int) -> bool:
    """Take a day or an amount that was typed for a claim; False when it is something else.

    Raises:
        HoursRefused, HoursSettled: The new hours cannot be.
    """
    dossier = await context.services.dossiers.own(context.account, changes=True)
    attendance = attendance_of(dossier, claim_id)
    day: dt.date | None = attendance.day
    minutes: int | None = attendance.minutes
    if asks == DAY:
        day = typed_day(context, message)
    else:
        minutes = typed_minutes(context, message)
    if day is None or minutes is None:
        return False
    after = await _changed(context, dossier, attendance, day=day, minutes=minutes)
    screen = texts.claim(context.speaker, after, attendance_of(after, claim_id), page)
    context.say(named(context, after, screen))
    return True


def attendance_of(dossier: Dossier, attendance_id: int) -> Attendance:
    """The date that a button names.

    Raises:
        HoursUnknown: There is no such date here.
    """
    found = next((a for a in dossier.book.attendances if a.id == attendance_id), None)
    if found is None:
        raise HoursUnknown
    return found
