"""A digest is there once, whatever becomes of the answer, of its sender and of the clock."""

from dataclasses import replace
from datetime import timedelta
from typing import TypeVar, cast

import pytest

from bot.desk.clock import tick
from bot.desk.desk import Desk
from bot.newsroom.digestday import DigestKind, DigestState
from bot.sender.send import LEASE, Sender
from bot.slackroom.faults import FaultTerms
from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer
from bot.worker import Worker
from tests.desk.nine import NINE, Clock, a_sender, brought_in, desks, morning_of, said

LATER = timedelta(seconds=LEASE + 1)
DAY = timedelta(days=1)

Port = TypeVar("Port")


def at_nine(desk: Desk, clock: Clock, room: Room) -> str:
    """Have one channel's digest in the outbox at nine; return the channel."""
    (channel,) = desks(room, 1)
    morning_of(desk, clock, [channel])
    clock.moment = NINE
    tick(desk)
    return channel


def sent_all(sender: Sender) -> None:
    while sender.step():
        pass


FAULTS: list[FaultTerms] = [
    {"accept_then_drop": True, "times": 2},
    {"drop": True},
]


@pytest.mark.parametrize("fault", FAULTS, ids=["answers lost", "never arrived"])
def test_whatever_becomes_of_the_answer_a_digest_is_there_once(
    timed: Desk, clock: Clock, room: Room, slack: SlackServer, fault: FaultTerms
) -> None:
    channel = at_nine(timed, clock, room)
    room.fail("chat.postMessage", **fault)
    sender = a_sender(timed, room, slack)

    for _ in range(4):
        sent_all(sender)
        clock.moment += LATER

    assert len(said(room, channel)) == 1
    last = timed.days.last(timed.channel("T1", channel), DigestKind.DAILY)
    assert last is not None
    assert last.state is DigestState.SAID


class Stalled:
    """A port whose first call of one kind takes so long that another sender comes along."""

    def __init__(self, port: object, name: str, meanwhile: object) -> None:
        self._port, self._name, self._meanwhile = port, name, meanwhile

    def __getattr__(self, name: str) -> object:
        if name == self._name and callable(self._meanwhile):
            meanwhile, self._meanwhile = self._meanwhile, None
            meanwhile()
        return getattr(self._port, name)


def test_a_sender_that_stalls_for_longer_than_its_lease_does_not_post_after_another(
    timed: Desk, clock: Clock, room: Room, slack: SlackServer
) -> None:
    channel = at_nine(timed, clock, room)
    other = a_sender(timed, room, slack)

    def meanwhile() -> None:
        clock.moment += LATER
        sent_all(other)

    slow = replace(timed, digests=stalled(timed.digests, "memory", meanwhile))
    sent_all(a_sender(slow, room, slack))

    assert len(said(room, channel)) == 1


def stalled(port: Port, name: str, meanwhile: object) -> Port:
    return cast("Port", Stalled(port, name, meanwhile))


def test_a_clock_that_ran_ahead_and_was_put_back_loses_nothing_and_doubles_nothing(
    timed: Desk, clock: Clock, room: Room, slack: SlackServer
) -> None:
    channel = at_nine(timed, clock, room)
    sender = a_sender(timed, room, slack)
    sent_all(sender)
    clock.moment += DAY  # a catch-up with nothing new, or nothing at all
    tick(timed)
    sent_all(sender)

    clock.moment = NINE + timedelta(hours=1)
    tick(timed)
    brought_in(timed, channel, 2_000)
    worker = Worker(timed)
    while worker.step():
        pass
    clock.moment = NINE + DAY
    tick(timed)
    sent_all(sender)
    tick(timed)
    sent_all(sender)

    texts = [one.text for one in said(room, channel)]
    assert ["2000" in text for text in texts] == [False, True]


def test_a_letter_that_waits_by_a_clock_put_back_since_is_sent_now(
    timed: Desk, clock: Clock, room: Room, slack: SlackServer
) -> None:
    channel = at_nine(timed, clock, room)
    clock.moment = NINE + 30 * DAY
    room.fail("chat.postMessage", status=429, retry_after="20")
    sender = a_sender(timed, room, slack)
    sender.step()

    clock.moment = NINE
    sent_all(sender)

    assert len(said(room, channel)) == 1
