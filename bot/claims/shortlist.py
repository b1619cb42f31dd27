"""Which of very many earlier claims are worth weighing against one, so that time stays bounded.

An ordinary article is weighed against every candidate. Two long reports, of 400 alike claims each,
would make 160,000 pairs; then only those that share the rarest words, names and numbers are.
"""

from collections import defaultdict
from collections.abc import Sequence
from heapq import nlargest

from bot.claims.sides import Known
from bot.claims.values import unit, values

PAIRS = 4000  # that are weighed in about half a second
FEWEST = 8  # candidates of a claim, however many claims there are
STEPS = 1500  # entries of the index that are read for one claim, the rarest first


class Shortlist:
    """Earlier claims, found by what they share with one: the nearest few where they are many."""

    def __init__(self, earlier: Sequence[Known], claims: int) -> None:
        self._earlier = earlier
        self._most = max(FEWEST, PAIRS // max(claims, 1))
        self._index: dict[str, list[int]] = defaultdict(list)
        for at, known in enumerate(earlier if len(earlier) > self._most else ()):
            for feature in _features(known):
                self._index[feature].append(at)

    def of(self, known: Known) -> Sequence[Known]:
        """Return the earlier claims to weigh against this one, in their own order."""
        if len(self._earlier) <= self._most:
            return self._earlier
        score: dict[int, float] = defaultdict(float)
        steps = STEPS
        for feature in sorted(_features(known), key=self._found_at):
            found = self._index.get(feature, [])[-steps:] if steps else []
            steps -= len(found)
            for at in found:
                score[at] += self._weight(feature)
        best = nlargest(self._most, score.items(), key=lambda item: (item[1], item[0]))
        return [self._earlier[at] for at in sorted(at for at, _ in best)]

    def _found_at(self, feature: str) -> tuple[int, str]:
        return len(self._index.get(feature, ())), feature

    def _weight(self, feature: str) -> float:
        return 1 / (1 + len(self._index[feature]))


def _features(known: Known) -> set[str]:
    """Return words, names, units counted, numbers and the claimant: all that ties may rest on."""
    figures = known.claim.figures
    counted = {f"#{unit(f)}{f.outcome or ''}" for f in figures}
    numbers = {f"={v}" for f in figures for v in values(f)}
    said_by = {f"@{known.claim.claimant}"} if known.claim.claimant else set()
    return {*known.subject.all, *known.lent, *counted, *numbers, *said_by}
