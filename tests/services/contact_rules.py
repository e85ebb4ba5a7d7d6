"""What always holds of dates that contacts said something of, whatever was done with them."""

from collections import Counter
from collections.abc import Mapping, Sequence

from bot.domain.attendance import Attendance, State
from bot.domain.contact_words import Word, settle
from bot.domain.history import Event, Who, retell
from bot.domain.hours import Book
from bot.domain.ids import AttendanceId, NewcomerId
from bot.storage.work import SqlWork
from tests.services.paper_rules import check_papers


async def check_dates(work: SqlWork, newcomer_id: NewcomerId) -> None:
    """Every rule for one newcomer: hours once, states as they were said, a history that tells all."""
    book, events = await work.hours.book(newcomer_id), list(await work.history.of(newcomer_id))
    words = await work.words.of([date.id for date in book.attendances])

    assert retell(events).sums == book.sums
    _check_once(book)
    for date in book.attendances:
        _check_state(date, words.get(date.id, ()))
    _check_history(words, events)
    await _check_signed(work, newcomer_id, book)
    await check_papers(work, [newcomer_id], sent=None)


def _check_once(book: Book) -> None:
    """No day of a bewijs counts twice: not by two dates, nor in two digital bewijzen, nor by both."""
    alive = Counter((date.bewijs_id, date.day) for date in book.attendances if date.is_alive)
    digital = [one for one in book.acceptances if one.counts and one.days is not None]
    days = Counter((one.bewijs_id, day) for one in digital for day in one.days or ())
    covered = sum(date.minutes for date in book.attendances if date.is_alive and book.is_covered(date))
    waiting = sum(date.minutes for date in book.open)

    assert max(alive.values(), default=1) == 1
    assert max(days.values(), default=1) == 1
    assert book.sums.claimed + book.sums.confirmed == waiting
    assert waiting + covered == sum(date.minutes for date in book.attendances if date.is_alive)


def _check_state(date: Attendance, words: Sequence[Word]) -> None:
    """What was said, in whatever order, gives what stands there; unless it was refused or taken back."""
    assert words or date.claimed_minutes is not None
    settled = settle(words, date.claimed_minutes)
    if date.state is State.REFUSED or (date.state, settled.state) == (State.WITHDRAWN, State.CLAIMED):
        return
    if date.state is State.WITHDRAWN and settled.state is not State.WITHDRAWN:
        # A begeleider took back what was confirmed.
        return
    stands = (date.state, date.minutes, date.is_denied, date.contacts_differ)
    assert stands == (settled.state, settled.minutes, settled.is_denied, settled.contacts_differ)
    assert settle(list(reversed(words)), date.claimed_minutes) == settled


def _check_history(words: Mapping[AttendanceId, Sequence[Word]], events: Sequence[Event]) -> None:
    said = {(event.by.id, event.facts.get("attendance")) for event in events if event.by.who is Who.CONTACT}
    theirs = {
        (word.contact_id, date_id) for date_id, of_it in words.items() for word in of_it if word.contact_id
    }
    assert theirs <= said
    assert all("reached" in event.facts or "refusal" in event.facts or "paper" in event.facts
               for event in events if event.by.who is Who.CONTACT)  # fmt: skip


async def _check_signed(work: SqlWork, newcomer_id: NewcomerId, book: Book) -> None:
    """What counts of a digital bewijs was signed.

    One that was refused, signed anew and waits again after all shares its dates with the newer one; whichever
    is accepted first holds them (`_check_once`).
    """
    accepted = {paper.id: paper.acceptance_id for paper in await work.papers.of(newcomer_id)}
    acceptances = {acceptance.id: acceptance for acceptance in book.acceptances}
    for signature in await work.signatures.of([newcomer_id]):
        acceptance_id = accepted[signature.paper_id]
        if acceptance_id is not None:
            days = acceptances[acceptance_id].days
            assert days
            assert set(days) <= {row.day for row in signature.rows}
