"""Which other bots have spoken in a channel lately, by Slack's own word."""

from typing import Any

from bot.sender.clients import Clients
from bot.sender.outcomes import Outcome
from bot.sender.slack import asked

MANY = 200  # messages to look through; one call


class OtherBots:
    """Looks through what was said last in a channel; nothing is written down."""

    def __init__(self, clients: Clients) -> None:
        self._clients = clients

    def __call__(self, workspace: str, channel: str) -> dict[str, str]:
        """Return the ids of bots by their names, we left out; none where Slack does not say."""
        try:
            history = self._clients(workspace).conversations_history
            said = asked(history, channel=channel, limit=MANY)
        except Outcome:
            return {}
        nobodys = {None, self._clients.bot_id(workspace)}
        bots = (one for one in said["messages"] if one.get("bot_id") not in nobodys)
        return {_name(one): str(one["bot_id"]) for one in bots}


def _name(message: dict[str, Any]) -> str:
    profile = message.get("bot_profile") or {}
    return str(message.get("username") or profile.get("name") or message["bot_id"])
