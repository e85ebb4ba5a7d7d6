"""The forms about a paper: hours and days by hand, a refusal with a remark, what the contact said."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.delivery.context import BotContext
from bot.domain.attendance import Attendance
from bot.domain.dossier import Dossier
from bot.domain.errors import ButtonOld
from bot.domain.paper import ContactAnswer
from bot.domain.paper_drafts import ContactAnswerDraft, PaperHoursDraft, PaperRefusalDraft
from bot.handlers import papers
from bot.handlers.begeleiders import forms, paper_card, paper_settling
from bot.handlers.begeleiders.accepting import read_stretch
from bot.handlers.begeleiders.attendances import read_past_day
from bot.handlers.begeleiders.contract import read_amount
from bot.texts import begeleider_paper_forms as texts
from bot.texts import begeleider_paper_news as news
from bot.texts.accepting import STRETCH_SIGN
from bot.texts.buttons import Press
from bot.texts.dossier_buttons import FormButtons
from bot.texts.message import Message

HOURS, REFUSAL, ANSWER = "paperhours", "paperno", "papercall"
"""The words of the forms, which `caseload.PRESSES` knows."""


# The hours and days to accept.


def _begin_hours(dossier: Dossier, button: Press) -> PaperHoursDraft:
    return PaperHoursDraft(paper_id=button.number(2))


def _missing_of_hours(_: Dossier, draft: PaperHoursDraft) -> str | None:
    return next((n for n in ("minutes", "first_day", "last_day") if getattr(draft, n) is None), None)


def _dates(dossier: Dossier, draft: PaperHoursDraft) -> Sequence[Attendance]:
    first, last = draft.first_day or dt.date.min, draft.last_day or dt.date.max
    mine = (one for one in dossier.book.open if one.bewijs_id == draft.bewijs_id)
    return [one for one in mine if first <= one.day <= last]


def _hours_screen(dossier: Dossier, draft: PaperHoursDraft, asks: str | None, form: FormButtons) -> Message:
    return texts.hours_form(dossier, draft, asks, form, _dates(dossier, draft))


def _fill_hours(_: Dossier, draft: PaperHoursDraft, name: str, value: object) -> PaperHoursDraft:
    if name == "days":
        first, last = str(value).split(STRETCH_SIGN)
        value = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
    if isinstance(value, tuple):
        return replace(draft, first_day=value[0], last_day=value[1])
    if name == "first_day":
        # A new first day asks for the last one again.
        return replace(draft.having(name, value), last_day=None)
    return draft.having(name, value)


async def _accept(context: BotContext, dossier: Dossier, draft: PaperHoursDraft) -> Message:
    dossier = await context.services.deciding.accept(
        dossier,
        draft.paper_id,
        minutes=draft.minutes,
        first_day=draft.first_day,
        last_day=draft.last_day,
        note=draft.note,
    )
    await paper_settling.tell_accepted(context, dossier, draft.paper_id)
    return await _done(context, dossier, draft.paper_id)


async def _done(context: BotContext, dossier: Dossier, paper_id: int) -> Message:
    """The card above shows what was decided; in place of the form stands that it is done."""
    card = await paper_card.shown(context, dossier, paper_id)
    await papers.refresh(context.turn, card.newcomer, card.paper)
    return news.done(card)


hours = forms.pressing(
    forms.FormKind(
        word=HOURS,
        draft=PaperHoursDraft,
        begin=_begin_hours,
        missing=_missing_of_hours,
        parts=frozenset({"minutes", "first_day", "last_day", "note"}),
        screen=_hours_screen,
        typed={
            "minutes": read_amount,
            "first_day": read_stretch,
            "last_day": read_past_day,
            "note": forms.a_note,
        },
        save=_accept,
        fill=_fill_hours,
    )
)


# Refusing with a remark.


async def _refuse(context: BotContext, dossier: Dossier, draft: PaperRefusalDraft) -> Message:
    if draft.why is None:
        raise ButtonOld
    await context.services.deciding.refuse(dossier, draft.paper_id, draft.why, note=draft.note)
    await paper_settling.tell_refused(context, dossier, draft.paper_id)
    return await _done(context, dossier, draft.paper_id)


refusal = forms.pressing(
    forms.FormKind(
        word=REFUSAL,
        draft=PaperRefusalDraft,
        begin=lambda dossier, button: PaperRefusalDraft(paper_id=button.number(2)),
        missing=lambda dossier, draft: "why" if draft.why is None else None,
        parts=frozenset({"why", "note"}),
        screen=texts.refusal_form,
        typed={"note": forms.a_note},
        save=_refuse,
    )
)


# What the contact said.


def _missing_of_answer(_: Dossier, draft: ContactAnswerDraft) -> str | None:
    if draft.answer is None:
        return "answer"
    return "minutes" if draft.answer is ContactAnswer.OTHER_HOURS and draft.minutes is None else None


async def _keep_answer(context: BotContext, dossier: Dossier, draft: ContactAnswerDraft) -> Message:
    if draft.answer is None:
        raise ButtonOld
    context.toast(news.answer_kept())
    if draft.refusal_id is not None:
        return await paper_settling.keep_refusal_answer(
            context, dossier, draft.refusal_id, draft.answer, minutes=draft.minutes, note=draft.note
        )
    if draft.paper_id is None:
        raise ButtonOld
    return await paper_settling.keep_answer(
        context, dossier, draft.paper_id, draft.answer, minutes=draft.minutes, note=draft.note
    )


answer = forms.pressing(
    forms.FormKind(
        word=ANSWER,
        draft=ContactAnswerDraft,
        begin=lambda dossier, button: ContactAnswerDraft(paper_id=button.number(2)),
        missing=_missing_of_answer,
        parts=frozenset({"answer", "minutes", "note"}),
        screen=texts.answer_form,
        typed={"minutes": read_amount, "note": forms.a_note},
        save=_keep_answer,
    )
)
