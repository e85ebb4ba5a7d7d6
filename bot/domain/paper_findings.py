"""What a begeleider should look at before they decide about a paper (`bewijs-wie-controleert`)."""

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.domain.attendance import Attendance, State
from bot.domain.bewijs_key import bewijs_key
from bot.domain.contract import Contract
from bot.domain.form import FormFacts
from bot.domain.form_number import FormNumber
from bot.domain.hour_findings import PLAUSIBLE_MINUTES_A_DAY
from bot.domain.hours import Bewijs, Book
from bot.domain.ids import BegeleiderId, NewcomerId, PaperId
from bot.domain.likeness import same_look
from bot.domain.offer_kind import OfferKind
from bot.domain.page_check import PageCheck
from bot.domain.paper import Found, Paper, PaperFinding
from bot.domain.signature import Signature
from bot.domain.signed_findings import about_rows, about_signer

_BY_WEIGHT = (
    PaperFinding.SOMEBODY_ELSES_FORM,
    PaperFinding.SAME_FORM,
    PaperFinding.UNKNOWN_FORM,
    PaperFinding.SAME_PICTURE,
    PaperFinding.ACCEPTED_BEFORE,
    PaperFinding.NO_SIGNATURE,
    PaperFinding.DISPUTED,
    PaperFinding.HOURS_DIFFER,
    PaperFinding.OUTSIDE_TERM,
    PaperFinding.OTHER_KIND,
    PaperFinding.OTHER_CONTACT,
    PaperFinding.LOOKS_ALIKE,
    PaperFinding.MORE_THAN_NOTED,
    PaperFinding.MANY_HOURS_A_DAY,
    PaperFinding.SIGNATURE_UNSURE,
    PaperFinding.HARD_TO_READ,
)


@dataclass(frozen=True, kw_only=True)
class Earlier:
    """A page of another paper that was handed in, by whomever, with what it is told by."""

    paper_id: PaperId
    newcomer_id: NewcomerId
    begeleider_id: BegeleiderId
    """Who guides that newcomer."""
    handed_in_at: dt.datetime
    counts: bool = False
    """Was it accepted?"""
    form: FormNumber | None = None
    digest: str | None = None
    file_unique_id: str | None = None
    look: bytes = b""


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What a paper is laid beside."""

    book: Book
    contract: Contract | None = None
    forms: Mapping[FormNumber, FormFacts] = field(default_factory=dict)
    """What its forms were made for."""
    chosen: Collection[tuple[str, OfferKind]] = ()
    """Of every choice of this newcomer: the key of the place (`bewijs_key`), and the kind."""
    contacts: Mapping[str, bool] = field(default_factory=dict)
    """The contacts that its bewijs names, by key, and whether the begeleider says that they belong."""
    earlier: Collection[Earlier] = ()
    may_see: Callable[[Earlier], bool] = lambda _: False
    """May whoever looks see that newcomer's papers?"""
    signature: Signature | None = None
    """Of a digital bewijs."""
    signer: str | None = None
    """The name of the contact whose signature it is, as the bot knows them."""


def findings_about(paper: Paper, beside: Beside) -> list[Found]:
    """Name every reason to look closer at a paper, the most important first.

    Args:
        paper: Handed in, or about to be.
        beside: The newcomer's hours, the forms, and other papers.
    """
    signature = beside.signature
    found = [
        *_about_the_forms(paper, beside),
        *_about_others(paper, beside),
        *_about_the_kind(paper, beside),
        *(_about_paper(paper, beside) if signature is None else _about_digital(paper, beside, signature)),
    ]
    return sorted(found, key=lambda one: _BY_WEIGHT.index(one.finding))


def _about_paper(paper: Paper, beside: Beside) -> Iterator[Found]:
    yield from _about_the_pages(paper)
    yield from _about_the_hours(paper, beside)
    yield from _about_the_contact(paper, beside)


def _about_digital(paper: Paper, beside: Beside, signature: Signature) -> Iterator[Found]:
    yield from about_rows(paper, signature, beside.book, beside.contract)
    yield from about_signer(signature, beside.signer, beside.contacts)


def _about_the_pages(paper: Paper) -> Iterator[Found]:
    checks = [page.check for page in paper.pages if page.check is not None]
    is_form = bool(paper.forms) or any(check.is_form for check in checks)
    if paper.signed is False:
        yield Found(finding=PaperFinding.NO_SIGNATURE)
    elif paper.signed is None and is_form:
        yield Found(finding=PaperFinding.SIGNATURE_UNSURE)
    if len(checks) < len(paper.pages) or not all(check.is_usable for check in checks):
        yield Found(finding=PaperFinding.HARD_TO_READ)


# Forms.


def somebody_elses(paper: Paper, forms: Mapping[FormNumber, FormFacts]) -> bool:
    """Was one of the paper's forms made for another newcomer?"""
    owners = {forms[number].newcomer_id for number in paper.forms if number in forms}
    return bool(owners - {None, paper.newcomer_id})


def _about_the_forms(paper: Paper, beside: Beside) -> Iterator[Found]:
    if somebody_elses(paper, beside.forms):
        yield Found(finding=PaperFinding.SOMEBODY_ELSES_FORM)
    if not beside.forms.keys() >= set(paper.forms):
        yield Found(finding=PaperFinding.UNKNOWN_FORM)
    same = [one for one in _before(paper, beside.earlier) if one.form in paper.forms]
    if same:
        yield _seen_before(PaperFinding.SAME_FORM, paper, same, beside)


# Other papers.


def _before(paper: Paper, others: Iterable[Earlier]) -> list[Earlier]:
    """Those that came before it, and those that count already; the latest first."""
    at = paper.handed_in_at
    found = [
        one
        for one in others
        if one.paper_id != paper.id
        and (one.counts or at is None or (one.handed_in_at, one.paper_id) < (at, paper.id))
    ]
    return sorted(found, key=lambda one: (one.handed_in_at, one.paper_id), reverse=True)


def _seen_before(finding: PaperFinding, paper: Paper, same: list[Earlier], beside: Beside) -> Found:
    """Of several the newcomer's own, then one that may be seen; of another none is named."""
    own = [one for one in same if one.newcomer_id == paper.newcomer_id]
    seen = own or [one for one in same if beside.may_see(one)]
    return Found(finding=finding, paper_id=seen[0].paper_id if seen else None)


def _about_others(paper: Paper, beside: Beside) -> Iterator[Found]:
    before = _before(paper, beside.earlier)
    same = [one for one in before if _is_same_picture(paper, one)]
    if same:
        yield _seen_before(PaperFinding.SAME_PICTURE, paper, same, beside)
    known = {one.paper_id for one in same}
    alike = {paper_id for page in paper.pages for paper_id in page.resembles} - known - {paper.id}
    if alike:
        others = [one for one in before if one.paper_id in alike]
        if others:
            yield _seen_before(PaperFinding.LOOKS_ALIKE, paper, others, beside)


def _is_same_picture(paper: Paper, other: Earlier) -> bool:
    return any(
        (page.digest is not None and page.digest == other.digest)
        or (bool(page.file_unique_id) and page.file_unique_id == other.file_unique_id)
        or (page.check is not None and _looks_the_same(page.check, other))
        for page in paper.pages
    )


def _looks_the_same(check: PageCheck, other: Earlier) -> bool:
    """Forms with different numbers are never one picture, however alike they look."""
    is_other_form = None not in (check.form, other.form) and check.form != other.form
    return not is_other_form and same_look(check.look, other.look)


# Hours.


def _about_the_hours(paper: Paper, beside: Beside) -> Iterator[Found]:
    said, contract = paper.said, beside.contract
    days = [day for day in (said.first_day, said.last_day) if day is not None]
    if contract is not None and not all(contract.holds(day) for day in days):
        yield Found(finding=PaperFinding.OUTSIDE_TERM)
    if days and paper.bewijs_id is not None:
        others = beside.book.overlapping(paper.bewijs_id, min(days), max(days))
        if any(acceptance.id != paper.acceptance_id for acceptance in others):
            yield Found(finding=PaperFinding.ACCEPTED_BEFORE)
    if said.minutes is not None:
        yield from _about_the_amount(paper, said.minutes, _noted(paper, beside.book))


def _noted(paper: Paper, book: Book) -> list[Attendance]:
    """The dates that this paper may be about, as far as no other acceptance holds them."""
    first, last = paper.said.first_day or dt.date.min, paper.said.last_day or dt.date.max
    others = [one for one in book.acceptances if one.id != paper.acceptance_id]
    return [
        date
        for date in book.attendances
        if date.is_alive
        and date.bewijs_id == paper.bewijs_id
        and first <= date.day <= last
        and not any(one.bewijs_id == date.bewijs_id and one.holds(date.day) for one in others)
    ]


def _about_the_amount(paper: Paper, minutes: int, noted: list[Attendance]) -> Iterator[Found]:
    confirmed = sum(date.minutes for date in noted if date.state is State.CONFIRMED)
    total = sum(date.minutes for date in noted)
    # More than was confirmed may be right as long as other dates wait for the contact.
    if confirmed and (minutes < confirmed or (total == confirmed and minutes > confirmed)):
        yield Found(finding=PaperFinding.HOURS_DIFFER, minutes=confirmed)
    elif total > confirmed and minutes > total:
        yield Found(finding=PaperFinding.MORE_THAN_NOTED, minutes=total)
    days = _days_with_hours(paper, noted)
    if days and minutes / days > PLAUSIBLE_MINUTES_A_DAY:
        yield Found(finding=PaperFinding.MANY_HOURS_A_DAY)


def _days_with_hours(paper: Paper, noted: list[Attendance]) -> int | None:
    """The rows that were filled in; where that is not known, all days between the first and the last."""
    rows = sum(len(page.check.filled_rows or ()) for page in paper.pages if page.check is not None)
    if rows:
        return max(rows, len({date.day for date in noted}))
    first, last = paper.said.first_day, paper.said.last_day
    return (last - first).days + 1 if first is not None and last is not None else None


# Kind and contact.


def _about_the_kind(paper: Paper, beside: Beside) -> Iterator[Found]:
    bewijs = _bewijs(paper, beside.book)
    kind = bewijs.kind if bewijs else paper.said.kind
    agreed = _agreed_kinds(paper, bewijs, beside)
    if kind is not None and agreed and kind not in agreed:
        yield Found(finding=PaperFinding.OTHER_KIND)


def _about_the_contact(paper: Paper, beside: Beside) -> Iterator[Found]:
    bewijs, contact = _bewijs(paper, beside.book), paper.said.contact
    if bewijs is not None and contact and is_other_contact(bewijs, contact, beside.contacts):
        yield Found(finding=PaperFinding.OTHER_CONTACT, name=contact)


def _bewijs(paper: Paper, book: Book) -> Bewijs | None:
    return next((one for one in book.bewijzen if one.id == paper.bewijs_id), None)


def _agreed_kinds(paper: Paper, bewijs: Bewijs | None, beside: Beside) -> set[OfferKind]:
    """For what the newcomer's own forms were made; without one, what they chose at this place."""
    # The form of a digital bewijs was made for what was signed, whatever was agreed.
    numbers = paper.forms if beside.signature is None else ()
    facts = [beside.forms[number] for number in numbers if number in beside.forms]
    made_for = {one.bewijs_id for one in facts if one.newcomer_id == paper.newcomer_id}
    kinds = {one.kind for one in beside.book.bewijzen if one.id in made_for}
    if kinds:
        return kinds
    where = bewijs or paper.said
    key = bewijs_key(where.organisation, where.contact)
    return {kind for place, kind in beside.chosen if place == key}


def is_other_contact(bewijs: Bewijs, contact: str, contacts: Mapping[str, bool]) -> bool:
    """Is this a contact of the organisation of whom the begeleider did not say that they belong?

    Args:
        bewijs: Where the paper's hours add up.
        contact: The name on the paper.
        contacts: Those that the bewijs names, by key.
    """
    if bewijs.organisation is None or bewijs.is_of_one_contact:
        return False
    key = bewijs_key(None, contact)
    own = bewijs_key(None, bewijs.contact) if bewijs.contact else None
    return key != own and not contacts.get(key, own is None and not contacts)
