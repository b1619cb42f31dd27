"""What a figure counts or measures, as a short phrase: "houses destroyed", "cost of repair"."""

from dataclasses import dataclass
from typing import TypeGuard

from spacy.tokens import Token

from bot.claims.fates import Fate, fate_of, fate_of_bare
from bot.claims.model import Outcome
from bot.claims.nouns import (
    NAMING,
    Place,
    clause_noun,
    number_of,
    of_pronoun,
    outside,
    part_of,
    phrase_of,
    right_noun,
    sized,
    stated,
    verb_over,
)
from bot.claims.outcomes import ADJECTIVES, NOUNS


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted ("houses destroyed"), its outcome, and its noun for the next figure."""

    what: str
    outcome: Outcome | None = None
    noun: Token | None = None


# Verbs whose figure is that of a noun: "would cost $9m" is the cost of its subject.
_NOUN_OF_VERB = {
    "cost": "cost", "fine": "fine", "fin": "fine", "pay": "pay", "lose": "loss", "save": "saving",
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
_DEMAND = {"claim": "demand"}  # "lowered the claim to 8 per cent"
_KEPT_AT = frozenset({"cost", "value"})  # "was costed at $9 million"
_BUYING = frozenset({"buy", "acquire", "purchase", "sell", "sign", "pay"})
_GIVING = frozenset({"pay", "give", "award", "offer", "grant", "receive"})
_SHARES = frozenset({"%", "percent", "cent", "percentage"})
_HEADING = 6
"""A heading before a colon has at most so many tokens: "Barns flooded: 35"."""


def counted(place: Place, earlier: Counted) -> Counted:
    """Return what a figure counts.

    `earlier` is what the figure before it counted, for "40 scorched" after "25 barns flooded".
    """
    if noun := right_noun(place.anchor):
        return _described(noun, place)
    if place.bare:
        return _bare(place, earlier)
    noun = part_of(place.anchor) or sized(place.anchor)
    if noun is not None:
        return Counted(phrase_of(noun, place), noun=noun)
    return Counted(_heading(place) or _by_verb(place), noun=clause_noun(place.anchor))


def _bare(place: Place, earlier: Counted) -> Counted:
    """Return what a number without noun or unit counts: "gave the number of wounded as 35"."""
    anchor = place.anchor
    told = fate_of_bare(anchor)
    noun = None if of_pronoun(anchor) else part_of(anchor) or sized(anchor)
    if noun is None and (heading := _heading(place)) and not earlier.noun:
        return Counted(" ".join(filter(None, [heading, told.word])), told.outcome)
    noun = noun or stated(anchor) or _shared(earlier, told)
    noun = noun or (None if told.word else clause_noun(anchor) or number_of(place))
    if noun is None:
        return Counted(f"people {told.word}" if told.outcome else _by_verb(place), told.outcome)
    return _described(noun, place, told)


def _shared(earlier: Counted, told: Fate) -> Token | None:
    """Return the noun of the figure before: homes; but no survivor of "70 survivors, 45 dead"."""
    noun = earlier.noun
    fated = noun is not None and (noun.lemma_ in NOUNS or noun.lemma_ in {"survivor", "victim"})
    return None if fated and told.outcome else noun


def _described(noun: Token, place: Place, told: Fate | None = None) -> Counted:
    """Return a noun with its fate; `told` beside a number outweighs the noun's own."""
    if noun.lower_ in ADJECTIVES:  # "the number of wounded"
        return Counted(f"people {noun.lower_}", ADJECTIVES[noun.lower_][0], noun)
    if _is_toll(noun) or noun.lower_ == "bodies":
        return Counted("people killed", Outcome.KILLED, noun)
    what, fate = phrase_of(noun, place), told if told and told.word else None
    if fate is None and place.bare:
        fate = fate_of(noun)
    if fate is None or not fate.word or fate.word in what.split():
        return Counted(what, fate.outcome if fate else None, noun)
    return Counted(f"{what} {fate.word}", fate.outcome, noun)


def _is_toll(noun: Token) -> bool:
    injury = any(each.lemma_ in {"injury", "casualty"} for each in noun.children)
    return noun.lemma_ == "toll" and not injury


def _by_verb(place: Place) -> str:
    """Return what a sum or share with no noun of its own is of: "cost of the bridge"."""
    verb = verb_over(place.anchor)
    if verb is not None and (paid := _paid(verb, place)):
        return paid
    noun = stated(place.anchor) or clause_noun(place.anchor)
    phrase = phrase_of(noun, place) if noun is not None else ""
    if verb is None:
        return phrase
    level = any(each.lower_ in {"to", "at"} for each in place.anchor.ancestors if each.i > verb.i)
    level = level and verb.lemma_ not in _KEPT_AT
    name = "" if level else _NOUN_OF_VERB.get(verb.lemma_, "")
    if name in _OF_SUBJECT and phrase:
        return f"{name} of {phrase}"
    return name or _DEMAND.get(phrase, phrase) or _announced(place)


def _paid(verb: Token, place: Place) -> str:
    """Return what a sum buys or whom it goes to: "price of Orsk Mills", "payment to widows"."""
    printed = {each.lower_ for each in place.anchor.doc[place.first : place.last]}
    if not printed.isdisjoint(_SHARES):  # "offered the nurses 3 per cent"
        return ""
    if verb.lemma_ in _GIVING and (taker := _taker(verb, place)):
        return f"payment to {phrase_of(taker, place)}"
    if verb.lemma_ not in _BUYING:
        return ""
    roles = {each.dep_: each for each in verb.children}
    goods = roles.get("dobj", roles.get("nsubjpass"))
    if not _other(goods, place):  # "pay $700 million for the mill"
        goods = _after(verb, "for")
    return f"price of {phrase_of(goods, place)}" if _other(goods, place) else ""


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
    return noun is not None and noun.pos_ in NAMING and outside(noun, place)


def _announced(place: Place) -> str:
    """Return the offer of "An offer was put to them: 3.2 per cent"."""
    before = place.anchor.doc[place.anchor.sent.start : place.first]
    if not any(each.text == ":" for each in before):
        return ""
    subject = next((each for each in before if each.dep_ in {"nsubj", "nsubjpass"}), None)
    return phrase_of(subject, place) if subject is not None and subject.pos_ in NAMING else ""


def _heading(place: Place) -> str:
    """Return the words before a colon that a figure follows: "Barns flooded: 35"."""
    sentence = place.anchor.sent
    before = list(sentence[: place.first - sentence.start])
    if not before or before[-1].text != ":" or len(before) > _HEADING:
        return ""
    return " ".join(each.lower_ for each in before if each.is_alpha)
