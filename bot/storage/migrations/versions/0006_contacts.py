"""Contacts who join, confirm and sign: who they are, what each sees, what they said."""

import sqlalchemy as sa
from alembic import op

from bot.storage.moments import Moment

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "contacts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("organisation", sa.String(length=200), nullable=True),
        sa.Column("key", sa.String(length=204), nullable=False),
        sa.Column("reached", sa.String(length=12), nullable=False),
        sa.Column("account_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("asks_on", sa.Integer(), nullable=True),
        sa.Column("joined_at", Moment(timezone=True), nullable=False),
        sa.Column("checked_at", Moment(timezone=True), nullable=True),
        sa.Column("checked_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("stopped_at", Moment(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["account_id"], ["accounts.id"], name=op.f("fk_contacts_account_id_accounts"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["checked_by"],
            ["begeleiders.id"],
            name=op.f("fk_contacts_checked_by_begeleiders"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contacts_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_contacts_key"), ["key"], unique=False)

    op.create_table(
        "doors",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("contact_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("made_at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_doors_contact_id_contacts"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_doors")),
        sa.UniqueConstraint("contact_id", "kind", "minutes", name="uq_doors_one_each"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "contact_links",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("newcomer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("bewijs_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("organisation", sa.String(length=200), nullable=True),
        sa.Column("reached", sa.String(length=12), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("made_at", Moment(timezone=True), nullable=False),
        sa.Column("expires_at", Moment(timezone=True), nullable=False),
        sa.Column("used_at", Moment(timezone=True), nullable=True),
        sa.Column("contact_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("asked_again_at", Moment(timezone=True), nullable=True),
        sa.Column("named_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(
            ["bewijs_id"],
            ["bewijzen.id"],
            name=op.f("fk_contact_links_bewijs_id_bewijzen"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
            name=op.f("fk_contact_links_contact_id_contacts"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["named_by"],
            ["contacts.id"],
            name=op.f("fk_contact_links_named_by_contacts"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["newcomer_id"],
            ["newcomers.id"],
            name=op.f("fk_contact_links_newcomer_id_newcomers"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_links")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("contact_links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_links_contact_id"), ["contact_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_contact_links_expires_at"), ["expires_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_contact_links_named_by"), ["named_by"], unique=False)
        batch_op.create_index(batch_op.f("ix_contact_links_newcomer_id"), ["newcomer_id"], unique=False)

    op.create_table(
        "contact_ties",
        sa.Column("contact_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("bewijs_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("newcomer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["bewijs_id"],
            ["bewijzen.id"],
            name=op.f("fk_contact_ties_bewijs_id_bewijzen"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
            name=op.f("fk_contact_ties_contact_id_contacts"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["newcomer_id"],
            ["newcomers.id"],
            name=op.f("fk_contact_ties_newcomer_id_newcomers"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("contact_id", "bewijs_id", name=op.f("pk_contact_ties")),
    )
    with op.batch_alter_table("contact_ties", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_ties_bewijs_id"), ["bewijs_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_contact_ties_newcomer_id"), ["newcomer_id"], unique=False)

    op.create_table(
        "contact_words",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("newcomer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("attendance_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("contact_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("first_at", Moment(timezone=True), nullable=False),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.Column("surface", sa.String(length=12), nullable=True),
        sa.ForeignKeyConstraint(
            ["attendance_id"],
            ["attendances.id"],
            name=op.f("fk_contact_words_attendance_id_attendances"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_contact_words_contact_id_contacts")
        ),
        sa.ForeignKeyConstraint(
            ["newcomer_id"],
            ["newcomers.id"],
            name=op.f("fk_contact_words_newcomer_id_newcomers"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_words")),
        sa.UniqueConstraint("attendance_id", "contact_id", name="uq_contact_words_one_each"),
    )
    with op.batch_alter_table("contact_words", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_words_contact_id"), ["contact_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_contact_words_newcomer_id"), ["newcomer_id"], unique=False)

    op.create_table(
        "signatures",
        sa.Column("paper_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("newcomer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("contact_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("newcomer", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("organisation", sa.String(length=200), nullable=True),
        sa.Column("contact", sa.String(length=64), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.Column("signed_at", Moment(timezone=True), nullable=False),
        sa.Column("strokes", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
            name=op.f("fk_signatures_contact_id_contacts"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["newcomer_id"],
            ["newcomers.id"],
            name=op.f("fk_signatures_newcomer_id_newcomers"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["paper_id"], ["papers.id"], name=op.f("fk_signatures_paper_id_papers"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("paper_id", name=op.f("pk_signatures")),
    )
    with op.batch_alter_table("signatures", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signatures_contact_id"), ["contact_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_signatures_newcomer_id"), ["newcomer_id"], unique=False)

    with op.batch_alter_table("acceptances", schema=None) as batch_op:
        batch_op.add_column(sa.Column("days", sa.JSON(none_as_null=True), nullable=True))

    with op.batch_alter_table("attendances", schema=None) as batch_op:
        batch_op.add_column(sa.Column("source", sa.String(length=8), server_default="typed", nullable=False))
        batch_op.add_column(sa.Column("claimed_minutes", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("is_denied", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(
            sa.Column("contacts_differ", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        batch_op.add_column(sa.Column("objected_at", Moment(timezone=True), nullable=True))

    with op.batch_alter_table("begeleiders", schema=None) as batch_op:
        batch_op.add_column(sa.Column("phone", sa.String(length=32), nullable=True))

    with op.batch_alter_table("papers", schema=None) as batch_op:
        batch_op.add_column(sa.Column("is_digital", sa.Boolean(), server_default=sa.false(), nullable=False))

    with op.batch_alter_table("signature_refusals", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("contact_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(sa.Column("because", sa.String(length=20), nullable=True))
        batch_op.add_column(sa.Column("note", sa.Text(), nullable=True))
        batch_op.create_index(batch_op.f("ix_signature_refusals_contact_id"), ["contact_id"], unique=False)

    # Until now only the begeleider confirmed, after a call.
    op.execute("UPDATE attendances SET claimed_minutes = minutes")
    op.execute(
        "INSERT INTO contact_words (newcomer_id, attendance_id, minutes, first_at, at) "
        "SELECT newcomer_id, id, minutes, claimed_at, claimed_at FROM attendances WHERE state = 'confirmed'"
    )


def downgrade() -> None:
    raise NotImplementedError("a schema only goes forward; restore the backup instead")
