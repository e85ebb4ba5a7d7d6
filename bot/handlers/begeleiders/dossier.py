"""A person's page and what belongs to the person: name, reference, language, closing, the history."""

import datetime as dt
from collections.abc import Callable

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.contract import ClosedBecause
from bot.domain.dossier import Dossier
from bot.domain.drafts import WordDraft
from bot.domain.errors import ButtonOld
from bot.domain.ids import BegeleiderId
from bot.domain.languages import SPOKEN
from bot.domain.need import findings_of
from bot.domain.paper import PaperState
from bot.handlers import screens
from bot.handlers.begeleiders import forms
from bot.services.dossiers import only_owner
from bot.services.invites import NAME_LENGTH
from bot.texts import dossier_page as texts
from bot.texts import history as history_texts
from bot.texts import identity
from bot.texts.buttons import Press
from bot.texts.dossier_page import PersonPage
from bot.texts.message import Message


async def show(update: Update, context: BotContext, button: Press) -> None:
    """Show a person's page in place of the pressed screen."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account)
    await screens.show(update, context, await page(context, dossier))


async def page(context: BotContext, dossier: Dossier) -> Message:
    """A person's page as it is now."""
    findings = findings_of(dossier.book, dossier.newcomer.contract, context.turn.now)
    replaces, replaced_by = await _leave(context, dossier.newcomer.begeleider_id)
    handed_in = await context.services.deciding.of(dossier)
    chosen = [going.participation for going in await context.services.participations.of(dossier)]
    return texts.person_page(
        PersonPage(
            dossier=dossier,
            phones=len(await context.services.phones.reachable(dossier.id)),
            findings=findings,
            questions=await context.services.caseload.open_questions(dossier.id),
            replaces=replaces,
            replaced_by=replaced_by,
            chosen=len(chosen),
            waiting=sum(one.waits_for_begeleider for one in chosen),
            papers=sum(one.state is PaperState.HANDED_IN for one in handed_in),
            unchecked=len(await context.services.contact_care.unchecked(dossier)),
        )
    )


async def _leave(context: BotContext, owner: BegeleiderId) -> tuple[str | None, tuple[str, dt.date] | None]:
    """Whom the reader stands in for, or who stands in for the reader today."""
    caseload = context.services.caseload
    if owner != context.account.begeleider_id:
        return (await caseload.names([owner])).get(owner, ""), None
    return None, await replaced_by(context, owner)


async def replaced_by(context: BotContext, owner: BegeleiderId) -> tuple[str, dt.date] | None:
    """Who stands in for a begeleider today, and until when."""
    caseload = context.services.caseload
    today = caseload.today
    ahead = await context.services.work.stand_ins.of(owner, on_or_after=today)
    now = next((stand_in for stand_in in ahead if stand_in.holds(today)), None)
    if now is None:
        return None
    names = await caseload.names([now.colleague_id])
    return names.get(now.colleague_id, ""), now.last_day


# Closing.


async def close(update: Update, context: BotContext, button: Press) -> None:
    """Close a dossier, once a reason is tapped."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account, changes=True)
    if len(button.parts) == 2:
        context.edit(update, texts.why_close(dossier.newcomer))
        return
    dossier = await context.services.contracts.close(dossier, button.one_of(2, ClosedBecause))
    context.toast(texts.closed())
    context.edit(update, await page(context, dossier))


async def reopen(update: Update, context: BotContext, button: Press) -> None:
    """Open a closed dossier again."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account)
    dossier = await context.services.contracts.reopen(dossier)
    context.toast(texts.reopened())
    context.edit(update, await page(context, dossier))


# Name, reference and language.


async def edit(update: Update, context: BotContext, button: Press) -> None:
    """Show what is known of somebody, to be changed."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account)
    context.edit(update, identity.details(dossier.newcomer))


async def language(update: Update, context: BotContext, button: Press) -> None:
    """Choose what somebody reads."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account, changes=True)
    only_owner(dossier)
    if len(button.parts) == 2:
        context.edit(update, identity.languages(dossier.newcomer))
        return
    if button.word(2) not in SPOKEN:
        raise ButtonOld
    dossier = await context.services.caseload.identify(dossier, language=button.word(2))
    context.toast(identity.kept())
    context.edit(update, identity.details(dossier.newcomer))


async def _rename(context: BotContext, dossier: Dossier, draft: WordDraft) -> Message:
    dossier = await context.services.caseload.identify(dossier, name=draft.word)
    return identity.details(dossier.newcomer)


async def _refer(context: BotContext, dossier: Dossier, draft: WordDraft) -> Message:
    reference = None if draft.word == identity.NO_REFERENCE else draft.word
    dossier = await context.services.caseload.identify(dossier, reference=reference)
    return identity.details(dossier.newcomer)


def _begin_word(dossier: Dossier, _: Press) -> WordDraft:
    only_owner(dossier)
    return WordDraft()


def _word(longest: int) -> Callable[[str, dt.date], str | None]:
    def read(typed: str, _: dt.date) -> str | None:
        line = typed.strip()
        return line if 0 < len(line) <= longest and "\n" not in line else None

    return read


def _missing_word(_: Dossier, draft: WordDraft) -> str | None:
    return "word" if draft.word is None else None


rename = forms.pressing(
    forms.FormKind(
        word="rename",
        draft=WordDraft,
        begin=_begin_word,
        missing=_missing_word,
        parts=frozenset({"word"}),
        screen=lambda dossier, draft, asks, form: identity.ask_name(dossier.newcomer),
        typed={"word": _word(NAME_LENGTH)},
        save=_rename,
        is_saved_at_once=True,
    )
)
reference = forms.pressing(
    forms.FormKind(
        word="reference",
        draft=WordDraft,
        begin=_begin_word,
        missing=_missing_word,
        parts=frozenset({"word"}),
        screen=lambda dossier, draft, asks, form: identity.ask_reference(dossier.newcomer, form),
        typed={"word": _word(identity.REFERENCE_LENGTH)},
        save=_refer,
        is_saved_at_once=True,
    )
)


# The history.


async def history(update: Update, context: BotContext, button: Press) -> None:
    """Show who changed what, when and why, the newest first."""
    dossier = await context.services.dossiers.guided(button.number(1), by=context.account)
    events = await context.services.work.history.of(dossier.id)
    names = await context.services.caseload.names_in(events)
    zone = context.services.surroundings.zone
    titles = await context.services.announcing.titles_in(events)
    screen = history_texts.history(dossier, events, names, button.number(2), zone, titles=titles)
    context.edit(update, screen)
