"""What look-up weighs with: all keys of a claim at once, and how many claims a key has."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ON_SQLITE = (
    """
    CREATE TRIGGER claim_key_in AFTER INSERT ON claim_key BEGIN
        INSERT INTO key_count (key, claims) VALUES (NEW.key, 1)
        ON CONFLICT (key) DO UPDATE SET claims = claims + 1;
    END
    """,
    """
    CREATE TRIGGER claim_key_out AFTER DELETE ON claim_key BEGIN
        UPDATE key_count SET claims = claims - 1 WHERE key = OLD.key;
        DELETE FROM key_count WHERE key = OLD.key AND claims <= 0;
    END
    """,
)

# One statement for all rows, keys in order: two transactions lock the same rows in one order.
ON_POSTGRESQL = (
    """
    CREATE FUNCTION claim_key_in() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        INSERT INTO key_count AS kept (key, claims)
        SELECT key, count(*) FROM fresh GROUP BY key ORDER BY key
        ON CONFLICT (key) DO UPDATE SET claims = kept.claims + excluded.claims;
        RETURN NULL;
    END $$
    """,
    """
    CREATE FUNCTION claim_key_out() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        PERFORM 1 FROM key_count
        WHERE key IN (SELECT key FROM gone) ORDER BY key FOR UPDATE;
        UPDATE key_count AS kept SET claims = kept.claims - lost.claims
        FROM (SELECT key, count(*) AS claims FROM gone GROUP BY key) AS lost
        WHERE kept.key = lost.key;
        DELETE FROM key_count WHERE claims <= 0 AND key IN (SELECT key FROM gone);
        RETURN NULL;
    END $$
    """,
    """
    CREATE TRIGGER claim_key_in AFTER INSERT ON claim_key
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION claim_key_in()
    """,
    """
    CREATE TRIGGER claim_key_out AFTER DELETE ON claim_key
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION claim_key_out()
    """,
)


def upgrade() -> None:
    """Add the tables and the triggers that count.

    The index of before was made of other keys: it is emptied, and the bot fills it anew when it
    starts (`Archive.catch_up`).
    """
    op.execute("DELETE FROM claim_key")
    op.create_table(
        "keyed",
        sa.Column("claim", sa.BigInteger(), nullable=False),
        sa.Column("keys", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("claim", name="pk_keyed"),
        sa.ForeignKeyConstraint(
            ["claim"], ["claims.number"], name="fk_keyed_claim", ondelete="CASCADE"
        ),
    )
    op.create_table(
        "key_count",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("claims", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_key_count"),
        sqlite_with_rowid=False,
    )
    for statement in ON_SQLITE if _is_sqlite() else ON_POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    """Take them away again; the index is left as it is, and the release before finds less."""
    on = "" if _is_sqlite() else " ON claim_key"
    for trigger in ("claim_key_in", "claim_key_out"):
        op.execute(f"DROP TRIGGER {trigger}{on}")
        if on:
            op.execute(f"DROP FUNCTION {trigger}()")
    op.drop_table("key_count")
    op.drop_table("keyed")


def _is_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"
