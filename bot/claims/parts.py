"""Which figures count a part of a whole: "35 of the 70", "including 9 nurses", "six in Varno"."""

import re

from bot.claims.units import Measure
from bot.claims.unitwords import SPANS

_PART_BEFORE = re.compile(
    r"\b(?:(?<!not )includ(?:ing|es?|ed)|among (?:them|whom|those)|remaining|other"
    r"|of (?:which|whom|them|those|these)|except(?:ing)?(?: for)?|apart from|excluding)\b"
    r"[^;:]{0,50}$",
    re.IGNORECASE,
)
_NEAR = re.compile(r"\b(?:remaining|other|initial)\b", re.IGNORECASE)
# "a first tranche of €6 million", "a sample of 370 letters"
_PORTION = re.compile(
    r"\b(?:tranche|instal?lment|sample|down ?payment|advance|portion),? (?:of|worth) "
    r"(?:about |around |some |up to |more than |over |nearly |at least )?$",
    re.IGNORECASE,
)
_NUMBER = (
    r"\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen|sixteen|twenty|thirty|forty|fifty"
)
_WHOLE = rf"the|them|those|these|its|their|his|her|whom|which|all|{_NUMBER}"
_PART_AFTER = re.compile(rf" (?:\w+ )?(?:out )?of (?:{_WHOLE})\b", re.IGNORECASE)
_SPAN_OF = re.compile(
    rf" (?:out )?of (?:which|whom|them|those|these|(?:the|its|their|his|her) (?:{_NUMBER}))\b",
    re.IGNORECASE,
)
# "Of the 70 wells tested, 31 were dry": what follows the comma is a part of the 70.
_OF_WHOLE = re.compile(
    rf"(?:^|[,;] |\b(?:that|and|but) )of (?:the|its|his|her|their|those|these|some|about)?"
    rf" ?(?:{_NUMBER})\b[^,;]*, [^;]*$",
    re.IGNORECASE,
)
# "Of that, €6 million is wages and €2 million is interest": each a part of the sum before.
_OF_THAT = re.compile(r"^\W*Of (?:that|this|these|those|them|the (?:total|sum|money|dead|rest))\b")
_AMONG_AFTER = re.compile(
    r"(?: (?!and\b|but\b|or\b)[\w'’-]+){1,3}?(?: and [^,;.]{1,50})? (?:are|were|was|is|be|been)"
    r" (?:also )?among (?:the|them|those)\b",
    re.IGNORECASE,
)
# "14 died in Varno, nine in Orsk and six on the road": each part of a toll, place by place
_HERE = r"(?: [a-z]+){0,3}? (?:in|on|at|near|outside) (?:the )?[\w.'’-]+"
_PLACES = re.compile(
    rf"\b(?:{_NUMBER})\b{_HERE}[^;:,]{{0,40}}?"
    rf"(?:,(?: and)? (?:{_NUMBER}) (?:in|on|at|near|outside) [^;:,]{{1,50}})*"
    rf"(?:,? and) (?:{_NUMBER}) (?:in|on|at|near|outside) ",
    re.IGNORECASE,
)
# The parts after a colon: "counts 370 people in the camp: 150 children and 220 adults"
_LISTED = re.compile(
    rf"\b(?:{_NUMBER})\b[^:;]*: (?:[^:;]*[ -](?:and|,) )?$",
    re.IGNORECASE,
)
_AND_MORE = re.compile(rf"(?: [\w-]+){{1,3}}(?:,|,? and) (?:{_NUMBER})\b", re.IGNORECASE)
_TRIED = re.compile(
    r"\b(?:convict\w*|guilty)\b.*\b(?:acquit\w*|clear(?:ed|s)|not guilty)\b"
    r"|\b(?:acquit\w*|cleared)\b.*\b(?:convict\w*|guilty)\b",
    re.IGNORECASE,
)
_TRIED_BEFORE = re.compile(r"\b(?:guilty|convict\w*|acquit\w*|cleared)\b[^,;]{0,60} (?:of|on) $")
_AROUND = 250  # characters on either side in which a list or a verdict is told
_OF = re.compile(r" of\b", re.IGNORECASE)
# Yardsticks: a deficit of 3 per cent of GDP is no part of it.
_YARDSTICK = re.compile(
    r" of (?:(?:the|its|their|his|her|total|annual|national|gross|economic|normal) )*"
    r"(?:GDP|GNP|domestic product|national product|national income|output|requirements?|targets?"
    r"|goals?|capacity|normal|average|levels?|value|body weight|maximum|limit)\b",
    re.IGNORECASE,
)
_CHANCE = re.compile(r"[ -](?:chance|risk|odds|probability|likelihood|shot)\b", re.IGNORECASE)
_ODDS = re.compile(r"\b(?:in|out of)\b", re.IGNORECASE)
_THE = re.compile(r" (?:the|its|their|his|her|our|all|those|these)\b", re.IGNORECASE)
_OWNED = re.compile(r"\b(?:whose|its|their|his|her|\w+['’]s) $", re.IGNORECASE)
_NO_NOUN = re.compile(r"[,.;]|$| (?:could|would|will|may|might|is|was|can|gives?|makes?)\b")


def is_part(measure: Measure, text: str, start: int) -> bool:
    """Tell whether a figure counts a part of what the sentence, or the one before, counts.

    `start` is where the figure starts in the sentence, modifier included.
    """
    before, after = text[max(0, start - 80) : start], text[measure.end : measure.end + 80]
    if _OF_THAT.match(text) and ". " not in text[:start]:
        return True
    if measure.unit == "percent":
        return _is_share(measure, before, after, text)
    own = _SPAN_OF if measure.unit in SPANS else _PART_AFTER
    if own.match(after) or _NEAR.search(before[-12:]) or _PORTION.search(before):
        return True
    if _PART_BEFORE.search(before) and not _NEAR.search(before):
        return True
    return not measure.unit and _is_counted_apart(measure, text, start)


def _is_share(measure: Measure, before: str, after: str, text: str) -> bool:
    """Tell "71 per cent of voters" and "one in five voters" from "3 per cent of GDP"."""
    if _OF.match(after):
        return not _YARDSTICK.match(after)
    if measure.share and _ODDS.search(text[measure.start : measure.end]):
        return not _CHANCE.match(after)
    if measure.share and _THE.match(after):
        return True
    return bool(_OWNED.search(before) and _NO_NOUN.match(after))


def _is_counted_apart(measure: Measure, text: str, start: int) -> bool:
    """Tell the counts of a list that takes a whole apart, or of a split verdict."""
    first = max(0, start - _AROUND)
    before, after = text[first:start], text[measure.end : measure.end + _AROUND]
    if _OF_WHOLE.search(before) or _AMONG_AFTER.match(after):
        return True
    near, place = text[first : measure.end + _AROUND], measure.start - first
    if any(each.start() <= place < each.end() for each in _PLACES.finditer(near)):
        return True
    if _LISTED.search(before) and (_AND_MORE.match(after) or not before.endswith(": ")):
        return True
    return bool(_TRIED_BEFORE.search(before) and _TRIED.search(near))
