"""The door of the web form: Slack's requests, whether all is well, and figures for the monitor."""

from collections.abc import Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING

from slack_bolt import App
from slack_bolt.adapter.wsgi import SlackRequestHandler

from bot.app.serving import EVENTS_PATH
from bot.app.vitals import Vitals

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIEnvironment

HEALTH_PATH = "/healthz"
METRICS_PATH = "/metrics"
TEXT = "text/plain; version=0.0.4; charset=utf-8"  # as Prometheus asks for it


class Door:
    """A WSGI application; figures are told at the metrics port alone, which is on loopback."""

    def __init__(self, app: App | None, vitals: Vitals, metrics_port: int | None) -> None:
        self._slack = SlackRequestHandler(app, path=EVENTS_PATH) if app else None
        self._vitals = vitals
        self._metrics_port = metrics_port

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        path, port = environ.get("PATH_INFO", ""), int(environ["SERVER_PORT"])
        if path == HEALTH_PATH:
            trouble = self._vitals.trouble()
            status = HTTPStatus.SERVICE_UNAVAILABLE if trouble else HTTPStatus.OK
            return _text(start_response, status, f"{trouble or 'well'}\n")
        if port == self._metrics_port:
            return self._figures(path, start_response)
        if self._slack:
            return self._slack(environ, start_response)
        return _text(start_response, HTTPStatus.NOT_FOUND, "")

    def _figures(self, path: str, start_response: "StartResponse") -> Iterable[bytes]:
        if path != METRICS_PATH:
            return _text(start_response, HTTPStatus.NOT_FOUND, "")
        try:
            told = self._vitals.metrics()
        except Exception:  # noqa: BLE001 - whatever it is, the database is not there for us
            return _text(start_response, HTTPStatus.SERVICE_UNAVAILABLE, "")
        return _text(start_response, HTTPStatus.OK, told)


def _text(start_response: "StartResponse", status: HTTPStatus, words: str) -> Iterable[bytes]:
    body = words.encode()
    headers = [("Content-Type", TEXT), ("Content-Length", str(len(body)))]
    start_response(f"{status.value} {status.phrase}", headers)
    return [body]
