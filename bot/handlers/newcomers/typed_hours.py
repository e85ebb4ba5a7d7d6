"""Days, amounts and whole notes as newcomers type them, in the language they write."""

import datetime as dt
import re

from telegram import Message

from bot.delivery.context import BotContext
from bot.domain.amounts import read_minutes
from bot.domain.dates import Leans, read_day
from bot.domain.errors import HoursImpossible
from bot.domain.folding import fold
from bot.domain.languages import UNDERSTOOD
from bot.domain.noted import Noted, looks_like_note, looks_like_several, read_note
from bot.domain.possible import check_amount
from bot.domain.understanding import Outcome

_NOTHING = re.compile(r"0+([.,:]0+)?(\s|$)")
_QUESTION_MARKS = ("?", "؟", "፧")


def language_of(context: BotContext) -> str:
    """The language somebody wrote just now, as far as it is known; the one they chose otherwise."""
    read = context.understanding.language if context.understanding else None
    return read if read in UNDERSTOOD else context.account.language


def whole_note(context: BotContext, message: Message) -> Noted | None:
    """The note that a message surely is; None for anything else."""
    text, today, language = message.text or "", context.services.dossiers.today, language_of(context)
    return read_note(text, language, today) if looks_like_note(text, language, today) else None


def are_several_notes(context: BotContext, message: Message) -> bool:
    """Does a message tell of several days at once, of which none can be noted for sure?"""
    text, today = message.text or "", context.services.dossiers.today
    return looks_like_several(text, language_of(context), today) and not is_something_else(context, message)


def typed_day(context: BotContext, message: Message) -> dt.date | None:
    """The day that was typed; None when it is no day.

    Raises:
        DayInFuture, DayTooLongAgo: It is one on which nothing can be noted.
    """
    text, today = message.text or "", context.services.dossiers.today
    day = read_day(text, today, leans=Leans.PAST)
    if day is None and (note := read_note(text, language_of(context), today)) is not None:
        day = note.day
    if day is not None:
        check_amount(day, 1, today)
    return day


def typed_minutes(context: BotContext, message: Message) -> int | None:
    """The amount that was typed, in minutes; None when it is none.

    Raises:
        HoursImpossible, TooManyHoursThatDay: It is nothing, or more than a day holds.
    """
    text, today = message.text or "", context.services.dossiers.today
    if _NOTHING.match(fold(text)):
        raise HoursImpossible
    minutes = read_minutes(text)
    if minutes is None and (note := read_note(text, language_of(context), today)) is not None:
        minutes = note.minutes
    if minutes is not None:
        check_amount(today, minutes, today)
    return minutes


def is_something_else(context: BotContext, message: Message) -> bool:
    """Did somebody ask a question instead of filling in what was asked?"""
    understanding = context.understanding
    is_sure = understanding is not None and understanding.outcome in (Outcome.ANSWER, Outcome.ACTION)
    return is_sure or has_question_mark(message)


def has_question_mark(message: Message) -> bool:
    """Is it written as a question?"""
    return any(mark in (message.text or "") for mark in _QUESTION_MARKS)
