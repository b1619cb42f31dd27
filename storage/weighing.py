"""How very many claims are weighed at once, as columns of numbers rather than one by one."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from bot.claims.ranking import LENGTH, SATURATION, TYPICAL

Numbers = NDArray[np.int64]
Weights = NDArray[np.float64]

EIGHT = 8  # bytes of a key


def packed(keys: Sequence[int]) -> bytes:
    """Return keys as bytes, eight each."""
    return np.array(keys, dtype="<i8").tobytes()


def unpacked(keys: bytes) -> Numbers:
    """Return the keys that were packed; those of several claims may be joined."""
    return np.frombuffer(keys, dtype="<i8").astype(np.int64, copy=False)


def shared(hits: Sequence[tuple[float, Numbers]]) -> tuple[Numbers, Weights]:
    """Return the claims that were hit, each once, and what all keys weigh that hit it.

    `hits` are the weight of each key and the claims under it; there is at least one.
    """
    each = np.repeat([weight for weight, _ in hits], [len(claims) for _, claims in hits])
    claims, which = np.unique(np.concatenate([some for _, some in hits]), return_inverse=True)
    return claims, np.bincount(which, each).astype(np.float64)


def scores(said: Sequence[bytes], weights: Mapping[int, float]) -> Weights:
    """Weigh claims by all the keys that each says, packed; `weights` has those asked for."""
    asked = np.array(sorted(weights))
    tell = np.array([weights[key] for key in asked.tolist()])
    lengths = np.array([len(keys) // EIGHT for keys in said], np.int64)
    every = unpacked(b"".join(said))
    place = np.minimum(np.searchsorted(asked, every), len(asked) - 1)
    meant = np.flatnonzero(asked[place] == every)
    whose = np.repeat(np.arange(len(said)), lengths)[meant]
    pairs, times = np.unique(whose * len(asked) + place[meant], return_counts=True)
    claims, keys = np.divmod(pairs, len(asked))
    damping = SATURATION * (1 - LENGTH + LENGTH * lengths / TYPICAL)
    gain = tell[keys] * times * (SATURATION + 1) / (times + damping[claims])
    return np.bincount(claims, gain, len(said)).astype(np.float64)


def best(many: int, claims: Numbers, weights: Weights) -> Numbers:
    """Return the claims of the highest weights; of equal ones that which was recorded later."""
    if len(claims) > many:
        near = weights >= np.partition(weights, -many)[-many]
        claims, weights = claims[near], weights[near]
    return claims[np.lexsort((-claims, -weights))[:many]]
