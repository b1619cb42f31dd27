"""How many rows SQLite is to expect under each index: what an archive of a million claims has.

SQLite plans a question by such numbers. Without them it takes every index for a narrow one, and
goes through all claims of a workspace to find those of one article. Counted once and for all, and
not anew as an archive grows, they make its plans those that were measured, from the first day on:
https://sqlite.org/optoverview.html#fixed_results_of_analyze
"""

from collections.abc import Mapping

from sqlalchemy import Connection, text

EXPECTED: Mapping[str, Mapping[str, str]] = {
    "articles": {
        "sqlite_autoindex_articles_1": "40000 40000 20000 1",
        "ix_articles_workspace_channel_number": "40000 40000 20000 1",
    },
    "brought": {
        "sqlite_autoindex_brought_1": "40000 1 1",
        "ix_brought_workspace_channel_ts": "40000 40000 20000 1",
        "ix_brought_reading": "40000 40000 20000 1",
    },
    "channels": {"sqlite_autoindex_channels_1": "100 100 1"},
    "claim_key": {"claim_key": "22000000 170 1", "ix_claim_key_claim": "22000000 23"},
    "claims": {
        "sqlite_autoindex_claims_1": "1000000 1000000 1",
        "ix_claims_reading": "1000000 25",
        "ix_claims_when_end": "20000 20000 20",
    },
    "figures": {"sqlite_autoindex_figures_1": "1000000 1 1"},
    "key_count": {"key_count": "130000 1"},
    "keyed": {"sqlite_autoindex_keyed_1": "1000000 1"},
    "versions": {
        "sqlite_autoindex_versions_1": "40000 1 1",
        "sqlite_autoindex_versions_2": "40000 40000 1",
        "ix_versions_workspace_channel_text_hash": "40000 40000 20000 1",
        "ix_versions_fetched_at": "40000 40000 1",
        "ix_versions_published": "40000 40000 4 1",
        "ix_versions_embargo": "100 100 1",
        "ix_versions_keyed_until": "100 100",
    },
    "workspaces": {"sqlite_autoindex_workspaces_1": "1 1"},
}
"""By table and index: the rows, then those under one value of its first column, of two, and so on.

As ANALYZE counted them in an archive of a million claims in two channels of one workspace; days
are spread as they are in a newsroom.
"""

_KNOWN = text("SELECT name FROM sqlite_master WHERE name = 'sqlite_stat1'")
_STANDING = text("SELECT tbl, idx, stat FROM sqlite_stat1")


def expect(connection: Connection) -> None:
    """Let SQLite expect these numbers; PostgreSQL counts by itself."""
    if connection.dialect.name != "sqlite":
        return
    wanted = {(table, *row) for table, rows in EXPECTED.items() for row in rows.items()}
    if connection.execute(_KNOWN).first() is None:
        connection.exec_driver_sql("PRAGMA analysis_limit = 1")  # it makes the table, no more
        connection.exec_driver_sql("ANALYZE")
    elif wanted == {tuple(row) for row in connection.execute(_STANDING)}:
        return
    connection.exec_driver_sql("DELETE FROM sqlite_stat1")
    connection.exec_driver_sql("INSERT INTO sqlite_stat1 VALUES (?, ?, ?)", sorted(wanted))
    connection.exec_driver_sql("ANALYZE sqlite_master")  # which counts nothing: it reads them
