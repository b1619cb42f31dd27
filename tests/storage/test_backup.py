"""What a backup holds comes back, on both databases, and takes nobody's place unasked."""

import os
import sqlite3
import stat
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from bot.newsroom.trouble import SetUpTrouble
from bot.newsroom.viewer import Viewer
from storage.alone import alone
from storage.backup import back_up, restore
from storage.database import open_database, upgrade, writing
from storage.returning import Back
from tests.storage.aside import CLAIM, ROOT_PAGE, Opened, damage, forget
from tests.storage.shelf import WORLD

SOMEBODY = 12345  # a user


def test_a_link_to_the_file_stays_one(tmp_path: Path) -> None:
    kept, link = tmp_path / "kept.db", tmp_path / "record.db"
    link.symlink_to(kept)
    address = f"sqlite:///{link}"
    engine = open_database(address)
    upgrade(engine)
    engine.dispose()
    back_up(address, tmp_path / "aside")

    restore(address, tmp_path / "aside", replace=True)

    assert link.is_symlink()
    assert not kept.is_symlink()


def test_what_is_put_aside_comes_back_whole(filed: str, tmp_path: Path) -> None:
    file = tmp_path / "aside"
    back_up(filed, file)
    forget(filed)

    back = restore(filed, file, replace=True)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert back == Back(known=True, claims=(CLAIM.id,))
    with closing(Opened(filed)) as opened:
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

    with closing(Opened(filed)) as opened:
        assert opened.ask("SELECT quote FROM claims") == CLAIM.quote


def test_what_is_on_record_is_replaced_only_when_that_is_said(filed: str, tmp_path: Path) -> None:
    back_up(filed, tmp_path / "aside")
    forget(filed)

    with pytest.raises(SetUpTrouble, match="--replace"):
        restore(filed, tmp_path / "aside")

    with closing(Opened(filed)) as opened:
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
    with closing(Opened(filed)) as opened:
        kept = opened.ask("SELECT version_num FROM alembic_version")
        opened.do(spoil)
    back_up(filed, tmp_path / "aside")
    with closing(Opened(filed)) as opened:
        opened.do("CREATE TABLE IF NOT EXISTS alembic_version (version_num VARCHAR(32))")
        opened.do("DELETE FROM alembic_version")
        opened.do(f"INSERT INTO alembic_version VALUES ('{kept}')")  # noqa: S608 - a test's own
        opened.do("UPDATE claims SET quote = 'kept'")

    with pytest.raises(SetUpTrouble, match=said):
        restore(filed, tmp_path / "aside", replace=True)

    with closing(Opened(filed)) as opened:
        assert opened.ask("SELECT quote FROM claims") == "kept"


@pytest.mark.parametrize("words", ["", "No database at all.", "PGDMP and then nothing"])
def test_a_file_that_is_no_backup_is_told_in_a_line(
    filed: str, tmp_path: Path, words: str
) -> None:
    (tmp_path / "aside").write_text(words)

    with pytest.raises(SetUpTrouble, match=r"no database|no backup|pg_restore failed") as told:
        restore(filed, tmp_path / "aside", replace=True)

    assert "\n" not in str(told.value)
    with closing(Opened(filed)) as opened:
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

    assert restore(url, tmp_path / "aside") == Back(known=False)

    assert not list(tmp_path.glob(".*"))
    with closing(Opened(url)) as opened:
        assert opened.ask("SELECT count(*) FROM claims") == 1


@pytest.mark.parametrize("model", ["sqlite"], indirect=True)
@pytest.mark.parametrize("where", ["1", ROOT_PAGE.format("acts")])
def test_a_backup_takes_the_place_of_a_damaged_database(
    filed: str, tmp_path: Path, where: str
) -> None:
    back_up(filed, tmp_path / "aside")
    damage(tmp_path / "record.db", where)

    with pytest.raises(SetUpTrouble, match="--replace"):
        restore(filed, tmp_path / "aside")
    back = restore(filed, tmp_path / "aside", replace=True)

    assert (back.known, len(list(back.told))) == (False, 1)
    with closing(Opened(filed)) as opened:
        assert opened.ask("SELECT count(*) FROM claims") == 1


@pytest.mark.parametrize("model", ["sqlite"], indirect=True)
def test_where_the_disk_is_full_nothing_is_said_against_the_backup(
    filed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(filed, tmp_path / "aside")
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=_Full))

    with pytest.raises(SetUpTrouble, match=r"record.db cannot be written \(No space left"):
        restore(filed, tmp_path / "aside", replace=True)
    with pytest.raises(SetUpTrouble, match=r"second cannot be written \(No space left"):
        back_up(filed, tmp_path / "second")


@pytest.mark.parametrize("model", ["sqlite"], indirect=True)
def test_what_root_restores_is_theirs_whose_it_was(filed: str, tmp_path: Path) -> None:
    file, whose = tmp_path / "record.db", SOMEBODY if os.geteuid() == 0 else os.geteuid()
    back_up(filed, tmp_path / "aside")
    os.chown(file, whose, -1)
    file.chmod(0o640)

    restore(filed, tmp_path / "aside", replace=True)

    assert (file.stat().st_uid, stat.S_IMODE(file.stat().st_mode)) == (whose, 0o640)


class _Full(sqlite3.Connection):
    """A database on a disk with no room for more than a few pages."""

    def __init__(self, *where: Any, **how: Any) -> None:
        super().__init__(*where, **how)
        self.execute("PRAGMA max_page_count = 4")
