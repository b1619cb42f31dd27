"""What a story is called where nobody has named it: the name most shared, and what is counted."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

from bot.claims.brief.pieces import NAMELESS, name_of
from bot.claims.model import Claim

LONGEST = 60
UNNAMED = "a story"


def title(claims: Sequence[Claim]) -> str:
    """Return "Velmora: killed": the name and the counted thing that most claims share.

    Without figures a telling word stands for the thing ("Velmora: sluice"), without a name the
    thing alone; with nothing of that the headline of the first claim.
    """
    name, thing = _name(claims), _thing(claims)
    told = f"{name}: {thing}" if name and thing else name or thing
    if not told and claims:
        told = claims[0].publication.title
    return _cut(told) or UNNAMED


def newest_first(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Order claims by publication, the newest first; undated ones stand last, as given."""
    listed = list(claims)
    dated = [(one.publication.published, one) for one in listed if one.publication.published]
    newest = sorted(dated, key=lambda pair: pair[0], reverse=True)
    undated = (claim for claim in listed if not claim.publication.published)
    return (*(claim for _, claim in newest), *undated)


def _name(claims: Sequence[Claim]) -> str:
    """Return the name in most claims, as the articles write it; a place before all others."""
    places = Counter(chain.from_iterable(dict.fromkeys(claim.places) for claim in claims))
    if found := _most(places):
        return found
    folded = _most(Counter(chain.from_iterable(claim.names for claim in claims)))
    return _as_written(folded, claims) if folded else ""


def _thing(claims: Sequence[Claim]) -> str:
    """Return what most claims count, else the word that most of them share."""
    counted = (dict.fromkeys(name_of(one) for one in claim.figures) for claim in claims)
    things = Counter(thing for some in counted for thing in some if thing != NAMELESS)
    if found := _most(things):
        return found
    names = {part for claim in claims for name in claim.names for part in name.split()}
    words = Counter(chain.from_iterable(claim.words - names for claim in claims))
    shared = Counter({word: many for word, many in words.items() if many > 1})
    return _most(shared)


def _most(counted: Counter[str]) -> str:
    """Return what was counted most often; of equals the first by its letters."""
    return min(counted, key=lambda one: (-counted[one], one), default="")


def _as_written(folded: str, claims: Sequence[Claim]) -> str:
    """Return a folded name with its capitals: "interior ministry" is "Interior Ministry"."""
    pattern = re.compile(rf"\b{re.escape(folded)}\b", re.IGNORECASE)
    for claim in claims:
        if found := pattern.search(claim.quote):
            return found[0]
    return folded.title()


def _cut(text: str) -> str:
    """Return at most so much of a title, whole words."""
    text = " ".join(text.split())
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST].rpartition(' ')[0] or text[:LONGEST]}…"
