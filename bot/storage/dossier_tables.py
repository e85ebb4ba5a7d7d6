"""The tables of a newcomer's dossier: hours, what was accepted, the history, reminders, letters."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from bot.storage.metadata import Id, metadata
from bot.storage.moments import Moment

bewijzen = Table(
    "bewijzen",
    metadata,
    Column("id", Id, primary_key=True),
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(24), nullable=False),
    Column("organisation", String(200)),
    Column("contact", String(200)),
    Column("key", String(204), nullable=False),
    Column("created_at", Moment, nullable=False),
    UniqueConstraint("newcomer_id", "kind", "key", name="uq_bewijzen_one_each"),
    sqlite_autoincrement=True,
)

attendances = Table(
    "attendances",
    metadata,
    Column("id", Id, primary_key=True),
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("bewijs_id", Id, ForeignKey("bewijzen.id", ondelete="CASCADE"), nullable=False),
    Column("day", Date, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("state", String(10), nullable=False),
    Column("claimed_at", Moment, nullable=False),
    Column("source", String(8), nullable=False, server_default="typed"),
    # None where a contact noted it first.
    Column("claimed_minutes", Integer),
    Column("is_denied", Boolean, nullable=False, server_default=false()),
    Column("contacts_differ", Boolean, nullable=False, server_default=false()),
    Column("objected_at", Moment),
    CheckConstraint("minutes > 0 AND minutes <= 1440", name="ck_attendances_minutes"),
    sqlite_autoincrement=True,
)
_ALIVE = text("state IN ('claimed', 'confirmed')")
Index(
    "uq_attendances_one_a_day",
    attendances.c.bewijs_id,
    attendances.c.day,
    unique=True,
    sqlite_where=_ALIVE,
    postgresql_where=_ALIVE,
)

acceptances = Table(
    "acceptances",
    metadata,
    Column("id", Id, primary_key=True),
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("bewijs_id", Id, ForeignKey("bewijzen.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("minutes", Integer, nullable=False),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("accepted_at", Moment, nullable=False),
    Column("undone_at", Moment),
    # None for every day between the first and the last.
    Column("days", JSON(none_as_null=True)),
    CheckConstraint("minutes > 0 AND first_day <= last_day", name="ck_acceptances_possible"),
    sqlite_autoincrement=True,
)

history = Table(
    "history",
    metadata,
    Column("id", Id, primary_key=True),
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("who", String(12), nullable=False),
    Column("by_id", BigInteger),
    Column("what", String(24), nullable=False),
    Column("facts", JSON, nullable=False),
    Column("why", String(24)),
)

history_notes = Table(
    "history_notes",
    metadata,
    Column("event_id", Id, ForeignKey("history.id", ondelete="CASCADE"), primary_key=True),
    Column("note", Text, nullable=False),
)

consents = Table(
    "consents",
    metadata,
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), primary_key=True),
    Column("purpose", String(16), primary_key=True),
    Column("is_given", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
)

reminders = Table(
    "reminders",
    metadata,
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), primary_key=True),
    # The key that keeps a reminder from being queued twice: one a newcomer and day.
    Column("on", Date, primary_key=True),
    Column("kind", String(16), nullable=False),
    Column("last_day", Date),
)

stand_ins = Table(
    "stand_ins",
    metadata,
    Column("id", Id, primary_key=True),
    Column("begeleider_id", Id, ForeignKey("begeleiders.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("colleague_id", Id, ForeignKey("begeleiders.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
)

letters = Table(
    "letters",
    metadata,
    Column("id", Id, primary_key=True),
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("begeleider_id", Id, ForeignKey("begeleiders.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("part", String(20), nullable=False),
    Column("content", Text, nullable=False),
    Column("message_id", BigInteger),
    Column("is_text", Boolean, nullable=False),
    Column("delivery", String(12), nullable=False),
    Column("at", Moment, nullable=False),
    sqlite_autoincrement=True,
)

erasures = Table(
    "erasures",
    metadata,
    Column("id", Id, primary_key=True),
    Column("kind", String(12), nullable=False),
    Column("erased_id", BigInteger, nullable=False),
    Column("at", Moment, nullable=False),
)
