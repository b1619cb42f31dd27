"""Which files are the project's own, and what their Python says."""

import ast
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("bot", "handlers", "storage")
CODE = (*PRODUCT, "tests")

type_of_function = ast.FunctionDef | ast.AsyncFunctionDef


def own_files(below: Path = ROOT) -> Iterator[Path]:
    """Yield every file that is not left behind by a tool, as .gitignore tells them apart."""
    for path in sorted(below.iterdir()):
        if any(fnmatch(path.name, pattern) for pattern in _made_by_tools()):
            continue
        if path.is_dir():
            yield from own_files(path)
        else:
            yield path


def python_files(*rooms: str) -> list[Path]:
    """List the Python files of the rooms that are not empty."""
    return [
        path
        for room in rooms
        for path in own_files(ROOT / room)
        if path.suffix == ".py" and path.stat().st_size
    ]


def named(path: Path) -> str:
    """Return the path as a person in the checkout would type it."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """Parse the file, once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions_of(path: Path) -> Iterator[type_of_function]:
    """Yield every function of the file, nested ones and methods too."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, type_of_function):
            yield node


def length_of(function: type_of_function) -> int:
    """Count the lines from `def` to the end, without the docstring and the decorators."""
    first, last = function.lineno, function.end_lineno or function.lineno
    opening = function.body[0]
    if ast.get_docstring(function, clean=False) is None:
        return last - first + 1
    return last - first - ((opening.end_lineno or opening.lineno) - opening.lineno)


def imports_of(path: Path) -> Iterator[str]:
    """Yield the full name of every module or thing that the file imports."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@cache
def _made_by_tools() -> tuple[str, ...]:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return (".git", *(line.rstrip("/") for line in lines if line and not line.startswith("#")))
