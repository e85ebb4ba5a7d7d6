"""Hours and bewijzen of one of their people: looking at dates, and deciding what a contact said of them."""

import datetime as dt
from collections.abc import Callable

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.attendance import Attendance, State
from bot.domain.dates import Leans, read_day
from bot.domain.dossier import Dossier
from bot.domain.drafts import DateDraft, RefusalDraft
from bot.domain.errors import ButtonOld, HoursUnknown
from bot.domain.hour_findings import findings_about
from bot.handlers.begeleiders import forms
from bot.handlers.begeleiders.contract import read_amount
from bot.handlers.begeleiders.news import tell_newcomer
from bot.texts import attendances as texts
from bot.texts import hour_forms, hours_news
from bot.texts.buttons import Press
from bot.texts.message import Message


def read_past_day(typed: str, today: dt.date) -> dt.date | None:
    """A day on which something was done."""
    return read_day(typed, today, leans=Leans.PAST)


async def show_all(update: Update, context: BotContext, button: Press) -> None:
    """Show the sums and each bewijs."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account)
    context.edit(update, texts.all_hours(dossier, button.number(2) if len(button.parts) > 2 else 0))


async def show_bewijs(update: Update, context: BotContext, button: Press) -> None:
    """Show one bewijs with its dates."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account)
    bewijs = next((b for b in dossier.book.bewijzen if b.id == button.number(2)), None)
    if bewijs is None:
        raise HoursUnknown
    context.edit(update, texts.bewijs_page(dossier, bewijs, button.number(3)))


async def show_date(update: Update, context: BotContext, button: Press) -> None:
    """Show one date."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account)
    context.edit(update, await date_page(context, dossier, attendance_of(dossier, button.number(2))))


def attendance_of(dossier: Dossier, attendance_id: int) -> Attendance:
    """The date with this id in this dossier.

    Raises:
        HoursUnknown: There is none.
    """
    found = next((a for a in dossier.book.attendances if a.id == attendance_id), None)
    if found is None:
        raise HoursUnknown
    return found


async def date_page(context: BotContext, dossier: Dossier, attendance: Attendance) -> Message:
    """One date as it is now, with who said what of it and how they were reached."""
    findings = findings_about(dossier.book, attendance, dossier.newcomer.contract, context.turn.now)
    work = context.services.work
    words = (await work.words.of([attendance.id])).get(attendance.id, ())
    contacts = await work.contact_people.many([word.contact_id for word in words if word.contact_id])
    known = [word for word in words if word.contact_id is None or word.contact_id in contacts]
    said = [
        texts.said_by(contacts[word.contact_id] if word.contact_id else None, word.minutes) for word in known
    ]
    is_open = attendance in dossier.book.open
    return texts.date_page(dossier, attendance, findings if is_open else (), said)


# What a tap decides.


async def confirm(update: Update, context: BotContext, button: Press) -> None:
    """The contact said by telephone that it is so."""
    dossier, attendance = await _opened(context, button)
    if attendance.state is not State.CONFIRMED:
        dossier = await context.services.hours.confirm(dossier, attendance.id)
        await _tell(context, dossier, attendance, hours_news.confirmed)
    context.toast(texts.confirmed())
    await _show(update, context, dossier, attendance)


async def recount(update: Update, context: BotContext, button: Press) -> None:
    """A refused date counts as noted again."""
    dossier, attendance = await _opened(context, button)
    dossier = await context.services.hours.undo_refusal(dossier, attendance.id)
    await _tell(context, dossier, attendance, hours_news.counts_again)
    context.toast(texts.counts_again())
    await _show(update, context, dossier, attendance)


async def withdraw(update: Update, context: BotContext, button: Press) -> None:
    """Take a claim away, as the newcomer could."""
    dossier, attendance = await _opened(context, button)
    dossier = await context.services.hours.withdraw(dossier, attendance.id)
    await _tell(context, dossier, attendance, hours_news.withdrawn)
    context.toast(texts.withdrawn())
    await _show(update, context, dossier, attendance)


async def _opened(context: BotContext, button: Press) -> tuple[Dossier, Attendance]:
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account, changes=True)
    return dossier, attendance_of(dossier, button.number(2))


async def _show(update: Update, context: BotContext, dossier: Dossier, attendance: Attendance) -> None:
    context.edit(update, await date_page(context, dossier, attendance_of(dossier, attendance.id)))


async def _tell(
    context: BotContext, dossier: Dossier, attendance: Attendance, say: Callable[..., Message]
) -> None:
    """Tell the newcomer about a date as it is now."""
    now = attendance_of(dossier, attendance.id)
    place = dossier.book.bewijs(now.bewijs_id).place
    await tell_newcomer(
        context,
        dossier,
        lambda speaker, name: say(speaker, name, dossier, day=now.day, minutes=now.minutes, place=place),
    )


# Another amount, another day, a refusal.


def _about_date(dossier: Dossier, button: Press) -> DateDraft:
    return DateDraft(attendance_id=attendance_of(dossier, button.number(2)).id)


async def _confirm_amount(context: BotContext, dossier: Dossier, draft: DateDraft) -> Message:
    before = attendance_of(dossier, draft.attendance_id)
    dossier = await context.services.hours.confirm(dossier, before.id, minutes=draft.minutes)
    attendance = attendance_of(dossier, before.id)
    if attendance != before:
        await _tell(context, dossier, attendance, hours_news.confirmed)
    return await date_page(context, dossier, attendance)


def _to_correct(dossier: Dossier, button: Press) -> DateDraft:
    attendance = attendance_of(dossier, button.number(2))
    return DateDraft(attendance_id=attendance.id, day=attendance.day, minutes=attendance.minutes)


async def _correct(context: BotContext, dossier: Dossier, draft: DateDraft) -> Message:
    before = attendance_of(dossier, draft.attendance_id)
    if (before.day, before.minutes) != (draft.day, draft.minutes):
        dossier = await context.services.hours.change_claim(
            dossier, draft.attendance_id, day=draft.day, minutes=draft.minutes
        )
        await _tell(context, dossier, before, hours_news.noted)
    return await date_page(context, dossier, attendance_of(dossier, draft.attendance_id))


async def _refuse(context: BotContext, dossier: Dossier, draft: RefusalDraft) -> Message:
    why = draft.why
    if why is None:
        raise ButtonOld
    dossier = await context.services.hours.refuse(dossier, draft.attendance_id, why, note=draft.note)
    attendance = attendance_of(dossier, draft.attendance_id)
    place = dossier.book.bewijs(attendance.bewijs_id).place
    await tell_newcomer(
        context,
        dossier,
        lambda speaker, name: hours_news.refused(
            speaker,
            name,
            dossier,
            day=attendance.day,
            minutes=attendance.minutes,
            place=place,
            why=why,
            note=draft.note,
        ),
    )
    context.toast(texts.refused())
    return await date_page(context, dossier, attendance)


amount = forms.pressing(
    forms.FormKind(
        word="amount",
        draft=DateDraft,
        begin=_about_date,
        missing=lambda _, draft: "minutes" if draft.minutes is None else None,
        parts=frozenset({"minutes"}),
        screen=lambda dossier, draft, asks, form: hour_forms.amount_form(
            dossier, attendance_of(dossier, draft.attendance_id), form
        ),
        typed={"minutes": read_amount},
        save=_confirm_amount,
        is_saved_at_once=True,
    )
)
correct = forms.pressing(
    forms.FormKind(
        word="correct",
        draft=DateDraft,
        begin=_to_correct,
        missing=lambda _, draft: None,
        parts=frozenset({"day", "minutes"}),
        screen=lambda dossier, draft, asks, form: hour_forms.correction_form(
            dossier, attendance_of(dossier, draft.attendance_id), draft, asks, form
        ),
        typed={"day": read_past_day, "minutes": read_amount},
        save=_correct,
    )
)
refuse = forms.pressing(
    forms.FormKind(
        word="refuse",
        draft=RefusalDraft,
        begin=lambda dossier, button: RefusalDraft(attendance_id=attendance_of(dossier, button.number(2)).id),
        missing=lambda _, draft: "why" if draft.why is None else None,
        parts=frozenset({"why", "note"}),
        screen=lambda dossier, draft, asks, form: hour_forms.refusal_form(
            dossier, attendance_of(dossier, draft.attendance_id), draft, asks, form
        ),
        typed={"note": forms.a_note},
        save=_refuse,
    )
)
