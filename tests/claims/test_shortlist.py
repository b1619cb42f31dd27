"""How many pairs are weighed when both sides have very many claims, and that the nearest stay."""

from collections.abc import Callable
from time import process_time

import pytest

from bot.claims.model import Claim, Outcome
from bot.claims.relate import relate
from bot.claims.shortlist import FEWEST, PAIRS, Shortlist
from bot.claims.sides import Known, by_article, known
from tests.claims.told import NAMES, now, reading, then

THINGS = ("mill", "ferry", "levee", "harvest", "school", "bridge", "cellar", "garden", "orchard")


def alike(told: Callable[..., Claim], many: int) -> tuple[Claim, ...]:
    """Return claims that differ in one number and a word or two, each its own sentence."""
    return tuple(_one(told, at) for at in range(many))


def _one(told: Callable[..., Claim], at: int) -> Claim:
    thing, other = THINGS[at % len(THINGS)], THINGS[at // 9 % len(THINGS)]
    quote = f"{at + 13} people died in the {thing} of the {other}."
    dead = (str(at + 13), at + 13, at + 13, "people killed", Outcome.KILLED)
    names = NAMES | {f"{thing}wick", f"{other}ford"}
    return told(quote, dead, names=names, id=f"C-{told.__name__}{at}", start=90 * at, end=90 * at)


def sides(many: int) -> tuple[tuple[Known, ...], tuple[Known, ...]]:
    return known(by_article(alike(now, many))), known(by_article(alike(then, many)))


@pytest.mark.parametrize("many", [10, 60])
def test_an_ordinary_article_is_weighed_against_every_candidate(many: int) -> None:
    here, there = sides(many)
    assert all(len(Shortlist(there, many).of(one)) == many for one in here)


def test_a_very_long_one_against_the_nearest_few_only() -> None:
    here, there = sides(400)
    found = Shortlist(there, 400)
    assert sum(len(found.of(one)) for one in here) <= max(PAIRS, 400 * FEWEST)


def test_the_nearest_are_kept_where_few_may_stay() -> None:
    here, there = sides(400)
    found = Shortlist(there, 400)
    kept = [{k.claim.quote for k in found.of(one)} for one in here]
    same = sum(one.claim.quote in quotes for one, quotes in zip(here, kept, strict=True))
    assert same == len(here)


def test_four_times_the_claims_take_no_more_than_ten_times_the_time() -> None:
    def spent(many: int) -> float:
        read, earlier = reading(*alike(now, many)), alike(then, many)
        started = process_time()
        relate(read, earlier)
        return process_time() - started

    spent(20)  # words are folded once
    assert spent(400) < 10 * max(spent(100), 0.05)
