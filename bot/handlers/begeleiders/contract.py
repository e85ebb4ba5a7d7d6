"""Setting a contract and noting an extension: asked part by part, read back, decided with ✅."""

import datetime as dt
import re

from bot.delivery.context import BotContext
from bot.domain.amounts import read_minutes
from bot.domain.dates import Leans, read_day
from bot.domain.dossier import Dossier
from bot.domain.drafts import ContractDraft, ExtensionDraft
from bot.domain.errors import ButtonOld, ContractImpossible, ImpossibleBecause
from bot.handlers.begeleiders import dossier as dossiers
from bot.handlers.begeleiders import forms
from bot.handlers.begeleiders.news import tell_newcomer
from bot.handlers.own_data.consent import ask_reminders_if_due
from bot.texts import contract_page as texts
from bot.texts import term_news
from bot.texts.buttons import Press
from bot.texts.message import Message

_NONE = re.compile(r"^(?:0+(?:[.,:]0+)?|nul|geen)\s*(?:u|uur|uren)?\.?$")


def read_start(typed: str, today: dt.date) -> dt.date | None:
    """A first day: of days without a year the nearest, and of a month its first."""
    past, ahead = read_day(typed, today, leans=Leans.PAST), read_day(typed, today, leans=Leans.AHEAD)
    if past is None or ahead is None:
        return past or ahead
    is_same_month = (past.year, past.month) == (ahead.year, ahead.month)
    return past if is_same_month or today - past <= ahead - today else ahead.replace(day=past.day)


def read_last_day(typed: str, today: dt.date) -> dt.date | None:
    """A last day: ahead, and of a month its last."""
    return read_day(typed, today, leans=Leans.AHEAD)


def read_amount(typed: str, _: dt.date) -> int | None:
    """An amount of hours in whole minutes."""
    return read_minutes(typed)


def read_required(typed: str, today: dt.date) -> int | None:
    """The same for what a contract asks; 0 is read, so that it is said why it cannot be."""
    return 0 if _NONE.match(typed.strip().casefold()) else read_amount(typed, today)


def _missing(_: Dossier, draft: ContractDraft) -> str | None:
    found = (name for name in ("status", "starts_on", "last_day") if getattr(draft, name) is None)
    return next(found, None)


async def _set(context: BotContext, dossier: Dossier, draft: ContractDraft) -> Message:
    contract = draft.contract
    if contract is None:
        raise ButtonOld
    is_new = contract != dossier.newcomer.contract
    dossier = await context.services.contracts.set(dossier, contract)
    if is_new:
        await tell_newcomer(
            context, dossier, lambda speaker, name: term_news.contract_set(speaker, name, contract)
        )
        await ask_reminders_if_due(context.turn, dossier)
    context.toast(texts.contract_kept())
    return await dossiers.page(context, dossier)


def _begin_extension(dossier: Dossier, _: Press) -> ExtensionDraft:
    if dossier.newcomer.contract is None:
        raise ContractImpossible(ImpossibleBecause.NOT_LATER)
    return ExtensionDraft()


def _missing_of_extension(_: Dossier, draft: ExtensionDraft) -> str | None:
    return next((name for name in ("last_day", "why") if getattr(draft, name) is None), None)


async def _extend(context: BotContext, dossier: Dossier, draft: ExtensionDraft) -> Message:
    last_day, why = draft.last_day, draft.why
    if last_day is None or why is None:
        raise ButtonOld
    dossier = await context.services.contracts.extend(dossier, last_day, why, note=draft.note)
    await tell_newcomer(context, dossier, lambda speaker, name: term_news.extended(speaker, name, last_day))
    context.toast(texts.extended())
    return await dossiers.page(context, dossier)


contract = forms.pressing(
    forms.FormKind(
        word="contract",
        draft=ContractDraft,
        begin=lambda dossier, _: ContractDraft.of(dossier.newcomer.contract),
        missing=_missing,
        parts=frozenset({"status", "starts_on", "last_day", "required_minutes"}),
        screen=texts.contract_form,
        typed={"starts_on": read_start, "last_day": read_last_day, "required_minutes": read_required},
        save=_set,
    )
)
extend = forms.pressing(
    forms.FormKind(
        word="extend",
        draft=ExtensionDraft,
        begin=_begin_extension,
        missing=_missing_of_extension,
        parts=frozenset({"last_day", "why", "note"}),
        screen=texts.extension_form,
        typed={"last_day": read_last_day, "note": forms.a_note},
        save=_extend,
    )
)
