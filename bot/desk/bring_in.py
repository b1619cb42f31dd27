"""Articles of the past, brought in without a word in Slack."""

from hashlib import blake2b

from bot.claims.model import Article
from bot.desk.desk import Desk
from bot.desk.gather import SENSITIVE, enter
from bot.newsroom.filing import Filing
from bot.newsroom.imported import read, written
from bot.newsroom.post import Event, Incoming, Leased, Post
from bot.newsroom.trouble import LinkRefused


def incoming_of(past: Article | str, workspace: str, channel: str) -> Incoming:
    """Return an article or link of the past as an event; the same one has the same key."""
    link = past if isinstance(past, str) else ""
    text = "" if isinstance(past, str) else written(past)
    mark = blake2b((link or text).encode(), digest_size=12).hexdigest()
    ts = f"import-{mark}"
    post = Post(workspace, channel, ts, ts, "")
    key = f"{Event.IMPORTED.value}:{workspace}:{channel}:{mark}"
    return Incoming(key, Event.IMPORTED, post, text, (link,) if link else ())


def imported(desk: Desk, leased: Leased) -> Filing:
    """Read an article of the past for its channel, and say nothing; raises Trouble."""
    incoming = leased.incoming
    viewer = desk.viewer(incoming.post.workspace, incoming.post.channel)
    if incoming.links and viewer.channel.sensitive:
        raise LinkRefused(SENSITIVE)
    article = desk.fetch(incoming.links[0]) if incoming.links else read(incoming.text)
    address = incoming.links[0] if incoming.links else article.publication.url
    link = desk.canonical(address) if address else ""
    return Filing(leased, viewer.channel, entries=(enter(desk, viewer, article, link),))
