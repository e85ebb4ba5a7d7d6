"""The tables, one schema for SQLite and PostgreSQL."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.storage.moments import Moment

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMES)

# SQLite counts up only an INTEGER primary key; PostgreSQL wants the room of a BIGINT.
Id = BigInteger().with_variant(Integer, "sqlite")

accounts = Table(
    "accounts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("chat_id", BigInteger, nullable=False, unique=True),
    Column("name", String(200), nullable=False),
    Column("language", String(8), nullable=False),
    Column("has_chosen_language", Boolean, nullable=False, default=False),
    Column("may_keep_questions_since", Moment),
    Column("draft_told_on", Date),
    Column("is_unreachable", Boolean, nullable=False, default=False),
    Column("created_at", Moment, nullable=False),
)

begeleiders = Table(
    "begeleiders",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(200), nullable=False),
    Column("account_id", Id, ForeignKey("accounts.id", ondelete="SET NULL"), unique=True),
    Column("days", String(7), nullable=False, default="01234"),
    Column("begin_minute", Integer, nullable=False, default=540),
    Column("end_minute", Integer, nullable=False, default=1020),
    Column("created_at", Moment, nullable=False),
)

newcomers = Table(
    "newcomers",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(200), nullable=False),
    Column("begeleider_id", Id, ForeignKey("begeleiders.id"), nullable=False, index=True),
    Column("created_at", Moment, nullable=False),
)

newcomer_accounts = Table(
    "newcomer_accounts",
    metadata,
    Column("account_id", Id, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), primary_key=True, index=True),
)

invites = Table(
    "invites",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("token_digest", String(64), nullable=False, unique=True),
    Column("name", String(200)),
    Column("begeleider_id", Id, ForeignKey("begeleiders.id", ondelete="CASCADE")),
    Column("expires_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("used_by", Id, ForeignKey("accounts.id", ondelete="SET NULL")),
    Column("created_at", Moment, nullable=False),
)

questions = Table(
    "questions",
    metadata,
    Column("id", Id, primary_key=True),
    Column("account_id", Id, ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="SET NULL")),
    Column("begeleider_id", Id, ForeignKey("begeleiders.id"), index=True),
    Column("topic", String(16)),
    Column("language", String(8), nullable=False),
    Column("state", String(12), nullable=False),
    Column("asked_at", Moment, nullable=False),
    Column("answer_by", Date),
    Column("nearest", JSON, nullable=False),
    Column("filling", Text),
    # An id that was a forgotten draft's must not come again: old buttons and jobs still carry it.
    sqlite_autoincrement=True,
)

question_parts = Table(
    "question_parts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("question_id", Id, ForeignKey("questions.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("part", String(20), nullable=False),
    Column("content", Text, nullable=False),
    Column("message_id", BigInteger),
    Column("is_text", Boolean, nullable=False),
    Column("delivery", String(12), nullable=False),
    Column("at", Moment, nullable=False),
    Column("edited_at", Moment),
)

conversations = Table(
    "conversations",
    metadata,
    Column("account_id", Id, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("state", String(40), nullable=False),
    Column("facts", JSON, nullable=False),
    Column("since", Moment, nullable=False),
)

entries_off = Table(
    "entries_off",
    metadata,
    Column("entry_id", String(64), primary_key=True),
    Column("reason", Text, nullable=False),
    Column("at", Moment, nullable=False),
)

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
