"""The tables of the delivery: updates in, messages out, work for later, leases."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.storage.metadata import Id, metadata
from bot.storage.moments import Moment

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False),
    Column("payload", Text),
    Column("state", String(10), nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("next_try", Moment),
    Column("error", String(200)),
    Column("received_at", Moment, nullable=False),
    Column("ended_at", Moment),
)
Index(
    "ix_inbox_waiting",
    inbox.c.chat_id,
    inbox.c.update_id,
    sqlite_where=text("state = 'waiting'"),
    postgresql_where=text("state = 'waiting'"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("chat_id", BigInteger, nullable=False),
    Column("priority", Integer, nullable=False),
    Column("method", String(40), nullable=False),
    Column("payload", Text),
    Column("name", String(60)),
    Column("edits", String(60)),
    Column("about", String(60)),
    Column("language", String(8), nullable=False),
    Column("tells_outcome", Boolean, nullable=False, default=False),
    Column("is_again", Boolean, nullable=False, default=False),
    Column("state", String(12), nullable=False),
    Column("attempts", Integer, nullable=False, default=0),
    Column("not_before", Moment, nullable=False),
    Column("expires_at", Moment),
    Column("message_id", BigInteger),
    Column("error", String(200)),
    Column("created_at", Moment, nullable=False),
    Column("ended_at", Moment),
)
_PENDING = text("state IN ('waiting', 'sending')")
Index(
    "ix_outbox_pending_order",
    outbox.c.priority,
    outbox.c.id,
    sqlite_where=_PENDING,
    postgresql_where=_PENDING,
)
Index(
    "ix_outbox_pending_chat",
    outbox.c.chat_id,
    outbox.c.priority,
    outbox.c.id,
    sqlite_where=_PENDING,
    postgresql_where=_PENDING,
)
Index("ix_outbox_name", outbox.c.chat_id, outbox.c.name)
Index("ix_outbox_message", outbox.c.chat_id, outbox.c.message_id)

jobs = Table(
    "jobs",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("unique_key", String(120), nullable=False),
    Column("facts", JSON, nullable=False),
    Column("due", Moment, nullable=False, index=True),
    Column("attempts", Integer, nullable=False, default=0),
    Column("leased_until", Moment),
    Column("state", String(10), nullable=False),
    Column("error", String(200)),
    UniqueConstraint("unique_key", name="uq_jobs_unique_key"),
)

leases = Table(
    "leases",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("holder", String(64), nullable=False),
    Column("until", Moment, nullable=False),
)
