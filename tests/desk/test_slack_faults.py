"""Whatever Slack does with a post, it stands there once, or somebody is told that it does not."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from bot.checkup import MENDING
from bot.desk.look_up import told_of_post
from bot.desk.stopped import CLOSED
from bot.newsroom.post import Event, Incoming, Letter, LetterKind, Post
from bot.newsroom.viewer import LONG_AGO, Viewer
from bot.newsroom.watch import Watch, WatchKind
from bot.slackroom.faults import FaultTerms
from storage.database import open_database
from storage.health import Dead, Health
from tests.desk.proxy import Breaking, Proxy
from tests.desk.stepping import LEASE_IS_OVER, TIMEOUT, Steps, stepping
from tests.desk.world import HEAD

HERE = "The bridge is open."


def dead(file_url: str) -> list[Dead]:
    engine = open_database(file_url)
    try:
        return [*Health(engine).dead(LONG_AGO)]
    finally:
        engine.dispose()


@pytest.mark.parametrize(
    ("retry_after", "seconds"),
    [("30", 30), ("1.5", 1.5), ("", 30), ("soon", 30)],
    ids=["30", "1.5", "missing", "no number"],
)
def test_a_post_that_is_told_to_wait_waits_so_long_and_other_channels_do_not(
    steps: Steps, retry_after: str, seconds: float
) -> None:
    other = steps.room.add_channel("other", members=[steps.dana])
    steps.room.invite_bot(other)
    steps.room.fail("chat.postMessage", status=429, retry_after=retry_after)
    steps.write()
    steps.run()
    steps.world, world = other, steps.world
    steps.write("L2", "Another.")
    steps.run()
    assert (steps.said(other), steps.said(world)) == (["Another."], [])

    steps.clock.later(seconds - 0.1)
    steps.run()
    assert steps.said(world) == []
    steps.clock.later(0.2)
    steps.run()
    assert (steps.said(world), steps.calls()) == ([HERE], 3)


@pytest.mark.parametrize("where", ["http://127.0.0.1:9/api/", "http://slack.invalid/api/"])
def test_while_there_is_no_way_to_slack_nothing_is_given_up(
    steps: Steps, file_url: str, where: str
) -> None:
    slack, steps.client.base_url = steps.client.base_url, where
    steps.write()
    steps.write("L2", "Another.")
    for _ in range(40):
        steps.run()
        steps.clock.later(LEASE_IS_OVER)
    assert dead(file_url) == []

    steps.client.base_url = slack
    steps.until_quiet()

    assert steps.said() == [HERE, "Another."]


LOST = {
    "a server error": {"status": 503},
    "a reset before it is taken": {"drop": True},
    "an answer that is lost": {"accept_then_drop": True},
}


@pytest.mark.parametrize("terms", LOST.values(), ids=LOST)
def test_a_post_whose_fate_is_unknown_is_looked_for_before_it_is_posted_again(
    steps: Steps, terms: FaultTerms
) -> None:
    steps.room.fail("chat.postMessage", **terms)
    steps.write()
    steps.run()
    steps.clock.later(LEASE_IS_OVER)
    steps.run()

    assert steps.said() == [HERE]
    assert steps.calls("conversations.history") == 1


def test_a_post_that_slack_carries_out_too_late_is_found(steps: Steps) -> None:
    steps.room.fail("chat.postMessage", slow=1.5)
    steps.write()
    steps.client.timeout = 1
    steps.run()
    steps.room.wait_for(steps.said, TIMEOUT)  # long before the lease is over
    steps.client.timeout = TIMEOUT
    steps.clock.later(LEASE_IS_OVER)
    steps.run()

    assert (steps.said(), steps.calls()) == ([HERE], 1)


CUTS = {
    "before the request": Breaking(1, up=0),
    "in the request": Breaking(1, up=200),
    "in the request, with a reset": Breaking(1, up=200, reset=True),
    "before the answer": Breaking(1, down=0),
    "in the answer": Breaking(1, down=60),
    "in the answer, with a reset": Breaking(1, down=60, reset=True),
    "a line that is slow": Breaking(2, seconds=0.2),
}


@pytest.mark.parametrize("breaking", CUTS.values(), ids=CUTS)
def test_wherever_the_line_is_cut_the_post_is_there_once(
    file_url: str, breaking: Breaking
) -> None:
    with proxied(file_url) as (steps, proxy):
        steps.write()
        proxy.breaking = Breaking(*(getattr(breaking, one) for one in Breaking.__slots__))
        steps.run()
        steps.clock.later(LEASE_IS_OVER)
        steps.run()

        assert steps.said() == [HERE]


@contextmanager
def proxied(file_url: str) -> Iterator[tuple[Steps, Proxy]]:
    """Open the bot with a proxy between it and Slack."""
    proxies: list[Proxy] = []

    def through(address: str) -> str:
        proxies.append(Proxy(address).__enter__())
        return proxies[0].address

    try:
        with stepping(file_url, through) as steps:
            yield steps, proxies[0]
    finally:
        for proxy in proxies:
            proxy.__exit__(None, None, None)


def test_after_six_tries_it_is_given_up_where_the_operator_looks(
    steps: Steps, file_url: str
) -> None:
    steps.room.fail("chat.postMessage", times=100, status=503)
    steps.write()
    for _ in range(10):
        steps.run()
        steps.clock.later(LEASE_IS_OVER)

    (given_up,) = dead(file_url)
    assert (given_up.key, given_up.reason.partition(":")[0]) == ("L1", "Lost")
    assert steps.calls() == 6


@pytest.mark.parametrize("code", sorted(MENDING))
def test_what_slack_refuses_for_good_is_tried_once_and_told_with_what_to_do(
    steps: Steps, file_url: str, code: str
) -> None:
    steps.room.fail("chat.postMessage", times=100, error=code)
    steps.write()
    steps.until_quiet()

    (given_up,) = dead(file_url)
    assert (given_up.key, given_up.reason) == ("L1", f"Refused: {code}")
    assert steps.calls() == 1


@pytest.mark.parametrize("code", sorted(CLOSED))
def test_a_watch_whose_channel_is_closed_stops_and_its_person_is_told_once(
    steps: Steps, code: str
) -> None:
    steps.room.fail("chat.postMessage", error=code)
    desk, now = steps.desk, steps.clock()
    steps.worker.step()
    here = desk.viewer(steps.room.team_id, steps.world)
    watched(steps, here)
    words = json.dumps({"W-1": [claim_on_record(steps)]})
    post = Post(steps.room.team_id, steps.world, "", "", steps.dana)
    for number in range(2):
        key = f"watched:{number}"
        desk.outbox.put(Letter(key, LetterKind.WATCHED, post, words=words), now)
    steps.until_quiet()

    direct = desk.direct(steps.room.team_id, steps.dana)
    assert desk.watches.of(steps.room.team_id, steps.dana) == ()
    assert (len(steps.said(direct)), steps.said()) == (1, [])
    assert "W-1 has stopped" in steps.said(direct)[0]


def watched(steps: Steps, here: Viewer) -> None:
    one = Watch(
        id="W-1",
        workspace=here.workspace,
        channel=here.channel.id,
        what="ministry",
        made_at=steps.clock(),
        kind=WatchKind.CLAIMANT,
        direct="",
        person=steps.dana,
    )
    assert steps.desk.watches.set(here, one, "K1")


def claim_on_record(steps: Steps) -> str:
    """Read an article and return the id of its claim."""
    post = Post(steps.room.team_id, steps.world, "1.0", "1.0", steps.dana)
    steps.desk.receive(Incoming("K2", Event.MESSAGE, post, "x", (f"{HEAD}/14",)))
    while steps.worker.step():
        pass
    here = steps.desk.viewer(steps.room.team_id, steps.world)
    (_, brief), *_ = told_of_post(steps.desk, here, post)
    return brief.claims[0].id


@pytest.mark.parametrize("code", ["invalid_blocks", "msg_too_long"])
def test_what_slack_cannot_read_is_posted_once_more_as_plain_words(
    steps: Steps, code: str
) -> None:
    steps.room.fail("chat.postMessage", error=code)
    steps.write()
    steps.run()

    assert (steps.said(), steps.calls()) == ([HERE], 2)
    assert steps.room.messages(steps.world)[-1].blocks == ()


@pytest.mark.parametrize("code", ["invalid_blocks", "msg_too_long"])
def test_so_is_what_one_person_is_told(steps: Steps, code: str) -> None:
    steps.room.fail("chat.postEphemeral", error=code)
    told = Letter("L1", LetterKind.TELL, steps.asked_in(), words=HERE)
    steps.desk.outbox.put(told, steps.clock())
    steps.run()

    (whispered,) = steps.room.ephemerals("dana", steps.world)
    assert (whispered.text, whispered.blocks) == (HERE, ())
