"""Who we are on Slack, and the Bolt app that takes what Slack sends."""

import logging
from typing import Any

from slack_bolt import App
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.app.around import SLACK
from bot.newsroom.trouble import SetUpTrouble
from bot.sender.slack import TIMEOUT, Outcome, Refused, who_we_are


def web_client(token: str | None, base_url: str = SLACK) -> WebClient:
    """Return a client that never tries again by itself."""
    return WebClient(token=token, base_url=base_url, timeout=TIMEOUT, retry_handlers=[])


def authorized(client: WebClient, token: str) -> AuthorizeResult:
    """Return who we are on Slack; raises SetUpTrouble when the token is not taken."""
    try:
        us = who_we_are(client)
    except Refused as refused:
        raise SetUpTrouble(wrong_token("SLACK_BOT_TOKEN", refused.code)) from None
    except Outcome as outcome:
        raise SetUpTrouble(f"Slack does not answer ({outcome}): try again in a minute.") from None
    return AuthorizeResult(
        enterprise_id=us.get("enterprise_id"),
        team_id=us["team_id"],
        bot_user_id=us["user_id"],
        bot_id=us.get("bot_id"),
        bot_token=token,
    )


def wrong_token(name: str, code: str) -> str:
    """Return the line about a token that Slack does not take."""
    return f"Slack does not take {name} ({code}): copy it anew from the app's page."


def bolt_app(slack: str, signing_secret: str, ourselves: AuthorizeResult) -> App:
    """Return the Bolt app; a listener that fails, fails its request, and no ack asks Slack."""

    def authorize(**_: Any) -> AuthorizeResult:  # noqa: ANN401 - whatever Bolt hands over
        return ourselves

    logger = logging.getLogger("bot.bolt")
    logger.setLevel(logging.ERROR)  # Bolt's warnings quote what people wrote
    return App(
        logger=logger,
        client=web_client(None, slack),  # the token comes with each answer of `authorize`
        signing_secret=signing_secret,
        authorize=authorize,
        process_before_response=True,
    )
