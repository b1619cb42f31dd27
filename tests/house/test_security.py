"""SECURITY.md says what the code does: scopes, what is stored, limits, the tools of an audit."""

import re
import tomllib

import pytest

from bot.articles.fetch import Limits
from bot.stopping import SECONDS
from handlers.manifest import manifest
from tests.hostile.pages import KINDS
from tests.house.test_papers import LOCKS
from tests.house.tree import ROOT

SECURITY = (ROOT / "SECURITY.md").read_text(encoding="utf-8")


def _rows(heading: str) -> dict[str, str]:
    """Return the table under a heading: what its first column names in `code`, and the second."""
    part = SECURITY.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return dict(re.findall(r"^\| `([^`]+)` \| (.+) \|$", part, flags=re.MULTILINE))


def test_every_scope_is_there_with_a_reason_and_no_other() -> None:
    asked = manifest()["oauth_config"]["scopes"]
    rows = _rows("What the bot may do in Slack, and why")

    assert asked.keys() == {"bot"}
    assert sorted(rows) == sorted(asked["bot"])
    assert min(map(len, rows.values())) >= len("to answer")


def test_every_family_of_tables_is_told() -> None:
    modules = {path.stem for path in (ROOT / "storage" / "tables").glob("[a-z]*.py")}

    assert set(_rows("What is stored")) == modules - {"base"}


@pytest.mark.parametrize(
    "said",
    [
        f"{Limits().seconds:g} seconds",
        f"{Limits().wire_bytes // 1_000_000} MB on the wire",
        f"{Limits().body_bytes // 1_000_000} MB unpacked",
        f"within {SECONDS:g} seconds",
    ],
)
def test_limits_are_those_of_the_code(said: str) -> None:
    assert said in SECURITY


def test_the_count_of_hostile_pages_is_the_tables() -> None:
    assert "Fifty-nine kinds" in SECURITY
    assert len(KINDS) == 59


def test_the_tools_of_an_audit_are_named_and_never_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split("[<>=]", want)[0] for want in project["optional-dependencies"]["audit"]}

    assert names == {"cyclonedx-bom", "pip-audit"}
    assert all(tool in SECURITY for tool in ("bin/pip-audit ", "bin/cyclonedx-py "))
    for lock in LOCKS:
        pinned = (ROOT / lock).read_text(encoding="utf-8")
        assert not any(f"\n{name}==" in pinned for name in names)
