"""Which client speaks to which workspace: every call to Slack takes the one of its row."""

from dataclasses import dataclass
from typing import Protocol

from slack_sdk import WebClient


class Clients(Protocol):
    """Gives what is needed to speak to a workspace; the same client as long as nothing changed."""

    def __call__(self, workspace: str, /) -> WebClient:
        """Return the workspace's client."""

    def bot_id(self, workspace: str, /) -> str:
        """Return our own bot id in the workspace, empty where there is none."""


@dataclass(frozen=True, slots=True)
class OneClient:
    """The client of the one workspace that the bot's token is of."""

    client: WebClient
    bot: str = ""

    def __call__(self, _workspace: str) -> WebClient:
        """Return the one client."""
        return self.client

    def bot_id(self, _workspace: str) -> str:
        """Return our own bot id."""
        return self.bot
