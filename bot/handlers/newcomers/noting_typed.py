"""What is typed in the middle of noting or changing hours.

The facts of the conversation: `asks`, and `words` (the draft), `name` and `origin` (see `Note`); or what
`claims` asks of a claim.
"""

from dataclasses import replace
from typing import Any

from telegram import Message

from bot.delivery.context import BotContext
from bot.domain import noted
from bot.domain.errors import SayWho
from bot.handlers import states
from bot.handlers.newcomers import claims, noting, telling, typed_hours
from bot.handlers.newcomers.noting import Note
from bot.services.hour_claims import tidy
from bot.texts import note_draft as drafts
from bot.texts import noting as texts
from bot.texts.note_draft import Draft, Missing, Named

LONGEST_NAME = 80
FEWEST_WORDS_OF_A_QUESTION, MOST_WORDS_OF_A_NAME = 4, 7
_NAMES = (noting.PERSON, Missing.NAME)


async def take(context: BotContext, message: Message, facts: dict[str, Any]) -> bool:
    """Take what was typed for a note or a claim; False when it is something else.

    Raises:
        SayWho, DossierClosed, HoursRefused: It cannot be taken.
    """
    if not message.text:
        return False
    asks = facts["asks"]
    if typed_hours.whole_note(context, message) is not None:
        return False
    if "newcomer" in facts and telling.is_somebody_else(context, facts["newcomer"]):
        # Their claim is not for whoever speaks by now.
        await states.leave(context, states.NOTING)
        return False
    if "claim" in facts:
        is_taken = await claims.take_typed(context, message, asks, facts["claim"], facts["page"])
    else:
        is_taken = await _fill(context, message, facts)
    return is_taken or await _say_not_understood(context, message, asks)


async def _fill(context: BotContext, message: Message, facts: dict[str, Any]) -> bool:
    draft = drafts.read_draft(facts["words"])
    note = Note(draft=draft, name=facts["name"], origin=facts["origin"])
    match facts["asks"]:
        case Missing.DAY:
            day = typed_hours.typed_day(context, message)
            filled = None if day is None else replace(note, draft=replace(draft, day=day))
        case Missing.MINUTES:
            minutes = typed_hours.typed_minutes(context, message)
            filled = None if minutes is None else replace(note, draft=replace(draft, minutes=minutes))
        case asks:
            filled = _named(context, message, draft, asks)
    if filled is None:
        return False
    dossier = await context.services.dossiers.own(context.account, changes=True)
    if draft.newcomer_id != dossier.id:
        raise SayWho
    await noting.go_on(context, dossier, filled, edit=None)
    return True


def _named(context: BotContext, message: Message, draft: Draft, asks: str) -> Note | None:
    """The note with the place that was typed; None when it cannot be a name."""
    name = tidy(message.text) or ""
    if not 0 < len(name) <= LONGEST_NAME or _is_question(context, message, asks):
        return None
    how = Named.PERSON if asks == noting.PERSON else Named.ORGANISATION
    mark = drafts.mark(how, context.account.language, name)
    # The message is the place's name from now on, and no question.
    named_draft = replace(draft, name=mark, is_from_text=False)
    return Note(draft=named_draft, name=name, origin=message.message_id)


async def _say_not_understood(context: BotContext, message: Message, asks: str) -> bool:
    """Ask again kindly; False for what is a question, which is answered as usual."""
    if _is_question(context, message, asks):
        await states.leave(context, states.NOTING)
        return False
    speaker = context.speaker
    if asks in _NAMES:
        context.say(texts.name_too_long(speaker))
    elif asks in (Missing.DAY, claims.DAY):
        context.say(texts.not_understood_day(speaker))
    else:
        context.say(texts.not_understood_amount(speaker))
    return True


def _is_question(context: BotContext, message: Message, asks: str) -> bool:
    """What is short may be a name, whatever the matcher reads in it; longer, it must ask as well."""
    words = len((message.text or "").split())
    if asks in _NAMES and words < FEWEST_WORDS_OF_A_QUESTION:
        return typed_hours.has_question_mark(message)
    if asks in _NAMES and words <= MOST_WORDS_OF_A_NAME and not _has_word_that_asks(context, message):
        return False
    return typed_hours.is_something_else(context, message)


def _has_word_that_asks(context: BotContext, message: Message) -> bool:
    return noted.asks(message.text or "", typed_hours.language_of(context))
