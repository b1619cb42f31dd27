"""Which numbers of a sentence are no figures: years, ages, names, pronouns, sources counted."""

import re
from dataclasses import dataclass

from spacy.tokens import Token

from bot.claims.units import Measure
from bot.claims.unitwords import TIMES

_COUNTED = re.compile(
    r"[ -](?:people|persons|troops|soldiers|jobs|homes|houses|buildings|workers|employees|men"
    r"|women|children|cases|deaths|votes|staff|officers|residents|dead|killed|injured|members|units"
    r"|positions|posts|places|seats|flights|passengers|patients|refugees|migrants|complaints"
    r"|pupils|students|tickets|cars|vehicles|customers|families|households|villagers|nurses"
    r"|teachers|doctors|prisoners|animals|trees|boats|ships|fans|visitors|doses)\b",
    re.IGNORECASE,
)
_COUNTING = re.compile(  # "more than 1900 jobs", but "until at least 2028"
    r"(?<!until )(?<!till )(?<!since )(?<!by )(?<!from )"
    r"\b(?:than|below|above|at least|as many as|nearly|almost|exactly|totall?ing|a total of) $",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"(?:[- ](?:to|or|and) \w+)?[- ](?:years?|months?|weeks?|days?)[- ](?:olds?|of[- ]age)\b"
    r"|-somethings?\b",
    re.IGNORECASE,
)
_AGED = re.compile(
    r"\b(?:aged|ages?|the age of|at age|(?:aged|ages) (?:\w+ (?:to|and|or)|\d+[-–])"
    r"|(?:man|woman|boy|girl|person|youth|teenager|pensioner|student|child|toddler) of) $",
    re.IGNORECASE,
)
_YOUNGER = re.compile(
    r"\b(?:children|kids|infants|babies|people|those|anyone|everyone|women|men|girls|boys|adults"
    r"|patients|residents|workers|players) (?:under|over|below|above) $",
    re.IGNORECASE,
)
_PERHAPS_AGED = re.compile(r"\b(?:turn(?:s|ed|ing)|who (?:is|was)|over|under) $", re.IGNORECASE)
_BY_COMMAS = re.compile(r"[\w.)”\"], (?:now |then |just )?$")
_WORD_AFTER = re.compile(r"[ -][a-z]")
_END_AFTER = re.compile(r"[,.)]|$| ?[―—–]")
_OLDEST = 120
_NEAR = 80  # characters before a number that tell what it is
_LONGEST = 8
"""Digits of a number without commas; more are an id or a telephone."""
_ODDS = re.compile(
    r" to (?:1|one)\b(?![.,]\d| (?:hundred|thousand|million|billion)\b)", re.IGNORECASE
)
_ODDS_BEFORE = re.compile(r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten) to $")
_LABELS = re.compile(
    r"(?:#|\b(?:no\.?|nos\.?|number|route|road|highway|motorway|interstate|junction|flight|room"
    r"|pages?|articles?|sections?|chapter|clause|paragraph|rule|resolution|bill|act|phase|stage"
    r"|type|category|level|grade|tier|gate|bus|channel|line|platform|terminal|lane|exit|day|week"
    r"|round|game|match|lap|top|group of|item|episode|season|volume|part|version|size|psalm|hole"
    r"|boeing|airbus|radio|area|zone|ward|unit|block|suite|apartment|apt\.?|box|pier|track|covid"
    r"|question|proposition|prop\.?|amendment|title|model|studio|formula|file|case|update) )$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"#$|\b(?:nos?\. ?|number )$", re.IGNORECASE)
_TOPPED = re.compile(
    r"[- ](?:high|low|record|anniversary|lows|highs|best|peak|history)\b", re.IGNORECASE
)
_AGO = re.compile(
    r"(?: or so)? (?:ago|(?:earlier|later)(?! than)|before|previously|prior|after(?:wards)?|hence"
    r"|from now)\b|['’]? time\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:the|its|his|her|their|these|those|this|in|for|over|within) "
    r"(?:first|last|past|next|coming|previous|final|following|opening|preceding) $",
    re.IGNORECASE,
)
# "the worst flood in 40 years": the years say how rare, and count nothing
_RAREST = re.compile(
    r"\b(?:(?:bigg|larg|high|low|heavi|deadli|hott|cold|wett|dri|fast|slow|strong|weak|steep|sharp"
    r"|long|short|great|small|warm|cool|hard|tough|bloodi|clos|busi|earli)est|first|worst|best"
    r"|most|least)\b[^,;.:]{0,40} (?:in|for) "
    r"(?:more than |over |nearly |almost |about |around |at least )?$",
    re.IGNORECASE,
)
_BASE = re.compile(r"\b(?:per|every|each) $", re.IGNORECASE)
_DEFINITE = re.compile(
    r"\b(?:the|these|those|both|other|any|its|their|his|her|our|my|your) $", re.IGNORECASE
)
_NOT_ONE = re.compile(r"\b(?:not|no|any|this|that|the|every|each|never|single) $", re.IGNORECASE)
_ONLY_ONE = re.compile(r"\b(?<!the )only $", re.IGNORECASE)
_VOTES_TO = re.compile(r"\bvotes? (?:to|against) $", re.IGNORECASE)
_HYPHENED = re.compile(
    r"-(?:star|way|party|sided|fold|time|off|storey|story|door|nil|all|page|point|seat|bed|bedroom"
    r"|wheel|piece|pronged|figure|digit|dimensional|tier|part|ply|man|woman|run|step|pack|headed"
    r"|handed|line|term|state|nation|country|track|speed|child|parent|family)",
    re.IGNORECASE,
)
_MULTIPLE = re.compile(
    r" times (?:as|more|the|higher|larger|bigger|greater|less|lower|that|its|over)\b|[- ]fold\b",
    re.IGNORECASE,
)
_SCORE = re.compile(r"\b\d{1,2}[-–]\d{1,2}(?!\d|[,.]\d| ?%)")
_SCORED = re.compile(
    r"\b(?:w[io]n|wins|beats?|beaten|lead|led|draw|drew|lost|defeat|victory|goals?|scored?"
    r"|rulings?|decision|verdict|majority|split)\b",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"\b(?:according to|citing|cited|(?:forecasts?|estimates?|poll|survey|consensus)"
    r" (?:of|by|from|among))(?: at least| some)? $",
    re.IGNORECASE,
)
_KNOWING = re.compile(
    r"(?: [\w-]+){1,3} (?:familiar|briefed|with (?:direct )?knowledge|close to)\b", re.IGNORECASE
)
_PART_OF_YEAR = re.compile(r"\b(?:first|second|other|latter|better) $", re.IGNORECASE)
_SPEAKING = frozenset({"say", "tell"})
_SAYING = frozenset({
    "report", "confirm", "claim", "add", "announce", "warn", "testify", "describe", "recall",
    "note",
    "explain", "state", "suggest", "allege", "insist", "acknowledge", "admit", "deny", "decline",
})  # fmt: skip
_SOURCES = frozenset({
    "official", "source", "person", "people", "witness", "worker", "insider", "aide", "diplomat",
    "lawmaker", "officer", "adviser", "resident", "analyst", "expert", "economist", "executive",
    "employee", "minister", "doctor", "researcher", "lawyer", "spokesman", "colleague", "neighbor",
    "neighbour", "relative", "survivor", "soldier", "scientist", "senator", "campaigner",
    "activist", "volunteer", "newspaper", "outlet", "agency",
})  # fmt: skip
_FEW = 12
"""More than a dozen people do not speak at once: "400 people told a survey" is a figure."""

_HARMS = frozenset({
    "kill", "injure", "wound", "hurt", "die", "arrest", "detain", "rescue", "drown", "shoot",
    "destroy", "damage", "sink", "charge", "hospitalise", "hospitalize", "evacuate", "jail",
    "down",
})  # fmt: skip
_HARMED = frozenset({"dead", "killed", "injured", "wounded", "missing", "hurt", "absent"})


@dataclass(frozen=True, slots=True)
class _Seen:
    """A number with the words before and after it and the token that it ends with."""

    measure: Measure
    before: str
    after: str
    number: Token


def is_stray(measure: Measure, text: str, number: Token) -> bool:
    """Tell whether a number of a sentence is no figure.

    `text` is the sentence, `number` the token that the written number ends with.
    """
    seen = _Seen(measure, text[: measure.start], text[measure.end :], number)
    return any(test(seen) for test in (_WITH_UNIT if measure.unit else _UNITLESS))


def _is_age(seen: _Seen) -> bool:
    """Tell "a 37-year-old", "Lena Orsk, 37," and "a woman of 37" from figures."""
    measure = seen.measure
    if measure.unit not in {"", *TIMES} or measure.value > _OLDEST:
        return False
    unit = measure.unit and f" {measure.unit}"
    if _OLD.match(unit + seen.after) or _AGED.search(seen.before):
        return True
    if measure.unit:
        return False
    if _YOUNGER.search(seen.before):
        return True
    perhaps = _PERHAPS_AGED.search(seen.before) and not _WORD_AFTER.match(seen.after)
    commas = _BY_COMMAS.search(seen.before) and _END_AFTER.match(seen.after)
    return bool(perhaps or (commas and not measure.amount.word))


def _is_year(seen: _Seen) -> bool:
    """Tell "in 1987" and "the 2019 raid" from "more than 1900" and "1950 jobs"."""
    amount = seen.measure.amount
    if _COUNTING.search(seen.before):
        return False
    bare = re.fullmatch(r"(?:1[5-9]|20)\d\d", str(int(amount.value))) if not amount.word else None
    return (
        bool(bare) and amount.end - amount.start == len("2025") and not _COUNTED.match(seen.after)
    )


def _is_label(seen: _Seen) -> bool:
    """Tell the number of a name: "Route 37", "Flight 370", "No. 10"."""
    number = seen.number
    counts = number.dep_ == "nummod" and number.head.i > number.i
    amount = seen.measure.amount
    if number.is_digit and len(number) > _LONGEST:
        return True
    if _NUMBERED.search(seen.before) or (not counts and _LABELS.search(seen.before)):
        return True
    if amount.value == 0 and not counts and seen.before.strip():  # "Ground Zero"
        return True
    if seen.measure.amount.word or not number.i or counts or "," in number.text:
        return False
    name = number.nbor(-1)
    return name.tag_ == "NNP" and name.text[:1].isupper()


def _is_pronoun(seen: _Seen) -> bool:
    """Tell "one of them", "not one" and "one plain barge" from "one person was killed"."""
    if not seen.measure.amount.word or seen.measure.value != 1 or _VOTES_TO.search(seen.before):
        return False
    if _NOT_ONE.search(seen.before):
        return True
    counts = _ONLY_ONE.search(seen.before) or _one_counts(seen.number)
    return not (seen.measure.unit or counts)


def _one_counts(number: Token) -> bool:
    noun = number.head
    if number.dep_ != "nummod" or noun.i <= number.i:
        return number.i + 1 < len(number.doc) and number.nbor(1).lower_ in _HARMED
    if noun.i + 1 < len(noun.doc) and noun.nbor(1).lower_ in _HARMED:
        return True
    harmed = noun.dep_ in {"nsubjpass", "dobj", "nsubj"} and noun.head.lemma_ in _HARMS
    return harmed or (noun.dep_ == "dobj" and noun.head.lemma_ == "have")


def _is_time_span(seen: _Seen) -> bool:
    """Tell "the first six days", "two days after" and "a 30-year low" from durations."""
    if seen.measure.unit not in TIMES:
        return False
    after = _AGO.match(seen.after) or _TOPPED.match(seen.after)
    before = seen.before[-_NEAR:]
    return bool(after or _PERIOD.search(before) or _RAREST.search(before))


def _is_base(seen: _Seen) -> bool:
    """Tell the base of a rate: "14 per 100,000 people"."""
    return bool(_BASE.search(seen.before))


def _is_no_count(seen: _Seen) -> bool:
    """Tell "the two countries", "a seven-seat car" and "three times as many" from counts."""
    pair = seen.measure.amount.word and seen.measure.value in {2.0, 3.0}
    definite = pair and _DEFINITE.search(seen.before)
    named = _HYPHENED.match(seen.after) or _MULTIPLE.match(seen.after)
    return bool(definite or named or seen.before.endswith("equivalent to "))


def _is_score(seen: _Seen) -> bool:
    """Tell "won 3-1" from "5-7 people"."""
    around = seen.before[-3:] + str(seen.number) + seen.after[:4]
    odds = _ODDS.match(seen.after) or _ends_odds(seen)
    return bool(odds or (_SCORE.search(around) and _SCORED.search(seen.before + seen.after)))


def _ends_odds(seen: _Seen) -> bool:
    """Tell the last number of "split 5 to 2" from that of "by five votes to two"."""
    one = seen.measure.value == 1
    return one and bool(_ODDS_BEFORE.search(seen.before)) and not _VOTES_TO.search(seen.before)


def _counts_sources(seen: _Seen) -> bool:
    """Tell the counts of sources: "five sailors said", "according to three people close"."""
    noun, verb = seen.number.head, seen.number.head.head
    if seen.measure.value > _FEW or seen.number.dep_ != "nummod" or noun.pos_ == "VERB":
        return False
    if noun.dep_ == "nsubj" and verb.lemma_ in _SPEAKING:
        return True
    speaks = noun.dep_ == "nsubj" and verb.lemma_ in _SAYING
    person = noun.lemma_.lower() in _SOURCES
    return person and bool(speaks or _CITED.search(seen.before) or _KNOWING.match(seen.after))


def _is_part_of_year(seen: _Seen) -> bool:
    """Tell "the first half of the year" from "half of the crowd"."""
    return seen.measure.share and bool(_PART_OF_YEAR.search(seen.before))


_EITHER = (_is_base, _is_age, _is_pronoun)
_WITH_UNIT = (*_EITHER, _is_time_span, _is_part_of_year)
_UNITLESS = (*_EITHER, _is_year, _is_label, _is_no_count, _is_score, _counts_sources)
