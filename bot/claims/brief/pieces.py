"""The pieces that lines are put together from."""

import re
from dataclasses import dataclass

from bot.claims.labels import outcome
from bot.claims.model import Brief, Claim, Figure, Origin, Piece, Publication, Style
from bot.claims.values import unit

_OF = re.compile(r"\s+(?:of|at|in|for|from|by|with|on|to|who|that|which|per)\s+")
WORDS = 5  # of what is counted
NAMELESS = "figures"
OF_SOMETHING = frozenset(
    """cut rise fall drop increase reduction loss gain cost price payment offer number share rate
    level total value sale estimate""".split()
)
"""Words that say nothing without what follows: "cut in severe cases", "price of a dose"."""
LETTERS = 3  # "km" and "C" name no measure, "magnitude" does


@dataclass(frozen=True, slots=True)
class Scene:
    """What is told about, and the other article that the finding has named already."""

    brief: Brief
    named: Publication | None = None

    @property
    def here(self) -> Publication:
        """Return the article told about."""
        return self.brief.publication


def plain_text(text: str) -> Piece:
    """Return words of our own."""
    return Piece(text)


def label(text: str) -> Piece:
    """Return the words that a line opens with: "Date. "."""
    return Piece(f"{text[:1].upper()}{text[1:]}. ", Style.LABEL)


def cited(words: str, claim: Claim) -> tuple[Piece, ...]:
    """Return verbatim words and the id of the claim that they stand in."""
    return (Piece(words, Style.QUOTE), Piece(" "), Piece(claim.id, Style.ID))


def by(claim: Claim, scene: Scene, *, outlet: bool = False) -> tuple[Piece, ...]:
    """Return who says it; the outlet too, unless the finding has named it."""
    who, publication = claim.claimant, claim.publication
    if publication == scene.here:
        return (Piece(f"{who or 'This article, nobody named'}: "),)
    where = outlet_of(publication)
    if not who:
        return (Piece(f"{where}: "),)
    return (Piece(f"{who}, {where}: " if outlet or publication != scene.named else f"{who}: "),)


def outlet_of(publication: Publication) -> str:
    """Return the outlet, or what kind of text it is."""
    if publication.origin is not Origin.PUBLISHED:
        return f"{publication.origin.value} text"
    return publication.outlet or "unnamed outlet"


def name_of(figure: Figure) -> str:
    """Return what a figure counts, short enough to open a line: "killed", "magnitude"."""
    became, measured = outcome(figure), unit(figure)
    if became:
        return became.value
    plain_unit = measured in ("count", "percent", "percentage points") or measured.isupper()
    if not plain_unit and len(measured) > LETTERS:
        return measured
    head = _OF.split(figure.what, maxsplit=1)[0]
    whole = figure.what if head.lower() in OF_SOMETHING else head
    return " ".join(whole.split()[:WORDS]) or NAMELESS
