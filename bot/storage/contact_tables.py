"""The tables of contacts: who joined, what each may see, links, what they said and signed, doors."""

from sqlalchemy import (
    JSON,
    Column,
    ForeignKey,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from bot.storage.metadata import Id, metadata
from bot.storage.moments import Moment

contacts = Table(
    "contacts",
    metadata,
    Column("id", Id, primary_key=True),
    Column("name", String(64), nullable=False),
    Column("organisation", String(200)),
    # The organisation, whichever way it is written.
    Column("key", String(204), nullable=False, index=True),
    Column("reached", String(12), nullable=False),
    Column("account_id", Id, ForeignKey("accounts.id", ondelete="SET NULL"), index=True),
    Column("email", String(254)),
    Column("language", String(8), nullable=False),
    Column("version", Integer, nullable=False),
    Column("asks_on", Integer),
    Column("joined_at", Moment, nullable=False),
    Column("checked_at", Moment),
    Column("checked_by", Id, ForeignKey("begeleiders.id", ondelete="SET NULL")),
    Column("stopped_at", Moment),
    sqlite_autoincrement=True,
)

contact_ties = Table(
    "contact_ties",
    metadata,
    Column("contact_id", Id, ForeignKey("contacts.id", ondelete="CASCADE"), primary_key=True),
    Column("bewijs_id", Id, ForeignKey("bewijzen.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
)

contact_links = Table(
    "contact_links",
    metadata,
    Column("id", Id, primary_key=True),
    # None for a link from the command line.
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), index=True),
    Column("bewijs_id", Id, ForeignKey("bewijzen.id", ondelete="CASCADE")),
    Column("organisation", String(200)),
    Column("reached", String(12), nullable=False),
    Column("name", String(64)),
    Column("email", String(254)),
    Column("made_at", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False, index=True),
    Column("used_at", Moment),
    Column("contact_id", Id, ForeignKey("contacts.id", ondelete="SET NULL"), index=True),
    Column("asked_again_at", Moment),
    Column("named_by", Id, ForeignKey("contacts.id", ondelete="SET NULL"), index=True),
    sqlite_autoincrement=True,
)

contact_words = Table(
    "contact_words",
    metadata,
    Column("id", Id, primary_key=True),
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("attendance_id", Id, ForeignKey("attendances.id", ondelete="CASCADE"), nullable=False),
    # None for the begeleider; so an erased contact keeps a row, and no word becomes the begeleider's.
    Column("contact_id", Id, ForeignKey("contacts.id"), index=True),
    Column("minutes", Integer, nullable=False),
    Column("first_at", Moment, nullable=False),
    Column("at", Moment, nullable=False),
    Column("surface", String(12)),
    UniqueConstraint("attendance_id", "contact_id", name="uq_contact_words_one_each"),
)

signatures = Table(
    "signatures",
    metadata,
    Column("paper_id", Id, ForeignKey("papers.id", ondelete="CASCADE"), primary_key=True),
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("contact_id", Id, ForeignKey("contacts.id", ondelete="SET NULL"), index=True),
    # Names as they were signed for, whatever became of the people since.
    Column("newcomer", String(200), nullable=False),
    Column("kind", String(24), nullable=False),
    Column("organisation", String(200)),
    Column("contact", String(64), nullable=False),
    Column("rows", JSON, nullable=False),
    Column("signed_at", Moment, nullable=False),
    Column("strokes", JSON, nullable=False),
)

doors = Table(
    "doors",
    metadata,
    Column("id", Id, primary_key=True),
    Column("contact_id", Id, ForeignKey("contacts.id", ondelete="CASCADE"), nullable=False),
    Column("kind", String(24), nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("made_at", Moment, nullable=False),
    UniqueConstraint("contact_id", "kind", "minutes", name="uq_doors_one_each"),
    sqlite_autoincrement=True,
)
