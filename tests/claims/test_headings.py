"""What a line of figures is headed by, and how a claimant stands in a sentence."""

import pytest

from bot.claims.brief.headings import thing_of
from bot.claims.brief.pieces import bodily
from bot.claims.brief.points import Point, Rank
from bot.claims.measure import pairs
from bot.claims.model import Claim, Outcome, RelationKind
from tests.claims.told import now, then
from tests.making import a_link

ROWS = [
    pytest.param(
        then("14 people died.", ("14", 14, 14, "people killed", Outcome.KILLED)),
        now("41 people died.", ("41", 41, 41, "people killed", Outcome.KILLED)),
        "killed",
        id="what became of them",
    ),
    pytest.param(
        then("Support stood at 39 % of voters.", ("39 %", 39, 39, "voters", "percent")),
        now("Support has slipped to 33 % of voters.", ("33 %", 33, 33, "voters", "percent")),
        "support",
        id="not the base of a percentage",
    ),
    pytest.param(
        then("The vaccine cuts severe cases by 71 %.", ("71 %", 71, 71, "cut", "percent")),
        now("The vaccine cuts severe cases by 64 %.", ("64 %", 64, 64, "cut", "percent")),
        "severe cases",
        id="what is cut",
    ),
    pytest.param(
        then("Rations were cut by 30 %.", ("30 %", 30, 30, "cut", "percent")),
        now("Rations will now be cut by 45 %.", ("45 %", 45, 45, "cut", "percent")),
        "rations",
        id="what will be cut",
    ),
    pytest.param(
        then("About 1,800 rowers came.", ("About 1,800", 1800, 1800, "rowers")),
        now("The number is 11,400, up from 1,800.", ("11,400", 11_400, 11_400, "number"),
            ("1,800", 1800, 1800, "number")),
        "rowers",
        id="the other side's word where ours says nothing",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("earlier", "later", "heading"), ROWS)
def test_a_line_is_headed_by_a_thing(earlier: Claim, later: Claim, heading: str) -> None:
    link = a_link(later, earlier, relation=RelationKind.UPDATES)
    point = Point(Rank.FIGURES, later, link, pair=pairs(later, earlier)[0])
    assert thing_of(point) == heading


@pytest.mark.parametrize(
    ("claimant", "told"),
    [
        ("airport", "the airport"),
        ("former monitor", "a former monitor"),
        ("internal memo", "an internal memo"),
        ("police officers", "police officers"),
        ("governor's office", "the governor's office"),
        ("Ada Holm", "Ada Holm"),
        ("first full account", "the first full account"),
        ("", ""),
    ],
)
def test_a_claimant_has_the_article_that_a_sentence_needs(claimant: str, told: str) -> None:
    assert bodily(claimant) == told
