"""Noting hours for one of their people: in one typed line, or step by step, and read back."""

import datetime as dt
from dataclasses import replace

from bot.delivery.context import BotContext
from bot.domain.dossier import Dossier
from bot.domain.drafts import ClaimDraft
from bot.domain.errors import ButtonOld
from bot.domain.languages import SOURCE_LANGUAGE
from bot.domain.note_places import named
from bot.domain.noted import Noted, read_note
from bot.handlers.begeleiders import forms
from bot.handlers.begeleiders.attendances import read_past_day
from bot.handlers.begeleiders.bewijs_parts import PARTS, fill_part, missing_part, read_name
from bot.handlers.begeleiders.contract import read_amount
from bot.handlers.begeleiders.news import tell_newcomer
from bot.handlers.later.contact_asking import plan_asking
from bot.services.hour_claims import known_bewijs, tidy
from bot.texts import attendances as texts
from bot.texts import hour_forms, hours_news
from bot.texts.message import Message


def _missing(dossier: Dossier, draft: ClaimDraft) -> str | None:
    if draft == ClaimDraft():
        return "line"
    parts = (name for name in ("day", "minutes") if getattr(draft, name) is None)
    return missing_part(dossier, draft) or next(parts, None)


def _read_line(typed: str, today: dt.date) -> Noted | None:
    found = read_note(typed, SOURCE_LANGUAGE, today)
    return found if found and (found.day or found.minutes or found.what) else None


def _fill(dossier: Dossier, draft: ClaimDraft, name: str, value: object) -> ClaimDraft:
    if not isinstance(value, Noted):
        return fill_part(dossier, draft, name, value)
    draft = ClaimDraft(day=value.day, minutes=value.minutes)
    places = named(dossier.book, value.what)
    if len(places) == 1:
        return fill_part(dossier, draft, "bewijs_id", places[0].id)
    return replace(draft, organisation=tidy(value.what))


async def _claim(context: BotContext, dossier: Dossier, draft: ClaimDraft) -> Message:
    kind, day, minutes = draft.kind, draft.day, draft.minutes
    if kind is None or day is None or minutes is None:
        raise ButtonOld
    dossier = await context.services.hours.claim(
        dossier, kind, organisation=draft.organisation, contact=draft.contact, day=day, minutes=minutes
    )
    place = draft.organisation or draft.contact or ""
    await tell_newcomer(
        context,
        dossier,
        lambda speaker, name: hours_news.noted(speaker, name, dossier, day=day, minutes=minutes, place=place),
    )
    context.toast(texts.noted())
    noted = known_bewijs(dossier, kind, draft.organisation, draft.contact)
    if noted is not None:
        await plan_asking(context.turn, dossier, noted)
    return bewijs_screen(dossier, draft)


def bewijs_screen(dossier: Dossier, draft: ClaimDraft) -> Message:
    """The bewijs that the hours went to."""
    assert draft.kind is not None
    bewijs_id = known_bewijs(dossier, draft.kind, draft.organisation, draft.contact)
    assert bewijs_id is not None
    return texts.bewijs_page(dossier, dossier.book.bewijs(bewijs_id), 0)


note = forms.pressing(
    forms.FormKind(
        word="note",
        draft=ClaimDraft,
        begin=lambda dossier, _: ClaimDraft(),
        missing=_missing,
        parts=PARTS | {"day", "minutes"},
        screen=hour_forms.note_form,
        fill=_fill,
        typed={
            "line": _read_line,
            "organisation": read_name,
            "contact": read_name,
            "day": read_past_day,
            "minutes": read_amount,
        },
        save=_claim,
    )
)
