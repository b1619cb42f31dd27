"""The rules of the house that no linter holds: openings, lengths, names, what the core knows."""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from tests.house.tree import (
    CODE,
    PRODUCT,
    ROOT,
    functions_of,
    imports_of,
    length_of,
    named,
    own_files,
    python_files,
    tree_of,
)

LONGEST_FILE = 300
LONGEST_FUNCTION = 30
MIDDLE_FUNCTION = 8

# Migrations are history: written once, in one piece, and never edited.
HISTORY = "storage/migrations/versions/"

PURE_LIBRARY = {
    "bisect", "calendar", "collections", "contextlib", "csv", "dataclasses", "datetime", "decimal",
    "difflib", "enum", "fractions", "functools", "hashlib", "heapq", "itertools", "json", "math",
    "operator", "re", "statistics", "string", "textwrap", "types", "typing", "unicodedata",
}  # fmt: skip

MAY_IMPORT = {
    "bot/claims": PURE_LIBRARY | {"spacy.tokens", "rapidfuzz", "snowballstemmer", "bot.claims"},
    "bot/newsroom": PURE_LIBRARY | {"zoneinfo", "bot.claims", "bot.newsroom"},
    "bot/views": PURE_LIBRARY | {"zoneinfo", "bot.claims", "bot.newsroom", "bot.views"},
}

TOP_LEVEL = {
    ".ci", ".gitignore", "CHANGELOG.md", "LICENSE", "Procfile", "README.md", "SECURITY.md", "bot",
    "handlers", "manifest.json", "pyproject.toml", "requirements-dev.txt",
    "requirements-postgres.txt", "requirements.txt", "storage", "tests",
}  # fmt: skip

EMPTY_NAMES = re.compile(r"(^|_)(manager|helper|util|processor)s?($|_)")
SPLIT_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

# Put together here, so that this file does not say what it forbids.
PLACES = [
    "/" + "work/", "/" + "root/", "/" + "opt/", "../" + "shared", "py" + "pi.org",
    "python" + "hosted", "npm" + "js.", "--index" + "-url", "--find" + "-links",
]  # fmt: skip


def test_the_top_level_holds_what_the_plan_of_the_house_allows() -> None:
    found = {path.relative_to(ROOT).parts[0] for path in own_files()}

    assert found == TOP_LEVEL


def test_every_file_opens_with_one_sentence_saying_what_it_knows() -> None:
    without = [named(path) for path in python_files(*CODE) if not _opens_well(path)]

    assert without == []


def test_no_file_is_longer_than_a_few_screens() -> None:
    long = [
        f"{named(path)}: {lines} lines"
        for path in python_files(*CODE)
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    ]

    assert long == []


def test_no_function_is_longer_than_a_screen() -> None:
    long = [
        f"{named(path)}:{function.lineno} {function.name}: {length_of(function)} lines"
        for path in python_files(*CODE)
        if not named(path).startswith(HISTORY)
        for function in functions_of(path)
        if length_of(function) > LONGEST_FUNCTION
    ]

    assert long == []


@pytest.mark.parametrize("room", PRODUCT)
def test_the_middle_function_can_be_read_at_a_glance(room: str) -> None:
    lengths = [length_of(f) for path in python_files(room) for f in functions_of(path)]

    assert median(lengths or [0]) <= MIDDLE_FUNCTION


def test_no_name_hides_what_a_thing_does() -> None:
    empty = [
        f"{named(path)}: {name}"
        for path in python_files(*CODE)
        for name in (path.stem, *_given_names(path))
        if name == "data" or EMPTY_NAMES.search(SPLIT_CAMEL.sub("_", name).lower())
    ]

    assert empty == []


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_the_core_imports_only_what_has_no_effect(room: str) -> None:
    foreign = [
        f"{named(path)}: {name}"
        for path in python_files(room)
        for name in imports_of(path)
        if not _is_below(name, MAY_IMPORT[room])
    ]

    assert foreign == []


@pytest.mark.parametrize("room", [*MAY_IMPORT, "bot/desk"])
def test_the_core_and_the_desk_ask_no_clock_and_open_no_file(room: str) -> None:
    asked = [
        f"{named(path)}:{node.lineno}"
        for path in python_files(room)
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and _is_effect(node.func)
    ]

    assert asked == []


def test_no_test_stands_on_a_mock() -> None:
    mocked = [
        named(path)
        for path in python_files(*CODE)
        if any(re.search(r"(^|[._])mock($|[._])", name) for name in imports_of(path))
        or any(_patches(node) for node in ast.walk(tree_of(path)))
    ]

    assert mocked == []


def test_one_function_of_storage_gives_tables_past_every_viewer() -> None:
    files = python_files("storage")
    past = [named(path) for path in files if ".metadata.tables" in path.read_text("utf-8")]

    assert past == ["storage/tables/base.py"]


def test_no_two_surfaces_share_an_action_id() -> None:
    ids = Counter(value for path in python_files("bot/views") for value in _enum_values(path))

    assert [value for value, uses in ids.items() if uses > 1] == []


def test_no_text_names_an_index_host_or_a_place_on_somebodys_machine() -> None:
    telling = [
        f"{named(path)}: {place}"
        for path in own_files()
        for place in PLACES
        if place in _text(path)
    ]

    assert telling == []


def _opens_well(path: Path) -> bool:
    """Tell whether the first paragraph of the file's docstring is one sentence."""
    opening = (ast.get_docstring(tree_of(path)) or "").split("\n\n")[0]
    return opening.endswith(".") and not re.search(r"[a-z)]\. [A-Z]", opening)


def _given_names(path: Path) -> Iterator[str]:
    """Yield each name that the file itself gives: to a class, function, argument or variable."""
    for node in ast.walk(tree_of(path)):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.arg(arg=name):
                yield name
            case ast.AsyncFunctionDef(name=name) | ast.Name(id=name, ctx=ast.Store()):
                yield name
            case _:
                pass


def _enum_values(path: Path) -> Iterator[str]:
    """Yield the words of each StrEnum in the file; beside a view these are its action ids."""
    for node in tree_of(path).body:
        if isinstance(node, ast.ClassDef) and "StrEnum" in map(ast.unparse, node.bases):
            yield from (
                str(line.value.value)
                for line in node.body
                if isinstance(line, ast.Assign) and isinstance(line.value, ast.Constant)
            )


def _is_below(name: str, allowed: set[str]) -> bool:
    return any(name == root or name.startswith(f"{root}.") for root in allowed)


def _is_effect(called: ast.expr) -> bool:
    if isinstance(called, ast.Attribute):
        return called.attr in {"now", "utcnow", "today"}
    return isinstance(called, ast.Name) and called.id == "open"


def _patches(node: ast.AST) -> bool:
    """Tell whether something of ours is replaced; a fault of the system's own may be acted out.

    `monkeypatch.setattr(socket, "getaddrinfo", hang)` plays a name service that never answers.
    """
    if not isinstance(node, ast.Call) or ast.unparse(node.func) != "monkeypatch.setattr":
        return False
    return ast.unparse(node.args[0]) not in sys.stdlib_module_names


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="ignore")
