"""What a figure counts, as a short noun phrase, and what became of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from bot.claims.model import Outcome
from bot.claims.outcomes import ADJECTIVES, DYING, NOUNS, VERBS


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted ("houses destroyed"), its outcome, and its noun for the next figure."""

    what: str
    outcome: Outcome | None = None
    noun: Token | None = None


_LEFT = frozenset({"nummod", "quantmod", "nmod", "compound", "amod", "npadvmod", "poss", "det"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_DESCRIBING = frozenset({"amod", "compound", "nmod"})
_MODIFIERS = frozenset(
    [
        "additional",
        "further",
        "more",
        "other",
        "another",
        "extra",
        "total",
        "estimated",
        "least",
        "few",
        "fewer",
        "less",
        "many",
        "overall",
        "first",
        "last",
        "new",
        "some",
        "same",
        "own",
        "such",
        "true",
        "remaining",
        "reported",
        "alleged",
        "only",
        "latest",
        "further",
        "entire",
        "whole",
        "full",
        "up",
        "about",
        "around",
        "nearly",
        "almost",
        "over",
        "under",
    ]
)
_GENERIC = frozenset(
    [
        "number",
        "total",
        "count",
        "figure",
        "tally",
        "toll",
        "share",
        "proportion",
        "average",
        "amount",
        "estimate",
        "sum",
        "rest",
        "majority",
        "maximum",
        "minimum",
        "record",
        "crowd",
        "list",
    ]
)
_OPEN = frozenset(
    {
        "case",
        "count",
        "dose",
        "cost",
        "price",
        "rate",
        "member",
        "value",
        "loss",
        "piece",
        "toll",
        "pair",
        "fall",
        "rise",
        "victim",
        "ton",
        "unit",
        "act",
        "forecast",
        "share",
    }
)
_SUBJECTS = ("nsubjpass", "nsubj", "csubj")


def counted(anchor: Token, earlier: Counted, *, bare: bool) -> Counted:
    """Return what a figure counts.

    `anchor` is the token of the figure that hangs on the rest of the sentence; `bare` tells that
    no unit stands with it; `earlier` is what the figure before it counted, for "17 damaged" after
    "61 homes destroyed".
    """
    noun = _noun(anchor) or (earlier.noun if bare else None)
    if noun is None:
        fate = _fate_beside(anchor) if bare else None
        return Counted(f"people {fate[1]}", fate[0]) if fate else Counted(_by_verb(anchor), None)
    return _described(noun, anchor, bare=bare)


def _described(noun: Token, anchor: Token, *, bare: bool) -> Counted:
    what = _phrase(noun)
    fate = _fate(noun, anchor) if bare else None
    if fate is None:
        return Counted(what, None, noun)
    outcome, word = fate
    said = word in what.split() or NOUNS.get(noun.lemma_.lower()) is not None
    return Counted(what if said else f"{what} {word}", outcome, noun)


def _noun(anchor: Token) -> Token | None:
    """Return the noun that a figure counts or sizes."""
    head = anchor.head
    if anchor.dep_ in _LEFT and head.pos_ in _NOUNS and head.i > anchor.i:
        return _whole(head)
    return _part_of(anchor) or _sized(anchor) or _by_clause(anchor)


def _whole(noun: Token) -> Token:
    """Climb from the first noun of a compound to its last: "magnitude" to "earthquake"."""
    while noun.dep_ in {"compound", "nmod"} and noun.head.i > noun.i and noun.head.pos_ in _NOUNS:
        noun = noun.head
    return noun


def _part_of(anchor: Token) -> Token | None:
    """Return the wells of "four of the 11 wells", the water of "7 litres of clean water"."""
    for child in anchor.rights:
        if child.lower_ == "of" and child.dep_ == "prep":
            return next((each for each in child.rights if each.pos_ in _NOUNS), None)
    return None


def _sized(anchor: Token) -> Token | None:
    """Return the charge of "a charge of £42m"."""
    if anchor.dep_ != "pobj" or anchor.head.lower_ not in {"of", "worth", "at"}:
        return None
    noun = anchor.head.head
    return noun if noun.pos_ in _NOUNS and noun.lemma_ not in _GENERIC else None


def _by_clause(anchor: Token) -> Token | None:
    """Return the crowd of "put the crowd at 28,000", the unemployment of "unemployment fell"."""
    verb = _verb(anchor)
    if verb is None:
        return None
    own = {anchor, *anchor.ancestors}
    roles = {child.dep_: child for child in verb.children if child not in own}
    for role in ("dobj", *_SUBJECTS, "attr"):
        noun = roles.get(role)
        if noun is not None and noun.pos_ in _NOUNS:
            return _meant(noun)
    return None


def _meant(noun: Token) -> Token:
    """Return the coaches of "the number of coaches"."""
    return (_part_of(noun) or noun) if noun.lemma_ in _GENERIC else noun


def _verb(token: Token) -> Token | None:
    return next((each for each in token.ancestors if each.pos_ in {"VERB", "AUX"}), None)


def _by_verb(anchor: Token) -> str:
    verb = _verb(anchor)
    return verb.lemma_ if verb is not None else ""


def _phrase(noun: Token) -> str:
    """Return a noun with what describes it, the number and its modifiers left out."""
    words = [each.text for each in noun.lefts if _describes(each) for each in _with_lefts(each)]
    tail = _complement(noun) if noun.lemma_.lower() in _OPEN else ""
    if noun.lemma_ == "toll":
        return "people killed"
    return " ".join([*words, noun.text, *([f"of {tail}"] if tail else [])])


def _with_lefts(token: Token) -> Iterator[Token]:
    yield from (each for each in token.lefts if _describes(each))
    yield token


def _describes(token: Token) -> bool:
    return (
        token.dep_ in _DESCRIBING
        and token.lower_ not in _MODIFIERS
        and token.tag_ not in {"CD", "$", "HYPH"}
        and not token.like_num
    )


def _complement(noun: Token) -> str:
    inner = _part_of(noun)
    return _phrase(inner) if inner is not None and inner.lemma_.lower() not in _OPEN else ""


def _fate(noun: Token, anchor: Token) -> tuple[Outcome, str] | None:
    """Return what became of the counted, by noun, participle beside it, or verb over it."""
    lemma = noun.lemma_.lower()
    if lemma in NOUNS:
        return NOUNS[lemma]
    for child in noun.children:
        if child.lower_ in ADJECTIVES and child.dep_ in {"amod", "acl", "acomp", "nmod"}:
            return ADJECTIVES[child.lower_]
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.lemma_ in VERBS:
            return VERBS[child.lemma_]
    return _fate_beside(anchor) or _fate_by_verb(noun)


def _fate_beside(anchor: Token) -> tuple[Outcome, str] | None:
    """Return the fate told by the word after the figure: "17 damaged", "nine dead"."""
    after = anchor.nbor(1) if anchor.i + 1 < len(anchor.doc) else None
    if after is None:
        return None
    return ADJECTIVES.get(after.lower_)


def _fate_by_verb(noun: Token) -> tuple[Outcome, str] | None:
    verb = noun.head
    if noun.dep_ == "conj" and noun.head.pos_ in _NOUNS:
        noun, verb = noun.head, noun.head.head
    if noun.dep_ == "nsubj" and verb.lemma_ in DYING:
        return DYING[verb.lemma_]
    if noun.dep_ == "nsubj" and verb.lemma_ in {"be", "remain"}:
        return next((ADJECTIVES[c.lower_] for c in verb.children if c.lower_ in ADJECTIVES), None)
    if noun.dep_ in {"dobj", "nsubjpass"}:
        return VERBS.get(verb.lemma_)
    return None
