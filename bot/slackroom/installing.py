"""What a person does at Slack's page that asks whether an app may come into the workspace."""

import secrets
from urllib.parse import parse_qs, urlencode, urlsplit

from bot.slackroom.registered import Code
from bot.slackroom.state import State


class Refusal(Exception):
    """Slack's page says that the app asked wrongly: nobody can agree to it."""


class Installing:
    """The part of a room in which somebody lets the app in, or does not."""

    _state: State

    def approve(self, person: str, address: str, *, org: bool = False) -> str:
        """Agree to what the address asks for; return where Slack sends the browser then.

        `org` agrees for the whole organisation. Raises Refusal.
        """
        with self._state.lock:
            asked = _asked(self._state, address)
            code = f"{secrets.randbelow(10**12)}.{secrets.token_hex(8)}"
            self._state.app.codes[code] = Code(
                self._state.team_id,
                self._state.person(person).id,
                asked["scope"],
                asked.get("redirect_uri", ""),
                self._state.clock(),
                org,
            )
        return _back(self._state, asked, {"code": code})

    def deny(self, address: str) -> str:
        """Press Cancel; return where Slack sends the browser then. Raises Refusal."""
        return _back(self._state, _asked(self._state, address), {"error": "access_denied"})


def _asked(state: State, address: str) -> dict[str, str]:
    """Read what is asked for, and refuse what Slack refuses."""
    asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
    if asked.get("client_id") != state.app.client_id:
        raise Refusal("invalid_client_id")
    if not asked.get("scope"):
        raise Refusal("invalid_scope")
    if asked.get("team", state.team_id) != state.team_id:
        raise Refusal("invalid_team_for_user")
    if not state.app.redirect_urls or not _known(state, asked.get("redirect_uri", "")):
        raise Refusal("bad_redirect_uri")
    return asked


def _known(state: State, uri: str) -> bool:
    """Tell whether a redirect URL is one of the app's, or lies below one."""
    urls = state.app.redirect_urls
    return not uri or any(uri == one or uri.startswith(f"{one.rstrip('/')}/") for one in urls)


def _back(state: State, asked: dict[str, str], more: dict[str, str]) -> str:
    uri = asked.get("redirect_uri") or state.app.redirect_urls[0]
    return f"{uri}?{urlencode({**more, 'state': asked.get('state', '')})}"
