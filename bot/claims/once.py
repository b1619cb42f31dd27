"""What is worked out of a claim once, however many other claims it is held against."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from bot.claims.model import Claim

CLAIMS = 2048  # of which a function's answers are kept: two long reports and then some

Answer = TypeVar("Answer")


def once_a_claim(work: Callable[[Claim], Answer]) -> Callable[[Claim], Answer]:
    """Keep what a pure function makes of each claim while that very claim is compared.

    A claim is known again by its identity: to hash sixteen facets costs more than most work.
    It is held beside its answer, so that no other claim can come to have its identity.
    """
    kept: dict[int, tuple[Claim, Answer]] = {}

    @wraps(work)
    def answered(claim: Claim) -> Answer:
        found = kept.get(id(claim))
        if found is None:
            if len(kept) >= CLAIMS:
                kept.clear()
            found = kept[id(claim)] = claim, work(claim)
        return found[1]

    return answered
