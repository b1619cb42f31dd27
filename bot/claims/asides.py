"""Whether a sentence speaks of another matter than its story: a look back, a case elsewhere."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from bot.claims.model import Claim
from bot.claims.subject import PLAIN, name_parts
from bot.claims.vocabulary import COUNTRIES
from bot.claims.words import MEMORY

_MATTER = r"(?:cases?|incidents?|accidents?|matters?|attacks?|events?|trials?|inquir(?:y|ies))"
_SAID = (
    r"(?:statement|interview|letter|post|note|notice|filing|briefing|speech|message|email"
    r"|e-mail|press)"
)
_ASIDE = re.compile(
    # "In a separate incident, a crane fell", "was not connected", "a rival vaccine"
    rf"\b(?:separate(?:ly,)? (?!from\b|{_SAID})|unrelated|unconnected"
    r"|not (?:connected|related|linked)\b"
    rf"|(?:in|of) (?:another|a different|a similar) {_MATTER}\b|elsewhere,"
    r"|a rival \w+ (?:from|by|made|developed)\b|(?:a|the) neighbou?ring\b"
    r"|(?:a|its) sister (?:company|firm|ship|paper|club)\b"
    r"|on the other side of (?:the )?[a-z]+, )",
    re.IGNORECASE,
)
_SINCE = re.compile(
    # "It was the worst fire in Varno since 1974, when 31 died": of both events
    r"\b(?:worst|deadliest|bloodiest|biggest|largest|heaviest|most [a-z]+)\b[^.;]{0,80}\bsince\b",
    re.IGNORECASE,
)
_AT = re.compile(
    r"\b(?:[Aa]t|[Nn]ear|[Ii]n|[Oo]utside|[Oo]ff|around|from|of) ((?:[A-Z][^\W\d_]*[ -]?){1,3})"
)


@lru_cache(MEMORY)
def aside(quote: str) -> bool:
    """Tell whether the sentence says itself that it speaks of another matter."""
    return bool(_ASIDE.search(quote) or _SINCE.search(quote))


def strange_places(claims: Sequence[Claim]) -> list[frozenset[str]]:
    """Return for each claim of an article the places that the article names there alone.

    The place of the story stands in the headline, in the first sentence or in several; who died
    at a place that is named once died there.
    """
    named = [_places(c.quote) for c in claims]
    often = Counter(p for parts in named for p in parts)
    title = name_parts(claims[0].publication.title) if claims else frozenset()
    said = frozenset(p for c in claims for p in name_parts(c.claimant or ""))
    known = title | said | COUNTRIES | PLAIN | (named[0] if named else frozenset())
    return [frozenset(p for p in parts if often[p] == 1) - known for parts in named]


def named_in(claims: Sequence[Claim]) -> frozenset[str]:
    """Return the parts of all names of an article's own story, its headline's included."""
    own = [c for c in claims if not aside(c.quote)]
    parts = {p for c in own for n in c.names for p in name_parts(n)}
    title = name_parts(claims[0].publication.title) if claims else frozenset()
    return frozenset(parts) | title


@lru_cache(MEMORY)
def _places(quote: str) -> frozenset[str]:
    return frozenset(p for found in _AT.findall(quote) for p in name_parts(found.strip()))
