"""Whether a sentence takes something back: a correction of the article, a claim withdrawn."""

import re

from bot.claims.claimants import kindred
from bot.claims.model import Claim
from bot.claims.subject import speaks_of
from bot.claims.words import fold

_OF_THE_ARTICLE = re.compile(
    # "An earlier version of this article said that 29 people had died"
    r"\b(?:earlier|previous|original) version of (?:this|the|our) (?:article|story|report)\b"
    r"|\bthis (?:article|story|report) (?:was|has been) (?:corrected|amended)\b"
    r"|^\W*(?:corrections?|clarifications?|editor's note)\b[^.:]{0,20}:"
)
_OF_AN_EARLIER_VERSION = re.compile(
    r"\b(?:(?:earlier|previous|original) version of (?:this|the|our) (?:article|story|report)"
    r"|(?:this|the|our) (?:article|story|report) (?:earlier|originally|first|initially|wrongly"
    r"|incorrectly|mistakenly))(?: (?:wrongly|incorrectly|mistakenly|erroneously))?"
    r" (?:said|stated|reported|gave|quoted|claimed|suggested|had|put|attributed)\b"
)
_OLD_WORDS = re.compile(
    r"^\W*(?:It|This article|We|The article|The story)"
    r"(?: (?:wrongly|incorrectly|mistakenly|had|originally|earlier|previously))*"
    r" (?:said|stated|reported|gave|quoted|claimed|suggested|put|attributed)\b"
)
"""How a correction goes on: "It said that the dam was open" after "has been amended"."""
_SAID = (
    r"(?:figure|estimate|claim|statement|number|count|forecast|report|remark|toll|charge|study"
    r"|paper|article|finding|result|analysis)s?"
)
_BACK = r"(?:withdr[ae]w\w*|retract\w*|(?:took|takes) back|disown\w*|corrects|corrected)"
_GONE = r"(?:withdrawn|retracted|disowned|no longer stands?)"
_TAKES_BACK = re.compile(
    # "The institute withdrew its estimate", "the toll has been withdrawn"
    rf"\b{_BACK}\b[^.;]{{0,40}}\b{_SAID}\b|\b{_SAID}\b[^.;]{{0,40}}\b{_GONE}\b",
    re.IGNORECASE,
)
_PAPERS = frozenset(("study", "paper", "report", "analysis", "article", "survey"))
_CUES = frozenset(("withdraw", "withdrew", "withdrawn", "retract", "retracted", "corrected"))


def takes_its_words_back(sentence: str, *, correcting: bool) -> bool:
    """Tell a sentence that repeats what the article once said: it is nobody's claim any more.

    `correcting` tells that the article's correction is being read.
    """
    old = correcting and _OLD_WORDS.search(sentence)
    return bool(old or _OF_AN_EARLIER_VERSION.search(sentence.lower()))


def opens_correction(sentence: str) -> bool:
    """Tell whether a sentence begins a correction of the article that it stands in."""
    return bool(_OF_THE_ARTICLE.search(sentence.lower()))


def corrects_itself(claim: Claim) -> bool:
    """Tell whether the article says that an earlier version of it was wrong."""
    return bool(_OF_THE_ARTICLE.search(claim.quote.lower()))


def withdraws(later: Claim, earlier: Claim) -> bool:
    """Tell whether the claimant of the earlier claim takes it back, or is said to."""
    takes_back = _TAKES_BACK.search(later.quote) or _CUES & set(fold(later.cue).split())
    if not takes_back or corrects_itself(later):
        return False
    return kindred(later, earlier) or speaks_of(later, earlier) or _names_the_paper(later, earlier)


def _names_the_paper(later: Claim, earlier: Claim) -> bool:
    """Tell "has retracted a study that claimed so" beside what "a study" found."""
    paper = fold(earlier.claimant or "").split()[-1:]
    taken = _TAKES_BACK.search(fold(later.quote))
    return bool(taken and paper and paper[0] in _PAPERS and paper[0] in taken[0].split())


def one_page(later: Claim, earlier: Claim) -> bool:
    """Tell whether both stand in versions of one article: the address is the same."""
    return bool(later.publication.url) and later.publication.url == earlier.publication.url
