"""What a person may write into the fields of a claim, and what becomes of the claim."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.claims.model import Certainty, Figure, Modifier, Outcome, Polarity, Scope, When
from bot.newsroom.edit import Edit, Facet
from bot.newsroom.facets import LONGEST, corrected, fitting, standing, written
from bot.newsroom.figures import read_figure, written_figure
from bot.newsroom.trouble import Unfit
from tests.making import a_claim, a_figure

QUOTE = "The ministry said at least 14 of the 3.5 million people and 60 to 70 rescuers had died."
TOLL = a_figure("at least 14", 14, None, start=QUOTE.index("at least"), what="people",  # type: ignore[arg-type]
                modifier=Modifier.AT_LEAST, end=QUOTE.index(" of the"))  # fmt: skip
CLAIM = a_claim(
    quote=QUOTE,
    figures=(TOLL,),
    via=("CPA", "Radio Delta"),
    when=When(date(2026, 3, 3), date(2026, 3, 4), "on Tuesday night"),
    places=("Velmora", "Port Ambry"),
)


def an_edit(facet: Facet, after: str, position: int = 0) -> Edit:
    return Edit("C-7KQ2", facet, "", after, "U1", datetime(2026, 3, 5, tzinfo=UTC), position)


@pytest.mark.parametrize(
    ("facets", "text"),
    [
        ({"low": 14, "high": 14}, "14 people"),
        ({"low": 14, "high": None, "modifier": Modifier.AT_LEAST}, "at least 14 people"),
        ({"low": None, "high": 700, "modifier": Modifier.UP_TO}, "up to 700 people"),
        ({"low": None, "high": 9, "modifier": Modifier.UNDER}, "under 9 people"),
        ({"low": 9, "high": None, "modifier": Modifier.OVER}, "over 9 people"),
        ({"low": 60, "high": 70}, "60 to 70 people"),
        ({"low": 60, "high": 70, "modifier": Modifier.ABOUT}, "about 60 to 70 people"),
        ({"low": 12.5, "high": 12.5, "unit": "percent", "what": ""}, "12.5 percent"),
        ({"unit": "EUR", "low": 5e6, "high": 5e6, "what": "aid"}, "5,000,000 EUR aid"),
        ({"unit": "km", "low": 3, "high": 3, "what": "pipe"}, "3 km pipe"),
        ({"unit": "C", "low": 31, "high": 31, "what": "heat"}, "31 C heat"),
        ({"unit": "magnitude", "low": 6.1, "high": 6.1, "what": ""}, "6.1 magnitude"),
        ({"scope": Scope.ADDITIONAL}, "14 people (additional)"),
        ({"scope": Scope.RATE, "per": "day"}, "14 people per day (rate)"),
        ({"what": "people killed", "outcome": Outcome.KILLED}, "14 people killed"),
        ({"what": "убитых солдат"}, "14 убитых солдат"),
        ({"what": "명의 사망자"}, "14 명의 사망자"),
    ],
)
def test_a_figure_is_written_as_a_person_writes_it_and_read_back(
    facets: dict[str, Any], text: str
) -> None:
    figure = a_figure(**facets)

    assert written_figure(figure) == text
    again = read_figure(text, CLAIM, figure)
    assert replace(again, text="", start=0, end=0) == replace(figure, text="", start=0, end=0)


@pytest.mark.parametrize(
    ("typed", "low", "high", "unit", "what"),
    [
        ("fourteen dead miners", 14, 14, "count", "dead miners"),
        ("more than 14 thousand votes", 14_000, None, "count", "votes"),
        ("£3m of aid", 3e6, 3e6, "GBP", "of aid"),
        ("3.5 million euros", 3.5e6, 3.5e6, "EUR", ""),
        ("60-70 rescuers", 60, 70, "count", "rescuers"),
        ("12 % turnout", 12, 12, "percent", "turnout"),
    ],
)
def test_a_figure_may_be_written_in_many_ways(
    typed: str, low: float, high: float | None, unit: str, what: str
) -> None:
    figure = read_figure(typed, CLAIM, TOLL)

    assert (figure.low, figure.high, figure.unit, figure.what) == (low, high, unit, what)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("at least 14 miners", "at least 14"),
        ("60 to 70 rescuers", "60 to 70"),
        ("3,500,000 people", "3.5 million"),
        ("99 people", "at least 14"),  # the sentence has no 99: what it says is shown
    ],
)
def test_what_is_shown_of_an_edited_figure_stays_the_sentences_own(typed: str, shown: str) -> None:
    figure = read_figure(typed, CLAIM, TOLL)

    assert figure.text == shown
    assert QUOTE[figure.start : figure.end] == shown


def test_a_new_figure_must_stand_in_the_sentence() -> None:
    assert read_figure("60 to 70 rescuers", CLAIM).text == "60 to 70"
    with pytest.raises(Unfit, match="does not say that number"):
        read_figure("99 rescuers", CLAIM)


def test_the_outcome_goes_with_what_is_counted() -> None:
    killed = replace(TOLL, outcome=Outcome.KILLED)

    assert read_figure("at least 14 people", CLAIM, killed).outcome is Outcome.KILLED
    assert read_figure("at least 14 people injured", CLAIM, killed).outcome is Outcome.INJURED
    assert read_figure("at least 14 houses", CLAIM, killed).outcome is None


@pytest.mark.parametrize(
    ("facet", "typed", "kept"),
    [
        (Facet.CLAIMANT, "  Interior   Ministry ", "Interior Ministry"),
        (Facet.CLAIMANT, "", ""),
        (Facet.CLAIMANT, "وزارة الداخلية", "وزارة الداخلية"),
        (Facet.CLAIMANT, "Міністерство внутрішніх справ", "Міністерство внутрішніх справ"),
        (Facet.CLAIMANT, "내무부", "내무부"),
        (Facet.VIA, "CPA;Radio Delta; ", "CPA; Radio Delta"),
        (Facet.POLARITY, "denied", "denied"),
        (Facet.CERTAINTY, "possible", "possible"),
        (Facet.WHEN, "2026-03-03", "2026-03-03"),
        (Facet.WHEN, "2026-03-03 – 2026-03-05", "2026-03-03 to 2026-03-05"),
        (Facet.WHEN, "", ""),
        (Facet.PLACES, "Kelm", "Kelm"),
        (Facet.FIGURE, "at least 14  miners", "at least 14 miners"),
        (Facet.FIGURE, "", ""),
    ],
)
def test_what_fits_a_field_is_kept_in_one_spelling(facet: Facet, typed: str, kept: str) -> None:
    assert fitting(CLAIM, (facet, 0), typed) == kept


@pytest.mark.parametrize(
    ("facet", "typed", "told"),
    [
        (Facet.CLAIMANT, "x" * (LONGEST + 1), "longer than 300"),
        (Facet.VIA, ";".join("abcdefghijklm"), "12 at most"),
        (Facet.POLARITY, "maybe", "affirmed, denied, unconfirmed"),
        (Facet.CERTAINTY, "maybe", "certain, probable, possible"),
        (Facet.WHEN, "Tuesday", "2026-03-03"),
        (Facet.WHEN, "2026-13-03", "2026-03-03"),
        (Facet.WHEN, "2026-03-05 to 2026-03-03", "2026-03-03"),
        (Facet.FIGURE, "many people", "no number"),
        (Facet.FIGURE, "50 cents", "by its code"),
    ],
)
def test_what_does_not_fit_is_told_how_to_write_it(facet: Facet, typed: str, told: str) -> None:
    with pytest.raises(Unfit, match=told):
        fitting(CLAIM, (facet, 0), typed)


@pytest.mark.parametrize(
    ("facet", "after", "changed"),
    [
        (Facet.CLAIMANT, "mayor", {"claimant": "mayor"}),
        (Facet.CLAIMANT, "", {"claimant": None}),
        (Facet.VIA, "", {"via": ()}),
        (Facet.POLARITY, "denied", {"polarity": Polarity.DENIED}),
        (Facet.CERTAINTY, "possible", {"certainty": Certainty.POSSIBLE}),
        (Facet.WHEN, "", {"when": None}),
        (Facet.PLACES, "Kelm", {"places": ("Kelm",)}),
        (Facet.FIGURE, "", {"figures": ()}),
        (Facet.WHEN, "some day", {}),  # kept by an older release, say
        (Facet.FIGURE, "some people", {}),
    ],
)
def test_an_edit_lies_over_what_was_read(
    facet: Facet, after: str, changed: dict[str, Any]
) -> None:
    assert corrected(CLAIM, [an_edit(facet, after)]) == replace(CLAIM, **changed)


def test_the_newest_edit_of_a_facet_holds_and_the_others_stay() -> None:
    edits = [
        an_edit(Facet.CLAIMANT, "mayor"),
        an_edit(Facet.PLACES, "Kelm"),
        an_edit(Facet.CLAIMANT, "governor"),
    ]

    now = corrected(CLAIM, edits)

    assert (now.claimant, now.places) == ("governor", ("Kelm",))
    assert standing(CLAIM, edits)[Facet.CLAIMANT, 0] == "governor"


def test_a_figure_added_by_a_person_stands_after_those_that_were_read() -> None:
    edits = [an_edit(Facet.FIGURE, "60 to 70 rescuers", 1), an_edit(Facet.FIGURE, "", 0)]

    now = corrected(CLAIM, edits)

    assert [figure.text for figure in now.figures] == ["60 to 70"]
    assert standing(CLAIM, edits)[Facet.FIGURE, 1] == "60 to 70 rescuers"


def test_every_facet_is_written() -> None:
    assert {facet for facet, _ in written(CLAIM)} == set(Facet)
    assert written(CLAIM)[Facet.WHEN, 0] == "2026-03-03 to 2026-03-04"


def test_a_figure_without_an_end_is_written_without_it() -> None:
    assert written_figure(Figure(None, None, "count", "votes", "many", 0, 4)) == "votes"
