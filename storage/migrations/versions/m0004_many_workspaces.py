"""Several workspaces: which of them let the bot in, with what token, and which have none."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Add the tables, and to workspaces why nothing can be said there."""
    op.create_table(
        "installs",
        sa.Column("workspace", sa.String(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("bot_id", sa.String(), nullable=False),
        sa.Column("bot_user", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("enterprise", sa.String(), nullable=False),
        sa.Column("scopes", sa.JSON(), nullable=False),
        sa.Column("installed_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("workspace", name="pk_installs"),
        sa.ForeignKeyConstraint(
            ["workspace"], ["workspaces.id"], name="fk_installs_workspace", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "install_states",
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("until", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_install_states"),
    )
    op.add_column(
        "workspaces", sa.Column("stopped", sa.String(), nullable=False, server_default="")
    )


def downgrade() -> None:
    """Take them away again: every workspace has to install the bot anew."""
    op.drop_column("workspaces", "stopped")
    op.drop_table("install_states")
    op.drop_table("installs")
