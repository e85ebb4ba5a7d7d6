"""The tables of offers: the catalogue, who takes part, what was saved or refused, kept wishes."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    text,
)

from bot.storage.metadata import Id, metadata
from bot.storage.moments import Moment

offers = Table(
    "offers",
    metadata,
    Column("id", Id, primary_key=True),
    Column("source", String(80), nullable=False),
    Column("reference", String(200), nullable=False),
    # For looking it up by words, whatever their case and accents.
    Column("folded_title", String(300), nullable=False),
    # What the offer says now: the source's values under what begeleiders corrected.
    Column("details", JSON, nullable=False),
    # What the source said last; only what it changes since is taken over, so corrections stay.
    Column("imported", JSON(none_as_null=True)),
    # Is it still to be checked whether a condition holds?
    Column("needs_check", Boolean, nullable=False, index=True),
    # Of the text that the encoder reads; the vector of the same text is used again.
    Column("fingerprint", String(64), nullable=False, index=True),
    Column("added_at", Moment, nullable=False),
    Column("changed_at", Moment, nullable=False),
    # The catalogue's version at its last change (of its row or its sense), to look up only what is new.
    Column("version", Integer, nullable=False, index=True),
    Column("vanished_at", Moment),
    UniqueConstraint("source", "reference", name="uq_offers_one_each"),
    sqlite_autoincrement=True,
)

offer_senses = Table(
    "offer_senses",
    metadata,
    Column("fingerprint", String(64), primary_key=True),
    Column("sense", LargeBinary, nullable=False),
)

offer_changes = Table(
    "offer_changes",
    metadata,
    # What begeleiders corrected and marked; undone while nobody changed the same again.
    Column("id", Id, primary_key=True),
    Column("offer_id", Id, ForeignKey("offers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("begeleider_id", Id, ForeignKey("begeleiders.id", ondelete="SET NULL")),
    Column("field", String(12), nullable=False),
    # The details as they were; None for what was added.
    Column("before", JSON(none_as_null=True)),
    Column("at", Moment, nullable=False),
    sqlite_autoincrement=True,
)

catalogue = Table(
    "catalogue",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    # Counts up with every change, so that a process knows when to look again.
    Column("version", Integer, nullable=False),
)

participations = Table(
    "participations",
    metadata,
    Column("id", Id, primary_key=True),
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("offer_id", Id, ForeignKey("offers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("step", String(12), nullable=False),
    Column("handover", String(12), nullable=False),
    Column("chosen_at", Moment, nullable=False),
    Column("contact_shown_at", Moment),
    Column("asked_at", Moment),
    Column("ended_because", String(16)),
    sqlite_autoincrement=True,
)
_ALIVE = text("step <> 'ended'")
Index(
    "uq_participations_one_alive",
    participations.c.newcomer_id,
    participations.c.offer_id,
    unique=True,
    sqlite_where=_ALIVE,
    postgresql_where=_ALIVE,
)

saved_offers = Table(
    "saved_offers",
    metadata,
    Column("account_id", Id, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("offer_id", Id, ForeignKey("offers.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("at", Moment, nullable=False),
)

offer_refusals = Table(
    "offer_refusals",
    metadata,
    # The begeleider found that this offer is not for this newcomer.
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), primary_key=True),
    Column("offer_id", Id, ForeignKey("offers.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("begeleider_id", Id, ForeignKey("begeleiders.id", ondelete="SET NULL")),
    Column("at", Moment, nullable=False),
)

searches = Table(
    "searches",
    metadata,
    # The last search of a phone, for whom it was, and which offers it has seen.
    Column("account_id", Id, ForeignKey("accounts.id", ondelete="CASCADE"), primary_key=True),
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), index=True),
    Column("search", JSON, nullable=False),
    Column("seen", JSON, nullable=False),
    Column("at", Moment, nullable=False),
)

wishes = Table(
    "wishes",
    metadata,
    Column("id", Id, primary_key=True),
    Column("account_id", Id, ForeignKey("accounts.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), index=True),
    Column("search", JSON, nullable=False),
    # What it is about, its words included, for counting.
    Column("interests", JSON, nullable=False),
    Column("municipality", String(80)),
    Column("kept_at", Moment, nullable=False),
    Column("told_at", Moment),
    # The offers its person heard of, so that none is told twice.
    Column("told_of", JSON, nullable=False),
    Column("is_open", Boolean, nullable=False, index=True),
    sqlite_autoincrement=True,
)
