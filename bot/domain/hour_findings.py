"""What a begeleider should look at before they decide about a date (`bewijs-wie-controleert`)."""

import datetime as dt
from enum import StrEnum

from bot.domain.attendance import Attendance, Source, State
from bot.domain.contract import Contract
from bot.domain.hours import Book

PLAUSIBLE_MINUTES_A_DAY = 12 * 60


class Finding(StrEnum):
    """A named reason for a begeleider to look closer at hours."""

    OUTSIDE_TERM = "outside_term"
    MANY_HOURS_A_DAY = "many_hours_a_day"
    WAITS_LONG = "waits_long"
    DENIED = "denied"
    """The contact says that the newcomer was not there."""
    CONTACTS_DIFFER = "contacts_differ"
    OBJECTED = "objected"
    """The newcomer says that the contact's word is not right."""
    PRINTED_CODE = "printed_code"
    """Claimed with a code on paper, which can be passed on; the contact did not confirm it yet."""


WAITS_LONG_DAYS = 21


def findings_about(
    book: Book, attendance: Attendance, contract: Contract | None, now: dt.datetime
) -> set[Finding]:
    """Name every reason to look closer at a date; the begeleider decides (`bewijs-wie-controleert`).

    Args:
        book: All hours of the newcomer.
        attendance: The date.
        contract: The newcomer's; None while it is not set.
        now: This moment (UTC).
    """
    that_day = sum(noted.minutes for noted in book.noted_on(attendance.day))
    waits = attendance in book.open and (now - attendance.claimed_at).days >= WAITS_LONG_DAYS
    findings = {
        Finding.OUTSIDE_TERM: contract is not None and not contract.holds(attendance.day),
        Finding.MANY_HOURS_A_DAY: that_day > PLAUSIBLE_MINUTES_A_DAY,
        Finding.WAITS_LONG: waits,
        Finding.DENIED: attendance.is_denied,
        Finding.CONTACTS_DIFFER: attendance.contacts_differ,
        Finding.OBJECTED: attendance.objected_at is not None,
        Finding.PRINTED_CODE: attendance.source is Source.PRINTED and attendance.state is State.CLAIMED,
    }
    return {finding for finding, is_found in findings.items() if is_found}
