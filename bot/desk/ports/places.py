"""What the desk needs to know of workspaces and of the people in them."""

from collections.abc import Callable
from typing import Protocol

from bot.newsroom.workspace import Workspace

NameOf = Callable[[str, str], str]
"""Gives the name that a person (workspace, id) goes by, "somebody" where Slack does not say."""


class Places(Protocol):
    """The settings of workspaces."""

    def workspace(self, workspace: str) -> Workspace:
        """Return the settings of a workspace, those of nobody's choice where none were made."""

    def keep_workspace(self, workspace: Workspace) -> None:
        """Keep the settings of a workspace."""
