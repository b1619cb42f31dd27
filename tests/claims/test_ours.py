"""What our own newsroom published comes first in a reply."""

from datetime import UTC, datetime

import pytest

from bot.claims.brief import brief
from bot.claims.model import Brief, Claim, Figure, Outcome, Publication, RelationKind
from tests.making import a_claim, a_figure, a_link, a_publication

HERE = a_publication(url="https://herald.example/1", outlet="Herald")
OURS = a_publication(
    url="https://courier.example/1", outlet="Courier", published=datetime(2026, 3, 2, tzinfo=UTC)
)
OTHER = a_publication(
    url="https://cpa.example/1", outlet="CPA", published=datetime(2026, 3, 3, tzinfo=UTC)
)


def a_toll(claim: str, number: int, what: str, publication: Publication) -> Claim:
    quote = f"The ministry said {number} {what} had died in the flood."
    start = quote.index(str(number))
    figure: Figure = a_figure(
        str(number), number, number, what=what, outcome=Outcome.KILLED,
        start=start, end=start + len(str(number)),
    )  # fmt: skip
    return a_claim(claim, quote, publication=publication, figures=(figure,))


def told(ours: str) -> Brief:
    """Return the brief of an article that differs from two earlier ones."""
    links = (
        a_link(
            a_toll("C-1", 41, "people", HERE),
            a_toll("C-2", 14, "people", OTHER),
            relation=RelationKind.UPDATES,
        ),
        a_link(
            a_toll("C-3", 9, "horses", HERE),
            a_toll("C-4", 5, "horses", OURS),
            relation=RelationKind.UPDATES,
        ),
    )
    claims = tuple(link.later for link in links)
    return brief(HERE, claims, links, (), lambda publication: publication.outlet == ours)


@pytest.mark.parametrize(
    ("ours", "first"),
    [
        ("nobody", "Herald, 4 Mar 2026: "),
        ("Courier", "We published: “"),
        ("CPA", "We published: “"),
    ],
)
def test_the_first_line_says_what_we_published(ours: str, first: str) -> None:
    assert told(ours).finding.startswith(first)


def test_the_words_are_those_of_our_article_and_its_pair_comes_first() -> None:
    found = told("Courier")

    assert "5 horses" in found.finding.split("Herald")[0]
    assert "(Courier, 2 Mar 2026). Herald, 4 Mar 2026: " in found.finding
    cited = [piece.text for line in found.lines for piece in line.pieces]
    assert cited.index("C-4") < cited.index("C-2")
    theirs = [piece.text for line in told("CPA").lines for piece in line.pieces]
    assert theirs.index("C-2") < theirs.index("C-4")
