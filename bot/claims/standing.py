"""What kind of number a sentence gives: a capacity, a market price, a core rate, a guess."""

import re

from bot.claims.claimants import same_claimant
from bot.claims.currencies import is_money
from bot.claims.labels import clause_of, near_words, place_of
from bot.claims.model import Claim, Figure, Scope
from bot.claims.values import same_number, unit
from bot.claims.wholes import of_that
from bot.claims.words import fold, kin_of

_CAPACITY = re.compile(
    # "The camp was built for 70,000 people", "the hall seats 900"
    r"\b(?:(?:built|designed|room|space|equipped) (?:for|to hold)"
    r"|capacity (?:of|is)|seats|can (?:hold|take|carry|house)|licen[cs]ed (?:for|to carry))\W+"
    r"(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_MORE_THAN = re.compile(r"\s+(?:[a-z]+\s+){0,2}?(?:more|fewer|less)\s+than\b", re.IGNORECASE)
_SPECIAL = frozenset(("dividend", "fine", "wage", "loan", "deposit"))
_NUMBER = r"(?:\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|none)"
_TO_SO_MANY = re.compile(rf"(?: votes)? to {_NUMBER}\b", re.IGNORECASE)
_SO_MANY_TO = re.compile(rf"\b{_NUMBER}(?: votes)? to $", re.IGNORECASE)
_VOTE = re.compile(r"\b(?:vot\w+|ruling|majority|margin)\b", re.IGNORECASE)
_RELEASED = re.compile(
    r" (?:\w+ ){0,2}?(?:were |was |have been |had been )?(?:released|freed|bailed|let go)\b",
    re.IGNORECASE,
)
_AVERAGE = re.compile(r"\b(?:averag\w+|on average|a typical)\b", re.IGNORECASE)
_WOULD_MAKE = re.compile(
    r"\bwould (?:\w+ )?(?:create|form|make|have|give|employ|become|produce|yield)\b[^.;,]*$",
    re.IGNORECASE,
)
_SUMS = {
    kind: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for kind, words in {
        "dividend": "dividends?",
        "profit": "profits?|earnings|surplus|earn(?:s|ed)",
        "revenue": "revenues?|sales|turnover|takings",
        "debt": "debts?|arrears|owe[sd]?|rent",
        "loan": "loans?|lend|lent|borrow(?:ed|s)?",
        "fund": "funds?|donat\\w+|pledged?|crowdfund\\w*",
        "wage": "wages?|salar(?:y|ies)",
        "fine": "fine[sd]?|penalt(?:y|ies)",
        "deposit": "deposits?",
    }.items()
}
"""Nouns and verbs that say what a sum is; "cost", "price" and "bill" go with many."""
_ON_THE_EXCHANGE = re.compile(
    # "Varno's stock climbed a tenth, to $31"
    r"\b(?:shares?|stock)\b(?:\W+\w+){0,4}?\W+(?:rose|rise|fell|fall|clos\w+|jump\w*|slid|climb\w*"
    r"|gain\w*|lost|drop\w*|soar\w*|plung\w*|trad\w+|slump\w*|surg\w*|slip\w*|tumbl\w*)\b",
    re.IGNORECASE,
)
_OTHER_MEASURES = frozenset(
    # "Core inflation" is no inflation, "youth unemployment" no unemployment, "net" never gross.
    """core underlying headline wholesale producer factory food energy fuel services youth female
    male rural urban net gross operating adjusted pretax average mean median real nominal hourly
    overnight long-term short-term basic weekly""".split()
)
_FORETOLD = re.compile(
    r"\b(?:will|would|forecasts?|projects?|projected|predict\w*|expect\w*|sees?|should|outlook"
    r"|by (?:christmas|the end of|next|20\d\d|spring|summer|autumn|winter))\b",
    re.IGNORECASE,
)
_MEASURED = frozenset(
    kin_of(
        "inflation price unemployment growth output rent yield productivity gdp default vacancy"
    )
)
RATES = ("percent", "percentage points")


def of_unlike_kind(figure: Figure, claim: Claim, other: Figure, beside: Claim) -> bool:
    """Tell whether one number is a capacity or a market price, and the other one is not.

    A difference ("15 fewer than planned") is set against nothing.
    """
    if _difference(figure, claim) or _difference(other, beside):
        return True
    if _imagined(figure, claim, beside) or _imagined(other, beside, claim):
        return True
    if _of_that(figure, claim) is not _of_that(other, beside):
        return not _one_act(figure, claim, other, beside)
    kinds = (_averages_of_two, _another_measure, _of_unlike_sums)
    if any(unlike(figure, claim, other, beside) for unlike in kinds):
        return True
    return any(
        kind(figure, claim) is not kind(other, beside)
        for kind in (_capacity, _traded, _averaged, _of_a_split_vote, _let_go)
    )


def _another_measure(figure: Figure, claim: Claim, other: Figure, beside: Claim) -> bool:
    """Tell rates of unlike measures: core beside headline, a forecast beside what was measured."""
    if unit(figure) not in RATES or unit(other) not in RATES:
        return False
    if _qualified(figure, claim) != _qualified(other, beside):
        return True
    measured = _MEASURED & kin_of(figure.what) & kin_of(other.what)
    return bool(measured) and _guess(claim) is not _guess(beside) and claim.when != beside.when


def _qualified(figure: Figure, claim: Claim) -> frozenset[str]:
    words = frozenset(fold(figure.what).split())
    averaged = {"average"} if re.search(r"\baverag", claim.quote, re.IGNORECASE) else set()
    return (words & _OTHER_MEASURES) | averaged


def _guess(claim: Claim) -> bool:
    published = claim.publication.published
    ahead = published and claim.when and claim.when.end > published.date()
    return bool(ahead and _FORETOLD.search(claim.quote))


def _of_that(figure: Figure, claim: Claim) -> bool:
    """Tell a share of the sum in the sentence before: "Of this, €6 million is wages"."""
    return figure.scope is Scope.SUBSET and of_that(claim)


def _one_act(figure: Figure, claim: Claim, other: Figure, beside: Claim) -> bool:
    """Tell whether both clauses tell one thing done: 45 litres "recovered", 71 "recovered"."""
    one, two = (
        kin_of(near_words(c.quote, *place_of(f, c))) for f, c in ((figure, claim), (other, beside))
    )
    return bool((one & two) - kin_of(f"{figure.text} {other.text}"))


def _difference(figure: Figure, claim: Claim) -> bool:
    """Tell how much more or less from how many: "15 fewer than first announced"."""
    return bool(_MORE_THAN.match(claim.quote[max(figure.end - claim.start, 0) :]))


def _averaged(figure: Figure, claim: Claim) -> bool:
    """Tell the mean of many from the count of one: the crowd of a season, of a match."""
    if unit(figure) in RATES or figure.outcome:
        return False
    label = fold(figure.what)
    clause = clause_of(claim.quote, *place_of(figure, claim)) if unit(figure) == "count" else ""
    return "average" in label or bool(_AVERAGE.search(clause))


def _averages_of_two(figure: Figure, claim: Claim, other: Figure, beside: Claim) -> bool:
    """Tell the mean of one team from that of the league: no name and no claimant in common."""
    both = _averaged(figure, claim) and _averaged(other, beside)
    return both and not (claim.names & beside.names or same_claimant(claim, beside))


def _imagined(figure: Figure, claim: Claim, beside: Claim) -> bool:
    """Tell what a merger would make from what there is: "a group that would have 14,000 staff"."""
    before = claim.quote[: max(figure.start - claim.start, 0)]
    imagined = unit(figure) == "count" and _WOULD_MAKE.search(before)
    return bool(imagined) and not _FORETOLD.search(beside.quote)


def _of_unlike_sums(figure: Figure, claim: Claim, other: Figure, beside: Claim) -> bool:
    """Tell sums of unlike kinds by the nouns beside them: a dividend, a price, a debt, a loan."""
    if not (is_money(unit(figure)) and is_money(unit(other))) or same_number(figure, other):
        return False
    if kin_of(figure.what) & kin_of(other.what):
        return False
    one, two = _sum_kinds(figure, claim), _sum_kinds(other, beside)
    special = (one | two) & _SPECIAL and one != two  # the other one is of no such kind
    return bool(special) or (bool(one and two) and one.isdisjoint(two))


def _sum_kinds(figure: Figure, claim: Claim) -> frozenset[str]:
    near = near_words(claim.quote, *place_of(figure, claim))
    named = {kind for kind, words in _SUMS.items() if words.search(figure.what)}
    return frozenset(named or {kind for kind, words in _SUMS.items() if words.search(near)})


def _capacity(figure: Figure, claim: Claim) -> bool:
    return bool(_CAPACITY.search(claim.quote[: max(figure.start - claim.start, 0)]))


def _of_a_split_vote(figure: Figure, claim: Claim) -> bool:
    """Tell the six of "voted six to three", who are no later count of the three against."""
    start, end = place_of(figure, claim)
    ahead, behind = _TO_SO_MANY.match(claim.quote[end:]), _SO_MANY_TO.search(claim.quote[:start])
    return bool((ahead or behind) and _VOTE.search(claim.quote))


def _let_go(figure: Figure, claim: Claim) -> bool:
    """Tell those set free from those held: "57 were released without charge"."""
    return bool(_RELEASED.match(claim.quote[place_of(figure, claim)[1] :]))


def _traded(figure: Figure, claim: Claim) -> bool:
    return bool(_ON_THE_EXCHANGE.search(claim.quote[: max(figure.start - claim.start, 0)]))
