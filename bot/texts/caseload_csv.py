"""The hours and dates of a begeleider's people, as rows to retype in the Kruispuntbank Inburgering.

A row for each person with the totals, and below it one for each bewijs; the first column tells them apart,
so that a spreadsheet can filter and never adds the same hours up twice.
"""

import datetime as dt
from collections.abc import Sequence

from bot.domain.hours import Bewijs, Book, Sums
from bot.domain.people import Newcomer
from bot.texts.bewijs_names import in_dutch
from bot.texts.dossier_page import STATUS
from bot.texts.dutch import dutch_plain

Cell = str | float | dt.date | None
HEADER = (
    "regel",
    "referentie",
    "voornaam",
    "statuut",
    "begin",
    "laatste dag",
    "gevraagde uren",
    "aanvaarde uren",
    "bevestigde uren",
    "genoteerde uren",
    "soort aanbod",
    "organisatie",
    "contactpersoon",
    "eerste dag",
    "laatste dag met uren",
    "afgesloten op",
)


def rows(people: Sequence[tuple[Newcomer, Book]]) -> list[tuple[Cell, ...]]:
    """Everybody's rows.

    Args:
        people: Each person with all their hours, in the order of the list.
    """
    found: list[tuple[Cell, ...]] = []
    for newcomer, book in people:
        found.append(_person(newcomer, book))
        found += [_bewijs(newcomer, book, bewijs) for bewijs in book.bewijzen if _days(book, bewijs)]
    return found


def _person(newcomer: Newcomer, book: Book) -> tuple[Cell, ...]:
    contract = newcomer.contract
    return (
        dutch_plain("persoon"),
        newcomer.reference,
        newcomer.name,
        STATUS[contract.status] if contract else None,
        contract.starts_on if contract else None,
        contract.last_day if contract else None,
        _hours(contract.required_minutes) if contract else None,
        *_sums(book.sums),
        *(None,) * 5,
        newcomer.closed_on,
    )


def _bewijs(newcomer: Newcomer, book: Book, bewijs: Bewijs) -> tuple[Cell, ...]:
    days = _days(book, bewijs)
    return (
        dutch_plain("bewijs"),
        newcomer.reference,
        newcomer.name,
        *(None,) * 4,
        *_sums(book.sums_of(bewijs.id)),
        in_dutch(bewijs.kind),
        bewijs.organisation,
        bewijs.contact,
        min(days),
        max(days),
        None,
    )


def _sums(sums: Sums) -> tuple[Cell, ...]:
    return _hours(sums.accepted), _hours(sums.confirmed), _hours(sums.claimed)


def _hours(minutes: int) -> float:
    return round(minutes / 60, 2)


def _days(book: Book, bewijs: Bewijs) -> list[dt.date]:
    accepted = book.acceptances_of(bewijs.id)
    waiting = [attendance.day for attendance in book.open if attendance.bewijs_id == bewijs.id]
    return [*waiting, *(day for one in accepted for day in (one.first_day, one.last_day))]
