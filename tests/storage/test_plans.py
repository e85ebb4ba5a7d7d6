"""What the bot asks many times a second must stay quick when the tables are full: it goes by an index."""

import datetime as dt
import re
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import event

from bot.domain.form_number import FormNumber
from bot.domain.ids import AccountId, BegeleiderId, ChatId, NewcomerId, OfferId, PaperId
from bot.domain.offer import OfferDetails
from bot.domain.paper import Paper, PaperState
from bot.services.delivery_ports import Outgoing, Priority
from bot.storage.database import Database, create_engine
from bot.storage.work import SqlWork

NOW = dt.datetime(2026, 11, 23, 10, 0, tzinfo=dt.UTC)
AN_EDIT = Outgoing(chat_id=ChatId(7), method="editMessageText", payload={}, language="nl", edits="kaart")
A_PAPER = Paper(
    id=PaperId(1),
    newcomer_id=NewcomerId(1),
    account_id=AccountId(1),
    state=PaperState.HANDED_IN,
    receipt="B-4K7M",
    began_at=NOW,
)

OFTEN: dict[str, Callable[[SqlWork], Awaitable[Any]]] = {
    "due": lambda work: work.inbox.due(NOW, came_before=NOW, limit=9),
    "claim": lambda work: work.inbox.claim([1, 2], NOW),
    "finish": lambda work: work.inbox.finish([1, 2], at=NOW),
    "take": lambda work: work.outbox.take(NOW, answers=9, reminders=9, except_chats=[7]),
    "abandoned": lambda work: work.outbox.abandoned(at=NOW, in_hand=[1]),
    "edit": lambda work: work.outbox.add([AN_EDIT], at=NOW),
    "about": lambda work: work.outbox.about(ChatId(7), 3),
    "waiting": lambda work: work.outbox.has_waiting(),
    "next job": lambda work: work.jobs.next_due(),
    "changed offers": lambda work: work.offers.changed(after_version=7, after=OfferId(3), limit=9),
    "version of the catalogue": lambda work: work.offers.version(),
    "offers to check": lambda work: work.offers.unchecked(limit=9),
    "waiting papers": lambda work: work.papers.waiting([BegeleiderId(1)]),
    "paper of a message": lambda work: work.papers.with_message(AccountId(1), 2),
    "papers alike": lambda work: work.papers.earlier_with(
        A_PAPER, digests=["d"], file_unique_ids=["u"], forms=[FormNumber("BD-7K3M9QXTC4")], paper_ids=[]
    ),
    "forget updates": lambda work: work.inbox.forget_before(NOW, after=3),
    "forget messages": lambda work: work.outbox.forget_before(NOW, named_before=NOW, after=3),
}


@pytest.mark.parametrize("name", OFTEN)
async def test_no_question_walks_through_a_whole_table(sqlite_database: Database, name: str) -> None:
    seen: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, _context: Any, many: bool) -> None:
        if statement.startswith(("SELECT", "UPDATE", "DELETE")) and not many:
            seen.append((statement, values))

    event.listen(sqlite_database.engine.sync_engine, "before_cursor_execute", note)
    async with sqlite_database.work() as work:
        await OFTEN[name](work)
        steps = [
            str(row.detail)
            for statement, values in list(seen)
            for row in await work.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        ]

    tables = (
        "SCAN papers",
        "SCAN paper_pages",
        "SCAN inbox",
        "SCAN outbox",
        "SCAN earlier",
        "SCAN target",
        "SCAN jobs",
        "SCAN offers",
    )
    walks = [step for step in steps if step.startswith(tables)]
    small = ("ix_inbox_waiting", "ix_outbox_pending_order", "ix_outbox_pending_chat", "ix_jobs_due")
    assert steps
    assert [step for step in walks if not step.endswith(small)] == []


@pytest.mark.postgres
async def test_a_sudden_queue_is_read_from_its_beginning_on_postgresql(postgres_url: str) -> None:
    database = Database(create_engine(postgres_url))
    many = [
        Outgoing(
            chat_id=ChatId(chat), method="sendMessage", payload={}, language="nl", priority=Priority.REMINDER
        )
        for chat in range(3000)
    ]
    async with database.work() as work:
        await work.outbox.add(many, at=NOW)
    seen: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        if statement.startswith("SELECT"):
            seen.append((statement, values))

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    async with database.work() as work:
        await work.outbox.take(NOW, answers=24, reminders=5, except_chats=[7])
        statement, values = seen[0]
        explained = await work.connection.exec_driver_sql(f"EXPLAIN ANALYZE {statement}", values)
        steps = [str(row[0]) for row in explained.all()]
    await database.close()

    read = [step for step in steps if "ix_outbox_pending_order" in step]
    assert len(read) == 1
    assert int(re.findall(r"rows=(\d+)", read[0])[-1]) < 100


async def test_a_few_changed_offers_are_found_without_walking_through_the_catalogue(
    sqlite_database: Database,
) -> None:
    rows = {str(number): OfferDetails(title=f"aanbod {number}") for number in range(50)}
    seen: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        if "offer_senses" in statement and statement.startswith("SELECT"):
            seen.append((statement, values))

    event.listen(sqlite_database.engine.sync_engine, "before_cursor_execute", note)
    async with sqlite_database.work() as work:
        await work.offers.add_many("stad", rows, at=NOW)
        await work.offers.changed(after_version=1, after=OfferId(0), limit=9)
        statement, values = seen[0]
        explained = await work.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        steps = [str(row.detail) for row in explained.all()]

    assert any("ix_offers_version (version>?)" in step for step in steps)
    assert not any("PRIMARY KEY (rowid>?)" in step for step in steps)
