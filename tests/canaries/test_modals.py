"""A modal stays open when its reader leaves the channel: it shows and decides nothing more."""

from collections import Counter
from collections.abc import Iterator

import pytest

from tests.canaries.machine import Newsroom, buttons
from tests.canaries.oracle import WORD
from tests.canaries.telling import a_database


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with a_database() as engine:
        parts = {"engine": engine, "steps": Counter[str](), "heard": Counter[str]()}
        newsroom = type("Told", (Newsroom,), parts)()
        newsroom.furnish()
        yield newsroom
        newsroom.teardown()


def details(newsroom: Newsroom, person: str) -> list[str]:
    """Open Details under the newest reply in #desk, and return what can be pressed there."""
    room, desk = newsroom.room, newsroom.named["desk"]
    newsroom.pasted("lee", "desk")
    reply = room.messages(desk, room.messages(desk)[-1].ts)[-1]
    newsroom.opened[newsroom.id_of(person)] = desk
    room.click(person, desk, reply.ts, "brief_details")
    newsroom.settled("details")
    return [button["action_id"] for button in buttons(room.view(person))]


def pressed(newsroom: Newsroom, person: str, action_id: str) -> str:
    """Press a button of the modal that a person has before him, and return what stands there."""
    view = newsroom.room.view(person)
    first = next(one for one in buttons(view) if one["action_id"] == action_id)
    newsroom.room.click_view(person, view.id, action_id, block_id=first["block_id"])
    newsroom.settled("pressed")
    return str(newsroom.room.view(person).payload)


def test_whoever_left_presses_in_vain(newsroom: Newsroom) -> None:
    for action_id in sorted({*details(newsroom, "dana")}):
        details(newsroom, "dana")
        newsroom.room.leave(newsroom.named["desk"], "dana")
        assert not WORD.search(pressed(newsroom, "dana", action_id)), action_id
        newsroom.close_views("dana")
        newsroom.room.invite(newsroom.named["desk"], "dana")


def test_whoever_stays_goes_on(newsroom: Newsroom) -> None:
    first, *_ = details(newsroom, "dana")

    assert WORD.search(pressed(newsroom, "dana", first))
