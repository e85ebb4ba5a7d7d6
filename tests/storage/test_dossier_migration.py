"""The step to the dossier keeps every row of the first release, and its links still open."""

import asyncio
import hashlib
import hmac
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Connection, MetaData, func, insert, select, text
from sqlalchemy.ext.asyncio import create_async_engine

from bot.storage.database import Database, async_url, create_engine
from bot.storage.schema import SchemaMismatch, _config, check_schema, migrate
from bot.storage.tables import metadata, question_parts, questions
from tests.builders import NOW, services, surroundings

TOKEN = "n-" + "k" * 32
PARTS = ("question", "answer", "follow_up", "answer_entry")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database without any table, once on each engine."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/first.db"
    server: str = request.getfixturevalue("postgres_server")
    asyncio.run(_create(server))
    return server.format(name="first_release")


async def _create(server: str) -> None:
    engine = create_async_engine(async_url(server.format(name="postgres")), isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text("CREATE DATABASE first_release TEMPLATE template0"))
    await engine.dispose()


def first_release(connection: Connection) -> dict[str, int]:
    """The tables of the first release, with something in each; how many rows."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "0001")
    tables = MetaData()
    tables.reflect(connection)
    for name, rows in _rows().items():
        connection.execute(insert(tables.tables[name]), rows)
    return {
        name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for name, table in tables.tables.items()
    }


def _rows() -> dict[str, list[dict[str, Any]]]:
    flags = {"language": "nl", "has_chosen_language": True, "is_unreachable": False, "created_at": NOW}
    digest = hmac.new(surroundings().secret_key, TOKEN.encode(), hashlib.sha256).hexdigest()
    asked = {"language": "nl", "state": "answered", "asked_at": NOW, "nearest": "[]"}
    told = {"content": "w", "is_text": True, "delivery": "delivered", "at": NOW}
    waiting = {"state": "waiting", "attempts": 0}
    sending = {"priority": 0, "method": "sendMessage", "language": "nl", "payload": "{}"}
    moments = {"not_before": NOW, "created_at": NOW, "tells_outcome": False, "is_again": False}
    hours = {"days": "01234", "begin_minute": 540, "end_minute": 1020, "created_at": NOW}
    return {
        "accounts": [
            {"id": number, "chat_id": 1000 + number, "name": name, **flags}
            for number, name in enumerate(("Sofie", "Amira", "Gast"), 1)
        ],
        "begeleiders": [{"id": 1, "name": "Sofie", "account_id": 1, **hours}],
        "newcomers": [{"id": 4, "name": "Amira", "begeleider_id": 1, "created_at": NOW}],
        "newcomer_accounts": [{"account_id": 2, "newcomer_id": 4}],
        "invites": [
            {
                "kind": "newcomer",
                "token_digest": digest,
                "name": "Nieuw",
                "begeleider_id": 1,
                "expires_at": NOW.replace(year=2030),
                "created_at": NOW,
            }
        ],
        "questions": [
            {"id": 1, "account_id": 2, "begeleider_id": 1, **asked},
            {"id": 2, "account_id": 3, "begeleider_id": None, **asked},
        ],
        "question_parts": [
            {"question_id": number, "part": part, **told} for number in (1, 2) for part in PARTS
        ],
        "conversations": [{"account_id": 2, "state": "x", "facts": "{}", "since": NOW}],
        "entries_off": [{"entry_id": "spreiding", "reason": "r", "at": NOW}],
        "inbox": [{"update_id": 1, "chat_id": 1002, "received_at": NOW, **waiting}],
        "outbox": [{"chat_id": 1002, **sending, **moments, **waiting}],
        "jobs": [{"kind": "outcome", "unique_key": "k", "facts": "{}", "due": NOW, **waiting}],
        "leases": [{"name": "sending", "holder": "x", "until": NOW}],
    }


async def test_every_row_of_the_first_release_stays_and_its_links_open(url: str) -> None:
    engine = create_engine(url)
    async with engine.begin() as connection:
        before = await connection.run_sync(first_release)
    with pytest.raises(SchemaMismatch, match="migrate"):
        await check_schema(engine)
    await migrate(engine)
    database = Database(engine)
    async with database.work(reads_only=True) as work:
        run = work.connection.execute
        after = {
            name: (await run(select(func.count()).select_from(table))).scalar_one()
            for name, table in metadata.tables.items()
        }
        asked = (await run(select(questions.c.id, questions.c.newcomer_id).order_by(questions.c.id))).all()
        told = (await run(select(question_parts.c.part, question_parts.c.by_begeleider_id))).all()
        broken = [] if not database.is_sqlite else (await run(text("PRAGMA foreign_key_check"))).all()
    async with database.work() as work:
        use = services(work)
        guest = await work.accounts.of_chat(1003)  # type: ignore[arg-type]
        assert guest is not None
        opened = await use.invites.open(TOKEN, by=guest)
        joined = await use.joining.join(opened.invite.id, opened.proof, by=guest)
    await database.close()

    assert min(before.values()) > 0
    assert {name: after[name] for name in before if name in after} == {
        name: count for name, count in before.items() if name != "alembic_version"
    }
    assert asked == [(1, 4), (2, None)]
    assert {(part, by) for part, by in told if by is not None} == {("answer", 1), ("answer_entry", 1)}
    assert broken == []
    assert joined is not None
    assert joined.newcomer is not None
    # No id that was given before comes again.
    assert (joined.newcomer.name, joined.newcomer.id > 4 or not database.is_sqlite) == ("Nieuw", True)
