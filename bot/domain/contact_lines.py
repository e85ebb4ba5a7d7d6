"""A date as a contact sees it: where it stands, and whether their word can still change it."""

import datetime as dt
from collections.abc import Sequence

from bot.domain.attendance import Attendance, State
from bot.domain.contact import CORRECT_DAYS, Line, LineState
from bot.domain.contact_words import Word, settle
from bot.domain.hours import Book
from bot.domain.ids import ContactId


def line_for(
    contact_id: ContactId,
    name: str,
    book: Book,
    attendance: Attendance,
    *,
    words: Sequence[Word],
    now: dt.datetime,
) -> Line | None:
    """A date for one contact.

    Args:
        contact_id: Who looks.
        name: The newcomer's.
        book: All hours of the newcomer.
        attendance: The date.
        words: What was said of it.
        now: This moment (UTC).

    Returns:
        None for a date that was taken back, unless by this contact's own word.
    """
    own = word_of(contact_id, words)
    state = _state(book, attendance, words)
    if state is None or (attendance.state is State.WITHDRAWN and own is None):
        return None
    bewijs = book.bewijs(attendance.bewijs_id)
    return Line(
        attendance_id=attendance.id,
        bewijs_id=bewijs.id,
        newcomer_id=bewijs.newcomer_id,
        name=name,
        kind=bewijs.kind,
        day=attendance.day,
        minutes=attendance.minutes,
        state=state,
        is_own=own is not None,
        may_correct=state is not LineState.SETTLED and not is_too_late(own, now),
        is_objected=attendance.objected_at is not None,
    )


def word_of(contact_id: ContactId, words: Sequence[Word]) -> Word | None:
    """What this contact said."""
    return next((word for word in words if word.contact_id == contact_id), None)


def is_too_late(own: Word | None, now: dt.datetime) -> bool:
    """Is a contact's own word so old that they cannot put it right any more?"""
    return own is not None and now >= own.first_at + dt.timedelta(days=CORRECT_DAYS)


def _state(book: Book, attendance: Attendance, words: Sequence[Word]) -> LineState | None:
    if attendance.state is State.WITHDRAWN:
        return LineState.DENIED if _is_taken_back_by_contact(attendance, words) else None
    if _is_decided(book, attendance, words):
        return LineState.SETTLED
    if attendance.is_denied:
        return LineState.DENIED
    return LineState.CONFIRMED if attendance.state is State.CONFIRMED else LineState.ASKED


def _is_taken_back_by_contact(attendance: Attendance, words: Sequence[Word]) -> bool:
    return bool(words) and settle(words, attendance.claimed_minutes).state is State.WITHDRAWN


def _is_decided(book: Book, attendance: Attendance, words: Sequence[Word]) -> bool:
    """Did the begeleider say what holds? What is confirmed without anybody's word, they confirmed."""
    is_theirs = any(word.contact_id is None for word in words)
    is_confirmed_by_them = attendance.state is State.CONFIRMED and not words
    is_refused = attendance.state is State.REFUSED
    return is_theirs or is_confirmed_by_them or is_refused or book.is_covered(attendance)
