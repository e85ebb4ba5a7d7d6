"""Entering a signed paper bewijs, and putting accepted hours right or undoing them."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.acceptance import Acceptance
from bot.domain.attendance import Attendance
from bot.domain.dossier import Dossier
from bot.domain.drafts import AcceptanceDraft
from bot.domain.errors import ButtonOld, HoursUnknown
from bot.domain.ids import BewijsId
from bot.handlers.begeleiders import forms
from bot.handlers.begeleiders.attendances import read_past_day
from bot.handlers.begeleiders.bewijs_parts import PARTS, fill_part, missing_part, read_name
from bot.handlers.begeleiders.contract import read_amount
from bot.handlers.begeleiders.news import tell_newcomer
from bot.services.hour_claims import known_bewijs
from bot.texts import accepting as texts
from bot.texts import attendances, hours_news
from bot.texts.buttons import Press
from bot.texts.dossier_buttons import FormButtons
from bot.texts.message import Message

_UNTIL = re.compile(r"\s*(?:–|—|\bt/m\b|\btot en met\b|\btot\b|\s-\s)\s*")
Stretch = tuple[dt.date, dt.date]


def _begin(dossier: Dossier, button: Press) -> AcceptanceDraft:
    if len(button.parts) == 2:
        return AcceptanceDraft()
    before = _acceptance(dossier, button.number(2))
    bewijs = dossier.book.bewijs(before.bewijs_id)
    return AcceptanceDraft(
        kind=bewijs.kind,
        organisation=bewijs.organisation,
        contact=bewijs.contact,
        minutes=before.minutes,
        first_day=before.first_day,
        last_day=before.last_day,
        acceptance_id=before.id,
    )


def _acceptance(dossier: Dossier, acceptance_id: int) -> Acceptance:
    found = next((a for a in dossier.book.acceptances if a.id == acceptance_id and a.counts), None)
    if found is None:
        raise HoursUnknown
    return found


def _missing(dossier: Dossier, draft: AcceptanceDraft) -> str | None:
    parts = (name for name in ("minutes", "first_day", "last_day") if getattr(draft, name) is None)
    missing = missing_part(dossier, draft) or next(parts, None)
    if missing is None and draft.acceptance_id is None and not draft.is_other:
        return "overlap" if _overlapping(dossier, draft) else None
    return missing


def _bewijs_id(dossier: Dossier, draft: AcceptanceDraft) -> BewijsId | None:
    if draft.kind is None:
        return None
    return known_bewijs(dossier, draft.kind, draft.organisation, draft.contact)


def _overlapping(dossier: Dossier, draft: AcceptanceDraft) -> Sequence[Acceptance]:
    bewijs_id = _bewijs_id(dossier, draft)
    if bewijs_id is None or draft.first_day is None or draft.last_day is None:
        return ()
    return dossier.book.overlapping(bewijs_id, draft.first_day, draft.last_day)


def _dates(dossier: Dossier, draft: AcceptanceDraft) -> Sequence[Attendance]:
    """The noted dates that the paper covers; before its days are known, all open ones of its bewijs."""
    bewijs_id = _bewijs_id(dossier, draft)
    mine = [a for a in dossier.book.attendances if a.bewijs_id == bewijs_id and a.is_alive]
    before = next((a for a in dossier.book.acceptances if a.id == draft.acceptance_id), None)
    free = [a for a in mine if a in dossier.book.open or (before is not None and before.holds(a.day))]
    first, last = draft.first_day or dt.date.min, draft.last_day or dt.date.max
    return sorted((a for a in free if first <= a.day <= last), key=lambda a: a.day)


def _screen(dossier: Dossier, draft: AcceptanceDraft, asks: str | None, form: FormButtons) -> Message:
    dates, overlapping = _dates(dossier, draft), _overlapping(dossier, draft)
    problem = draft.problem(dossier.book, _bewijs_id(dossier, draft), dossier.today)
    return texts.paper_form(dossier, draft, asks, form, dates=dates, overlapping=overlapping, problem=problem)


def read_stretch(typed: str, today: dt.date) -> dt.date | Stretch | None:
    """A first day, or a first and a last day: "1/9", "1/9 tot 31/10"."""
    found = _UNTIL.split(typed.strip())
    days = [day for part in found if (day := read_past_day(part, today)) is not None]
    if len(days) != len(found):
        return read_past_day(typed, today)
    return (days[0], days[1]) if len(days) == 2 else days[0] if len(days) == 1 else None


def _fill(dossier: Dossier, draft: AcceptanceDraft, name: str, value: object) -> AcceptanceDraft:
    if name in PARTS:
        # Another bewijs is no correction of the same paper.
        return replace(fill_part(dossier, draft, name, value), acceptance_id=None, is_other=None)
    if name == "acceptance_id":
        return replace(draft, acceptance_id=_acceptance(dossier, int(str(value))).id)
    if name == "days":
        first, last = str(value).split(texts.STRETCH_SIGN)
        value = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    if name == "first_day" and not isinstance(value, tuple):
        # A new first day asks for the last one again.
        return replace(draft.having(name, value), last_day=None, is_other=None)
    if isinstance(value, tuple):
        return replace(draft, first_day=value[0], last_day=value[1], is_other=None)
    return draft.having(name, value)


async def _save(context: BotContext, dossier: Dossier, draft: AcceptanceDraft) -> Message:
    if draft.acceptance_id is not None:
        dossier = await _change(context, dossier, draft, _acceptance(dossier, draft.acceptance_id))
    else:
        dossier = await _accept(context, dossier, draft)
    context.toast(texts.accepted())
    bewijs_id = _bewijs_id(dossier, draft)
    assert bewijs_id is not None
    return attendances.bewijs_page(dossier, dossier.book.bewijs(bewijs_id), 0)


async def _accept(context: BotContext, dossier: Dossier, draft: AcceptanceDraft) -> Dossier:
    kind, minutes, first_day, last_day = draft.kind, draft.minutes, draft.first_day, draft.last_day
    if kind is None or minutes is None or first_day is None or last_day is None:
        raise ButtonOld
    dossier = await context.services.hours.accept(
        dossier,
        kind,
        organisation=draft.organisation,
        contact=draft.contact,
        minutes=minutes,
        first_day=first_day,
        last_day=last_day,
        note=draft.note,
    )
    place = draft.organisation or draft.contact or ""
    await tell_newcomer(
        context,
        dossier,
        lambda speaker, name: hours_news.accepted(speaker, name, dossier, minutes=minutes, place=place),
    )
    return dossier


async def _change(
    context: BotContext, dossier: Dossier, draft: AcceptanceDraft, before: Acceptance
) -> Dossier:
    minutes = draft.minutes
    if minutes is None:
        raise ButtonOld
    dossier = await context.services.hours.change_acceptance(
        dossier,
        before.id,
        minutes=minutes,
        first_day=draft.first_day,
        last_day=draft.last_day,
        note=draft.note,
    )
    if _acceptance(dossier, before.id) == before:
        return dossier
    place = dossier.book.bewijs(before.bewijs_id).place
    await tell_newcomer(
        context,
        dossier,
        lambda speaker, name: hours_news.accepted_changed(
            speaker, name, dossier, before=before.minutes, minutes=minutes, place=place
        ),
    )
    return dossier


accept = forms.pressing(
    forms.FormKind(
        word="accept",
        draft=AcceptanceDraft,
        begin=_begin,
        missing=_missing,
        parts=PARTS | {"minutes", "first_day", "last_day", "note"},
        screen=_screen,
        fill=_fill,
        typed={
            "organisation": read_name,
            "contact": read_name,
            "minutes": read_amount,
            "first_day": read_stretch,
            "last_day": read_past_day,
            "note": forms.a_note,
        },
        save=_save,
    )
)


# What was accepted.


async def show(update: Update, context: BotContext, button: Press) -> None:
    """Show accepted hours with the dates that count in them."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account)
    acceptance = _acceptance(dossier, button.number(2))
    covered = [
        attendance
        for attendance in dossier.book.attendances_of(acceptance.bewijs_id)
        if attendance.is_alive and acceptance.holds(attendance.day)
    ]
    context.edit(update, texts.acceptance_page(dossier, acceptance, covered))


async def undo(update: Update, context: BotContext, button: Press) -> None:
    """Take an acceptance back, asked twice; the dates it held wait again."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account, changes=True)
    acceptance = _acceptance(dossier, button.number(2))
    if len(button.parts) == 3:
        context.edit(update, texts.confirm_undoing(dossier, acceptance))
        return
    dossier = await context.services.hours.undo_acceptance(dossier, acceptance.id)
    bewijs = dossier.book.bewijs(acceptance.bewijs_id)
    await tell_newcomer(
        context,
        dossier,
        lambda speaker, name: hours_news.acceptance_undone(
            speaker, name, dossier, minutes=acceptance.minutes, place=bewijs.place
        ),
    )
    context.toast(texts.undone())
    context.edit(update, attendances.bewijs_page(dossier, bewijs, 0))
