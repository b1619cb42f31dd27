"""How strongly the content of a claim is put, and what leaves it open."""

import re
from collections.abc import Iterable
from functools import lru_cache

from spacy.tokens import Doc, Token

from bot.claims.attributed import Attribution
from bot.claims.model import Certainty
from bot.claims.parsed import AT_HAND, small_of, verb_of

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
    r"|possib(?:le|ility)|chance of)\b"
)
PROBABLE_WORDS = re.compile(
    r"\b(?:set to|on course to|on track to|about to|preparing to|poised to|bound to|should be"
    r"|should have)\b"
)
NOT_RULED_OUT = re.compile(
    r"""(?:\b(?:not|never)(?:\ \w+)?|n't(?:\ \w+)?|cannot(?:\ \w+)?|\bunable\ to|\bimpossible\ to
        |\b(?:refus|declin)\w+\ to)\ rul(?:e|ed|es|ing)\b[^.;]{0,60}?\bout\b""",
    re.VERBOSE,
)
"""What "could not be ruled out" is thought possible, and not denied."""
HINTING = frozenset("hint signal imply fear hope warn".split())
CONDITION = re.compile(r"\b(?:if|unless|should .* prove|were to|assuming|provided that)\b")
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
    |(?:is|are|was|were)\ still\ (?:verify|check|investigat|examin)ing
    |too\ (?:early|soon)\ to\ (?:say|tell|know|judge|confirm|speculate)"""
OPEN = re.compile(
    rf"\b(?:{COULD_NOT}|{YET_TO}|{CANNOT}|{WOULD_NOT}|{DECLINED}|{NO_WORD}|{NO_PROOF}|{UNKNOWN})",
    re.VERBOSE,
)


@lru_cache(maxsize=AT_HAND)
def left_open(doc: Doc) -> re.Match[str] | None:
    """Return what leaves a thing open: "has not been verified", "would not say whether"."""
    return OPEN.search(small_of(doc))


def not_ruled_out(small: str) -> tuple[re.Match[str], ...]:
    """Return what "could not be ruled out", of a sentence in small letters."""
    return tuple(NOT_RULED_OUT.finditer(small)) if " rul" in small else ()


def certainty_of(doc: Doc, said: Attribution | None, content: frozenset[int]) -> Certainty:
    """Return how strongly the content is put; hedges of other clauses do not count."""
    if left_open(doc):
        return Certainty.CERTAIN  # "could not say who won" is no possibility
    words = main_clause(doc, said, content)
    text = small_of(doc) if len(content) == len(doc) else _joined(doc[i] for i in sorted(content))
    cue = said.cue.lemma_.lower() if said else ""
    if any(map(_possible, words)) or _is_open(text) or cue in POSSIBLE_VERBS:
        return Certainty.POSSIBLE
    if any(map(_hedges, words)) or PROBABLE_WORDS.search(_joined(words)) or _foresees(said):
        return Certainty.PROBABLE
    return Certainty.CERTAIN


def _foresees(said: Attribution | None) -> bool:
    """Tell "expects growth of 2 per cent" and "sees growth slowing", not "sees no danger"."""
    if said is None:
        return False
    going = any(c.dep_ == "ccomp" and c.tag_ == "VBG" for c in said.cue.children)
    lemma = said.cue.lemma_.lower()
    return lemma in PROBABLE_VERBS or (lemma == "see" and going)


def _is_open(text: str) -> bool:
    return bool(POSSIBLE_WORDS.search(text) or not_ruled_out(text))


def _possible(token: Token) -> bool:
    """Tell the modal "may" from the month."""
    return token.lower_ in POSSIBLE and (token.text != "May" or token.tag_ == "MD")


def _hedges(token: Token) -> bool:
    if token.lower_ in PROBABLE:
        return token.lower_ not in {"estimated", "forecast"} or token.tag_ == "VBN"
    verb = token.pos_ == "VERB" and token.lemma_.lower() in PROBABLE_VERBS and token.dep_ != "amod"
    return verb or (token.lower_ == "should" and token.tag_ == "MD")


def _is_hinted(clause: Token) -> bool:
    """Tell what an act only hints at: "cut its rate and hinted that it might not stop".

    What is said along with something else that is said counts: "confirmed that they had met but
    said that nothing was agreed".
    """
    hint = clause.head
    along = clause.dep_ == "ccomp" and hint.dep_ == "conj" and hint.head.dep_ == "ROOT"
    return along and hint.lemma_ in HINTING


@lru_cache(maxsize=AT_HAND)
def main_clause(doc: Doc, said: Attribution | None, content: frozenset[int]) -> tuple[Token, ...]:
    """Return the content's tokens without its relative clauses and its when- and as-clauses."""
    away: set[int] = set()
    own = verb_of(doc)
    for i in content:
        token = doc[i]
        if (
            token.dep_ in {"relcl", "advcl", "acl"}
            and token.i in content
            and token.head.i in content
            and token != own
        ) or _is_hinted(token):
            away |= {t.i for t in token.subtree}
    if said is not None:
        away -= {said.head.i}
    kept = sorted(content - away) or sorted(content)
    return tuple(doc[i] for i in kept)


def is_conditional(doc: Doc) -> bool:
    """Tell whether the sentence holds under a condition: "If the mayor is right, ..."."""
    return bool(CONDITION.search(small_of(doc)))


def _joined(tokens: Iterable[Token]) -> str:
    return "".join(token.text_with_ws for token in tokens).lower()
