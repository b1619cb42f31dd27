"""Claims of one article that other claims of the same article deny or cannot be squared with."""

import re
from collections.abc import Iterator, Sequence
from itertools import product

from bot.claims.checks.retorts import (
    ADJOINING,
    INSISTS,
    NEAR,
    POINTS,
    THAT_NUMBER,
    both_sides,
    is_denial,
    retorts,
    stands_by,
)
from bot.claims.claimants import same_claimant
from bot.claims.currencies import is_money
from bot.claims.labels import outcome
from bot.claims.measure import Pair
from bot.claims.model import (
    Certainty,
    Check,
    CheckKind,
    Claim,
    Figure,
    Polarity,
    Reading,
    Scope,
)
from bot.claims.negation import answers, denied_words, stated_words
from bot.claims.quoting import in_marks
from bot.claims.sides import Known, by_article, known
from bot.claims.stance import contradict, stance
from bot.claims.subject import Weights
from bot.claims.ties import tie
from bot.claims.values import TELLING, Lie, lie, unit, values
from bot.claims.vocabulary import PERSONS
from bot.claims.words import fold, kin_of, same_name

_SPEAKS_OF = re.compile(r"\b(?:spoke|speaks?|talks?|talked) of (?:\w+ ){0,2}$", re.IGNORECASE)
_GATHERED = frozenset(("crowd", "turnout", "attendance"))  # those whom the other side counted
SAME_THING = 0.8  # likeness from which two numbers of one article contradict each other
WITHIN = 60  # claims back that a denial may answer; an ordinary article has fewer in all
BESIDE = 2  # claims on within which one count answers another
_TAKES_BACK = re.compile(r"\b(?:withdr[ae]w\w*|retract\w*) (?:his|her|its|their)\b", re.IGNORECASE)
_OF_ITSELF = re.compile(
    # "It is not true that 200 drowned, he said, after a video with that claim": its own clause
    r"\b(?:not (?:true|the case|right|correct)|den\w+|untrue|wrong|false)\b[\"” ]*\bthat\b",
    re.IGNORECASE,
)
_WANTED = re.compile(
    r"\b(?:wants?|wanted|asks?|asked|asking|demands?|demanded|seeks?|sought|hop(?:es?|ed)"
    r"|propos\w+|bid|bids|would (?:pay|accept|take))\b",
    re.IGNORECASE,
)
_ACCUSES = re.compile(r"\b(?:accus|alleg|blam|guilty|convict|charg|claim)\w*", re.IGNORECASE)


def denied_here(reading: Reading) -> tuple[Check, ...]:
    """Return pairs where one party affirms and another denies, or counts quite differently.

    Each denial is told once, against the claim that it answers or, failing that, the nearest.
    """
    claims = known(by_article(reading.claims))
    told: dict[str, Check] = {}
    for one, other in _pairs(claims):
        check = Check(CheckKind.DENIED_HERE, (one, other), _line(one, other))
        told.setdefault((one if is_denial(one) and not is_denial(other) else other).id, check)
    alone = (c for c in reading.claims if both_sides(c))
    return (*told.values(), *(_alone_told(c) for c in alone if c.id not in told))


def heading(claims: Sequence[Claim]) -> str:
    """Return what these do to each other: "Police put it at 1,400" denies nothing of 2,300."""
    *before, last = claims
    answers_back = is_denial(last) or both_sides(last) or POINTS.search(last.quote)
    denied = answers_back or any(is_denial(c) and not stands_by(c, last, 1) for c in before)
    return "Denied here" if denied else "Differs here"


def _pairs(claims: tuple[Known, ...]) -> Iterator[tuple[Claim, Claim]]:
    """Yield each claim with the one before it that it clashes with, the nearest one first."""
    for at, later in enumerate(claims):
        before = claims[max(0, at - WITHIN) : at][::-1]
        pointed = [k for k in before if k.claim.id in later.claim.about]
        for far, earlier in enumerate((*pointed, *before), 1 - len(pointed)):
            if _clash(earlier, later, max(far, 1)):
                yield earlier.claim, later.claim
                break


def _clash(one: Known, other: Known, far: int) -> bool:
    """Tell whether the later claim, `far` claims on, clashes with the earlier one."""
    a, b = one.claim, other.claim
    if (
        one.occasion != other.occasion
        or one.aside is not other.aside
        or _one_voice(a, b)
        or a.conditional
        or b.conditional
    ):
        return False
    if a.polarity is Polarity.UNCONFIRMED or b.polarity is Polarity.UNCONFIRMED:
        return False
    if retorts(a, b, far) or stands_by(a, b, far):
        return True
    at_once = far == 1 or (far == BESIDE and answers(b))
    said_at_once = at_once and (_of_its_words(b, a) or _of_its_words(a, b))
    return (
        _contrary(a, b) or said_at_once or _answered(a, b, far) or _counted_apart(one, other, far)
    )


def _contrary(claim: Claim, answer: Claim) -> bool:
    """Tell whether two named parties contradict each other; the article's own line is no party."""
    return bool(claim.claimant and answer.claimant) and contradict(answer, claim)


def _of_its_words(denial: Claim, claim: Claim) -> bool:
    """Tell "There was no lightning within 90 km" beside "a lightning strike was to blame"."""
    if not claim.claimant or not denial.claimant or not is_denial(denial) or is_denial(claim):
        return False
    if claim.certainty is Certainty.POSSIBLE and claim.figures:
        return False  # "a sale could fetch $600 million" does not say that there will be one
    denied = denied_words(denial)
    said = len(denied & stated_words(claim))
    return said > 0 and 2 * said >= len(denied) + (not answers(denial))


def _one_voice(one: Claim, other: Claim) -> bool:
    """Tell whether nobody is there to disagree: one claimant, or the article itself."""
    return same_claimant(one, other) or not (one.claimant or other.claimant)


def _answered(claim: Claim, denial: Claim, far: int) -> bool:
    """Tell whether a denial speaks to the claim by its place: "denied it", the accused's own."""
    if denial.polarity is not Polarity.DENIED or not denial.claimant:
        return False
    gap = denial.start - claim.end
    adjoins = gap < ADJOINING if far == 1 else far == BESIDE and gap < NEAR and bool(claim.figures)
    if _TAKES_BACK.search(denial.quote):
        return False  # who withdraws her own statement denies nobody's
    if (claim.id in denial.about and not _OF_ITSELF.search(denial.quote)) or (
        adjoins and POINTS.search(denial.quote)
    ):
        return True
    return stance(claim) is Polarity.AFFIRMED and _accused(claim, denial)


def _accused(claim: Claim, denial: Claim) -> bool:
    """Match "accusing Orsk of drowning the ledgers" with Orsk's own denial after it."""
    follows = 0 <= denial.start - claim.end < NEAR
    if not follows or not denial.claimant or not _ACCUSES.search(claim.quote):
        return False
    return any(" " in n and same_name(n, denial.claimant) for n in claim.names)


def _counted_apart(one: Known, other: Known, far: int) -> bool:
    """Tell two parties' counts of one thing that cannot both be right, one after the other.

    "Some 730 will be towed" is not answered by "370 had been towed for repairs"
    four sentences on: that is another moment.
    """
    a, b = one.claim, other.claim
    if not a.claimant or not b.claimant or {stance(a), stance(b)} != {Polarity.AFFIRMED}:
        return False
    if Certainty.CERTAIN not in (a.certainty, b.certainty):
        return False
    if far == 1 and _other_number(a, b):
        return True
    if not a.figures or not b.figures or (far > BESIDE and not INSISTS.search(b.quote)):
        return False
    found = tie(other, one, Weights([one.subject, other.subject]))
    return found is not None and any(
        p.changed
        and p.likeness >= SAME_THING
        and lie(p.later, p.earlier) is Lie.DISJOINT
        and _of_one_matter(a, b, p)
        for p in found.figures
    )


def _of_one_matter(claim: Claim, answer: Claim, pair: Pair) -> bool:
    """Ask for more than the noun: "two children had seizures", "4,800 children were enrolled"."""
    if outcome(pair.later) and outcome(pair.later) is outcome(pair.earlier):
        return True
    counted = kin_of(pair.later.what) | kin_of(pair.earlier.what)
    left = answer.words - counted - PERSONS  # "the turnout was 5,300"
    return not left or bool(left & claim.words)


def _other_number(claim: Claim, answer: Claim) -> bool:
    """Match "The fare is $37" with "The guild says it is $31"; who wants $31 disputes nothing."""
    if _WANTED.search(claim.quote) or _WANTED.search(answer.quote):
        return False
    return any(
        _alone(g, answer, f) and _one_unit(f, g, answer) and _apart(f, g)
        for f, g in product(claim.figures[:1], answer.figures[:1])
    )


def _one_unit(figure: Figure, bare: Figure, answer: Claim) -> bool:
    """Tell whether the units are one; "nearer 37 million" leaves the crowns to the other."""
    alike = unit(figure) == unit(bare)
    unnamed = _unnamed(bare, answer) or fold(bare.what) in answer.names
    return alike or (is_money(unit(figure)) and unnamed)


def _unnamed(figure: Figure, claim: Claim) -> bool:
    """Tell whether the number has no noun, or only that of who gives it: "organisers spoke of"."""
    before = claim.quote[: max(figure.start - claim.start, 0)]
    return not figure.what.strip() or bool(_SPEAKS_OF.search(before))


def _alone(figure: Figure, claim: Claim, beside: Figure) -> bool:
    """Tell whether the number leaves what it counts to the sentence before."""
    part = figure.scope in (Scope.ADDITIONAL, Scope.SUBSET)
    unnamed = _unnamed(figure, claim) and min(values(figure), default=0) > TELLING
    before = claim.quote[: max(figure.start - claim.start, 0)]
    named_anew = _gathered(figure, beside) or THAT_NUMBER.search(before)
    return not part and bool(named_anew or unnamed)


def _gathered(figure: Figure, beside: Figure) -> bool:
    """Match "the crowd" with "people attended"."""
    people = "people" in fold(beside.what) or bool(kin_of(beside.what) & PERSONS)
    return unit(figure) == "count" and people and fold(figure.what) in _GATHERED


def _apart(one: Figure, other: Figure) -> bool:
    return bool(values(one) and values(other)) and lie(other, one) is Lie.DISJOINT


def _line(one: Claim, other: Claim) -> str:
    a, b = one.claimant or "the article", other.claimant or "the article"
    head = heading((one, other))
    return f"{head}: {a}: {in_marks(one.quote)}; {b}: {in_marks(other.quote)}"


def _alone_told(claim: Claim) -> Check:
    """Tell a sentence that gives both sides: "rejected the figure of 900 given by the guild"."""
    line = f"{heading((claim,))}: {claim.claimant}: {in_marks(claim.quote)}"
    return Check(CheckKind.DENIED_HERE, (claim,), line)
