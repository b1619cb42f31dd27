"""Each contract of the floors can fail: a small wrong that it is there for breaks it."""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import PRODUCT, ROOT

WRONGS = [
    pytest.param("floors", {"bot/claims/model.py": "import bot.newsroom"}, id="core knows people"),
    pytest.param("floors", {"bot/views/__init__.py": "import bot.desk"}, id="view asks the desk"),
    pytest.param("floors", {"bot/desk/__init__.py": "import bot.views"}, id="desk words a view"),
    pytest.param("floors", {"storage/__init__.py": "import bot.desk"}, id="store calls the desk"),
    pytest.param(
        "floors", {"bot/claims/model.py": "import storage"}, id="core reads the archive itself"
    ),
    pytest.param("exhaustive", {"bot/gadgets.py": ""}, id="module without a floor"),
    pytest.param("pure", {"bot/claims/model.py": "import os"}, id="core reads the environment"),
    pytest.param("pure", {"bot/newsroom/post.py": "import time"}, id="newsroom asks the clock"),
    pytest.param("pure", {"bot/views/__init__.py": "import slack_sdk"}, id="view calls Slack"),
    pytest.param("slack", {"bot/desk/__init__.py": "import slack_sdk"}, id="desk calls Slack"),
    pytest.param("slack", {"storage/__init__.py": "import slack_bolt"}, id="store listens"),
    pytest.param("sql", {"handlers/__init__.py": "import sqlmodel"}, id="listener writes SQL"),
    pytest.param("sql", {"bot/desk/__init__.py": "import sqlalchemy"}, id="desk writes SQL"),
    pytest.param(
        "settings", {"handlers/__init__.py": "import bot.settings"}, id="listener reads settings"
    ),
    pytest.param("stage", {"bot/app.py": "import bot.slackroom"}, id="real bot plays Slack"),
    pytest.param("stand-in", {"bot/slackroom/room.py": "import bot.claims"}, id="stand-in peeks"),
    pytest.param(
        "tables", {"handlers/__init__.py": "import storage.tables"}, id="listener reads a table"
    ),
    pytest.param(
        "cycles",
        {"handlers/one.py": "import handlers.other", "handlers/other.py": "import handlers.one"},
        id="two listeners need each other",
    ),
]


@pytest.mark.parametrize(("contract", "wrong"), WRONGS)
def test_a_wrong_breaks_its_contract(tmp_path: Path, contract: str, wrong: dict[str, str]) -> None:
    house = _copy_of_the_house(tmp_path)

    for name, line in wrong.items():
        with (house / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")

    assert "1 broken" in _lint(house, contract)


def test_the_house_as_it_stands_keeps_every_contract(tmp_path: Path) -> None:
    assert "0 broken" in _lint(_copy_of_the_house(tmp_path))


def test_every_contract_has_a_wrong_that_it_is_there_for() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = {contract["id"] for contract in settings["tool"]["importlinter"]["contracts"]}

    assert {row.values[0] for row in WRONGS} == declared


def _copy_of_the_house(folder: Path) -> Path:
    for room in PRODUCT:
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def _lint(house: Path, *contracts: str) -> str:
    limits = [f"--contract={contract}" for contract in contracts]
    start = "from importlinter.cli import lint_imports_command as run; run()"
    command = [sys.executable, "-c", start, "--no-cache", "--no-logo", *limits]
    # The command is put together here from constants alone.
    done = subprocess.run(command, cwd=house, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout
