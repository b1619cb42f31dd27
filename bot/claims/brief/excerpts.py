"""Words cut from a claim's quote so that they can stand in quotation marks: always verbatim."""

import re
from collections.abc import Iterator

from bot.claims.model import Claim, Figure
from bot.claims.vocabulary import EMPTY_WORDS
from bot.claims.words import fold, kin_of

_MARKS = " ,;:'’‘.“\n"
LONG = 18  # words; what is longer is cut to a window around what matters
SHORT = 4  # a clause of fewer words takes the next one along
BEFORE, AFTER = 7, 10
_EDGE = re.compile(
    # Where a clause ends: "63, deputy prime minister …", quotation marks, dashes, brackets.
    r"[,;:]\s+|\s+[-–—]\s+|\([^)]*\)\s*|(?:(?<=\s)|^)[“\"](?=(?:[^\s”\"]+\s+){5})|(?<=[,.!?])[”\"]|(?<=\w)[.!?…]+(?:\s+|$)|\s+(?=(?:but|as|while|after|and(?!\s+[\d$£€]))\s)"
)
_LEAD = re.compile(
    r"^(?:(?:(?:said|says|saying|added|adding|told|tells|asserting|stating|claiming)\s+(?:that\s+)?)"
    r"|(?:that|and|but|which|who|however|while|as|after)\s+)",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"\b(?:said|says|told|tells|reported|reports|according to|added|claim(?:s|ed))\b"
)
_NEGATED = re.compile(
    r"\b(?:no|not|never|none|nothing|den(?:y|ied|ies)|reject\w*|dismiss\w*|merely|rul\w+ out|wrong"
    r"|false|untrue|refut\w*)\b|n['’]t\b",
    re.IGNORECASE,
)


def of_figure(claim: Claim, figure: Figure) -> str:
    """Return the words around a figure: "has reportedly sent around 11,000 troops"."""
    at = figure.start - claim.start
    if not 0 <= at < len(claim.quote) or not figure.text:
        return of_subject(claim, frozenset())
    return _around(claim, at)


def of_words(claim: Claim, text: str) -> str:
    """Return the clause that holds the words given: "Since November 2023"."""
    at = claim.quote.find(text) if text else -1
    return of_subject(claim, frozenset()) if at < 0 else _around(claim, at)


def _around(claim: Claim, at: int) -> str:
    inside = [s for s in _clauses(claim.quote) if s[0] <= at < s[1]]
    start, end = inside[0] if inside else (0, len(claim.quote))
    return _cut(claim, _past_claimant(claim, start, at), end, at)


def of_subject(claim: Claim, about: frozenset[str]) -> str:
    """Return the clause that speaks most of `about`; in a denial, the one that negates."""
    spans = list(_clauses(claim.quote))
    best = max(range(len(spans)), key=lambda i: _telling(claim, spans[i], about))
    start, end = spans[best]
    if len(claim.quote[start:end].split()) < SHORT and best + 1 < len(spans):
        end = spans[best + 1][1]  # "A second stoppage, of 48 hours"
    start = _past_claimant(claim, start, end)
    return _cut(claim, start, end, _first_hit(claim.quote, (start, end), about))


def _clauses(quote: str) -> Iterator[tuple[int, int]]:
    """Yield spans of clauses; a quote without an edge is one clause."""
    start = 0
    found = False
    for edge in _EDGE.finditer(quote):
        if quote[start : edge.start()].strip(_MARKS):
            found = True
            yield start, edge.start()
        start = edge.end()
    if quote[start:].strip(_MARKS) or not found:
        yield start, len(quote)


def _telling(claim: Claim, span: tuple[int, int], about: frozenset[str]) -> tuple[float, int]:
    """Weigh a clause: what it shares, a negation; who said it is told elsewhere."""
    clause = claim.quote[span[0] : span[1]]
    negates = 2 * bool(_NEGATED.search(clause))
    attributes = bool(_SAYING.search(clause)) and " that " not in clause
    return len(kin_of(clause) & about) + negates - 1.5 * attributes, len(clause.split())


def _first_hit(quote: str, span: tuple[int, int], about: frozenset[str]) -> int:
    for word in re.finditer(r"\w+", quote[span[0] : span[1]]):
        if fold(word.group()) not in EMPTY_WORDS and kin_of(word.group()) & about:
            return span[0] + word.start()
    return span[0]


def _cut(claim: Claim, start: int, end: int, at: int) -> str:
    """Cut a clause down to its point: no lead-in, no more words than a window."""
    whole = claim.quote[start:end]
    text = _LEAD.sub("", whole.strip(_MARKS)).strip(_MARKS)
    words = list(re.finditer(r"\S+", text))
    if len(words) <= LONG:
        return _balanced(text)
    hit = at - start - whole.find(text)
    middle = next((i for i, w in enumerate(words) if w.end() > hit), 0)
    first, last = max(0, middle - BEFORE), min(len(words), middle + AFTER)
    return _balanced(text[words[first].start() : words[last - 1].end()].strip(_MARKS))


def _balanced(text: str) -> str:
    """Drop a quotation mark at an end whose fellow was cut away."""
    for opening, closing in (("“", "”"), ('"', '"')):
        odd = text.count(opening) != text.count(closing) or (
            opening == closing and text.count('"') % 2
        )
        if odd and text.startswith(opening):
            text = text[1:]
        elif odd and text.endswith(closing):
            text = text[:-1]
    return text


def _past_claimant(claim: Claim, start: int, at: int) -> int:
    """Return where to begin: at the cue ("estimates that"), else after "X has claimed that"."""
    head = claim.quote[start:at]
    surname = (claim.claimant or "").split()[-1:]
    if not surname or fold(surname[0]) not in fold(head):
        return start
    cue = head.rfind(claim.cue) if claim.cue else -1
    if cue >= 0:
        return start + cue
    that = re.search(r"\bthat\s+", head)
    return start + that.end() if that else start
