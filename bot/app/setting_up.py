"""What `check` has to look at, of this set-up."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

from bot.app.running import REQUIRED, forms_for
from bot.app.slack import authorized, web_client
from bot.checkup import SetUp
from bot.newsroom.install import Install
from bot.sender.slack import scopes_of
from bot.settings import Settings
from handlers.manifest import manifest
from storage.database import Database
from storage.installs import Installs
from storage.sealing import Keyring

ONE = ("slack_bot_token", "slack_app_token", "slack_signing_secret")
SEVERAL = ("slack_client_id", "slack_client_secret", "slack_signing_secret", "token_keys")


def set_up(settings: Settings) -> SetUp:
    """Return what there is to look at and to try; nothing is asked yet."""
    token, several = settings.slack_bot_token, settings.several
    names = SEVERAL if several else ONE
    return SetUp(
        secrets={name.upper(): bool(getattr(settings, name)) for name in names},
        ways={form.value: partial(REQUIRED[form], settings) for form in forms_for(settings)},
        database_url=settings.database_url,
        slack=lambda: authorized(web_client(token), token),
        scopes=lambda: scopes_of(web_client(token)),
        wanted=manifest()["oauth_config"]["scopes"]["bot"],
        now=datetime.now(UTC),
        installed=partial(_installed, settings) if several else None,
        scopes_of=_scopes_of,
    )


def _installed(settings: Settings, engine: Database) -> Sequence[Install]:
    return Installs(engine, Keyring(settings.token_keys)).every()


def _scopes_of(token: str) -> frozenset[str]:
    authorized(web_client(token), token)
    return scopes_of(web_client(token))
