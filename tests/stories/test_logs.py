"""What the bot writes down of its work: ids and durations, not a word of what it read."""

import logging
import re

import pytest

from bot.app.log import hush_libraries
from tests.stories.newsroom import Newsroom
from tests.stories.pages import CHESS, FLOOD, TOLL

LEVELS = {"debug", "error", "warning"}  # words of the log itself
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
