"""Noting hours, by buttons or by just typing them; what is missing is asked, one thing at a time.

A note travels in its buttons (`texts/note_draft.py`). A conversation is only for what is typed, which
`noting_typed` takes.
"""

from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from telegram import Message, Update

from bot.delivery.context import BotContext
from bot.domain.attendance import Attendance
from bot.domain.dossier import Dossier
from bot.domain.errors import ButtonOld, HoursUnknown, NotedAlready, NotYours
from bot.domain.hours import Bewijs
from bot.domain.ids import ChatId
from bot.domain.note_places import latest_first, named
from bot.domain.noted import Noted, read_note
from bot.domain.possible import check_amount
from bot.handlers import states
from bot.handlers.later.contact_asking import plan_asking
from bot.handlers.newcomers import telling, typed_hours
from bot.handlers.pressed import original_of
from bot.handlers.resources import resources_of
from bot.services.hour_claims import tidy
from bot.texts import my_hours, noting
from bot.texts import note_draft as drafts
from bot.texts.buttons import Press
from bot.texts.message import Message as Said
from bot.texts.note_draft import Draft, Missing, Named, NameMark
from bot.texts.noting import Seen

PERSON = "person"
DONE = "noted"
"""What the screen of a note is about once it was noted, so that a second tap is known."""


@dataclass(frozen=True, kw_only=True)
class Note:
    """A note on its way, with what its buttons have no room for."""

    draft: Draft
    name: str | None = None
    """Of a new place."""
    origin: int | None = None
    """The newcomer's message that the screens reply to: the whole note, or the name of the place."""


# Beginnings: a button, or a message out of the blue.


async def begin(update: Update, context: BotContext) -> None:
    """Ask for the first thing about new hours, below what was shown; a screen is for one note."""
    dossier = await context.services.dossiers.own(context.account, changes=True)
    await go_on(context, dossier, Note(draft=Draft(newcomer_id=dossier.id)), edit=None)


async def offer(context: BotContext, message: Message) -> bool:
    """Ask whether a message is to be noted, when it surely tells of hours that were done.

    Returns:
        False when it is something else, so that it is answered as usual.

    Raises:
        SayWho, DossierClosed, HoursRefused: It is a note, and cannot be taken.
    """
    account = context.account
    if account.is_begeleider or not account.newcomer_ids:
        return False
    found = typed_hours.whole_note(context, message)
    if found is None or found.day is None or found.minutes is None:
        return await _ask_one_by_one(context, message)
    if await _is_elsewhere(context):
        return False
    today = context.services.dossiers.today
    if found.day > today and typed_hours.is_something_else(context, message):
        return False
    dossier = await context.services.dossiers.own(account, changes=True)
    check_amount(found.day, found.minutes, today)
    await _offer(context, dossier, found, message)
    return True


async def _ask_one_by_one(context: BotContext, message: Message) -> bool:
    if not typed_hours.are_several_notes(context, message) or await _is_elsewhere(context):
        return False
    dossier = await context.services.dossiers.own(context.account, changes=True)
    draft = Draft(newcomer_id=dossier.id, is_from_text=True)
    context.say(noting.one_by_one(context.speaker, draft), reply_to=message.message_id)
    return True


async def _is_elsewhere(context: BotContext) -> bool:
    found = await states.current(context)
    return found is not None and found[0] != states.NOTING


async def _offer(context: BotContext, dossier: Dossier, found: Noted, message: Message) -> None:
    draft = Draft(newcomer_id=dossier.id, is_from_text=True, day=found.day, minutes=found.minutes)
    places = named(dossier.book, found.what)
    note = Note(draft=draft, origin=message.message_id)
    if len(places) == 1:
        note = replace(note, draft=draft.at(places[0].id))
    elif found.what:
        mark = drafts.mark(Named.IN_NOTE, typed_hours.language_of(context), found.what)
        note = replace(note, draft=replace(draft, name=mark), name=found.what)
    if len(places) > 1:
        await states.leave(context, states.NOTING)
        screen = noting.which_place(context.speaker, _seen(dossier, note), places)
        context.say(telling.named(context, dossier, screen), reply_to=message.message_id)
    else:
        await go_on(context, dossier, note, edit=None)


# Presses.


async def press(update: Update, context: BotContext, button: Press) -> None:
    """Go on with a note, change a part of it, or note it."""
    dossier = await context.services.dossiers.own(context.account, changes=True)
    note = _note_of(update, context, drafts.read_draft(button.parts[1:]))
    if note.draft.newcomer_id != dossier.id:
        raise NotYours
    seen = _seen(dossier, note)
    match button.word(0):
        case "note":
            await go_on(context, dossier, note, edit=update)
        case "kinds":
            context.edit(update, telling.named(context, dossier, noting.which_kind(context.speaker, seen)))
        case "person":
            await expect(context, note, PERSON)
            context.edit(update, telling.named(context, dossier, noting.which_person(context.speaker, seen)))
        case "change":
            context.edit(
                update, telling.named(context, dossier, noting.what_to_change(context.speaker, seen))
            )
        case "yes" if note.draft.missing is None:
            await _note_it(update, context, dossier, note)
        case _:
            raise ButtonOld


async def leave_it(update: Update, context: BotContext) -> None:
    """Note nothing after all."""
    await states.leave(context, states.NOTING)
    newcomer_id = context.services.dossiers.speaker(context.account)
    context.edit(update, noting.nothing_noted(context.speaker, newcomer_id))


def _note_of(update: Update, context: BotContext, draft: Draft) -> Note:
    """The note of a button, with the name from the message that its screen replies to."""
    original = original_of(update)
    origin = original.message_id if original else None
    if draft.name is None:
        return Note(draft=draft, origin=origin)
    name = _name_in(original, draft.name, resources_of(context).zone) if original else None
    if name is None or not draft.name.fits(name):
        # The message was changed or deleted meanwhile, and nothing is noted that was not read back.
        raise ButtonOld
    return Note(draft=draft, name=name, origin=origin)


def _name_in(message: Message, mark: NameMark, zone: ZoneInfo) -> str | None:
    if mark.named is not Named.IN_NOTE:
        return tidy(message.text)
    found = read_note(message.text or "", mark.language, message.date.astimezone(zone).date())
    return found.what if found else None


# From what is known to what is asked next.


async def go_on(context: BotContext, dossier: Dossier, note: Note, *, edit: Update | None) -> None:
    """Ask for what is missing, or read the whole note back."""
    screen = telling.named(context, dossier, _next_screen(context, dossier, note))
    missing = note.draft.missing
    if missing in (Missing.NAME, Missing.DAY, Missing.MINUTES):
        await expect(context, note, missing.value)
    else:
        await states.leave(context, states.NOTING)
    if edit is not None:
        context.edit(edit, screen)
    else:
        context.say(screen, reply_to=note.origin)


def _next_screen(context: BotContext, dossier: Dossier, note: Note) -> Said:
    speaker, seen = context.speaker, _seen(dossier, note)
    match note.draft.missing:
        case Missing.WHERE if dossier.book.bewijzen:
            return noting.which_place(speaker, seen, latest_first(dossier.book))
        case Missing.WHERE | Missing.KIND:
            return noting.which_kind(speaker, seen)
        case Missing.NAME:
            return noting.which_organisation(speaker, seen)
        case Missing.DAY:
            return noting.which_day(speaker, seen)
        case Missing.MINUTES:
            return noting.how_long(speaker, seen)
        case None:
            contract = dossier.newcomer.contract
            return noting.check(speaker, seen, that_day=_that_day(dossier, note.draft), contract=contract)


def _that_day(dossier: Dossier, draft: Draft) -> int:
    """Minutes of that day, with those of the note."""
    others = (a.minutes for a in dossier.book.attendances if a.is_alive and a.day == draft.day)
    return sum(others) + (draft.minutes or 0)


def _seen(dossier: Dossier, note: Note) -> Seen:
    draft = note.draft
    bewijs = _bewijs(dossier, draft.bewijs_id) if draft.bewijs_id else None
    place, kind = (bewijs.place, bewijs.kind) if bewijs else (note.name, draft.kind)
    return Seen(draft=draft, today=dossier.today, place=place, kind=kind)


def _bewijs(dossier: Dossier, bewijs_id: int) -> Bewijs:
    found = next((bewijs for bewijs in dossier.book.bewijzen if bewijs.id == bewijs_id), None)
    if found is None:
        raise HoursUnknown
    return found


async def expect(context: BotContext, note: Note, asks: str) -> None:
    """What is typed next fills this: a `Missing`, or "person"."""
    words = list(note.draft.words)
    await states.enter(context, states.NOTING, asks=asks, words=words, name=note.name, origin=note.origin)


# Noting.


async def _note_it(update: Update, context: BotContext, dossier: Dossier, note: Note) -> None:
    screen = update.effective_message
    assert screen is not None
    outbox, chat_id = context.turn.work.outbox, ChatId(context.account.chat_id)
    if await outbox.about(chat_id, screen.message_id) == DONE:
        context.toast(noting.saved_already(context.speaker))
        return
    try:
        after = await _claim(context, dossier, note)
    except NotedAlready as refusal:
        _show_before(update, context, dossier, note, refusal.attendance_id)
        return
    await states.leave(context, states.NOTING)
    await outbox.set_about(chat_id, screen.message_id, DONE)
    new = _new_in(after, dossier)
    await plan_asking(context.turn, after, new.bewijs_id)
    receipt = my_hours.receipt(context.speaker, after, new)
    context.edit(update, telling.named(context, dossier, receipt))


async def _claim(context: BotContext, dossier: Dossier, note: Note) -> Dossier:
    draft = note.draft
    assert draft.day is not None
    assert draft.minutes is not None
    if draft.bewijs_id is not None:
        bewijs = _bewijs(dossier, draft.bewijs_id)
        kind, organisation, contact = bewijs.kind, bewijs.organisation, bewijs.contact
    else:
        assert draft.kind is not None
        assert draft.name is not None
        is_person = draft.name.named is Named.PERSON
        kind = draft.kind
        organisation, contact = (None, note.name) if is_person else (note.name, None)
    return await context.services.hours.claim(
        dossier, kind, organisation=organisation, contact=contact, day=draft.day, minutes=draft.minutes
    )


def _new_in(after: Dossier, before: Dossier) -> Attendance:
    known = {attendance.id for attendance in before.book.attendances}
    return next(attendance for attendance in after.book.attendances if attendance.id not in known)


def _show_before(
    update: Update, context: BotContext, dossier: Dossier, note: Note, attendance_id: int
) -> None:
    before = next(a for a in dossier.book.attendances if a.id == attendance_id)
    place = dossier.book.bewijs(before.bewijs_id).place
    screen = noting.noted_before(context.speaker, _seen(dossier, note), before, place)
    context.edit(update, telling.named(context, dossier, screen))
