"""The Home tab of a person, put together anew each time it is opened."""

from collections.abc import Iterator

from bot.desk.desk import Desk
from bot.desk.limits import works_in
from bot.desk.morning import due_now
from bot.desk.watching import watches
from bot.newsroom.home import Hall, Home
from bot.newsroom.localday import coming
from bot.newsroom.post import Post


def home(desk: Desk, post: Post, page: int = 1) -> Home:
    """Return the Home tab of `post.person`; `post.channel` are his direct messages with the bot.

    Whatever is recorded is seen as there: a guest sees no more in Home than he is told.
    """
    viewer = desk.viewer(post.workspace, post.channel)
    return Home(
        watches=tuple(watches(desk, viewer, post.person)),
        due=due_now(desk, viewer),
        reopened=tuple(desk.watches.reopened(viewer, post.person)),
        halls=tuple(sorted(_halls(desk, post), key=lambda hall: hall.channel.name)),
        page=page,
    )


def _halls(desk: Desk, post: Post) -> Iterator[Hall]:
    now = desk.clock()
    for channel_id in desk.shared_with(post.workspace, post.person):
        channel = desk.archive.channel(post.workspace, channel_id)
        works = works_in(desk, channel)
        yield Hall(channel, works, coming(channel.schedule, now) if works else None)
