"""Who waits long is told so once and alone, in numbers; who does not is left in peace."""

from datetime import timedelta

import pytest

from bot.desk.desk import Desk
from bot.desk.queueing import tell_of_waits
from bot.newsroom.channel import Channel, Kind, Replies
from bot.newsroom.post import Event, Incoming, Post
from tests.desk.world import sent
from tests.making import a_post


def _burst(desk: Desk, links: int, person: str = "U1") -> None:
    """Let links come in, and half a minute pass: this clock moves on by a second a look."""
    for n in range(links):
        post = a_post(f"{n}.0", person=person)
        desk.inbox.put(Incoming(f"m{n}", Event.MESSAGE, post, "x"), desk.clock())
    for _ in range(30):
        desk.clock()


def test_who_waits_long_is_told_once_for_how_long(desk: Desk) -> None:
    _burst(desk, 181)

    told = [tell_of_waits(desk, pace=1.0) for _ in range(3)]

    (letter,) = sent(desk)
    assert told == [1, 0, 0]
    assert letter.post == a_post("180.0")
    assert "yours comes in about 3 minutes" in letter.words


@pytest.mark.parametrize(
    ("links", "pace"),
    [pytest.param(9, 60.0, id="few"), pytest.param(100, 0.1, id="soon over")],
)
def test_a_short_wait_is_no_news(desk: Desk, links: int, pace: float) -> None:
    _burst(desk, links)

    assert tell_of_waits(desk, pace) == 0


def test_nobody_is_told_where_the_bot_is_to_be_silent(desk: Desk) -> None:
    desk.places.saw(Channel("T1", "C1", kind=Kind.PUBLIC, replies=Replies.OFF))
    _burst(desk, 100)

    assert tell_of_waits(desk, pace=10.0) == 0


def test_a_bot_cannot_be_told(desk: Desk) -> None:
    _burst(desk, 100, person="")

    assert tell_of_waits(desk, pace=10.0) == 0


def test_who_typed_a_command_is_told_where_it_was_typed(desk: Desk) -> None:
    post, answer_at = Post("T1", "C1", "", "", "U2"), "https://hooks.example/1"
    _burst(desk, 100)
    asked = Incoming("c", Event.COMMAND, post, "find x", (), answer_at)
    desk.inbox.put(asked, desk.clock() - timedelta(minutes=1))

    assert tell_of_waits(desk, pace=10.0) == 2
    assert {letter.respond_to for letter in sent(desk)} == {"", answer_at}
