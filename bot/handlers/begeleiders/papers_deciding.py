"""Deciding about a paper: accept, accept fewer hours, refuse, undo; whose contact it is."""

import datetime as dt

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.acceptance import Acceptance
from bot.domain.dossier import Dossier
from bot.domain.errors import ButtonOld
from bot.domain.paper import PaperFinding, PaperRefusedBecause, findings_in
from bot.domain.paper_drafts import PaperHoursDraft, PaperRefusalDraft
from bot.domain.possible import Stretch
from bot.handlers.begeleiders import forms, paper_card, paper_forms, paper_settling
from bot.handlers.newcomers import paper_news
from bot.texts import begeleider_paper_news as news
from bot.texts import begeleider_paper_screens as screens
from bot.texts import dutch_hours
from bot.texts.begeleider_papers import PaperCard
from bot.texts.buttons import Press

_LESS_BY = (60, 120)
_HALF_HOUR = 30
_MOST_AMOUNTS = 6


# Accepting.


async def accept(update: Update, context: BotContext, button: Press) -> None:
    """Accept what the button says; hours over the same days that count already are shown first."""
    await _accept(update, context, button, asks_first=True)


async def accept_besides(update: Update, context: BotContext, button: Press) -> None:
    """The same, once the begeleider said that these are other hours."""
    await _accept(update, context, button, asks_first=False)


async def _accept(update: Update, context: BotContext, button: Press, *, asks_first: bool) -> None:
    dossier, paper = await paper_card.guided(context, button, changes=True)
    stretch = _stretch(button)
    card = await paper_card.shown(context, dossier, paper.id)
    if asks_first and PaperFinding.ACCEPTED_BEFORE in findings_in(card.found):
        before = [_told(one) for one in _counted(dossier, card, stretch)]
        context.edit(update, screens.counted_before(card, before, stretch.minutes))
        return
    dossier = await context.services.deciding.accept(
        dossier, paper.id, minutes=stretch.minutes, first_day=stretch.first_day, last_day=stretch.last_day
    )
    await paper_settling.tell_accepted(context, dossier, paper.id)
    await paper_card.redraw(update, context, dossier, paper.id)


def _stretch(button: Press) -> Stretch:
    """Part 3 are the minutes, 4 and 5 the days."""
    try:
        first, last = (dt.date.fromisoformat(button.word(place)) for place in (4, 5))
    except ValueError:
        raise ButtonOld from None
    return Stretch(first, last, button.number(3))


def _counted(dossier: Dossier, card: PaperCard, stretch: Stretch) -> tuple[Acceptance, ...]:
    if card.bewijs is None:
        return ()
    return dossier.book.overlapping(card.bewijs.id, stretch.first_day, stretch.last_day)


def _told(one: Acceptance) -> str:
    return f"{dutch_hours.hours(one.minutes)}, {dutch_hours.stretch(one.first_day, one.last_day)}"


async def fewer(update: Update, context: BotContext, button: Press) -> None:
    """Which amounts are likely: what others said, an hour less, half of it."""
    dossier, paper = await paper_card.guided(context, button, changes=True)
    card = await paper_card.shown(context, dossier, paper.id)
    minutes = card.proposed.minutes if card.proposed else paper.said.minutes
    context.edit(update, screens.fewer(card, _amounts(minutes or 0, card)))


def _amounts(minutes: int, card: PaperCard) -> list[int]:
    half = minutes // 2 // _HALF_HOUR * _HALF_HOUR
    heard = [*(one.minutes for one in card.found), card.paper.contact_minutes]
    found = [*heard, *(minutes - less for less in _LESS_BY), half]
    likely = dict.fromkeys(one for one in found if one is not None and 0 < one < minutes)
    return sorted(list(likely)[:_MOST_AMOUNTS], reverse=True)


async def ask_hours(update: Update, context: BotContext, button: Press) -> None:
    """Fill in the hours and days by hand; what is known is there already."""
    dossier, paper = await paper_card.guided(context, button, changes=True)
    card = await paper_card.shown(context, dossier, paper.id)
    minutes = button.number(3) if len(button.parts) > 3 else None
    first, last = paper.said.first_day, paper.said.last_day
    if card.proposed is not None:
        first, last = card.proposed.first_day, card.proposed.last_day
    draft = PaperHoursDraft(
        paper_id=paper.id, bewijs_id=paper.bewijs_id, minutes=minutes, first_day=first, last_day=last
    )
    await forms.open_form(update, context, paper_forms.HOURS, dossier, draft)


# Refusing.


async def refuse(update: Update, context: BotContext, button: Press) -> None:
    """Refuse it, once a reason is tapped."""
    dossier, paper = await paper_card.guided(context, button, changes=True)
    if len(button.parts) <= 3:
        context.edit(update, screens.why_refuse(await paper_card.shown(context, dossier, paper.id)))
        return
    await context.services.deciding.refuse(dossier, paper.id, button.one_of(3, PaperRefusedBecause))
    await paper_settling.tell_refused(context, dossier, paper.id)
    await paper_card.redraw(update, context, dossier, paper.id)


async def refuse_with_note(update: Update, context: BotContext, button: Press) -> None:
    """The same with a remark that begeleiders read."""
    dossier, paper = await paper_card.guided(context, button, changes=True)
    draft = PaperRefusalDraft(paper_id=paper.id)
    await forms.open_form(update, context, paper_forms.REFUSAL, dossier, draft)


# Undoing.


async def undo(update: Update, context: BotContext, button: Press) -> None:
    """Take a decision back, asked twice; the paper waits again."""
    dossier, paper = await paper_card.guided(context, button, changes=True)
    if not paper.is_decided:
        context.toast(news.settled())
    elif not paper.may_undo(context.turn.now):
        context.toast(news.undo_too_late(), is_alert=True)
    elif len(button.parts) <= 3:
        context.edit(update, screens.confirm_undo(await paper_card.shown(context, dossier, paper.id)))
        return
    else:
        paper = await context.services.deciding.undo(dossier, paper.id)
        dossier = await context.services.dossiers.again(dossier)
        await paper_news.tell_undone(context.turn, dossier, paper)
        context.toast(news.undone(dossier.newcomer, is_told=await paper_card.is_told(context, dossier)))
    await paper_card.redraw(update, context, dossier, paper.id)


# Another contact of the same organisation (`bewijs-combineren`).


async def belongs(update: Update, context: BotContext, button: Press) -> None:
    """The contact is named on the bewijs."""
    dossier, paper = await paper_card.guided(context, button, changes=True)
    await context.services.deciding.belongs(dossier, paper.id)
    context.toast(news.belongs())
    await paper_card.redraw(update, context, dossier, paper.id)


async def own_bewijs(update: Update, context: BotContext, button: Press) -> None:
    """The hours of this contact add up apart."""
    dossier, paper = await paper_card.guided(context, button, changes=True)
    await context.services.deciding.own_bewijs(dossier, paper.id)
    context.toast(news.own_bewijs())
    await paper_card.redraw(update, context, dossier, paper.id)
