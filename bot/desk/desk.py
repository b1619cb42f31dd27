"""What the desk works with: its shelves, its readers, its clock."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.desk.ports import (
    Archive,
    Canonical,
    Clock,
    Fetch,
    Inbox,
    LookUp,
    NewId,
    Outbox,
    Read,
    Think,
    TypeIn,
)
from bot.desk.ports.days import Days
from bot.desk.ports.digests import Digests
from bot.desk.ports.embargoes import Embargoes
from bot.desk.ports.forgetting import Forgetting
from bot.desk.ports.judgements import Judgements
from bot.desk.ports.library import Library
from bot.desk.ports.places import Memory, NameOf, OtherBots, Places
from bot.desk.ports.stories import Stories
from bot.desk.ports.watches import Direct, SharedWith, Watches
from bot.newsroom.channel import Channel
from bot.newsroom.post import Incoming
from bot.newsroom.viewer import Viewer

NOWHERE = ""
"""The id of no channel: nothing is to be seen there."""

OLD = timedelta(minutes=5)
"""For how long an open channel counts as open by what is remembered alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything that the use cases need of the world."""

    archive: Archive
    library: Library
    days: Days
    digests: Digests
    places: Places
    judgements: Judgements
    stories: Stories
    watches: Watches
    forgetting: Forgetting
    embargoes: Embargoes
    inbox: Inbox
    outbox: Outbox
    fetch: Fetch
    type_in: TypeIn
    read: Read
    think: Think
    canonical: Canonical
    look_up: LookUp
    name_of: NameOf
    direct: Direct
    shared_with: SharedWith
    memory: Memory
    other_bots: OtherBots
    new_article: NewId
    clock: Clock
    wake: Callable[[], None]  # rouses whoever waits for the inbox or the outbox

    def receive(self, incoming: Incoming) -> None:
        """Keep an event that came in, however often it comes; from here on it cannot be lost."""
        if self.inbox.put(incoming, self.clock()):
            self.wake()

    def channel(self, workspace: str, channel: str) -> Channel:
        """Return the channel as Slack has it now, with what the newsroom set for it."""
        if channel == NOWHERE:
            return Channel(workspace, NOWHERE, outsiders=True, member=False)
        seen, known = self._seen(workspace, channel)
        now = replace(
            known, name=seen.name, kind=seen.kind, outsiders=seen.outsiders, member=seen.member
        )
        return known if now == known else self.places.saw(seen)

    def heard_of(self, workspace: str, channel: str) -> Channel:
        """Return the channel as it is now that somebody told of it, and remember when that was."""
        seen, _ = self._seen(workspace, channel)
        return self.places.saw(seen)

    def _seen(self, workspace: str, channel: str) -> tuple[Channel, Channel]:
        """Return how Slack has a channel, and then how it is on record.

        Where it looks more open than it is on record, another process may have been told of what
        closed it since it was looked up here: then Slack is asked anew.
        """
        seen = self.look_up(workspace, channel)
        known = self.archive.channel(workspace, channel)
        if seen.is_more_open_than(known) and known != Channel(workspace, channel):
            self.memory.doubt(workspace, channel)
            seen = self.look_up(workspace, channel)
        return seen, known

    def viewer(self, workspace: str, channel: str) -> Viewer:
        """Return whoever reads in the channel now, as it is now; what closed meanwhile is closed.

        Raises what the look-ups raise: while Slack does not say, nothing is shown.
        """
        self._look_again(workspace)
        return Viewer(self.channel(workspace, channel), self.clock())

    def _look_again(self, workspace: str) -> None:
        """Close what closed while nobody told us: we were down, or had been taken out of it."""
        now = self.clock()
        old = self.places.open_but_old(workspace, now - OLD)
        still = self.memory.still_open(workspace, old) if old else ()
        for channel in set(old).difference(still):
            self.memory.forget(workspace, channel)
            self.heard_of(workspace, channel)
        self.places.confirm(workspace, still, now)
