"""Whether what somebody says is affirmed, denied or left open."""

import re

from spacy.tokens import Doc, Token

from bot.claims.attributed import Attribution
from bot.claims.certainty import NOT_RULED_OUT, left_open, main_clause, not_ruled_out
from bot.claims.model import Polarity
from bot.claims.parsed import root_of, small_of
from bot.claims.reporting import SAID_THINGS, SCORNING, SURVEYS, TAKING_BACK

DENYING = frozenset("deny dismiss reject refute dispute rebut contradict plead".split())
DECIDERS = frozenset(
    """voter parliament senate congress assembly house court judge jury council shareholder
    member delegate lawmaker mp deputy senator committee tribunal board panel magistrate electorate
    investor creditor councillor regulator legislature chamber""".split()
)
DECIDED = frozenset(
    """bill law motion budget plan proposal treaty deal offer bid appeal amendment referendum
    constitution merger takeover application petition mine project scheme contract pact agreement
    lawsuit suit case request resolution nomination candidate levy tax ban reform""".split()
)
"""What a vote or a ruling turns down: a decision, and no denial of what anybody said."""
DISMISSED = frozenset(
    """coach manager minister official worker employee chief director captain officer head boss
    trainer staff teacher commander""".split()
)
NEGATIVE = frozenset("no not n't never none nobody nothing neither nor".split())
SCORN = r"""(?:false|nonsense|untrue|a\ lie|lies|baseless|fake|rubbish|invent(?:ed|ions?)
    |fabricat(?:ed|ions?)|misleading|fiction|fantasy|a\ fairy\ ?tale|a\ hoax|garbage|absurd
    |ridiculous|laughable|preposterous|ludicrous|made\ up|groundless|unfounded|without\ foundation
    |a\ smear|a\ myth|slander|propaganda|far-fetched|poppycock|hogwash|bunk)"""
WRONG = re.compile(
    rf"""\b(?:(?:is|are|was|were|be|been|as|being)\ (?:\w+\ )?(?:wrong|false|untrue|incorrect
        |nonsense|baseless|fabricated|inaccurate|misleading|unfounded|a\ lie|out\ of\ date)
    |rul(?:e|ed|es|ing)\ out(?!\ (?:with|of|for|by|through|until|after|because|injured)\b)
    |denies|denied|denying|no\ truth|not\ the\ case
    |(?:call|brand|label|describ|dismiss)\w*\ [^;]{{0,80}}?\b{SCORN}
    |(?:rejected|dismissed)\ (?:the|these|those|any|claims|reports|suggestions|talk|outright
    |as))\b""",
    re.VERBOSE,
)
WITHHELD = re.compile(
    r"""\bden(?:y|ies|ied|ying)\b(?:\ \w+){0,3}?\ (?:bail|entry|entrance|access|admission|boarding
        |visas?|parole|permission|asylum|treatment|service|shelter|an?\ licen[cs]e|a\ permit)\b""",
    re.VERBOSE,
)
"""Who is denied bail or entry is denied no claim."""
BUT_NOT_DENIED = frozenset(
    "only just least until confidence sooner later doubt matter wonder surprise but".split()
)
"""After "not", "no" and "nothing" these deny nothing: "not only", "no confidence motion"."""
LEFT_OUT = frozenset("include cover count specify".split())
"""Nor do these: "The toll does not include 37 sailors" says what a number covers."""
COMPARED = frozenset("more less fewer".split())
"""Nor do these before "than": "no fewer than 37", but "no more money" denies."""
LOST = frozenset("survive survived regain regained reawaken".split())
"""Nor do these: "37 did not survive" says that they died."""
NEGATING = frozenset("neg det nsubj nsubjpass dobj attr advmod preconj cc".split())


def polarity_of(doc: Doc, said: Attribution | None, content: frozenset[int]) -> Polarity:
    """Return whether the content is affirmed, denied, or left open by whoever speaks."""
    whole = small_of(doc)
    if found := left_open(doc):
        denied_first = ";" in whole[: found.start()] and _is_denied(doc, said, whole)
        return Polarity.DENIED if denied_first else Polarity.UNCONFIRMED
    if _is_denied(doc, said, whole):
        return Polarity.DENIED
    if said is not None and said.cue.lemma_ == "say" and said.source.lemma_ in SURVEYS:
        return Polarity.AFFIRMED  # "In a survey, 37 per cent said they would not go"
    if any(_denies(t) for t in main_clause(doc, said, content)):
        return Polarity.DENIED
    return Polarity.AFFIRMED


def _is_denied(doc: Doc, said: Attribution | None, whole: str) -> bool:
    """Tell a denial by the words that speak: "denies", "called the report false"."""
    text = WITHHELD.sub("", whole)
    verbs = [said.cue] if said is not None else []
    verbs += [root_of(doc)]
    decided = any(map(_decides, verbs))
    if len(text) == len(whole) and not decided and any(map(_rebuts, verbs)):
        return True
    found = WRONG.search(NOT_RULED_OUT.sub("", text) if " rul" in text else text)
    if found is None:
        return False
    return not decided or not found[0].startswith(("reject", "dismiss"))


def _rebuts(verb: Token) -> bool:
    """Tell "denied it" and "slammed the claims" from "slammed the brakes"."""
    lemma = verb.lemma_.lower()
    if lemma in DENYING:
        return True
    if lemma not in SCORNING | TAKING_BACK or any(c.dep_ == "neg" for c in verb.children):
        return False
    return bool(_objects(verb) & SAID_THINGS)


def _decides(verb: Token) -> bool:
    """Tell "Voters rejected a bypass" and "dismissed the coach" from "rejected the report"."""
    lemma = verb.lemma_.lower()
    objects = _objects(verb)
    if lemma == "dismiss" and objects & DISMISSED:
        return True
    if lemma not in {"reject", "dismiss"} or objects & SAID_THINGS or not objects:
        return False
    subjects = {c.lemma_.lower() for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}}
    agents = {t.lemma_.lower() for c in verb.children if c.dep_ == "agent" for t in c.children}
    passive = {c.lemma_.lower() for c in verb.children if c.dep_ == "nsubjpass"} & DECIDED
    return bool((subjects | agents) & DECIDERS and (objects & DECIDED or passive))


def _objects(verb: Token) -> set[str]:
    objects = (c for c in verb.children if c.dep_ in {"dobj", "nsubjpass"})
    return {t.lemma_.lower() for c in objects for t in (c, *c.conjuncts)}


def _denies(token: Token) -> bool:
    """Tell a negative of the main clause: "no bridge was built", "did not go ahead"."""
    if token.lower_ not in NEGATIVE:
        return False
    following = [after.lower_ for after in token.doc[token.i + 1 : token.i + 3]] + ["", ""]
    if following[0] == "-" or following[0] in BUT_NOT_DENIED | LEFT_OUT | LOST:
        return False  # "a no-fly zone", "not only"
    if following[0] in COMPARED and following[1] == "than":
        return False
    ruled = not_ruled_out(small_of(token.doc))
    inside = any(found.start() <= token.idx < found.end() for found in ruled)
    if inside or _leaves_out_the_verb(token):
        return False
    corrects = token.lower_ == "not" and token.i and token.nbor(-1).text == ","
    first = following[:2] == ["the", "first"]
    return token.dep_ in NEGATING and not first and not corrects  # "it is 37, not 73"


def _leaves_out_the_verb(token: Token) -> bool:
    """Tell "370 went home and 35 did not", which says how many stayed."""
    verb = token.head
    ends = all(t.is_punct for t in token.doc[token.i + 1 : token.i + 2])
    counted = any(c.dep_ == "nsubj" and c.like_num for c in verb.children)
    return (
        ends and counted and verb.lemma_ in {"do", "be", "have", "will", "can", "could", "would"}
    )
