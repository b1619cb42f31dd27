"""The app as Slack has it registered: its secrets, redirect URLs, and the codes it was given."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass

CODE_SECONDS = 10 * 60.0


@dataclass(slots=True)
class Code:
    """What a person agreed to: good for ten minutes and one use.

    `redirect_uri` is the one that was asked with, "" where the app left it to Slack; `org` means
    for a whole organisation, not for one workspace.
    """

    team: str
    user: str
    scopes: str
    redirect_uri: str
    born: float
    org: bool = False
    used: bool = False


class Registered:
    """An app that any number of workspaces may install, each a room of its own."""

    def __init__(self, redirect_urls: Collection[str] = ()) -> None:
        """Make up ids and secrets; `redirect_urls` are those of the app's manifest, in order."""
        self.app_id = f"A0{secrets.token_hex(4).upper()}"
        self.client_id = f"{secrets.randbelow(10**12)}.{secrets.randbelow(10**12)}"
        self.client_secret = secrets.token_hex(16)
        self.signing_secret = secrets.token_hex(16)
        self.redirect_urls = tuple(redirect_urls)
        self.codes: dict[str, Code] = {}
        self._teams = 0

    def new_team(self) -> str:
        """Give one more workspace its id."""
        self._teams += 1
        return f"T0{self._teams:08X}"
