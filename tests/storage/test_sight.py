"""The rule who sees what, put as SQL: the same as the rule itself, in every form of question."""

import ast
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, exists, func, select, union_all, update
from sqlalchemy.orm import aliased
from sqlmodel import col

from bot.newsroom.channel import Channel, Kind
from bot.newsroom.viewer import Place, Viewer, may_see
from storage.database import writing
from storage.sight import CONFIDENTIAL, Sight
from storage.tables import ClaimRow, FigureRow, InboxRow, RelationRow, VersionRow
from tests.making import a_claim, a_link
from tests.storage.shelf import CITY, SOURCES, WORLD, Shelf, a_whole_claim, an_entry

ROOT = Path(__file__).parents[2]

PLACES = [
    Place(Channel(workspace, f"{kind}{outsiders}{then}", kind=kind, outsiders=outsiders), then)
    for workspace, kind, outsiders, then in product(
        ["T1", "T2"], Kind, [False, True], [False, True]
    )
]


def test_the_rule_in_sql_agrees_with_the_rule_for_every_viewer_and_place(shelf: Shelf) -> None:
    for number, place in enumerate(PLACES):
        then = Kind.PUBLIC if place.public_when_recorded else Kind.PRIVATE
        shelf.archive.keep_channel(replace(place.channel, kind=then, outsiders=False))
        was = replace(place.channel, kind=then, outsiders=False)
        shelf.file(was, an_entry(f"A{number}", a_claim(f"C-{number}")))
        shelf.archive.keep_channel(place.channel)

    for viewer in [Viewer(place.channel) for place in PLACES]:
        with Sight(shelf.engine, viewer) as session:
            seen = set(session.scalars(select(col(ClaimRow.id))))
        may = {f"C-{n}" for n, place in enumerate(PLACES) if may_see(viewer, place)}
        assert seen == may, viewer


QUESTIONS: dict[str, Callable[[], Any]] = {
    "rows": lambda: select(ClaimRow),
    "columns": lambda: select(col(ClaimRow.quote)),
    "an alias": lambda: select(aliased(ClaimRow)),
    "a sub-query": lambda: select(select(ClaimRow).subquery()),
    "a common table": lambda: select(select(ClaimRow).cte()),
    "a join": lambda: select(FigureRow).join(ClaimRow, col(ClaimRow.number) == FigureRow.claim),
    "an existence": lambda: select(1).where(exists(select(ClaimRow).subquery())),
    "a union": lambda: union_all(select(col(ClaimRow.id)), select(col(VersionRow.id))),
    "the ends of a link": lambda: select(RelationRow),
    "a figure alone": lambda: select(FigureRow),
    "an event": lambda: select(InboxRow),
    "a row that is changed": lambda: update(ClaimRow).values(cue="").returning(col(ClaimRow.id)),
    "a row that is deleted": lambda: delete(ClaimRow).returning(col(ClaimRow.id)),
}


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=QUESTIONS)
def test_no_question_shows_what_is_hidden(shelf: Shelf, question: Callable[[], Any]) -> None:
    first, second = a_claim("C-1"), a_whole_claim("C-2")
    shelf.file(SOURCES, an_entry("A1", first, second, links=(a_link(second, first),)))

    assert _answers(shelf, CITY, question()) == 0
    assert _answers(shelf, SOURCES, question()) > 0


def test_a_count_leaves_out_what_is_hidden(shelf: Shelf) -> None:
    shelf.file(SOURCES, an_entry("A1", a_claim("C-1")))
    shelf.file(WORLD, an_entry("A2", a_claim("C-2")))

    with Sight(shelf.engine, Viewer(CITY)) as session:
        assert session.scalar(select(func.count()).select_from(ClaimRow)) == 1


def test_every_table_says_where_its_rows_were_recorded_but_those_of_places_and_keys() -> None:
    ours = {str(table.__tablename__) for table in CONFIDENTIAL}
    every = set(ClaimRow.metadata.tables)

    places = {
        "workspaces",
        "channels",
        "spent",
        "swept",
        "installs",
        "install_states",
    }  # settings, and counts without words
    assert every - ours == places | {"claim_key", "keyed", "key_count"}


def test_nobody_outside_storage_knows_the_tables_or_a_session() -> None:
    knowing = [
        str(path.relative_to(ROOT))
        for folder in ("bot", "handlers")
        for path in (ROOT / folder).rglob("*.py")
        if _names(path) & {"storage.tables", "storage.sight", "sqlalchemy", "sqlmodel"}
    ]

    assert knowing == []


QUEUES = {"inbox.py", "outbox.py", "leasing.py", "database.py"}
OF_THE_BOT = {
    "backup.py",  # the operator puts the whole database aside
    "carrying.py",  # the operator moves the whole database to PostgreSQL
    "bell.py",  # rouses other processes, without a word of what came in
    "dumping.py",  # the same as a backup, by PostgreSQL's own programs
    "returning.py",  # which claims a backup brings back, by their ids, for the operator
    "days.py",  # the clock asks which channels want a digest
    "embargoes.py",  # which channels have embargoes that ended
    "digesting.py",  # marks as told what the sender has just posted
    "forgetting.py",  # what goes, goes from every channel's rows
    "health.py",  # counts for the operator
    "installs.py",  # the tokens of workspaces, and no claim
    "reindexing.py",  # by which keys claims are found, and nobody reads them
    "places.py",  # what people set, and no claim
    "telling.py",  # whom a filing concerns; each is then told with his own eyes
    "watches.py",  # people's own watches
}
"""Rooms that act for the bot and answer nobody with another's words."""


def test_inside_storage_nobody_else_asks_for_rows_without_a_viewer() -> None:
    opening = {
        path.name
        for path in (ROOT / "storage").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and (_is_session(node.func) or _called(node.func) in {"connect", "text", "from_statement"})
    }

    assert opening == QUEUES | OF_THE_BOT
    assert "storage.tables" not in _names(ROOT / "storage" / "database.py")


def _answers(shelf: Shelf, channel: Channel, question: Any) -> int:
    with Sight(writing(shelf.engine), Viewer(channel)) as session:
        answers: Sequence[Any] = session.execute(question).all()
        session.rollback()
        return len(answers)


def _names(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    froms = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    plain = {a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names}
    return {name if name.startswith("storage") else name.split(".")[0] for name in froms | plain}


def _is_session(called: ast.expr) -> bool:
    return isinstance(called, ast.Name) and called.id == "Session"


def _called(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else ""
