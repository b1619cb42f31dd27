"""How much keys tell, and how much a claim on record has of what is asked for: BM25.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009); each key
that is asked for counts once. A claim that says a key so many times has of it

    weight * times * (SATURATION + 1) / (times + damping), where
    damping = SATURATION * (1 - LENGTH + LENGTH * keys / TYPICAL)
"""

from math import log

SATURATION, LENGTH = 1.2, 0.4
"""k1 and b: a second mention adds less than the first; a long sentence shares words by chance.
Tried on posts and debates with known earlier claims: 0.4 found more than the usual 0.75."""

TYPICAL = 17
"""Keys of a sentence with its headline, against which lengths count."""


def weight(claims: int, total: int) -> float:
    """Return what a key tells that so many claims of all have: near nothing if most have it."""
    return log(1 + (total - claims + 0.5) / (claims + 0.5))
