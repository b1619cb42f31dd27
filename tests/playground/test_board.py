"""The board of the playground: what is new, and what is being read."""

import threading
from datetime import UTC, datetime

import pytest

from bot.newsroom.post import Event, Incoming, Post
from bot.playground.board import Board
from bot.slackroom.seen import Change
from storage.database import open_database
from storage.inbox import Inbox

NOON = datetime(2025, 6, 23, 12, tzinfo=UTC)
POST = Post("T1", "C1", "1750680000.000100", "1750680000.000100", "U1")
LINK = "https://harrow.example/1"


def _incoming(*links: str) -> Incoming:
    return Incoming("message:1", Event.MESSAGE, POST, " ".join(links), links)


def test_a_link_is_being_read_from_its_coming_in_until_it_is_done(database_url: str) -> None:
    board = Board()
    engine = open_database(database_url)
    inbox = board.through(Inbox(engine))

    assert inbox.put(_incoming(LINK), NOON)
    assert board.reading() == {"C1"}

    leased = inbox.lease(NOON, 60)
    assert leased is not None
    assert inbox.done(leased)
    assert board.reading() == frozenset()
    engine.dispose()


def test_words_without_a_link_are_not_being_read() -> None:
    board = Board()

    board.begun(_incoming())

    assert board.reading() == frozenset()


@pytest.mark.parametrize("kind", ["message", "ephemeral", "view", "channel"])
def test_whoever_waits_hears_of_a_change_at_once(kind: str) -> None:
    board = Board()
    heard: list[int] = []
    waiting = threading.Thread(target=lambda: heard.append(board.wait(1, 60)))
    waiting.start()

    board.hear(Change(kind))

    waiting.join(60)
    assert heard == [2]


def test_what_no_page_shows_wakes_nobody() -> None:
    board = Board()

    board.hear(Change("call"))

    assert board.wait(1, 0) == 1


def test_a_closed_board_lets_everybody_go() -> None:
    board = Board()
    waiting = threading.Thread(target=board.wait, args=(1, 60))
    waiting.start()

    board.close()

    waiting.join(30)
    assert not waiting.is_alive()
