"""What is found in an article: which sentences, whose, and how they are put."""

from datetime import date

import pytest

from bot.claims.find import find
from bot.claims.model import Article, Certainty, Origin, Polarity, Publication
from tests.claims.reading import (
    TUESDAY,
    claims_of,
    last_claim,
    only_claim,
    parser,
    reading_of,
)

ARTICLE = """VARNO, March 3 (NPA) - At least 14 people have died, the rescue service said.

“We have no power,” Varno mayor Lena Orsk told Radio Delta. “The bridge will open on Friday.”

A boy sat on a wall and watched the ducks.

Read more: how to give.

The agency has yet to confirm the leak."""


def test_every_quote_is_the_article_s_own_text() -> None:
    reading = reading_of(ARTICLE)

    assert reading.claims
    assert all(ARTICLE[c.start : c.end] == c.quote for c in reading.claims)


def test_scene_and_furniture_are_no_claims() -> None:
    quotes = " ".join(c.quote for c in claims_of(ARTICLE))

    assert "ducks" not in quotes
    assert "Read more" not in quotes


def test_the_title_is_read_but_is_no_claim_of_its_own() -> None:
    reading = reading_of(ARTICLE, title="Floods kill 14 in Varno")

    assert reading.title is not None
    assert [f.low for f in reading.title.figures] == [14]
    assert reading.title.id not in {c.id for c in reading.claims}


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        pytest.param(
            "The Vale Rescue Service (VRS) said on Tuesday that 14 people had died.",
            "Vale Rescue Service",
            id="before the content",
        ),
        pytest.param(
            "Some 14 people died, the rescue service said.", "rescue service", id="after"
        ),
        pytest.param(
            '"We lost 40 homes," said Lena Orsk, the mayor.', "Lena Orsk", id="verb before speaker"
        ),
        pytest.param(
            "According to the Vale Rescue Service, 40 homes burned.",
            "Vale Rescue Service",
            id="according to",
        ),
        pytest.param(
            "Forty homes burned, a leaked report shows.", "leaked report", id="a document"
        ),
        pytest.param("Two officials said 40 homes had burned.", "officials", id="nobody named"),
        pytest.param("Forty homes burned on Tuesday.", None, id="the article itself"),
        pytest.param(
            "A spokesman for Vale Power said 40 homes had burned.", "Vale Power", id="a spokesman"
        ),
        pytest.param(
            "The government promised 40 homes, the Delta Post reported, citing a minister.",
            "minister",
            id="whoever is cited stands behind the medium",
        ),
        pytest.param(
            "Media such as the Delta Post reported that 40 homes had burned.",
            "Delta Post",
            id="the example given",
        ),
        pytest.param("Forty homes burned, of the 60 that Varno promised.", None, id="side clause"),
        pytest.param(
            "This comes a week after Lena Orsk disclosed that 40 homes had burned.",
            "Lena Orsk",
            id="a frame around what was said before",
        ),
    ],
)
def test_who_claims_it(text: str, claimant: str | None) -> None:
    assert only_claim(text).claimant == claimant


@pytest.mark.parametrize(
    ("text", "claimant"),
    [
        pytest.param(
            "Mayor Lena Orsk said 14 people had died. She said 40 homes had burned.",
            "Lena Orsk",
            id="pronoun",
        ),
        pytest.param(
            "Lena Orsk, the mayor, said 14 people had died. Orsk said 40 homes had burned.",
            "Lena Orsk",
            id="surname",
        ),
        pytest.param(
            "The Vale Rescue Service (VRS) said 14 had died. The VRS counts 40 homes burned.",
            "Vale Rescue Service",
            id="acronym from its brackets",
        ),
        pytest.param(
            "The Vale Rescue Service said 14 had died. The service counted 40 homes burned.",
            "Vale Rescue Service",
            id="short for a body",
        ),
        pytest.param(
            '"We lost 40 homes," said Lena Orsk, the mayor. "Nine people are missing."',
            "Lena Orsk",
            id="a quotation without a cue goes on",
        ),
        pytest.param(
            "Mayor Lena Orsk has not slept. She said 40 homes had burned.",
            "Lena Orsk",
            id="whom the sentence before was about",
        ),
    ],
)
def test_who_is_meant_is_remembered(text: str, claimant: str) -> None:
    assert last_claim(text).claimant == claimant


@pytest.mark.parametrize(
    ("text", "via"),
    [
        pytest.param("Lena Orsk told the Delta Post 40 homes burned.", ("Delta Post",), id="told"),
        pytest.param(
            "Lena Orsk told the radio station Vala that 40 homes burned.",
            ("Vala",),
            id="described",
        ),
        pytest.param(
            "Forty homes burned, Lena Orsk said in a note posted on Telegram.",
            ("Telegram",),
            id="a platform",
        ),
        pytest.param(
            "Forty homes burned, Lena Orsk said in an interview by the Delta Post.",
            ("Delta Post",),
            id="an interview by",
        ),
        pytest.param("Lena Orsk told the Vale Courier 40 homes burned.", (), id="its own outlet"),
        pytest.param("Lena Orsk told the council that 40 homes burned.", (), id="no medium"),
    ],
)
def test_through_which_media_it_came(text: str, via: tuple[str, ...]) -> None:
    assert only_claim(text).via == via


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The ministry said 40 homes had burned.", Certainty.CERTAIN),
        ("The ministry said the bridge will open on Friday.", Certainty.CERTAIN),
        ("The ministry said 40 homes are likely to burn.", Certainty.PROBABLE),
        ("The ministry expects 40 homes to burn.", Certainty.PROBABLE),
        ("Forty homes have reportedly burned.", Certainty.PROBABLE),
        ("The ministry said 40 homes could burn.", Certainty.POSSIBLE),
        ("As many as 40 homes were hit, the ministry said.", Certainty.POSSIBLE),
        ("The ministry said 40 homes burned in May.", Certainty.CERTAIN),
    ],
)
def test_how_strongly_it_is_put(text: str, certainty: Certainty) -> None:
    assert only_claim(text).certainty is certainty


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The ministry said 40 homes had burned.", Polarity.AFFIRMED),
        ("The ministry denied that 40 homes had burned.", Polarity.DENIED),
        ("No homes have burned, the ministry said.", Polarity.DENIED),
        ("The ministry rejected the figure of 40 homes.", Polarity.DENIED),
        ("The fair planned for Friday did not go ahead.", Polarity.DENIED),
        ("No fewer than 40 homes burned, the ministry said.", Polarity.AFFIRMED),
        ("The ministry has yet to confirm that 40 homes burned.", Polarity.UNCONFIRMED),
        ("The loss of 40 homes could not be independently verified.", Polarity.UNCONFIRMED),
        ("The ministry would not say whether homes had burned.", Polarity.UNCONFIRMED),
        ("The ministry did not release evidence of the fire.", Polarity.UNCONFIRMED),
    ],
)
def test_affirmed_denied_or_left_open(text: str, polarity: Polarity) -> None:
    assert only_claim(text).polarity is polarity


def test_facets_come_together() -> None:
    claim = only_claim("At least 14 people died in Varno on Monday, the rescue service said.")

    assert claim.when is not None
    assert (claim.when.start, claim.when.end) == (date(2026, 3, 2), date(2026, 3, 2))
    assert [f.low for f in claim.figures] == [14]
    assert claim.places == ("Varno",)
    assert claim.cue == "said"


def test_a_denial_of_these_reports_points_to_the_claim_before() -> None:
    first, second = claims_of(
        "The Delta Post reported that 40 homes had burned. The mayor dismissed these reports."
    )

    assert second.about == (first.id,)


def test_a_denial_with_a_content_of_its_own_points_nowhere() -> None:
    claims = claims_of("The fair has been moved to June 9. Orsk denied that she bought votes.")

    assert [c.about for c in claims] == [(), ()]


def test_a_condition_is_marked() -> None:
    claim = only_claim("If the report proves right, 40 homes would have burned.")

    assert claim.conditional


def test_words_that_a_person_typed_are_claims_as_they_stand() -> None:
    tip = Publication("", "", "", TUESDAY, "typed", Origin.TYPED)

    reading = find(Article(tip, "ministry now says 41 dead"), parser(), iter(["C-1"]))

    assert [c.quote for c in reading.claims] == ["ministry now says 41 dead"]


def test_an_article_without_prose_has_no_claims() -> None:
    assert claims_of("Contents\n\nNews\n\nWeather") == ()
