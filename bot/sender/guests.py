"""Who is a full member of the newsroom and who is a guest, by Slack's own word."""

import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from slack_sdk import WebClient

from bot.desk.ports import Clock
from bot.sender.outcomes import Busy, Lost, Refused
from bot.sender.slack import next_cursor, pages

FRESH = timedelta(minutes=10)
PAGE = 1_000
RANKS = ("is_restricted", "is_ultra_restricted", "is_stranger")


@dataclass(slots=True)
class Listed:
    """People by their rank; `cursor` is where the list goes on, empty when it is whole."""

    guests: set[str]
    others: set[str]
    cursor: str = ""


class Guests:
    """Everybody's rank: read every ten minutes at most, and kept up by events in between."""

    def __init__(self, client: WebClient, clock: Clock) -> None:
        self.client = client
        self._clock = clock
        self._lock = threading.Lock()
        self._listed: Listed | None = None
        self._at = clock()
        self._partly = Listed(set(), set())

    def are_in(self, channel: Mapping[str, Any]) -> bool:
        """Tell whether somebody in the channel is a guest, or nobody that Slack lists.

        `channel` is what conversations.info says. Where the app may not ask, there are guests;
        raises an Outcome when Slack does not say.
        """
        try:
            listed = self._now()
            if channel.get("is_im"):
                return channel.get("user") not in listed.others
            if not listed.guests:
                return False
            return any(one not in listed.others for one in self._members(channel["id"]))
        except Refused:
            return True

    def is_guest(self, person: str) -> bool:
        """Tell whether the person is no full member, as far as is known by now."""
        with self._lock:
            return self._listed is None or person not in self._listed.others

    def changed(self, user: Mapping[str, Any]) -> bool:
        """Take a person's new rank in, and tell whether it is another."""
        with self._lock:
            if self._listed is None:  # another process may have a list, in which this is news
                return _is_guest(user)
            was = user["id"] in self._listed.guests
            known = user["id"] in self._listed.others
            _put(self._listed, user)
            is_guest = user["id"] in self._listed.guests
            return was is not is_guest or not (was or known)

    def _now(self) -> Listed:
        with self._lock:
            listed, fresh = self._listed, self._clock() - self._at < FRESH
        if listed is not None and fresh:
            return listed
        try:
            whole = self._read_on()
        except (Busy, Lost):
            if listed is None:
                raise
            return listed
        with self._lock:
            self._listed, self._at = whole, self._clock()
        return whole

    def _read_on(self) -> Listed:
        """Read the list from where the last try ended: of a large newsroom Slack gives so much.

        What Slack says of a person later holds.
        """
        with self._lock:
            partly = self._partly
        for page in pages(self.client.users_list, partly.cursor, limit=PAGE):
            for user in page["members"]:
                _put(partly, user)
            partly.cursor = next_cursor(page)
        with self._lock:
            self._partly = Listed(set(), set())
        return partly

    def _members(self, channel: str) -> Iterator[str]:
        for page in pages(self.client.conversations_members, channel=channel, limit=PAGE):
            yield from page["members"]


def _put(listed: Listed, user: Mapping[str, Any]) -> None:
    if user.get("deleted"):
        return
    is_guest = _is_guest(user)
    (listed.guests if is_guest else listed.others).add(user["id"])
    (listed.others if is_guest else listed.guests).discard(user["id"])


def _is_guest(user: Mapping[str, Any]) -> bool:
    return any(user.get(rank) for rank in RANKS)
