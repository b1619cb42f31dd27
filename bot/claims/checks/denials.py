"""Claims of one article that other claims of the same article deny or cannot be squared with."""

from collections.abc import Iterator
from itertools import combinations

from bot.claims.claimants import same_claimant
from bot.claims.measure import Lie, lie
from bot.claims.model import Certainty, Check, CheckKind, Claim, Polarity, Reading
from bot.claims.stance import stance
from bot.claims.subject import Weights
from bot.claims.ties import Ground, Known, known, tie
from bot.claims.words import same_name

SAME_THING = 0.8  # likeness from which two numbers of one article contradict each other
NEAR = 600  # characters within which a denial answers an accusation


def denied_here(reading: Reading) -> tuple[Check, ...]:
    """Return pairs where one party affirms and another denies, or counts quite differently.

    Each denial is told once, against the claim that it answers or, failing that, the nearest.
    """
    side, _ = known(reading.claims, ())
    told: dict[str, Check] = {}
    for one, other in _pairs(side.claims, side.weights):
        check = Check(CheckKind.DENIED_HERE, (one, other), _line(one, other))
        told.setdefault(other.id, check)
    return tuple(told.values())


def _pairs(claims: tuple[Known, ...], weights: Weights) -> Iterator[tuple[Claim, Claim]]:
    by_id = {k.claim.id: k.claim for k in claims}
    for later in by_id.values():
        if stance(later) is Polarity.DENIED:
            answered = [by_id[i] for i in later.about if i in by_id]
            accused = [c for c in by_id.values() if _speaks_of(c, later)]
            for told in (*answered, *accused):
                if told.polarity is Polarity.AFFIRMED:
                    yield told, later
    for one, other in combinations(claims, 2):
        if _contradict(one, other, weights):
            yield one.claim, other.claim


def _speaks_of(claim: Claim, denial: Claim) -> bool:
    """Match "accusing Halicki of faking his signature" with Halicki's own denial after it."""
    follows = 0 <= denial.start - claim.end < NEAR
    if not follows or not denial.claimant or same_claimant(claim, denial):
        return False
    return any(" " in n and same_name(n, denial.claimant) for n in claim.names)


def _contradict(one: Known, other: Known, weights: Weights) -> bool:
    if one.occasion != other.occasion or _one_voice(one.claim, other.claim):
        return False
    found = tie(other, one, weights)
    if not found:
        return False
    stances = {stance(one.claim), stance(other.claim)}
    if stances == {Polarity.AFFIRMED, Polarity.DENIED}:
        return Ground.STANCE in found.grounds
    if stances != {Polarity.AFFIRMED} or Ground.MEASURE not in found.grounds:
        return False
    sure = Certainty.CERTAIN in (one.claim.certainty, other.claim.certainty)
    return sure and any(
        p.changed and p.likeness >= SAME_THING and lie(p.later, p.earlier) is Lie.DISJOINT
        for p in found.figures
    )


def _one_voice(one: Claim, other: Claim) -> bool:
    """Tell whether nobody is there to disagree: one claimant, or the article itself."""
    return same_claimant(one, other) or not (one.claimant and other.claimant)


def _line(one: Claim, other: Claim) -> str:
    a, b = one.claimant or "the article", other.claimant or "the article"
    return f"Denied here: {a}: “{one.quote}” {b}: “{other.quote}”"
