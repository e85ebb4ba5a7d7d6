"""The tables, one schema for SQLite and PostgreSQL: people and questions here, the rest beside it."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    String,
    Table,
    Text,
)

from bot.storage.contact_tables import (
    contact_links,
    contact_ties,
    contact_words,
    contacts,
    doors,
    signatures,
)
from bot.storage.delivery_tables import inbox, jobs, leases, outbox
from bot.storage.dossier_tables import (
    acceptances,
    attendances,
    bewijzen,
    consents,
    erasures,
    history,
    history_notes,
    letters,
    reminders,
    stand_ins,
)
from bot.storage.metadata import Id, metadata
from bot.storage.moments import Moment
from bot.storage.offer_tables import (
    catalogue,
    offer_changes,
    offer_refusals,
    offer_senses,
    offers,
    participations,
    saved_offers,
    searches,
    wishes,
)
from bot.storage.paper_tables import bewijs_contacts, forms, paper_pages, papers, signature_refusals
from bot.storage.photo_tables import blobs, newcomer_keys, shared_keys

__all__ = [
    "acceptances", "accounts", "attendances", "begeleiders", "bewijs_contacts", "bewijzen", "blobs",
    "catalogue", "consents", "contact_links", "contact_ties", "contact_words", "contacts", "conversations",
    "doors", "entries_off", "erasures", "forms", "history", "history_notes", "inbox", "invites", "jobs",
    "leases", "letters", "metadata", "newcomer_accounts", "newcomer_keys", "newcomers", "offer_changes",
    "offer_refusals", "offer_senses", "offers", "outbox", "paper_pages", "papers", "participations",
    "question_parts", "questions", "reminders", "saved_offers", "searches", "shared_keys",
    "signature_refusals", "signatures", "stand_ins", "wishes",
]  # fmt: skip

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
    Column("speaks_for_id", Id),
    Column("speaks_for_until", Moment),
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
    # The telephone number that contacts may call.
    Column("phone", String(32)),
    Column("created_at", Moment, nullable=False),
)

newcomers = Table(
    "newcomers",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(200), nullable=False),
    Column("begeleider_id", Id, ForeignKey("begeleiders.id"), nullable=False, index=True),
    Column("reference", String(40)),
    Column("language", String(8)),
    Column("status", String(10)),
    Column("starts_on", Date),
    Column("last_day", Date),
    Column("required_minutes", Integer, nullable=False, server_default="2400"),
    Column("closed_on", Date),
    Column("closed_because", String(12)),
    Column("reminders_paused_until", Date),
    Column("created_at", Moment, nullable=False),
    # An erased newcomer's id must not come again: old buttons and the list of erasures still carry it.
    sqlite_autoincrement=True,
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
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), index=True),
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
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="SET NULL"), index=True),
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
    # Who answered; None for the newcomer's own parts and for the team.
    Column("by_begeleider_id", Id, ForeignKey("begeleiders.id", ondelete="SET NULL")),
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
