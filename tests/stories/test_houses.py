"""Two workspaces, one bot, one database: each has its own records and its own token."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from bot.newsroom.install import Stopped
from bot.parsing import Finder
from storage.database import open_database
from storage.health import Health
from storage.sealing import new_key
from tests.stories.houses import Houses, two_houses
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


def test_a_workspace_without_a_token_stops_alone_and_goes_on_when_it_has_one(
    houses: Houses, database_url: str
) -> None:
    ours, theirs = map(houses.newsroom, houses.rooms)
    ours.reaction(ours.paste("flood"))
    ours.room.fail("chat.postMessage", error="token_revoked")
    toll = ours.paste("toll")
    called(ours, "chat.postMessage")
    assert theirs.reaction(theirs.paste("flood")) == "memo"
    assert stopped(database_url) == (Stopped(ours.room.team_id, "token_revoked", 1),)
    assert ours.replies(toll) == ()

    houses.install(ours.room, "dana")
    houses.clock.put_forward(timedelta(minutes=2))
    assert "At least 14" in ours.reply(toll).text
    ours.room.uninstall()
    ours.room.quiet(PATIENCE)
    assert installed(database_url) == [theirs.room.team_id]
    assert "/claim" in theirs.ask("help")

    houses.clock.put_forward(timedelta(seconds=2))
    houses.install(ours.room, "lee")
    late = next(one for one in ours.room.attempts if one.event_type == "app_uninstalled")
    ours.room.redeliver(late.event_id)
    ours.room.quiet(PATIENCE)
    assert installed(database_url) == [ours.room.team_id, theirs.room.team_id]
    assert "At least 14" in ours.ask("find flood")
    assert stopped(database_url) == ()


def test_no_token_stands_in_the_database_in_the_log_or_on_a_page(
    houses: Houses,
    database_url: str,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    first, second = houses.rooms
    pages = [houses.install(room, "lee") for room in houses.rooms]
    key = houses.settings.token_keys
    houses.again(houses.settings.model_copy(update={"token_keys": f"{new_key()},{key}"}))
    dana = houses.newsroom(second)
    first.fail("auth.test", error="invalid_auth")
    pages.append(houses.install(first, "dana"))
    assert "/claim" in dana.ask("help")

    tokens = [room.bot_token for room in houses.rooms]
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("record.db*"))
    kept += sealed(database_url)
    said = capfd.readouterr()
    shown = "".join((said.out, said.err, caplog.text, *(page.text for page in pages)))
    assert [page.status for page in pages] == [200, 200, 401]
    assert [token for token in tokens if token.encode() in kept or token in shown] == []
    assert [token[:5] for token in tokens] == ["xoxb-", "xoxb-"]


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


def sealed(url: str) -> bytes:
    with opened(url) as engine, engine.connect() as connection:
        return b"".join(map(bytes, connection.scalars(text("SELECT sealed FROM installs"))))


def home(newsroom: Newsroom) -> str:
    newsroom.room.open_home("dana")
    return str(newsroom.room.wait_for(lambda: newsroom.room.home("dana"), PATIENCE).blocks)


def called(newsroom: Newsroom, method: str) -> None:
    room = newsroom.room
    room.wait_for(lambda: [one for one in room.calls if one.method == method], PATIENCE)
