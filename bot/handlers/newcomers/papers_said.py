"""What a newcomer says about a paper by taps: putting it right, sending it, taking it back."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from telegram import Update

from bot.delivery.context import BotContext
from bot.domain.errors import ButtonOld, HoursUnknown, PaperIncomplete, PaperSettled
from bot.domain.offer_kind import OfferKind
from bot.domain.paper import Paper, PaperState
from bot.handlers import papers as cards
from bot.handlers.newcomers import papers_forms
from bot.handlers.newcomers.papers_desk import ask, desk_of, go_on, show
from bot.handlers.newcomers.papers_next import (
    Asked,
    Desk,
    Types,
    bewijs_at,
    bewijs_of,
    contacts,
    expect,
    how_many,
    which_activity,
)
from bot.handlers.pressed import PressHandler
from bot.texts import paper_ask, papers
from bot.texts.buttons import Press
from bot.texts.paper_buttons import At, Gate, read_at, read_where, value_in

LONGEST_PAPER = 1000 * 60
"""More minutes no button carries."""


async def _opened(context: BotContext, button: Press) -> tuple[Desk, Paper, At]:
    desk = await desk_of(context, button, changes=True)
    at = read_at(button)
    return desk, await context.services.papers.mine(desk.dossier, at.paper_id), at


async def _next(update: Update, context: BotContext, button: Press) -> None:
    """Go on, past what the button says."""
    desk, paper, at = await _opened(context, button)
    await go_on(update, context, desk, paper, at)


# Asking for what is not right.


async def _where(update: Update, context: BotContext, button: Press) -> None:
    desk, _, at = await _opened(context, button)
    await ask(update, context, desk, at, Asked(await which_activity(desk, at)))


async def _kinds(update: Update, context: BotContext, button: Press) -> None:
    desk, _, at = await _opened(context, button)
    await ask(update, context, desk, at, Asked(paper_ask.which_kind(desk.speaker, at)))


async def _person(update: Update, context: BotContext, button: Press) -> None:
    desk, _, at = await _opened(context, button)
    screen = paper_ask.which_contact(desk.speaker, at, (), is_needed=True)
    await ask(update, context, desk, at, Asked(screen, Types.PERSON))


async def _who(update: Update, context: BotContext, button: Press) -> None:
    desk, paper, at = await _opened(context, button)
    is_needed = paper.said.organisation is None
    screen = paper_ask.which_contact(desk.speaker, at, contacts(desk, paper), is_needed=is_needed)
    await ask(update, context, desk, at, Asked(screen, Types.PERSON if is_needed else Types.CONTACT))


async def _hours(update: Update, context: BotContext, button: Press) -> None:
    desk, paper, at = await _opened(context, button)
    await ask(update, context, desk, at, how_many(desk, paper, at))


async def _sign(update: Update, context: BotContext, button: Press) -> None:
    """Something about the signature is not right."""
    desk, paper, at = await _opened(context, button)
    if paper.signed is False:
        await ask(update, context, desk, at, Asked(paper_ask.is_it_signed(desk.speaker, at)))
    else:
        await _unsigned(update, context, button)


async def _unsigned(update: Update, context: BotContext, button: Press) -> None:
    """It is not signed yet; the next photograph is of the same paper."""
    desk, _, at = await _opened(context, button)
    await ask(update, context, desk, at, Asked(paper_ask.not_signed_yet(desk.speaker, at), Types.PHOTO))


async def _number(update: Update, context: BotContext, button: Press) -> None:
    desk, _, at = await _opened(context, button)
    await ask(update, context, desk, at, Asked(paper_ask.which_number(desk.speaker, at), Types.NUMBER))


async def _refuses(update: Update, context: BotContext, button: Press) -> None:
    """The contact does not want to sign this paper."""
    desk, paper, at = await _opened(context, button)
    await expect(desk, at, None, is_pressed=True)
    bewijs = bewijs_of(desk.dossier, paper)
    if bewijs is None:
        await papers_forms.ask_who_does_not_sign(update, context, desk)
    else:
        await papers_forms.tell_no_signature(update, context, desk, bewijs.id)


# Putting it right.


async def _say(update: Update, context: BotContext, button: Press, **changes: Any) -> None:
    desk, paper, at = await _opened(context, button)
    if paper.state is PaperState.ASKING:
        said = replace(paper.said, **changes)
        paper = await context.services.papers.say(desk.dossier, paper.id, said)
    await go_on(update, context, desk, paper, at)


async def _at(update: Update, context: BotContext, button: Press) -> None:
    """It belongs to this activity."""
    desk, _, _ = await _opened(context, button)
    bewijs_id = await bewijs_at(desk, read_where(value_in(button)))
    dossier = await context.services.dossiers.again(desk.dossier)
    found = next((one for one in dossier.book.bewijzen if one.id == bewijs_id), None)
    if found is None:
        raise HoursUnknown
    place = {"organisation": found.organisation, "contact": found.contact}
    await _say(update, context, button, kind=found.kind, **place)


async def _kind(update: Update, context: BotContext, button: Press) -> None:
    """It is another activity, of this kind; its place is asked next."""
    kind = button.one_of(4, OfferKind)
    await _say(update, context, button, kind=kind, organisation=None, contact=None)


async def _contact(update: Update, context: BotContext, button: Press) -> None:
    """This contact signed it."""
    desk, paper, _ = await _opened(context, button)
    where = read_where(value_in(button))
    chosen = next((one for one in contacts(desk, paper) if one.where == where), None)
    if chosen is None:
        raise ButtonOld
    await _say(update, context, button, contact=chosen.name)


async def _nobody(update: Update, context: BotContext, button: Press) -> None:
    """The newcomer does not know who signed."""
    await _say(update, context, button, contact=None)


async def _minutes(update: Update, context: BotContext, button: Press) -> None:
    await _say(update, context, button, minutes=min(button.number(4), LONGEST_PAPER))


# Sending, and taking back.


async def _send(update: Update, context: BotContext, button: Press) -> None:
    """Hand it in: the begeleider gets it, the newcomer a receipt."""
    desk, paper, at = await _opened(context, button)
    services = context.services
    if paper.state is PaperState.HANDED_IN:
        context.toast(papers.sent_already(desk.speaker))
        return
    is_new_kind = await services.papers.starts_new_kind(desk.dossier, paper)
    try:
        paper = await services.papers.hand_in(desk.dossier, paper.id, anyway=Gate.TROUBLE in at.passed)
    except (PaperIncomplete, PaperSettled):
        await go_on(update, context, desk, paper, at)
        return
    await expect(desk, at, None, is_pressed=True)
    await cards.bring(context.turn, desk.dossier.newcomer, paper)
    reader = await services.readers.for_newcomer(desk.dossier.id)
    is_there = reader is not None and not reader.is_team
    screen = papers.receipt(
        desk.speaker,
        At(newcomer_id=desk.dossier.id, paper_id=paper.id),
        paper,
        begeleider=reader.name if reader is not None and is_there else None,
        answer_by=services.readers.answer_by(reader) if reader is not None and is_there else None,
        is_new_kind=is_new_kind,
    )
    await show(update, context, desk, screen)


async def _take_back(update: Update, context: BotContext, button: Press) -> None:
    """Stop, or take back what nobody decided about yet."""
    desk, paper, at = await _opened(context, button)
    await expect(desk, at, None, is_pressed=True)
    try:
        after = await context.services.papers.take_back(desk.dossier, paper.id)
    except PaperSettled:
        await show(update, context, desk, papers.not_any_more(desk.speaker, desk.dossier.id))
        return
    if paper.state is PaperState.HANDED_IN:
        await cards.refresh(context.turn, desk.dossier.newcomer, after)
    await show(update, context, desk, papers.taken_back(desk.speaker, desk.dossier.id))


PRESSES: Mapping[str, PressHandler] = {
    "next": _next,
    "where": _where,
    "at": _at,
    "kinds": _kinds,
    "kind": _kind,
    "person": _person,
    "who": _who,
    "contact": _contact,
    "nobody": _nobody,
    "hours": _hours,
    "min": _minutes,
    "sign": _sign,
    "unsigned": _unsigned,
    "refuses": _refuses,
    "number": _number,
    "send": _send,
    "back": _take_back,
    "drop": _take_back,
}
