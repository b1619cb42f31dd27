"""Who we are on Slack, and the Bolt app that takes what Slack sends."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.authorize import Authorize
from slack_bolt.oauth import OAuthFlow
from slack_sdk import WebClient

from bot.app.around import SLACK
from bot.newsroom.trouble import SetUpTrouble
from bot.precedence import Precedence
from bot.sender.clients import Clients, OneClient
from bot.sender.outcomes import Outcome, Refused
from bot.sender.slack import TIMEOUT, who_we_are

NOT_HERE = (
    "I have no token for this workspace any more, so I can do nothing here. "
    "Whoever runs me can say where to install me again."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who we are on Slack: by what client we speak there, and as whom we answer.

    `here` are the workspaces that have the bot, at the start: the one that our token is of, or
    those that came in by the `pages`.
    """

    clients: Clients
    authorize: Authorize
    here: tuple[str, ...] = ()
    pages: OAuthFlow | None = None


class Ourselves(Authorize):
    """Answers every request as the bot of the one workspace."""

    def __init__(self, ourselves: AuthorizeResult) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # Bolt's own
        self._ourselves = ourselves

    def __call__(self, **_: Any) -> AuthorizeResult:  # noqa: ANN401 - whatever Bolt hands over
        """Return who we are."""
        return self._ourselves


def web_client(token: str | None, base_url: str = SLACK) -> WebClient:
    """Return a client that never tries again by itself."""
    return WebClient(token=token, base_url=base_url, timeout=TIMEOUT, retry_handlers=[])


def wrong_token(name: str, code: str) -> str:
    """Return the line about a token that Slack does not take."""
    return f"Slack does not take {name} ({code}): copy it anew from the app's page."


def _wrong_bot_token(code: str) -> str:
    return wrong_token("SLACK_BOT_TOKEN", code)


def authorized(
    client: WebClient, token: str, wrong: Callable[[str], str] = _wrong_bot_token
) -> AuthorizeResult:
    """Return who we are on Slack; raises SetUpTrouble when the token is not taken.

    What it says then, `wrong` makes of Slack's code.
    """
    try:
        us = who_we_are(client)
    except Refused as refused:
        raise SetUpTrouble(wrong(refused.code)) from None
    except Outcome as outcome:
        raise SetUpTrouble(f"Slack does not answer ({outcome}): try again in a minute.") from None
    return AuthorizeResult(
        enterprise_id=us.get("enterprise_id"),
        team_id=us["team_id"],
        bot_user_id=us["user_id"],
        bot_id=us.get("bot_id"),
        bot_token=token,
    )


def one_workspace(token: str, slack: str) -> Identity:
    """Return who we are where one token is all; raises SetUpTrouble when it is not taken."""
    client = web_client(token, slack)
    ourselves = authorized(client, token)
    return Identity(
        clients=OneClient(client, ourselves.bot_id or ""),
        authorize=Ourselves(ourselves),
        here=(ourselves.team_id or "",),
    )


class First(App):
    """A Bolt app whose requests, whichever way they come, go before the work of this process."""

    def __init__(self, precedence: Precedence, **options: Any) -> None:  # noqa: ANN401 - Bolt's
        super().__init__(**options)
        self._precedence = precedence

    def dispatch(self, req: BoltRequest) -> BoltResponse:
        """Check a request, have its listener take it, and return the answer."""
        with self._precedence.taking():
            return super().dispatch(req)


def bolt_app(slack: str, signing_secret: str, us: Identity, precedence: Precedence) -> App:
    """Return the Bolt app; a listener that fails, fails its request, and no ack asks Slack."""
    logger = logging.getLogger("bot.bolt")
    logger.setLevel(logging.ERROR)  # Bolt's warnings quote what people wrote
    app = First(
        precedence,
        logger=logger,
        client=web_client(None, slack),  # the token comes with each answer of `authorize`
        signing_secret=signing_secret,
        authorize=cast("Callable[..., AuthorizeResult]", us.authorize),  # or nobody
        oauth_flow=us.pages,
        user_facing_authorize_error_message=NOT_HERE,
        process_before_response=True,
    )
    app._oauth_flow = us.pages  # noqa: SLF001 - Bolt makes one of what it finds in the environment
    return app
