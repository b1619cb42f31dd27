"""Who the bot is on Slack where any number of workspaces may let it in."""

from bot.app.around import Surroundings
from bot.app.slack import Identity, web_client
from bot.sender.tokens import TokenClients
from bot.settings import Settings
from handlers.installing import Admission, Kept, States, install_pages
from storage.database import Database
from storage.installs import Begun, Installs
from storage.sealing import Keyring


def many_workspaces(
    settings: Settings, around: Surroundings, engine: Database, *, settled: bool
) -> Identity:
    """Return who we are; raises SetUpTrouble where no key opens the tokens on record.

    Where it is `settled` which tokens open, none is looked at.
    """
    installs = Installs(engine, Keyring(settings.token_keys))
    if not settled:
        installs.settle()
    stores = (Kept(installs, around.clock), States(Begun(engine, around.clock)))
    secrets = (settings.slack_client_id, settings.slack_client_secret)
    client = web_client(None, around.slack)
    return Identity(
        clients=TokenClients(installs, around.slack),
        authorize=Admission(installs),
        here=tuple(install.workspace for install in installs.every()),
        pages=install_pages(secrets, stores, client, settings.slack_redirect_uri),
    )
