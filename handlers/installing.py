"""Letting the bot into a workspace: Slack's OAuth flow on our pages, and who a request is for."""

import html
from collections.abc import Callable, Sequence
from datetime import datetime
from http import HTTPStatus
from http.client import HTTPException
from logging import Logger, getLogger
from typing import Any, Protocol

import structlog
from slack_bolt import BoltContext, BoltRequest, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.authorize import Authorize
from slack_bolt.error import BoltError
from slack_bolt.oauth import OAuthFlow
from slack_bolt.oauth.callback_options import CallbackOptions, FailureArgs, SuccessArgs
from slack_bolt.oauth.oauth_settings import OAuthSettings
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.oauth import OAuthStateUtils
from slack_sdk.oauth.installation_store import Bot, Installation, InstallationStore
from slack_sdk.oauth.state_store import OAuthStateStore

from bot.newsroom.install import INSTALL_PATH, REDIRECT_PATH, Install
from bot.newsroom.verbs import HANDLE
from handlers.manifest import NAME, manifest

SECONDS = 600  # for which the browser keeps its half of the state; the database has its own word
HEADERS = {
    "content-type": ["text/html; charset=utf-8"],
    "cache-control": ["no-store"],
    "content-security-policy": ["default-src 'none'"],
    "referrer-policy": ["no-referrer"],
}
WELCOME = "{} is in {}. In Slack, /invite @{} to a channel and paste a link."
OVER = "Slack was told to stop: nothing was installed."
AGAIN = "That did not come to an end: nothing was installed. Begin again at {}."
LATE = "This page was begun elsewhere, too long ago, or used before. Begin again at {}."
WHOLE = (
    f"{NAME} works for single workspaces, not for a whole organisation: nothing was installed. "
    "Install it in the workspace of the newsroom."
)
LINES = {"access_denied": OVER, "invalid_browser": LATE, "invalid_state": LATE}

log = structlog.get_logger()


class Installs(Protocol):
    """Where it is kept which workspaces let the bot in."""

    def keep(self, install: Install) -> None:
        """Keep a workspace that let the bot in."""

    def of(self, workspace: str) -> Install | None:
        """Return how the bot is in a workspace, None where it is not."""

    def drop(self, workspace: str) -> bool:
        """Drop a workspace's token; False where there is none."""


class Begun(Protocol):
    """Installations that were begun."""

    def issue(self) -> str:
        """Return a new state."""

    def consume(self, state: str) -> bool:
        """Tell whether the state is good; it is used now."""


class OneWorkspaceOnly(BoltError):
    """Somebody installed for a whole organisation."""


class Admission(Authorize):
    """Tells as whom the bot answers a request, by the workspace that Bolt found it to be for."""

    def __init__(self, installs: Installs) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # Bolt's own
        self._installs = installs

    def __call__(
        self,
        *,
        context: BoltContext,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None,
        **_: Any,  # noqa: ANN401 - whoever acted, where that may be another
    ) -> AuthorizeResult | None:
        """Return who we are in the workspace, None where the bot is not."""
        if not team_id or context.is_enterprise_install:
            return None
        install = self._installs.of(team_id)
        if install is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_user_id=install.bot_user,
            bot_id=install.bot_id,
            bot_token=install.token or None,
            user_id=user_id,
        )


class Kept(InstallationStore):
    """Our installs as slack_sdk's interface has them: bot tokens of single workspaces, no more.

    Its own store for SQLAlchemy writes tokens in clear, keeps the old ones, and makes tables of
    its own beside our migrations.
    """

    def __init__(self, installs: Installs, clock: Callable[[], datetime]) -> None:
        self._installs = installs
        self._clock = clock

    @property
    def logger(self) -> Logger:
        """The logger of what Bolt has to say."""
        return getLogger("bot.bolt")

    def save(self, installation: Installation) -> None:
        """Keep the bot's token; raises OneWorkspaceOnly for an organisation's."""
        if installation.is_enterprise_install or not installation.team_id:
            raise OneWorkspaceOnly(WHOLE)
        install = Install(
            workspace=installation.team_id,
            token=installation.bot_token or "",
            bot_id=installation.bot_id or "",
            bot_user=installation.bot_user_id or "",
            at=self._clock(),
            person=installation.user_id or "",
            enterprise=installation.enterprise_id or "",
            scopes=frozenset(installation.bot_scopes or ()),
        )
        self._installs.keep(install)

    def find_bot(
        self,
        *,
        enterprise_id: str | None,  # noqa: ARG002 - a workspace's id is enough
        team_id: str | None,
        is_enterprise_install: bool | None = False,
    ) -> Bot | None:
        """Return the bot of a workspace."""
        install = None if is_enterprise_install else self._installs.of(team_id or "")
        if install is None:
            return None
        return Bot(
            team_id=install.workspace,
            enterprise_id=install.enterprise or None,
            bot_token=install.token,
            bot_id=install.bot_id,
            bot_user_id=install.bot_user,
            bot_scopes=sorted(install.scopes),
            installed_at=install.at.timestamp(),
        )

    def delete_bot(self, *, enterprise_id: str | None, team_id: str | None) -> None:  # noqa: ARG002
        """Drop the workspace's token."""
        self._installs.drop(team_id or "")

    def delete_installation(
        self, *, enterprise_id: str | None, team_id: str | None, user_id: str | None = None
    ) -> None:
        """Drop the workspace's token: there are no tokens of people."""
        if user_id is None:
            self.delete_bot(enterprise_id=enterprise_id, team_id=team_id)


class States(OAuthStateStore):
    """Our states as slack_sdk's interface has them."""

    def __init__(self, begun: Begun) -> None:
        self._begun = begun

    @property
    def logger(self) -> Logger:
        """The logger of what Bolt has to say."""
        return getLogger("bot.bolt")

    def issue(self, *_: Any, **__: Any) -> str:  # noqa: ANN401 - inherited
        """Return a new state."""
        return self._begun.issue()

    def consume(self, state: str) -> bool:
        """Tell whether the state is good; it is used now."""
        return self._begun.consume(state)


class Cookies(OAuthStateUtils):
    """The browser's half of the state: sent over TLS alone, to this host alone, to no script."""

    def build_set_cookie_for_new_state(self, state: str) -> str:
        """Return the cookie of a state; it comes back with the way back from Slack's page."""
        return f"{super().build_set_cookie_for_new_state(state)}; SameSite=Lax"


class InstallPages(OAuthFlow):
    """The two pages of an installation: the one that leads to Slack, the one that leads back."""

    def handle_installation(self, request: BoltRequest) -> BoltResponse:
        """Lead to Slack's page."""
        response = super().handle_installation(request)
        response.headers.update(HEADERS)
        return response

    def build_authorize_url(self, state: str, request: BoltRequest) -> str:  # noqa: ARG002
        """Return the address of Slack's page; nothing of what the browser brought is in it."""
        return str(self.settings.authorize_url_generator.generate(state=state))

    def run_installation(self, code: str) -> Installation | None:
        """Return what Slack gives for a code; None where it gives nothing, or no answer."""
        try:
            return super().run_installation(code)
        except (OSError, HTTPException) as error:
            log.warning("slack gave no answer", reason=type(error).__name__)
            return None

    def store_installation(self, request: BoltRequest, installation: Installation) -> None:
        """Keep what was installed; what is not for us is given back. Raises OneWorkspaceOnly."""
        try:
            super().store_installation(request, installation)
        except OneWorkspaceOnly:
            self._give_back(installation)
            raise
        log.info("installed", workspace=installation.team_id)

    def _give_back(self, installation: Installation) -> None:
        try:
            self.client.auth_revoke(token=installation.bot_token)
        except (SlackApiError, OSError, HTTPException) as error:
            log.warning("token not given back", reason=type(error).__name__)


def install_pages(
    secrets: tuple[str, str], stores: tuple[Kept, States], client: WebClient, redirect_uri: str
) -> InstallPages:
    """Return the pages; `secrets` are the app's client id and secret.

    `redirect_uri` is empty where Slack takes the one of the app's manifest.
    """
    kept, states = stores
    settings = OAuthSettings(
        client_id=secrets[0],
        client_secret=secrets[1],
        scopes=_scopes(),
        user_scopes=[],
        redirect_uri=redirect_uri or None,
        install_path=INSTALL_PATH,
        install_page_rendering_enabled=False,
        redirect_uri_path=REDIRECT_PATH,
        callback_options=CallbackOptions(success=_welcome, failure=_failed),
        authorization_url=f"{client.base_url.removesuffix('api/')}oauth/v2/authorize",
        installation_store=kept,
        state_store=states,
        logger=getLogger("bot.bolt"),
    )
    settings.redirect_uri = redirect_uri or None  # Bolt looks into the environment by itself
    settings.authorize_url_generator.redirect_uri = settings.redirect_uri
    settings.state_utils = Cookies(cookie_name="__Host-on-the-record", expiration_seconds=SECONDS)
    return InstallPages(client=client, logger=getLogger("bot.bolt"), settings=settings)


def _scopes() -> Sequence[str]:
    scopes: Sequence[str] = manifest()["oauth_config"]["scopes"]["bot"]
    return scopes


def _welcome(args: SuccessArgs) -> BoltResponse:
    team = args.installation.team_name or "your workspace"
    return _page(args, HTTPStatus.OK, WELCOME.format(NAME, team, HANDLE))


def _failed(args: FailureArgs) -> BoltResponse:
    log.warning("not installed", reason=args.reason if args.reason in LINES else "other")
    line = LINES.get(args.reason, AGAIN).format(INSTALL_PATH)
    if isinstance(args.error, OneWorkspaceOnly):
        line = str(args.error)
    return _page(args, args.suggested_status_code, line)


def _page(args: SuccessArgs | FailureArgs, status: int, line: str) -> BoltResponse:
    said = f"<!doctype html><html lang=en><title>{NAME}</title><p>{html.escape(line)}</p></html>"
    gone = args.settings.state_utils.build_set_cookie_for_deletion()
    return BoltResponse(status=status, body=said, headers={**HEADERS, "set-cookie": [gone]})
