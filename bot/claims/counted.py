"""What a figure counts or measures, as a short phrase: "houses destroyed", "cost of repair"."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeGuard

from spacy.tokens import Token

from bot.claims.fates import Fate, fate_of, fate_of_bare
from bot.claims.model import Outcome
from bot.claims.outcomes import ADJECTIVES, NOUNS


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted ("houses destroyed"), its outcome, and its noun for the next figure."""

    what: str
    outcome: Outcome | None = None
    noun: Token | None = None


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
_NOUNS = frozenset({"NOUN", "PROPN"})
_DESCRIBING = frozenset({"amod", "compound", "nmod"})
_SUBJECTS = ("nsubjpass", "nsubj", "csubj")
_EMPTY = frozenset({
    "additional", "further", "more", "other", "another", "extra", "total", "estimated", "least",
    "few", "fewer", "less", "many", "overall", "first", "second", "third", "last", "new", "some",
    "own", "such", "true", "remaining", "reported", "only", "latest", "entire", "whole", "full",
    "up", "about", "around", "nearly", "almost", "over", "under", "between", "quarter", "half",
})  # fmt: skip
# Nouns that stand for the number itself: "the number of coaches", "put the crowd at 28,000".
_GENERIC = frozenset({
    "number", "total", "count", "figure", "tally", "share", "proportion", "average", "amount",
    "estimate", "sum", "rest", "majority", "maximum", "minimum", "record", "list", "toll",
})  # fmt: skip
_OUTLOOK = frozenset({"forecast", "projection", "size", "level", "outlook"})  # of what follows
# Nouns that say little without what follows them: "doses of vaccine", "cost of rebuilding".
_OPEN = frozenset({
    "case", "count", "dose", "cost", "price", "rate", "member", "value", "loss", "piece", "pair",
    "fall", "rise", "victim", "ton", "unit", "act", "share", "shipment", "claim",
})  # fmt: skip
# Verbs whose figure is that of a noun: "would cost $38m" is the cost of its subject.
_NOUN_OF_VERB = {
    "cost": "cost", "fine": "fine", "pay": "pay", "lose": "loss", "save": "saving",
    "spend": "spending", "raise": "rise", "recover": "money recovered", "repay": "repayment",
    "grow": "growth", "expand": "growth", "fall": "fall", "drop": "fall", "decline": "fall",
    "shrink": "fall", "rise": "rise", "climb": "rise", "increase": "rise", "cut": "cut",
    "reduce": "cut", "lower": "cut", "invest": "investment", "borrow": "borrowing",
    "earn": "earnings", "donate": "donation", "hold": "stake", "own": "stake", "value": "value",
    "offer": "offer", "bid": "bid", "seek": "demand", "demand": "demand", "ask": "demand",
    "want": "demand", "withdraw": "money withdrawn", "claw": "money recovered",
    "cheat": "loss", "defraud": "loss", "swindle": "loss", "fleece": "loss", "rob": "loss",
    "last": "length", "take": "length", "go": "length",
}  # fmt: skip
_OF_SUBJECT = frozenset({"cost", "growth", "fall", "rise", "length", "fine", "pay", "value"})
_DEMAND = {"claim": "demand"}  # "has trimmed its own claim to 6 per cent"
_KEPT_AT = frozenset({"cost", "value"})  # "is now costed at $26 million"
_BUYING = frozenset({"buy", "acquire", "purchase", "sell", "sign", "pay"})
_GIVING = frozenset({"pay", "give", "award", "offer", "grant", "receive"})
_SHARES = frozenset({"%", "percent", "cent", "percentage"})
_SAYING = frozenset({"say", "tell", "be", "have", "report", "add", "warn", "claim", "do"})
_HEADING = 6
"""A heading before a colon has at most so many tokens: "Homes destroyed: 1,140"."""


def counted(place: Place, earlier: Counted) -> Counted:
    """Return what a figure counts.

    `earlier` is what the figure before it counted, for "17 damaged" after "61 homes destroyed".
    """
    if noun := _right_noun(place.anchor):
        return _described(noun, place)
    if place.bare:
        return _bare(place, earlier)
    noun = _part_of(place.anchor) or _sized(place.anchor)
    if noun is not None:
        return Counted(_phrase(noun, place), noun=noun)
    return Counted(_heading(place) or _by_verb(place), noun=_clause_noun(place.anchor))


def _bare(place: Place, earlier: Counted) -> Counted:
    """Return what a number without noun or unit counts: "put the number of injured at 86"."""
    anchor = place.anchor
    told = fate_of_bare(anchor)
    noun = None if _of_pronoun(anchor) else _part_of(anchor) or _sized(anchor)
    if noun is None and (heading := _heading(place)) and not earlier.noun:
        return Counted(" ".join(filter(None, [heading, told.word])), told.outcome)
    noun = noun or _stated(anchor) or _shared(earlier, told)
    noun = noun or (None if told.word else _clause_noun(anchor) or _number_of(place))
    if noun is None:
        return Counted(f"people {told.word}" if told.outcome else _by_verb(place), told.outcome)
    return _described(noun, place, told)


def _shared(earlier: Counted, told: Fate) -> Token | None:
    """Return the noun of the figure before: homes; but no survivor of "158 survivors, 62 dead"."""
    noun = earlier.noun
    fated = noun is not None and (noun.lemma_ in NOUNS or noun.lemma_ in {"survivor", "victim"})
    return None if fated and told.outcome else noun


def _described(noun: Token, place: Place, told: Fate | None = None) -> Counted:
    """Return a noun with its fate; `told` beside a number outweighs the noun's own."""
    if noun.lower_ in ADJECTIVES:  # "the number of injured"
        return Counted(f"people {noun.lower_}", ADJECTIVES[noun.lower_][0], noun)
    if _is_toll(noun) or noun.lower_ == "bodies":
        return Counted("people killed", Outcome.KILLED, noun)
    what, fate = _phrase(noun, place), told if told and told.word else None
    if fate is None and place.bare:
        fate = fate_of(noun)
    if fate is None or not fate.word or fate.word in what.split():
        return Counted(what, fate.outcome if fate else None, noun)
    return Counted(f"{what} {fate.word}", fate.outcome, noun)


def _is_toll(noun: Token) -> bool:
    injury = any(each.lemma_ in {"injury", "casualty"} for each in noun.children)
    return noun.lemma_ == "toll" and not injury


def _right_noun(anchor: Token) -> Token | None:
    """Return the noun that a figure stands before: "150,000 people", "a £64m-a-year order"."""
    head = anchor.head
    if anchor.dep_ not in _LEFT or head.pos_ not in _NOUNS or head.i <= anchor.i:
        return None
    while head.dep_ in {"compound", "nmod"} and head.head.i > head.i and head.head.pos_ in _NOUNS:
        head = head.head
    return head


def counts_noun(anchor: Token) -> bool:
    """Tell whether a figure stands before the noun that it counts."""
    return _right_noun(anchor) is not None


def _of_pronoun(anchor: Token) -> bool:
    """Tell "400 of them" and "of which 788"."""
    objects = [each for child in anchor.rights if child.lower_ == "of" for each in child.rights]
    return any(each.pos_ == "PRON" for each in objects)


def _part_of(anchor: Token) -> Token | None:
    """Return the wells of "four of the 11 wells", the injured of "the number of injured"."""
    for child in anchor.rights:
        if child.lower_ == "of" and child.dep_ == "prep":
            fits = (e for e in child.rights if e.pos_ in _NOUNS or e.lower_ in ADJECTIVES)
            return next(fits, None)
    return None


def _sized(anchor: Token) -> Token | None:
    """Return the charge of "a charge of £42m"."""
    if anchor.dep_ != "pobj" or anchor.head.lower_ not in {"of", "worth"}:
        return None
    noun = anchor.head.head
    return noun if noun.pos_ in _NOUNS and noun.lemma_ not in _GENERIC else None


def _clause_noun(anchor: Token) -> Token | None:
    """Return the crowd of "put the crowd at 28,000", the unemployment of "unemployment fell"."""
    verb = _verb(anchor)
    if verb is None or verb.lemma_ in _SAYING - {"be", "have"}:
        return None
    own = {anchor, *anchor.ancestors}
    roles = {child.dep_: child for child in verb.children if child not in own}
    named = (roles[role] for role in ("dobj", *_SUBJECTS, "attr") if role in roles)
    noun = next((each for each in named if each.pos_ in _NOUNS), None)
    if noun is None and verb.dep_ == "acl" and verb.head.pos_ in _NOUNS:
        return verb.head  # "the number of records taken to 305,000"
    return noun


def _stated(anchor: Token) -> Token | None:
    """Return the coaches of "reduced the number of coaches to 260"."""
    noun = _clause_noun(anchor)
    return _part_of(noun) if noun is not None and noun.lemma_ in _GENERIC | _OUTLOOK else None


def _number_of(place: Place) -> Token | None:
    """Return the people of "The number of people moved out stands at 2,150"."""
    sentence = place.anchor.sent
    before = list(sentence[: max(0, place.first - sentence.start)])
    generic = (each for each in reversed(before) if each.lemma_ == "number")
    return next((noun for each in generic if (noun := _part_of(each)) is not None), None)


def _verb(token: Token) -> Token | None:
    return next((each for each in token.ancestors if each.pos_ in {"VERB", "AUX"}), None)


def _by_verb(place: Place) -> str:
    """Return what a sum or share with no noun of its own is of: "cost of the mission"."""
    verb = _verb(place.anchor)
    if verb is not None and (paid := _paid(verb, place)):
        return paid
    noun = _stated(place.anchor) or _clause_noun(place.anchor)
    phrase = _phrase(noun, place) if noun is not None else ""
    if verb is None:
        return phrase
    level = any(each.lower_ in {"to", "at"} for each in place.anchor.ancestors if each.i > verb.i)
    level = level and verb.lemma_ not in _KEPT_AT
    name = "" if level else _NOUN_OF_VERB.get(verb.lemma_, "")
    if name in _OF_SUBJECT and phrase:
        return f"{name} of {phrase}"
    return name or _DEMAND.get(phrase, phrase) or _announced(place)


def _paid(verb: Token, place: Place) -> str:
    """Return what a sum buys or whom it goes to: "price of Lakeland", "payment to families"."""
    printed = {each.lower_ for each in place.anchor.doc[place.first : place.last]}
    if not printed.isdisjoint(_SHARES):  # "offered the drivers 5 per cent"
        return ""
    if verb.lemma_ in _GIVING and (taker := _taker(verb, place)):
        return f"payment to {_phrase(taker, place)}"
    if verb.lemma_ not in _BUYING:
        return ""
    roles = {each.dep_: each for each in verb.children}
    goods = roles.get("dobj", roles.get("nsubjpass"))
    if not _other(goods, place):  # "pay $3.4 billion for its rival"
        goods = _after(verb, "for")
    return f"price of {_phrase(goods, place)}" if _other(goods, place) else ""


def _taker(verb: Token, place: Place) -> Token | None:
    """Return who gets a sum: "each household" of "pay each household $75"."""
    roles = {each.dep_: each for each in verb.children}
    taker = roles.get("nsubj") if verb.lemma_ == "receive" else roles.get("dative")
    if taker is not None and taker.pos_ == "ADP":
        taker = next(taker.rights, None)
    taker = taker or _after(verb, "to")
    return taker if _other(taker, place) else None


def _after(verb: Token, preposition: str) -> Token | None:
    """Return the noun after a preposition of the verb, or of the sum that is its object."""
    heads = (verb, *(each for each in verb.children if each.dep_ == "dobj"))
    found = (e for h in heads for p in h.children if p.lower_ == preposition for e in p.rights)
    return next((each for each in found if each.dep_ == "pobj"), None)


def _other(noun: Token | None, place: Place) -> TypeGuard[Token]:
    return noun is not None and noun.pos_ in _NOUNS and _outside(noun, place)


def _announced(place: Place) -> str:
    """Return the offer of "A new offer is on the table: 4.8 per cent"."""
    before = place.anchor.doc[place.anchor.sent.start : place.first]
    if not any(each.text == ":" for each in before):
        return ""
    subject = next((each for each in before if each.dep_ in {"nsubj", "nsubjpass"}), None)
    return _phrase(subject, place) if subject is not None and subject.pos_ in _NOUNS else ""


def _heading(place: Place) -> str:
    """Return the words before a colon that a figure follows: "Homes destroyed: 1,140"."""
    sentence = place.anchor.sent
    before = list(sentence[: place.first - sentence.start])
    if not before or before[-1].text != ":" or len(before) > _HEADING:
        return ""
    return " ".join(each.lower_ for each in before if each.is_alpha)


def _phrase(noun: Token, place: Place) -> str:
    """Return a noun with what describes it, the figure itself and its modifiers left out."""
    words = [each.text for left in noun.lefts for each in _describing(left, place)]
    fates = [word for word in words if word.lower() in ADJECTIVES]  # "destroyed homes"
    kept = [word for word in words if word not in fates]
    inner = _part_of(noun) if noun.lemma_.lower() in _OPEN else None
    tail = [] if inner is None or not _outside(inner, place) else ["of", *_named(inner, place)]
    return " ".join([*kept, noun.text, *tail, *fates])


def _named(noun: Token, place: Place) -> list[str]:
    return [*(each.text for left in noun.lefts for each in _describing(left, place)), noun.text]


def _describing(token: Token, place: Place) -> Iterator[Token]:
    if _describes(token, place):
        yield from (each for each in token.lefts if _describes(each, place))
        yield token


def _describes(token: Token, place: Place) -> bool:
    plain = token.dep_ in _DESCRIBING and token.lower_ not in _EMPTY and token.tag_ != "CD"
    return plain and token.pos_ != "ADP" and not token.is_punct and _outside(token, place)


def _outside(token: Token, place: Place) -> bool:
    return not place.first <= token.i < place.last and not token.like_num
