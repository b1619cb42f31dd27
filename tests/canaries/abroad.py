"""Another newsroom on the same database, whose channels go by the same ids."""

from datetime import datetime

from bot.answers import answer
from bot.claims.model import Reading
from bot.claims.think import think
from bot.desk.desk import Desk
from bot.newsroom.channel import Channel, Kind
from bot.newsroom.filing import Entry, Filing
from bot.newsroom.post import Event, Incoming, Post
from bot.newsroom.schedule import Schedule
from bot.newsroom.viewer import Viewer

ABROAD = "T0ABROAD"


def file_abroad(desk: Desk, channel: str, reading: Reading, now: datetime) -> None:
    """Put a reading on record in the public channel abroad that goes by an id."""
    silent = Schedule(on=False)  # its digests would go to a Slack that is not there
    there = Channel(ABROAD, channel, kind=Kind.PUBLIC, schedule=silent)
    link = reading.article.publication.url
    desk.archive.keep_channel(there)
    post = Post(ABROAD, channel, link, link, "U1")
    assert desk.inbox.put(Incoming(link, Event.MESSAGE, post, "", (link,)), now)
    leased = desk.inbox.lease(now, 60)
    assert leased is not None
    entry = Entry(desk.new_article(), reading, think(reading, ()), link, link, 1)
    assert desk.archive.file(Filing(leased, there, entries=(entry,)))


def answered_abroad(desk: Desk, channel: str, typed: str) -> str:
    """Return what is answered in a public channel abroad."""
    viewer = Viewer(Channel(ABROAD, channel, kind=Kind.PUBLIC))
    said = answer(desk, viewer, Post(ABROAD, channel, "", "", "U1"), typed)
    return f"{said.text} {said.blocks}"
