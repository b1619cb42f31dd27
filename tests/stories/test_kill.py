"""Killed between any two commits, the bot comes back and says what it had to say, once.

In CI at a few places, where most can go wrong; at all of them with LONG=1 in the environment.
"""

from pathlib import Path

from bot.slackroom.room import Room
from tests.stories.killing import LONG, PATIENCE, Home, a_channel, a_home, redeliver, replies
from tests.stories.pages import open_news

A_FEW = {"after archive.file", "after slack.post", "after digests.told", ""}

# One message's way through the bot, commit by commit and call by call; what comes before the
# first is the same as a message that was never delivered.
PLACES = (
    "before inbox.put",
    "after inbox.put",
    "after inbox.lease",
    "after archive.file",
    "after outbox.take",
    "after slack.post",
    "after outbox.posted",
    "",
)


def test_wherever_the_bot_is_killed_the_reply_is_there_once(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        pasted: list[tuple[str, str]] = []
        for place in _tried(PLACES):
            with home.life(place) as life:
                redeliver(home.room)
                pasted.append(_paste(home, open_news(home.site), len(pasted)))
                if place:
                    assert life.was_killed(), f"not killed {place}"
                else:
                    _all(home, pasted)

        assert [len(replies(home.room, *one)) for one in pasted] == [1] * len(_tried(PLACES))


def test_a_reply_whose_answer_was_lost_is_not_posted_again(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.room.fail("chat.postMessage", accept_then_drop=True)
        with home.life():
            lost = _paste(home, open_news(home.site), 1)
            looked = "conversations.replies"
            home.room.wait_for(
                lambda: looked in [call.method for call in home.room.calls], PATIENCE
            )
            other = _paste(home, open_news(home.site), 2)
            _all(home, [other])

        assert len(replies(home.room, *lost)) == 1


# A digest's way: its day is claimed with its letter, which is taken, posted, and remembered.
PLACES_OF_THE_CLOCK = (
    "after days.begin",
    "after outbox.take",
    "after slack.post",
    "after digests.told",
    "after outbox.posted",
    "",
)
CHANNELS = 3
TWO_WEEKDAYS_ON = "72"  # hours: over a weekend too there is one morning at least


def test_wherever_the_bot_is_killed_each_digest_is_there_once(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        first, *others = _tried(PLACES_OF_THE_CLOCK)
        with home.life() as life:
            news = open_news(home.site)
            pasted = [_paste(home, news, number) for number in range(CHANNELS)]
            _all(home, pasted)
            assert life.told("tick 0") == "tick done"  # the first look at a channel tells nothing
            assert life.told(f"mine {first}") == "mine done"
            life.told(f"tick {TWO_WEEKDAYS_ON}")
            assert life.was_killed(), f"not killed {first}"
        home.ahead = TWO_WEEKDAYS_ON
        for place in others:
            with home.life(place) as life:
                if place:
                    assert life.was_killed(), f"not killed {place}"
                else:
                    home.room.wait_for(
                        lambda: all(_digests(home.room, one) for one, _ in pasted), PATIENCE
                    )

        assert [len(_digests(home.room, channel)) for channel, _ in pasted] == [1] * CHANNELS


def _all(home: Home, pasted: list[tuple[str, str]]) -> None:
    """Wait until there is a reply to each of the posts."""
    home.room.wait_for(lambda: all(replies(home.room, *one) for one in pasted), PATIENCE)


def _tried(places: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(place for place in places if LONG or place in A_FEW)


def _paste(home: Home, news: dict[str, str], number: int) -> tuple[str, str]:
    """Paste two articles that differ in a channel of its own; return the channel and the ts."""
    channel = a_channel(home.room, f"desk-{number}")
    return channel, home.room.post("dana", channel, f"{news['flood']} {news['toll']}")


def _digests(room: Room, channel: str) -> tuple[str, ...]:
    return tuple(one.text for one in room.messages(channel) if one.is_bot and not one.is_reply)
