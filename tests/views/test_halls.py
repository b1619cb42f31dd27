"""How the Home tab tells of a person's channels."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.newsroom.channel import Channel, Kind
from bot.newsroom.home import Hall, Home
from bot.views.home import home_view


@pytest.mark.parametrize(
    ("here", "told"),
    [
        pytest.param(Channel("T1", "C1"), ": digest off", id="not looked up yet"),
        pytest.param(
            Channel("T1", "C1", "world", Kind.PUBLIC),
            ": replies differences; digest off",
            id="open",
        ),
        pytest.param(Channel("T1", "C1", "desk"), ": replies ask; digest off", id="private"),
    ],
)
def test_a_channel_is_said_to_ask_only_where_its_kind_is_known(here: Channel, told: str) -> None:
    view: dict[str, Any] = home_view(Home(halls=(Hall(here, works=True, coming=None),)), "D1")
    assert f'"{told}"' in json.dumps(view)


def test_a_zone_is_called_as_people_call_it() -> None:
    coming = datetime(2026, 3, 6, 9, tzinfo=UTC)
    hall = Hall(Channel("T1", "C1", "world", Kind.PUBLIC), works=True, coming=coming)

    assert " (UTC)" in json.dumps(home_view(Home(halls=(hall,)), "D1"))
