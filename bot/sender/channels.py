"""How open a channel is right now, by Slack's own word."""

import threading
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from slack_sdk import WebClient

from bot.desk.ports import Clock
from bot.newsroom.channel import Channel, Kind
from bot.sender.slack import Refused, channel_info

FRESH = timedelta(seconds=60)
HIDDEN = {"channel_not_found", "method_not_supported_for_channel_type", "missing_scope"}


class Channels:
    """Looks channels up; an answer is good for a minute."""

    def __init__(self, client: WebClient, clock: Clock) -> None:
        self._client = client
        self._clock = clock
        self._lock = threading.Lock()
        self._known: dict[tuple[str, str], tuple[datetime, Channel]] = {}

    def __call__(self, workspace: str, channel: str) -> Channel:
        """Return the channel as it is now; raises an Outcome when Slack does not say."""
        now = self._clock()
        with self._lock:
            asked, known = self._known.get((workspace, channel), (now - FRESH, None))
        if known is not None and now - asked < FRESH:
            return known
        found = self._ask(workspace, channel)
        with self._lock:
            self._known[workspace, channel] = (now, found)
        return found

    def _ask(self, workspace: str, channel: str) -> Channel:
        try:
            return channel_from(workspace, channel_info(self._client, channel))
        except Refused as refused:
            if refused.code not in HIDDEN:
                raise
        # A private channel that the bot is not in: who is in it cannot be known.
        return Channel(workspace, channel, kind=Kind.PRIVATE, outsiders=True, member=False)


def channel_from(workspace: str, info: Mapping[str, Any]) -> Channel:
    """Read what conversations.info says; what it does not say counts as closed."""
    shared = ("is_ext_shared", "is_pending_ext_shared", "pending_shared")
    return Channel(
        workspace,
        info["id"],
        name=info.get("name", ""),
        kind=_kind(info),
        outsiders=any(info.get(mark) for mark in shared),
        member=bool(info.get("is_member") or info.get("is_im")),
    )


def _kind(info: Mapping[str, Any]) -> Kind:
    if info.get("is_im") or info.get("is_mpim"):
        return Kind.DIRECT
    open_to_all = info.get("is_channel") and not info.get("is_private", True)
    return Kind.PUBLIC if open_to_all else Kind.PRIVATE
