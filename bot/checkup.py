"""What is well and what is not with the bot as it is set up: for the operator's eyes."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.newsroom.install import INSTALL_PATH, Install, Stopped
from bot.newsroom.trouble import SetUpTrouble
from storage.database import Database, ask_to_upgrade, opened
from storage.health import Dead, Health, Noise, Queue, Version, is_missing, version_of

WEEK = timedelta(days=7)
MINUTE, HOUR = 60, 3600  # seconds
LOUD = 70  # replies in a week: ten a day
LOUDEST = 3

Try = Callable[[], object]
"""Does something that raises SetUpTrouble when the set-up is not right for it."""

VERSIONS = {
    Version.NONE: ("The database is empty: the first start makes its tables.", True),
    Version.OLDER: ("The database is of an older version: the next start upgrades it.", True),
    Version.CURRENT: ("The database is there and up to date.", True),
    Version.NEWER: ("The database was made by a newer version: install that version.", False),
}
MENDING = {
    "not_in_channel": "invite the bot to that channel again",
    "channel_not_found": "invite the bot to that channel again",
    "is_archived": "the channel is archived, nothing is to be done",
    "missing_scope": "install the app again, with the scopes of its manifest",
    "invalid_auth": "copy the bot token anew from the app's page",
    "account_inactive": "install the app again, and copy its token",
    "token_revoked": "install the app again, and copy its token",
}
"""What to do about Slack's reasons."""
ANEW = f"install the app there again, from {INSTALL_PATH}"
STANDING = "a post that was to be put right stands as it was; it is tried again each hour"
OTHERWISE = "whoever waited for it can ask again; if it recurs, look at the log for its key"

Scopes = Callable[[str], Collection[str]]
"""Asks Slack which scopes a token has; raises SetUpTrouble for one that is not taken."""


@dataclass(frozen=True, slots=True)
class SetUp:
    """What is to be looked at: which secrets are there (never their values), and what to try.

    `scopes` asks Slack which scopes the token has, `scopes_of` which a given one has; `wanted` are
    those of the manifest. `installed` are the workspaces that have the bot, where there may be
    several.
    """

    secrets: Mapping[str, bool]
    ways: Mapping[str, Try]  # of running the bot; one that works is enough
    database_url: str
    slack: Try
    scopes: Callable[[], Collection[str]]
    scopes_of: Scopes
    wanted: Collection[str]
    now: datetime
    installed: Callable[[Database], Sequence[Install]] | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the check; `well` is False where something has to be mended.

    `bare` is what is only said: a variable that is not set may not be needed.
    """

    line: str
    well: bool = True
    bare: bool = False

    @property
    def sign(self) -> str:
        """Return what stands before the line."""
        return "MEND" if not self.well else "-" if self.bare else "ok"


def check(set_up: SetUp) -> Iterator[Finding]:
    """Yield the findings: secrets, ways to run, Slack, database, what went undone, noise."""
    for name, there in set_up.secrets.items():
        yield Finding(f"{name} is set.") if there else Finding(f"{name} is not set.", bare=True)
    troubles = {way: _trouble(attempt) for way, attempt in set_up.ways.items()}
    for way, trouble in troubles.items():
        if not trouble:
            yield Finding(f"Ready for `python -m bot {way}`.")
    if all(troubles.values()):
        yield Finding(next(iter(troubles.values())), well=False)
    elif set_up.installed is None:
        yield from _slack(set_up)
    yield from _database(set_up)


def _slack(set_up: SetUp) -> Iterator[Finding]:
    trouble = _trouble(set_up.slack)
    yield Finding(trouble or "Slack knows the bot token.", well=not trouble)
    if trouble:
        return
    missing = _missing(set_up, set_up.scopes())
    if missing:
        what = "install the app again from `python -m bot manifest`"
        yield Finding(f"Scopes are missing: {missing}; {what}.", well=False)
    else:
        yield Finding("The token has every scope of the manifest.")


def _installed(set_up: SetUp, engine: Database) -> Iterator[Finding]:
    """Look at each workspace that has the bot; of one that is stopped, Slack is not asked."""
    stopped = {one.workspace for one in Health(engine).stopped()}
    installs = set_up.installed(engine) if set_up.installed else ()
    if set_up.installed and not installs:
        yield Finding(f"No workspace has the bot yet: open {INSTALL_PATH} on its host.")
    for one in installs:
        if one.workspace not in stopped:
            yield _workspace(set_up, one)


def _workspace(set_up: SetUp, install: Install) -> Finding:
    if not install.token:
        return Finding(f"{install.workspace}: no key of TOKEN_KEYS opens its token.", well=False)
    try:
        missing = _missing(set_up, set_up.scopes_of(install.token))
    except SetUpTrouble as trouble:
        return Finding(f"{install.workspace}: {trouble}", well=False)
    if missing:
        line = f"{install.workspace}: scopes are missing: {missing}; {ANEW}."
        return Finding(line, well=False)
    return Finding(f"{install.workspace}: Slack knows its token, with every scope.")


def _missing(set_up: SetUp, scopes: Collection[str]) -> str:
    return ", ".join(sorted(set(set_up.wanted).difference(scopes)))


def _stopped(one: Stopped) -> Finding:
    """Tell of a workspace without a token: to be mended where Slack or a key failed it."""
    waiting = "1 letter waits" if one.letters == 1 else f"{one.letters or 'no'} letters wait"
    line = f"{one.workspace} has no usable token ({one.reason}): {waiting}; {ANEW}."
    return Finding(line, well=not one.letters and one.reason == "no_token")


def _trouble(attempt: Try) -> str:
    try:
        attempt()
    except SetUpTrouble as trouble:
        return str(trouble)
    return ""


def _database(set_up: SetUp) -> Iterator[Finding]:
    """Look at the database; one that is not there is not made."""
    if is_missing(set_up.database_url):
        yield Finding("There is no database yet: the first start makes it.")
        return
    try:
        with opened(set_up.database_url) as engine:
            yield from _opened(set_up, engine)
    except SetUpTrouble as trouble:
        yield Finding(str(trouble), well=False)


def _opened(set_up: SetUp, engine: Database) -> Iterator[Finding]:
    version = version_of(engine)
    if version in {Version.NONE, Version.OLDER}:
        ask_to_upgrade(engine)
    yield Finding(*VERSIONS[version])
    if version is Version.CURRENT:
        yield from _installed(set_up, engine)
        yield from _going_on(Health(engine), set_up.now)


def _going_on(health: Health, now: datetime) -> Iterator[Finding]:
    yield from map(_stopped, health.stopped())
    yield from map(_dead, health.dead(now - WEEK))
    for queue in health.queues(now):
        yield _lag(queue, now)
    yield from map(_noise, health.noise(now - WEEK, LOUDEST))


def _lag(queue: Queue, now: datetime) -> Finding:
    """Tell how long the oldest waits: of events read or asked, or of letters unsent."""
    if not queue.waiting:
        return Finding(f"No {queue.what} wait ({queue.dead} dead).")
    what = queue.what[:-1] if queue.waiting == 1 else queue.what
    verb, age = "waits" if queue.waiting == 1 else "wait", _spell(queue.age(now))
    line = f"{queue.waiting} {what} {verb} ({queue.dead} dead), the oldest {age}"
    late = queue.is_late(now)
    return Finding(f"{line}{': see that the bot runs' if late else ''}.", well=not late)


def _spell(seconds: float) -> str:
    """Return a span of time in words: "40 s", "12 min", "3 h"."""
    if seconds < 2 * MINUTE:
        return f"{seconds:.0f} s"
    return f"{seconds / MINUTE:.0f} min" if seconds < 2 * HOUR else f"{seconds / HOUR:.0f} h"


def _dead(one: Dead) -> Finding:
    otherwise = STANDING if one.rights else OTHERWISE
    what = next((todo for sign, todo in MENDING.items() if sign in one.reason), otherwise)
    return Finding(f"A dead {one.what}: {one.key}: {one.reason}; {what}.", well=False)


def _noise(one: Noise) -> Finding:
    said = f"{one.channel}: {one.replies} replies in 7 days, {one.not_related} called not related"
    loud = one.replies >= LOUD or one.not_related * 5 > max(one.replies, 5)
    hint = "; /claim settings replies react makes it quieter there" if loud else ""
    return Finding(f"{said}{hint}.", well=not loud)
