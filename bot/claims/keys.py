"""What a claim is found by: the stems of its sentence, of its headline and of who says it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from snowballstemmer import stemmer

from bot.claims.model import Claim
from bot.claims.vocabulary import TITLES
from bot.claims.words import fold, skeleton

_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")  # "4,300", "2.5", "quay"
MEMORY = 16_384

# Words that stand in any sentence, whatever it speaks of. Verbs and numbers are kept: a claim
# is often found by nothing else ("will double by 2030").
GRAMMAR = frozenset(
    """
    a about above after again against all also am among an and any are as at be because been
    before being below between both but by can could did do does doing don down during each few
    for from further had has have having he her here hers him his how i if in into is it its just
    me more most my no nor not now of off on once only or other our out over own re s same she
    should so some such t than that the their them then there these they this those through to
    too under until up upon very was we were what when where which while who whom whose why will
    with would you your yours d ll m ve us
    """.split()
)


def keys(claim: Claim) -> tuple[str, ...]:
    """Return what the claim can be found by, each key as often as the claim and its title say it.

    The claimant goes in too, since a sentence may name him by "he", and so do the names and the
    meanings that were read in it: a "Norwegian soldier" is found by Norway and by troops.
    """
    told = [*_stems(claim.quote), *_stems(claim.publication.title)]
    told += (k for k in _stems(claim.claimant or "") if k not in UNTOLD)
    meant = {key for one in (*claim.names, *claim.words) for key in _stems(one)}
    return (*told, *sorted(meant.difference(told)))


def _stems(text: str) -> Iterator[str]:
    for word in _WORD.findall(_ADDRESS.sub(" ", fold(text))):
        if word not in GRAMMAR:
            yield _key(word)


def stem(word: str) -> str:
    """Return a folded word without its endings: "relations" and "related" give "relat".

    By a stemmer of its own: one keeps its word in hand, and two threads may ask at once.
    """
    return str(stemmer("porter").stemWord(word))


@lru_cache(MEMORY)
def _key(word: str) -> str:
    """Return the key of a word: number without commas, "Zelenskyy" and "Zelensky" spelt alike."""
    return word.replace(",", "") if word[0].isdigit() else skeleton(stem(word))


def words_in(text: str) -> frozenset[str]:
    """Return the keys of words that a person typed; grammar's words have none."""
    return frozenset(_stems(text))


UNTOLD = frozenset(map(_key, TITLES))
"""Titles, which many claimants share."""
