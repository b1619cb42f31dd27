"""No word of a claim is ever told where it may not be seen, whatever people do meanwhile.

In CI a few stories and one seed, with LONG=1 many and all seeds; always the same ones.
As many others as wanted: `python -m tests.canaries`.
"""

import os
from pathlib import Path

import pytest

from tests.canaries.seeds import SEEDS, Seed, found_out
from tests.canaries.telling import a_database, tell
from tests.house.tree import ROOT

LONG = bool(os.environ.get("LONG"))
CHEAPEST = "a private channel"


def test_nobody_is_told_what_is_not_for_him() -> None:
    with a_database() as engine:
        told = tell(engine, 40 if LONG else 3, 40 if LONG else 15)

    assert told.heard["post own"] > 0


@pytest.mark.parametrize("seed", SEEDS.values(), ids=SEEDS)
def test_each_wall_stands_where_a_hole_is_to_be_made(seed: Seed) -> None:
    assert (ROOT / seed.file).read_text(encoding="utf-8").count(seed.wall) == 1


@pytest.mark.parametrize("seed", SEEDS if LONG else [CHEAPEST])
def test_a_hole_in_the_rule_is_found_out(seed: str, tmp_path: Path) -> None:
    _, leaked = found_out(SEEDS[seed], tmp_path, 3_000)

    assert leaked
