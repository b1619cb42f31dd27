"""Writes the digests of the corpus's stories anew, to be read: `python -m tests.golden`."""

import argparse
import sys

import structlog

from bot.parsing import load
from tests.golden.replayed import STORIES, golden_of, lived
from tests.golden.written import written


def main(typed: list[str]) -> None:
    """Write the goldens of the stories named, else of all; `git diff` shows what moved."""
    names = _asked_for(typed)
    structlog.configure(processors=[_drop])
    parse = load()
    for name in names:
        golden_of(name).write_text(written(lived(name, parse)), "utf-8")
        sys.stdout.write(f"{golden_of(name).name}\n")


def _asked_for(typed: list[str]) -> tuple[str, ...]:
    """Return the stories that were named, else all; ends with a line for one that is none."""
    ask = argparse.ArgumentParser("python -m tests.golden", description=__doc__)
    ask.add_argument("stories", nargs="*", metavar="STORY", help=", ".join(STORIES))
    names = ask.parse_args(typed).stories
    unknown = sorted({*names} - {*STORIES})
    if unknown:
        ask.error(f"no such story: {', '.join(unknown)}")
    return tuple(names) or STORIES


def _drop(*_: object) -> structlog.typing.EventDict:
    raise structlog.DropEvent


if __name__ == "__main__":
    main(sys.argv[1:])
