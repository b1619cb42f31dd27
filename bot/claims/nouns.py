"""Which noun a figure belongs to, and how that noun is put as a short phrase."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from bot.claims.outcomes import ADJECTIVES


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands: its tokens are [first, last), counted in the document.

    `anchor` is the one of them that hangs on the rest of the sentence; `bare` tells that no unit
    stands with the number.
    """

    anchor: Token
    first: int
    last: int
    bare: bool


_LEFT = frozenset({"nummod", "quantmod", "nmod", "compound", "amod", "npadvmod", "poss", "det"})
NAMING = frozenset({"NOUN", "PROPN"})
_DESCRIBING = frozenset({"amod", "compound", "nmod"})
_SUBJECTS = ("nsubjpass", "nsubj", "csubj")
_EMPTY = frozenset({
    "additional", "further", "more", "other", "another", "extra", "total", "estimated", "least",
    "few", "fewer", "less", "many", "overall", "first", "second", "third", "last", "new", "some",
    "own", "such", "true", "remaining", "reported", "only", "latest", "entire", "whole", "full",
    "up", "about", "around", "nearly", "almost", "over", "under", "between", "quarter", "half",
})  # fmt: skip
# Nouns that stand for the number itself: "the number of barges", "put the turnout at 5,300".
_GENERIC = frozenset({
    "number", "total", "count", "figure", "tally", "share", "proportion", "average", "amount",
    "estimate", "sum", "rest", "majority", "maximum", "minimum", "record", "list", "toll",
})  # fmt: skip
_OUTLOOK = frozenset({"forecast", "projection", "size", "level", "outlook"})  # of what follows
# Nouns that say little without what follows them: "sacks of flour", "cost of repairs".
_OPEN = frozenset({
    "case", "count", "dose", "cost", "price", "rate", "member", "value", "loss", "piece", "pair",
    "fall", "rise", "victim", "ton", "unit", "act", "share", "shipment", "claim",
})  # fmt: skip
SAYING = frozenset({"say", "tell", "be", "have", "report", "add", "warn", "claim", "do"})


def right_noun(anchor: Token) -> Token | None:
    """Return the noun that a figure stands before: "3,700 people", "a £9m-a-year lease"."""
    head = anchor.head
    if anchor.dep_ not in _LEFT or head.pos_ not in NAMING or head.i <= anchor.i:
        return None
    while head.dep_ in {"compound", "nmod"} and head.head.i > head.i and head.head.pos_ in NAMING:
        head = head.head
    return head


def counts_noun(anchor: Token) -> bool:
    """Tell whether a figure stands before the noun that it counts."""
    return right_noun(anchor) is not None


def of_pronoun(anchor: Token) -> bool:
    """Tell "370 of them" and "of which 73"."""
    objects = [each for child in anchor.rights if child.lower_ == "of" for each in child.rights]
    return any(each.pos_ == "PRON" for each in objects)


def part_of(anchor: Token) -> Token | None:
    """Return the wells of "six of the 17 wells", the injured of "the count of injured"."""
    for child in anchor.rights:
        if child.lower_ == "of" and child.dep_ == "prep":
            fits = (e for e in child.rights if e.pos_ in NAMING or e.lower_ in ADJECTIVES)
            return next(fits, None)
    return None


def sized(anchor: Token) -> Token | None:
    """Return the charge of "a charge of £37m"."""
    if anchor.dep_ != "pobj" or anchor.head.lower_ not in {"of", "worth"}:
        return None
    noun = anchor.head.head
    return noun if noun.pos_ in NAMING and noun.lemma_ not in _GENERIC else None


def clause_noun(anchor: Token) -> Token | None:
    """Return the turnout of "put the turnout at 5,300", the rent of "rent fell"."""
    verb = verb_over(anchor)
    if verb is None or verb.lemma_ in SAYING - {"be", "have"}:
        return None
    own = {anchor, *anchor.ancestors}
    roles = {child.dep_: child for child in verb.children if child not in own}
    named = (roles[role] for role in ("dobj", *_SUBJECTS, "attr") if role in roles)
    noun = next((each for each in named if each.pos_ in NAMING), None)
    if noun is None and verb.dep_ == "acl" and verb.head.pos_ in NAMING:
        return verb.head  # "the number of boats raised to 37"
    return noun


def stated(anchor: Token) -> Token | None:
    """Return the barges of "brought the number of barges down to 73"."""
    noun = clause_noun(anchor)
    return part_of(noun) if noun is not None and noun.lemma_ in _GENERIC | _OUTLOOK else None


def number_of(place: Place) -> Token | None:
    """Return the people of "The number of people on the roofs stands at 370"."""
    sentence = place.anchor.sent
    before = list(sentence[: max(0, place.first - sentence.start)])
    generic = (each for each in reversed(before) if each.lemma_ == "number")
    return next((noun for each in generic if (noun := part_of(each)) is not None), None)


def verb_over(token: Token) -> Token | None:
    """Return the nearest verb that a token hangs on."""
    return next((each for each in token.ancestors if each.pos_ in {"VERB", "AUX"}), None)


def phrase_of(noun: Token, place: Place) -> str:
    """Return a noun with what describes it, the figure itself and its modifiers left out."""
    words = [each.text for left in noun.lefts for each in _describing(left, place)]
    fates = [word for word in words if word.lower() in ADJECTIVES]  # "sunken barges"
    kept = [word for word in words if word not in fates]
    inner = part_of(noun) if noun.lemma_.lower() in _OPEN else None
    tail = [] if inner is None or not outside(inner, place) else ["of", *_named(inner, place)]
    return " ".join([*kept, noun.text, *tail, *fates])


def _named(noun: Token, place: Place) -> list[str]:
    return [*(each.text for left in noun.lefts for each in _describing(left, place)), noun.text]


def _describing(token: Token, place: Place) -> Iterator[Token]:
    if _describes(token, place):
        yield from (each for each in token.lefts if _describes(each, place))
        yield token


def _describes(token: Token, place: Place) -> bool:
    plain = token.dep_ in _DESCRIBING and token.lower_ not in _EMPTY and token.tag_ != "CD"
    return plain and token.pos_ != "ADP" and not token.is_punct and outside(token, place)


def outside(token: Token, place: Place) -> bool:
    """Tell whether a token is no part of the figure, nor another number."""
    return not place.first <= token.i < place.last and not token.like_num
