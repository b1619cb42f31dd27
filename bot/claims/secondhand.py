"""Attributions by a passive or a noun: "was first reported by", "the mayor's claim that"."""

from dataclasses import replace

from spacy.tokens import Token

from bot.claims.attributed import Attribution, built
from bot.claims.reporting import ASSERTIONS, TOLD_BY


def told_by(token: Token, quoted: frozenset[int]) -> Attribution | None:  # noqa: ARG001
    """Read "was put at 37 by the harbour board"."""
    if token.tag_ != "VBN" or token.lemma_.lower() not in TOLD_BY:
        return None
    by = next((c for c in token.children if c.dep_ == "agent"), None)
    source = by and next((c for c in by.children if c.dep_ == "pobj"), None)
    if by is None or source is None or any(c.dep_ == "neg" for c in token.children):
        return None
    phrase = frozenset(t.i for t in by.subtree)
    beside = token.dep_ not in {"ROOT", "conj", "ccomp"}
    return Attribution(source, token, token, phrase, aside=beside)


def of_noun(token: Token, quoted: frozenset[int]) -> Attribution | None:  # noqa: ARG001
    """Read "the mayor's claim that the levee held" and "a warning by the board of floods"."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in ASSERTIONS:
        return None
    source, head = _whose(token), _what(token)
    return replace(built(source, token, head), aside=True) if source and head else None


def _whose(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.lower_ in {"by", "from"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None


def _what(noun: Token) -> Token | None:
    """Return the head of what is asserted: a that-clause, or what stands behind "of"."""
    for child in noun.rights:
        that = any(c.lower_ == "that" for c in child.lefts)
        if child.dep_ in {"acl", "ccomp", "relcl"} and that:
            return child
        if child.lower_ in {"of", "about"}:
            return next((c for c in child.children if c.dep_ == "pobj"), None)
    return None
