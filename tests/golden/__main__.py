"""Writes the digests of the corpus's stories anew, to be read: `python -m tests.golden`."""

import sys

import structlog

from bot.parsing import load
from tests.golden.replayed import STORIES, golden_of, lived
from tests.golden.written import written


def main(names: list[str]) -> None:
    """Write the goldens of the stories named, else of all; `git diff` shows what moved."""
    structlog.configure(processors=[_drop])
    parse = load()
    for name in names or STORIES:
        golden_of(name).write_text(written(lived(name, parse)), "utf-8")
        sys.stdout.write(f"{golden_of(name).name}\n")


def _drop(*_: object) -> structlog.typing.EventDict:
    raise structlog.DropEvent


if __name__ == "__main__":
    main(sys.argv[1:])
