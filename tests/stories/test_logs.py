"""What the bot writes down of its work: ids and durations, not a word of what it read."""

import logging
import os
import re
import subprocess
import sys
from collections.abc import Callable

import pytest

from bot.app.log import hush_libraries
from tests.house.tree import ROOT
from tests.stories.newsroom import Newsroom
from tests.stories.pages import CHESS, FLOOD, TOLL

LEVELS = {"debug", "error", "warning"}  # words of the log itself
TWO_STEPS = """
import threading
from bot.app.log import log_to_stderr
from bot.precedence import Precedence
from bot.settings import Settings
from bot.worker import Loop, log

log_to_stderr(Settings())
steps, again = [], threading.Event()

def step():
    steps.append(len(steps))
    if len(steps) > 1:
        again.set()
    log.info("taken", key="message:1")
    return True

loop = Loop("worker", step, Precedence())
loop.start()
again.wait(10)
loop.end()
loop.join(10)
print(len(steps) > 1)
"""
WORD = re.compile(r"[A-Za-z]{5,}")


def test_no_word_of_an_article_is_in_the_log_of_a_whole_story(
    newsroom: Newsroom, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    newsroom.ask("settings outlets Courier")
    desk = newsroom.room.add_channel("desk", private=True, members=["dana"])
    newsroom.room.invite_bot(desk, by="dana")
    newsroom.whispers(channel=desk)
    newsroom.reaction(newsroom.agree("flood", channel=desk), desk)
    newsroom.paste("flood", "chess")
    newsroom.reply(newsroom.paste("toll"))
    newsroom.ask("find flood")
    newsroom.room.fail("chat.postMessage", error="is_archived")
    newsroom.paste("toll")
    newsroom.settle()

    logged = "".join((*capfd.readouterr(), caplog.text)).lower()
    read = {word.lower() for text in (FLOOD, TOLL, CHESS) for word in WORD.findall(text)}
    assert "is_archived" in logged
    assert not {word for word in read - LEVELS if re.search(rf"\b{word}\b", logged)}


def test_what_slacks_library_says_of_an_answer_that_it_cannot_read_is_not_logged() -> None:
    """It quotes the first hundred characters: a channel's name, somebody's words."""
    library, root = logging.getLogger("slack_sdk"), logging.getLogger()
    before, handlers = library.level, list(root.handlers)
    try:
        hush_libraries(logging.DEBUG)

        assert not logging.getLogger("slack_sdk.web.base_client").isEnabledFor(logging.ERROR)
    finally:
        library.setLevel(before)
        root.handlers[:] = handlers


def _full() -> int:
    return os.open("/dev/full", os.O_WRONLY)


def _unread() -> int:
    reading, writing = os.pipe()
    os.close(reading)
    return writing


@pytest.mark.parametrize("log", [_full, _unread], ids=["a full disk", "nobody reads the pipe"])
def test_a_log_that_cannot_be_written_stops_no_work(log: Callable[[], int]) -> None:
    """The threads died of the line, while the process and its port lived on."""
    with os.fdopen(log(), "wb") as bad:
        worked = subprocess.run(  # noqa: S603 - our own code
            [sys.executable, "-c", TWO_STEPS],
            cwd=ROOT, stdout=subprocess.PIPE, stderr=bad, text=True, check=False,
        )  # fmt: skip

    assert worked.stdout == "True\n"
