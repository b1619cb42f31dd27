"""Channels close, move and are left; guests come: whoever may see what is right at once."""

from collections.abc import Callable

import pytest

from tests.stories.newsroom import PATIENCE, Newsroom


def is_silent_elsewhere(newsroom: Newsroom) -> bool:
    """Tell whether an article in #lab is set against nothing of #world."""
    ts = newsroom.paste("toll", channel=newsroom.lab)
    newsroom.reaction(ts, newsroom.lab)
    newsroom.settle()
    return newsroom.replies(ts, newsroom.lab) == ()


CLOSING: list[object] = [
    pytest.param(lambda room, world: room.make_private(world), id="made private"),
    pytest.param(lambda room, world: room.share(world), id="shared with outsiders"),
    pytest.param(
        lambda room, world: room.invite(world, room.add_person("gus", guest=True)),
        id="a guest came in",
    ),
    pytest.param(lambda room, _: room.make_guest("lee"), id="somebody in it became a guest"),
    pytest.param(lambda room, world: room.delete_channel(world), id="deleted"),
]


@pytest.mark.parametrize("closes", CLOSING)
def test_what_a_channel_has_seen_stays_in_it_once_it_closes(
    newsroom: Newsroom, closes: Callable[..., object]
) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    newsroom.settle()

    closes(newsroom.room, newsroom.world)
    newsroom.room.quiet(PATIENCE)

    assert is_silent_elsewhere(newsroom)


def test_a_channel_that_opens_again_shows_again(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    newsroom.room.share(newsroom.world)
    newsroom.room.quiet(PATIENCE)
    newsroom.room.unshare(newsroom.world)
    newsroom.room.quiet(PATIENCE)

    assert "14" in newsroom.reply(newsroom.paste("toll", channel=newsroom.lab), newsroom.lab).text


def test_where_a_guest_reads_nothing_of_other_channels_is_shown(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    newsroom.room.invite(newsroom.lab, newsroom.room.add_person("gus", guest=True))
    newsroom.room.quiet(PATIENCE)

    assert is_silent_elsewhere(newsroom)


def test_a_channel_of_another_id_keeps_what_it_has_seen_and_what_was_set(
    newsroom: Newsroom,
) -> None:
    newsroom.ask("settings zone Europe/Oslo")
    newsroom.reaction(newsroom.paste("flood"))

    new = newsroom.room.change_id(newsroom.world)
    newsroom.room.quiet(PATIENCE)

    assert "14" in newsroom.reply(newsroom.paste("toll", channel=new), new).text
    assert "zone Europe/Oslo" in newsroom.ask("settings show", new)


def test_whoever_invites_the_bot_is_told_alone_and_once_what_it_does(newsroom: Newsroom) -> None:
    desk = newsroom.room.add_channel("desk", private=True, members=["dana", "lee"])

    newsroom.room.invite_bot(desk, by="dana")

    (told,) = newsroom.whispers(channel=desk)
    assert told.startswith("I am in.")
    assert "before I open a link here" in told
    newsroom.settle()
    assert newsroom.room.ephemerals("lee", desk) == ()
    assert newsroom.room.messages(desk) == ()


def test_renamed_archived_and_left_channels_cost_nothing_and_say_nothing(
    newsroom: Newsroom,
) -> None:
    newsroom.room.rename(newsroom.world, "globe")
    newsroom.room.archive(newsroom.world)
    newsroom.room.unarchive(newsroom.world)
    newsroom.room.leave(newsroom.world, "lee")
    newsroom.room.kick_bot(newsroom.world)

    newsroom.settle()
    assert newsroom.room.messages(newsroom.world) == ()
    failed = [one for one in newsroom.room.attempts if one.status != 200]
    assert failed == []


def test_a_look_up_that_fails_shuts_the_channel_until_slack_tells_again(
    newsroom: Newsroom,
) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    newsroom.settle()
    newsroom.room.fail("conversations.info", status=503, times=4)

    newsroom.room.rename(newsroom.world, "globe")
    newsroom.room.quiet(PATIENCE)

    assert is_silent_elsewhere(newsroom)
