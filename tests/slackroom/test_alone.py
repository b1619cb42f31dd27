"""The stand-in stands alone: the standard library and itself, no Slack library."""

import ast
import sys
from pathlib import Path

import pytest

ROOM = Path(__file__).parents[2] / "bot" / "slackroom"


def imports(page: Path) -> set[str]:
    """List the modules that a page imports, in full."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(page.read_text())):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("page", sorted(ROOM.rglob("*.py")), ids=lambda page: page.stem)
def test_a_page_imports_only_the_room_and_the_standard_library(page: Path) -> None:
    others = {name for name in imports(page) if not name.startswith("bot.slackroom")}

    assert {name.partition(".")[0] for name in others} - sys.stdlib_module_names - {"bot"} == set()
    assert not {name for name in others if name.startswith("bot.")}
    assert "bot" not in others
