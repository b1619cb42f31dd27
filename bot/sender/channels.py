"""How open a channel is right now, by Slack's own word."""

import threading
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from bot.desk.ports import Clock
from bot.newsroom.channel import Channel, Kind
from bot.sender.clients import Clients
from bot.sender.direct import KINDS
from bot.sender.guests import PAGE, Guests
from bot.sender.outcomes import Refused
from bot.sender.slack import channel_info, pages

FRESH = timedelta(seconds=60)
HIDDEN = {"channel_not_found", "method_not_supported_for_channel_type", "missing_scope"}


class Channels:
    """Looks channels up; an answer is good for a minute, or until an event says otherwise."""

    def __init__(self, clients: Clients, clock: Clock) -> None:
        self._clients = clients
        self._clock = clock
        self._lock = threading.Lock()
        self._guests: dict[str, Guests] = {}
        self._known: dict[tuple[str, str], tuple[datetime, Channel]] = {}
        self._turns = 0  # how often something changed: an answer from before is not kept

    def __call__(self, workspace: str, channel: str) -> Channel:
        """Return the channel as it is now; raises an Outcome when Slack does not say."""
        now = self._clock()
        with self._lock:
            asked, known = self._known.get((workspace, channel), (now - FRESH, None))
            turns = self._turns
        if known is not None and now - asked < FRESH:
            return known
        found = replace(self._ask(workspace, channel), seen_at=now)
        with self._lock:
            if turns == self._turns:
                self._known[workspace, channel] = (now, found)
        return found

    def forget(self, workspace: str, channel: str) -> None:
        """Ask anew from the next time on."""
        with self._lock:
            self._turns += 1
            self._known.pop((workspace, channel), None)

    def doubt(self, workspace: str, channel: str) -> None:
        """Ask anew how the channel is and who is a guest: another process may know better."""
        with self._lock:
            self._turns += 1
            self._known.pop((workspace, channel), None)
            self._guests.pop(workspace, None)

    def still_open(self, workspace: str, channels: Collection[str]) -> Collection[str]:
        """Return those of the channels that are open still, by Slack's own word now.

        One list for all of them. Where the bot is no member, nobody tells it of guests: such a
        channel is to be looked up by itself, unless it is archived. Raises an Outcome when Slack
        does not say.
        """
        told = (info for info in self._public(workspace) if _is_followed(info))
        found = (channel_from(workspace, info) for info in told)
        return {one.id for one in found if one.is_open}.intersection(channels)

    def matters(self, workspace: str, person: str) -> bool:
        """Tell whether a channel is another one with this person in it: a guest, or unknown."""
        return self._guests_of(workspace).is_guest(person)

    def ranked(self, workspace: str, user: Mapping[str, Any]) -> tuple[str, ...]:
        """Take in what Slack says of a person; of one who is a guest now, return the channels.

        Raises an Outcome when Slack does not say which channels those are.
        """
        guests = self._guests_of(workspace)
        if not guests.changed(user):
            return ()
        with self._lock:
            self._turns += 1
            for one in [key for key in self._known if key[0] == workspace]:
                del self._known[one]
        if not guests.is_guest(user["id"]):
            return ()
        return tuple(self._shared_with(workspace, user["id"]))

    def _guests_of(self, workspace: str) -> Guests:
        """Return the ranks of a workspace: read anew where the bot was installed there anew."""
        client = self._clients(workspace)
        with self._lock:
            guests = self._guests.get(workspace)
            if guests is None or guests.client is not client:
                guests = self._guests[workspace] = Guests(client, self._clock)
            return guests

    def _public(self, workspace: str) -> Iterator[dict[str, Any]]:
        for page in pages(self._clients(workspace).conversations_list, limit=PAGE):
            yield from page["channels"]

    def _shared_with(self, workspace: str, person: str) -> Iterator[str]:
        listing = self._clients(workspace).users_conversations
        for page in pages(listing, user=person, types=KINDS, limit=PAGE):
            yield from (channel["id"] for channel in page["channels"])

    def _ask(self, workspace: str, channel: str) -> Channel:
        try:
            info = channel_info(self._clients(workspace), channel)
            found = channel_from(workspace, info)
            outsiders = found.outsiders or self._guests_of(workspace).are_in(info)
            return replace(found, outsiders=outsiders)
        except Refused as refused:
            if refused.code not in HIDDEN:
                raise
        # A private channel that the bot is not in: who is in it cannot be known.
        return Channel(workspace, channel, kind=Kind.PRIVATE, outsiders=True, member=False)


def channel_from(workspace: str, info: Mapping[str, Any]) -> Channel:
    """Read what conversations.info says; what it does not say counts as closed.

    Whoever is in another workspace of the same organisation is an outsider too: each workspace
    installs the bot by itself, and nothing of one shows in another.
    """
    shared = ("is_ext_shared", "is_pending_ext_shared", "pending_shared", "is_org_shared")
    return Channel(
        workspace,
        info["id"],
        name=info.get("name", ""),
        kind=_kind(info),
        outsiders=any(info.get(mark) for mark in shared),
        member=bool(info.get("is_member") or info.get("is_im")) and not info.get("is_archived"),
    )


def _is_followed(info: Mapping[str, Any]) -> bool:
    return bool(info.get("is_member") or info.get("is_archived"))


def _kind(info: Mapping[str, Any]) -> Kind:
    if info.get("is_im") or info.get("is_mpim"):
        return Kind.DIRECT
    open_to_all = info.get("is_channel") and not info.get("is_private", True)
    return Kind.PUBLIC if open_to_all else Kind.PRIVATE
