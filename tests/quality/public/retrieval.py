"""How often the archive finds the earlier claim that others have named, among thousands.

The form is that of CheckThat! 2022 and of That is a Known Lie: claims with an `id`, and posts or
sentences with the `relevant` ids; a `speaker` counts as claimant, a `title` as the headline of the
article. Every text is filed and looked up as one claim, as words are that a person has typed.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from pydantic import BaseModel

from bot.claims.keys import keys
from bot.claims.model import Article, Brief, Claim, Origin, Parse, Publication, Reading
from bot.claims.sentences import LONGEST_SENTENCE, straighten
from bot.newsroom.filing import Entry, Filing
from bot.newsroom.viewer import Viewer
from storage.archive import Archive
from storage.database import open_database, upgrade
from tests.claims.reading import parser
from tests.quality.public.lines import rows_in
from tests.quality.public.whole import whole_claim
from tests.quality.report import Measure
from tests.quality.sheet import Sheet
from tests.storage.shelf import NOW, WORLD, Shelf, a_post

PLACE = Publication("", "", "", origin=Origin.TYPED)
AT_ONCE = 256
"""Rows that are parsed, and filed, together."""
MOST_CANDIDATES = 50
FIRST = 5
WHOLE = 1_000_000

RETRIEVAL = (
    Measure("claims given", "claims"),
    Measure("queries", "queries"),
    Measure("MAP@5", "precision in millionths", "millionths"),
    Measure("found first", "found first", "queries"),
    Measure("found among 5", "found among 5", "queries"),
    Measure("found among 10", "found among 10", "queries"),
)


class Told(BaseModel):
    """A claim on record."""

    id: str
    text: str
    speaker: str = ""
    title: str = ""


class Asked(Told):
    """A query with the claims that an expert put beside it."""

    relevant: tuple[str, ...]


Row = TypeVar("Row", bound=Told)


class Shelves:
    """An archive being filled, and whose claim is whose."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._archive = Archive(shelf.engine, keys, lambda: NOW)
        self._rows: dict[str, str] = {}

    def file(self, rows: Sequence[Told], claims: Sequence[Claim]) -> None:
        """Put some rows on record, each as an article of one claim, all in one transaction."""
        entries = [self._entry(row, claim) for row, claim in zip(rows, claims, strict=True)]
        post = a_post(f"{len(self._rows)}.0")
        self._archive.file(Filing(self._shelf.leased(post), WORLD, entries=tuple(entries)))

    def _entry(self, row: Told, claim: Claim) -> Entry:
        name = f"C-{len(self._rows)}"
        self._rows[name] = row.id
        place = claim.publication
        reading = Reading(Article(place, claim.quote), (replace(claim, id=name),))
        return Entry(f"A{name}", reading, Brief(place, reading.claims), text_hash=name)

    def found(self, claim: Claim) -> list[str]:
        """Give the ids of the rows that share keys with a claim, in the archive's order."""
        found = self._archive.candidates(Viewer(WORLD), keys(claim), MOST_CANDIDATES)
        return list(dict.fromkeys(self._rows[one.id] for one in found))


def measure_retrieval(told: Sequence[Path], asked: Sequence[Path]) -> Sheet:
    """File every claim, look every query up and mark where the relevant claims stand."""
    sheet, parse = Sheet(), parser()
    claims = [row for path in told for row in rows_in(path, Told)]
    queries = [row for path in asked for row in rows_in(path, Asked)]
    with _shelves() as shelves:
        for some in _lots(claims):
            shelves.file(some, _read(some, parse))
            sheet.count(claims=len(some))
        for some in _lots(queries):
            for query, claim in zip(some, _read(some, parse), strict=True):
                sheet.count(queries=1)
                _mark(query, shelves.found(claim), sheet)
    return sheet


def _read(rows: Sequence[Told], parse: Parse) -> list[Claim]:
    """Read rows as typed words, each one claim."""
    docs = parse([straighten(row.text)[:LONGEST_SENTENCE] for row in rows])
    return [
        whole_claim(row.id, doc, replace(PLACE, title=row.title), row.speaker)
        for row, doc in zip(rows, docs, strict=True)
    ]


def _lots(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    for start in range(0, len(rows), AT_ONCE):
        yield rows[start : start + AT_ONCE]


@contextmanager
def _shelves() -> Iterator[Shelves]:
    with TemporaryDirectory() as folder:
        engine = open_database(f"sqlite:///{folder}/record.db")
        upgrade(engine)
        yield Shelves(Shelf(engine))
        engine.dispose()


def _mark(query: Asked, found: Sequence[str], sheet: Sheet) -> None:
    places = [place for place, one in enumerate(found) if one in query.relevant]
    sheet.count(
        found_first=0 in places,
        found_among_5=any(place < FIRST for place in places),
        found_among_10=any(place < 2 * FIRST for place in places),
        precision_in_millionths=round(WHOLE * average_precision(places, len(query.relevant))),
        millionths=WHOLE,
    )
    if 0 not in places:
        place = places[0] + 1 if places else "nowhere"
        sheet.note(f"query {query.id}: relevant at {place}: {query.text[:160]!r}")


def average_precision(places: Sequence[int], relevant: int) -> float:
    """Return the average precision of the first five, from the places of what is relevant."""
    near = [place for place in places if place < FIRST]
    reached = sum(nth / (place + 1) for nth, place in enumerate(near, 1))
    return reached / min(FIRST, relevant) if relevant else 0.0
