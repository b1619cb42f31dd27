"""Which sentences take something back, which are copies, and how a new version is told."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.claims.brief import brief, plain
from bot.claims.copies import is_copy
from bot.claims.corrections import corrects_itself, withdraws
from bot.claims.model import Claim, Outcome, RelationKind
from bot.claims.relate import relate
from tests.claims.told import FIRST, SECOND, now, reading, then
from tests.making import a_link, a_publication

DEAD = Outcome.KILLED


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        pytest.param("An earlier version of this article gave 29.", True, id="an earlier version"),
        pytest.param("This story has been corrected.", True, id="has been corrected"),
        pytest.param("Correction: The mill is in Varno.", True, id="under its own word"),
        pytest.param("An earlier version of the boat sank.", False, id="a version of something"),
    ],
)
def test_an_article_corrects_itself(quote: str, *, expected: bool) -> None:
    assert corrects_itself(now(quote, by=None)) is expected


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        pytest.param(now("The ministry withdrew its estimate of 900."), True, id="withdrew it"),
        pytest.param(now("Its estimate of 900 no longer stands."), True, id="no longer stands"),
        pytest.param(now("The ministry withdrew 900 boats."), False, id="withdrew something else"),
        pytest.param(now("A guild withdrew its estimate.", by="guild"), False, id="another body"),
    ],
)
def test_a_claimant_takes_its_claim_back(later: Claim, *, expected: bool) -> None:
    assert withdraws(later, then("The ministry counts 900 boats.")) is expected


def test_a_withdrawal_is_told_first() -> None:
    count = ("900", 900, 900, "boats wrecked")
    earlier = then("The ministry counts 900 boats wrecked.", count)
    later = now("The ministry withdrew its count of 900 boats wrecked.", count)
    (link,) = relate(reading(later), [earlier])
    told = plain(brief(SECOND, (later,), (link,), ())) or ""
    assert link.relation is RelationKind.WITHDRAWS
    assert "takes a claim back" in told
    assert "Withdrawn. The ministry: “" in told


def test_a_correction_is_told_whole_beside_something_on_record() -> None:
    count = ("900", 900, 900, "boats wrecked")
    earlier, later = then("The ministry counts 900 boats.", count), now("It was 900 boats.", count)
    link = a_link(later, earlier, shown=False)
    claim = now("An earlier version of this article said that 29 people had died.",
                ("29", 29, 29, "people killed", DEAD), by=None)  # fmt: skip
    assert plain(brief(SECOND, (claim,), (), ())) is None
    told = plain(brief(SECOND, (claim, later), (link,), ())) or ""
    assert "it corrects an earlier version" in told.splitlines()[0]
    assert f"Corrected. “{claim.quote.rstrip('.')}” [{claim.id}]." in told


def printed(outlet: str, number: int, *, words: str = "at noon on the weir") -> Claim:
    there = a_publication(url=f"https://{outlet}.example/1", outlet=outlet,
                          published=datetime(2026, 3, 4, 9, tzinfo=UTC))  # fmt: skip
    quote = f"The flood killed {number} people {words}, the ministry said."
    dead = (str(number), number, number, "people killed", DEAD)
    return replace(then(quote, dead, id=f"C-{outlet}{number}"), publication=there)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(printed("mail", 14), True, id="another outlet, the same words"),
        pytest.param(printed("mail", 15), False, id="one changed number"),
        pytest.param(printed("mail", 14, words="near a mill in Varno"), False, id="other words"),
        pytest.param(printed("courier", 14), False, id="the same page"),
    ],
)
def test_a_copy_has_another_address_and_the_same_words(other: Claim, *, expected: bool) -> None:
    assert is_copy(other, printed("courier", 14)) is expected


@pytest.mark.parametrize(
    ("papers", "told_of"),
    [
        pytest.param(3, "3 articles", id="a few"),
        pytest.param(60, "10 or more articles", id="a wire's, in sixty papers"),
    ],
)
def test_copies_are_told_as_one_origin(papers: int, told_of: str) -> None:
    wire = [printed(f"paper{number}", 14) for number in range(papers)]
    later = now("The flood killed 41 people, the ministry said.",
                ("41", 41, 41, "people killed", DEAD))  # fmt: skip
    links = relate(reading(later), wire)
    told = plain(brief(SECOND, (later,), links, ())) or ""
    assert sum(k.shown for k in links) == 1
    assert told.count("•") == 1
    assert f"; {told_of}, 1 origin" in told
    assert len(links) < 10 + papers / 4


def test_a_new_version_tells_what_changed_in_it() -> None:
    page = replace(FIRST, url=SECOND.url, outlet=SECOND.outlet)
    before = replace(then("The flood killed 14 people.", ("14", 14, 14, "people killed", DEAD),
                          by=None), publication=page)  # fmt: skip
    after = now("The flood killed 41 people.", ("41", 41, 41, "people killed", DEAD), by=None)
    links = relate(reading(after), [before])
    told = plain(brief(SECOND, (after,), links, ())) or ""
    assert [k.relation for k in links] == [RelationKind.UPDATES]
    assert "Earlier: another version of it" in told
    assert "• Another version: “The flood killed 14 people”" in told
