"""How a PostgreSQL server is opened: how long it is waited for, and what it may refuse."""

import re
import socket
import sys
import time
from typing import Any

import pytest
from sqlalchemy import Engine, make_url, text

from bot.newsroom.trouble import SetUpTrouble
from storage.database import LIMITS, ask_to_upgrade, open_database, upgrade
from storage.refusals import MAY_NOT


def test_without_its_driver_postgresql_names_the_package_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)  # as where it is not installed

    with pytest.raises(SetUpTrouble, match=re.escape("pip install 'psycopg[binary]'")):
        open_database("postgresql://bot@127.0.0.1/record")


@pytest.mark.parametrize("model", ["postgresql"], indirect=True)
def test_a_server_that_takes_nothing_down_is_refused(database_url: str) -> None:
    follows = {"options": "-c default_transaction_read_only=on"}

    with pytest.raises(SetUpTrouble, match="takes nothing down"):
        open_database(str(make_url(database_url).update_query_dict(follows)))


@pytest.mark.parametrize("model", ["postgresql"], indirect=True)
def test_a_user_who_may_make_no_tables_is_told_what_to_grant(bare_database_url: str) -> None:
    url = make_url(bare_database_url)
    owner = open_database(bare_database_url)
    with owner.begin() as connection:
        connection.execute(text(f"CREATE USER {url.database}_reporter"))
    engine = open_database(str(url.set(username=f"{url.database}_reporter")))

    told = []
    for attempt in (ask_to_upgrade, upgrade):
        with pytest.raises(SetUpTrouble) as refused:
            attempt(engine)
        told.append(str(refused.value))
    with owner.begin() as connection:
        connection.execute(text(told[0].partition("owner ")[2].removesuffix(".")))
    ask_to_upgrade(engine)
    upgrade(engine)

    assert told == [MAY_NOT.format(f"{url.database}_reporter")] * 2
    engine.dispose()
    with owner.begin() as connection:
        connection.execute(text(f"DROP OWNED BY {url.database}_reporter"))
        connection.execute(text(f"DROP USER {url.database}_reporter"))
    owner.dispose()


def test_a_server_that_is_silent_is_waited_for_no_longer_than_the_address_says() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"postgresql://bot@127.0.0.1:{silent.getsockname()[1]}/record?connect_timeout=2"
        began = time.monotonic()

        with pytest.raises(SetUpTrouble, match="does not let the bot in"):
            open_database(address)

    assert time.monotonic() - began < LIMITS["connect_timeout"]


@pytest.mark.parametrize("model", ["postgresql"], indirect=True)
@pytest.mark.parametrize("named", [{}, {"tcp_user_timeout": "99000", "keepalives_idle": "7"}])
def test_a_host_that_vanished_is_given_up_soon_unless_the_address_says_when(
    database_url: str, named: dict[str, str]
) -> None:
    engine = open_database(str(make_url(database_url).update_query_dict(named)))

    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        told = driver.info.get_parameters()

    assert {name: told[name] for name in LIMITS} == {
        name: named.get(name, str(value)) for name, value in LIMITS.items()
    }
    engine.dispose()


@pytest.mark.parametrize("model", ["postgresql"], indirect=True)
def test_a_connection_that_broke_while_nobody_used_it_is_made_anew(engine: Engine) -> None:
    upgrade(engine)
    with engine.connect() as connection:
        ours = connection.scalar(text("SELECT pg_backend_pid()"))
    other = open_database(engine.url.render_as_string(hide_password=False))
    with other.connect() as connection:
        connection.execute(text("SELECT pg_terminate_backend(:ours)"), {"ours": ours})

    with engine.connect() as connection:
        assert connection.scalar(text("SELECT 1")) == 1
    other.dispose()
