"""What a story is called where nobody has named it: its place or name, and its subject."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from bot.claims.model import Claim
from bot.claims.vocabulary import BODIES, BY_OUTCOME, EMPTY_WORDS, PERSONS
from bot.claims.words import kin_of, plain_name

UNTITLED = "One story"
_WORD = re.compile(r"[^\W\d_]{4,}")
_VAGUE = EMPTY_WORDS | BODIES | PERSONS | frozenset().union(*BY_OUTCOME.values())
_CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december today yesterday tomorrow week weekend month
    year spokesman spokeswoman statement report official officials""".split()
)


def title_of(claims: Iterable[Claim]) -> str:
    """Return "Alder flood": the name and the word that most claims share, as an article has it."""
    said = tuple(claims)
    name = _commonest(_places(said)) or _commonest(_names(said))
    word = _commonest(_words(said, name))
    told = f"{name} {word}".strip()
    return f"{told[:1].upper()}{told[1:]}" or UNTITLED


def _places(claims: Iterable[Claim]) -> Iterator[str]:
    for claim in claims:
        yield from set(claim.places)


def _names(claims: Iterable[Claim]) -> Iterator[str]:
    """Yield the names in each claim; who speaks names no story."""
    for claim in claims:
        speaker = set(plain_name(claim.claimant or "").split())
        found = (_printed(claim, name) for name in sorted(claim.names))
        yield from {name for name in found if name and not speaker & set(plain_name(name).split())}


def _printed(claim: Claim, name: str) -> str:
    at = claim.quote.casefold().find(name)
    return claim.quote[at : at + len(name)] if at >= 0 else ""


def _words(claims: Iterable[Claim], name: str) -> Iterator[str]:
    for claim in claims:
        names = {part for one in (*claim.names, name) for part in plain_name(one).split()}
        yield from {
            word
            for word in _WORD.findall(claim.quote)
            if word.islower()
            and kin_of(word) & claim.words
            and not kin_of(word) & (_VAGUE | _CALENDAR)
            and word not in names | _VAGUE | _CALENDAR
        }


def _commonest(words: Iterable[str]) -> str:
    """Return the word of most claims, the first of several by spelling; a lone one says little."""
    counted = Counter(words)
    return min(counted, key=lambda word: (-counted[word], word)) if counted else ""
