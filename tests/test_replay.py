"""What `python -m bot replay --json` promises to the tools outside the project that read it."""

import json
import re
import subprocess
import sys
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from bot.articles.files import article_in
from bot.replay import Row, replay

FLOOD = "The ministry said {n} people were killed in the flood in Alder on Monday."
DENIAL = "Mayor Rose Hill denied that {n} people were killed in the flood in Alder."
HEAD = "url: https://courier.example/{name}\noutlet: Courier\n{published}title: Flood in Alder\n\n"

ENDS = (int, float, type(None))
FIGURE = {
    "low": ENDS,
    "high": ENDS,
    "unit": str,
    "what": str,
    "modifier": {None, "about", "over", "at least", "up to", "nearly", "under"},
    "scope": {None, "total", "additional", "subset", "rate"},
    "text": str,
}
CLAIM = {
    "id": str,
    "quote": str,
    "start": int,
    "end": int,
    "claimant": (str, type(None)),
    "via": [str],
    "polarity": {"affirmed", "denied", "unconfirmed"},
    "certainty": {"certain", "probable", "possible"},
    "figures": [FIGURE],
    "when": (type(None), {"start": date.fromisoformat, "end": date.fromisoformat}),
    "places": [str],
}
DIFFERENCE = {
    "kind": {
        "figure", "scope", "claimant", "via", "certainty", "denial", "unconfirmed", "time",
        "place",
    },
    "from": str,
    "to": str,
    "text": str,
}  # fmt: skip
RELATED = {
    "claim": str,
    "earlier": str,
    "shown": bool,
    "relation": {
        "repeats", "updates", "narrows", "widens", "adds_to", "breaks_down", "conflicts", "denies",
        "does_not_confirm", "confirms", "corroborates", "same_origin", "withdraws",
    },
    "differences": [DIFFERENCE],
}  # fmt: skip
CHECK = {
    "kind": {"drift", "date", "sum", "hop", "denied_here", "due"},
    "claims": [str],
    "text": str,
}
ROW = {
    "article": str,
    "ms": float,
    "claims": [CLAIM],
    "related": [RELATED],
    "checks": [CHECK],
    "reply": (str, type(None)),
}


def an_article(file: Path, body: str, published: str = "") -> Path:
    """Write an article; its bytes are those given, whatever the system's newlines are."""
    told = f"published: {published}\n" if published else ""
    file.write_bytes((HEAD.format(name=file.stem, published=told) + body).encode())
    return file


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    """Replay a folder and two files, which are given in no order of time."""
    top = tmp_path_factory.mktemp("replay")
    story = top / "story"
    story.mkdir()
    windows = (
        f"At a glance\r\n\r\n“{FLOOD.format(n=14)}\r\n\r\nUp to 200 houses could be lost.\r\n"
    )
    an_article(story / "10.txt", FLOOD.format(n="about 50"))
    an_article(story / "9-2025.txt", windows, "2026-03-04T09:00:00+00:00")
    an_article(story / "3.txt", FLOOD.format(n=14), "2026-03-04T10:00:00+01:00")
    an_article(story / "1.txt", DENIAL.format(n=41), "2026-03-05")
    an_article(story / "notes.txt", FLOOD.format(n=99))
    late = an_article(top / "late.txt", f"{FLOOD.format(n=41)}\n\n{DENIAL.format(n=41)}")
    early = an_article(top / "early.txt", FLOOD.format(n="at least 12"), "2026-03-03T23:59")
    early.write_bytes(b"\xef\xbb\xbf" + early.read_bytes())
    return list(replay([story, late, early]))


def test_a_row_has_these_keys_and_types(told: list[Row]) -> None:
    rows = json.loads(json.dumps(told))

    assert [wrong for row in rows for wrong in _misfits(row, ROW)] == []
    assert any(row["related"] for row in rows)
    assert any(row["checks"] for row in rows)
    assert any(row["reply"] for row in rows)


def test_articles_come_by_instant_undated_ones_last_equal_ones_as_given(told: list[Row]) -> None:
    names = [Path(row["article"]).name for row in told]

    assert names == ["early.txt", "3.txt", "9-2025.txt", "1.txt", "10.txt", "late.txt"]
    assert told[1]["article"].endswith("story/3.txt")


def test_a_quote_is_what_stands_in_the_body_as_it_is_in_the_file(told: list[Row]) -> None:
    for row in told:
        body = re.split(r"\r?\n\r?\n", Path(row["article"]).read_bytes().decode(), maxsplit=1)[1]
        assert [c for c in row["claims"] if body[c["start"] : c["end"]] != c["quote"]] == []
    windows = told[2]["claims"]
    assert [claim["quote"][:10] for claim in windows] == ["The minist", "Up to 200 "]


def test_ids_are_those_of_the_run_and_unique(told: list[Row]) -> None:
    ids = [claim["id"] for row in told for claim in row["claims"]]
    named = chain.from_iterable(
        [pair["claim"], pair["earlier"]] for row in told for pair in row["related"]
    )

    assert len(set(ids)) == len(ids) > len(told)
    assert set(named) <= set(ids)


def test_no_pair_lies_within_one_article(told: list[Row]) -> None:
    for row in told:
        own = {claim["id"] for claim in row["claims"]}
        assert [p for p in row["related"] if {p["claim"], p["earlier"]} <= own] == []


BAD = [
    pytest.param(b"No head.\n\nBody.", "no head", id="no head"),
    pytest.param(b"", "no head", id="nothing at all"),
    pytest.param(HEAD.encode() + b" \r\n\n", "no text after the head", id="no body"),
    pytest.param(b"url: x\ntitle: y\n", "no text after the head", id="a head alone"),
    pytest.param(b"url: x\n\nRo\xe9", "not a text file in UTF-8", id="another encoding"),
    pytest.param(b"url: x\n\nBo\x00dy", "not a text file", id="a NUL"),
    pytest.param(b"url: x\npublished: soon\n\nBody", "'soon' is not a date", id="no date"),
    pytest.param(b"url: x\npublished: 2026-13-45\n\nBody", "is not a date", id="no such day"),
]


@pytest.mark.parametrize(("written", "words"), BAD)
def test_a_bad_file_is_told_in_one_line(tmp_path: Path, written: bytes, words: str) -> None:
    file = tmp_path / "1.txt"
    file.write_bytes(written)

    with pytest.raises(Exception, match=words) as caught:
        article_in(file)

    assert str(caught.value).startswith(f"{file}: ")
    assert "\n" not in str(caught.value)


def test_bad_input_costs_a_line_each_and_status_2_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "void").mkdir()
    (tmp_path / "headless.txt").write_text("No head.\n\nBody.", encoding="utf-8")
    good = an_article(tmp_path / "good.txt", FLOOD.format(n=14), "2026-03-04")

    done = subprocess.run(  # noqa: S603 - this very interpreter
        [sys.executable, "-m", "bot", "replay", "--json", "gone.txt", "headless.txt", "void",
         good.name],
        cwd=tmp_path, env={"PYTHONPATH": ":".join(sys.path), "PYTHONUTF8": "1"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 2
    assert [line.partition(": ")[0] for line in done.stderr.splitlines()] == [
        "gone.txt", "headless.txt", "void",
    ]  # fmt: skip
    [row] = [json.loads(line) for line in done.stdout.splitlines()]
    assert row["article"] == "good.txt"
    assert row["claims"][0]["quote"] == FLOOD.format(n=14)


def _misfits(value: Any, shape: Any, where: str = "row") -> list[str]:
    """List the places at which a value of the JSON is not of the shape."""
    match shape:
        case dict():
            return _misfits_inside(value, shape, where)
        case list() if isinstance(value, list):
            return [
                bad for n, v in enumerate(value) for bad in _misfits(v, shape[0], f"{where}.{n}")
            ]
        case tuple():
            fits = any(not _misfits(value, one, where) for one in shape)
        case set():
            fits = value in shape
        case type():
            fits = type(value) is shape
        case _:
            fits = callable(shape) and bool(shape(value))
    return [] if fits else [where]


def _misfits_inside(value: Any, shape: dict[str, Any], where: str) -> list[str]:
    if not isinstance(value, dict) or value.keys() != shape.keys():
        return [where]
    return [bad for key in shape for bad in _misfits(value[key], shape[key], f"{where}.{key}")]
