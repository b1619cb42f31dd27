"""Many digests at nine: each channel gets its own once, however often Slack says to wait."""

import os
from collections import Counter
from datetime import timedelta

from bot.desk.clock import tick
from bot.desk.desk import Desk
from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer
from tests.desk.nine import NINE, Clock, a_sender, desks, morning_of, said

LONG = "LONG" in os.environ
MANY = 200 if LONG else 5
STORM = 300 if LONG else 8  # calls that are told to wait
LIMIT = timedelta(minutes=10)


def test_a_burst_at_nine_is_through_in_ten_minutes_each_digest_once(
    timed: Desk, clock: Clock, room: Room, slack: SlackServer
) -> None:
    channels = desks(room, MANY)
    morning_of(timed, clock, channels)
    clock.moment = NINE
    room.fail("chat.postMessage", times=STORM, status=429, retry_after="20")
    sender = a_sender(timed, room, slack)

    tick(timed)
    while clock.moment < NINE + LIMIT:
        while sender.step():
            pass
        clock.moment += timedelta(seconds=5)

    texts = {one: [message.text for message in said(room, one)] for one in channels}
    assert Counter(map(len, texts.values())) == {1: MANY}
    for number, channel in enumerate(channels):
        own = {str(1_000 + n) for n in range(MANY) if str(1_000 + n) in texts[channel][0]}
        assert own == {str(1_000 + number)}
