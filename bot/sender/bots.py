"""Which other bots have spoken in a channel lately, by Slack's own word."""

from typing import Any

from slack_sdk import WebClient

from bot.sender.slack import Outcome, asked

MANY = 200  # messages to look through; one call


class OtherBots:
    """Looks through what was said last in a channel; nothing is written down."""

    def __init__(self, client: WebClient, ourselves: str) -> None:
        """Take our own bot id, which is left out."""
        self._client = client
        self._ourselves = ourselves

    def __call__(self, _workspace: str, channel: str) -> dict[str, str]:
        """Return the ids of bots by their names; none where Slack does not say."""
        try:
            said = asked(self._client.conversations_history, channel=channel, limit=MANY)
        except Outcome:
            return {}
        nobodys = {None, self._ourselves}
        bots = (one for one in said["messages"] if one.get("bot_id") not in nobodys)
        return {_name(one): str(one["bot_id"]) for one in bots}


def _name(message: dict[str, Any]) -> str:
    profile = message.get("bot_profile") or {}
    return str(message.get("username") or profile.get("name") or message["bot_id"])
