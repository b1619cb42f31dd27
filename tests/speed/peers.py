"""The search engines that look-up is measured beside, each with the texts and a viewer's filter.

Two of them come with the extra `bench`; one that is not installed is left out.
"""

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import psycopg

from bot.claims.keys import words_in
from tests.speed.made_up import Made, lots

AT_ONCE = 20_000
TOP = 20


Ask = Callable[[Made], Sequence[int]]
"""Gives the numbers of the best twenty claims that the viewer may see; the first is 1."""


class Engine(Protocol):
    """A search engine that holds the claims, numbered in order."""

    name: str

    def asks(self) -> dict[str, Ask]:
        """Return its ways to be asked, by name."""

    def close(self) -> None:
        """Let go of files and connections."""


class Peer:
    """An engine that is built once, opened, and asked in one way."""

    name: str

    def build(self, claims: Iterable[Made]) -> None:
        """Put the claims in, numbered from 1, in place of what an end halfway left."""
        raise NotImplementedError

    def open(self) -> None:
        """Get ready to be asked."""

    def asks(self) -> dict[str, Ask]:
        """Return that way."""
        return {self.name: self.ask}

    def ask(self, made: Made) -> list[int]:
        """Return what is found; each engine's own."""
        raise NotImplementedError

    def close(self) -> None:
        """Let go of nothing, unless there is something."""


class Fts5(Peer):
    """SQLite's full-text search with porter stems, ranked by bm25."""

    name = "SQLite FTS5 bm25, OR of all words"

    def __init__(self, folder: Path) -> None:
        self._database = sqlite3.connect(folder / "fts.db")

    def build(self, claims: Iterable[Made]) -> None:
        """Fill the file."""
        self._database.executescript("DROP TABLE IF EXISTS said; DROP TABLE IF EXISTS place")
        self._database.execute("CREATE VIRTUAL TABLE said USING fts5(text, tokenize='porter')")
        self._database.execute("CREATE TABLE place (number INTEGER PRIMARY KEY, seen INTEGER)")
        with self._database, closing(self._database.cursor()) as cursor:
            for some in lots(enumerate(claims, 1), AT_ONCE):
                cursor.executemany(
                    "INSERT INTO said (rowid, text) VALUES (?, ?)", [(n, m.text) for n, m in some]
                )
                cursor.executemany(
                    "INSERT INTO place VALUES (?, ?)", [(n, m.seen) for n, m in some]
                )
        self._database.execute("INSERT INTO said (said) VALUES ('optimize')")
        self._database.commit()

    def ask(self, made: Made) -> list[int]:
        """Ask for any of the words; the filter is joined."""
        words = " OR ".join(f'"{word}"' for word in _words(made))
        found = self._database.execute(
            "SELECT said.rowid, text FROM said JOIN place ON place.number = said.rowid"
            " WHERE said MATCH ? AND seen ORDER BY rank LIMIT ?",
            (words, TOP),
        )
        return [number for number, _ in found]

    def close(self) -> None:
        """Close the file."""
        self._database.close()


class Tsvector(Peer):
    """PostgreSQL's text search behind a GIN index, ranked by ts_rank."""

    name = "PostgreSQL tsvector, OR of all words"

    def __init__(self, address: str) -> None:
        self._database = psycopg.connect(address, autocommit=True)

    def build(self, claims: Iterable[Made]) -> None:
        """Fill a table."""
        run = self._database.execute
        run("DROP TABLE IF EXISTS peer")
        run(
            "CREATE TABLE peer (number bigint PRIMARY KEY, text text, seen boolean, said tsvector)"
        )
        into = "COPY peer (number, text, seen) FROM STDIN"
        with self._database.cursor() as cursor, cursor.copy(into) as copy:
            for number, made in enumerate(claims, 1):
                copy.write_row((number, made.text, made.seen))
        run("UPDATE peer SET said = to_tsvector('english', text)")
        run("CREATE INDEX ON peer USING gin (said)")
        run("VACUUM FULL ANALYZE peer")

    def ask(self, made: Made) -> list[int]:
        """Ask for any of the words."""
        words = " | ".join(f"'{word}'" for word in _words(made))
        found = self._database.execute(
            "SELECT number, text FROM peer, to_tsquery('english', %s) AS asked"
            " WHERE said @@ asked AND seen ORDER BY ts_rank(said, asked) DESC LIMIT %s",
            (words, TOP),
        )
        return [number for number, _ in found]

    def close(self) -> None:
        """Close the connection."""
        self._database.close()


class Tantivy(Peer):
    """The library behind several search servers, on disk, with English stems."""

    name = "tantivy, OR of all words"

    def __init__(self, folder: Path) -> None:
        tantivy: Any = import_module("tantivy")
        shape = tantivy.SchemaBuilder()
        shape.add_integer_field("number", stored=True)
        shape.add_text_field("text", stored=True, tokenizer_name="en_stem")
        shape.add_text_field("seen", tokenizer_name="raw")
        (folder / "tantivy").mkdir(exist_ok=True)
        self._tantivy, self._schema = tantivy, shape.build()
        self._index = tantivy.Index(self._schema, path=str(folder / "tantivy"))

    def build(self, claims: Iterable[Made]) -> None:
        """Fill the folder."""
        writer = self._index.writer(200_000_000, 1)
        writer.delete_all_documents()
        for number, made in enumerate(claims, 1):
            seen = "yes" if made.seen else "no"
            writer.add_document(self._tantivy.Document(number=number, text=made.text, seen=seen))
        writer.commit()
        writer.wait_merging_threads()

    def open(self) -> None:
        """Open the newest state of the folder."""
        self._index.reload()
        self._searcher = self._index.searcher()

    def ask(self, made: Made) -> list[int]:
        """Ask for any of the words, and for what may be seen."""
        words = self._index.parse_query(" ".join(_words(made)), ["text"])
        query, must = self._tantivy.Query, self._tantivy.Occur.Must
        seen = query.const_score_query(query.term_query(self._schema, "seen", "yes"), 0.0)
        asked = query.boolean_query([(must, words), (must, seen)])
        hits = self._searcher.search(asked, TOP).hits
        found = [self._searcher.doc(address) for _, address in hits]
        return [document["number"][0] for document in found if document["text"]]


class Bm25s(Peer):
    """Scores in memory, computed beforehand, over our own stems."""

    name = "bm25s, in memory, our stems"

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "bm25s"
        self._bm25s: Any = import_module("bm25s")

    def build(self, claims: Iterable[Made]) -> None:
        """Work all scores out and save them."""
        seen = array("f")
        words = [_stems(made, seen) for made in claims]
        scores = self._bm25s.BM25()
        scores.index(words, show_progress=False)
        scores.save(self._folder)
        np.save(self._folder / "seen.npy", np.frombuffer(seen, dtype=np.float32))

    def open(self) -> None:
        """Read all scores."""
        self._scores = self._bm25s.BM25.load(self._folder)
        self._seen = np.load(self._folder / "seen.npy")

    def ask(self, made: Made) -> list[int]:
        """Ask for all of the stems; what may not be seen scores nothing."""
        asked = [sorted(words_in(made.text))]
        found, _ = self._scores.retrieve(
            asked, k=TOP, show_progress=False, weight_mask=self._seen, n_threads=0
        )
        return [int(place) + 1 for place in found[0]]


def _stems(made: Made, seen: "array[float]") -> list[str]:
    seen.append(float(made.seen))
    return sorted(words_in(made.text))


def _words(made: Made) -> Sequence[str]:
    """Return the words of a claim that are worth asking for: grammar's words are not."""
    told = made.text.lower().replace(".", " ").split()
    return [word for word in dict.fromkeys(told) if words_in(word)]
