"""Words cut from a claim's quote so that they can stand in quotation marks: always verbatim."""

import re
from collections.abc import Iterator

from bot.claims.model import Claim, Figure, Polarity
from bot.claims.stance import stance
from bot.claims.vocabulary import EMPTY_WORDS
from bot.claims.words import fold, kin_of

_MARKS = " ,;:'’‘.“\n"
LONG = 26  # words; what is longer is cut to a window around what matters
SHORT = 4  # a clause of fewer words takes the next one along
BARE = 18  # words of a sentence that is quoted whole
BEFORE, AFTER = 9, 15
_SHORTENED = """Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mr Ms Mrs Dr St No Gen Col Lt Sgt
    Capt Sen Gov Rep Prof Rev Hon Inc Ltd Co Corp vs""".split()
_STOP = r"(?<=\w)(?<!\b[A-Z])" + "".join(rf"(?<!\b{w})" for w in _SHORTENED) + r"[.!?…]+(?:\s+|$)"
"""Where a sentence ends; not in "on Dec. 31" nor in "Dr. Holm"."""
_EDGE = re.compile(
    # Where a clause ends: "37, mayor of Varno …", quotation marks, dashes, brackets.
    r"[,;:]\s+|\s+[-–—]\s+|\([^)]*\)\s*|(?:(?<=\s)|^)[“\"](?=(?:[^\s”\"]+\s+){5})|(?<=[,.!?])[”\"]|"
    + _STOP
    + r"|(?<!\bmany)(?<!\bmuch)(?<!\bwell)(?<!\bsoon)\s+(?=as\s)(?!as\s+(?:many|much|well|soon)\b)"
    r"|\s+(?=(?:but|while|and(?!\s+[\d$£€]))\s)"
)
_LEAD = re.compile(
    # "told sailors Friday that", "said on Sunday that"
    r"^(?:(?:(?:said|says|told|tells)(?:\s+[^\s,“”\"]+){0,7}?\s+that\s+)"
    r"|(?:(?:said|says|saying|added|adding|asserting|stating|claiming)\s+(?:that\s+)?)"
    r"|(?:that|and|but|which|who|however|while|as(?!\s(?:many|much|few)\b)|after"
    r"|because)\s+)",
    re.IGNORECASE,
)
_HANGS = re.compile(
    r"(?:of|to|from|up from|down from|by|against)\s(?=\D{0,3}[\d.,]+(?:\s\S+){0,3}$)"
)
_FRONTED = re.compile(r"(?:Of|In|At|With|Among|From|On|For|After|Before)\s")
_SAYING = re.compile(
    r"\b(?:said|says|told|tells|reported|reports|according to|added|claim(?:s|ed)|citing"
    r"|quoting)\b"
)
_NEGATED = re.compile(
    # A denial without its "not" would say the opposite.
    r"""\b(?:no|not|nor|never|none|nothing|nobody|cannot|without|den(?:y|ies|ied)|reject\w*|dismiss\w*
        |merely|rul\w+\ out|wrong|false|untrue|refut\w*|declin\w*|refus\w*|yet\ to|unverified
        |unconfirmed)\b|n['’]t\b""",
    re.VERBOSE | re.IGNORECASE,
)
_HEDGED = re.compile(
    r"""\b(?:may|might|could|would|should|likely|possibl[ey]|probabl[ey]|reportedly|allegedly|expect\w*
        |believ\w*|speculat\w*|appear\w*|warn\w*|fear\w*|rumou?r\w*|predict\w*|forecast\w*|if
        |estimat\w*|as\ many\ as)\b""",
    re.VERBOSE | re.IGNORECASE,
)


def of_figure(claim: Claim, figure: Figure) -> str:
    """Return the words around a figure: "is believed to have lost some 370 barges"."""
    at = figure.start - claim.start
    if not 0 <= at < len(claim.quote) or not figure.text:
        return of_subject(claim, frozenset())
    return _around(claim, at)


def of_words(claim: Claim, text: str) -> str:
    """Return the clause that holds the words given: "Since May 2013"."""
    at = claim.quote.find(text) if text else -1
    return of_subject(claim, frozenset()) if at < 0 else _around(claim, at)


def _around(claim: Claim, at: int) -> str:
    inside = [s for s in _clauses(claim.quote) if s[0] <= at < s[1]]
    start, end = inside[0] if inside else (0, len(claim.quote))
    whole = claim.quote.strip(_MARKS)
    short = len(claim.quote[start:end].split()) <= SHORT
    if short and _bare(whole):
        return whole.rstrip(".")  # "So far two people, both in their 80s, have died"
    if short:  # "About 240,000 homes" and what became of them
        after = (s for s in _clauses(claim.quote) if s[0] >= end)
        ends = (s[1] for s in after if claim.quote[s[0] : s[1]].startswith("and "))
        end = next(ends, end)
    if _HANGS.match(claim.quote[start:end]):  # "to 7.3 per cent" hangs on the clause before it
        start = max((s[0] for s in _clauses(claim.quote) if s[1] < start), default=start)
    return _faithful(claim, _cut(claim, _past_claimant(claim, start, at), end, at))


def _bare(quote: str) -> bool:
    """Tell a short sentence that names no speaker: it is quoted whole."""
    return len(quote.split()) <= BARE and not _SAYING.search(quote)


def _faithful(claim: Claim, words: str) -> str:
    """Return the whole quote where the cut would lose that it is denied or left open."""
    lost = stance(claim) is not Polarity.AFFIRMED and not _NEGATED.search(words)
    return claim.quote.strip(_MARKS) if lost else words


def of_subject(claim: Claim, about: frozenset[str]) -> str:
    """Return the clause that speaks most of `about`; in a denial, the one that negates."""
    spans = list(_clauses(claim.quote))
    best = max(range(len(spans)), key=lambda i: _telling(claim, spans[i], about))
    start, end = spans[best]
    short = len(claim.quote[start:end].split()) < SHORT or _FRONTED.match(claim.quote[start:end])
    if short and best + 1 < len(spans):
        end = spans[best + 1][1]  # "A second regatta, of three days"
    start = _past_claimant(claim, start, end)
    at = _first_hit(claim.quote, (start, end), about)
    return _faithful(claim, _cut(claim, start, end, at))


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
    negates = 2 * bool(stance(claim) is not Polarity.AFFIRMED and _NEGATED.search(clause))
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
    hit = at - start - whole.find(text)
    middle = next((i for i, w in enumerate(words) if w.end() > hit), 0)
    first, last = max(0, middle - BEFORE), min(len(words), middle + AFTER)
    window = text[words[first].start() : words[last - 1].end()] if words else text
    cut_away = text.replace(window, " ")
    if len(words) <= LONG or _NEGATED.search(cut_away) or _HEDGED.search(cut_away):
        return _balanced(text)
    return _balanced(window.strip(_MARKS))


def _balanced(text: str) -> str:
    """Drop a quotation mark whose fellow was cut away, with what it leaves hanging."""
    for opening, closing in (("“", "”"), ('"', '"')):
        marks = [m.start() for m in re.finditer(f"[{opening}{closing}]", text)]
        if len(marks) % 2:
            before, after = text[: marks[-1]].strip(), text[marks[-1] + 1 :].strip()
            return max(before, after, key=len)
    return text


def _past_claimant(claim: Claim, start: int, at: int) -> int:
    """Return where to begin: at the cue ("estimates that"), else after "X claimed that"."""
    head = claim.quote[start:at]
    surname = (claim.claimant or "").split()[-1:]
    if not surname or fold(surname[0]) not in fold(head):
        return start
    that = re.search(r"\bthat\s+", head)
    lead = head[: that.start()] if that else ""
    weighty = _NEGATED.search(lead) or _HEDGED.search(lead)
    if weighty:
        return start + weighty.start()  # "denied that the mill had drained the lake"
    cue = head.rfind(claim.cue) if claim.cue else -1
    if cue >= 0:
        return start + cue
    return start + that.end() if that else start
