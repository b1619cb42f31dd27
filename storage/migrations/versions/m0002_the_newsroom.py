"""What people set, decide and watch, and what the clock has done."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)

NEW_TABLES = (
    "swept showed digested digests mutes told watches acts settled story_names joined edits "
    "statuses spent"
).split()
NEW_COLUMNS = {
    "channels": "bots digest digest_at days zone weekly retention".split(),
    "workspaces": "own_outlets checkers allowed quota owner hold left_at".split(),
}


def upgrade() -> None:
    """Add the settings, and the tables of decisions, watches and days."""
    _settings()
    op.drop_table("statuses")  # nothing wrote to it in the first release
    _judgements()
    _trail()
    _watches()
    _days()
    _showed()


def downgrade() -> None:
    """Take them away again."""
    for table in NEW_TABLES:
        op.drop_table(table)
    for table, columns in NEW_COLUMNS.items():
        for column in columns:
            op.drop_column(table, column)
    op.create_table(
        "statuses",
        *_where(),
        *_columns("number claim", NUMBER),
        *_columns("status person note link"),
        *_columns("marked_at", INSTANT),
        _key("statuses", "number"),
        _belongs("statuses", "claim", "claims.number"),
    )
    _index("statuses", "claim")


def _columns(
    names: str, kind: sa.types.TypeEngine[Any] | None = None, *, empty: bool = False
) -> list[sa.Column[Any]]:
    """Return columns of one kind, text that is always there unless told otherwise."""
    return [sa.Column(name, kind or sa.String(), nullable=empty) for name in names.split()]


def _where() -> list[sa.Column[Any]]:
    """Return the columns that say where a row was recorded."""
    return [*_columns("workspace channel"), *_columns("public_when_recorded", sa.Boolean())]


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def _once(table: str, *columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")


def _belongs(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    """Return the tie to a row of another table, with which this one goes."""
    return sa.ForeignKeyConstraint([column], [to], name=f"fk_{table}_{column}", ondelete="CASCADE")


def _in_channel(table: str) -> sa.ForeignKeyConstraint:
    """Return the tie to the channel's row."""
    return sa.ForeignKeyConstraint(
        ["workspace", "channel"],
        ["channels.workspace", "channels.id"],
        name=f"fk_{table}_workspace_channel",
        ondelete="CASCADE",
    )


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def _settings() -> None:
    lists, numbers, flags = sa.JSON(), sa.Integer(), sa.Boolean()
    yes, no = sa.true(), sa.false()
    for table, name, kind, default in (
        ("channels", "bots", lists, "[]"),
        ("channels", "digest", flags, yes),
        ("channels", "digest_at", sa.Time(), "09:00:00"),
        ("channels", "days", lists, "[1, 2, 3, 4, 5]"),
        ("channels", "zone", sa.String(), "Etc/UTC"),
        ("channels", "weekly", flags, no),
        ("channels", "retention", numbers, "0"),
        ("workspaces", "own_outlets", lists, "[]"),
        ("workspaces", "checkers", lists, "[]"),
        ("workspaces", "allowed", lists, "[]"),
        ("workspaces", "quota", numbers, "0"),
        ("workspaces", "owner", sa.String(), ""),
        ("workspaces", "hold", flags, no),
    ):
        op.add_column(table, sa.Column(name, kind, nullable=False, server_default=default))
    op.add_column("workspaces", sa.Column("left_at", INSTANT, nullable=True))
    channels = sa.table("channels", sa.column("replies"))
    chosen_by_nobody = channels.c.replies == "differences"  # the first release had no settings
    op.execute(sa.update(channels).where(chosen_by_nobody).values(replies=""))


def _judgements() -> None:
    op.create_table(
        "statuses",
        *_where(),
        *_columns("number claim", NUMBER),
        *_columns("status person note link key"),
        *_columns("marked_at", INSTANT),
        *_columns("undone", sa.Boolean()),
        _key("statuses", "number"),
        _belongs("statuses", "claim", "claims.number"),
        _once("statuses", "key"),
    )
    _index("statuses", "claim")

    op.create_table(
        "edits",
        *_where(),
        *_columns("number claim", NUMBER),
        *_columns("position", sa.Integer()),
        *_columns("facet before after person key"),
        *_columns("edited_at", INSTANT),
        *_columns("undone", sa.Boolean()),
        _key("edits", "number"),
        _belongs("edits", "claim", "claims.number"),
        _once("edits", "key"),
    )
    _index("edits", "claim")

    op.create_table(
        "joined",
        *_where(),
        *_columns("later earlier", NUMBER),
        *_columns("same", sa.Boolean()),
        *_columns("person"),
        *_columns("said_at", INSTANT),
        _key("joined", "later", "earlier"),
        _belongs("joined", "earlier", "claims.number"),
        _belongs("joined", "later", "claims.number"),
    )
    _index("joined", "earlier")

    op.create_table(
        "story_names",
        *_where(),
        *_columns("number claim", NUMBER),
        *_columns("name person"),
        *_columns("said_at", INSTANT),
        _key("story_names", "number"),
        _belongs("story_names", "claim", "claims.number"),
    )
    _index("story_names", "claim")


def _trail() -> None:
    op.create_table(
        "settled",
        *_where(),
        *_columns("number claim", NUMBER),
        *_columns("by", NUMBER, empty=True),
        *_columns("outcome person note key"),
        *_columns("settled_at", INSTANT),
        *_columns("undone", sa.Boolean()),
        _key("settled", "number"),
        _belongs("settled", "by", "claims.number"),
        _belongs("settled", "claim", "claims.number"),
        _once("settled", "key"),
    )
    _index("settled", "by")
    _index("settled", "claim")

    op.create_table(
        "acts",
        *_where(),
        *_columns("number", NUMBER),
        *_columns("claim deed person detail"),
        *_columns("done_at", INSTANT),
        _key("acts", "number"),
    )
    _index("acts", "claim")


def _watches() -> None:
    op.create_table(
        "watches",
        *_where(),
        *_columns("number", NUMBER),
        *_columns("claim", NUMBER, empty=True),
        *_columns("id person kind what direct key"),
        *_columns("snoozed_until", INSTANT, empty=True),
        *_columns("made_at", INSTANT),
        _key("watches", "number"),
        _belongs("watches", "claim", "claims.number"),
        _once("watches", "key"),
        _once("watches", "workspace", "id"),
    )
    _index("watches", "claim")
    _index("watches", "workspace", "kind")
    _index("watches", "workspace", "person")

    op.create_table(
        "told",
        *_where(),
        *_columns("watch claim", NUMBER),
        *_columns("told_at", INSTANT),
        _key("told", "watch", "claim"),
        _belongs("told", "claim", "claims.number"),
        _belongs("told", "watch", "watches.number"),
    )
    _index("told", "claim")

    op.create_table(
        "mutes",
        *_where(),
        *_columns("claim", NUMBER),
        *_columns("person"),
        *_columns("said_at", INSTANT),
        *_columns("until", INSTANT, empty=True),
        _key("mutes", "claim", "channel"),
        _belongs("mutes", "claim", "claims.number"),
        _in_channel("mutes"),
    )
    _index("mutes", "workspace", "channel")


def _days() -> None:
    op.create_table(
        "digests",
        *_where(),
        *_columns("number", NUMBER),
        *_columns("kind state"),
        *_columns("day", sa.Date()),
        *_columns("since ran_at", INSTANT),
        *_columns("late", sa.Boolean()),
        _key("digests", "number"),
        _in_channel("digests"),
        _once("digests", "workspace", "channel", "kind", "day"),
    )

    op.create_table(
        "digested",
        *_where(),
        *_columns("item state"),
        *_columns("mentions", sa.Integer()),
        *_columns("said_on", sa.Date()),
        _key("digested", "workspace", "channel", "item"),
        _in_channel("digested"),
    )

    op.create_table(
        "spent",
        *_columns("key workspace channel"),
        *_columns("day", sa.Date()),
        *_columns("links", sa.Integer()),
        _key("spent", "key"),
        _in_channel("spent"),
    )
    _index("spent", "workspace", "channel", "day")

    op.create_table(
        "swept",
        *_columns("workspace channel"),
        *_columns("day", sa.Date()),
        *_columns("until", INSTANT),
        _key("swept", "workspace", "channel"),
        _in_channel("swept"),
    )


def _showed() -> None:
    op.create_table(
        "showed",
        *_where(),
        *_columns("number", NUMBER),
        *_columns("claim kind sent ts thread person"),
        _key("showed", "number"),
        _once("showed", "workspace", "channel", "sent", "claim"),
    )
    _index("showed", "workspace", "claim")
