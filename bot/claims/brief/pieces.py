"""The pieces that lines are put together from."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.claims.labels import outcome
from bot.claims.model import Brief, Claim, Figure, Line, Origin, Piece, Publication, Style
from bot.claims.values import unit
from bot.claims.vocabulary import BODIES

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
    def own(self) -> frozenset[str]:
        """Return the ids of the article's own claims: a version before it has others."""
        return frozenset(c.id for c in self.brief.claims)

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


THE = frozenset(
    # Bodies of which a place has one: "the airport says", but "a survey found".
    """airport guard chamber regulator operator office company firm bank lender airline club maker
    owner manufacturer charity inquiry ministry government authority council police brigade league
    federation garrison trust foundation university governor mayor coroner""".split()
)


def bodily(who: str) -> str:
    """Return a claimant as a sentence needs it: "the airport", "a survey", "officials"."""
    if not who[:1].islower():
        return who
    last = who.rsplit(maxsplit=1)[-1]
    many = last.endswith("s") and not last.endswith(("ss", "us", "is"))
    if "'s " in who.replace("’", "'") or who.startswith(("first ", "last ", "final ")):
        return f"the {who}"
    if many or who.split(maxsplit=1)[0] in OWNED or last in ("police", "people"):
        return who
    if last in THE | BODIES:
        return f"the {who}"
    return f"{'an' if who[0] in 'aeiou' else 'a'} {who}"


PRONOUNS = frozenset(("them", "they", "he", "she", "it", "him", "her", "the"))
OWNED = frozenset(("the", "a", "an", "his", "her", "its", "their", "one", "two", "three"))


def opened(pieces: Sequence[Piece], *, bullet: bool = False) -> Line:
    """Return a line whose first words after the label begin with a capital."""
    run = [
        _capital(piece) if piece.style is Style.PLAIN and _begins(before) else piece
        for before, piece in zip((None, *pieces), pieces, strict=False)
    ]
    return Line(tuple(run), bullet=bullet)


def _begins(before: Piece | None) -> bool:
    """Tell whether a sentence begins after this piece: the label, or a full stop of our own."""
    if before is None or before.style is Style.LABEL:
        return True
    return before.style is Style.PLAIN and before.text.endswith(". ")


def _capital(piece: Piece) -> Piece:
    return Piece(f"{piece.text[:1].upper()}{piece.text[1:]}")


def cited(words: str, claim: Claim) -> tuple[Piece, ...]:
    """Return verbatim words and the id of the claim that they stand in."""
    return (Piece(words, Style.QUOTE), Piece(" "), Piece(claim.id, Style.ID))


def by(claim: Claim, scene: Scene, *, outlet: bool = False) -> tuple[Piece, ...]:
    """Return who says it; the outlet too, unless the finding has named it."""
    known = (claim.claimant or "").replace(" '", "'")
    who, publication = "" if known in PRONOUNS else bodily(known), claim.publication
    if claim.id not in scene.own and scene.here.url and publication.url == scene.here.url:
        return (Piece(f"{who}, in another version: " if who else "another version: "),)
    if publication == scene.here:
        return (Piece(f"{who or 'No source given'}: "),)
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
