"""The tables of kept pictures: a key per newcomer, locked, and which files there are."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, String, Table

from bot.storage.metadata import Id, metadata
from bot.storage.moments import Moment

newcomer_keys = Table(
    "newcomer_keys",
    metadata,
    # Without this row nobody can read the newcomer's pictures any more, wherever copies of them lie.
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
    Column("master_id", String(16), nullable=False),
)

shared_keys = Table(
    "shared_keys",
    metadata,
    # Not derived from a master key: what was noted with it must still be found when those change.
    Column("name", String(20), primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
    Column("master_id", String(16), nullable=False),
)

blobs = Table(
    "blobs",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("newcomer_id", Id, ForeignKey("newcomers.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("bytes", Integer, nullable=False),
    Column("kept_at", Moment, nullable=False),
)
