"""What is asked for by its day: what came since, what came out last, what is about these days."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

BY_DAY = (
    ("ix_versions_fetched_at", "versions", ["workspace", "fetched_at"], None),
    ("ix_versions_published", "versions", ["workspace", "published", "number"], None),
    ("ix_versions_embargo", "versions", ["workspace", "embargo"], "embargo IS NOT NULL"),
    ("ix_claims_when_end", "claims", ["workspace", "when_end"], "when_end IS NOT NULL"),
    ("ix_brought_reading", "brought", ["workspace", "channel", "reading"], None),
)


def upgrade() -> None:
    """Add the indexes."""
    for name, table, columns, those in BY_DAY:
        where = sa.text(those) if those else None
        op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    """Take them away again."""
    for name, table, _, _ in BY_DAY:
        op.drop_index(name, table)
