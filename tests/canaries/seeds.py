"""Twelve ways to break the rule who sees what, each a line of the bot put otherwise.

A copy of the project with one of them runs the same stories, and has to be found out.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.house.tree import PRODUCT, ROOT

LEAKED = "A word went too far"


@dataclass(frozen=True, slots=True)
class Seed:
    """A line of a file, and what stands there instead."""

    file: str
    wall: str
    hole: str


SIGHT = "storage/sight.py"
SEEDS: Mapping[str, Seed] = {
    "another workspace": Seed(
        SIGHT,
        "and_(col(table.workspace) == workspace, _open(table, now))",
        "_open(table, now)",
    ),
    "a private channel": Seed(
        SIGHT, "return or_(own, ", "return or_(col(table.workspace) == workspace, "
    ),
    "a channel that closed": Seed(
        SIGHT, ".where(OPEN)", ".where(col(ChannelRow.outsiders).is_(False))"
    ),
    "a channel that opened": Seed(SIGHT, "        col(table.public_when_recorded),\n", ""),
    "a shared channel": Seed(
        "bot/sender/channels.py",
        "outsiders=any(info.get(mark) for mark in shared)",
        "outsiders=False",
    ),
    "a guest": Seed(
        "bot/sender/guests.py",
        "return any(one not in listed.others for",
        "return any(False for",
    ),
    "somebody who left": Seed(
        "bot/desk/reading.py", "return channel in", "return True or channel in"
    ),
    "a deleted message": Seed(
        "bot/desk/forget.py",
        "return Going(tuple(one for one in readings if one not in kept), ",
        "return Going((), ",
    ),
    "an event that is not heeded": Seed(
        "handlers/messages.py",
        '{"channel_convert_to_private", "channel_convert_to_public"}',
        "set[str]()",
    ),
    "an embargo": Seed(
        SIGHT, "col(table.embargo) <= now)", "col(table.embargo) <= now, col(table.embargo) > now)"
    ),
    "an embargo that comes late": Seed(
        "storage/embargoes.py", "    if until > now:\n", "    if until < now:\n"
    ),
    "nobody looks again": Seed("bot/desk/desk.py", "        self._look_again(workspace)\n", ""),
}


def planted(seed: Seed, folder: Path) -> Path:
    """Return a copy of the project with the seed in it."""
    left_out = shutil.ignore_patterns("__pycache__", "corpus", "public", "golden")
    for room in (*PRODUCT, "tests"):
        shutil.copytree(ROOT / room, folder / room, ignore=left_out)
    file = folder / seed.file
    source = file.read_text(encoding="utf-8")
    assert source.count(seed.wall) == 1, f"{seed.wall!r} does not stand once in {seed.file}"
    file.write_text(source.replace(seed.wall, seed.hole), encoding="utf-8")
    return folder


def found_out(seed: Seed, folder: Path, steps: int) -> tuple[float, str]:
    """Return the seconds until the stories found a seed out, and what they then said; "" if not.

    `steps` are the most that are told.
    """
    began = time.monotonic()
    command = [sys.executable, "-m", "tests.canaries", str(steps)]
    # The command is put together here from constants alone.
    done = subprocess.run(  # noqa: S603
        command, cwd=planted(seed, folder), capture_output=True, text=True, check=False
    )
    return time.monotonic() - began, done.stdout if LEAKED in done.stdout else ""
