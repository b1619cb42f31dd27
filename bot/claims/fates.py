"""What became of those that a figure counts: read off words beside it, its noun and its verb."""

from dataclasses import dataclass

from spacy.tokens import Token

from bot.claims.model import Outcome
from bot.claims.outcomes import ADJECTIVES, AFFECTING, DYING, NOUNS, VERBS


@dataclass(frozen=True, slots=True)
class Fate:
    """The word that tells it ("injured", "charged"), and its outcome class if it has one."""

    word: str
    outcome: Outcome | None = None


_NONE = Fate("")
# "12,000 soldiers are believed to be in Russia": nothing has become of them by that word.
_MENTIONED = frozenset({
    "believe", "expect", "report", "say", "know", "think", "fear", "estimate", "put", "allow",
    "suppose", "due", "base", "see", "consider", "need", "count", "call", "list", "include",
})  # fmt: skip
_NAMED = frozenset({"NOUN", "PROPN"})
_DESCRIBED_BY = frozenset({"amod", "acl", "acomp", "nmod", "oprd"})


def fate_of_bare(anchor: Token) -> Fate:
    """Return the fate told by the word after a number without a noun: "17 damaged"."""
    if anchor.i + 1 >= len(anchor.doc):
        return _NONE
    after = anchor.nbor(1)
    if after.lower_ in ADJECTIVES:
        return Fate(after.lower_, ADJECTIVES[after.lower_][0])
    done = after.tag_ in {"VBN", "VBD", "JJ"} and after.lower_.endswith("ed")
    return Fate(after.lower_) if done and after.lemma_ not in _MENTIONED else _NONE


def fate_of(noun: Token) -> Fate:
    """Return what became of a noun's things: "people killed", "jobs cut"."""
    lemma = noun.lemma_.lower()
    if lemma in NOUNS:
        return Fate("", NOUNS[lemma][0])
    return _beside(noun) or _under_verb(noun) or _NONE


def _beside(noun: Token) -> Fate | None:
    """Read "people trapped", "the 57 missing people", "those known to have died"."""
    for child in noun.children:
        low = child.lower_
        if low in ADJECTIVES and child.dep_ in _DESCRIBED_BY:
            return Fate(low, ADJECTIVES[low][0])
        if child.dep_ == "acl" and child.tag_ in {"VBN", "VBD"}:
            return _by_verb(child) or _died_within(child)
    return None


def _by_verb(verb: Token) -> Fate | None:
    """Return the fate of what a verb is done to."""
    if verb.lemma_ in VERBS:
        outcome, word = VERBS[verb.lemma_]
        return Fate(word, outcome)
    if verb.lemma_ in _MENTIONED or verb.pos_ != "VERB":
        return None
    return Fate(verb.lower_) if verb.tag_ == "VBN" else None


def _died_within(verb: Token) -> Fate | None:
    for each in verb.subtree:
        if each.lemma_ in DYING:
            outcome, word = DYING[each.lemma_]
            return Fate(word, outcome)
    return None


def _under_verb(noun: Token) -> Fate | None:
    if noun.dep_ == "conj" and noun.head.pos_ in _NAMED:
        noun = noun.head
    if noun.dep_ == "nsubjpass":
        return _by_verb(noun.head)
    if noun.dep_ == "dobj":
        return _done_to(noun.head)
    return _done_by(noun) if noun.dep_ == "nsubj" else None


def _done_to(verb: Token) -> Fate | None:
    """Read the object of a verb: "killing 14 people", "cut 950 jobs"."""
    if verb.lemma_ in VERBS:
        outcome, word = VERBS[verb.lemma_]
        return Fate(word, outcome)
    participle = AFFECTING.get(verb.lemma_)
    return Fate(participle) if participle else None


def _done_by(noun: Token) -> Fate | None:
    """Read the subject of a verb: "two children have died", "57 people were still missing"."""
    verb = noun.head
    if verb.lemma_ in DYING:
        outcome, word = DYING[verb.lemma_]
        return Fate(word, outcome)
    told = (each for each in verb.children if each.dep_ in {"acomp", "attr", "oprd"})
    word = next((each.lower_ for each in (verb, *told) if each.lower_ in ADJECTIVES), "")
    return Fate(word, ADJECTIVES[word][0]) if word else None
