"""Whose dead and which part of them: figures of unlike people are never set side by side."""

from dataclasses import replace

import pytest

from bot.claims.measure import Fit, pairs
from bot.claims.model import Claim, Outcome, Scope
from tests.claims.told import now, then

KILLED, INJURED = Outcome.KILLED, Outcome.INJURED


def row(text: str, number: float, what: str, *facets: object) -> tuple[object, ...]:
    """Return a figure of one number."""
    return (text, number, number, what, *facets)


OTHERS = [
    pytest.param(
        then("Three Morvian border police were killed.",
             row("Three", 3, "Morvian border police killed", KILLED)),
        now("Some 28 Lethanian marines were killed.",
            row("28", 28, "Lethanian marines killed", KILLED)),
        id="the dead of one army, the dead of the other",
    ),
    pytest.param(
        then("Nine villagers were killed.", row("Nine", 9, "villagers killed", KILLED)),
        now("Thirty conscripts were killed.", row("Thirty", 30, "conscripts killed", KILLED)),
        id="villagers and conscripts",
    ),
    pytest.param(
        then("Farmers killed number six.", row("six", 6, "farmers killed", KILLED)),
        now("Morvia acknowledged eleven dead.", row("eleven", 11, "people dead", KILLED),
            by="Morvia"),
        id="farmers, and what an army says of its own dead",
    ),
    pytest.param(
        then("The flood drowned 140 people.", row("140", 140, "people killed", KILLED)),
        now("Two toddlers died.", row("Two", 2, "toddlers killed", KILLED)),
        id="a great toll, and two of a group",
    ),
    pytest.param(
        then("Six people were killed.", row("Six", 6, "people killed", KILLED)),
        now("Kin of the dead met; 170 people attended a Mass.", row("170", 170, "people")),
        id="the dead, and those who pray for them",
    ),
    pytest.param(
        then("The toll rose to 19 after four sailors died in hospital.",
             row("19", 19, "people killed", KILLED, Scope.TOTAL),
             row("four", 4, "sailors killed", KILLED, Scope.TOTAL)),
        now("The eight sailors killed outright were from Varno.",
            row("eight", 8, "sailors killed", KILLED, Scope.TOTAL)),
        id="those killed outright are a part",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("earlier", "later"), OTHERS)
def test_the_dead_of_others_are_not_set_side_by_side(earlier: Claim, later: Claim) -> None:
    assert not any(pair.changed for pair in pairs(later, earlier))


ALIKE = [
    pytest.param(
        then("Nine of its sailors had been killed and 20 wounded.",
             row("Nine", 9, "sailors killed", KILLED, Scope.SUBSET),
             row("20", 20, "sailors wounded", INJURED, Scope.TOTAL)),
        now("Morvia says 16 of its sailors have died, seven of them in hospital.",
            row("16", 16, "sailors killed", KILLED, Scope.SUBSET),
            row("seven", 7, "sailors", Scope.SUBSET), by="Morvia"),
        ("Nine", "16"),
        id="of its own sailors, so many and so many",
    ),
    pytest.param(
        then("The toll rose to 19 after four sailors died in hospital.",
             row("19", 19, "people killed", KILLED, Scope.TOTAL),
             row("four", 4, "sailors killed", KILLED, Scope.TOTAL)),
        now("Twenty-four people died: the 16 sailors killed outright and eight passengers.",
            row("Twenty-four", 24, "people killed", KILLED, Scope.TOTAL),
            row("16", 16, "sailors killed", KILLED, Scope.TOTAL),
            row("eight", 8, "passengers killed", KILLED, Scope.TOTAL)),
        ("19", "Twenty-four"),
        id="total with total, whatever parts they have",
    ),
    pytest.param(
        then("It puts its own losses at five border police.", row("five", 5, "border police"),
             by="Morvia"),
        now("Morvia has admitted ten dead.", row("ten", 10, "people dead", KILLED), by="Morvia"),
        ("five", "ten"),
        id="an army's losses are its dead",
    ),
    pytest.param(
        then("Two marines were killed.", row("Two", 2, "marines killed", KILLED)),
        now("Five Lethanian marines were killed.",
            row("Five", 5, "Lethanian marines killed", KILLED)),
        ("Two", "Five"),
        id="a side that only one names",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("earlier", "later", "met"), ALIKE)
def test_the_same_people_are_counted_again(
    earlier: Claim, later: Claim, met: tuple[str, str]
) -> None:
    assert [
        (p.earlier.text, p.later.text) for p in pairs(later, earlier) if p.fit is Fit.LIKE
    ] == [met]


RATES = [
    ("Inflation was 4.4 per cent.", "inflation", "Core inflation was 3.1 per cent.",
     "Core inflation"),
    ("Unemployment was 6.4 per cent.", "unemployment", "Youth unemployment was 23 per cent.",
     "Youth unemployment"),
    ("Prices rose by 4.4 per cent.", "prices", "Producer prices rose by 2 per cent.",
     "Producer prices"),
    ("Inflation was 4.4 per cent.", "inflation", "Food inflation was 8 per cent.",
     "Food inflation"),
    ("Inflation was 4.4 per cent in May.", "inflation", "Inflation averaged 3 per cent.",
     "inflation"),
    ("The margin was 12 per cent.", "gross margin", "The margin was 7 per cent.", "net margin"),
    ("Rents rose by 6 per cent.", "rents", "Real rents rose by 2 per cent.", "Real rents"),
    ("Wages rose by 5 per cent.", "wages", "Hourly wages rose by 3 per cent.", "Hourly wages"),
    ("Growth was 2 per cent.", "growth", "Underlying growth was 1 per cent.",
     "Underlying growth"),
    ("The rate was 5 per cent.", "overnight rate", "The rate was 4 per cent.", "long-term rate"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "what", "then_said", "of_what"), RATES, ids=lambda x: x)
def test_a_rate_is_not_set_against_another_one_of_the_same_noun(
    said: str, what: str, then_said: str, of_what: str
) -> None:
    number, other = (s.split(" per cent")[0].split()[-1] for s in (said, then_said))
    earlier = then(said, (f"{number} per cent", float(number), float(number), what))
    later = now(then_said, (f"{other} per cent", float(other), float(other), of_what))
    assert not pairs(_percent(later), _percent(earlier))


def _percent(claim: Claim) -> Claim:
    return replace(claim, figures=tuple(replace(f, unit="percent") for f in claim.figures))
