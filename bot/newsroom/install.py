"""That the bot was let into a workspace, and by what it is known there."""

from dataclasses import dataclass, field
from datetime import datetime

INSTALL_PATH, REDIRECT_PATH = "/slack/install", "/slack/oauth_redirect"
"""The pages by which the bot comes in: the one that leads to Slack, the one that leads back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Install:
    """One workspace with the bot in it.

    `token` is empty where no key at hand opens it; `person` is who installed the bot, `scopes`
    what it may do since, `enterprise` the organisation that the workspace is part of, if any.
    """

    workspace: str
    token: str = field(repr=False)
    bot_id: str
    bot_user: str
    at: datetime
    person: str = ""
    enterprise: str = ""
    scopes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Stopped:
    """A workspace that has no usable token, why, and how many letters wait for one."""

    workspace: str
    reason: str
    letters: int = 0
