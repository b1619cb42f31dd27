"""`python -m tests.canaries [STEPS] [--at ADDRESS] [--from NUMBER]` tells so many steps.

ADDRESS is that of an empty database, SQLite in a folder of its own where it is left out. Stories
are numbered: `--from 81` after a word went too far in those of number 81 tells them once more.
`python -m tests.canaries [STEPS] --seeds` plants each of the seeds and tells which are found out.
"""

import sys
import traceback
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.canaries.seeds import LEAKED, SEEDS, found_out
from tests.canaries.telling import AT_ONCE, a_database, tell

MANY = 10_000


def main(arguments: list[str]) -> int:
    """Do as asked; 1 where a word went too far, or a seed was not found out."""
    parser = ArgumentParser(prog="python -m tests.canaries")
    parser.add_argument("steps", nargs="?", type=int, default=MANY)
    parser.add_argument("--seeds", action="store_true")
    parser.add_argument("--at", default="", metavar="ADDRESS")
    parser.add_argument("--from", default=0, type=int, dest="number")
    asked = parser.parse_args(arguments)
    return plant(asked.steps) if asked.seeds else run(asked.steps, asked.at, asked.number)


def run(steps: int, address: str, number: int) -> int:
    """Tell stories until so many steps are told; 1 as soon as a word goes too far."""
    told, heard, seconds = Counter[str](), Counter[str](), 0.0
    with a_database(address) as engine:
        while told.total() < steps:
            try:
                some = tell(engine, AT_ONCE, number=number)
            except AssertionError as leak:
                print(f"{LEAKED}, in the stories --from {number}, after {told.total()} steps:")  # noqa: T201
                print(*traceback.format_exception_only(leak), sep="\n")  # noqa: T201
                return 1
            told, heard, seconds = told + some.steps, heard + some.heard, seconds + some.seconds
            print(f"{number}: {told.total()} steps, {seconds:.0f} s", flush=True)  # noqa: T201
            number += 1
    print(f"{told.total()} steps in {seconds:.0f} s, no word went too far.")  # noqa: T201
    for what, counted in (("Steps", told), ("Words heard, by surface and origin", heard)):
        print(f"{what}: " + ", ".join(f"{name} {n}" for name, n in sorted(counted.items())))  # noqa: T201
    return 0


def plant(steps: int) -> int:
    """Plant each seed by itself; 1 where one is not found out within so many steps."""
    missed = 0
    for name, seed in SEEDS.items():
        with TemporaryDirectory(prefix="seed-") as folder:
            seconds, said = found_out(seed, Path(folder), steps)
        missed += not said
        print(f"{name}: {'found out' if said else 'NOT FOUND OUT'} in {seconds:.1f} s", flush=True)  # noqa: T201
    return 1 if missed else 0


sys.exit(main(sys.argv[1:]))
