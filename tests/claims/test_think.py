"""Which candidates are this very article again."""

import pytest

from bot.claims.model import Claim
from bot.claims.think import others
from tests.making import a_claim, a_publication, a_reading

NEW = a_claim("C-NEW", "At least 41 people died.")
ROWS = [
    pytest.param(a_claim("C-1", "At least 41 people died."), 0, id="the same words again"),
    pytest.param(a_claim("C-2", "At least 14 people died."), 1, id="an older version's words"),
    pytest.param(
        a_claim("C-3", NEW.quote, publication=a_publication(url="https://cpa.example/1")),
        1,
        id="the same words elsewhere",
    ),
    pytest.param(
        a_claim("C-4", NEW.quote, publication=a_publication(url="")), 1, id="typed words"
    ),
]


@pytest.mark.parametrize(("candidate", "kept"), ROWS)
def test_a_claim_is_not_compared_with_itself(candidate: Claim, kept: int) -> None:
    assert others(a_reading(NEW.quote, NEW), [candidate]) == [candidate] * kept


def test_typed_words_are_never_this_very_article_again() -> None:
    typed = a_claim("C-1", NEW.quote, publication=a_publication(url=""))

    assert others(a_reading(NEW.quote, NEW, url=""), [typed]) == [typed]
