"""What an editor would ask about one article."""

from dataclasses import replace

import pytest

from bot.claims.checks import checks
from bot.claims.checks.denials import heading
from bot.claims.model import (
    Certainty,
    CheckKind,
    Claim,
    Modifier,
    Polarity,
    Scope,
)
from bot.claims.relate import relate
from tests.claims.told import days, now, reading, then

MARCH = ("150,000", 150_000, 150_000, "marchers")
HEADINGS = [
    pytest.param(
        now("Some 2,300 people attended.", ("Some 2,300", 2_300, 2_300, "people"), by="guild"),
        now("Police put it at 1,400.", ("1,400", 1_400, 1_400, ""), by="police"),
        "Differs here", id="two counts",
    ),
    pytest.param(
        now("We start on 13 euros, who can't find a room.", ("13", 13, 13, "euros"), by="guild",
            polarity=Polarity.DENIED),
        now("The mill insists that it is 15.", ("15", 15, 15, ""), by="mill"),
        "Differs here", id="a denial of something else beside a count",
    ),
    pytest.param(
        now("The mill will close.", by="guild"),
        now("The mill will not close.", by="mill", polarity=Polarity.DENIED),
        "Denied here", id="a denial",
    ),
    pytest.param(
        now("The mill is not safe.", by="guild", polarity=Polarity.DENIED),
        now("The mill is safe.", by="mill"), "Denied here", id="the denial first",
    ),
    pytest.param(
        now("Half of the props are old.", by="guild"),
        now("The mill hit back: every prop is new.", by="mill"), "Denied here", id="hit back",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "expected"), HEADINGS)
def test_only_what_somebody_denies_is_called_denied(
    one: Claim, other: Claim, expected: str
) -> None:
    assert heading((one, other)) == expected


ROWS = [
    pytest.param(
        [now("The bridge opens on 9 March.", when=days("2026-03-09"))],
        [(CheckKind.DUE, 1)],
        id="an event to come",
    ),
    pytest.param(
        [now("The levee bridge opens on 9 March.", when=days("2026-03-09")),
         now("Ada Holm opens the levee bridge that day.", by="Ada Holm",
             when=days("2026-03-09"))],
        [(CheckKind.DUE, 2)],
        id="one event, announced twice",
    ),
    pytest.param([now("The bridge opened.", when=days("2026-03-01"))], [], id="an event past"),
    pytest.param([now("The bridge opens soon.")], [], id="a vague time is never due"),
    pytest.param(
        [now("150,000 marched.", MARCH, by="Ada Holm"),
         now("The crowd was 28,000.", ("28,000", 28_000, 28_000, "marchers"), by="police")],
        [(CheckKind.DENIED_HERE, 2)],
        id="two counts that cannot both be right",
    ),
    pytest.param(
        [now("At least 150,000 marched.", ("At least 150,000", 150_000, None, "marchers",
                                           Modifier.AT_LEAST), by="Ada Holm"),
         now("The crowd was 160,000.", ("160,000", 160_000, 160_000, "marchers"), by="police")],
        [],
        id="two counts that may both be right",
    ),
    pytest.param(
        [now("Troops retreat.", by="the Mail", id="C-1"),
         now("The army dismissed these reports.", by="army", polarity=Polarity.DENIED,
             about=("C-1",))],
        [(CheckKind.DENIED_HERE, 2)],
        id="a denial of the claim before it",
    ),
    pytest.param(
        [now("The average is 68,400 euros.", ("68,400", 68_400, 68_400, "average pay"), by="firm"),
         now("The union says it is 61,500.", ("61,500", 61_500, 61_500, ""), by="union")],
        [(CheckKind.DENIED_HERE, 2)],
        id="a number that leaves its noun to the sentence before",
    ),
    pytest.param(
        [now("Two children had seizures.", ("Two", 2, 2, "children"), by="Ada Holm"),
         now("4,800 children were enrolled there.", ("4,800", 4_800, 4_800, "children"),
             by="firm")],
        [],
        id="one noun, two matters",
    ),
    pytest.param(
        [now("The vote was moved.", by=None),
         now("Jon Rask denied that he had bought the support.", by="Jon Rask",
             polarity=Polarity.DENIED)],
        [],
        id="a denial of something else, one sentence on",
    ),
    pytest.param(
        [now("The source is likely a cooling tower, Ada Holm said.", by="Ada Holm"),
         now("Jon Rask denied that his towers were to blame.", by="Jon Rask",
             polarity=Polarity.DENIED, start=50, end=96)],
        [(CheckKind.DENIED_HERE, 2)],
        id="a denial of the very thing, one sentence on",
    ),
    pytest.param(
        [now("The state offered her a post, officials said.", by="officials"),
         now('"There was no such offer," Ada Holm says.', by="Ada Holm",
             polarity=Polarity.DENIED, start=46, end=86)],
        [(CheckKind.DENIED_HERE, 2)],
        id="no such offer",
    ),
    pytest.param(
        [now("The team has ended its count, Ada Holm said.", by="Ada Holm", names=frozenset()),
         now("Jon Rask dismissed talk of a leak.", by="Jon Rask", names=frozenset(),
             polarity=Polarity.DENIED, start=45, end=79)],
        [],
        id="talk of something else dismissed, one sentence on",
    ),
    pytest.param(
        [now("Up to 530 jobs may be lost, the guild said.",
             ("Up to 530", None, 530, "jobs", Modifier.UP_TO), by="guild",
             certainty=Certainty.POSSIBLE),
         now("The mill is sticking to its number of 410.", ("410", 410, 410, ""), by="mill")],
        [(CheckKind.DENIED_HERE, 2)],
        id="a party that stands by its number",
    ),
    pytest.param(
        [now("A report puts the crowd at 64,000.", ("64,000", 64_000, 64_000, "crowd"),
             by="report"),
         now("Jon Rask said that the 28,000 given then was wrong.",
             ("28,000", 28_000, 28_000, ""), by="Jon Rask", polarity=Polarity.DENIED)],
        [(CheckKind.DENIED_HERE, 2)],
        id="a number that was wrong",
    ),
    pytest.param(
        [now("Nobody warned us, Jon Rask said.", by="Jon Rask", polarity=Polarity.DENIED),
         now("The SRL rejects that: a letter went to every rower.", by="SRL", start=33, end=84)],
        [(CheckKind.DENIED_HERE, 2)],
        id="rejects that",
    ),
    pytest.param(
        [now("She rejected the figure of 900 given by the guild.", ("900", 900, 900, "figure"),
             by="Ada Holm", polarity=Polarity.DENIED)],
        [(CheckKind.DENIED_HERE, 1)],
        id="both sides in one sentence",
    ),
    pytest.param(
        [now("We will not raise our price, Ada Holm said.", by="Ada Holm",
             polarity=Polarity.DENIED),
         now("But a broker said that the price might rise.", by="broker", start=44, end=88)],
        [(CheckKind.DENIED_HERE, 2)],
        id="a denial, but",
    ),
    pytest.param(
        [now("The levee will hold.", by="Jon Rask"),
         now("Two engineers said that it would not.", by="engineers", polarity=Polarity.DENIED)],
        [(CheckKind.DENIED_HERE, 2)],
        id="it would not",
    ),
    pytest.param(
        [now("He accused framer Jon Rask of forging.", by="Ada Holm",
             names=frozenset({"jon rask"})),
         now("I forged nothing.", by="Jon Rask", polarity=Polarity.DENIED, start=60, end=77)],
        [(CheckKind.DENIED_HERE, 2)],
        id="the accused answers",
    ),
    pytest.param(
        [now("Ada Holm told the Associated Press that troops move.", by="Ada Holm",
             via=("Associated Press",)),
         now("The AP interview as printed did not include it.", by=None,
             names=frozenset({"ap"}), polarity=Polarity.UNCONFIRMED)],
        [(CheckKind.HOP, 2)],
        id="the source's own text lacks it",
    ),
    pytest.param(
        [now("20,000 troops could move.", ("20,000", 20_000, 20_000, "troops"),
             certainty=Certainty.POSSIBLE),
         now("It is to send 20,000 troops.", ("20,000", 20_000, 20_000, "troops"))],
        [(CheckKind.DRIFT, 2)],
        id="could, and is to",
    ),
    pytest.param(
        [now("Up to 12,000 troops left.", ("Up to 12,000", None, 12_000, "troops",
                                           Modifier.UP_TO)),
         now("Around 12,000 troops left.", ("Around 12,000", 12_000, 12_000, "troops",
                                            Modifier.ABOUT), by=None)],
        [(CheckKind.DRIFT, 2)],
        id="up to, and around",
    ),
    pytest.param(
        [now("They meet on Friday, March 12.", when=None)],
        [(CheckKind.DATE, 1)],
        id="a weekday that the date has not",
    ),
    pytest.param([now("They met on Thursday, March 12.")], [], id="a weekday that fits"),
    pytest.param(
        [now("Another 150 jobs come to the 950 jobs, 1,200 jobs in all.",
             ("150", 150, 150, "jobs", Scope.ADDITIONAL), ("950", 950, 950, "jobs"),
             ("1,200", 1200, 1200, "jobs", Scope.TOTAL))],
        [(CheckKind.SUM, 1)],
        id="a sum that does not fit",
    ),
    pytest.param(
        [now("Another 150 jobs come to the 950 jobs, 1,100 jobs in all.",
             ("150", 150, 150, "jobs", Scope.ADDITIONAL), ("950", 950, 950, "jobs"),
             ("1,100", 1100, 1100, "jobs", Scope.TOTAL))],
        [],
        id="a sum that fits",
    ),
    pytest.param(
        [now("In 12 of the 10 wells.", ("12", 12, 12, "wells", Scope.SUBSET),
             ("10", 10, 10, "wells", Scope.TOTAL))],
        [(CheckKind.SUM, 1)],
        id="a part above its whole",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("claims", "expected"), ROWS)
def test_one_article_is_checked(
    claims: list[Claim], expected: list[tuple[CheckKind, int]]
) -> None:
    found = checks(reading(*claims), (), ())
    assert [(c.kind, len(c.claims)) for c in found] == expected


def test_an_undated_article_announces_nothing() -> None:
    claim = now("The bridge opens on 9 March.", when=days("2026-03-09"))
    undated = replace(claim, publication=replace(claim.publication, published=None))
    assert checks(reading(undated), (), ()) == ()


def test_a_headline_firmer_than_the_text_is_drift() -> None:
    body = now("400 troops could go.", ("400", 400, 400, "troops"), certainty=Certainty.POSSIBLE)
    title = now("Army sends 400 troops", ("400", 400, 400, "troops"), by=None)
    (check,) = checks(reading(body, title=title), (), ())
    assert (check.kind, check.claims) == (CheckKind.DRIFT, (body, title))


def test_a_beginning_before_the_first_report_of_it_does_not_fit() -> None:
    first = then("This would mark the first deployment of troops on the Sorrel.", by=None,
                 certainty=Certainty.POSSIBLE)  # fmt: skip
    since = now("Since May 2024 troops have been deployed on the Sorrel.", by=None,
                when=days("2024-05-01", "2026-03-05"))  # fmt: skip
    (check,) = checks(reading(since), (first,), ())
    assert (check.kind, check.claims) == (CheckKind.DATE, (since, first))


def test_a_beginning_before_what_would_be_the_first_time_does_not_fit() -> None:
    first = then("If confirmed, it would be the first time troops were deployed on the Sorrel.",
                 by=None)  # fmt: skip
    since = now("Since May 2024 troops have been deployed on the Sorrel.", by=None,
                when=days("2024-05-01", "2026-03-05"))  # fmt: skip
    (check,) = checks(reading(since), (first,), ())
    assert check.kind is CheckKind.DATE


def test_a_total_is_held_against_the_earlier_one_and_what_was_added() -> None:
    base = then("600 soldiers will go.", ("600", 600, 600, "soldiers", Scope.TOTAL))
    total = now("400 more soldiers make it 1,100 soldiers.",
                ("400", 400, 400, "soldiers", Scope.ADDITIONAL),
                ("1,100", 1100, 1100, "soldiers", Scope.TOTAL))  # fmt: skip
    read = reading(total)
    (check,) = checks(read, (base,), relate(read, (base,)))
    assert (check.kind, check.claims) == (CheckKind.SUM, (total, base))
    assert "“600”" in check.line
