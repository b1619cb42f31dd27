"""Which numbers of a sentence are no figures: dates, clock times, ages, names, sources counted."""

import re

from spacy.tokens import Token

from bot.claims.units import TIMES, Measure

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_COUNTED_NEXT = (
    r"(?! ?%| (?:percent|per cent|million|billion|people|persons|men|women|children)\b)"
)
_TIMES = re.compile(
    r"\b\d{4}-\d\d(?:-\d\d)?\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b|\b9/11\b|\b24/7\b|\b50[-/]50\b"
    rf"|\b{_MONTH} {_DAY}(?:(?:,? and|,| to|[-–]| or) ?{_DAY})*(?![\d,.:]\d|\w){_COUNTED_NEXT}(?:,? \d{{4}}\b)?"
    rf"|\b{_DAY}(?:(?: and|,| to| or|[-–]) ?{_DAY})*(?: of)? {_MONTH}\b(?:,? \d{{4}}\b)?"
    rf"|\b{_MONTH},? ['’]?\d{{2,4}}\b(?![,.]\d)"
    r"|\b\d{1,2}(?:[:.]\d\d)?(?: ?- ?\d{1,2}(?:[:.]\d\d)?)? ?(?:[ap]\.?m\b\.?|o'clock|hrs\b|GMT|UTC|BST|E[SD]T)"
    r"|\b(?:[01]?\d|2[0-3]):[0-5]\d(?::\d\d)?\b|(?<=\bat )(?:[01]?\d|2[0-3])\.[0-5]\d(?= and\b| or\b|[,;]|\.?$)"
    r"|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?:o'clock|[ap]\.?m\.?)\b"
    r"|(?<!\w)['’]\d\d\b|\b\d+(?:st|nd|rd|th)\b|\b\S*(?:://|@|\.com|www\.)\S*"
    r"|\b\d{3}-\d{3,4}-\d{4}\b|\b\d{2,4}(?:\.\d{1,4}){2,}\b|\b(?:\d+-){2,}\d+\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_YEAR_SPAN = re.compile(r"\b(?:1[89]|20)\d\d ?(?:[-–/]|to|and) ?(?:\d\d){1,2}\b(?![,.]\d|%)")
_COUNTED = re.compile(
    r"[ -](?:people|persons|troops|soldiers|jobs|homes|houses|buildings|workers|employees|men|women"
    r"|children|cases|deaths|votes|staff|officers|residents|dead|killed|injured|members|units|tons)\b",
    re.IGNORECASE,
)
_AGE_AFTER = re.compile(
    r"[- ](?:(?:to|or|and) \w+[- ])?years?[- ](?:olds?|of[- ]age)\b|[- ]months?[- ]olds?\b"
    r"|-somethings?\b|[- ]weeks?[- ]olds?\b|[- ]days?[- ]olds?\b",
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(
    r"\b(?:aged?|ages|aged between|now aged|the age of|turn(?:s|ed|ing)|who (?:is|was)"
    r"|(?:man|woman|boy|girl|person|youth|teenager|pensioner|student|child|toddler) (?:of|aged)"
    r"|at age|(?:over|under)(?: the age of)?|(?:aged|ages) (?:\w+ (?:to|and|or)|\d+[-–])) $",
    re.IGNORECASE,
)
_AGE_BY_COMMAS = re.compile(r"(?:(?<=\w)|(?<=[.)”\"])), (?:now |then |just |aged )?$")
_LABELS = re.compile(
    r"\b(?:no\.?|nos\.?|number|route|road|highway|motorway|interstate|junction|flight|room|page|pages|article"
    r"|section|sections|chapter|clause|paragraph|rule|resolution|bill|act|phase|stage|type|category|level|grade|tier"
    r"|gate|bus|channel|line|platform|terminal|lane|exit|day|week|year|round|game|match|lap|week"
    r"|top|group of|list of|item|point|episode|season|volume|part|version|size|psalm|verse|hole|boeing"
    r"|airbus|radio|area|zone|ward|unit|block|building|suite|apartment|apt\.?|box|pier|track|count|lot|covid"
    r"|question|proposition|prop\.?|amendment|title|model|series|agenda|studio|formula|file|case|update) $",
    re.IGNORECASE,
)
_HIGH_LOW = re.compile(
    r"[- ](?:high|low|record|anniversary|lows|highs|best|peak|milestone)\b", re.IGNORECASE
)
_AGO = re.compile(
    r"(?: or so)? (?:ago|earlier(?! than)|before|previously|prior|after(?:wards)?|hence|later(?! than)"
    r"|from now|since|on)\b",
    re.IGNORECASE,
)
_PERIOD_BEFORE = re.compile(
    r"\b(?:the|its|his|her|their|these|those|this|in|for|over|within)?(?: ?)"
    r"(?:first|last|past|next|coming|previous|final|following|opening|remaining|preceding) $",
    re.IGNORECASE,
)
_BASE_BEFORE = re.compile(r"\b(?:per|every|each) $", re.IGNORECASE)
_THE_PAIR = re.compile(
    r"\b(?:the|these|those|both|all|other|any|its|their|his|her) $", re.IGNORECASE
)
_HYPHENED = re.compile(
    r"-(?:star|way|party|sided|fold|time|off|storey|storeys|story|door|nil|all|page|point|seat|bed"
    r"|bedroom|wheel|wheeled|piece|pronged|figure|digit|dimensional|tier|tiered|part|ply|man|woman"
    r"|run|step|pack|headed|handed|line|term|state|nation|country|track|speed|child|parent|family)\w*\b",
    re.IGNORECASE,
)
_MULTIPLE = re.compile(
    r" times (?:as|more|the|higher|larger|bigger|greater|less|lower|that|its|over)\b|[- ]fold\b",
    re.IGNORECASE,
)
_SCORE = re.compile(r"\d{1,3} ?[-–] ?\d{1,3}(?! ?%|[\d,.]*\d)")
_SCORED = re.compile(
    r"\b(?:win|wins|won|beat|beats|lead|led|draw|drew|lost?|defeat\w*|victory|score\w*|goal\w*|aggregate|set)\b",
    re.IGNORECASE,
)
_SAYING = frozenset(
    [
        "say",
        "tell",
        "report",
        "confirm",
        "claim",
        "add",
        "announce",
        "warn",
        "testify",
        "describe",
        "recall",
        "note",
        "explain",
        "speak",
        "state",
        "suggest",
        "allege",
        "insist",
        "acknowledge",
        "admit",
        "deny",
        "decline",
        "ask",
    ]
)
_SOURCES = frozenset(
    [
        "official",
        "source",
        "person",
        "people",
        "witness",
        "worker",
        "insider",
        "aide",
        "diplomat",
        "lawmaker",
        "officer",
        "adviser",
        "resident",
        "analyst",
        "expert",
        "economist",
        "executive",
        "employee",
        "minister",
        "doctor",
        "researcher",
        "lawyer",
        "spokesman",
        "colleague",
        "neighbour",
        "neighbor",
        "relative",
        "survivor",
        "soldier",
        "man",
        "woman",
        "document",
        "report",
        "account",
        "newspaper",
        "outlet",
        "agency",
        "eyewitness",
        "scientist",
        "senator",
        "campaigner",
        "activist",
        "volunteer",
    ]
)


def without_times(text: str) -> str:
    """Return the text with dates, clock times, ordinals and addresses blanked, offsets kept."""
    blanked = _TIMES.sub(lambda match: "\x00" * len(match[0]), text)
    return _YEAR_SPAN.sub(lambda match: "\x00" * len(match[0]), blanked)


def is_stray(measure: Measure, text: str, number: Token) -> bool:
    """Tell whether a number of a sentence is no figure.

    `text` is the sentence, `number` the token that the written number ends with.
    """
    before, after = text[: measure.start], text[measure.end :]
    tests = _UNITLESS if not measure.unit else _WITH_UNIT
    return any(test(measure, before, after, number) for test in tests)


def _is_age(measure: Measure, before: str, after: str, _: Token) -> bool:
    """Tell "a 19-year-old", "Marcus Thorne, 58," and "a woman of 19" from figures."""
    plain = measure.unit in {"", "years", "months", "weeks", "days"} and measure.value < 120
    if not plain:
        return False
    rest = text_after_number(measure, after)
    if _AGE_AFTER.match(rest) or re.match(r" (?:years? )?of age\b| (?:years|months) old\b", after):
        return True
    return not measure.unit and bool(
        (_AGE_BEFORE.search(before) and not re.match(r"[ -][a-z]", after))
        or (
            _AGE_BY_COMMAS.search(before)
            and re.match(r"[,.)]|$", after)
            and not measure.amount.word
        )
    )


def text_after_number(measure: Measure, after: str) -> str:
    """Return what follows the bare number, its unit included: "-year-old student"."""
    return " years" + after if measure.unit == "years" else after


def _is_year(measure: Measure, before: str, after: str, _: Token) -> bool:
    written = measure.amount.end - measure.amount.start == 4 and not measure.amount.word  # noqa: PLR2004 - digits of a year
    year = written and measure.value.is_integer() and 1500 <= measure.value < 2100  # noqa: PLR2004 - years in news
    return year and not _COUNTED.match(after)


def _is_label(measure: Measure, before: str, after: str, number: Token) -> bool:
    """Tell the number of a name: "Highway 31", "Flight 370", "Boeing 737 planes"."""
    counts = number.head.i > number.i and number.dep_ == "nummod"
    if re.search(r"#$|\b(?:Nos?|no)\.? $", before):
        return True
    if _LABELS.search(before) and not counts:
        return True
    if measure.amount.word or not number.i:
        return False
    name = number.nbor(-1)
    named = name.tag_ == "NNP" and name.text[:1].isupper() and name.head != number
    return named and not counts and "," not in number.text


def _is_pronoun(measure: Measure, before: str, after: str, number: Token) -> bool:
    """Tell "one of them", "no one" and "one modest oil" from "one person was killed"."""
    if not (measure.amount.word and measure.value == 1):
        return False
    return not (_one_counts(number) or re.search(r"\bvotes? to $", before))


def _one_counts(number: Token) -> bool:
    if (
        number.nbor(-1).lower_ in {"no", "any", "this", "that", "the", "every", "each"}
        if number.i
        else False
    ):
        return False
    noun = number.head
    if number.dep_ != "nummod" or noun.i <= number.i:
        return (
            bool(re.match(r"dead|killed|injured|missing", number.nbor(1).lower_))
            if number.i + 1 < len(number.doc)
            else False
        )
    harmed = noun.dep_ in {"nsubjpass", "dobj", "nsubj"} and noun.head.lemma_ in _HARMS
    return harmed or (noun.dep_ == "dobj" and noun.head.lemma_ == "have")


_HARMS = frozenset(
    [
        "kill",
        "injure",
        "wound",
        "hurt",
        "die",
        "arrest",
        "detain",
        "rescue",
        "miss",
        "drown",
        "shoot",
        "destroy",
        "damage",
        "sink",
        "charge",
        "hospitalise",
        "hospitalize",
        "evacuate",
        "jail",
        "confirm",
        "down",
        "recover",
        "find",
    ]
)


def _is_time_span(measure: Measure, before: str, after: str, _: Token) -> bool:
    """Tell "the first twelve months", "two days after" and "a 40-year high" from durations."""
    if measure.unit not in TIMES:
        return False
    return bool(
        _PERIOD_BEFORE.search(before)
        or _AGO.match(after)
        or _HIGH_LOW.match(after)
        or re.match(r"['’]? time\b", after)
    )


def _is_base(measure: Measure, before: str, after: str, _: Token) -> bool:
    """Tell the base of a rate: "14 per 100,000 people"."""
    return bool(_BASE_BEFORE.search(before))


def _is_pair(measure: Measure, before: str, after: str, _: Token) -> bool:
    """Tell "the two countries" and "a seven-seat car", which count nothing in news."""
    small = measure.amount.word and measure.value in {2.0, 3.0}
    definite = small and _THE_PAIR.search(before) and re.match(r" [a-z]", after)
    return bool(
        definite
        or _HYPHENED.match(after)
        or _MULTIPLE.match(after)
        or re.search(r"\bequivalent (?:to|of) $", before)
    )


def _is_score(measure: Measure, before: str, after: str, number: Token) -> bool:
    around = before[-5:] + str(number) + after[:5]
    return bool(_SCORE.search(around) and _SCORED.search(before + after))


def _counts_sources(measure: Measure, before: str, after: str, number: Token) -> bool:
    """Tell the counts of sources: "two officials said", "according to three people familiar"."""
    noun = number.head
    few = measure.value <= 12  # noqa: PLR2004 - more than a dozen people do not speak at once
    if not few or noun.lemma_.lower() not in _SOURCES or number.dep_ != "nummod":
        return False
    if re.search(r"\b(?:according to|citing|told by|from|by)(?: at least| some| the)? $", before):
        return (
            noun.dep_ == "pobj" and noun.head.lower_ in {"to", "citing"}
        ) or "familiar" in after
    says = noun.dep_ == "nsubj" and noun.head.lemma_ in _SAYING
    return says or bool(
        re.match(r"(?: \w+){1,3} (?:familiar|briefed|with knowledge|close to)\b", after)
    )


def _is_half_of_year(measure: Measure, before: str, after: str, _: Token) -> bool:
    return measure.share and bool(re.search(r"\b(?:first|second|other|latter|better) $", before))


_EITHER = (_is_base, _is_age, _is_half_of_year)
_WITH_UNIT = (*_EITHER, _is_time_span)
_UNITLESS = (*_EITHER, _is_year, _is_label, _is_pronoun, _is_pair, _is_score, _counts_sources)
