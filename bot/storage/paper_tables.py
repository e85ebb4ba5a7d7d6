"""The tables of papers: what was photographed and handed in, forms and their numbers, who does not sign."""

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
    UniqueConstraint,
    false,
)

from bot.storage.metadata import Id, metadata
from bot.storage.moments import Moment

papers = Table(
    "papers",
    metadata,
    Column("id", Id, primary_key=True),
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), nullable=False, index=True),
    # No foreign key: the paper stays when that phone is nobody's any more.
    Column("account_id", Id, nullable=False),
    Column("state", String(12), nullable=False, index=True),
    Column("receipt", String(12), nullable=False, unique=True),
    Column("album", String(64)),
    Column("came", Integer, nullable=False),
    Column("kind", String(24)),
    Column("organisation", String(200)),
    Column("contact", String(200)),
    Column("minutes", Integer),
    Column("first_day", Date),
    Column("last_day", Date),
    # No foreign key: a form of somebody else goes with them.
    Column("form", String(16), index=True),
    Column("bewijs_id", Id, ForeignKey("bewijzen.id", ondelete="CASCADE")),
    Column("sent_anyway", Boolean, nullable=False),
    Column("began_at", Moment, nullable=False),
    Column("handed_in_at", Moment),
    Column("decided_at", Moment),
    Column("acceptance_id", Id, ForeignKey("acceptances.id", ondelete="SET NULL"), unique=True),
    Column("refused_because", String(20)),
    Column("contact_answer", String(12)),
    Column("contact_minutes", Integer),
    Column("is_digital", Boolean, nullable=False, server_default=false()),
    sqlite_autoincrement=True,
)

paper_pages = Table(
    "paper_pages",
    metadata,
    Column("id", Id, primary_key=True),
    Column("paper_id", Id, ForeignKey("papers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("account_id", Id, nullable=False),
    Column("message_id", BigInteger, nullable=False),
    # Which page of its file, from 0: a document may have several.
    Column("number", Integer, nullable=False),
    Column("file_id", String(200), nullable=False),
    Column("file_unique_id", String(64), nullable=False, index=True),
    # A better photograph took its place; its message is not taken a second time.
    Column("is_replaced", Boolean, nullable=False),
    Column("check", JSON(none_as_null=True)),
    Column("refused", String(20)),
    Column("is_gone", Boolean, nullable=False),
    Column("form", String(16), index=True),
    Column("digest", String(64), index=True),
    # What the picture looks like, in hexadecimal signs.
    Column("look", String(512)),
    Column("resembles", JSON, nullable=False),
    # Keys of kept pictures, by which a sweep tells what is still needed.
    Column("original", String(64), index=True),
    Column("scan", String(64), index=True),
    Column("small", String(64), index=True),
    Column("writing", String(64), index=True),
    UniqueConstraint("account_id", "message_id", "number", name="uq_paper_pages_message"),
    sqlite_autoincrement=True,
)

forms = Table(
    "forms",
    metadata,
    Column("number", String(16), primary_key=True),
    # None for a pad's form that nobody handed in yet.
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), index=True),
    Column("bewijs_id", Id, ForeignKey("bewijzen.id", ondelete="CASCADE")),
    Column("minutes", Integer),
    Column("first_day", Date),
    Column("last_day", Date),
    # The one paper in which it counts, so that no form counts twice.
    Column("counted_in", Id, ForeignKey("papers.id", ondelete="SET NULL"), index=True),
    Column("made_at", Moment, nullable=False),
)

bewijs_contacts = Table(
    "bewijs_contacts",
    metadata,
    # Contacts that a bewijs names beside its own.
    Column("bewijs_id", Id, ForeignKey("bewijzen.id", ondelete="CASCADE"), primary_key=True),
    Column("key", String(204), primary_key=True),
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("name", String(200), nullable=False),
    Column("belongs", Boolean, nullable=False),
    Column("at", Moment, nullable=False),
)

signature_refusals = Table(
    "signature_refusals",
    metadata,
    Column("id", Id, primary_key=True),
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("bewijs_id", Id, ForeignKey("bewijzen.id", ondelete="CASCADE"), nullable=False),
    Column("at", Moment, nullable=False),
    Column("answer", String(12)),
    Column("minutes", Integer),
    Column("answered_at", Moment),
    # Who said so themselves; None when the newcomer told it. No foreign key: no contact's row ever goes.
    Column("contact_id", Id, index=True),
    Column("because", String(20)),
    Column("note", Text),
    sqlite_autoincrement=True,
)

PICTURE_KEYS = (
    paper_pages.c.original,
    paper_pages.c.scan,
    paper_pages.c.small,
    paper_pages.c.writing,
)
"""Every column that holds the key of a kept picture."""
