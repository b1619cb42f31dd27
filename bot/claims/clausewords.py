"""What the words of a clause tell of its time: whose verb it is, whose noun, what begins."""

from collections.abc import Iterator

from spacy.tokens import Token

from bot.claims.days import Tense
from bot.claims.tenses import PLANNED, tense_of
from bot.claims.timewords import Written

VERBS = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_ABOVE_NOUN = frozenset({"pobj", "prep", "conj", "appos", "compound", "nmod", "dative", "agent"})
_FORECASTS = frozenset({
    "forecast", "estimate", "outlook", "guidance", "target", "projection", "prediction",
})  # fmt: skip
_BEGINNING = frozenset({"begin", "start", "commence", "open", "launch"})
_WHEN = frozenset({"when", "as", "since"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
_RESULTS = frozenset({"report", "post", "publish", "announce", "raise", "restate", "book"})
_YEARS = frozenset({"year", "years", "cy"})
_NAMING = frozenset({"compound", "nummod", "amod", "nmod"})
_MEASURED = frozenset({
    "inflation", "sale", "export", "import", "output", "production", "unemployment", "growth",
    "revenue", "profit", "deficit", "price", "wage", "turnover", "shipment", "delivery", "payroll",
    "consumption", "traffic", "rainfall",
})  # fmt: skip
"""What is measured by the month: "cut its estimate of January inflation"."""
_SUFFERED = frozenset({"die", "kill", "injure", "hurt", "wound", "drown", "miss"})


def dates_subject(token: Token, *, nominal: bool) -> bool:
    """Tell "people hurt in Friday's landslide" from "people hurt on Friday"."""
    if token.lemma_ in _BEGINNING or any(_begins(child) for child in token.rights):
        return not any(child.lower_ == "who" for child in token.children)
    return is_due(token) or (token.dep_ == "acl" and (nominal or token.lemma_ in PLANNED))


def _begins(token: Token) -> bool:
    """Tell "the fair, which was to have opened on Monday"."""
    return token.dep_ == "xcomp" and token.lemma_ in _BEGINNING


def names_thing(root: Token, top: Token, time: Written) -> bool:
    """Tell a year or month that names a thing: "the 2026 appeal", "charged over the 2019 fire".

    What an event did is of its year: "the 2019 fire killed nine".
    """
    if (
        time.kind not in {"year", "month"}
        or root.dep_ not in _NAMING
        or root.head.lower_ in _YEARS
    ):
        return False
    if root.head.lemma_ in _MEASURED:
        return False
    others = [each for each in root.head.lefts if each.dep_ == "compound" and each != root]
    did = root.head == top and top.dep_ in SUBJECTS and tense_of(top.head) is Tense.PAST
    return bool(others) or not did


def subjects_of(verb: Token) -> Iterator[Token]:
    """Give the subjects of a verb."""
    return (child for child in verb.lefts if child.dep_ in SUBJECTS)


def has_perfect(verb: Token) -> bool:
    """Tell "have agreed" from "agreed"."""
    return any(child.lower_ in {"has", "have", "’ve", "'ve"} for child in verb.lefts)


def is_due(token: Token) -> bool:
    """Tell "the fair, due to open on Monday"."""
    return token.dep_ == "amod" and token.lower_ == "due"


def is_slip(token: Token) -> bool:
    """Tell a verb with a tense that a parser hangs on "with": "a ferry with 90 on board sank"."""
    return token.dep_ == "pcomp" and token.tag_ in FINITE and token.head.pos_ == "ADP"


def goes_with(token: Token) -> bool:
    """Tell a clause that dates the one above it.

    "nine died when a boat sank last month", "seven died after it sank on Monday", "will be
    tried, starting in January", "the visit, planned for Monday, never took place".
    """
    if token.dep_ != "advcl":
        return False
    if token.lemma_ in _BEGINNING and token.tag_ == "VBG":
        return True
    if token.lemma_ in PLANNED and token.tag_ == "VBN":
        return True
    marks = {child.lower_ for child in token.lefts if child.dep_ in {"mark", "advmod"}}
    past = tense_of(token) is Tense.PAST and tense_of(token.head) is Tense.PAST
    came = (
        marks & _WHEN or "since" in marks or ("after" in marks and token.head.lemma_ in _SUFFERED)
    )
    return bool(came) and past


def books_result(verb: Token) -> bool:
    """Tell "post a first-half profit on Friday", where the half is the profit's time."""
    if verb.lemma_ not in _RESULTS:
        return False
    results = (child for child in verb.children if child.dep_ == "dobj")
    return any(part.lemma_ in {"quarter", "half"} for each in results for part in each.lefts)


def below_verb(token: Token) -> tuple[Token, bool]:
    """Climb to the last token below a verb, telling whether a noun is passed on the way."""
    nominal = False
    while token.dep_ != "ROOT" and token.head.pos_ not in VERBS:
        token = token.head
        nominal = nominal or token.pos_ in _NOMINAL
    return token, nominal


def topmost_noun(token: Token) -> Token:
    """Climb from "people" of "nine of the people" to "nine"."""
    while token.dep_ in _ABOVE_NOUN and token.head.pos_ not in VERBS:
        token = token.head
    return token


def forecasts(verb: Token) -> bool:
    """Tell whether a verb moves a forecast: "raised its forecast for exports"."""
    return any(child.dep_ == "dobj" and child.lemma_ in _FORECASTS for child in verb.children)


def is_impersonal(verb: Token) -> bool:
    """Tell "it was claimed last night" from "she was told last night"."""
    return any(child.dep_ == "nsubjpass" and child.lower_ == "it" for child in verb.children)


def is_passive(verb: Token) -> bool:
    """Tell "were told" from "told"."""
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
