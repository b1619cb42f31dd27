"""How strongly the content of a claim is put, and whether it is affirmed, denied or left open."""

import re
from functools import lru_cache

from spacy.tokens import Doc, Token

from bot.claims.attributed import Attribution
from bot.claims.model import Certainty, Polarity
from bot.claims.parsed import AT_HAND, root_of, text_of

POSSIBLE = frozenset("may might could perhaps possibly maybe potentially conceivably".split())
PROBABLE = frozenset(
    """likely probably reportedly allegedly apparently seemingly presumably supposedly purportedly
    believed expected thought forecast understood projected anticipated tipped predicted
    estimated""".split()
)
PROBABLE_VERBS = frozenset(
    """expect forecast aim believe reckon predict project anticipate think hope appear seem suspect
    intend""".split()
)
POSSIBLE_VERBS = frozenset("threaten consider mull weigh risk speculate fear".split())
POSSIBLE_WORDS = re.compile(
    r"\b(?:as many as|threat(?:s|ened|ens)? to|threaten\w*|at risk of|in danger of|speculation"
    r"|possib(?:le|ility)|chance of)\b",
    re.IGNORECASE,
)
PROBABLE_WORDS = re.compile(
    r"\b(?:set to|on course to|on track to|about to|preparing to|poised to|bound to|should be"
    r"|should have)\b",
    re.IGNORECASE,
)
CONDITION = re.compile(
    r"\b(?:if|unless|should .* prove|were to|assuming|provided that)\b", re.IGNORECASE
)
COULD_NOT = r"""(?:could|can|was|were|has|have|had|is|are)\s?(?:not|n't|not\ yet)\ (?:been\ |be\ )?
    (?:(?:independently|immediately|publicly|fully|officially|able\ to)\ )*
    (?:verif|confirm|establish|determin|address|comment|respond|corroborat)\w*"""
YET_TO = (
    r"(?:has|have|had)\ yet\ to\ (?:be\ )?(?:confirm|comment|respond|verif|establish|determin)\w*"
)
CANNOT = r"cannot\ (?:be\ )?(?:independently\ )?(?:verif|confirm|establish|comment|say)\w*"
WOULD_NOT = r"""(?:would|could|did|will|does|do)(?:\ not|n't)\ (?:be\ drawn|say|confirm|comment
        |verify|answer
    |respond|reply|discuss|return|give\ details|elaborate|disclose|provide|release)\b"""
DECLINED = r"""declin\w+\ to\ \w+|refus\w+\ to\ (?:say|comment|confirm|discuss|answer|be\ drawn
        |elaborate|give|disclose|name|be\ interviewed)"""
NO_WORD = r"""no\ (?:immediate\ |further\ |official\ )*(?:comment|confirmation|response|reply)
    |neither\ confirm(?:ed)?\ nor\ den(?:y|ied)|not\ (?:immediately\ )?available\ for\ comment
    |awaiting\ confirmation|no\ cases?\ .{0,30}\bconfirmed"""
NO_PROOF = r"""(?:did|does|do|has|have)\ not\ (?:includ|publish|releas|provid|produc|offer
        |contain)\w*\ (?:any\ |the\ )?
        (?:mention|evidence|proof|details|reference)
    |(?:includ|publish|releas|provid|produc|offer|contain|mak|mad|gav|giv)\w*\ no\ (?:such\ )?
        (?:mention|evidence|proof|details|reference|passage|sentence)
    |without\ (?:giving|providing|offering)\ (?:any\ )?(?:evidence|proof)"""
UNKNOWN = r"""(?:is|was|are|remains?|remained)\ (?:un(?:clear|known|confirmed|verified|certain)
        |not\ (?:yet\ )?(?:clear|known))
    |(?:un|not\ yet\ (?:be\ )?(?:fully\ )?)(?:verified|confirmed)
    |(?:is|are|was|were)\ still\ (?:verify|check|investigat|examin)ing"""
OPEN = re.compile(
    rf"\b(?:{COULD_NOT}|{YET_TO}|{CANNOT}|{WOULD_NOT}|{DECLINED}|{NO_WORD}|{NO_PROOF}|{UNKNOWN})",
    re.VERBOSE | re.IGNORECASE,
)
"""What leaves a thing open: "has not been verified", "would not say whether"."""

DENYING = frozenset("deny dismiss reject refute dispute rebut contradict plead".split())
NEGATIVE = frozenset("no not n't never none nobody nothing neither nor".split())
WRONG = re.compile(
    r"""\b(?:(?:is|are|was|were|be|been|as|being)\ (?:\w+\ )?(?:wrong|false|untrue|incorrect
        |nonsense
        |baseless|fabricated|inaccurate|misleading|unfounded|a\ lie)
    |rul(?:e|ed|es|ing)\ out|denies|denied|denying|no\ truth|not\ the\ case
    |(?:call|brand|label|describ)\w*\ .{0,80}?(?:false|nonsense|untrue|a\ lie|lies|baseless|fake
        |rubbish|invent(?:ed|ions?)|fabricat(?:ed|ions?)|misleading)
    |(?:rejected|dismissed)\ (?:the|these|those|any|claims|reports|suggestions|talk|outright
    |as))\b""",
    re.VERBOSE | re.IGNORECASE,
)
WITHHELD = re.compile(
    r"""\bden(?:y|ies|ied|ying)\b(?:\ \w+){0,3}?\ (?:bail|entry|entrance|access|admission|boarding
        |visas?|parole|permission|asylum|treatment|service|shelter|an?\ licen[cs]e|a\ permit)\b""",
    re.VERBOSE | re.IGNORECASE,
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
NEGATING = frozenset("neg det nsubj nsubjpass dobj attr advmod preconj cc".split())


def certainty_of(doc: Doc, said: Attribution | None, content: frozenset[int]) -> Certainty:
    """Return how strongly the content is put; hedges of other clauses do not count."""
    if OPEN.search(text_of(doc)):
        return Certainty.CERTAIN  # "could not say who won" is no possibility
    words = _main_clause(doc, said, content)
    text = _text(doc, content)
    cue = said.cue.lemma_.lower() if said else ""
    if any(map(_possible, words)) or POSSIBLE_WORDS.search(text) or cue in POSSIBLE_VERBS:
        return Certainty.POSSIBLE
    if any(map(_hedges, words)) or PROBABLE_WORDS.search(text) or cue in PROBABLE_VERBS:
        return Certainty.PROBABLE
    return Certainty.CERTAIN


def _possible(token: Token) -> bool:
    """Tell the modal "may" from the month."""
    return token.lower_ in POSSIBLE and (token.text != "May" or token.tag_ == "MD")


def _hedges(token: Token) -> bool:
    if token.lower_ in PROBABLE:
        return token.lower_ not in {"estimated", "forecast"} or token.tag_ == "VBN"
    verb = token.pos_ == "VERB" and token.lemma_.lower() in PROBABLE_VERBS
    return verb or (token.lower_ == "should" and token.tag_ == "MD")


@lru_cache(maxsize=AT_HAND)
def _main_clause(doc: Doc, said: Attribution | None, content: frozenset[int]) -> tuple[Token, ...]:
    """Return the content's tokens without its relative clauses and its when- and as-clauses."""
    away: set[int] = set()
    for i in content:
        token = doc[i]
        if (
            token.dep_ in {"relcl", "advcl", "acl"}
            and token.i in content
            and token.head.i in content
        ):
            away |= {t.i for t in token.subtree}
    if said is not None:
        away -= {said.head.i}
    kept = sorted(content - away) or sorted(content)
    return tuple(doc[i] for i in kept)


def polarity_of(doc: Doc, said: Attribution | None, content: frozenset[int]) -> Polarity:
    """Return whether the content is affirmed, denied, or left open by whoever speaks."""
    if OPEN.search(text_of(doc)):
        return Polarity.UNCONFIRMED
    text = WITHHELD.sub("", text_of(doc))
    verbs = [said.cue] if said is not None else []
    verbs += [root_of(doc)]
    if len(text) == len(text_of(doc)) and any(v.lemma_.lower() in DENYING for v in verbs):
        return Polarity.DENIED
    if WRONG.search(text):
        return Polarity.DENIED
    if any(_denies(t) for t in _main_clause(doc, said, content)):
        return Polarity.DENIED
    return Polarity.AFFIRMED


def _denies(token: Token) -> bool:
    """Tell a negative of the main clause: "no bridge was built", "did not go ahead"."""
    if token.lower_ not in NEGATIVE:
        return False
    following = [after.lower_ for after in token.doc[token.i + 1 : token.i + 3]] + ["", ""]
    if following[0] == "-" or following[0] in BUT_NOT_DENIED | LEFT_OUT:
        return False  # "a no-fly zone", "not only"
    if token.lower_ == "not" and token.i and token.nbor(-1).text == ",":
        return False  # "it is 37, not 73"
    if following[0] in COMPARED and following[1] == "than":
        return False
    return following[:2] != ["the", "first"] and token.dep_ in NEGATING


def is_conditional(doc: Doc) -> bool:
    """Tell whether the sentence holds under a condition: "If the mayor is right, ..."."""
    return bool(CONDITION.search(text_of(doc)))


def _text(doc: Doc, content: frozenset[int]) -> str:
    return "".join(doc[i].text_with_ws for i in sorted(content))
