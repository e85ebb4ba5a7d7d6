"""The dossier: contracts, hours, history, reminders, letters."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from bot.storage.moments import Moment

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "erasures",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("erased_id", sa.BigInteger(), nullable=False),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasures")),
    )
    op.create_table(
        "stand_ins",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("begeleider_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("colleague_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["begeleider_id"],
            ["begeleiders.id"],
            name=op.f("fk_stand_ins_begeleider_id_begeleiders"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["colleague_id"],
            ["begeleiders.id"],
            name=op.f("fk_stand_ins_colleague_id_begeleiders"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stand_ins")),
    )
    with op.batch_alter_table("stand_ins", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_stand_ins_begeleider_id"), ["begeleider_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_stand_ins_colleague_id"), ["colleague_id"], unique=False)

    op.create_table(
        "bewijzen",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("newcomer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("organisation", sa.String(length=200), nullable=True),
        sa.Column("contact", sa.String(length=200), nullable=True),
        sa.Column("key", sa.String(length=204), nullable=False),
        sa.Column("created_at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["newcomer_id"],
            ["newcomers.id"],
            name=op.f("fk_bewijzen_newcomer_id_newcomers"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bewijzen")),
        sa.UniqueConstraint("newcomer_id", "kind", "key", name="uq_bewijzen_one_each"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "consents",
        sa.Column("newcomer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("is_given", sa.Boolean(), nullable=False),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["newcomer_id"],
            ["newcomers.id"],
            name=op.f("fk_consents_newcomer_id_newcomers"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("newcomer_id", "purpose", name=op.f("pk_consents")),
    )
    op.create_table(
        "history",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("newcomer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.Column("who", sa.String(length=12), nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=True),
        sa.Column("what", sa.String(length=24), nullable=False),
        sa.Column("facts", sa.JSON(), nullable=False),
        sa.Column("why", sa.String(length=24), nullable=True),
        sa.ForeignKeyConstraint(
            ["newcomer_id"],
            ["newcomers.id"],
            name=op.f("fk_history_newcomer_id_newcomers"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_history")),
    )
    with op.batch_alter_table("history", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_history_newcomer_id"), ["newcomer_id"], unique=False)

    op.create_table(
        "letters",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("newcomer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("begeleider_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("part", sa.String(length=20), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("is_text", sa.Boolean(), nullable=False),
        sa.Column("delivery", sa.String(length=12), nullable=False),
        sa.Column("at", Moment(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["begeleider_id"],
            ["begeleiders.id"],
            name=op.f("fk_letters_begeleider_id_begeleiders"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["newcomer_id"],
            ["newcomers.id"],
            name=op.f("fk_letters_newcomer_id_newcomers"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("letters", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letters_begeleider_id"), ["begeleider_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_letters_newcomer_id"), ["newcomer_id"], unique=False)

    op.create_table(
        "reminders",
        sa.Column("newcomer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["newcomer_id"],
            ["newcomers.id"],
            name=op.f("fk_reminders_newcomer_id_newcomers"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("newcomer_id", "on", name=op.f("pk_reminders")),
    )
    op.create_table(
        "acceptances",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("newcomer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("bewijs_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("accepted_at", Moment(timezone=True), nullable=False),
        sa.Column("undone_at", Moment(timezone=True), nullable=True),
        sa.CheckConstraint("minutes > 0 AND first_day <= last_day", name="ck_acceptances_possible"),
        sa.ForeignKeyConstraint(
            ["bewijs_id"], ["bewijzen.id"], name=op.f("fk_acceptances_bewijs_id_bewijzen"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["newcomer_id"],
            ["newcomers.id"],
            name=op.f("fk_acceptances_newcomer_id_newcomers"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_acceptances")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("acceptances", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_acceptances_bewijs_id"), ["bewijs_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_acceptances_newcomer_id"), ["newcomer_id"], unique=False)

    op.create_table(
        "attendances",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("newcomer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("bewijs_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("claimed_at", Moment(timezone=True), nullable=False),
        sa.CheckConstraint("minutes > 0 AND minutes <= 1440", name="ck_attendances_minutes"),
        sa.ForeignKeyConstraint(
            ["bewijs_id"], ["bewijzen.id"], name=op.f("fk_attendances_bewijs_id_bewijzen"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["newcomer_id"],
            ["newcomers.id"],
            name=op.f("fk_attendances_newcomer_id_newcomers"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attendances")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("attendances", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_attendances_newcomer_id"), ["newcomer_id"], unique=False)
        batch_op.create_index(
            "uq_attendances_one_a_day",
            ["bewijs_id", "day"],
            unique=True,
            sqlite_where=sa.text("state IN ('claimed', 'confirmed')"),
            postgresql_where=sa.text("state IN ('claimed', 'confirmed')"),
        )

    op.create_table(
        "history_notes",
        sa.Column("event_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["history.id"], name=op.f("fk_history_notes_event_id_history"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_history_notes")),
    )
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("speaks_for_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.add_column(sa.Column("speaks_for_until", Moment(timezone=True), nullable=True))

    with op.batch_alter_table("invites", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("newcomer_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.create_index(batch_op.f("ix_invites_newcomer_id"), ["newcomer_id"], unique=False)
        batch_op.create_foreign_key(
            batch_op.f("fk_invites_newcomer_id_newcomers"),
            "newcomers",
            ["newcomer_id"],
            ["id"],
            ondelete="CASCADE",
        )

    # Rebuilt on SQLite, so that an erased id never comes again.
    rebuilds: Any = "always" if op.get_bind().dialect.name == "sqlite" else "never"
    with op.batch_alter_table(
        "newcomers", recreate=rebuilds, table_kwargs={"sqlite_autoincrement": True}
    ) as batch_op:
        batch_op.add_column(sa.Column("reference", sa.String(length=40), nullable=True))
        batch_op.add_column(sa.Column("language", sa.String(length=8), nullable=True))
        batch_op.add_column(sa.Column("status", sa.String(length=10), nullable=True))
        batch_op.add_column(sa.Column("starts_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("last_day", sa.Date(), nullable=True))
        batch_op.add_column(
            sa.Column("required_minutes", sa.Integer(), server_default="2400", nullable=False)
        )
        batch_op.add_column(sa.Column("closed_on", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("closed_because", sa.String(length=12), nullable=True))
        batch_op.add_column(sa.Column("reminders_paused_until", sa.Date(), nullable=True))

    with op.batch_alter_table("question_parts", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("by_begeleider_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.create_foreign_key(
            batch_op.f("fk_question_parts_by_begeleider_id_begeleiders"),
            "begeleiders",
            ["by_begeleider_id"],
            ["id"],
            ondelete="SET NULL",
        )

    with op.batch_alter_table("questions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_questions_newcomer_id"), ["newcomer_id"], unique=False)

    # Until now a phone served one newcomer, and whoever read a question answered it.
    op.execute(
        "UPDATE questions SET newcomer_id = (SELECT MIN(newcomer_accounts.newcomer_id) FROM newcomer_accounts"
        " WHERE newcomer_accounts.account_id = questions.account_id)"
    )
    op.execute(
        "UPDATE question_parts SET by_begeleider_id = (SELECT questions.begeleider_id FROM questions"
        " WHERE questions.id = question_parts.question_id) WHERE part LIKE 'answer%'"
    )


def downgrade() -> None:
    raise NotImplementedError("a schema only goes forward; restore the backup instead")
