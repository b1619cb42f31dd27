"""Which words of a sentence its negatives govern: what is denied, and which numbers are."""

import re
from collections.abc import Iterator
from functools import lru_cache

from bot.claims.corrections import takes_its_words_back
from bot.claims.model import Claim, Figure, Polarity
from bot.claims.words import MEMORY

REACH = 7  # words that "no" governs: "no grain silos or storage barns were flooded"
_CLAUSE = re.compile(
    r"[,;:][\"”]?\s+|\s+[-–—]\s+|(?<=[.!?])\s+|(?<=[.!?][\"”])\s+"
    r"|\s+[\"“]?(?=(?:but|and|while|because|although|who|which|after|when)\s)"
)
_HOLLOW = re.compile(
    # Negatives that deny nothing of the matter: "not only", "33, not 38", "no more than 7,300".
    r"""\bnot\ (?:only|just|least|yet|to\ be\ (?:named|identified)|the\ first)\b
      | \bno\ (?:longer|doubt|matter|later|sooner|(?:more|fewer|less)\ than|confidence)\b
      | ,\s+not\b | \bwhether\ or\ not\b""",
    re.VERBOSE | re.IGNORECASE,
)
_NONE_OF = r"no|without|nor|not\s+any|a\s+single"
_ANSWER = r"""den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:es?|ed|ing)
    |refut(?:es?|ed|ing)|rul(?:e|es|ed|ing)\s+out|not\s+the\s+case"""
NEGATIVE = re.compile(
    rf"""\b(?:(?P<none>{_NONE_OF})|(?P<answer>{_ANSWER})
        |(?:not|never|none|nobody|nothing|neither|cannot|wrong|false|untrue|nonsense|baseless
        |merely))\b|n['’]t\b""",
    re.VERBOSE | re.IGNORECASE,
)
NOT_THE_OF = re.compile(r"\b(?:is|are|was|were)(?: not|n['’]t) (?:the|an?) \w+(?= of\b)")
NEVER_HELD = re.compile(
    r"\b(?:never|not|n['’]t)(?: \w+){0,2}"
    r" (?:t[ao]ken? place|took place|happen\w*|go(?:ne)? ahead|arriv\w+|materiali[sz]\w+"
    r"|c[ao]me|begun|started|delivered|turned up|reached)\b",
    re.IGNORECASE,
)
_FALSE = re.compile(
    r"\b(?:wrong|false|untrue|nonsense|baseless|fantasy|invented)\b", re.IGNORECASE
)
_FANTASY = re.compile(
    # "The claim that 40 boats had sunk was 'fantasy'"
    r"\b((?:claims?|reports?|figures?|numbers?|suggestions?)\b[^.;]*?)\b(?:is|are|was|were)"
    r" [\"“']?(?:fantasy|nonsense|invented|false|wrong|untrue|a lie|fiction|propaganda)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    # "never went above 0.8 per cent": the number is a limit, and vouched for
    r"(?:\bnever|\bnot|n['’]t) (?:\w+ ){0,2}?(?:above|below|over|under|beyond|exceed\w*"
    r"|(?:more|less|fewer) than|before|until) ",
    re.IGNORECASE,
)
_AUXILIARY = re.compile(r"\b(?:was|were|is|are|being|been|be|has|have|had|will|would)\b")
_PLAIN_VERB = re.compile(
    # "No losses were reported": the losses are what is denied
    r"\b(?:report|record|see|saw|seen|find|found|involv|confirm|expect|plan|intend|know|mean|happen"
    r"|occur|exist|take|took|taken|place|table|cards|agenda)\w*",
    re.IGNORECASE,
)


def denied_figure(figure: Figure, claim: Claim) -> bool:
    """Tell a number that its claimant does not vouch for: "It is not true that 200 drowned"."""
    if claim.polarity is not Polarity.DENIED:
        return False
    if takes_its_words_back(claim.quote, correcting=False):
        return True
    at = figure.start - claim.start, figure.end - claim.start
    if any(m.start() <= at[1] and at[0] <= m.end() for m in _BOUND.finditer(claim.quote)):
        return False
    return any(figure.text in focus for focus in _after_negatives(claim.quote))


@lru_cache(MEMORY)
def _after_negatives(quote: str) -> tuple[str, ...]:
    """Return what follows each negative in its clause, and what stands before "was nonsense"."""
    found = []
    for clause in _CLAUSE.split(_HOLLOW.sub(_blanked, quote)):
        for negative in NEGATIVE.finditer(clause):
            false = _FALSE.search(clause)
            found.append(clause[: false.start()] if false else clause[negative.end() :])
    return (*found, *(m[1] for m in _FANTASY.finditer(quote)))


def negated(quote: str) -> Iterator[str]:
    """Yield the runs of words that a negative governs; "denied, Orsk said, that" reaches on."""
    answered = False
    for clause in _CLAUSE.split(_HOLLOW.sub(_blanked, quote)):
        if answered and clause.startswith("that "):
            yield clause
        for negative in NEGATIVE.finditer(clause):
            answered = answered or bool(negative["answer"])
            yield _governed(clause, negative)


def not_held_at_all(quote: str) -> Iterator[str]:
    """Yield what stands before "never took place", beyond the commas too."""
    held = NEVER_HELD.search(quote)
    if held:
        yield quote[: held.start()]


def _governed(clause: str, negative: re.Match[str]) -> str:
    after = clause[negative.end() :]
    if negative["none"]:
        return " ".join(after.split()[:REACH])
    if negative["answer"]:
        return after
    of = NOT_THE_OF.search(clause)  # "not the source of the outbreak": the outbreak stands
    return clause[: of.end()] if of else clause


def _blanked(hollow: re.Match[str]) -> str:
    """Keep the comma that parts the clauses."""
    return ", " if hollow.group().startswith(",") else " "


@lru_cache(MEMORY)
def predicates(quote: str) -> tuple[str, ...]:
    """Return what stands after each plain "not", and after the verb of each "no sheet was"."""
    found = []
    for clause in _CLAUSE.split(_HOLLOW.sub(_blanked, quote)):
        for negative in NEGATIVE.finditer(clause):
            after = clause[negative.end() :]
            if negative["none"]:
                verb = _AUXILIARY.search(after)
                after = after[verb.end() :] if verb else ""
            found.append(_PLAIN_VERB.sub(" ", after))
    return tuple(found)
