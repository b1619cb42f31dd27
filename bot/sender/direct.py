"""What the bot has in common with a person: their direct messages, and the channels of both."""

import threading
from collections.abc import Iterator

from slack_sdk import WebClient

from bot.newsroom.trouble import NotAllowed
from bot.sender.clients import Clients
from bot.sender.outcomes import Refused
from bot.sender.slack import asked, pages

NOT_DIRECTLY = "Slack does not let me write to you directly, so I could not tell you of changes."
KINDS = "public_channel,private_channel"
PAGE = 999  # Slack gives fewer than a thousand at a time


class DirectMessages:
    """Opens direct messages; they keep their id, so Slack is asked once for each person."""

    def __init__(self, clients: Clients) -> None:
        self._clients = clients
        self._lock = threading.Lock()
        self._known: dict[tuple[str, str], str] = {}

    def __call__(self, workspace: str, person: str) -> str:
        """Return the id of the direct messages with a person.

        Raises NotAllowed where Slack refuses them, an Outcome where it does not answer.
        """
        with self._lock:
            known = self._known.get((workspace, person), "")
        if known:
            return known
        try:
            opened = asked(self._clients(workspace).conversations_open, users=person)
        except Refused as refused:
            raise NotAllowed(NOT_DIRECTLY) from refused
        with self._lock:
            self._known[workspace, person] = str(opened["channel"]["id"])
        return str(opened["channel"]["id"])


def shared_with(clients: Clients, workspace: str, person: str) -> tuple[str, ...]:
    """Return the ids of the channels that the bot and the person are both in, as of now.

    Of a person's public channels Slack lists all, with the bot or without. Raises an Outcome.
    """
    client = clients(workspace)
    ours = set(_channels(client))
    return tuple(one for one in _channels(client, person) if one in ours)


def _channels(client: WebClient, person: str = "") -> Iterator[str]:
    whose, listed = person or None, client.users_conversations
    for page in pages(listed, user=whose, types=KINDS, exclude_archived=True, limit=PAGE):
        yield from (str(channel["id"]) for channel in page["channels"])
