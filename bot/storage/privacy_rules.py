"""For every table: how its rows belong to a person, and what erasing does to them.

Whoever adds a table adds its rule; a test reads them all. Rows that belong to several people are
shown to each, and go with the one whose dossier they are in.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Any

from sqlalchemy import ColumnElement, Table, and_, false, func, or_, select

from bot.domain.person import Person
from bot.domain.question import Part
from bot.storage import tables as t

Where = Callable[[Person], ColumnElement[bool]]


class Erasing(Enum):
    """What erasing does to the rows of a rule."""

    DELETES = auto()
    EMPTIES = auto()
    """The row stays, because others carry its id; what it says of a person goes."""
    LEAVES = auto()
    """It is somebody else's as well; what tied it to the person goes with another rule."""


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Which rows of a table are about a person."""

    table: Table
    where: Where
    erasing: Erasing = Erasing.DELETES
    emptied: Mapping[str, Any] = field(default_factory=dict)
    """The columns that are written over."""
    secret: frozenset[str] = frozenset()
    """Columns that would open a door to whoever reads an export."""
    shows: frozenset[str] | None = None
    """The columns an export shows; None for all."""


def _of_newcomer(table: Table) -> Rule:
    return Rule(table=table, where=lambda p: table.c.newcomer_id.in_(p.newcomer_ids))


def _questions(p: Person) -> ColumnElement[bool]:
    asked_by = t.questions.c.account_id.in_(p.account_ids)
    return or_(t.questions.c.newcomer_id.in_(p.newcomer_ids), asked_by)


def _parts(p: Person) -> ColumnElement[bool]:
    return t.question_parts.c.question_id.in_(select(t.questions.c.id).where(_questions(p)))


def _answers_given(p: Person) -> ColumnElement[bool]:
    """What a begeleider wrote to newcomers; from before it was noted who, by who read the question."""
    if not p.begeleider_ids:
        return false()
    theirs = select(t.questions.c.id).where(t.questions.c.begeleider_id.in_(p.begeleider_ids))
    parts = t.question_parts.c
    is_older = and_(parts.by_begeleider_id.is_(None), parts.question_id.in_(theirs))
    kinds = [part.value for part in Part if part.is_answer]
    return and_(parts.part.in_(kinds), or_(parts.by_begeleider_id.in_(p.begeleider_ids), is_older))


def _notes(p: Person) -> ColumnElement[bool]:
    lines = select(t.history.c.id).where(t.history.c.newcomer_id.in_(p.newcomer_ids))
    return t.history_notes.c.event_id.in_(lines)


def _done_as_begeleider(p: Person) -> ColumnElement[bool]:
    return and_(t.history.c.who == "begeleider", t.history.c.by_id.in_(p.begeleider_ids))


def _reasons_given(p: Person) -> ColumnElement[bool]:
    return t.history_notes.c.event_id.in_(select(t.history.c.id).where(_done_as_begeleider(p)))


def _invites(p: Person) -> ColumnElement[bool]:
    invites = t.invites.c
    # A link of the first release names nobody's dossier; it is told by its name.
    older = and_(
        invites.newcomer_id.is_(None), invites.used_by.in_(p.shared_account_ids), invites.name.in_(p.names)
    )
    return or_(invites.newcomer_id.in_(p.newcomer_ids), invites.used_by.in_(p.account_ids), older)


def _unbound_invites(p: Person) -> ColumnElement[bool]:
    """A begeleider's links that lead to nobody's dossier yet."""
    return and_(t.invites.c.begeleider_id.in_(p.begeleider_ids), t.invites.c.newcomer_id.is_(None))


def _accounts(p: Person) -> ColumnElement[bool]:
    return t.accounts.c.id.in_(p.account_ids)


def _shared_accounts(p: Person) -> ColumnElement[bool]:
    return t.accounts.c.id.in_(p.shared_account_ids)


def _links(p: Person) -> ColumnElement[bool]:
    links = t.newcomer_accounts.c
    return or_(links.newcomer_id.in_(p.newcomer_ids), links.account_id.in_(p.account_ids))


def _speaks_for(p: Person) -> ColumnElement[bool]:
    return t.accounts.c.speaks_for_id.in_(p.newcomer_ids)


def _of_account(table: Table) -> Rule:
    return Rule(table=table, where=lambda p: table.c.account_id.in_(p.account_ids))


def _looked_for(table: Table) -> Rule:
    """For the newcomer, on whichever phone; or on a phone that is theirs alone."""
    return Rule(
        table=table,
        where=lambda p: or_(table.c.newcomer_id.in_(p.newcomer_ids), table.c.account_id.in_(p.account_ids)),
    )


def _stand_ins(p: Person) -> ColumnElement[bool]:
    both = t.stand_ins.c
    return or_(both.begeleider_id.in_(p.begeleider_ids), both.colleague_id.in_(p.begeleider_ids))


NOBODYS_NAME = ""
"""An erased begeleider's or contact's row keeps its id, which other rows carry, and no name."""


def _pages(p: Person) -> ColumnElement[bool]:
    theirs = select(t.papers.c.id).where(t.papers.c.newcomer_id.in_(p.newcomer_ids))
    return t.paper_pages.c.paper_id.in_(theirs)


def _contacts(p: Person) -> ColumnElement[bool]:
    return or_(t.contacts.c.id.in_(p.contact_ids), t.contacts.c.account_id.in_(p.account_ids))


def _as_contact(column: ColumnElement[Any]) -> Where:
    """Where this column tells a contact who is this person."""
    return lambda p: column.in_(select(t.contacts.c.id).where(_contacts(p)))


def _said_as_contact(table: Table, *shows: str) -> Rule:
    """It belongs to a newcomer's hours, and stays with them."""
    where = _as_contact(table.c.contact_id)
    return Rule(table=table, where=where, erasing=Erasing.LEAVES, shows=frozenset(shows))


def _contact_links(p: Person) -> ColumnElement[bool]:
    links = t.contact_links.c
    return or_(_as_contact(links.contact_id)(p), _as_contact(links.named_by)(p))


RULES = (
    Rule(table=t.paper_pages, where=_pages),
    _of_newcomer(t.forms),
    _of_newcomer(t.signatures),
    _said_as_contact(t.signatures, "paper_id", "kind", "organisation", "contact", "signed_at", "strokes"),
    _of_newcomer(t.papers),
    _of_newcomer(t.bewijs_contacts),
    _of_newcomer(t.signature_refusals),
    _said_as_contact(t.signature_refusals, "id", "at", "because", "note"),
    _of_newcomer(t.contact_words),
    _said_as_contact(t.contact_words, "id", "attendance_id", "minutes", "first_at", "at", "surface"),
    _of_newcomer(t.contact_ties),
    Rule(
        table=t.contact_ties,
        where=_as_contact(t.contact_ties.c.contact_id),
        shows=frozenset({"contact_id", "bewijs_id", "at"}),
    ),
    # An offer's address may be one that a newcomer is not shown.
    replace(_of_newcomer(t.contact_links), secret=frozenset({"email"})),
    Rule(
        table=t.contact_links,
        where=_contact_links,
        erasing=Erasing.EMPTIES,
        emptied={"name": None, "email": None},
        shows=frozenset({"id", "organisation", "reached", "name", "email", "made_at", "used_at"}),
    ),
    Rule(table=t.doors, where=_as_contact(t.doors.c.contact_id)),
    # While the account is there, by which they are told.
    Rule(
        table=t.contacts,
        where=_contacts,
        erasing=Erasing.EMPTIES,
        emptied={
            "name": NOBODYS_NAME,
            "email": None,
            "account_id": None,
            # Whoever held the link to the page finds nothing behind it.
            "version": t.contacts.c.version + 1,
            "stopped_at": func.coalesce(t.contacts.c.stopped_at, t.contacts.c.joined_at),
        },
    ),
    Rule(
        table=t.contacts,
        where=lambda p: t.contacts.c.checked_by.in_(p.begeleider_ids),
        erasing=Erasing.LEAVES,
        shows=frozenset({"id", "organisation", "checked_at"}),
    ),
    _of_newcomer(t.attendances),
    _of_newcomer(t.acceptances),
    _of_newcomer(t.bewijzen),
    Rule(table=t.history_notes, where=_notes),
    Rule(
        table=t.history_notes,
        where=_reasons_given,
        erasing=Erasing.LEAVES,
    ),
    _of_newcomer(t.history),
    Rule(
        table=t.history,
        where=_done_as_begeleider,
        erasing=Erasing.LEAVES,
        shows=frozenset({"id", "at", "what"}),
    ),
    Rule(
        table=t.offer_changes,
        where=lambda p: t.offer_changes.c.begeleider_id.in_(p.begeleider_ids),
        erasing=Erasing.LEAVES,
        shows=frozenset({"id", "at", "offer_id", "field"}),
    ),
    _of_newcomer(t.consents),
    _of_newcomer(t.reminders),
    _of_newcomer(t.letters),
    Rule(
        table=t.letters,
        where=lambda p: t.letters.c.begeleider_id.in_(p.begeleider_ids),
        erasing=Erasing.LEAVES,
    ),
    _of_newcomer(t.participations),
    _of_newcomer(t.offer_refusals),
    Rule(
        table=t.offer_refusals,
        where=lambda p: t.offer_refusals.c.begeleider_id.in_(p.begeleider_ids),
        erasing=Erasing.LEAVES,
        shows=frozenset({"offer_id", "at"}),
    ),
    _looked_for(t.searches),
    _looked_for(t.wishes),
    _of_account(t.saved_offers),
    Rule(table=t.question_parts, where=_parts),
    Rule(
        table=t.question_parts,
        where=_answers_given,
        erasing=Erasing.LEAVES,
    ),
    Rule(table=t.questions, where=_questions),
    Rule(table=t.invites, where=_invites, secret=frozenset({"token_digest"})),
    Rule(table=t.invites, where=_unbound_invites, secret=frozenset({"token_digest"})),
    _of_account(t.conversations),
    Rule(table=t.newcomer_accounts, where=_links),
    _of_newcomer(t.blobs),
    Rule(
        table=t.newcomer_keys,
        where=lambda p: t.newcomer_keys.c.newcomer_id.in_(p.newcomer_ids),
        secret=frozenset({"wrapped"}),
    ),
    Rule(table=t.newcomers, where=lambda p: t.newcomers.c.id.in_(p.newcomer_ids)),
    Rule(table=t.stand_ins, where=_stand_ins),
    Rule(
        table=t.begeleiders,
        where=lambda p: t.begeleiders.c.id.in_(p.begeleider_ids),
        erasing=Erasing.EMPTIES,
        emptied={"name": NOBODYS_NAME, "account_id": None, "phone": None},
    ),
    Rule(table=t.accounts, where=_accounts),
    Rule(table=t.accounts, where=_shared_accounts, erasing=Erasing.LEAVES),
    Rule(
        table=t.accounts,
        where=_speaks_for,
        erasing=Erasing.EMPTIES,
        emptied={"speaks_for_id": None, "speaks_for_until": None},
    ),
)
"""In the order in which erasing goes, so that nothing goes along unseen."""

OF_THE_DELIVERY = frozenset({"inbox", "outbox", "jobs"})
"""Told by chats, and by what a message or work is about: `storage/privacy_delivery.py`."""

OF_THE_CATALOGUE = frozenset({"offers", "offer_senses", "catalogue"})
"""What organisations offer, with the contacts they name; it goes when its source drops it (`forgetting`)."""

OF_NOBODY = frozenset({"entries_off", "leases", "erasures", "shared_keys"})
"""Hold no personal data: `erasures` internal ids of people who are gone, `shared_keys` locked keys."""
