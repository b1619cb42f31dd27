"""What is well and what is not with the bot as it is set up: for the operator's eyes."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from slack_sdk import WebClient

from bot.newsroom.trouble import SetUpTrouble
from bot.sender.slack import TIMEOUT, Outcome, who_we_are
from bot.settings import Settings
from storage.database import open_database, upgrade
from storage.inbox import Inbox
from storage.outbox import Outbox


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the check; `well` is False where something has to be mended."""

    line: str
    well: bool = True


def check(settings: Settings, client: WebClient | None = None) -> Iterator[Finding]:
    """Yield the findings: settings (never their values), database, Slack, what went undone."""
    yield from _settings(settings)
    yield from _database(settings)
    if settings.slack_bot_token:
        yield _slack(client or WebClient(settings.slack_bot_token, timeout=TIMEOUT))


def _settings(settings: Settings) -> Iterator[Finding]:
    for name in ("slack_bot_token", "slack_app_token", "slack_signing_secret"):
        yield Finding(f"{name.upper()}: {'set' if getattr(settings, name) else 'not set'}")
    socket, web = _lacking(settings.require_socket_mode), _lacking(settings.require_web)
    for way, lacking in (("run", socket), ("run --web", web)):
        if not lacking:
            yield Finding(f"Ready for: {way}")
    if socket and web:
        yield Finding(socket, well=False)


def _lacking(require: Callable[[], None]) -> str:
    try:
        require()
    except SetUpTrouble as trouble:
        return str(trouble)
    return ""


def _database(settings: Settings) -> Iterator[Finding]:
    try:
        engine = open_database(settings.database_url)
        upgrade(engine)
    except SetUpTrouble as trouble:
        yield Finding(str(trouble), well=False)
        return
    yield Finding("The database is there and up to date.")
    for what, shelf in (("event", Inbox(engine)), ("letter", Outbox(engine))):
        for line in shelf.dead():
            yield Finding(f"A dead {what}: {line}", well=False)
    engine.dispose()


def _slack(client: WebClient) -> Finding:
    try:
        who_we_are(client)
    except Outcome as outcome:
        return Finding(f"Slack does not take SLACK_BOT_TOKEN: {outcome}", well=False)
    return Finding("Slack knows the bot token.")
