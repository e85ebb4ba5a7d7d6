"""What the delivery holds of a person: updates, messages, work for later, half-finished screens.

These rows carry no key of a person. They are told by chat, by what a message is about
(`question:12`, `card:12`, `part:34`), and by the ids in the facts of a job or a conversation.
"""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, String, Table, and_, cast, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.person import Person, Shown
from bot.services.delivery_ports import OutgoingState
from bot.storage import inbox as inbox_states
from bot.storage.tables import (
    accounts,
    contact_links,
    contact_ties,
    contacts,
    conversations,
    inbox,
    jobs,
    letters,
    outbox,
    papers,
    participations,
    question_parts,
    questions,
    signature_refusals,
    wishes,
)

NOBODYS_CHAT = 0
"""An update's id stays, so that a second delivery of it changes nothing; whose it was does not."""
_TEXT_METHODS = ("sendMessage",)
_STANDS = (OutgoingState.SENT.value, OutgoingState.UNKNOWN.value)
_IS_UNDER_WAY = outbox.c.state == OutgoingState.SENDING.value
_NAMED = (
    "question", "part", "letter", "newcomer", "participation", "wish", "paper", "refusal", "contact", "link",
)  # fmt: skip
"""What a message can be about."""
LIST_OF = "folk"
"""Before a contact's id: what a message is about that lists the people of this contact (`folk:12`)."""
_GONE = "gone:"
"""Names a message that is under way while it is taken back."""


class DeliveryTraces:
    """A person's rows among those of the delivery, once `found`."""

    def __init__(self, connection: AsyncConnection, person: Person) -> None:
        self._connection = connection
        self._person = person
        self._ids: dict[str, frozenset[int]] = {}
        self._subjects: frozenset[str] = frozenset()

    async def found(self) -> "DeliveryTraces":
        """Find the ids by which these rows are told."""
        person = self._person
        theirs = or_(
            questions.c.newcomer_id.in_(person.newcomer_ids), questions.c.account_id.in_(person.account_ids)
        )
        asked = await self._numbers(questions, theirs)
        parts = await self._numbers(question_parts, question_parts.c.question_id.in_(asked))
        written = await self._numbers(letters, letters.c.newcomer_id.in_(person.newcomer_ids))
        chosen = await self._numbers(participations, participations.c.newcomer_id.in_(person.newcomer_ids))
        wished = or_(
            wishes.c.newcomer_id.in_(person.newcomer_ids), wishes.c.account_id.in_(person.account_ids)
        )
        is_contact = or_(contacts.c.id.in_(person.contact_ids), contacts.c.account_id.in_(person.account_ids))
        own_contacts = await self._numbers(contacts, is_contact)
        self._ids = {
            "question": asked,
            "part": parts,
            "participation": chosen,
            "paper": await self._numbers(papers, papers.c.newcomer_id.in_(person.newcomer_ids)),
            "refusal": await self._numbers(
                signature_refusals, signature_refusals.c.newcomer_id.in_(person.newcomer_ids)
            ),
            "wish": await self._numbers(wishes, wished),
            "letter": written,
            "contact": own_contacts,
            "link": await self._numbers(contact_links, contact_links.c.newcomer_id.in_(person.newcomer_ids)),
            "newcomer": frozenset(person.newcomer_ids),
            "account": frozenset(person.account_ids),
            "begeleider": frozenset(person.begeleider_ids),
            "chat": frozenset(person.chat_ids),
        }
        named = {"question": ("question", "card"), "part": ("part", "reply")}
        self._subjects = frozenset(
            f"{word}:{number}"
            for kind in _NAMED
            for number in self._ids[kind]
            for word in named.get(kind, (kind,))
        ) | {f"reminder:{number}" for number in person.newcomer_ids}
        self._subjects |= {f"{LIST_OF}:{number}" for number in await self._who_see()}
        return self

    async def _who_see(self) -> Sequence[int]:
        """Contacts whose lists tell of the person."""
        query = select(contact_ties.c.contact_id).where(
            contact_ties.c.newcomer_id.in_(self._person.newcomer_ids)
        )
        return (await self._connection.execute(query.distinct())).scalars().all()

    async def _numbers(self, table: Table, condition: ColumnElement[bool]) -> frozenset[int]:
        return frozenset((await self._connection.execute(select(table.c.id).where(condition))).scalars())

    # Showing.

    async def rows(self) -> dict[str, list[Mapping[str, Any]]]:
        """The person's own rows, by table; messages in other people's chats are theirs."""
        mine = outbox.c.chat_id.in_(self._person.chat_ids)
        shared = and_(outbox.c.chat_id.in_(self._person.shared_chat_ids), self._is_about)
        return {
            "inbox": await self._plain(inbox, inbox.c.chat_id.in_(self._person.chat_ids)),
            "outbox": await self._plain(outbox, or_(mine, shared)),
            "jobs": [_plain(row) for row in await self._jobs()],
        }

    async def _plain(self, table: Table, condition: ColumnElement[bool]) -> list[Mapping[str, Any]]:
        query = select(table).where(condition).order_by(*table.primary_key.columns)
        return [_plain(row) for row in (await self._connection.execute(query)).all()]

    async def shown_to_others(self) -> Sequence[Shown]:
        """Messages about the person that arrived in other people's chats."""
        arrived = and_(outbox.c.message_id.is_not(None), outbox.c.state.in_(_STANDS))
        query = select(outbox).where(
            self._is_about, self._is_elsewhere, outbox.c.edits.is_(None), or_(arrived, _IS_UNDER_WAY)
        )
        return [
            Shown(
                chat_id=row.chat_id,
                message_id=row.message_id,
                name=row.name or f"{_GONE}{row.id}",
                is_text=row.method in _TEXT_METHODS,
                sent_at=row.ended_at or row.created_at,
            )
            for row in (await self._connection.execute(query.order_by(outbox.c.id))).all()
        ]

    @property
    def _is_about(self) -> ColumnElement[bool]:
        subjects = self._subjects
        return or_(outbox.c.about.in_(subjects), outbox.c.name.in_(subjects), outbox.c.edits.in_(subjects))

    @property
    def _is_elsewhere(self) -> ColumnElement[bool]:
        own = (*self._person.chat_ids, *self._person.shared_chat_ids)
        return outbox.c.chat_id.not_in(own)

    # Erasing.

    async def erase(self, *, at: dt.datetime) -> dict[str, int]:
        """Erase all of it; how many rows, by table."""
        return {
            "inbox": await self._erase_updates(at),
            "outbox": await self._erase_messages(),
            "jobs": await self._erase_jobs(),
            "conversations": await self._erase_conversations(),
        }

    async def _erase_updates(self, at: dt.datetime) -> int:
        """What waits was sent before the person was forgotten, such as a second tap: it is not handled."""
        statement = (
            update(inbox)
            .where(inbox.c.chat_id.in_(self._person.chat_ids))
            .values(
                chat_id=NOBODYS_CHAT,
                payload=None,
                error=None,
                state=inbox_states.DONE,
                next_try=None,
                ended_at=at,
            )
        )
        return (await self._connection.execute(statement)).rowcount

    async def _erase_messages(self) -> int:
        # What is being sent keeps its row until its end is written down, by which it can be taken back;
        # it is not sent a second time. In the person's own chat it goes with the receipt.
        theirs = or_(outbox.c.chat_id.in_(self._person.chat_ids), self._is_about)
        named = func.coalesce(outbox.c.name, _GONE + cast(outbox.c.id, String))
        await self._connection.execute(
            update(outbox).where(theirs, _IS_UNDER_WAY).values(payload=None, name=named)
        )
        return (await self._connection.execute(delete(outbox).where(theirs, ~_IS_UNDER_WAY))).rowcount

    async def _erase_jobs(self) -> int:
        ids = [row.id for row in await self._jobs()]
        return (await self._connection.execute(delete(jobs).where(jobs.c.id.in_(ids)))).rowcount

    async def _jobs(self) -> list[Row[Any]]:
        query = select(jobs).order_by(jobs.c.id)
        return [row for row in (await self._connection.execute(query)).all() if self._names(row.facts)]

    async def _erase_conversations(self) -> int:
        """Others may be in the middle of something about the person, and so may who shares their phone."""
        query = select(conversations.c.account_id, conversations.c.facts)
        rows = (await self._connection.execute(query)).all()
        shared = self._person.shared_account_ids
        found = [
            row.account_id
            for row in rows
            if row.account_id in shared or self._names(row.facts) or self._tells_name(row.facts)
        ]
        statement = delete(conversations).where(conversations.c.account_id.in_(found))
        return (await self._connection.execute(statement)).rowcount

    def _names(self, facts: Any) -> bool:
        """Do these facts carry an id or a subject of the person?"""
        if not isinstance(facts, dict):
            return False
        for key, value in facts.items():
            if isinstance(value, dict) and self._names(value):
                return True
            kind = key.removesuffix("_id").removesuffix("_ids")
            numbers = value if isinstance(value, list) else [value]
            if any(number in self._ids.get(kind, ()) for number in numbers if isinstance(number, int)):
                return True
            if key == "about" and value in self._subjects:
                return True
        return False

    def _tells_name(self, facts: Any) -> bool:
        told = json.dumps(facts, ensure_ascii=False)
        return any(json.dumps(name, ensure_ascii=False) in told for name in self._person.names)

    async def forget_receipt(self, about: str) -> bool:
        """Forget a receipt that was sent, with every row of its chat when that is nobody's now."""
        query = select(outbox.c.id, outbox.c.chat_id).where(outbox.c.about == about)
        found = (await self._connection.execute(query)).all()
        for row in found:
            is_anew = select(accounts.c.id).where(accounts.c.chat_id == row.chat_id)
            is_somebodys = (await self._connection.execute(is_anew)).first() is not None
            before = and_(outbox.c.chat_id == row.chat_id, outbox.c.id <= row.id)
            which = outbox.c.id == row.id if is_somebodys else before
            await self._connection.execute(delete(outbox).where(which))
        return bool(found)


def _plain(row: Row[Any]) -> Mapping[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, (dt.date, dt.datetime)) else value
        for name, value in row._mapping.items()
    }
