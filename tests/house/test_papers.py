"""README, changelog, licence and locks say what the code does."""

import re
import tomllib
from datetime import date
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.version import Version

from bot.cli import cli
from bot.newsroom.settings import SETTINGS
from bot.newsroom.verbs import COMMAND, USAGES
from bot.settings import Settings
from storage.refusals import DRIVER
from tests.house.tree import ROOT

STORY = ROOT / "tests" / "corpus" / "qarandi-brigade"
LOCKS = ("requirements.txt", "requirements-postgres.txt", "requirements-dev.txt")
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ]+)(?: ; (?P<when>.+))? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}(?: \\)?$")
ORIGIN = re.compile(r"^    #( +(-c|-r|via)?.*)?$")


@cache
def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def _project() -> dict[str, Any]:
    return dict(tomllib.loads(_read("pyproject.toml"))["project"])


@pytest.mark.parametrize("end", [r"-m bot", r"-m pytest -n auto --dist loadfile"])
def test_readme_gives_one_command_that_does_its_own_set_up(end: str) -> None:
    commands = re.findall(rf"^python3 -m venv .*{end}$", _read("README.md"), flags=re.MULTILINE)

    assert len(commands) == 1
    assert "--require-hashes" in commands[0]


def test_readme_lists_every_verb_in_the_registrys_words() -> None:
    rows = re.findall(rf"^\| `{COMMAND} (.+?)` \| (.+?) \|$", _read("README.md"), re.MULTILINE)

    assert rows == [(usage.usage, usage.line) for usage in USAGES]


def test_readme_lists_every_setting_with_its_default() -> None:
    rows = re.findall(r"^\| `([A-Z_]+)` \| (\S*) \|", _read("README.md"), re.MULTILINE)
    fields = Settings.model_fields.items()

    assert rows == [
        (name.upper(), f"`{field.default}`" if field.default else "none") for name, field in fields
    ]


def test_readme_lists_what_is_set_in_slack_in_the_codes_words() -> None:
    part = _read("README.md").partition("\n### In Slack\n")[2].partition("\n## ")[0]
    rows = re.findall(r"^\| `([a-z]+)` \| (.+?) \| (.+?) \|$", part, re.MULTILINE)

    assert rows == [(one.name.value, one.values, one.line) for one in SETTINGS]


def test_every_quotation_in_readmes_example_stands_in_an_article() -> None:
    example = [line for line in _read("README.md").splitlines() if line.startswith("> ")]
    quotes = re.findall("“(.+?)”", "\n".join(example))
    articles = [path.read_text(encoding="utf-8") for path in STORY.glob("[0-9]*.txt")]

    assert quotes
    assert [quote for quote in quotes if not any(quote in article for article in articles)] == []


def test_readme_names_only_commands_that_there_are() -> None:
    named = set(re.findall(r"-m bot ([a-z]+)", _read("README.md")))
    there = {
        command.name or command.callback.__name__
        for command in cli.registered_commands
        if command.callback
    }

    assert named <= there


def test_readme_names_commands_as_they_run_after_its_set_up() -> None:
    named = re.findall(r"([.\w/]*)python3? -m (bot|tests|pytest)\b", _read("README.md"))

    assert set(named) == {(".venv/bin/", what) for what in ("bot", "tests", "pytest")}


def test_the_changelog_opens_with_the_version_of_the_project() -> None:
    releases = re.findall(r"^## \[(\d[^]]*)\] - (\S+)$", _read("CHANGELOG.md"), re.MULTILINE)

    assert releases[0][0] == _project()["version"]
    assert all(date.fromisoformat(day) for _, day in releases)


def test_the_package_that_postgresql_needs_is_named_as_in_the_extra_and_in_readme() -> None:
    (extra,) = _project()["optional-dependencies"]["postgres"]

    assert extra.startswith(f"{DRIVER}>=")
    assert f"install `{DRIVER}`" in _read("README.md")
    assert f"echo '{extra}' | uv pip compile" in _read("README.md")


def test_the_licence_is_the_one_that_the_project_names() -> None:
    assert _project()["license"] == "MIT"
    assert _read("LICENSE").startswith("MIT License\n")


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_pins_hashes_and_origins_and_no_address(lock: str) -> None:
    forms = (PIN, HASH, ORIGIN)
    other = [line for line in _read(lock).splitlines() if not any(f.match(line) for f in forms)]

    assert other == []
    assert "://" not in _read(lock)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash(lock: str) -> None:
    lines = _read(lock).splitlines()
    bare = [pin for pin, after in pairwise(lines) if _is_bare(pin, after)]

    assert bare == []


def test_the_locks_hold_what_the_project_asks_for() -> None:
    extras = _project()["optional-dependencies"]
    asked = {
        "requirements.txt": _project()["dependencies"],
        "requirements-postgres.txt": extras["postgres"],
        "requirements-dev.txt": [*_project()["dependencies"], *extras["postgres"], *extras["dev"]],
    }

    assert [miss for lock, wants in asked.items() for miss in _missing(lock, wants)] == []


def test_the_tests_run_on_the_very_versions_that_the_bot_runs_on() -> None:
    locked = {*_pins("requirements.txt"), *_pins("requirements-postgres.txt")}

    assert locked <= set(_pins("requirements-dev.txt"))


def _is_bare(line: str, after: str) -> bool:
    return bool(PIN.match(line)) and not HASH.match(after)


def _pins(lock: str) -> list[tuple[str, str]]:
    matches = (PIN.match(line) for line in _read(lock).splitlines())
    return [(match["name"], match["version"]) for match in matches if match]


def _missing(lock: str, wants: list[str]) -> list[str]:
    """List the requirements that no pin of the lock satisfies; extras of our own aside."""
    pins = _pins(lock)
    return [
        f"{lock}: {want}"
        for want in map(Requirement, wants)
        if want.name != _project()["name"]
        and not any(
            name == want.name and want.specifier.contains(Version(version))
            for name, version in pins
        )
    ]
