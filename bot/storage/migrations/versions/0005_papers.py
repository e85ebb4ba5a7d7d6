"""Papers that are handed in, forms and their numbers, contacts who do not sign."""

import sqlalchemy as sa
from alembic import op

from bot.storage.moments import Moment

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "bewijs_contacts",
        sa.Column("bewijs_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("key", sa.String(length=204), nullable=False),
        sa.Column("newcomer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("belongs", sa.Boolean(), nullable=False),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["bewijs_id"],
            ["bewijzen.id"],
            name=op.f("fk_bewijs_contacts_bewijs_id_bewijzen"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["newcomer_id"],
            ["newcomers.id"],
            name=op.f("fk_bewijs_contacts_newcomer_id_newcomers"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("bewijs_id", "key", name=op.f("pk_bewijs_contacts")),
    )
    with op.batch_alter_table("bewijs_contacts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_bewijs_contacts_newcomer_id"), ["newcomer_id"], unique=False)

    op.create_table(
        "signature_refusals",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("newcomer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("bewijs_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.Column("answer", sa.String(length=12), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("answered_at", Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["bewijs_id"],
            ["bewijzen.id"],
            name=op.f("fk_signature_refusals_bewijs_id_bewijzen"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["newcomer_id"],
            ["newcomers.id"],
            name=op.f("fk_signature_refusals_newcomer_id_newcomers"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signature_refusals")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("signature_refusals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signature_refusals_newcomer_id"), ["newcomer_id"], unique=False)

    op.create_table(
        "papers",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("newcomer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("receipt", sa.String(length=12), nullable=False),
        sa.Column("album", sa.String(length=64), nullable=True),
        sa.Column("came", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=True),
        sa.Column("organisation", sa.String(length=200), nullable=True),
        sa.Column("contact", sa.String(length=200), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("form", sa.String(length=16), nullable=True),
        sa.Column("bewijs_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("sent_anyway", sa.Boolean(), nullable=False),
        sa.Column("began_at", Moment(timezone=True), nullable=False),
        sa.Column("handed_in_at", Moment(timezone=True), nullable=True),
        sa.Column("decided_at", Moment(timezone=True), nullable=True),
        sa.Column("acceptance_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("refused_because", sa.String(length=20), nullable=True),
        sa.Column("contact_answer", sa.String(length=12), nullable=True),
        sa.Column("contact_minutes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["acceptance_id"],
            ["acceptances.id"],
            name=op.f("fk_papers_acceptance_id_acceptances"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["bewijs_id"], ["bewijzen.id"], name=op.f("fk_papers_bewijs_id_bewijzen"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["newcomer_id"],
            ["newcomers.id"],
            name=op.f("fk_papers_newcomer_id_newcomers"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_papers")),
        sa.UniqueConstraint("acceptance_id", name=op.f("uq_papers_acceptance_id")),
        sa.UniqueConstraint("receipt", name=op.f("uq_papers_receipt")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_papers_form"), ["form"], unique=False)
        batch_op.create_index(batch_op.f("ix_papers_newcomer_id"), ["newcomer_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_papers_state"), ["state"], unique=False)

    op.create_table(
        "forms",
        sa.Column("number", sa.String(length=16), nullable=False),
        sa.Column("newcomer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("bewijs_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("counted_in", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("made_at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["bewijs_id"], ["bewijzen.id"], name=op.f("fk_forms_bewijs_id_bewijzen"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["counted_in"], ["papers.id"], name=op.f("fk_forms_counted_in_papers"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["newcomer_id"], ["newcomers.id"], name=op.f("fk_forms_newcomer_id_newcomers"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_forms")),
    )
    with op.batch_alter_table("forms", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_forms_counted_in"), ["counted_in"], unique=False)
        batch_op.create_index(batch_op.f("ix_forms_newcomer_id"), ["newcomer_id"], unique=False)

    op.create_table(
        "paper_pages",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("paper_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.String(length=200), nullable=False),
        sa.Column("file_unique_id", sa.String(length=64), nullable=False),
        sa.Column("is_replaced", sa.Boolean(), nullable=False),
        sa.Column("check", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("refused", sa.String(length=20), nullable=True),
        sa.Column("is_gone", sa.Boolean(), nullable=False),
        sa.Column("form", sa.String(length=16), nullable=True),
        sa.Column("digest", sa.String(length=64), nullable=True),
        sa.Column("look", sa.String(length=512), nullable=True),
        sa.Column("resembles", sa.JSON(), nullable=False),
        sa.Column("original", sa.String(length=64), nullable=True),
        sa.Column("scan", sa.String(length=64), nullable=True),
        sa.Column("small", sa.String(length=64), nullable=True),
        sa.Column("writing", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["paper_id"], ["papers.id"], name=op.f("fk_paper_pages_paper_id_papers"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paper_pages")),
        sa.UniqueConstraint("account_id", "message_id", "number", name="uq_paper_pages_message"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("paper_pages", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_paper_pages_digest"), ["digest"], unique=False)
        batch_op.create_index(batch_op.f("ix_paper_pages_file_unique_id"), ["file_unique_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_paper_pages_form"), ["form"], unique=False)
        batch_op.create_index(batch_op.f("ix_paper_pages_original"), ["original"], unique=False)
        batch_op.create_index(batch_op.f("ix_paper_pages_paper_id"), ["paper_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_paper_pages_scan"), ["scan"], unique=False)
        batch_op.create_index(batch_op.f("ix_paper_pages_small"), ["small"], unique=False)
        batch_op.create_index(batch_op.f("ix_paper_pages_writing"), ["writing"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("a schema only goes forward; restore the backup instead")
