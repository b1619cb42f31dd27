"""Which names of claimants may be one: only to be asked about, never to be taken for one."""

from collections.abc import Sequence
from itertools import combinations

from rapidfuzz import fuzz

from bot.claims.words import fold

ALIKE = 83.0
"""Of 100, rapidfuzz's ratio of the sorted words: "behrud lashkari", "bahrood lashkari" 84."""

LOOKED_AT = 300  # names, each held against each
_SMALL = frozenset(("of", "the", "for", "and", "de", "la"))


def may_be_one(names: Sequence[str], most: int = 5) -> tuple[tuple[str, str], ...]:
    """Return pairs of full names that are nearly alike, the likeliest first.

    A surname alone, or one beside an initial, is never a ground: "J. Brenn" may be anybody.
    """
    full = {name: plain for name in names[:LOOKED_AT] if (plain := _plain(name))}
    found = [
        (fuzz.ratio(full[a], full[b]), a, b)
        for a, b in combinations(full, 2)
        if fold(a) != fold(b) and fuzz.ratio(full[a], full[b], score_cutoff=ALIKE)
    ]
    return tuple((a, b) for _, a, b in sorted(found, key=lambda one: -one[0])[:most])


def _plain(name: str) -> str:
    """Return the words of a full name in one order, nothing for one that is not full."""
    words = [word.strip(".,") for word in fold(name).split()]
    telling = sorted(word for word in words if word not in _SMALL)
    short = any(len(word) == 1 for word in telling)
    return "" if short or len(telling) < 2 else " ".join(telling)  # noqa: PLR2004 - name and surname
