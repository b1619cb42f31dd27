"""What people set is kept in one go, with who did it; links of a day count once an event."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine

from bot.newsroom.channel import Channel, Kind, Replies
from bot.newsroom.settings import Chosen, Name
from bot.newsroom.trouble import Unfit
from bot.newsroom.viewer import Viewer
from bot.newsroom.workspace import Workspace
from storage.places import Places

NOW = datetime(2026, 3, 4, tzinfo=UTC)
DAY = date(2026, 3, 4)
WORLD = Channel("T1", "C1", "world", Kind.PUBLIC)
NINTH = Channel("T9", "C1", "ninth", Kind.PUBLIC)
LAB = Channel("T1", "C2", "lab", Kind.PUBLIC)


@pytest.fixture
def places(engine: Engine) -> Places:
    return Places(engine)


def react(chosen: Chosen) -> Chosen:
    channel = replace(chosen.channel, replies=Replies.REACT)
    return Chosen(channel, replace(chosen.workspace, own_outlets=("Courier",)))


def test_what_is_set_and_who_set_it_are_kept_together(places: Places) -> None:
    places.saw(WORLD)

    changed = places.choose(Viewer(WORLD), react, "U1", NOW)

    assert changed == (Name.REPLIES, Name.OUTLETS)
    assert places.saw(WORLD).replies is Replies.REACT
    assert places.workspace("T1").own_outlets == ("Courier",)
    trail = places.trail(Viewer(WORLD), 5)
    assert [(act.person, act.detail) for act in trail] == [
        ("U1", "outlets"),
        ("U1", "replies react"),
    ]
    assert places.choose(Viewer(WORLD), react, "U2", NOW) == ()
    assert len(places.trail(Viewer(WORLD), 5)) == 2


def test_a_change_that_does_not_fit_changes_nothing(places: Places) -> None:
    def unfit(chosen: Chosen) -> Chosen:
        raise Unfit(f"{chosen.channel.name} cannot be that")

    with pytest.raises(Unfit):
        places.choose(Viewer(WORLD), unfit, "U1", NOW)

    assert places.workspace("T1") == Workspace("T1")
    assert places.trail(Viewer(WORLD), 5) == ()


def test_the_trail_of_a_closed_channel_is_its_own(places: Places) -> None:
    secret = replace(WORLD, kind=Kind.PRIVATE)
    places.saw(secret)
    places.choose(Viewer(secret), react, "U1", NOW)

    assert places.trail(Viewer(LAB), 5) == ()
    assert len(places.trail(Viewer(secret), 5)) == 2


def test_what_slack_says_leaves_what_was_set_alone(places: Places) -> None:
    places.choose(Viewer(WORLD), react, "U1", NOW)

    now = places.saw(replace(WORLD, name="globe", outsiders=True))

    assert (now.name, now.outsiders, now.replies) == ("globe", True, Replies.REACT)


def test_links_are_counted_by_channel_and_day_once_an_event(places: Places) -> None:
    assert places.spend(WORLD, "a", DAY, 3) == 0
    assert places.spend(WORLD, "b", DAY, 2) == 3
    assert places.spend(WORLD, "b", DAY, 2) == 3
    assert places.spend(LAB, "c", DAY, 1) == 0
    assert places.spend(WORLD, "d", date(2026, 3, 5), 1) == 0


def test_a_newsroom_of_which_nothing_is_known_has_nothing_set(places: Places) -> None:
    assert places.workspace("T9") == Workspace("T9")

    kept = Workspace("T9", ("Courier",), ("U1",), ("C1",), 3, "U1", hold=True)
    places.choose(Viewer(NINTH), lambda now: replace(now, workspace=kept), "U1", NOW)

    assert places.workspace("T9") == kept
