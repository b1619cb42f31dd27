"""A story that nobody named is called by what most of its claims share."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.claims.model import Claim
from bot.claims.story import LONGEST, UNNAMED, newest_first, title
from tests.making import a_claim, a_figure, a_publication

QUAY = a_claim("C-1", "The quay at Port Varno lost 40 metres.", places=("Port Varno",))
DEAD = replace(QUAY, id="C-2", figures=(a_figure(what="sailors killed"),))
NAMED = a_claim("C-3", "The Harbour Board spoke.", names=frozenset({"harbour board"}))
SLUICE = replace(NAMED, id="C-4", words=frozenset({"sluice", "spoke"}))
CYRILLIC = replace(QUAY, id="C-5", places=("Харків",))
BARE = a_claim("C-6", "It rained.", publication=a_publication(title="Rain  again"))
LONG = a_claim("C-7", "It rained.", publication=a_publication(title="rain " * 40))
OTHER = replace(DEAD, id="C-8", places=("Kelm",), figures=(a_figure(what="boats"),))

TITLES = [
    pytest.param([DEAD, QUAY], "Port Varno: killed", id="the place and what is counted"),
    pytest.param([QUAY], "Port Varno", id="a place alone"),
    pytest.param([NAMED], "Harbour Board", id="a name as it is written"),
    pytest.param([SLUICE, replace(SLUICE, id="C-9")], "Harbour Board: sluice", id="a shared word"),
    pytest.param([CYRILLIC, replace(CYRILLIC, id="C-9"), QUAY], "Харків", id="a Cyrillic name"),
    pytest.param([DEAD, DEAD, OTHER], "Port Varno: killed", id="what most have"),
    pytest.param([BARE], "Rain again", id="the headline for want of all"),
    pytest.param([], UNNAMED, id="no claim at all"),
]


@pytest.mark.parametrize(("claims", "told"), TITLES)
def test_a_story_is_called_by_what_most_claims_share(claims: list[Claim], told: str) -> None:
    assert title(claims) == told


def test_a_long_title_ends_with_a_whole_word() -> None:
    told = title([LONG])

    assert told.endswith("rain…")
    assert len(told) <= LONGEST + 1


def test_the_newest_stands_first_and_the_undated_last() -> None:
    march, april = (
        a_publication(published=datetime(2026, month, 3, tzinfo=UTC)) for month in (3, 4)
    )
    old, new = replace(QUAY, publication=march), replace(DEAD, publication=april)
    undated = replace(BARE, publication=a_publication(published=None))

    assert newest_first(iter([undated, old, new])) == (new, old, undated)
