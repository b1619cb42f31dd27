"""What is worked out of a claim, or of two, once, however often they are held together."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from bot.claims.model import Claim

CLAIMS = 2048  # of which a function's answers are kept: two long reports and then some
PAIRS = 4096

Answer = TypeVar("Answer")

_KEPT: list[dict[Any, Any]] = []


def clear() -> None:
    """Let go of all claims and answers: whoever is done with an article calls it.

    Claims that are read from the record again are other ones, and those from before would stay.
    """
    for kept in _KEPT:
        kept.clear()


def once_a_claim(work: Callable[[Claim], Answer]) -> Callable[[Claim], Answer]:
    """Keep what a pure function makes of each claim while that very claim is compared.

    A claim is known again by its identity: to hash sixteen facets costs more than most work.
    It is held beside its answer, so that no other claim can come to have its identity.
    """
    kept: dict[int, tuple[Claim, Answer]] = {}
    _KEPT.append(kept)

    @wraps(work)
    def answered(claim: Claim) -> Answer:
        found = kept.get(id(claim))
        if found is None:
            if len(kept) >= CLAIMS:
                kept.clear()
            found = kept[id(claim)] = claim, work(claim)
        return found[1]

    return answered


def once_a_pair(work: Callable[[Claim, Claim], Answer]) -> Callable[[Claim, Claim], Answer]:
    """Keep what a pure function makes of two claims, as `once_a_claim` does.

    What a link differs in is asked for its rank, for its lines, and for what stands beside them.
    """
    kept: dict[tuple[int, int], tuple[Claim, Claim, Answer]] = {}
    _KEPT.append(kept)

    @wraps(work)
    def answered(later: Claim, earlier: Claim) -> Answer:
        found = kept.get((id(later), id(earlier)))
        if found is None:
            if len(kept) >= PAIRS:
                kept.clear()
            found = kept[id(later), id(earlier)] = later, earlier, work(later, earlier)
        return found[2]

    return answered
