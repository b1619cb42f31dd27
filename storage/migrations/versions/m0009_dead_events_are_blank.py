"""Events that nobody tries any more have no words: nobody would ever take these away."""

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Blank those that are dead."""
    op.execute("UPDATE inbox SET text = '', links = '[]', respond_to = '' WHERE state = 'dead'")


def downgrade() -> None:
    """Leave them: there is nothing to bring back."""
