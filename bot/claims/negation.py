"""Which proposition a denial denies, and whether another claim affirms that very one.

Polarity is a facet of a whole sentence; a contradiction needs the words that are negated. "The
towers are not the source of the outbreak" denies nothing of "the outbreak is over".
"""

import re
from datetime import timedelta
from functools import lru_cache

from bot.claims.claimants import same_claimant
from bot.claims.governed import (
    NEGATIVE,
    NEVER_HELD,
    NOT_THE_OF,
    denied_figure,
    negated,
    not_held_at_all,
    predicates,
)
from bot.claims.labels import outcome
from bot.claims.lateness import comes_late, owns_up
from bot.claims.model import Claim, Polarity
from bot.claims.once import once_a_claim
from bot.claims.subject import NO_EVENT, name_parts, speaks_of, subject_of
from bot.claims.values import same_number, unit, values
from bot.claims.vocabulary import BY_OUTCOME
from bot.claims.words import MEMORY, fold, kin_of, plain_name, skeleton

MANY = 3  # shared words that make two claims of one matter, whatever the verbs
HALF = 0.5  # share of the denied words that the other claim must say
SIGNALS = 2  # shared words, or one with the claimant, the number or the time
SEASON = timedelta(days=100)  # "this year" is too long to tie two claims
_PREFIX, _STEM = 5, 4  # letters by which a form meets its lemma: "leaving", "leave"

_VAGUE = frozenset(
    # What is denied along with the matter, and is not the matter.
    """evidence sign trace talk suggestion claim allegation accusation kind thing such matter truth
    company firm country government minister spokesman anybody anyone anything one
    none nobody neither""".split()
)
_ACTS = {
    "leave": "resign",
    "step": "resign",
    "depart": "resign",
    "scrap": "cancel",
    "agree": "sign",
}
"""Acts that the denial of another one excludes: who leaves has resigned."""
_PLEA = re.compile(
    r"""\bplead(?:s|ed|ing)?\ not\ guilty
      | \bden(?:y|ies|ied|ying)\ (?:all\ |the\ |any\ )?(?:[\w-]+\ ){0,2}?
        (?:counts?|charges?|wrongdoing|accusations?)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_NONE_OF_THEM = re.compile(r"[\"“]?(?:None|Neither)\b")  # of those that were spoken of
_TO_COME = re.compile(r"\b(?:will|would|plan\w*|due to|to be held|is to|are to)\b")
_WILL_NOT = re.compile(
    # "is not going to fly today", "would not begin in September"
    r"\b(?:will|would|is|are|was|were)(?: not|n['’]t) (?:be |now |going to |to )*"
    r"(?:begin|start|open|reopen|fly|launch|go ahead|take place|held|happen|sail|leave|depart"
    r"|resume|meet|vote|play|run)\b",
    re.IGNORECASE,
)
_PROTEST = re.compile(r"\b(?:I never|I did(?: not|n['’]t)|did nothing|innocent)\b")
_VERDICT = re.compile(
    r"\b(?:found (?:\w+ ){0,2}guilty|guilty of|convict(?:ed|s))\b", re.IGNORECASE
)
_ACCUSER = re.compile(r"\b(?:prosecut(?:or|ors|ion)|crown|kc|indictment|charge sheet)\b")
_PROCEDURE = re.compile(
    r"\b(?:witness(?:es)?|testif\w+|adjourn\w*|trial|counts?)\b", re.IGNORECASE
)


def denies(denial: Claim, other: Claim) -> bool:
    """Tell whether `denial` negates what `other` says: its own words, not the story's names.

    A plea meets the accusation of the other side and the verdict, no other line of the trial.
    """
    if denial.polarity is not Polarity.DENIED:
        return False
    if protests(denial):
        if _accuses(other) and not same_claimant(denial, other):
            return True
        if _PLEA.search(denial.quote):
            return False
    return _negates(denial, other)


@once_a_claim
def protests(claim: Claim) -> bool:
    """Tell a plea of not guilty and "I broke no rule", which answer an accusation."""
    return bool(_PLEA.search(claim.quote) or _PROTEST.search(claim.quote))


def _accuses(claim: Claim) -> bool:
    if claim.polarity is Polarity.DENIED:
        return False
    accuser = _ACCUSER.search(fold(claim.claimant or "")) and not _PROCEDURE.search(claim.quote)
    return bool(accuser or _VERDICT.search(claim.quote))


def _negates(denial: Claim, other: Claim) -> bool:
    if _number_denied(denial, other) or _not_held(denial, other):
        return True
    denied = denied_words(denial)
    hits = denied & stated_words(other)
    if _beside_the_point(denial, other, hits, denied):
        return False
    if _none_and_some(hits, other):
        return True
    besides = _besides(denial, other)
    if len(hits) == len(denied):
        besides += _one_named(denial, other)
    elif not besides and not answers(denial) and len(hits) <= HALF * len(denied):
        return False
    return len(hits) + besides >= SIGNALS


def _beside_the_point(
    denial: Claim, other: Claim, hits: frozenset[str], denied: frozenset[str]
) -> bool:
    """Tell whether too little of what is denied is what the other one says."""
    if not hits or len(hits) < HALF * len(denied) or _of_another_number(denial, other):
        return True
    if _only_names(hits, denial, other):
        return True
    return _unmet(denial, hits, stated_words(other)) and not _of_one_plan(denial, other)


def _not_held(denial: Claim, other: Claim) -> bool:
    """Match "The visit never took place" with "will visit on Monday".

    Of one day or month one announcer has but one thing to call off: "will not sail on Monday".
    """
    if not _announced(other):
        return False
    if _WILL_NOT.search(denial.quote) and same_claimant(denial, other) and _meet(denial, other):
        return True
    if not NEVER_HELD.search(denial.quote):
        return False
    return bool(subject_of(denial).words & stated_words(other) - NO_EVENT)


def _announced(claim: Claim) -> bool:
    """Tell whether the claim is of something to come: "will vote on July 22"."""
    published = claim.publication.published
    ahead = published and claim.when and claim.when.end >= published.date()
    return bool(ahead) or bool(_TO_COME.search(claim.quote))


def _none_and_some(hits: frozenset[str], other: Claim) -> bool:
    """Match "No injuries have been reported" with "six people were injured"."""
    became = (outcome(f) for f in other.figures)
    return any({skeleton(w) for w in BY_OUTCOME[o]} & hits for o in became if o)


def _one_named(denial: Claim, other: Claim) -> bool:
    """Match "Lena Orsk has no intention of retiring" with "Lena Orsk will retire"."""
    return any(" " in name and name in other.names for name in denial.names)


def _besides(denial: Claim, other: Claim) -> int:
    """Count what else ties them: one claimant, one number, times that meet.

    So does a denial by whom the other one names: "Orsk has sold it", Orsk "never sold".
    """
    number = any(same_number(f, g) for f in denial.figures for g in other.figures
                 if values(f) and values(g))  # fmt: skip
    together = _meet(denial, other)
    none_of = _named(denial, _focus(denial))  # "no Vale Rescue boats"
    named = bool(none_of) and none_of <= stated_words(other)
    accused = speaks_of(other, denial)
    points = bool(_NONE_OF_THEM.match(denial.quote))
    return same_claimant(denial, other) + number + together + named + accused + points


def _meet(denial: Claim, other: Claim) -> bool:
    """Tell whether both say when, within a season, and the times meet."""
    a, b = denial.when, other.when
    if not a or not b or any(w.end - w.start > SEASON for w in (a, b)):
        return False
    return a.start <= b.end and b.start <= a.end


def _number_denied(denial: Claim, other: Claim) -> bool:
    """Match "dismissed the number of 730" with "going to hire 730"."""
    told = [f for f in denial.figures if denied_figure(f, denial) and values(f)]
    own = same_claimant(denial, other)  # "denied that he still asked for 40 per cent"
    return any(
        same_number(f, g) or (own and values(f) == values(g) and unit(f) == unit(g))
        for f in told for g in other.figures if values(g)
    )  # fmt: skip


def _unmet(denial: Claim, hits: frozenset[str], said: frozenset[str]) -> bool:
    """Tell whether what is said of the matter is not in the other claim, but only the matter.

    "The guild had not sold a barge" denies nothing of "the guild took the offer".
    """
    if answers(denial) or len(hits) >= MANY or NOT_THE_OF.search(denial.quote):
        return False
    told = [_meanings(denial, focus) - _VAGUE for focus in predicates(denial.quote)]
    told = [words for words in told if words]
    return bool(told) and all(words.isdisjoint(said) for words in told)


def _of_one_plan(denial: Claim, other: Claim) -> bool:
    """Tell "will not be finished before June" of what "should take ten days"; who owns up."""
    owned = same_claimant(denial, other) and owns_up(other)
    return owned or comes_late(denial, other)


def _only_names(hits: frozenset[str], denial: Claim, other: Claim) -> bool:
    """Tell "Orsk is not in merger talks" beside "Orsk made a profit": no matter in common."""
    names = subject_of(denial).names | subject_of(other).names
    return hits <= names and not _named(denial, _focus(denial))


def _of_another_number(denial: Claim, other: Claim) -> bool:
    """Tell "There is no 37 per cent rise" beside "a rise of 4 per cent": both may be right."""
    told = [f for f in denial.figures if denied_figure(f, denial)]
    beside = [g for g in other.figures if unit(g) in {unit(f) for f in told} and values(g)]
    return bool(beside) and all(values(f).isdisjoint(values(g)) for f in told for g in beside)


@once_a_claim
def denied_words(claim: Claim) -> frozenset[str]:
    """Return the meanings of what is negated: "no cracks in the dam" -> crack, dam."""
    focus = " ".join((_focus(claim), *not_held_at_all(claim.quote)))
    return _meanings(claim, focus) - _VAGUE | _named(claim, focus)


@once_a_claim
def stated_words(claim: Claim) -> frozenset[str]:
    """Return the meanings of what is not negated, and the parts of the names in it."""
    words = subject_of(claim).words
    if claim.polarity is Polarity.DENIED:
        words -= denied_words(claim)
    words |= {_ACTS[w] for w in words & _ACTS.keys()}
    return words | frozenset(p for n in claim.names for p in name_parts(n))


@once_a_claim
def answers(claim: Claim) -> bool:
    """Tell a denial by its verb ("denied it", "dismissed the report") from a negative."""
    return any(m["answer"] for m in NEGATIVE.finditer(claim.quote))


def _meanings(claim: Claim, focus: str) -> frozenset[str]:
    """Return the claim's words that stand in the focus; an irregular form counts as in it."""
    if not focus:
        return frozenset()
    words, all_of = subject_of(claim).words, _forms(claim.quote)
    here = _forms(focus)
    return frozenset(w for w in words if _meets(w, here) or not _meets(w, all_of))


def _meets(word: str, forms: frozenset[str]) -> bool:
    start = word[:_PREFIX].rstrip("ei")
    return word in forms or any(f.startswith(start) for f in forms if len(start) >= _STEM)


@lru_cache(MEMORY)
def _forms(text: str) -> frozenset[str]:
    return frozenset(skeleton(w) for w in kin_of(text))


def _named(claim: Claim, focus: str) -> frozenset[str]:
    """Return the parts of a name that "no" governs: "no Vale Rescue boats"."""
    start = fold(focus).removeprefix("single ").removeprefix("any ")
    known = [n for n in claim.names if start.startswith(plain_name(n))]
    return frozenset(p for n in known for p in name_parts(n))


@once_a_claim
def _focus(claim: Claim) -> str:
    """Return all that a negative governs, run after run."""
    return " ".join(negated(claim.quote))
