"""What is well and what is not with the bot as it is set up: for the operator's eyes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.newsroom.trouble import SetUpTrouble
from storage.database import open_database, upgrade
from storage.inbox import Inbox
from storage.outbox import Outbox

Try = Callable[[], object]
"""Does something that raises SetUpTrouble when the set-up is not right for it."""


@dataclass(frozen=True, slots=True)
class SetUp:
    """What is to be looked at: which secrets are there (never their values), and what to try."""

    secrets: Mapping[str, bool]
    ways: Mapping[str, Try]  # of running the bot; one that works is enough
    database_url: str
    slack: Try


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the check; `well` is False where something has to be mended."""

    line: str
    well: bool = True


def check(set_up: SetUp) -> Iterator[Finding]:
    """Yield the findings: secrets, ways to run, database, what went undone, Slack."""
    for name, there in set_up.secrets.items():
        yield Finding(f"{name} is {'set' if there else 'not set'}.")
    troubles = {way: _trouble(attempt) for way, attempt in set_up.ways.items()}
    for way, trouble in troubles.items():
        if not trouble:
            yield Finding(f"Ready for `python -m bot {way}`.")
    if all(troubles.values()):
        yield Finding(next(iter(troubles.values())), well=False)
    else:
        trouble = _trouble(set_up.slack)
        yield Finding(trouble or "Slack knows the bot token.", well=not trouble)
    yield from _database(set_up.database_url)


def _trouble(attempt: Try) -> str:
    try:
        attempt()
    except SetUpTrouble as trouble:
        return str(trouble)
    return ""


def _database(url: str) -> Iterator[Finding]:
    try:
        engine = open_database(url)
        upgrade(engine)
    except SetUpTrouble as trouble:
        yield Finding(str(trouble), well=False)
        return
    yield Finding("The database is there and up to date.")
    for what, shelf in (("event", Inbox(engine)), ("letter", Outbox(engine))):
        for line in shelf.dead():
            yield Finding(f"A dead {what}: {line}", well=False)
    engine.dispose()
