"""What is known about a paper without asking: what its form was made for, and what the newcomer noted."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import fields, replace
from enum import StrEnum

from bot.domain.attendance import State
from bot.domain.form import FormFacts
from bot.domain.hours import Bewijs, Book
from bot.domain.ids import NewcomerId
from bot.domain.paper import Paper, Said
from bot.domain.possible import Stretch
from bot.domain.signature import Signature, SignedRow


class Missing(StrEnum):
    """What the newcomer must still say before a paper can be handed in."""

    KIND = "kind"
    PLACE = "place"
    """The organisation, or the contact where there is none."""
    MINUTES = "minutes"


def said_by_forms(forms: Collection[FormFacts], newcomer_id: NewcomerId, book: Book) -> Said:
    """What a paper's forms say, as far as all of them were made for this newcomer.

    Args:
        forms: What each of its sheets was made for.
        newcomer_id: Who hands it in.
        book: All of their hours.

    Returns:
        The hours and days that were printed; where none were, those that the newcomer noted there.
    """
    bewijs = next((b for b in book.bewijzen if b.id in {one.bewijs_id for one in forms}), None)
    if bewijs is None or any(one.newcomer_id != newcomer_id for one in forms):
        return Said()
    said = Said(kind=bewijs.kind, organisation=bewijs.organisation, contact=bewijs.contact)
    stretch = _printed(forms) or noted_in(book, bewijs)
    return said if stretch is None else replace(said, **stretch._asdict())


def _printed(forms: Collection[FormFacts]) -> Stretch | None:
    first = [one.first_day for one in forms if one.first_day is not None]
    last = [one.last_day for one in forms if one.last_day is not None]
    minutes = sum(one.minutes or 0 for one in forms)
    return Stretch(min(first), max(last), minutes) if first and last and minutes else None


def noted_in(book: Book, bewijs: Bewijs) -> Stretch | None:
    """What is noted for a bewijs and was not accepted yet; None for nothing."""
    dates = [date for date in book.open if date.bewijs_id == bewijs.id]
    if not dates:
        return None
    return Stretch(dates[0].day, dates[-1].day, sum(date.minutes for date in dates))


def completed(said: Said, by: Said) -> Said:
    """What was said, and where nothing was, what is known otherwise."""
    known = {field.name: getattr(by, field.name) for field in fields(Said)}
    return replace(said, **{name: known[name] for name in known if getattr(said, name) is None})


def missing_in(said: Said) -> Missing | None:
    """What must still be said before a paper can be handed in, one thing at a time."""
    if said.kind is None:
        return Missing.KIND
    if not said.organisation and not said.contact:
        return Missing.PLACE
    return Missing.MINUTES if said.minutes is None else None


def proposed(paper: Paper, book: Book, today: dt.date, signature: Signature | None = None) -> Stretch | None:
    """The minutes and days that a begeleider would accept; None while one of them is not known.

    Args:
        paper: Handed in.
        book: All hours of the newcomer; days that nobody wrote down are those that were noted there.
        today: No day after it is proposed.
        signature: Of a digital bewijs, which knows its days one by one.
    """
    if signature is not None:
        return stretch_of(open_rows(signature, book, paper), paper.contact_minutes)
    said = paper.said
    bewijs = next((one for one in book.bewijzen if one.id == paper.bewijs_id), None)
    noted = noted_in(book, bewijs) if bewijs else None
    minutes = paper.contact_minutes or said.minutes
    first = said.first_day or said.last_day or (noted.first_day if noted else None)
    last = said.last_day or said.first_day or (noted.last_day if noted else None)
    if minutes is None or first is None or last is None:
        return None
    return Stretch(min(first, today), min(last, today), minutes)


def open_rows(signature: Signature, book: Book, paper: Paper) -> tuple[SignedRow, ...]:
    """The rows of a digital bewijs that can be accepted: confirmed, and in no other acceptance.

    Args:
        signature: What was signed.
        book: All hours of the newcomer.
        paper: The digital bewijs; what was accepted of it does not stand in its own way.

    Returns:
        The rows with the minutes as they stand now, after the begeleider perhaps called; oldest first.
        One whose date moved to another day since was not signed for.
    """
    others = replace(book, acceptances=tuple(a for a in book.acceptances if a.id != paper.acceptance_id))
    dates = {(date.id, date.day): date for date in others.open if date.state is State.CONFIRMED}
    return tuple(
        replace(row, minutes=dates[row.attendance_id, row.day].minutes)
        for row in signature.rows
        if (row.attendance_id, row.day) in dates
    )


def stretch_of(rows: Sequence[SignedRow], minutes: int | None = None) -> Stretch | None:
    """From the first to the last of some rows; None for none.

    Args:
        rows: Oldest first.
        minutes: What counts instead of their total.
    """
    if not rows:
        return None
    return Stretch(rows[0].day, rows[-1].day, minutes or sum(row.minutes for row in rows))
