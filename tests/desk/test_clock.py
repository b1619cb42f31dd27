"""What the clock does at the desk: the newsroom's owner hears once of a digest that stopped."""

from dataclasses import replace

from bot.desk.clock import tell_of_stops, tick
from bot.desk.desk import Desk
from bot.newsroom.channel import Channel, Kind
from bot.newsroom.post import LetterKind
from bot.newsroom.workspace import Workspace
from tests.desk.world import sent, set_for

HERE = Channel("T1", "C1", name="world", kind=Kind.PUBLIC)


def test_of_an_archived_channel_the_owner_is_told_once(desk: Desk) -> None:
    set_for(desk, HERE, Workspace("T1", owner="U9"))
    desk.archive.keep_channel(HERE)
    tick(desk)
    assert tell_of_stops(desk) == 0

    desk.archive.keep_channel(replace(HERE, member=False))
    told = [tell_of_stops(desk), tell_of_stops(desk)]

    assert told == [1, 0]
    (letter,) = sent(desk)
    assert letter.kind is LetterKind.NOTICE
    assert letter.post.channel == "D-T1-U9"
    assert letter.words.startswith("The digest of #world has stopped")
    assert tick(desk) == 0


def test_the_name_of_a_private_channel_is_told_to_nobody(desk: Desk) -> None:
    set_for(desk, HERE, Workspace("T1", owner="U9"))
    private = replace(HERE, kind=Kind.PRIVATE, name="sources")
    desk.archive.keep_channel(private)
    tick(desk)
    desk.archive.keep_channel(replace(private, member=False))

    tell_of_stops(desk)

    assert all("sources" not in letter.words for letter in sent(desk))


def test_without_an_owner_nobody_is_told(desk: Desk) -> None:
    desk.archive.keep_channel(HERE)
    tick(desk)
    desk.archive.keep_channel(replace(HERE, member=False))

    assert tell_of_stops(desk) == 0
