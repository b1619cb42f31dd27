"""What `check` has to look at, of this set-up."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

from bot.app.around import SLACK
from bot.app.running import REQUIRED, forms_for
from bot.app.slack import authorized, web_client
from bot.checkup import ANEW, SetUp
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
        scopes_of=scopes_of_installed,
    )


def _installed(settings: Settings, engine: Database) -> Sequence[Install]:
    return Installs(engine, Keyring(settings.token_keys)).every()


def scopes_of_installed(token: str, slack: str = SLACK) -> frozenset[str]:
    """Ask Slack which scopes a workspace's token has; raises SetUpTrouble for one not taken."""
    client = web_client(token, slack)
    authorized(client, token, lambda code: f"Slack does not take its token ({code}): {ANEW}.")
    return scopes_of(client)
