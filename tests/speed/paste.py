"""How long a pasted link waits for its reply: `python -m tests.speed paste --claims N`.

The bot runs in processes of its own, the page lies on loopback, Slack is the stand-in. Each round
pastes a first article and then, once it has been read, a second one from which it differs: that
one's wait for its reply is measured. Both are deleted afterwards, and forgotten with that.
"""

import time
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tests.app.family import PATIENCE
from tests.speed.archives import archives
from tests.speed.telling import nth, say
from tests.speed.working import AtWork, at_work
from tests.stories.pages import FLOOD, TOLL, a_page

WARMING, ROUNDS = 2, 12


def main(arguments: Sequence[str]) -> None:
    """Paste into archives with so many claims on record and print how long replies took."""
    parser = ArgumentParser(prog="python -m tests.speed paste")
    parser.add_argument("--claims", type=int, default=0, help="on record already")
    parser.add_argument("--keep", type=Path, default=None)
    given = parser.parse_args(arguments)
    with archives(given.claims, given.keep) as (_, addresses):
        for address in addresses:
            with at_work(address) as office:
                channel = office.desk("news")
                took = [_round(office, channel, number) for number in range(ROUNDS)][WARMING:]
            kind, slow = address.split(":", maxsplit=1)[0], nth(95, took)
            say(
                f"{kind}, {given.claims} claims on record: link to reply median"
                f" {median(took):.2f} s, p95 {slow:.2f} s ({len(took)} times)"
            )


def _round(office: AtWork, channel: str, number: int) -> float:
    """Return the seconds from a post to the reply to it."""
    room = office.room
    pages = (
        a_page("Courier", "2026-03-03", "Flood kills 14", FLOOD),
        a_page("Herald", "2026-03-04", "Flood toll at 41", TOLL),
    )
    for which, page in enumerate(pages):
        office.news[f"{number}-{which}"] = office.site.publish(f"/{number}-{which}", page)
    first = office.paste(channel, f"{number}-0")
    office.heard(channel, first)
    started = time.perf_counter()
    second = office.paste(channel, f"{number}-1")
    office.answered(channel, second)
    took = time.perf_counter() - started
    for ts in (first, second):
        room.delete(channel, ts)
    room.wait_for(lambda: not office.replies(channel, second), PATIENCE)
    return took
