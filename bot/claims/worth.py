"""Which sentences an editor would want on record: what speaks for each, weighed."""

from bot.claims.signs import Sign

WEIGHTS: dict[Sign, float] = {
    Sign.FIGURE: 3.62,
    Sign.FIGURES: 0.82,
    Sign.SMALL: 0.69,
    Sign.WHEN: 2.16,
    Sign.NAMES: 1.05,
    Sign.SAID: 2.01,
    Sign.CLAIMANT: 1.41,
    Sign.BODY: 0.31,
    Sign.VIA: 1.09,
    Sign.QUOTATION: -0.41,
    Sign.DENIAL: 1.20,
    Sign.NEGATIVE: 1.23,
    Sign.UNCONFIRMED: 2.30,
    Sign.OUTLOOK: 1.20,
    Sign.MODAL: 0.09,
    Sign.ACT: 0.88,
    Sign.MAIN_ACT: 0.13,
    Sign.HARD_ACT: 2.10,
    Sign.MATTER: 1.40,
    Sign.PASSIVE: 1.19,
    Sign.PAST: 0.69,
    Sign.PRESENT: 0.42,
    Sign.BEING: -0.00,
    Sign.BODY_ACTS: 0.49,
    Sign.IT: -1.04,
    Sign.BARE: -1.09,
    Sign.CROWD: -1.13,
    Sign.NOBODY: -0.83,
    Sign.PRIVATE: -0.52,
    Sign.MYSELF: -1.08,
    Sign.READER: -1.37,
    Sign.YOU: -1.56,
    Sign.ORDER: -1.02,
    Sign.QUESTION: -0.60,
    Sign.MOOD: -0.67,
    Sign.OPINION: -0.75,
    Sign.LIKENESS: -0.83,
    Sign.HABIT: -0.55,
    Sign.FIRST: 2.28,
    Sign.ASIDE: -0.81,
    Sign.CHAIN: -1.15,
    Sign.LONG: -1.09,
    Sign.SHORT: -0.86,
    Sign.NOTE: -9.0,
}
"""How much each sign speaks for a claim, as log odds; below nought it speaks against one.

`python -m tests.quality.weigh` learns them from the corpus.
"""
BEFORE = -3.72
"""The odds of a sentence without any sign."""
ENOUGH = -0.2
"""A little below even: a claim lost costs more than a sentence too many."""

HUNDREDTHS = 2
"""The weights are given in hundredths: what adding them up leaves beyond is of its order alone."""


def is_claim(signs: frozenset[Sign]) -> bool:
    """Tell whether a sentence with these signs holds something that can be checked."""
    return round(BEFORE + sum(WEIGHTS[sign] for sign in signs), HUNDREDTHS) >= ENOUGH
