"""A burst of links while workers are killed: each is answered once, in the order of its channel.

LONG=1 LINKS=2000 EVERY=2 say how many, and how many seconds lie between two kills.
"""

import os
import signal
import subprocess
from collections.abc import Sequence
from itertools import cycle

import pytest

from tests.app.family import Office, children_of, office
from tests.stories.pages import a_page

pytestmark = pytest.mark.skipif("LONG" not in os.environ, reason="takes minutes")

LINKS = int(os.environ.get("LINKS", "60"))
CHANNELS = 4
ANSWERS = {"chat.postMessage", "reactions.add"}
EVERY_S = float(os.environ.get("EVERY", "2"))  # seconds between two kills
PATIENCE = 300.0 + 3 * LINKS  # seconds; killed so often, most of the time goes into starting

TEXT = """
At least {toll} people were killed when the river Sarno flooded the town of Velmora on Monday
night, the Interior Ministry said on Tuesday.

Another {hurt} people were injured, the ministry said. It said the search for missing people would
go on through the night with the help of the army.

The mayor of Velmora, Tomas Lindgren, said the water had destroyed {houses} houses.
"""


def test_each_link_of_a_burst_is_answered_once_and_in_order(database_url: str) -> None:
    with office(database_url) as home:
        web = home.start("run --web")
        home.listen(web)
        home.ignore(web)
        posts = _burst(home)
        home.room.quiet(PATIENCE)  # all of it was acknowledged, and must not be lost from here on

        _until_all_is_answered(home, web, posts)

        assert [_answers(home, *post) for post in posts] == [1] * LINKS
        for channel in {channel for channel, _ in posts}:
            assert _answered(home, channel) == [ts for there, ts in posts if there == channel]


def _burst(home: Office) -> list[tuple[str, str]]:
    """Post each article in one of the channels, in turn; return where and when."""
    channels = cycle([home.desk(f"desk-{number}") for number in range(CHANNELS)])
    posts = []
    for number, channel in zip(range(LINKS), channels, strict=False):
        text = TEXT.format(toll=14 + number, hurt=73 + 2 * number, houses=120 + 3 * number)
        page = a_page(f"Paper {number}", "2026-03-03", f"Flood kills {14 + number}", text)
        home.news["page"] = home.site.publish(f"/{number}", page)
        posts.append((channel, home.paste(channel, "page")))
    return posts


def _until_all_is_answered(
    home: Office, web: subprocess.Popen[str], posts: Sequence[tuple[str, str]]
) -> None:
    """Have workers killed every two seconds: on SQLite the one, on PostgreSQL any of three."""
    embedded = home.database_url.startswith("sqlite")
    workers = [] if embedded else [_worker(home) for _ in range(3)]
    for _ in range(int(PATIENCE / EVERY_S)):
        try:
            home.room.wait_for(lambda: all(_answers(home, *post) for post in posts), EVERY_S)
        except TimeoutError:
            if embedded:
                _kill_one_of(children_of(web.pid))
            else:
                workers.pop(0).kill()
                workers.append(_worker(home))
        else:
            return
    raise AssertionError("not all is answered")


def _worker(home: Office) -> subprocess.Popen[str]:
    worker = home.start("run")
    home.ignore(worker)
    return worker


def _kill_one_of(processes: Sequence[int]) -> None:
    for process in processes[:1]:  # none, while the next one is being made
        os.kill(process, signal.SIGKILL)


def _answers(home: Office, channel: str, ts: str) -> int:
    reacted = bool(home.room.message(channel, ts).reactions)
    return len(home.replies(channel, ts)) + reacted


def _answered(home: Office, channel: str) -> list[str]:
    """Return the posts of a channel in the order in which they were answered."""
    calls = [one.arguments for one in home.room.calls if one.ok and one.method in ANSWERS]
    here = [one for one in calls if one["channel"] == channel]
    return [str(one.get("thread_ts") or one["timestamp"]) for one in here]
