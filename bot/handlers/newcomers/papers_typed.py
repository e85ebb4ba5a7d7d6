"""What is typed about a paper: a name, an amount of hours, the number of a form.

The facts of the conversation: `types` (a `Types`), `newcomer`, `paper` and `passed` (as `At`).
"""

from dataclasses import replace
from typing import Any

from telegram import Message

from bot.delivery.context import BotContext
from bot.domain.amounts import read_minutes
from bot.domain.errors import FormUnknown
from bot.domain.form_number import typed_number
from bot.domain.ids import NewcomerId, PaperId
from bot.domain.noted import read_note
from bot.domain.paper import Paper, PaperState
from bot.handlers import states
from bot.handlers.newcomers import telling, typed_hours
from bot.handlers.newcomers.papers_next import Desk, Types, expect, next_screen
from bot.services.hour_claims import tidy
from bot.texts import noting, paper_ask
from bot.texts.message import Message as Said
from bot.texts.paper_buttons import At, Gate

LONGEST_NAME = 80
MOST_MINUTES = 300 * 60
MOST_WORDS_OF_A_NAME = 7
_NAMES = (Types.ORGANISATION, Types.PERSON, Types.CONTACT)


async def take(context: BotContext, message: Message, facts: dict[str, Any]) -> bool:
    """Take what was typed about a paper; False when it is something else.

    Raises:
        DossierClosed, HoursRefused: It cannot be taken.
    """
    types = Types(facts["types"])
    if types is Types.PHOTO or not message.text:
        return False
    if telling.is_somebody_else(context, facts["newcomer"]) or _is_question(context, message, types):
        await states.leave(context, states.PAPER)
        return False
    await telling.speak_as(context, NewcomerId(facts["newcomer"]))
    dossier = await context.services.dossiers.own(context.account, changes=True)
    paper = await context.services.papers.mine(dossier, facts["paper"])
    if paper.state is not PaperState.ASKING:
        await states.leave(context, states.PAPER)
        return False
    at = At(newcomer_id=dossier.id, paper_id=PaperId(paper.id), passed=Gate(facts["passed"]))
    desk = Desk(turn=context.turn, account=context.account, dossier=dossier)
    filled = await _fill(context, desk, paper, types, message.text)
    if isinstance(filled, Said):
        context.say(filled, reply_to=message.message_id)
        return True
    asked = await next_screen(desk, filled, at)
    await expect(desk, at, asked.types, is_pressed=True)
    context.say(telling.named(context, dossier, asked.screen), reply_to=message.message_id)
    return True


def _is_question(context: BotContext, message: Message, types: Types) -> bool:
    """A few words are a name, whatever the matcher reads in them."""
    words = len((message.text or "").split())
    if types in _NAMES and words <= MOST_WORDS_OF_A_NAME:
        return typed_hours.has_question_mark(message)
    return typed_hours.is_something_else(context, message)


async def _fill(context: BotContext, desk: Desk, paper: Paper, types: Types, typed: str) -> Paper | Said:
    """The paper with what was typed; or what to say when it cannot be understood."""
    if types is Types.NUMBER:
        return await _number(context, desk, paper, typed)
    if types is Types.MINUTES:
        return await _minutes(context, desk, paper, typed)
    name = tidy(typed) or ""
    if not 0 < len(name) <= LONGEST_NAME:
        return noting.name_too_long(desk.speaker)
    if types is Types.ORGANISATION:
        said = replace(paper.said, organisation=name)
    else:
        organisation = None if types is Types.PERSON else paper.said.organisation
        said = replace(paper.said, organisation=organisation, contact=name)
    return await context.services.papers.say(desk.dossier, paper.id, said)


async def _minutes(context: BotContext, desk: Desk, paper: Paper, typed: str) -> Paper | Said:
    minutes = read_minutes(typed)
    if minutes is None:
        note = read_note(typed, typed_hours.language_of(context), desk.dossier.today)
        minutes = note.minutes if note else None
    if minutes is None:
        return noting.not_understood_amount(desk.speaker)
    if minutes > MOST_MINUTES:
        return paper_ask.amount_too_large(desk.speaker)
    said = replace(paper.said, minutes=minutes)
    return await context.services.papers.say(desk.dossier, paper.id, said)


async def _number(context: BotContext, desk: Desk, paper: Paper, typed: str) -> Paper | Said:
    number = typed_number(typed)
    try:
        if number is None:
            raise FormUnknown
        return await context.services.papers.type_form(desk.dossier, paper.id, number)
    except FormUnknown:
        return paper_ask.number_wrong(desk.speaker)
