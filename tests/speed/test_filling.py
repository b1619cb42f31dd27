"""What is filled in at one go is what filing would have written."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlmodel import SQLModel

from bot.claims.keys import keys
from bot.newsroom.filing import Filing
from storage.archive import Archive
from storage.database import open_database
from tests.speed.filling import fill
from tests.speed.made_up import CLAIMS_AN_ARTICLE, Maker, lots
from tests.speed.rows import NOW, TABLES, entry_of
from tests.storage.shelf import CITY, SOURCES, WORLD, Shelf, a_post

CLAIMS = 3 * CLAIMS_AN_ARTICLE  # the first article is a hidden one
COMPARED = (*TABLES, "claim_key", "key_count", "channels", "sourcing", "relations")


def test_an_archive_filled_at_one_go_is_as_if_filed(
    database_url: str, bare_database_url: str
) -> None:
    _file(database_url)
    fill([bare_database_url], Maker(CLAIMS).on_record())

    assert _rows(bare_database_url) == _rows(database_url)


def _file(address: str) -> None:
    engine = open_database(address)
    shelf = Shelf(engine)
    archive = Archive(engine, keys, lambda: NOW)
    for channel in (WORLD, CITY, SOURCES):
        archive.keep_channel(channel)
    for number, said in enumerate(lots(Maker(CLAIMS).on_record(), CLAIMS_AN_ARTICLE), 1):
        channel = WORLD if said[0].seen else SOURCES
        leased = shelf.leased(a_post(f"{number}.0", channel))
        assert archive.file(Filing(leased, channel, entries=(entry_of(said, number),)))
    engine.dispose()


def _rows(address: str) -> dict[str, Sequence[Any]]:
    engine = open_database(address)
    tables = [SQLModel.metadata.tables[name] for name in COMPARED]
    with engine.connect() as connection:
        rows = {
            one.name: connection.execute(select(one).order_by(*one.primary_key)).all()
            for one in tables
        }
    engine.dispose()
    return rows
