"""Which words attribute a statement, and which of several attributions is the outermost."""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

from spacy.tokens import Doc, Token

from bot.claims.attributed import Attribution
from bot.claims.citing import according, citing, closing, leading, reckoned
from bot.claims.parsed import AT_HAND, text_of
from bot.claims.reporting import (
    ACTING,
    ASSERTIONS,
    RECKONINGS,
    SAYING,
    SCORNING,
    SPEAKING_FORMS,
    TAIL_FORMS,
    TAKING_BACK,
    TOLD_BY,
)
from bot.claims.saying import acting, saying
from bot.claims.secondhand import of_noun, told_by
from bot.claims.sentences import turned

READINGS: tuple[Callable[[Token, frozenset[int]], Attribution | None], ...] = (
    according,
    citing,
    closing,
    leading,
    reckoned,
    saying,
    acting,
    told_by,
    of_noun,
)

CUES = (
    SAYING
    | ACTING
    | TOLD_BY
    | ASSERTIONS
    | SCORNING
    | TAKING_BACK
    | {"hit", "shoot", "fire", "give", "charge"}
)
FORMS = TAIL_FORMS | SPEAKING_FORMS | RECKONINGS | {"according", "citing", ":"}
"""Nothing else is a cue; to look a word up is cheaper than to try all readings on it."""


@lru_cache(maxsize=AT_HAND)
def quoted_tokens(doc: Doc, *, inside: bool) -> frozenset[int]:
    """Return the indexes of tokens between quotation marks; `inside` is the state at the start."""
    found: set[int] = set()
    text = text_of(doc)
    for token in doc:
        if token.text == '"':
            inside = turned(text, token.idx, inside=inside)
        elif inside:
            found.add(token.i)
    return frozenset(found)


def attribution(doc: Doc, quoted: frozenset[int]) -> Attribution | None:
    """Return the outermost attribution of a sentence, None if it speaks for itself."""
    read = (_read(token, quoted) for token in doc if _may_be_cue(token) and token.i not in quoted)
    every = [a for a in read if a and a.source.i not in quoted]
    found = [a for a in every if not a.aside] or [a for a in every if _holds_the_figures(a)]
    if not found:
        return None
    found.sort(key=_how_far_in)
    first = found[0]
    return replace(first, others=tuple(a for a in found if a.source != first.source))


def _may_be_cue(token: Token) -> bool:
    return token.lower_ in FORMS or token.lemma_.lower() in CUES


def _holds_the_figures(beside: Attribution) -> bool:
    """Tell "This raid, which the army reports killed 37, may be the last"."""
    if beside.cue.dep_ != "relcl" or beside.head == beside.cue:
        return False
    numbers = [t for t in beside.cue.doc if t.like_num]
    return bool(numbers) and all(beside.head.is_ancestor(t) for t in numbers)


def _how_far_in(found: Attribution) -> tuple[bool, int, int]:
    """Order by depth in the sentence, but whoever is cited stands behind all the others.

    One that is set off is outermost whatever the parse: "The town council asked three
    builders for plans in May, a leaked letter shows."
    """
    depth = 0 if found.closing else 1 + sum(1 for _ in found.cue.ancestors)
    return found.cue.lower_ != "citing", depth, found.cue.i


def _read(token: Token, quoted: frozenset[int]) -> Attribution | None:
    """Return the attribution that the token is the cue of."""
    for reading in READINGS:
        if found := reading(token, quoted):
            return found
    return None
