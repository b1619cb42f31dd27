"""The table of what goes wrong names, for each row, tests that there are."""

import ast
import re

from tests.house.tree import ROOT

HEADING = "## What goes wrong, and what happens then"
ROWS = 20
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def rows() -> list[str]:
    """Return the rows of the table, its head left out."""
    section = (
        (ROOT / "SECURITY.md").read_text(encoding="utf-8").split(HEADING)[1].split("\n## ")[0]
    )
    lines = [line for line in section.splitlines() if line.startswith("| ")]
    return lines[1:]


def names_in(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_row_of_the_faults_names_tests_that_there_are() -> None:
    named = {row: NAMED.findall(row) for row in rows()}

    assert len(named) >= ROWS
    assert [row for row, tests in named.items() if not tests] == []
    assert [
        one for tests in named.values() for one in tests if one[1] not in names_in(one[0])
    ] == []
