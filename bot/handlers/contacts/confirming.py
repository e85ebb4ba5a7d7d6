"""A contact's list: each date right, other hours or not there; everything at once; put right for a week."""

from collections.abc import Iterable, Sequence

from telegram import Message, Update

from bot.delivery.context import BotContext
from bot.domain.contact import Contact, Line
from bot.domain.contact_news import Happened
from bot.domain.contact_words import Surface
from bot.domain.errors import HoursChanged
from bot.domain.ids import AttendanceId
from bot.handlers import screens, states
from bot.handlers.contact_news import hear
from bot.handlers.contacts import own
from bot.handlers.newcomers import typed_hours
from bot.handlers.newcomers.typed_hours import typed_minutes
from bot.texts import contact_confirming as texts
from bot.texts import contact_joining, contact_thanks
from bot.texts.buttons import Press
from bot.texts.contact_confirming import Mine
from bot.texts.message import Message as Said
from bot.texts.note_rows import Rows

HOURS = "hours"
"""The next text is how long somebody was there."""


async def waiting(context: BotContext) -> Sequence[Mine]:
    """All dates that wait for this account's word, oldest first."""
    theirs = [one for one in await own.contacts(context) if one.may_confirm]
    found = [
        Mine(contact=one, line=line, is_named=len(theirs) > 1)
        for one in theirs
        for line in await context.services.confirming.lines(one)
    ]
    return sorted(found, key=_oldest)


def _oldest(one: Mine) -> tuple[object, ...]:
    return one.line.day, one.line.name.casefold(), one.line.attendance_id


async def open_list(update: Update, context: BotContext) -> None:
    """The list, below; whom nobody checked yet hears who calls."""
    context.say(await list_screen(context))


async def list_screen(context: BotContext, *, done: str = "", extra: Rows = ()) -> Said:
    """The list; whom nobody checked yet hears who calls.

    Args:
        context: The account.
        done: What was just said, as HTML.
        extra: The buttons that belong to it.
    """
    theirs = await own.contacts(context)
    if theirs and not any(one.may_confirm for one in theirs):
        guides = await own.guides(context, theirs)
        return Said(text=contact_joining.waits(context.speaker, next(iter(guides), None)))
    today = context.services.dossiers.today
    return texts.waiting(context.speaker, await waiting(context), today, done=done, extra=extra)


async def show_list(update: Update, context: BotContext, button: Press) -> None:
    """The list, in place of the screen."""
    await states.leave(context, states.CONTACT)
    await screens.show(update, context, await list_screen(context))


async def is_right(update: Update, context: BotContext, button: Press) -> None:
    """One date is right as it stands."""
    await _say(update, context, button, minutes=button.number(3), seen=button.number(3))


async def say_minutes(update: Update, context: BotContext, button: Press) -> None:
    """Another amount, or not there."""
    await states.leave(context, states.CONTACT)
    await _say(update, context, button, minutes=button.number(3), seen=button.number(4))


async def _say(update: Update, context: BotContext, button: Press, *, minutes: int, seen: int) -> None:
    contact = await own.contact(context, button.number(1))
    try:
        line, happened = await context.services.confirming.say(
            contact, button.number(2), minutes, surface=Surface.TELEGRAM, seen=seen
        )
    except HoursChanged:
        # By this contact's own other tap perhaps; the newest stands on the screen.
        context.toast(texts.some_changed(context.speaker), is_alert=True)
        await screens.show(update, context, await list_screen(context))
        return
    await hear(context.turn, happened)
    await screens.show(update, context, await _after(context, contact, line, minutes))


async def _after(context: BotContext, contact: Contact, line: Line, minutes: int) -> Said:
    done = texts.was_said(context.speaker, line, minutes, context.services.dossiers.today)
    return await list_screen(context, done=done, extra=(texts.put_right(context.speaker, contact, line),))


async def all_right(update: Update, context: BotContext, button: Press) -> None:
    """Everything that was on the screen is right; what changed meanwhile is left."""
    marks = texts.marks_in(button.word(1))
    shown = [one for one in await waiting(context) if one.mark in marks]
    count, happened = 0, list[Happened]()
    for contact in _each({one.contact.id: one.contact for one in shown}.values()):
        seen = {AttendanceId(one.line.attendance_id): one.line.minutes for one in _of(shown, contact)}
        said, news = await context.services.confirming.say_all(contact, seen, surface=Surface.TELEGRAM)
        count, happened = count + said, [*happened, *news]
    await hear(context.turn, happened)
    if count < len(marks):
        context.toast(texts.some_changed(context.speaker), is_alert=True)
    done = await _thanked(context, texts.all_said(context.speaker, count)) if count else ""
    await screens.show(update, context, await list_screen(context, done=done))


def _each(contacts: Iterable[Contact]) -> list[Contact]:
    return sorted(contacts, key=lambda one: one.id)


def _of(shown: Sequence[Mine], contact: Contact) -> list[Mine]:
    return [one for one in shown if one.contact.id == contact.id]


async def _thanked(context: BotContext, done: str) -> str:
    """With what this quarter's confirming came to, once the list is done."""
    thanking, people, minutes = context.services.thanking, 0, 0
    for contact in await own.contacts(context):
        sums = await thanking.sums(contact, thanking.this_quarter)
        people, minutes = people + sums.people, minutes + sums.minutes
    return f"{done}\n{contact_thanks.in_short(context.speaker, people, minutes)}" if people else done


async def change(update: Update, context: BotContext, button: Press) -> None:
    """One date with its choices; an amount may be typed from here on."""
    contact = await own.contact(context, button.number(1))
    line = await context.services.confirming.line(contact, button.number(2))
    if line.may_correct:
        facts = {"contact": contact.id, "attendance": line.attendance_id, "seen": line.minutes}
        await states.enter(context, states.CONTACT, asks=HOURS, **facts)
    today = context.services.dossiers.today
    await screens.show(
        update, context, texts.change(context.speaker, Mine(contact=contact, line=line), today)
    )


async def take_hours(context: BotContext, message: Message, facts: dict[str, int]) -> bool:
    """The amount was typed; False for a question.

    Raises:
        HoursRefused, HoursSettled, TooLateToCorrect, NotYours: It cannot be.
    """
    minutes = typed_minutes(context, message)
    if minutes is None:
        if typed_hours.has_question_mark(message):
            await states.leave(context, states.CONTACT)
            return False
        context.say(texts.not_understood(context.speaker))
        return True
    contact = await own.contact(context, facts["contact"])
    line, happened = await context.services.confirming.say(
        contact, facts["attendance"], minutes, surface=Surface.TELEGRAM, seen=facts["seen"]
    )
    await states.leave(context, states.CONTACT)
    await hear(context.turn, happened)
    context.say(await _after(context, contact, line, minutes))
    return True


async def show_said(update: Update, context: BotContext, button: Press) -> None:
    """What they said within a week, to be put right."""
    found = [
        Mine(contact=contact, line=line)
        for contact, folk in await own.theirs(context)
        for line in folk.lines
        if line.is_own and line.may_correct
    ]
    found.sort(key=_oldest, reverse=True)
    today = context.services.dossiers.today
    await screens.show(update, context, texts.said_before(context.speaker, found, today))
