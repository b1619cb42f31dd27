"""Until when what was recorded stays in its channel: a moment beside where each row is from."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
RECORDED = (
    "articles versions brought claims figures sourcing relations checks checked inbox outbox "
    "showed statuses edits parted joined aliases story_names settled acts watches told mutes "
    "digests digested"
).split()
APART = sa.text("keyed_until IS NOT NULL")


def upgrade() -> None:
    """Add the moment, empty everywhere: nothing on record was under embargo."""
    for table in RECORDED:
        op.add_column(table, sa.Column("embargo", INSTANT, nullable=True))
    op.add_column("versions", sa.Column("keyed_until", INSTANT, nullable=True))
    op.create_index(
        "ix_versions_keyed_until",
        "versions",
        ["workspace"],
        sqlite_where=APART,
        postgresql_where=APART,
    )


def downgrade() -> None:
    """Take it away; what is under embargo is held to its channel for good, as the safer way."""
    for table in RECORDED:
        held = f"UPDATE {table} SET public_when_recorded = false WHERE embargo IS NOT NULL"  # noqa: S608 - names of ours
        op.execute(held)
    op.drop_index("ix_versions_keyed_until", "versions")
    op.drop_column("versions", "keyed_until")
    for table in RECORDED:
        op.drop_column(table, "embargo")
