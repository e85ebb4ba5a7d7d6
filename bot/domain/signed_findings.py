"""What to look at in a digital bewijs: its days are known one by one, and a known contact signed it."""

from collections.abc import Iterator, Mapping

from bot.domain.attendance import State
from bot.domain.bewijs_key import bewijs_key
from bot.domain.contract import Contract
from bot.domain.folding import is_same_name
from bot.domain.hour_findings import PLAUSIBLE_MINUTES_A_DAY
from bot.domain.hours import Book
from bot.domain.paper import Found, Paper, PaperFinding
from bot.domain.signature import Signature


def about_rows(paper: Paper, signature: Signature, book: Book, contract: Contract | None) -> Iterator[Found]:
    """Lay its rows beside the hours as they stand now.

    Args:
        paper: The digital bewijs.
        signature: What was signed.
        book: All hours of the newcomer.
        contract: The newcomer's; None while it is not set.
    """
    rows = signature.rows
    if contract is not None and not all(contract.holds(row.day) for row in rows):
        yield Found(finding=PaperFinding.OUTSIDE_TERM)
    if _are_accepted(paper, signature, book):
        yield Found(finding=PaperFinding.ACCEPTED_BEFORE)
    dates = {date.id: date for date in book.attendances if date.state is State.CONFIRMED}
    known = [dates.get(row.attendance_id) for row in rows]
    if any(date is not None and (date.contacts_differ or date.objected_at is not None) for date in known):
        yield Found(finding=PaperFinding.DISPUTED)
    standing = [0 if date is None else date.minutes for date in known]
    if standing != [row.minutes for row in rows]:
        yield Found(finding=PaperFinding.HOURS_DIFFER, minutes=sum(standing))
    if any(row.minutes > PLAUSIBLE_MINUTES_A_DAY for row in rows):
        yield Found(finding=PaperFinding.MANY_HOURS_A_DAY)


def _are_accepted(paper: Paper, signature: Signature, book: Book) -> bool:
    """Does an acceptance other than its own hold one of its days?"""
    if paper.bewijs_id is None or not signature.rows:
        return False
    days = tuple(row.day for row in signature.rows)
    others = book.overlapping(paper.bewijs_id, min(days), max(days), days)
    return any(acceptance.id != paper.acceptance_id for acceptance in others)


def about_signer(signature: Signature, known_as: str | None, contacts: Mapping[str, bool]) -> Iterator[Found]:
    """Did somebody else sign than the contact whom the bot knows (`bewijs-contactpersoon`)?

    Args:
        signature: With the name that was signed.
        known_as: The contact's name; None once they were erased.
        contacts: The contacts that the bewijs names, by key, and whether the begeleider says they belong.
    """
    name = signature.contact
    is_named = contacts.get(bewijs_key(None, name), False)
    if known_as and not is_named and not is_same_name(known_as, name):
        yield Found(finding=PaperFinding.OTHER_CONTACT, name=name)
