"""Which bodies an article names anywhere, for those it first calls by a noun or by initials."""

import re
from collections.abc import Iterator

from bot.claims.names import BODY_NOUNS, MOST_NAMES

_NAME = re.compile(
    r"\b[A-Z][\w-]+(?:(?: (?:of|for|and|on|the|&)){0,2} [A-Z][\w-]+){1,7}(?!['’]s? [A-Z])"
)
_FIRST = frozenset(
    """The A An In At On By For But And When While After Before If As From With This That Both Our
    Since Although Because Yet""".split()
)
_LEAST_INITIALS = 3
"""A name of two words has two initials, which too much else has."""


def bodies_in(text: str) -> tuple[str, ...]:
    """Return the names that end or begin with the noun of a body: "Kelm Food Directorate"."""
    return tuple(dict.fromkeys(_bodies(text)))[:MOST_NAMES]


def _bodies(text: str) -> Iterator[str]:
    for found in _NAME.finditer(text):
        words = found[0].split()
        while words and words[0] in _FIRST:
            words = words[1:]
        if len(words) > 1 and _names_a_body(words):
            yield " ".join(words)


def _names_a_body(words: list[str]) -> bool:
    """Tell "Kelm Food Directorate" and "Ministry of Mines" from "Union Street"."""
    last = words[-1].lower() in BODY_NOUNS
    return last or (words[0].lower() in BODY_NOUNS and words[1] in {"of", "for"})


def initials_in(text: str, bodies: tuple[str, ...]) -> dict[str, str]:
    """Map the initials that the text uses to the body that has them: "the KFD said"."""
    found: dict[str, str] = {}
    for name in bodies:
        letters = "".join(word[0] for word in name.split() if word[0].isupper())
        if len(letters) >= _LEAST_INITIALS and re.search(rf"\b{letters}\b", text):
            found.setdefault(letters, name)
    return found
