"""Slack or the database has a bad moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import TypeVar, Unpack, cast

import pytest

from bot.app.around import Surroundings
from bot.newsroom.post import Incoming
from bot.parsing import Finder
from bot.slackroom.faults import FaultTerms
from storage.inbox import Inbox
from tests.stories.newsroom import PATIENCE, Newsroom, a_newsroom

Port = TypeVar("Port")


class Full:
    """An inbox on a full disk: the first event cannot be kept."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox
        self._full = True

    def put(self, incoming: Incoming, now: datetime) -> bool:
        if self._full:
            self._full = False
            raise OSError("database or disk is full")
        return self._inbox.put(incoming, now)

    def __getattr__(self, name: str) -> object:
        return getattr(self._inbox, name)


def on_a_full_disk(port: Port) -> Port:
    return cast("Port", Full(port)) if isinstance(port, Inbox) else port


@contextmanager
def pasted(newsroom: Newsroom, method: str, **terms: Unpack[FaultTerms]) -> Iterator[str]:
    """Paste what gets a reply while a method of Slack fails once."""
    newsroom.reaction(newsroom.paste("flood"))
    newsroom.room.fail(method, **terms)
    yield newsroom.paste("toll")


def methods(newsroom: Newsroom, name: str) -> int:
    return [call.method for call in newsroom.room.calls].count(name)


@pytest.mark.parametrize("retry_after", ["1.5"])
def test_when_slack_is_busy_the_reply_comes_when_slack_says(
    newsroom: Newsroom, retry_after: str
) -> None:
    with pasted(newsroom, "chat.postMessage", status=429, retry_after=retry_after) as ts:
        assert "41" in newsroom.reply(ts).text

    assert methods(newsroom, "chat.postMessage") == 2


def test_while_one_channel_waits_the_others_are_answered(newsroom: Newsroom) -> None:
    with pasted(newsroom, "chat.postMessage", status=429, retry_after="600") as ts:
        newsroom.room.wait_for(lambda: methods(newsroom, "chat.postMessage"), PATIENCE)
        lab = newsroom.paste("toll", channel=newsroom.lab)
        assert "41" in newsroom.reply(lab, newsroom.lab).text

    assert newsroom.replies(ts) == ()


@pytest.mark.parametrize("terms", [{"accept_then_drop": True}, {"drop": True}, {"status": 503}])
def test_when_the_answer_is_lost_the_bot_looks_before_it_posts_again(
    database_url: str, finder: Finder, terms: FaultTerms
) -> None:
    with (
        a_newsroom(database_url, finder, Surroundings(sending=0.5)) as newsroom,
        pasted(newsroom, "chat.postMessage", **terms) as ts,
    ):
        newsroom.room.wait_for(lambda: methods(newsroom, "conversations.replies"), PATIENCE)
        newsroom.reply(ts)
        newsroom.settle()
        assert len(newsroom.replies(ts)) == 1


@pytest.mark.parametrize("error", ["token_revoked", "is_archived", "thread_not_found"])
def test_what_slack_refuses_for_good_is_not_tried_again(newsroom: Newsroom, error: str) -> None:
    with pasted(newsroom, "chat.postMessage", error=error) as ts:
        newsroom.settle()

    assert newsroom.replies(ts) == ()
    assert methods(newsroom, "chat.postMessage") == 1


def test_blocks_that_slack_does_not_take_are_left_out(newsroom: Newsroom) -> None:
    with pasted(newsroom, "chat.postMessage", error="invalid_blocks") as ts:
        reply = newsroom.reply(ts)

    assert "41" in reply.text
    assert "actions" not in {block["type"] for block in reply.blocks}


def test_an_event_that_could_not_be_kept_is_delivered_again(
    database_url: str, finder: Finder
) -> None:
    around = Surroundings(through=on_a_full_disk)
    with a_newsroom(database_url, finder, around) as newsroom:
        ts = newsroom.paste("flood")

        assert newsroom.reaction(ts) == "memo"
        assert [attempt.status for attempt in newsroom.room.attempts][-2:] == [500, 200]


def test_a_command_that_could_not_be_kept_says_so(database_url: str, finder: Finder) -> None:
    around = Surroundings(through=on_a_full_disk)
    with a_newsroom(database_url, finder, around) as newsroom:
        answer = newsroom.room.command("dana", newsroom.world, "/claim", "why")

        assert "nothing was kept" in answer.text
