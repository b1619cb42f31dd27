"""Through which media a claim came from its claimant to the article."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Token

from bot.claims.attributed import Attribution
from bot.claims.media import is_media
from bot.claims.names import Cast, name_of, name_runs
from bot.claims.parsed import text_of

CHANNELS = frozenset("telegram facebook instagram twitter weibo whatsapp youtube tiktok x".split())
MEDIUM = frozenset(
    """newspaper paper site website station channel broadcaster agency daily weekly magazine portal
    outlet tabloid blog programme podcast network journal""".split()
)
"""Nouns before the name of a medium: "the daily Delta Post", "the television channel VRN"."""
TALKS = frozenset(("interview", "broadcast", "questioning"))
"""What a medium does with a speaker: "in an interview by the Delta Post"."""
GIVEN_TO = frozenset("on via in with to for from".split())

QUOTED_BY = re.compile(
    r"\b(?:quoted|cited|reported|carried|relayed)(?: as saying)?(?: \w+ly)? by"
    r" (?:the |an? )?(?:[a-z]+ ){0,2}$",
    re.IGNORECASE,
)
STATION = re.compile(
    r"(?:\b(?:told|on|to|by|via|through) |, )"
    r"((?:state|national|provincial|regional|local|public) (?:television|radio|TV))\b"
)
"""A station without a name: "told provincial television", "on state radio"."""
_PLACED = re.compile(  # who places a notice in a paper is not told by the paper
    r"\b(?:notice|advertisement|advert|decree|tender)s? (?:(?:that was |that had been |was )?"
    r"(?:published|printed|placed|carried) )?in (?:the )?$",
    re.IGNORECASE,
)
ON_X = re.compile(r"\b(?:on|via) X\b")


def media_in(doc: Doc, said: Attribution, cast: Cast, own: frozenset[str]) -> tuple[str, ...]:
    """Return the media named beside the attribution, the article's own outlet left out."""
    sources = {said.source, *(a.source for a in said.others)}
    found: dict[str, None] = {}
    for run in name_runs(doc):
        if _PLACED.search(f"{doc[: run[0].i].text} "):
            continue
        if _is_medium(run, sources) and not is_own(name_of(run), own):
            found.setdefault(cast.full(name_of(run)))
    if ON_X.search(text_of(doc)):
        found.setdefault("X")
    if station := STATION.search(text_of(doc)):
        found.setdefault(station[1])
    return tuple(found)


def is_own(name: str, own: frozenset[str]) -> bool:
    """Tell whether the name is the article's outlet: "the Post" in the Delta Post."""
    words = {w.lower() for w in name.split()} - {"the"}
    return not words or words <= own or name.lower() in own


def own_words(outlet: str) -> frozenset[str]:
    """Return the words by which an outlet speaks of itself: its name's, its initials, "VNA"."""
    parts = [w for w in outlet.replace("-", " ").split() if w]
    initials = "".join(w[0] for w in parts if w[0].isupper()).lower()
    return frozenset({w.lower() for w in parts} | {initials, initials.removeprefix("t")})


def stays(medium: str) -> bool:
    """Tell a medium that the claimant's further words came through too from a single post."""
    return medium.lower() not in CHANNELS


def _is_medium(run: list[Token], sources: set[Token]) -> bool:
    """Tell a medium that the claim was given to, or that passes it on, from one it is about."""
    name = name_of(run)
    if name.lower() in CHANNELS:
        return run[0].i > 0 and run[0].nbor(-1).lower_ in {"on", "via"}
    before = f"{run[0].doc[: run[0].i].text} "
    if QUOTED_BY.search(before):
        return True
    if _is_called_agency(run[-1]):
        return True
    described = run[0].i > 0 and _is_medium_noun(run[0].nbor(-1))
    if not described and not is_media(name):
        return False
    return any(t in sources or _is_given(t) for t in _phrase(run, described=described))


def _is_called_agency(last: Token) -> bool:
    """Tell "the KNA agency reported"."""
    after = [t.lower_ for t in last.doc[last.i + 1 : last.i + 3]]
    return len(after) > 1 and after[0] in MEDIUM and after[1] in {"reported", "reports"}


def _is_medium_noun(noun: Token) -> bool:
    """Tell "the news agency Delta" from "the rating agency Delta"."""
    if noun.lower_ == "agency":
        return noun.i > 0 and noun.nbor(-1).lower_ in {"news", "press"}
    return noun.lower_ in MEDIUM


def _phrase(run: list[Token], *, described: bool) -> Iterator[Token]:
    """Give the tokens of the name, and the noun before it that may be the phrase's head."""
    yield from run
    if described:
        yield run[0].nbor(-1)


def _is_given(token: Token) -> bool:
    """Tell "told the Delta Post", "talking to the Delta Post", ", the Delta Post reported"."""
    if token.dep_ == "pobj" and token.head.lower_ == "by":
        return token.head.head.lemma_ in TALKS
    if token.dep_ in {"dobj", "dative", "pobj"}:
        return token.head.lemma_ == "tell" or token.head.lower_ in GIVEN_TO
    return token.dep_ == "nsubj" and token.head.lemma_ in {"report", "say", "write", "quote"}
