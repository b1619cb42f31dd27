"""What a line of figures is headed by: a thing that a reporter would say."""

import re
from collections.abc import Iterator

from bot.claims.brief.pieces import NAMELESS, OF_SOMETHING, name_of
from bot.claims.brief.points import Point
from bot.claims.currencies import is_money
from bot.claims.labels import outcome
from bot.claims.model import Claim, Figure
from bot.claims.values import unit
from bot.claims.vocabulary import BODIES, EMPTY_WORDS
from bot.claims.words import fold, kin_of, plain_name

WEAK = (
    frozenset(
        """figure figures number count total sum amount level share rate cent people person men
    women length poll report one half""".split()
    )
    | OF_SOMETHING
)
"""Words that head nothing by themselves: "Number.", "Cut.", "Length."."""
HEADING = frozenset(("fund", "budget", "market"))  # bodies that head a sum well enough
NEAR = 5  # words after a percentage, in which its base stands
_WORD = re.compile(r"[^\W\d_]{3,}")
_LOOSE = re.compile(r"^(?:length|rise|fall|size) of ", re.IGNORECASE)
_CHANGE = r"(?:cuts?|reduce[sd]?|raise[sd]?|lower(?:ed|s)?|increase[sd]?|slash(?:ed|es)?)"
_OBJECT = re.compile(rf"\b{_CHANGE}\s+((?:[^\W\d_]+\s+){{1,3}}?)(?:by|to)\W*$", re.IGNORECASE)
_SUBJECT = re.compile(
    rf"([^\W\d_]+)\s+(?:will|has|have|had|is|are|was|were)\s+(?:(?:now|also|be|been|being)\s+)*"
    rf"{_CHANGE}\s+(?:by|to)\W*$",
    re.IGNORECASE,
)


def thing_of(point: Point) -> str:
    """Return what the two figures of a point count, in words of one of the articles.

    By its label, else by what is cut or raised, else by a word that both sentences say.
    """
    if not point.pair or not point.link:
        return NAMELESS
    sides = ((point.pair.later, point.link.later), (point.pair.earlier, point.link.earlier))
    if outcome(point.pair.later):
        return name_of(point.pair.later)
    thing = next((n for n in _names(sides) if n), NAMELESS)
    return _plain_case(thing, point.link.later) if thing[1:].islower() else thing


def _plain_case(thing: str, claim: Claim) -> str:
    """Return "methane" for "Methane", but "Qarandi rowers" as it stands."""
    first = fold(thing).split()[0]
    named = any(first in name.split() for name in claim.names)
    return thing if named or " " in thing else thing[:1].lower() + thing[1:]


def _names(sides: tuple[tuple[Figure, Claim], tuple[Figure, Claim]]) -> Iterator[str]:
    yield from (_label(figure, claim) for figure, claim in sides)
    yield from (_moved(figure, claim) for figure, claim in sides)
    yield _shared(*sides[0], sides[1][1])
    figure = sides[0][0]
    body = is_money(unit(figure)) and set(fold(name_of(figure)).split()) <= BODIES - HEADING
    yield "sum" if body else name_of(figure)


def _label(figure: Figure, claim: Claim) -> str:
    """Return the label unless it says nothing, or is only the base: "33 per cent of voters"."""
    label = name_of(figure)
    if unit(figure).isupper() or unit(figure) == "percent":
        label = _LOOSE.sub("", label)
    plain = unit(figure) == "percent" or is_money(unit(figure))
    nothing = WEAK | BODIES - HEADING if plain else WEAK  # "Club." is no head for a sum
    weak = plain_name(label) in claim.names or set(fold(label).split()) <= nothing
    return "" if weak or _is_base(figure, claim) else label


def _is_base(figure: Figure, claim: Claim) -> bool:
    after = fold(claim.quote[max(figure.end - claim.start, 0) :])
    base = fold(figure.what).split()[-1:]
    near = _WORD.findall(after)[:NEAR]
    return unit(figure) == "percent" and bool(base) and base[0] in near


def _moved(figure: Figure, claim: Claim) -> str:
    """Return what is cut: "cuts severe cases by 64 per cent", "Rations will be cut by 30"."""
    before = claim.quote[: max(figure.start - claim.start, 0)]
    found = _SUBJECT.search(before) or _OBJECT.search(before)
    words = found[1].strip() if found else ""
    return "" if set(fold(words).split()) <= EMPTY_WORDS | WEAK else words


def _shared(figure: Figure, later: Claim, earlier: Claim) -> str:
    """Return the first word of the later sentence that both say, names and labels left out."""
    named = {w for n in (*later.names, later.claimant or "") for w in plain_name(n).split()}
    meanings = (later.words & earlier.words) - kin_of(figure.what)
    for word in _WORD.findall(later.quote):
        plain = fold(word)
        if kin_of(word) & meanings and plain not in named | WEAK | EMPTY_WORDS:
            return plain
    return ""
