"""What each measure makes of a reader who never errs, and of one who errs in one way."""

import json

import pytest

from tests.quality.floors import CORPUS
from tests.quality.perfect import Change, Json, perfect
from tests.quality.report import MEASURES, figures_of, measured

PERFECT = {measure.name: 0 if measure.fewer_is_better else 1.0 for measure in MEASURES}

STORY = CORPUS / "arneiro-flood"


def test_who_answers_as_the_editors_did_has_full_marks() -> None:
    assert figures_of(measured([CORPUS], perfect())) == PERFECT


def _lose_every_claim(row: Json) -> None:
    row["claims"] = row["related"] = row["checks"] = []


def _shift_every_quote(row: Json) -> None:
    for claim in row["claims"]:
        claim["start"] += 1


def _name_nobody(row: Json) -> None:
    for claim in row["claims"]:
        claim["claimant"] = "Nobody"


def _forget_the_chain(row: Json) -> None:
    for claim in row["claims"]:
        claim["via"] = []


def _affirm_everything(row: Json) -> None:
    for claim in row["claims"]:
        claim["polarity"] = "affirmed"


def _be_sure(row: Json) -> None:
    for claim in row["claims"]:
        claim["certainty"] = "certain"


def _halve_figures(row: Json) -> None:
    for claim in row["claims"]:
        for figure in claim["figures"]:
            figure["low"] = figure["low"] and figure["low"] / 2


def _add_a_figure(row: Json) -> None:
    extra = {"low": 7.5, "high": 7.5, "unit": "km", "what": "", "modifier": None, "scope": None}
    for claim in row["claims"]:
        claim["figures"].append({**extra, "text": "7.5"})


def _mistake_units(row: Json) -> None:
    for claim in row["claims"]:
        for figure in claim["figures"]:
            figure["unit"] = "parsecs"


def _hedge_figures(row: Json) -> None:
    for claim in row["claims"]:
        for figure in claim["figures"]:
            figure["modifier"] = "nearly"


def _count_the_whole(row: Json) -> None:
    for claim in row["claims"]:
        for figure in claim["figures"]:
            figure["scope"] = None


def _date_everything(row: Json) -> None:
    for claim in row["claims"]:
        claim["when"] = {"start": "1999-01-01", "end": "1999-01-02"}


def _link_nothing(row: Json) -> None:
    row["related"] = []


def _hide_links(row: Json) -> None:
    for pair in row["related"]:
        pair["shown"] = False


def _tell_no_difference(row: Json) -> None:
    for pair in row["related"]:
        pair["differences"] = []


def _tell_places(row: Json) -> None:
    for pair in row["related"]:
        pair["differences"].append({"kind": "place", "from": "a", "to": "b", "text": ""})


def _swap_figures(row: Json) -> None:
    for pair in row["related"]:
        for one in pair["differences"]:
            one["from"], one["to"] = one["to"], one["from"]


def _check_nothing(row: Json) -> None:
    row["checks"] = []


def _call_every_check_a_sum(row: Json) -> None:
    for check in row["checks"]:
        check["kind"] = "sum"


def _always_answer(row: Json) -> None:
    row["reply"] = "Something earlier."


@pytest.mark.parametrize(
    ("error", "suffers"),
    [
        pytest.param(_shift_every_quote, {"quotes not verbatim"}, id="quotes"),
        pytest.param(_name_nobody, {"claimant"}, id="claimants"),
        pytest.param(_forget_the_chain, {"via F1"}, id="chain"),
        pytest.param(_affirm_everything, {"polarity"}, id="polarity"),
        pytest.param(_be_sure, {"certainty"}, id="certainty"),
        pytest.param(_halve_figures, {"figures recall", "figures precision"}, id="figures"),
        pytest.param(_add_a_figure, {"figures precision"}, id="a figure too many"),
        pytest.param(_mistake_units, {"figure unit"}, id="units"),
        pytest.param(_hedge_figures, {"figure modifier"}, id="modifiers"),
        pytest.param(_count_the_whole, {"figure scope"}, id="scopes"),
        pytest.param(_date_everything, {"when", "when given where none is meant"}, id="days"),
        pytest.param(_link_nothing, {"links recall", "shown links recall"}, id="links"),
        pytest.param(_hide_links, {"shown links recall"}, id="links that are not shown"),
        pytest.param(_tell_no_difference, {"difference kinds recall"}, id="no difference"),
        pytest.param(_tell_places, {"difference kinds precision"}, id="a difference too many"),
        pytest.param(_swap_figures, {"figure difference values"}, id="earlier and later"),
        pytest.param(_check_nothing, {"checks recall"}, id="no check"),
        pytest.param(_call_every_check_a_sum, {"checks precision"}, id="checks of one kind"),
        pytest.param(_always_answer, {"first articles answered"}, id="talk"),
        pytest.param(_lose_every_claim, {"key claims recall"}, id="nothing read"),
    ],
)
def test_an_error_costs_what_measures_it(error: Change, suffers: set[str]) -> None:
    figures = figures_of(measured([STORY], perfect(error)))

    worse = {name for name in suffers if figures[name] != PERFECT[name]}
    assert worse == suffers


def test_an_error_in_one_facet_leaves_the_others_alone() -> None:
    figures = figures_of(measured([STORY], perfect(_affirm_everything)))

    spoilt = {name for name, mark in figures.items() if mark not in (None, PERFECT[name])}
    assert spoilt == {"polarity"}


def test_a_look_alike_of_another_story_counts_as_a_wrong_link() -> None:
    [first, *_] = json.loads((CORPUS / "cross_not_links.json").read_text(encoding="utf-8"))
    later, earlier = (first[end].replace("/", "-") for end in ("later", "earlier"))

    def mix_up(row: Json) -> None:
        if any(claim["id"] == later for claim in row["claims"]):
            pair = {"claim": later, "earlier": earlier, "shown": True, "relation": "updates"}
            row["related"].append({**pair, "differences": []})

    figures = figures_of(measured([CORPUS], perfect(mix_up)))

    assert figures["wrong links across stories"] == 1


def test_a_wrong_link_inside_a_story_is_counted_once() -> None:
    answers = json.loads((STORY / "gold.json").read_text(encoding="utf-8"))
    wrong = answers["not_links"][0]
    later, earlier = (f"{STORY.name}-{wrong[end]}" for end in ("later", "earlier"))

    def mix_up(row: Json) -> None:
        if any(claim["id"] == later for claim in row["claims"]):
            pair = {"claim": later, "earlier": earlier, "shown": False, "relation": "updates"}
            row["related"].append({**pair, "differences": []})

    figures = figures_of(measured([STORY], perfect(mix_up)))

    assert (figures["wrong links"], figures["shown links precision"]) == (1, 1.0)
    assert figures["links precision"] == pytest.approx(9 / 10)
