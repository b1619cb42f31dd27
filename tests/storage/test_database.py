"""How a database is opened, how it is refused, and how its tables come up to date."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import Engine, inspect, text

from bot.newsroom.trouble import SetUpTrouble
from storage.database import (
    clear_log,
    migrations,
    open_database,
    upgrade,
    write_back,
    writing,
)


def _junk(folder: Path) -> str:
    (folder / "junk.db").write_bytes(b"Minutes of the morning conference. " * 200)
    return f"sqlite:///{folder}/junk.db"


def _read_only(folder: Path) -> str:
    engine = open_database(f"sqlite:///{folder}/ours.db")
    upgrade(engine)
    engine.dispose()
    return f"sqlite:///file:{folder}/ours.db?mode=ro&uri=true"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        pytest.param(_junk, "junk.db is not a database: name another file", id="not a database"),
        pytest.param(_read_only, "ours.db is read-only: give this user the right", id="read-only"),
        pytest.param(
            lambda folder: f"sqlite:///{folder}/nowhere/our.db",
            "our.db cannot be opened: its folder is missing",
            id="no such folder",
        ),
        pytest.param(
            lambda folder: f"sqlite:///{folder}",
            "cannot be opened: its folder is missing",
            id="a folder",
        ),
        pytest.param(
            lambda folder: f"postgresql://bot:secret@/record?host={folder}",
            "The database server at this machine does not let the bot in",
            id="no server",
        ),
        pytest.param(
            lambda _: "postgres://bot:secret@127.0.0.1:1/record",
            "The database server at 127.0.0.1 does not let the bot in",
            id="no server there",
        ),
        pytest.param(lambda _: "our.db", "The address of the database is not one", id="a path"),
        *(
            pytest.param(lambda _, a=a: a, "names no file: write sqlite:///file", id=a)
            for a in ("sqlite://", "sqlite:///", "sqlite:///:memory:")
        ),
        pytest.param(
            lambda _: "mysql://bot:secret@there/record",
            "No database of the kind mysql",
            id="mysql",
        ),
    ],
)
def test_a_database_that_cannot_be_used_is_refused_in_one_clear_line(
    tmp_path: Path, address: Callable[[Path], str], told: str
) -> None:
    with pytest.raises(SetUpTrouble) as refused:
        open_database(address(tmp_path))

    assert told in str(refused.value)
    assert "\n" not in str(refused.value)
    assert "secret" not in str(refused.value)


def test_tables_come_up_to_date_once_and_stay_so(bare_database_url: str) -> None:
    engine = open_database(bare_database_url)

    upgrade(engine)
    first = sorted(inspect(engine).get_table_names())
    upgrade(engine)

    assert sorted(inspect(engine).get_table_names()) == first
    assert {"claims", "inbox", "outbox"} < set(first)
    engine.dispose()


def test_two_processes_may_bring_the_tables_up_to_date_at_once(bare_database_url: str) -> None:
    engines = [open_database(bare_database_url) for _ in range(3)]

    with ThreadPoolExecutor(len(engines)) as threads:
        list(threads.map(upgrade, engines))

    assert "claims" in inspect(engines[0]).get_table_names()
    for engine in engines:
        engine.dispose()


def test_the_migrations_make_the_very_tables_that_the_code_knows(engine: Engine) -> None:
    with writing(engine).begin() as connection:
        command.check(migrations(connection))


def test_the_tables_can_be_taken_down_again(engine: Engine) -> None:
    with writing(engine).begin() as connection:
        command.downgrade(migrations(connection), "base")

    assert inspect(engine).get_table_names() == ["alembic_version"]


def test_a_database_of_a_newer_version_is_left_alone(engine: Engine) -> None:
    with writing(engine).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = 'next year'"))

    with pytest.raises(SetUpTrouble, match="newer version of the bot"):
        upgrade(engine)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1)],
)
def test_every_connection_to_a_file_is_careful(
    tmp_path: Path, pragma: str, value: str | int
) -> None:
    engine = open_database(f"sqlite:///{tmp_path}/record.db")

    with engine.connect() as one, engine.connect() as other:
        asked = [each.exec_driver_sql(f"PRAGMA {pragma}").scalar() for each in (one, other)]

    assert asked == [value, value]
    engine.dispose()


def test_who_writes_in_a_file_waits_for_another_instead_of_failing(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path}/record.db")
    with writing(engine).begin() as connection:
        connection.execute(text("CREATE TABLE tally (n INTEGER)"))
        connection.execute(text("INSERT INTO tally VALUES (0)"))

    def count_up(_: int) -> None:
        with writing(engine).begin() as connection:
            n = connection.execute(text("SELECT n FROM tally")).scalar_one()
            connection.execute(text("UPDATE tally SET n = :n"), {"n": n + 1})

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(count_up, range(20)))

    with engine.connect() as connection:
        assert connection.execute(text("SELECT n FROM tally")).scalar_one() == 20
    engine.dispose()


def test_the_log_is_emptied_even_while_it_is_written_back(tmp_path: Path) -> None:
    engine, ended = open_database(f"sqlite:///{tmp_path}/ours.db"), threading.Event()
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE minutes (said TEXT)")

    def write_back_always() -> None:
        while not ended.is_set():
            write_back(engine)

    with ThreadPoolExecutor(1) as beside:
        beside.submit(write_back_always)
        left = []
        for _ in range(20):
            with engine.begin() as connection:
                connection.exec_driver_sql("INSERT INTO minutes VALUES (printf('%.100000c', 'a'))")
            clear_log(engine)
            left.append((tmp_path / "ours.db-wal").stat().st_size)
        ended.set()

    assert left == [0] * 20
    engine.dispose()


def test_who_empties_the_log_beside_a_reader_holds_up_no_writer_and_does_it_later(
    tmp_path: Path,
) -> None:
    engine, log = open_database(f"sqlite:///{tmp_path}/ours.db"), tmp_path / "ours.db-wal"
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE minutes (said TEXT)")
    with engine.connect() as reading, ThreadPoolExecutor(1) as beside:
        reading.exec_driver_sql("SELECT said FROM minutes").all()  # as a long export does
        with writing(engine).begin() as connection:
            connection.exec_driver_sql("INSERT INTO minutes VALUES ('off the record')")
        emptying = beside.submit(clear_log, engine)
        waited = list[float]()
        while not emptying.done():
            began = time.monotonic()
            with writing(engine).begin() as connection:
                connection.exec_driver_sql("INSERT INTO minutes VALUES ('an ack')")
            waited.append(time.monotonic() - began)
            time.sleep(0.1)
        write_back(engine)
        assert b"off the record" in log.read_bytes()

    write_back(engine)

    assert log.stat().st_size == 0
    assert max(waited) < 1
    engine.dispose()


def test_the_log_of_a_file_is_written_back_while_others_read(tmp_path: Path) -> None:
    file = tmp_path / "ours.db"
    engine = open_database(f"sqlite:///{file}")
    upgrade(engine)
    write_back(engine)
    before = file.stat().st_size
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE minutes (said TEXT)")
        connection.exec_driver_sql("INSERT INTO minutes VALUES (printf('%.100000c', 'a'))")
    with engine.connect() as reading:
        reading.exec_driver_sql("SELECT count(*) FROM minutes").all()

        write_back(engine)

        assert file.stat().st_size > before + 100_000
    engine.dispose()
