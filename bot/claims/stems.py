"""How English words lose their endings, so that "closing", "closed" and "closes" meet.

The algorithm is M. F. Porter's ("An algorithm for suffix stripping", Program 14, 1980), with
the endings of its five steps as tables.
"""

import re
from functools import lru_cache

SHORTEST = 3  # letters: shorter words have no ending to lose
MEMORY = 65_536

Endings = tuple[tuple[str, str], ...]

_STEP_2: Endings = (
    ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"),
    ("abli", "able"), ("alli", "al"), ("entli", "ent"), ("eli", "e"), ("ousli", "ous"),
    ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"),
    ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
)  # fmt: skip
_STEP_3: Endings = (
    ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"),
    ("ful", ""), ("ness", ""),
)  # fmt: skip
_STEP_4 = (
    "al ance ence er ic able ible ant ement ment ent ion ou ism ate iti ous ive ize"
).split()  # fmt: skip

_DOUBLED = re.compile(r"([^aeiouylsz])\1$")
_VOWEL = re.compile(r"[aeiou]|(?<=[^aeiou])y")
_CLOSED = re.compile(r"(?:^|.*[^aeiou])[aeiouy][^aeiouwxy]$")  # "fil", "hop": takes an e


@lru_cache(MEMORY)
def stem(word: str) -> str:
    """Return a folded word without its endings: "relations" and "related" give "relat"."""
    if len(word) < SHORTEST or not word.isascii() or not word.isalpha():
        return word
    word = _past(_plural(word))
    if word.endswith("y") and _VOWEL.search(word[:-1]):
        word = word[:-1] + "i"
    word = _swapped(_swapped(word, _STEP_2), _STEP_3)
    return _bare(_cut(word))


def _measure(stem: str) -> int:
    """Count the vowels that a consonant follows: "tr" 0, "trouble" 1, "private" 2."""
    shape = _VOWEL.sub("V", stem)
    return len(re.findall(r"V[^V]", shape))


def _plural(word: str) -> str:
    if word.endswith(("sses", "ies")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def _past(word: str) -> str:
    if word.endswith("eed"):
        return word[:-1] if _measure(word[:-3]) else word
    for ending in ("ed", "ing"):
        left = word.removesuffix(ending)
        if left != word:
            return _mended(left) if _VOWEL.search(left) else word
    return word


def _mended(left: str) -> str:
    """Give back what "-ed" and "-ing" took: "hoping" is hope, "hopping" hop."""
    if left.endswith(("at", "bl", "iz")):
        return left + "e"
    if _DOUBLED.search(left):
        return left[:-1]
    return left + "e" if _measure(left) == 1 and _CLOSED.match(left) else left


def _swapped(word: str, endings: Endings) -> str:
    longest_first = sorted(endings, key=lambda pair: -len(pair[0]))
    for ending, put in longest_first:
        if word.endswith(ending):
            left = word.removesuffix(ending)
            return left + put if _measure(left) else word
    return word


def _cut(word: str) -> str:
    for ending in sorted(_STEP_4, key=len, reverse=True):
        if word.endswith(ending):
            left = word.removesuffix(ending)
            loose = ending != "ion" or left.endswith(("s", "t"))
            return left if loose and _measure(left) > 1 else word
    return word


def _bare(word: str) -> str:
    """Take the last e away, and one of two last l."""
    left = word.removesuffix("e")
    if left != word and (_measure(left) > 1 or (_measure(left) == 1 and not _CLOSED.match(left))):
        word = left
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word
