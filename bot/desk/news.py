"""What is told to those who watch, made at the moment of telling of what may be seen then."""

import json
from collections.abc import Iterator, Sequence

from bot.claims.model import Link
from bot.desk.desk import Desk
from bot.desk.watching import on
from bot.newsroom.post import Letter
from bot.newsroom.viewer import Viewer
from bot.newsroom.watch import News, Watched

MOST_CLAIMS = 5  # of one watch; the story has the rest
MOST_WATCHES = 5  # of one message


def news(desk: Desk, viewer: Viewer, letter: Letter) -> tuple[News, ...]:
    """Return what a letter tells of each watch; nothing of those that were stopped meanwhile."""
    return tuple(_news(desk, viewer, letter))[:MOST_WATCHES]


def _news(desk: Desk, viewer: Viewer, letter: Letter) -> Iterator[News]:
    own = {one.id: one for one in desk.watches.of(viewer.workspace, letter.post.person)}
    for watch_id, ids in json.loads(letter.words).items():
        told = on(desk, viewer, own[watch_id]) if watch_id in own else None
        found = [claim for one in ids if (claim := desk.archive.claim(viewer, one))]
        if told is None or not found:
            continue
        shown = tuple((one, _telling(desk, viewer, one.id)) for one in found[:MOST_CLAIMS])
        yield News(Watched(own[watch_id], told), shown, len(found) - len(shown))


def _telling(desk: Desk, viewer: Viewer, claim: str) -> tuple[Link, ...]:
    links: Sequence[Link] = desk.archive.links_of(viewer, claim)
    return tuple(link for link in links if link.shown and link.differences)
