"""What people are called."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.sender.clients import OneClient
from bot.sender.people import FRESH, SOMEBODY, People, name_from
from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer


@pytest.mark.parametrize(
    ("info", "name"),
    [
        ({"name": "lee", "profile": {"display_name": "Lee", "real_name": "Lee Varn"}}, "Lee"),
        ({"name": "lee", "profile": {"display_name": "", "real_name": "Lee Varn"}}, "Lee Varn"),
        ({"name": "lee"}, "lee"),
        ({}, SOMEBODY),
    ],
)
def test_a_person_goes_by_the_display_name_else_by_the_real_one(
    info: dict[str, Any], name: str
) -> None:
    assert name_from(info) == name


def test_slack_is_asked_once_an_hour_and_what_it_does_not_know_is_somebody() -> None:
    room = Room()
    moment = [datetime(2026, 3, 4, tzinfo=UTC)]
    dana = room.add_person("dana")
    with SlackServer(room) as slack:
        client = WebClient(token=room.bot_token, base_url=slack.base_url, retry_handlers=[])
        people = People(OneClient(client), lambda: moment[0])

        assert [people("T1", dana), people("T1", dana)] == ["dana", "dana"]
        assert people("T1", "U99999") == SOMEBODY
        assert _asked(room) == 2
        moment[0] += FRESH + timedelta(seconds=1)
        assert people("T1", dana) == "dana"
        assert _asked(room) == 3


def _asked(room: Room) -> int:
    return sum(call.method == "users.info" for call in room.calls)
