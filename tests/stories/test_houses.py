"""Two workspaces, one bot, one database: each has its own records and its own token."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text

from bot.newsroom.install import Stopped
from bot.parsing import Finder
from bot.slackroom.room import Room
from storage.database import open_database
from storage.health import Health
from storage.sealing import new_key
from tests.stories.houses import Houses, Page, two_houses
from tests.stories.mornings import next_morning, settled_in, wait_for_post
from tests.stories.newsroom import PATIENCE, Newsroom
from tests.stories.test_asking import press
from tests.stories.test_commands import an_id
from tests.stories.test_export import file


@pytest.fixture
def houses(database_url: str, finder: Finder) -> Iterator[Houses]:
    with two_houses(database_url, finder, new_key()) as houses:
        for room in houses.rooms:
            assert houses.install(room, "dana").status == 200
        yield houses


def test_what_one_workspace_reads_sets_and_watches_shows_nowhere_in_the_other(
    houses: Houses,
) -> None:
    ours, theirs = map(houses.newsroom, houses.rooms)
    assert (ours.world, ours.lab) == (theirs.world, theirs.lab)
    theirs.room.make_guest("lee")
    theirs.settle()
    settled_in(ours)

    ours.reaction(ours.paste("flood"))
    claim = an_id(ours)
    ours.ask(f"watch {claim}")
    second = theirs.paste("toll")
    assert theirs.reaction(second) == "memo"
    asked = [theirs.ask(words) for words in ("find flood", "digest preview", "export")]
    press(theirs, "export_csv")
    next_morning(ours)

    assert theirs.replies(second) == ()
    assert theirs.ask(f"show {claim}") == theirs.ask("show C-22222").replace("C-22222", claim)
    assert "“At least 41" in "".join(asked)
    assert "Courier" not in "".join((*asked, file(theirs), wait_for_post(theirs).text))
    assert "Herald" not in wait_for_post(ours).text
    assert [claim in home(one) for one in (ours, theirs)] == [True, False]
    seen = [houses.bot.desk.channel(one.room.team_id, one.world) for one in (ours, theirs)]
    assert [one.outsiders for one in seen] == [False, True]
    assert not [one for one in theirs.room.calls if "At least 14" in str(one.arguments)]


@pytest.mark.parametrize("model", ["sqlite"], indirect=True)
def test_a_workspace_without_a_token_stops_alone_and_goes_on_when_it_has_one(
    houses: Houses, database_url: str, shown: Callable[[], str]
) -> None:
    ours, theirs = map(houses.newsroom, houses.rooms)
    ours.reaction(ours.paste("flood"))
    toll = refused_as_revoked(ours)
    assert theirs.reaction(theirs.paste("flood")) == "memo"
    assert stopped(database_url) == (Stopped(ours.room.team_id, "token_revoked", 1),)
    assert ours.replies(toll) == ()
    houses.install(ours.room, "dana")
    houses.clock.put_forward(timedelta(minutes=2))
    assert "At least 14" in ours.reply(toll).text

    tokens = [room.bot_token for room in houses.rooms]
    ours.room.uninstall()
    ours.room.quiet(PATIENCE)
    assert installed(database_url) == [theirs.room.team_id]
    assert "/claim" in theirs.ask("help")

    houses.clock.put_forward(timedelta(seconds=2))
    pages = installed_at_the_second_try(houses, ours.room)
    assert [page.status for page in pages] == [401, 200]
    assert installed(database_url) == [ours.room.team_id, theirs.room.team_id]
    assert "At least 14" in ours.ask("find flood")
    told = f"{shown()}{pages}{bytes_of(database_url)!r}"
    assert [one for one in (*tokens, ours.room.bot_token) if one in told] == []


def refused_as_revoked(newsroom: Newsroom) -> str:
    """Paste an article to whose reply Slack says that the token was revoked; return the ts."""
    room = newsroom.room
    room.fail("chat.postMessage", error="token_revoked")
    ts = newsroom.paste("toll")
    room.wait_for(
        lambda: [one for one in room.calls if one.method == "chat.postMessage"], PATIENCE
    )
    return ts


def installed_at_the_second_try(houses: Houses, room: Room) -> list[Page]:
    """Install again; Slack tells late, and once more, that the bot was taken away."""
    room.fail("auth.test", error="invalid_auth")
    pages = [houses.install(room, "lee") for _ in range(2)]
    late = next(one for one in room.attempts if one.event_type == "app_uninstalled")
    room.redeliver(late.event_id)
    room.quiet(PATIENCE)
    return pages


@pytest.fixture
def shown(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> Callable[[], str]:
    """Return what tells all that was written to the terminal and to the log."""
    return lambda: "".join((*capfd.readouterr(), caplog.text))


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    engine = open_database(url)
    yield engine
    engine.dispose()


def installed(url: str) -> list[str]:
    with opened(url) as engine, engine.connect() as connection:
        return list(connection.scalars(text("SELECT workspace FROM installs ORDER BY workspace")))


def stopped(url: str) -> tuple[Stopped, ...]:
    with opened(url) as engine:
        return tuple(Health(engine).stopped())


def bytes_of(url: str) -> bytes:
    """Return what stands in the files of the database."""
    file = Path(str(make_url(url).database))
    return b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))


def home(newsroom: Newsroom) -> str:
    newsroom.room.open_home("dana")
    return str(newsroom.room.wait_for(lambda: newsroom.room.home("dana"), PATIENCE).blocks)
