"""The clients of many workspaces: each with the token that is on record, as long as it is good."""

import threading
from typing import Any, Protocol

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.newsroom.install import Install
from bot.sender.outcomes import NoToken
from bot.sender.slack import TIMEOUT

WORTHLESS = {"account_inactive", "invalid_auth", "token_expired", "token_revoked"}
"""What Slack says of a token that will not do any more, whatever is asked."""


class Installed(Protocol):
    """Where the tokens are kept."""

    def of(self, workspace: str) -> Install | None:
        """Return how the bot is in a workspace, None where it is not."""

    def stop(self, install: Install, reason: str) -> None:
        """Let nothing be said in a workspace whose token is worth nothing."""


class TokenClients:
    """Clients for all workspaces that have the bot; the token is looked up anew each time.

    A client that Slack tells that its token is worth nothing stops its workspace, and no other.
    """

    def __init__(self, installed: Installed, base_url: str) -> None:
        self._installed = installed
        self._base_url = base_url
        self._lock = threading.Lock()
        self._known: dict[str, _Client] = {}

    def __call__(self, workspace: str, /) -> WebClient:
        """Return the workspace's client; raises NoToken where it has no usable token."""
        install = self._installed.of(workspace)
        with self._lock:
            known = self._known.get(workspace)
            if install is None or not install.token:
                self._known.pop(workspace, None)
                raise NoToken("no_token")
            if known is None or known.install != install:
                known = self._known[workspace] = _Client(install, self._base_url, self._installed)
        return known

    def bot_id(self, workspace: str, /) -> str:
        """Return our own bot id in the workspace, empty where there is none."""
        install = self._installed.of(workspace)
        return install.bot_id if install else ""


class _Client(WebClient):
    """A workspace's client, which never tries again by itself."""

    def __init__(self, install: Install, base_url: str, installed: Installed) -> None:
        super().__init__(install.token, base_url, timeout=TIMEOUT, retry_handlers=[])
        self.install = install
        self._installed = installed

    def api_call(self, *arguments: Any, **named: Any) -> SlackResponse:  # noqa: ANN401 - inherited
        """Call; raises NoToken, the workspace being stopped, where the token is worth nothing."""
        try:
            return super().api_call(*arguments, **named)
        except SlackApiError as error:
            body = error.response.data
            code = str(body.get("error", "")) if isinstance(body, dict) else ""
            if code not in WORTHLESS:
                raise
            self._installed.stop(self.install, code)
            raise NoToken(code) from None
