"""Mornings in a story: the clock is put forward to the next digest, and the bot ticks."""

from datetime import UTC, timedelta

from bot.desk.clock import tick
from bot.newsroom.localday import coming
from bot.slackroom.seen import Message
from tests.stories.newsroom import PATIENCE, Newsroom


def settled_in(newsroom: Newsroom) -> None:
    """Let the clock look at the channels once: from here on a digest tells what is new."""
    newsroom.settle()
    tick(newsroom.bot.desk)
    newsroom.settle()


def next_morning(newsroom: Newsroom) -> None:
    """Put the clock to the time at which the next digest is due, and let the bot tick."""
    newsroom.settle()
    desk = newsroom.bot.desk
    channel = desk.channel(newsroom.room.team_id, newsroom.world)
    at = coming(channel.schedule, desk.clock())
    assert at is not None
    newsroom.clock.put_forward(at.astimezone(UTC) - desk.clock() + timedelta(seconds=1))
    tick(desk)
    newsroom.settle()


def posts(newsroom: Newsroom, channel: str = "") -> tuple[Message, ...]:
    """Return what the bot has posted in a channel, outside threads."""
    there = channel or newsroom.world
    said = newsroom.room.messages(there)
    return tuple(one for one in said if one.is_bot and not one.is_reply)


def wait_for_post(newsroom: Newsroom, channel: str = "", count: int = 1) -> Message:
    """Wait for the bot's posts in a channel and return the newest."""

    def there() -> tuple[Message, ...]:
        found = posts(newsroom, channel)
        return found if len(found) >= count else ()

    return newsroom.room.wait_for(there, PATIENCE)[-1]
