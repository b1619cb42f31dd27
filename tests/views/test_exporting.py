"""Claims leave as files that run nothing, say no more than they know, and can be read back."""

import csv
import json
from datetime import UTC, datetime
from io import StringIO

import pytest

from bot.claims.model import Claim, Origin
from bot.newsroom.status import Mark, Status
from bot.views.exporting import as_csv, as_json_ld, exportable, offer
from tests.making import a_claim, a_publication

NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)


def rows(*claims: Claim, marks: dict[str, Status] | None = None) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(as_csv(claims, marks or {}), newline="")))


def nodes(*claims: Claim, marks: dict[str, Status] | None = None) -> list[dict[str, object]]:
    return list(json.loads(as_json_ld(claims, marks or {}))["@graph"])


FORMULAS = [
    pytest.param('=HYPERLINK("https://evil.example","14")', id="a formula"),
    pytest.param("+1 to that, he said", id="a plus"),
    pytest.param("-Commissioner Brenn", id="a dash"),
    pytest.param("@everyone was told", id="an at"),
    pytest.param("  =1+1", id="spaces before it"),
    pytest.param("\t=1+1", id="a tab before it"),
    pytest.param("＝1+1", id="a wide sign"),
]


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_is_run_by_a_spreadsheet(words: str) -> None:
    (row,) = rows(a_claim("C-1", words, claimant=words))

    assert row["quote"] == f"'{words}"
    assert row["claimant"] == f"'{words}"


def test_words_come_back_as_they_stood_with_commas_breaks_and_marks() -> None:
    quote = 'Brenn said: "It rose, then\nfell", and 홍수 and الفيضان followed.'

    assert rows(a_claim("C-1", quote))[0]["quote"] == quote


def test_what_people_typed_or_pasted_stays_where_it_is() -> None:
    tip = a_claim("C-2", publication=a_publication(origin=Origin.TYPED))
    page = a_claim("C-3", publication=a_publication(origin=Origin.PASTED))

    assert [claim.id for claim in exportable([tip, page, a_claim("C-1")])] == ["C-1"]
    assert len(rows(tip, page)) == 0
    assert nodes(tip, page) == []
    assert "No claim of a published article" in offer([tip], "").text


def test_a_mark_goes_along_with_its_day_and_ground() -> None:
    marks = {"C-1": Status("C-1", Mark.FALSE, "U1", NOW, "The ministry corrected it")}

    (row,) = rows(a_claim("C-1"), marks=marks)

    assert row["marked"] == "false on 2026-03-04"
    assert row["note"] == "The ministry corrected it"


REVIEWS = [
    pytest.param(None, 0, 0, id="marked by nobody"),
    pytest.param(Mark.UNVERIFIED, 0, 0, id="unverified"),
    pytest.param(Mark.DENIED, 0, 0, id="denied by somebody"),
    pytest.param(Mark.FALSE, 0, 1, id="false"),
    pytest.param(Mark.CONFIRMED, 0, 1, id="confirmed"),
    pytest.param(Mark.FALSE, 1, 0, id="false in an earlier version"),
]


@pytest.mark.parametrize(("mark", "outdated", "reviews"), REVIEWS)
def test_only_what_a_person_has_rated_is_a_review(
    mark: Mark | None, outdated: int, reviews: int
) -> None:
    marks = {"C-1": Status("C-1", mark, "U1", NOW, outdated=bool(outdated))} if mark else {}

    kinds = [node["@type"] for node in nodes(a_claim("C-1"), marks=marks)]

    assert kinds == ["Claim", *["ClaimReview"] * reviews]


def test_nobody_is_named_who_marked_a_claim() -> None:
    marks = {"C-1": Status("C-1", Mark.FALSE, "U0SECRET", NOW, "note")}

    assert "U0SECRET" not in as_csv([a_claim("C-1")], marks)
    assert "U0SECRET" not in as_json_ld([a_claim("C-1")], marks)
