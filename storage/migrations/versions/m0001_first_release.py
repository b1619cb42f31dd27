"""The tables of the first release."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
INSTANT = sa.DateTime(timezone=True)


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


def _index(table: str, *columns: str) -> None:
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def upgrade() -> None:
    """Make all tables."""
    _places()
    _articles()
    _claims()
    _relations()
    _queues()


def downgrade() -> None:
    """Drop all tables."""
    newest_first = (
        "outbox inbox parted checked checks relations claim_key aliases statuses sourcing figures"
        " claims brought versions articles channels workspaces"
    )
    for table in newest_first.split():
        op.drop_table(table)


def _places() -> None:
    op.create_table(
        "workspaces",
        *_columns("id"),
        _key("workspaces", "id"),
    )

    op.create_table(
        "channels",
        *_columns("workspace id name kind replies"),
        *_columns("outsiders member sensitive", sa.Boolean()),
        _key("channels", "workspace", "id"),
        _belongs("channels", "workspace", "workspaces.id"),
    )


def _articles() -> None:
    op.create_table(
        "articles",
        *_where(),
        *_columns("number", NUMBER),
        *_columns("link", empty=True),
        _key("articles", "number"),
        sa.ForeignKeyConstraint(
            ["workspace", "channel"],
            ["channels.workspace", "channels.id"],
            name="fk_articles_workspace_channel",
            ondelete="CASCADE",
        ),
        _once("articles", "workspace", "channel", "link"),
    )

    op.create_table(
        "versions",
        *_where(),
        *_columns("number article", NUMBER),
        *_columns("id text text_hash url outlet title byline basis origin"),
        *_columns("version published_offset", sa.Integer()),
        *_columns("published", INSTANT, empty=True),
        *_columns("fetched_at", INSTANT),
        _key("versions", "number"),
        _belongs("versions", "article", "articles.number"),
        _once("versions", "article", "version"),
        _once("versions", "workspace", "id"),
    )
    _index("versions", "workspace", "channel", "text_hash")

    op.create_table(
        "brought",
        *_where(),
        *_columns("number reading", NUMBER),
        *_columns("ts thread person"),
        _key("brought", "number"),
        _belongs("brought", "reading", "versions.number"),
        _once("brought", "reading", "ts"),
    )
    _index("brought", "workspace", "channel", "ts")


def _claims() -> None:
    op.create_table(
        "claims",
        *_where(),
        *_columns("number reading", NUMBER),
        *_columns("id quote cue polarity certainty when_text"),
        *_columns("position start end", sa.Integer()),
        *_columns("claimant", empty=True),
        *_columns("when_start when_end", sa.Date(), empty=True),
        *_columns("places names words about", sa.JSON()),
        *_columns("conditional", sa.Boolean()),
        _key("claims", "number"),
        _belongs("claims", "reading", "versions.number"),
        _once("claims", "workspace", "id"),
    )
    _index("claims", "reading")

    op.create_table(
        "figures",
        *_where(),
        *_columns("claim", NUMBER),
        *_columns("position start end", sa.Integer()),
        *_columns("low high", sa.Float(), empty=True),
        *_columns("unit what text per"),
        *_columns("modifier scope outcome", empty=True),
        _key("figures", "claim", "position"),
        _belongs("figures", "claim", "claims.number"),
    )

    op.create_table(
        "sourcing",
        *_where(),
        *_columns("claim", NUMBER),
        *_columns("position", sa.Integer()),
        *_columns("via"),
        _key("sourcing", "claim", "position"),
        _belongs("sourcing", "claim", "claims.number"),
    )

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

    op.create_table(
        "aliases",
        *_where(),
        *_columns("number", NUMBER),
        *_columns("alias name person"),
        *_columns("said_at", INSTANT),
        _key("aliases", "number"),
        _once("aliases", "workspace", "channel", "alias"),
    )

    op.create_table(
        "claim_key",
        *_columns("key claim", sa.BigInteger()),
        _key("claim_key", "key", "claim"),
        _belongs("claim_key", "claim", "claims.number"),
        sqlite_with_rowid=False,
    )
    _index("claim_key", "claim")


def _relations() -> None:
    op.create_table(
        "relations",
        *_where(),
        *_columns("number reading later earlier", NUMBER),
        *_columns("relation"),
        *_columns("shown", sa.Boolean()),
        *_columns("score", sa.Float()),
        *_columns("why differences", sa.JSON()),
        _key("relations", "number"),
        _belongs("relations", "earlier", "claims.number"),
        _belongs("relations", "later", "claims.number"),
        _belongs("relations", "reading", "versions.number"),
    )
    _index("relations", "earlier")
    _index("relations", "later")
    _index("relations", "reading")

    op.create_table(
        "checks",
        *_where(),
        *_columns("number reading", NUMBER),
        *_columns("kind line"),
        *_columns("rests_on", sa.Integer()),
        _key("checks", "number"),
        _belongs("checks", "reading", "versions.number"),
    )
    _index("checks", "reading")

    op.create_table(
        "checked",
        *_where(),
        *_columns("check claim", NUMBER),
        *_columns("position", sa.Integer()),
        _key("checked", "check", "position"),
        _belongs("checked", "check", "checks.number"),
        _belongs("checked", "claim", "claims.number"),
    )
    _index("checked", "claim")

    op.create_table(
        "parted",
        *_where(),
        *_columns("later earlier", NUMBER),
        *_columns("person"),
        *_columns("said_at", INSTANT),
        _key("parted", "later", "earlier"),
        _belongs("parted", "earlier", "claims.number"),
        _belongs("parted", "later", "claims.number"),
    )
    _index("parted", "earlier")


def _queues() -> None:
    op.create_table(
        "inbox",
        *_where(),
        *_columns("number", NUMBER),
        *_columns("key event ts thread person text respond_to state token reason"),
        *_columns("links", sa.JSON()),
        *_columns("attempts", sa.Integer()),
        *_columns("not_before received_at", INSTANT),
        _key("inbox", "number"),
        _once("inbox", "key"),
    )
    _index("inbox", "state", "not_before")
    _index("inbox", "workspace", "channel", "ts")

    op.create_table(
        "outbox",
        *_where(),
        *_columns("number", NUMBER),
        *_columns("key kind ts thread person article words respond_to state token sent_ts reason"),
        *_columns("attempts", sa.Integer()),
        *_columns("retry", sa.Boolean()),
        *_columns("not_before received_at", INSTANT),
        _key("outbox", "number"),
        _once("outbox", "key"),
    )
    _index("outbox", "state", "not_before")
    _index("outbox", "workspace", "channel", "sent_ts")
    _index("outbox", "workspace", "channel", "state")
    _index("outbox", "workspace", "channel", "ts")
    posting = sa.text("state = 'posting'")
    op.create_index(
        "uq_outbox_posting",
        "outbox",
        ["workspace", "channel"],
        unique=True,
        sqlite_where=posting,
        postgresql_where=posting,
    )
