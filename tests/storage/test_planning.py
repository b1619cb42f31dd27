"""SQLite answers as it would in a large archive: it goes through no channel's whole record."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, event, inspect

from bot.app.around import Surroundings
from bot.slackroom.room import Room
from storage.planning import EXPECTED
from tests.canaries.articles import Reader, an_article
from tests.canaries.hand import ByHand, a_bot
from tests.canaries.telling import a_database

WHOLE = re.compile(
    r"SCAN (?:claims|versions|figures|brought)\b|\(workspace=\?(?: AND channel=\?)?\)"
)
"""A table read from end to end, or all that was recorded in a workspace or a channel."""

SMALL = re.compile(r"\b(?:channels|workspaces|aliases|mutes|watches|ix_versions_keyed_until)\b")
"""What people set or said, and the partial index of what is under embargo."""


@pytest.fixture
def engine() -> Iterator[Engine]:
    with a_database() as engine:
        yield engine


def test_a_link_that_is_pasted_is_answered_without_reading_the_whole_record(
    engine: Engine,
) -> None:
    asked: dict[str, Any] = {}
    room, clock, reads = Room(), ByHand(), Reader()
    room.add_person("dana")
    with a_bot(room, Surroundings(clock=clock), engine, reads) as bot:
        room.invite_bot(room.add_channel("desk", members=["dana"]))
        for number, word in enumerate(("zqaaaax", "zqbaaax", "zqbaaax")):
            link = f"https://{word}.example/"
            bot.pages[link] = an_article(word, link, number, clock())
            room.post("dana", "desk", link)
            event.listen(engine, "before_cursor_execute", _noting(asked))
            bot.settle()

    plans = {one: _plan(engine, one, values) for one, values in asked.items()}

    assert any("claims" in one for one in plans)
    assert [(one, plan) for one, plan in plans.items() if any(map(_reads_all, plan))] == []


def test_every_index_of_which_something_is_expected_is_there(engine: Engine) -> None:
    with engine.connect() as connection:
        rows = connection.exec_driver_sql("SELECT tbl, idx FROM sqlite_stat1").all()
        found = inspect(connection)
        named = {str(one["name"]) for table in EXPECTED for one in found.get_indexes(table)}

    assert {index for table, index in rows if table == "versions"} == set(EXPECTED["versions"])
    own = {index for indexes in EXPECTED.values() for index in indexes if index.startswith("ix_")}
    assert own <= named


def _noting(asked: dict[str, Any]) -> Any:
    def note(*told: Any) -> None:
        _, _, statement, values, _, many = told
        if re.match(r"(?:SELECT|UPDATE|DELETE)\b", statement) and not many:
            asked[statement] = values

    return note


def _plan(engine: Engine, statement: str, values: Any) -> list[str]:
    with engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        return [str(row[3]) for row in plan]


def _reads_all(step: str) -> bool:
    return bool(WHOLE.search(step)) and not SMALL.search(step)
