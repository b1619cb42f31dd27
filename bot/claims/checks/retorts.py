"""Which claim answers the one before it: by its place, by its words, by standing by a number."""

import re
from itertools import product

from bot.claims.model import Claim, Figure, Polarity, Scope
from bot.claims.negation import answers, denied_words
from bot.claims.stance import stance
from bot.claims.subject import name_parts, speaks_of, subject_of
from bot.claims.values import SIZE, sizes, unit, values

FEW = 2  # words denied by one who only answers
NEAR = 600  # characters within which a denial answers an accusation
ADJOINING = 40  # characters: no sentence stands between
NEARBY = 4  # claims on within which a party may stand by its number
POINTS = re.compile(
    # "Dismissed the report", "no such plan", "said that it would not": the sentence before.
    r"""\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es?|ed)|contradict(?:s|ed))
          \ (?:(?:it|this|these|those)\b|that\b(?=\W*$|[,.:;])|(?:the|that)\ (?:\w+\ )?
          (?:report|claim|finding|figure|estimate|number|allegation|accusation|suggestion)s?\b)
      | \b(?:call|brand|label|describ)\w*\ (?:it|this|that)\b
      | \b(?:the|that|this|those|these)\ (?:figure|number|report|claim|count|paper)s?
        \ (?:is|are|was|were)\ (?:\w+\ )?(?:wrong|false|untrue|out\ of\ date|inaccurate
        |exaggerated|misleading)\b
      | \b(?:no|any)\ such\b | \bnothing\ of\ the\ (?:kind|sort)\b | \bhit\ back\b
      | \b(?:that|it|this)\ (?:is|was)\ (?:\w+\ )?(?:not\ what|wrong|false|untrue|nonsense)\b
      | \bnot\ genuine\b | \b(?:nothing|not\ \w+)\ .{0,25}\bto\ support\ (?:that|this|it)\b
      | \b(?:it|they|he|she)\ (?:would|will|did|does|was|were|is|had|could)\ not\W*$""",
    re.VERBOSE | re.IGNORECASE,
)
INSISTS = re.compile(
    r"\b(?:stick(?:s|ing)? (?:to|by)|st(?:ands?|ood) by|insist\w*|accus\w*|conceal\w*|secret\w*"
    r"|true|actual(?:ly)?|in fact)\b",
    re.IGNORECASE,
)
_BUT = re.compile(r"(?:but|however|yet|still|nonetheless|pull the other)\b", re.IGNORECASE)
_FALSE = re.compile(
    r"\b(?:wrong|false|untrue|nonsense|baseless|invented|fabricated|a lie)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"[\"“][^\"”]*\b(?:I|we|my|our|us)\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:reject(?:ed|s|ing)|dismiss(?:ed|es|ing)|brush(?:ed|es|ing) aside|den(?:ied|ies|ying)"
    r"|disput(?:ed|es|ing))\b[^.;]{0,30}\b(?:figures?|numbers?|reports?|estimates?|counts?)\b"
    r"(?:\W+\w+){0,2}? (?:of|put|given|made|by|from)\b",
    re.IGNORECASE,
)
_TO_THEM = re.compile(r"\b(?:in response to|in reply to|hit back)\b", re.IGNORECASE)
_SUCH = re.compile(r"\b(?:such|no new|any new)\b", re.IGNORECASE)
THAT_NUMBER = re.compile(
    r"\b(?:it (?:is|was|had been|has been)|(?:that|the true|the real|the actual|the correct) "
    r"(?:figure|number|count|total|rate|toll|share)|puts? (?:it|that) at)\b"
    r"(?:\W+\w+){0,3}\W*$",
    re.IGNORECASE,
)


def retorts(claim: Claim, other: Claim, far: int) -> bool:
    """Tell an answer by its place: two named parties, one sentence after the other.

    "Holm denied that her mill was to blame", "'There was no offer,' Orsk says"; and after a
    denial: "But a broker thinks it could rise to 60 euros".
    """
    if far > 1 or other.start - claim.end >= NEAR or not (claim.claimant and other.claimant):
        return False
    if is_denial(other) and not is_denial(claim):
        return _replies(claim, other)
    if other.start - claim.end >= ADJOINING:
        return False
    if POINTS.search(other.quote) and answers(other):
        return True  # "The guild rejects that: a letter went to every rower"
    turns = is_denial(claim) and stance(other) is Polarity.AFFIRMED and _BUT.match(other.quote)
    return bool(turns) and bool(_matter(claim) & _matter(other))


def _replies(claim: Claim, denial: Claim) -> bool:
    """Ask for an answer by its words, and for something that both speak of.

    "Dismissed talk of a strike" is no answer to the number of the injured before it.
    """
    if _SUCH.search(denial.quote) or _TO_THEM.search(denial.quote):
        return True
    false = _FALSE.search(denial.quote)
    if false and any(_one_measure(f, g) for f, g in product(claim.figures, denial.figures)):
        return True  # "a report puts it at 64,000", "the 28,000 announced then was wrong"
    if _denied_by_whom_it_names(claim, denial):
        return True
    said = answers(denial) or false or _FIRST_PERSON.search(denial.quote)
    return bool(said) and bool(_matter(claim) & _matter(denial))


def _denied_by_whom_it_names(claim: Claim, denial: Claim) -> bool:
    """Tell "Orsk will step down, two directors said" and, at once, "He has no plans to go"."""
    beside = denial.start - claim.end < ADJOINING and not denial.figures
    return beside and speaks_of(claim, denial) and len(denied_words(denial)) <= FEW


def _matter(claim: Claim) -> frozenset[str]:
    subject = subject_of(claim)
    numbers = {unit(f) for f in claim.figures if not f.what.strip()}
    return frozenset(subject.all | {p for n in claim.names for p in name_parts(n)} | numbers)


def stands_by(claim: Claim, answer: Claim, far: int) -> bool:
    """Match "Up to 530 may leave" with "sticks to its count of 410"."""
    if (
        far > NEARBY
        or not (claim.claimant and answer.claimant)
        or not INSISTS.search(answer.quote)
    ):
        return False
    if far > 1 and not THAT_NUMBER.search(answer.quote):
        return False
    return any(
        _one_measure(f, g) and values(f).isdisjoint(values(g))
        for f, g in product(claim.figures[:1], answer.figures[:1])
    )


def _one_measure(f: Figure, g: Figure) -> bool:
    """Tell whether units are one, and numbers of one size; "it was four" leaves the unit out."""
    low, high = sizes(f, g)
    bare = not g.what.strip() and unit(g) == "count"
    parts = {Scope.ADDITIONAL, Scope.SUBSET}
    return (bare or unit(f) == unit(g)) and low > 0 and high <= SIZE * low and g.scope not in parts


def is_denial(claim: Claim) -> bool:
    """Tell whether the claim truly denies something."""
    return stance(claim) is Polarity.DENIED


def both_sides(claim: Claim) -> bool:
    """Tell a sentence that gives both sides: "rejected the figure of 900 given by the guild"."""
    return bool(claim.claimant and _OTHERS.search(claim.quote))
