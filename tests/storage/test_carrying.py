"""Whoever outgrows SQLite takes everything along to PostgreSQL."""

from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Table, select
from sqlmodel import SQLModel

from bot.newsroom.filing import Filing
from bot.newsroom.install import Install
from bot.newsroom.trouble import SetUpTrouble
from bot.newsroom.viewer import Viewer
from storage.backup import back_up, restore
from storage.database import opened, upgrade
from storage.installs import Installs
from storage.sealing import Keyring, new_key
from tests.storage.aside import CLAIM, Opened
from tests.storage.shelf import (
    CITY,
    NOW,
    WORLD,
    Shelf,
    a_letter,
    a_post,
    a_whole_claim,
    an_entry,
    an_incoming,
    known,
)

pytestmark = pytest.mark.parametrize("model", ["postgresql"], indirect=True)

CHANGED = {"inbox", "outbox", "swept"}  # by any restore


@pytest.fixture
def small(tmp_path: Path) -> str:
    """Give the address of a SQLite database with something in its queues and on record."""
    url = f"sqlite:///{tmp_path / 'small.db'}"
    with opened(url) as engine:
        upgrade(engine)
        shelf = Shelf(engine)
        odd = "“Ça va”, said\tthe \\N mayor\\n of Łódź.\r\n🚢"
        shelf.file(WORLD, an_entry("A1", CLAIM, text=odd))
        whole = (a_whole_claim(f"C-{n}", **known("quay", f"pier{n}")) for n in range(2, 9))
        shelf.file(CITY, an_entry("A2", *whole), ts="2.0")
        shelf.inbox.put(an_incoming("waits", a_post("9.0"), links=("https://a.example/ü",)), NOW)
        shelf.outbox.put(a_letter("L1"), NOW)
        letting_in = Install(workspace="T1", token="xoxb-1", bot_id="B", bot_user="U", at=NOW)
        Installs(engine, Keyring(new_key())).keep(letting_in)
    return url


def test_all_rows_come_along(small: str, bare_database_url: str, tmp_path: Path) -> None:
    back_up(small, tmp_path / "aside")

    assert not restore(bare_database_url, tmp_path / "aside").known

    with closing(Opened(small)) as old, closing(Opened(bare_database_url)) as new:
        for table in SQLModel.metadata.sorted_tables:
            if table.name not in CHANGED:
                assert _rows(new, table) == _rows(old, table)
        assert new.shelf.ids(WORLD, "quay") == old.shelf.ids(WORLD, "quay")
        assert new.shelf.archive.claim(Viewer(CITY), "C-2") is not None
        posting = new.shelf.outbox.take(NOW, 60)
        assert posting is not None
        assert (posting.letter.key, posting.retry) == ("L1", True)


def test_the_next_rows_go_on_from_there(
    small: str, bare_database_url: str, tmp_path: Path
) -> None:
    back_up(small, tmp_path / "aside")
    restore(bare_database_url, tmp_path / "aside")
    more = a_whole_claim("C-10", **known("quay", "pier2"))

    with closing(Opened(small)) as old, closing(Opened(bare_database_url)) as new:
        for shelf in (old.shelf, new.shelf):
            leased = shelf.inbox.lease(NOW, 60)
            assert leased is not None
            assert shelf.archive.file(Filing(leased, WORLD, entries=(an_entry("A3", more),)))
        assert "C-10" in new.shelf.ids(WORLD, "quay")
        assert new.shelf.ids(WORLD, "quay") == old.shelf.ids(WORLD, "quay")
        counts = SQLModel.metadata.tables["key_count"]
        assert _rows(new, counts) == _rows(old, counts)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        pytest.param("UPDATE alembic_version SET version_num = '9999'", "newer", id="newer"),
        pytest.param("DROP TABLE alembic_version", "no database of the bot", id="not ours"),
    ],
)
def test_what_is_of_no_use_changes_nothing(
    small: str, filed: str, tmp_path: Path, spoil: str, said: str
) -> None:
    back_up(small, tmp_path / "good")
    with closing(Opened(small)) as spoilt:
        spoilt.do(spoil)
    back_up(small, tmp_path / "aside")

    with pytest.raises(SetUpTrouble, match=said):
        restore(filed, tmp_path / "aside", replace=True)
    with pytest.raises(SetUpTrouble, match="--replace"):
        restore(filed, tmp_path / "good")

    with closing(Opened(filed)) as kept:
        assert kept.ask("SELECT count(*) FROM claims") == 1


def _rows(opened: Opened, table: Table) -> list[str]:
    with opened.shelf.engine.connect() as connection:
        return sorted(f"{tuple(row)}" for row in connection.execute(select(table)))
