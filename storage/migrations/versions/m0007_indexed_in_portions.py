"""Up to where a channel's claims are indexed anew: after a change it is done in portions."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

PENDING = sa.text("indexed_to IS NOT NULL")

# Before this release, claims that were in no index were looked for at each start.
BEGIN = """
    UPDATE channels SET indexed_to = 0 WHERE (workspace, id) IN (
        SELECT versions.workspace, versions.channel FROM claims
        JOIN versions ON versions.number = claims.reading
        WHERE NOT EXISTS (SELECT 1 FROM keyed WHERE keyed.claim = claims.number)
        AND NOT EXISTS (
            SELECT 1 FROM versions AS newer
            WHERE newer.article = versions.article AND newer.version > versions.version
        )
    )
"""
TAKE_OUT = """
    DELETE FROM keyed WHERE claim IN (
        SELECT claims.number FROM channels
        JOIN versions ON versions.workspace = channels.workspace AND versions.channel = channels.id
        JOIN claims ON claims.reading = versions.number
        WHERE versions.article > channels.indexed_to
    )
"""


def upgrade() -> None:
    """Add the column; where claims are in no index, all of the channel is to be indexed."""
    op.add_column("channels", sa.Column("indexed_to", sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_channels_indexed_to",
        "channels",
        ["workspace"],
        sqlite_where=PENDING,
        postgresql_where=PENDING,
    )
    op.create_index(
        "ix_articles_workspace_channel_number", "articles", ["workspace", "channel", "number"]
    )
    op.execute(BEGIN)


def downgrade() -> None:
    """Take it away; what waits to be indexed leaves the index, as the release before looks for."""
    op.execute(TAKE_OUT)
    op.drop_index("ix_articles_workspace_channel_number", "articles")
    op.drop_index("ix_channels_indexed_to", "channels")
    op.drop_column("channels", "indexed_to")
