"""What is asked of the archive is found, or said to be missing in the same words as the hidden."""

from collections.abc import Callable

import pytest

from bot.desk.desk import Desk
from bot.desk.look_up import claim_id, claim_with_links, reading_asked_for
from bot.newsroom.post import Event
from bot.newsroom.trouble import NotFound
from bot.newsroom.viewer import Viewer
from tests.desk.world import HEAD, World, say

MISSING = [
    pytest.param(claim_with_links, "", "/claim show C-7KQ2", id="show what"),
    pytest.param(claim_with_links, "C-404", "No claim has that id here", id="no such claim"),
    pytest.param(reading_asked_for, "", "I have read nothing", id="why of nothing"),
    pytest.param(reading_asked_for, "C-404", "No claim has that id here", id="why of none"),
    pytest.param(reading_asked_for, f"{HEAD}/9", "I have not read that", id="why of another link"),
]


@pytest.mark.parametrize(("ask", "typed", "expected"), MISSING)
def test_what_is_not_there_is_said_in_a_line(
    desk: Desk, world: World, ask: Callable[[Desk, Viewer, str], object], typed: str, expected: str
) -> None:
    with pytest.raises(NotFound, match=expected):
        ask(desk, Viewer(world.channel), typed)


def test_a_reading_is_found_by_a_claim_by_its_link_or_as_the_newest(
    desk: Desk, world: World
) -> None:
    (letter,) = say(desk, Event.COMMAND, "14", ts="", text=f"{HEAD}/14")

    for typed in ("", "[c-1].", f"{HEAD}/14?from=mail"):
        assert reading_asked_for(desk, Viewer(world.channel), typed) == letter.article


@pytest.mark.parametrize("typed", ["C-7KQ2", " c-7kq2 ", "[C-7KQ2]", "“C-7KQ2”."])
def test_an_id_is_understood_however_it_is_typed(typed: str) -> None:
    assert claim_id(typed) == "C-7KQ2"
