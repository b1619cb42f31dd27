"""The one place where a listener's error ends."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import structlog
from slack_bolt import App, BoltResponse

from bot.desk.desk import Desk

SORRY = "That did not reach my records, and nothing was kept. Please try again in a minute."

log = structlog.get_logger()


def register(app: App, desk: Desk) -> None:  # noqa: ARG001 - every surface registers alike
    """Catch what a listener raises."""
    app.error(on_error)


def on_error(error: Exception, body: Mapping[str, Any]) -> BoltResponse:
    """Fail the request, so that Slack delivers an event again; a command gets a line at once."""
    log.error("listener failed", reason=type(error).__name__, surface=body.get("type", "command"))
    if "command" in body:
        return BoltResponse(status=HTTPStatus.OK, body={"text": SORRY})
    return BoltResponse(status=HTTPStatus.INTERNAL_SERVER_ERROR, body="")
