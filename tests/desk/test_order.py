"""Slack keeps no order: whatever comes first, what stands in the end is the same."""

from collections.abc import Sequence
from itertools import permutations

import pytest

from bot.desk.desk import Desk
from bot.newsroom.post import Event, Incoming, LetterKind
from bot.worker import Worker
from tests.desk.world import HEAD, sent
from tests.making import a_post

POST = a_post("1.0")
PASTED = Incoming("pasted", Event.MESSAGE, POST, "x", (f"{HEAD}/14", f"{HEAD}/41"))
EDITED = Incoming("edited", Event.EDITED, POST, "x", (f"{HEAD}/chess",))
DELETED = Incoming("deleted", Event.DELETED, POST)

Order = Sequence[Incoming]


def orders(*events: Incoming) -> list[Order]:
    """Return every order in which the events may come, the first of them coming twice."""
    return [(*order, order[0]) for order in permutations(events)]


def name(order: Order) -> str:
    return ", ".join(incoming.key for incoming in order)


def come(desk: Desk, order: Order, *, at_once: int) -> list[LetterKind]:
    """Let the events come one after the other, or all before the worker looks."""
    worker, letters = Worker(desk), []
    for incoming in order:
        desk.receive(incoming)
        while not at_once and worker.step():
            letters += sent(desk)
    while worker.step():
        letters += sent(desk)
    return [letter.kind for letter in letters]


@pytest.mark.parametrize("at_once", [0, 1], ids=["one by one", "at once"])
@pytest.mark.parametrize("order", orders(PASTED, EDITED, DELETED), ids=name)
def test_a_deleted_message_leaves_nothing(desk: Desk, order: Order, at_once: int) -> None:
    letters = come(desk, order, at_once=at_once)

    assert desk.archive.readings_of(POST) == ()
    assert letters == [] or letters[-1] is LetterKind.REMOVE


@pytest.mark.parametrize("at_once", [0, 1], ids=["one by one", "at once"])
@pytest.mark.parametrize("order", orders(PASTED, EDITED), ids=name)
def test_an_edited_message_stands_for_what_it_says_now(
    desk: Desk, order: Order, at_once: int
) -> None:
    letters = come(desk, order, at_once=at_once)

    assert [filed.link for filed in desk.archive.readings_of(POST)] == [f"{HEAD}/chess"]
    assert letters[-1] is LetterKind.REVISE
