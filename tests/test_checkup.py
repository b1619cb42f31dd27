"""What an operator is told of the set-up: what is well, what is not, and what to do about it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from slack_sdk import WebClient
from sqlalchemy import create_engine, make_url, text

from bot.app.setting_up import scopes_of_installed
from bot.checkup import ANEW, SetUp, check
from bot.newsroom.channel import Channel, Kind
from bot.newsroom.install import Install
from bot.newsroom.post import Event, Incoming, Letter, LetterKind, Post
from bot.newsroom.trouble import SetUpTrouble
from bot.sender.slack import scopes_of
from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer
from handlers.manifest import manifest
from storage.database import open_database
from storage.health import Health
from storage.inbox import Inbox
from storage.installs import Installs
from storage.outbox import Outbox
from storage.places import Places
from storage.sealing import Keyring, new_key
from tests.storage.aside import ROOT_PAGE, damage

TOKEN = "xoxb-1"
NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
WANTED = manifest()["oauth_config"]["scopes"]["bot"]
POST = Post("T1", "C1", "1.0", "1.0", "U1")


def refused() -> None:
    raise SetUpTrouble("Slack does not take the token.")


@pytest.fixture
def well(database_url: str) -> SetUp:
    """Give a set-up with which nothing is wrong."""
    return SetUp(
        secrets={"SLACK_BOT_TOKEN": True},
        ways={"run": lambda: None},
        database_url=database_url,
        slack=lambda: None,
        scopes=lambda: WANTED,
        scopes_of=lambda _: WANTED,
        wanted=WANTED,
        now=NOW,
    )


def to_mend(set_up: SetUp) -> list[str]:
    return [finding.line for finding in check(set_up) if not finding.well]


def test_where_all_is_well_nothing_is_to_be_mended(well: SetUp) -> None:
    assert to_mend(well) == []
    assert "The database is there and up to date." in [one.line for one in check(well)]


def test_missing_scopes_are_named_with_what_to_do(well: SetUp) -> None:
    (line,) = to_mend(replace(well, scopes=lambda: set(WANTED) - {"users:read"}))

    assert "users:read" in line
    assert "install the app again" in line


def test_without_a_token_that_works_no_scope_is_asked_for(well: SetUp) -> None:
    assert to_mend(replace(well, slack=refused, scopes=lambda: ())) == [
        "Slack does not take the token."
    ]


def test_slack_tells_the_scopes_of_the_token() -> None:
    room = Room()
    with SlackServer(room) as slack:
        told = scopes_of(WebClient(room.bot_token, slack.base_url))

    assert {"users:read", "channels:history"} <= told


def an_install(workspace: str, token: str = TOKEN) -> Install:
    return Install(workspace=workspace, token=token, bot_id="B1", bot_user="U1", at=NOW)


def test_each_workspace_that_has_the_bot_is_looked_at(well: SetUp) -> None:
    installs = (an_install("T1"), an_install("T2", "xoxb-2"), an_install("T3", ""))
    scopes = {"xoxb-1": WANTED, "xoxb-2": set(WANTED) - {"users:read"}}
    several = replace(well, installed=lambda _: installs, scopes_of=lambda token: scopes[token])

    lines = [one.line for one in check(several)]

    assert "T1: Slack knows its token, with every scope." in lines
    assert to_mend(several) == [
        "T2: scopes are missing: users:read; install the app there again, from /slack/install.",
        "T3: no key of TOKEN_KEYS opens its token.",
    ]


def test_a_workspace_whose_token_slack_does_not_take_is_to_install_anew(well: SetUp) -> None:
    with SlackServer(Room()) as slack:
        asked = partial(scopes_of_installed, slack=slack.base_url)
        several = replace(well, installed=lambda _: (an_install("T1"),), scopes_of=asked)

        (line,) = to_mend(several)

    assert line == f"T1: Slack does not take its token (invalid_auth): {ANEW}."


def test_a_workspace_without_a_token_is_named_with_what_waits_there(
    well: SetUp, database_url: str
) -> None:
    engine = open_database(database_url)
    installs = Installs(engine, Keyring(new_key()))
    installs.keep(an_install("T1"))
    Outbox(engine).put(
        Letter("E1", LetterKind.TELL, POST, words="Hello."), NOW - timedelta(days=1)
    )
    installs.stop(an_install("T1"), "token_revoked")
    engine.dispose()

    (line,) = to_mend(replace(well, installed=lambda _: (an_install("T1"),)))
    assert line.startswith("T1 has no usable token (token_revoked): 1 letter waits; install")


def test_a_workspace_that_never_let_the_bot_in_is_no_fault_as_long_as_nothing_waits(
    well: SetUp, database_url: str
) -> None:
    engine = open_database(database_url)
    Places(engine).saw(Channel("T0", "C1", kind=Kind.PUBLIC))
    Installs(engine, Keyring(new_key())).settle()
    engine.dispose()

    assert to_mend(well) == []
    told = "T0 has no usable token (no_token): no letters wait"
    assert [one for one in check(well) if one.line.startswith(told)]


def test_where_nobody_installed_yet_it_is_told_where_to(well: SetUp) -> None:
    lines = [one.line for one in check(replace(well, installed=lambda _: ()))]

    assert "No workspace has the bot yet: open /slack/install on its host." in lines


def test_no_database_is_made_by_looking(well: SetUp, tmp_path: Path) -> None:
    folder = tmp_path / "none"
    folder.mkdir()

    assert to_mend(replace(well, database_url=f"sqlite:///{folder / 'record.db'}")) == []
    assert list(folder.iterdir()) == []


def test_an_empty_database_is_left_empty(well: SetUp, bare_database_url: str) -> None:
    open_database(bare_database_url).dispose()

    told = [one.line for one in check(replace(well, database_url=bare_database_url))]

    assert told[-1] in {
        "The database is empty: the first start makes its tables.",
        "There is no database yet: the first start makes it.",
    }


@pytest.mark.parametrize("model", ["sqlite"], indirect=True)
@pytest.mark.parametrize("where", ["1", ROOT_PAGE.format("channels")])
def test_a_damaged_database_is_told_with_what_to_do(
    well: SetUp, tmp_path: Path, where: str
) -> None:
    damage(tmp_path / "record.db", where)

    (line,) = to_mend(well)

    assert "is damaged" in line
    assert "restore FILE --replace" in line


@pytest.mark.parametrize("model", ["postgresql"], indirect=True)
def test_a_user_who_may_make_no_tables_is_to_be_given_the_right(
    well: SetUp, bare_database_url: str
) -> None:
    url = make_url(bare_database_url)
    owner = create_engine(url.set(drivername="postgresql+psycopg"))
    with owner.begin() as connection:
        connection.execute(text(f"CREATE USER {url.database}_reader"))
    barred = str(url.set(username=f"{url.database}_reader"))

    (line,) = to_mend(replace(well, database_url=barred))

    assert "GRANT CREATE ON SCHEMA public" in line
    with owner.begin() as connection:
        connection.execute(text(f"DROP USER {url.database}_reader"))
    owner.dispose()


def test_what_went_undone_is_told_with_what_to_do(well: SetUp) -> None:
    engine = open_database(well.database_url)
    inbox, outbox = Inbox(engine), Outbox(engine)
    Places(engine).saw(Channel("T1", "C1", "world", Kind.PUBLIC))
    inbox.put(Incoming("message:1", Event.MESSAGE, POST, "words"), NOW - timedelta(hours=1))
    outbox.put(Letter("letter:1", LetterKind.TELL, POST, words="words"), NOW)
    posting = outbox.take(NOW, 60)
    assert posting is not None
    outbox.give_up(posting, NOW, "Refused: not_in_channel")
    engine.dispose()

    dead, waits = to_mend(well)

    assert "letter:1: Refused: not_in_channel; invite the bot" in dead
    assert waits == "1 event waits (0 dead), the oldest 60 min: see that the bot runs."


def test_events_may_wait_for_longer_than_letters_a_burst_of_links_takes_so_long(
    well: SetUp,
) -> None:
    engine, then = open_database(well.database_url), NOW - timedelta(minutes=20)
    Inbox(engine).put(Incoming("message:1", Event.MESSAGE, POST, "words"), then)
    Outbox(engine).put(Letter("letter:1", LetterKind.TELL, POST, words="words"), then)
    late = [one.what for one in Health(engine).queues(NOW) if one.is_late(NOW)]
    engine.dispose()

    assert late == ["letters"]
    assert to_mend(well) == ["1 letter waits (0 dead), the oldest 20 min: see that the bot runs."]


def test_a_post_that_could_not_be_put_right_is_told_as_standing(well: SetUp) -> None:
    engine = open_database(well.database_url)
    outbox = Outbox(engine)
    outbox.put(Letter("letter:1", LetterKind.REDACT, POST, words='["digest", "1.0"]'), NOW)
    posting = outbox.take(NOW, 60)
    assert posting is not None
    outbox.give_up(posting, NOW, "Lost: 503")
    engine.dispose()

    assert [line for line in to_mend(well) if "stands as it was; it is tried again" in line]


def test_a_noisy_channel_is_told_and_how_to_quieten_it(well: SetUp) -> None:
    engine = open_database(well.database_url)
    outbox = Outbox(engine)
    Places(engine).saw(Channel("T1", "C1", "world", Kind.PUBLIC))
    for number in range(71):
        letter = Letter(f"brief:{number}", LetterKind.BRIEF, replace(POST, ts=f"{number}.0"))
        outbox.put(letter, NOW)
        posting = outbox.take(NOW, 60)
        assert posting is not None
        outbox.posted(posting, f"{number}.1", NOW)
    engine.dispose()

    (line,) = to_mend(well)

    assert line.startswith("#world: 71 replies in 7 days")
    assert "/claim settings" in line
