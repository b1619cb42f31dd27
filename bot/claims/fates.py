"""What became of those that a figure counts: read off words beside it, its noun and its verb."""

from dataclasses import dataclass

from spacy.tokens import Token

from bot.claims.model import Outcome
from bot.claims.outcomes import ADJECTIVES, AFFECTING, DYING, NOUNS, VERBS
from bot.claims.vocabulary import CAUSES


@dataclass(frozen=True, slots=True)
class Fate:
    """The word that tells it ("injured", "charged"), and its outcome class if it has one."""

    word: str
    outcome: Outcome | None = None


_NONE = Fate("")
# "80 climbers are thought to be in Varno": nothing has become of them by that word.
_MENTIONED = frozenset({
    "believe", "expect", "report", "say", "know", "think", "fear", "estimate", "put", "allow",
    "suppose", "due", "presume", "base", "see", "consider", "need", "count", "call", "list",
    "include",
})  # fmt: skip
_WHO = frozenset({"people", "person", "resident", "villager", "family", "man", "woman"})
_SUPPLIED = frozenset({"home", "house", "household", "customer", "property", "business"})
_CATCHING = frozenset({"catch", "contract", "get", "have"})
_SUPPLY = {"electricity": "power"}
_NAMED = frozenset({"NOUN", "PROPN"})
_DESCRIBED_BY = frozenset({"amod", "acl", "acomp", "nmod", "oprd"})


def fate_of_bare(anchor: Token) -> Fate:
    """Return the fate told by the word after a number without a noun: "40 scorched"."""
    if anchor.i + 1 >= len(anchor.doc):
        return _NONE
    after = anchor.nbor(1)
    if after.lower_ in ADJECTIVES:
        return Fate(after.lower_, ADJECTIVES[after.lower_][0])
    done = after.tag_ in {"VBN", "VBD", "JJ"} and after.lower_.endswith("ed")
    if done and after.lemma_ not in _MENTIONED and after.lemma_ not in DYING:
        return Fate(after.lower_)
    if anchor.dep_ != "nsubj":
        return _NONE
    return _done_by(anchor) or _NONE  # "Three remain missing", "Eleven of them drowned"


def fate_of(noun: Token) -> Fate:
    """Return what became of a noun's things: "people killed", "jobs cut"."""
    lemma = noun.lemma_.lower()
    if lemma in NOUNS:
        return Fate("", NOUNS[lemma][0])
    fate = _beside(noun) or _under_verb(noun) or _NONE
    return fate if fate.outcome else _uprooted(noun) or _cut_off(noun) or fate


def _beside(noun: Token) -> Fate | None:
    """Read "people trapped", "the 35 missing people", "those who drowned"."""
    for child in noun.children:
        low = child.lower_
        if low in ADJECTIVES and child.dep_ in _DESCRIBED_BY:
            return Fate(low, ADJECTIVES[low][0])
        if child.dep_ == "acl" and child.tag_ in {"VBN", "VBD"}:
            return _by_verb(child) or _died_within(child)
    return None


def _uprooted(noun: Token) -> Fate | None:
    """Read "700 people had to flee from home", "evacuation orders affect 700 people"."""
    if noun.lemma_ not in _WHO:
        return None
    told = [each for each in noun.children if each.dep_ in {"acl", "relcl"}] or _verbs_over(noun)
    words = {each.lemma_.lower() for verb in told for each in verb.subtree}
    driven = words & {"leave", "flee", "move", "force", "drive"} and words & {"home", "house"}
    ordered = "leave" in words and words & {"order", "tell", "ask", "urge"}
    if driven or ordered or "evacuation" in words:
        return Fate("displaced", Outcome.DISPLACED)
    return None


def _verbs_over(noun: Token) -> list[Token]:
    return [each for each in noun.ancestors if each.pos_ == "VERB"][:1]


def _cut_off(noun: Token) -> Fate | None:
    """Read "240,000 homes are without power" and "86,000 homes lost power"."""
    if noun.dep_ == "nsubjpass" and noun.lemma_ in _SUPPLIED and noun.head.lemma_ == "cut":
        return Fate("without power") if "off" in {e.lower_ for e in noun.head.children} else None
    if noun.dep_ != "nsubj":
        return None
    near = {each.lemma_.lower() for each in noun.head.subtree if each.i > noun.i}
    lost = noun.head.lemma_ == "lose" or "without" in near
    supply = near & {"power", "electricity", "water", "gas", "heating"}
    return Fate(f"without {_SUPPLY.get(min(supply), min(supply))}") if lost and supply else None


def _by_verb(verb: Token) -> Fate | None:
    """Return the fate of what a verb is done to."""
    if _both(verb):
        return Fate("casualties", Outcome.CASUALTIES)
    if verb.lemma_ in VERBS:
        outcome, word = VERBS[verb.lemma_]
        return Fate(word, outcome)
    if verb.lemma_ in _MENTIONED or verb.pos_ != "VERB":
        return None
    return Fate(verb.lower_) if verb.tag_ == "VBN" else None


def _both(verb: Token) -> bool:
    """Tell "killed or wounded" from "35 were killed and 14 wounded", where each has its number."""
    joined = [verb, *(each for each in verb.conjuncts if not _has_its_own(each))]
    met = {VERBS[each.lemma_][0] for each in joined if each.lemma_ in VERBS}
    return {Outcome.KILLED, Outcome.INJURED} <= met


def _has_its_own(verb: Token) -> bool:
    first = min(verb.i, *(each.i for each in verb.conjuncts))
    return any(each.like_num for each in verb.doc[first + 1 : verb.i])


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
        return _by_verb(noun.head) or _known_to(noun.head)
    if noun.dep_ == "dobj":
        return _done_to(noun.head)
    return _done_by(noun) if noun.dep_ == "nsubj" else None


def _known_to(verb: Token) -> Fate | None:
    """Read "six are known to have died", "four are thought to have been killed"."""
    if verb.lemma_ not in _MENTIONED:
        return None
    for each in verb.children:
        if each.dep_ in {"oprd", "acomp", "attr"} and each.lower_ in ADJECTIVES:
            return Fate(each.lower_, ADJECTIVES[each.lower_][0])
        if each.dep_ not in {"xcomp", "ccomp"}:
            continue
        fates = DYING | VERBS if any(c.dep_ == "auxpass" for c in each.children) else DYING
        if each.lemma_ in fates:
            outcome, word = fates[each.lemma_]
            return Fate(word, outcome)
    return None


def _done_to(verb: Token) -> Fate | None:
    """Read the object of a verb: "killing 35 people", "cut 70 posts"."""
    if verb.lemma_ in VERBS:
        outcome, word = VERBS[verb.lemma_]
        return Fate(word, outcome)
    participle = AFFECTING.get(verb.lemma_)
    return Fate(participle) if participle else None


def _done_by(noun: Token) -> Fate | None:
    """Read the subject of a verb: "six climbers have died", "35 sailors were missing"."""
    verb = noun.head
    if verb.lemma_ in _CATCHING and any(
        CAUSES.get(c.lower_) == "outbreak" for c in verb.children if c.dep_ == "dobj"
    ):
        return Fate("infected", Outcome.INFECTED)  # "41 children have caught measles"
    if verb.lemma_ in DYING:
        outcome, word = DYING[verb.lemma_]
        return Fate(word, outcome)
    told = (each for each in verb.children if each.dep_ in {"acomp", "attr", "oprd"})
    word = next((each.lower_ for each in (verb, *told) if each.lower_ in ADJECTIVES), "")
    return Fate(word, ADJECTIVES[word][0]) if word else None
