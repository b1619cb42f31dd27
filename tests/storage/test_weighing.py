"""Columns of numbers are weighed as one would weigh them one by one."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.claims.ranking import LENGTH, SATURATION, TYPICAL
from storage.weighing import best, packed, scores, shared, unpacked

KEYS = st.sampled_from([0, 3, 7, 2**40, 2**63 - 1])


def test_keys_are_packed_and_unpacked() -> None:
    keys = (0, 2**63 - 1, 7, 7)

    assert tuple(unpacked(packed(keys))) == keys
    assert tuple(unpacked(packed(keys) + packed([9]))) == (*keys, 9)


@given(
    st.lists(st.lists(KEYS, max_size=6), max_size=5),
    st.dictionaries(KEYS, st.floats(0.01, 12), min_size=1),
)
def test_claims_score_what_each_would_by_itself(
    said: Sequence[Sequence[int]], weights: Mapping[int, float]
) -> None:
    scored = scores([packed(keys) for keys in said], weights)

    assert scored == pytest.approx([_score(keys, weights) for keys in said])


def _score(said: Sequence[int], weights: Mapping[int, float]) -> float:
    """Score by BM25 as it is written in books."""
    damping = SATURATION * (1 - LENGTH + LENGTH * len(said) / TYPICAL)
    return sum(
        weights.get(key, 0) * times * (SATURATION + 1) / (times + damping)
        for key, times in Counter(said).items()
    )


def test_what_keys_weigh_is_added_up_claim_by_claim() -> None:
    claims, weights = shared([(2.0, np.array([9, 4])), (0.5, np.array([4])), (1.0, np.array([7]))])

    assert dict(zip(claims.tolist(), weights.tolist(), strict=True)) == {4: 2.5, 7: 1.0, 9: 2.0}


@pytest.mark.parametrize(
    ("many", "found"),
    [
        pytest.param(1, [3], id="the later of two equal ones"),
        pytest.param(2, [3, 1], id="both"),
        pytest.param(3, [3, 1, 9], id="and the later of three that weigh less"),
        pytest.param(9, [3, 1, 9, 8, 5], id="more than there are"),
    ],
)
def test_the_heaviest_come_first_and_of_equal_ones_the_latest(many: int, found: list[int]) -> None:
    claims, weights = np.array([1, 3, 5, 8, 9]), np.array([2.0, 2.0, 1.0, 1.0, 1.0])

    assert best(many, claims, weights).tolist() == found
