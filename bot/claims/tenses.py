"""Which way in time a verb points: "struck" back, "will strike" ahead."""

from spacy.tokens import Token

from bot.claims.days import Tense

_AHEAD = frozenset(
    [
        "will",
        "'ll",
        "’ll",
        "wo",
        "shall",
        "would",
        "could",
        "should",
        "might",
        "may",
        "can",
        "must",
        "ca",
    ]
)
PLANNED = frozenset(
    ["plan", "schedule", "expect", "due", "set", "slate", "book", "tip", "forecast", "intend"]
)
_FINITE = frozenset({"was", "were", "did"})
_PERCEIVED = frozenset({"see", "hear", "watch", "feel", "notice"})
_STARTED = frozenset(
    ["begin", "start", "manage", "continue", "seem", "appear", "happen", "use", "fail", "help"]
)


def tense_of(verb: Token) -> Tense:
    """Return which way a verb points; present tense is open."""
    aux = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if aux & _AHEAD and not aux & _FINITE:  # "with a milk can was seen"
        return Tense.PAST if "have" in aux else Tense.FUTURE
    if aux & {"had", "has", "have", "was", "were", "did", "'ve", "’ve", "’d", "'d"}:
        return _to_come(verb, aux)
    if verb.tag_ == "VBD":
        return Tense.PAST
    return _infinitive(verb) if "to" in aux else _present(verb, aux)


def _present(verb: Token, aux: set[str]) -> Tense:
    if verb.tag_ in {"VBN", "VBG", "VB"} and not aux:
        return _bare(verb)
    if verb.dep_ == "ccomp" and verb.head.lemma_ in _PERCEIVED:
        return tense_of(verb.head)  # "she saw barges drift on Monday"
    return Tense.FUTURE if verb.tag_ == "VBG" else Tense.OPEN


def _to_come(verb: Token, aux: set[str]) -> Tense:
    """Tell "was to leave" from "was leaving" and "was struck"."""
    return Tense.FUTURE if "to" in aux and verb.tag_ == "VB" else Tense.PAST


def _infinitive(verb: Token) -> Tense:
    head = verb.head
    if head.lemma_ in _STARTED and head != verb:
        return tense_of(head)
    return Tense.FUTURE


def _bare(verb: Token) -> Tense:
    """Return the tense of a participle without an auxiliary."""
    if verb.tag_ == "VBN":
        return Tense.FUTURE if verb.lemma_ in PLANNED and not _looks_back(verb) else Tense.PAST
    return _inherited(verb)


def _inherited(verb: Token) -> Tense:
    above = next((each for each in verb.ancestors if each.pos_ in {"VERB", "AUX"}), None)
    return tense_of(above) if above is not None else Tense.OPEN


def _looks_back(verb: Token) -> bool:
    """Tell whether a plan is told from after its day: "planned for May 3 did not take place"."""
    return _inherited(verb) is Tense.PAST
