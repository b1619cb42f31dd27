"""The migrations make the very tables that the code speaks of, and lead back again."""

from dataclasses import replace

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, MetaData, func, select
from sqlmodel import SQLModel, col

from bot.newsroom.status import Mark, Status
from bot.newsroom.viewer import Viewer
from storage.database import migrations, open_database, upgrade, writing
from storage.judgements import Judgements
from storage.tables import ChannelRow, ClaimRow, KeyCountRow, KeyedRow, KeyRow
from tests.making import a_link
from tests.storage.shelf import NOW, WORLD, Shelf, a_whole_claim, an_entry, known

KEPT = "articles versions brought claims figures sourcing relations checks checked".split()


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


def test_what_is_on_record_stays_through_every_step_back_and_forth(database_url: str) -> None:
    engine = open_database(database_url)
    shelf, world = Shelf(engine), Viewer(WORLD)
    claims = [a_whole_claim(f"C-{n}", **known("flood", f"word {n}")) for n in range(4)]
    link = a_link(claims[0], claims[1])
    shelf.file(WORLD, an_entry("A1", *claims[:2]), an_entry("A2", *claims[2:], links=(link,)))
    Judgements(engine).mark(world, Status("C-0", Mark.FALSE, "U1", NOW, "the register", ""), "K1")
    kept, counted = _content(engine), _counted(engine)

    for revision in ("0006", "0005", "0004", "0003", "0002"):
        step(engine, revision)
        upgrade(engine)
        shelf.archive.catch_up()  # as at a start: the step before the third emptied the index
        assert _content(engine) == kept
        assert _counted(engine) == counted
        assert set(shelf.ids(WORLD, "flood")) == {claim.id for claim in claims}
    engine.dispose()


def test_what_waits_to_be_indexed_anew_waits_in_the_release_before_too(database_url: str) -> None:
    engine = open_database(database_url)
    shelf = Shelf(engine)
    shelf.file(WORLD, an_entry("A1", a_whole_claim("C-1", **known("flood"))))
    shelf.archive.keep_channel(replace(WORLD, outsiders=True))

    step(engine, "0006")
    assert shelf.count(KeyedRow) == 0  # it indexes what is in no index
    upgrade(engine)
    shelf.archive.catch_up()

    assert shelf.ids(replace(WORLD, outsiders=True), "flood") == ["C-1"]
    _counted(engine)
    engine.dispose()


def test_the_first_release_keeps_the_claims_and_finds_them_anew(database_url: str) -> None:
    engine = open_database(database_url)
    shelf = Shelf(engine)
    shelf.file(WORLD, an_entry("A1", a_whole_claim("C-1", **known("flood"))))
    kept, counted = _content(engine), _counted(engine)

    step(engine, "0001")
    upgrade(engine)
    shelf.archive.catch_up()

    assert _content(engine) == kept
    assert _counted(engine) == counted
    engine.dispose()


def _content(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of what was read and decided."""
    tables = [SQLModel.metadata.tables[name] for name in KEPT]
    with engine.connect() as connection:
        rows = {one.name: connection.execute(select(one)).all() for one in tables}
    return {name: sorted((tuple(row) for row in found), key=repr) for name, found in rows.items()}


def _counted(engine: Engine) -> dict[int, int]:
    """Return how many claims each key has, having seen that this is so."""
    with engine.connect() as connection:
        told = connection.execute(select(col(KeyCountRow.key), col(KeyCountRow.claims)))
        counts = {key: claims for key, claims in told if claims}
        keys = connection.execute(
            select(col(KeyRow.key), func.count().label("claims")).group_by(col(KeyRow.key))
        )
        assert counts == {row.key: row.claims for row in keys}
    return counts


def step(engine: Engine, revision: str) -> None:
    with writing(engine).begin() as connection:
        command.downgrade(migrations(connection), revision)
