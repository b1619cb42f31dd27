"""The migrations make the very tables that the code speaks of, and lead back again."""

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, MetaData, func, select
from sqlmodel import SQLModel, col

from storage.database import migrations, open_database, upgrade, writing
from storage.tables import ChannelRow, ClaimRow
from tests.storage.shelf import WORLD


def test_the_migrated_tables_are_those_of_the_code(bare_database_url: str) -> None:
    engine = open_database(bare_database_url)
    upgrade(engine)

    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), SQLModel.metadata)

    assert found == []
    engine.dispose()


def test_every_step_leads_back_and_forth_again(bare_database_url: str) -> None:
    engine = open_database(bare_database_url)
    upgrade(engine)

    step(engine, "-1")
    step(engine, "base")
    upgrade(engine)

    with engine.connect() as connection:
        assert connection.scalar(select(func.count()).select_from(ClaimRow)) == 0
    engine.dispose()


def test_a_channel_of_the_first_release_gets_the_settings_of_today(bare_database_url: str) -> None:
    engine = open_database(bare_database_url)
    upgrade(engine)
    step(engine, "0001")
    of_then = {
        "workspace": WORLD.workspace,
        "id": WORLD.id,
        "name": WORLD.name,
        "kind": WORLD.kind.value,
        "outsiders": False,
        "member": True,
        "replies": "differences",
        "sensitive": False,
    }
    then = MetaData()
    then.reflect(engine, only=["workspaces", "channels"])
    with writing(engine).begin() as connection:
        connection.execute(then.tables["workspaces"].insert().values(id=WORLD.workspace))
        connection.execute(then.tables["channels"].insert().values(of_then))
    upgrade(engine)

    with engine.connect() as connection:
        asked = select(col(ChannelRow.days), col(ChannelRow.zone), col(ChannelRow.replies))
        assert connection.execute(asked).one() == ([1, 2, 3, 4, 5], "Etc/UTC", "")
    engine.dispose()


def step(engine: Engine, revision: str) -> None:
    with writing(engine).begin() as connection:
        command.downgrade(migrations(connection), revision)
