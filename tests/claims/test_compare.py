"""What differs between two claims, in which words, and what the later does to the earlier."""

import pytest

from bot.claims.compare import compare
from bot.claims.model import Certainty, Claim, Modifier, Outcome, Polarity, RelationKind, Scope
from tests.claims.told import days, now, then

DEAD = Outcome.KILLED
ROWS = [
    pytest.param(
        then("At least 14 people died.", ("At least 14", 14, None, "people killed", DEAD,
                                          Modifier.AT_LEAST)),
        now("41 people died.", ("41", 41, 41, "people killed", DEAD)),
        RelationKind.UPDATES,
        ["Figure: At least 14, now 41; the two may agree."],
        id="guard 8: an open toll that rises is an update",
    ),
    pytest.param(
        then("14 people died.", ("14", 14, 14, "people killed", DEAD)),
        now("41 people died.", ("41", 41, 41, "people killed", DEAD), by="Mayor Ada Holm"),
        RelationKind.UPDATES,
        ["Figure: 14, now 41 (up 193 %).", "Claimant: ministry, now Mayor Ada Holm."],
        id="guard 8: a toll rises whoever counts",
    ),
    pytest.param(
        then("The crowd was 28,000.", ("28,000", 28_000, 28_000, "marchers"), by="police"),
        now("The crowd was 150,000.", ("150,000", 150_000, 150_000, "marchers"), by="Ada Holm"),
        RelationKind.CONFLICTS,
        ["Figure: 28,000, now 150,000 (up 436 %).", "Claimant: police, now Ada Holm."],
        id="two counts that cannot both be right",
    ),
    pytest.param(
        then("Around 12,000 troops left.", ("Around 12,000", 12_000, 12_000, "troops",
                                            Modifier.ABOUT)),
        now("Around 11,000 troops left.", ("Around 11,000", 11_000, 11_000, "troops",
                                           Modifier.ABOUT), by=None),
        RelationKind.UPDATES,
        ["Figure: Around 12,000, now Around 11,000; the two may agree.",
         "Claimant: ministry, now nobody named."],
        id="guard 7: no percentage between rough figures",
    ),
    pytest.param(
        then("12,000 troops left.", ("12,000", 12_000, 12_000, "troops", Scope.TOTAL)),
        now("400 more troops leave.", ("400", 400, 400, "troops", Scope.ADDITIONAL)),
        RelationKind.ADDS_TO,
        ["Figures: 12,000; 400.",
         "Not like for like: 12,000; 400 is additional to what is there."],
        id="guard 3: unlike is said as unlike",
    ),
    pytest.param(
        then("Growth will be 1.6 %.", ("1.6 %", 1.6, 1.6, "growth", "percent")),
        now("Growth will be 1.9 %.", ("1.9 %", 1.9, 1.9, "growth", "percent")),
        RelationKind.UPDATES,
        ["Figure: 1.6 %, now 1.9 % (up 0.3 points)."],
        id="guard 6: percentages change in points",
    ),
    pytest.param(
        then("12,000 troops left.", ("12,000", 12_000, 12_000, "troops")),
        now("If so, 30,000 troops are there.", ("30,000", 30_000, 30_000, "troops"),
            conditional=True, certainty=Certainty.POSSIBLE),
        RelationKind.UPDATES,
        ["Certainty lowered: certain, now possible."],
        id="guard 9: a conditional never conflicts",
    ),
    pytest.param(
        then("The dam cracked.", by=None),
        now("The dam is not cracked.", polarity=Polarity.DENIED),
        RelationKind.DENIES,
        ["Affirmed before, denied now.", "Claimant: nobody named, now ministry."],
        id="a denial",
    ),
    pytest.param(
        then("The dam is not cracked.", polarity=Polarity.DENIED),
        now("The dam cracked."),
        RelationKind.CONFLICTS,
        ["Denied before, affirmed now."],
        id="the same claimant reverses itself",
    ),
    pytest.param(
        then("The dam cracked."),
        now("The ministry has not addressed the dam.", by=None, polarity=Polarity.UNCONFIRMED),
        RelationKind.DOES_NOT_CONFIRM,
        ["Affirmed before, not confirmed now.", "Claimant: ministry, now nobody named."],
        id="guard 11: no word on it is no denial",
    ),
    pytest.param(
        then("The ship could arrive at the weekend."),
        now("The ministry did not specify an hour for the ship.", polarity=Polarity.DENIED),
        RelationKind.REPEATS,
        [],
        id="guard 11: not to specify is not to deny",
    ),
    pytest.param(
        then("No case was confirmed.", polarity=Polarity.UNCONFIRMED),
        now("Tests confirmed the disease."),
        RelationKind.CONFIRMS,
        ["Not confirmed before, affirmed now."],
        id="confirmed at last",
    ),
    pytest.param(
        then("The ship will land in Bergen.", when=days("2026-03-16"), places=("Bergen",)),
        now("The ship landed in Oslo.", when=days("2026-03-18"), places=("Oslo",)),
        RelationKind.UPDATES,
        ["Time: 16 Mar 2026, now 18 Mar 2026.", "Place: Bergen, now Oslo."],
        id="another day, another town",
    ),
    pytest.param(
        then("The ship lands in Bergen.", places=("Bergen",)),
        now("The ship lands in Norway.", places=("Norway",)),
        RelationKind.REPEATS,
        [],
        id="a town may lie in the country",
    ),
    pytest.param(
        then("600 troops will leave.", ("600", 600, 600, "troops"), by="officials",
             via=("Delta Wire",)),
        now("600 troops will leave.", ("600", 600, 600, "troops"), by="Minister Ada Holm"),
        RelationKind.REPEATS,
        ["Claimant: officials, now Minister Ada Holm.",
         "Chain: Delta Wire, now nobody between."],
        id="guard 13: the same figure in the same words is one source",
    ),
    pytest.param(
        then("Roughly 600 troops are to leave the country.", ("600", 600, 600, "troops"),
             by="Coastal Intelligence"),
        now("He put the troops at 600.", ("600", 600, 600, "troops"), by="Ada Holm",
            via=("Coastal Intelligence",)),
        RelationKind.SAME_ORIGIN,
        ["Claimant: Coastal Intelligence, now Ada Holm.",
         "Chain: nobody between, now Coastal Intelligence."],
        id="guard 14: both lean on one source",
    ),
    pytest.param(
        then("Roughly 600 troops are to leave the country.", ("600", 600, 600, "troops")),
        now("The troops number 600.", ("600", 600, 600, "troops"), by="Ada Holm"),
        RelationKind.CORROBORATES,
        ["Claimant: ministry, now Ada Holm."],
        id="a second source",
    ),
    pytest.param(
        then("About 600 jobs may go.", ("About 600", 600, 600, "jobs", Modifier.ABOUT)),
        now("We withdraw our 900 jobs.", ("900", 900, 900, "jobs"), cue="withdraw"),
        RelationKind.WITHDRAWS,
        ["Figure: About 600, now 900."],
        id="taken back",
    ),
    pytest.param(
        then("Growth will be 2 %.", ("2 %", 2, 2, "growth", "percent"), by="finance ministry"),
        now("Finance minister Ada Holm expected growth of 3 %.",
            ("3 %", 3, 3, "growth", "percent"), by="Ada Holm"),
        RelationKind.UPDATES,
        ["Figure: 2 %, now 3 % (up 1 point)."],
        id="a minister speaks for the ministry",
    ),
    pytest.param(
        then("The health ministry could not yet confirm the leak.", by="health ministry",
             polarity=Polarity.UNCONFIRMED),
        now("There was a leak, Health Minister Ada Holm told jurors.", by="Ada Holm"),
        RelationKind.CONFIRMS,
        ["Not confirmed before, affirmed now.", "Claimant: health ministry, now Ada Holm."],
        id="a ministry kept silent, its minister did not",
    ),
    pytest.param(
        then("The mill will employ 600.", ("600", 600, 600, "jobs"), by="Orsk Mills"),
        now("It will employ 720.", ("720", 720, 720, "jobs"), by="company"),
        RelationKind.CONFLICTS,
        ["Figure: 600, now 720 (up 20 %)."],
        id="the company is no other claimant",
    ),
    pytest.param(
        then("The bank cut its forecast of growth to 2 %.", ("2 %", 2, 2, "growth", "percent")),
        now("Growth will probably be 1.5 %.", ("1.5 %", 1.5, 1.5, "growth", "percent"),
            certainty=Certainty.PROBABLE),
        RelationKind.UPDATES,
        ["Figure: 2 %, now 1.5 % (down 0.5 points)."],
        id="forecasts are guesses, however they are put",
    ),
    pytest.param(
        then("Nine people died.", ("Nine", 9, 9, "people killed", Outcome.KILLED)),
        now("121 people died.", ("121", 121, 121, "people killed", Outcome.KILLED)),
        RelationKind.UPDATES,
        ["Figure: Nine, now 121."],
        id="no percentage of a manifold",
    ),
    pytest.param(
        then("31 flights were cancelled.", ("31", 31, 31, "flights cancelled", Scope.TOTAL)),
        now("58 flights were cancelled, 27 more.",
            ("58", 58, 58, "flights cancelled", Scope.TOTAL),
            ("27", 27, 27, "flights cancelled", Scope.ADDITIONAL)),
        RelationKind.UPDATES,
        ["Figure: 31, now 58 (up 87 %)."],
        id="a new total with its rise needs no second line",
    ),
    pytest.param(
        then("About 1,800 rowers came.", ("About 1,800", 1800, 1800, "rowers", Modifier.ABOUT)),
        now("The number is 11,400, up from the 1,800 of March.",
            ("11,400", 11_400, 11_400, "number"), ("1,800", 1800, 1800, "number")),
        RelationKind.UPDATES,
        ["Figure: About 1,800, now 11,400."],
        id="up from what was",
    ),
    pytest.param(
        then("The debt will reach A$15 bn.", ("A$15 bn", 15e9, 15e9, "debt", "AUD")),
        now("The debt will be $12 bn.", ("$12 bn", 12e9, 12e9, "debt", "USD")),
        RelationKind.UPDATES,
        ["Figure: A$15 bn, now $12 bn (down 20 %)."],
        id="a bare dollar is that of the story",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("earlier", "later", "relation", "lines"), ROWS)
def test_facets_decide_what_differs(
    earlier: Claim, later: Claim, relation: RelationKind, lines: list[str]
) -> None:
    found, differences = compare(later, earlier)
    assert [d.line for d in differences] == lines
    assert found is relation


def test_before_and_after_are_as_printed() -> None:
    earlier = then("At least 74 died.", ("At least 74", 74, None, "people killed", DEAD))
    later = now("96 people died.", ("96", 96, 96, "people killed", DEAD))
    (difference,) = compare(later, earlier)[1]
    assert (difference.before, difference.after) == ("At least 74", "96")
