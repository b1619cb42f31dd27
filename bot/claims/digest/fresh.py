"""What is new in a story: weighty claims that nothing on record resembles."""

from collections.abc import Iterable, Iterator

from bot.claims.brief.excerpts import of_figure, of_subject
from bot.claims.brief.pieces import by, cited, label, opened, plain_text
from bot.claims.copies import is_copy
from bot.claims.digest.items import NOWHERE, Item, Section, Story, item
from bot.claims.labels import outcome
from bot.claims.model import Brief, Certainty, Claim, Line, Outcome, Piece

LONG = 26  # words: a shorter sentence stands whole
MOST = 3  # of one article; whoever wants all of it reads it


def fresh(story: Story, told: Iterable[str]) -> Iterator[Item]:
    """Yield new claims, the weightiest of each article first; `told` are ids told already."""
    known = set(told)
    kept: list[Claim] = []
    for brief in story.briefs:
        for claim in _new_in(brief, known, kept)[:MOST]:
            kept.append(claim)
            yield item(Section.NEW, _line(claim), _weight(claim))


def _new_in(brief: Brief, known: set[str], kept: list[Claim]) -> list[Claim]:
    linked = {link.later.id for link in brief.links}
    new = [
        claim
        for claim in brief.claims
        if claim.id not in known | linked
        and not claim.conditional
        and not any(is_copy(claim, other) for other in kept)
    ]
    return sorted(new, key=_weight)


def _weight(claim: Claim) -> tuple[int, int, int]:
    """Put the dead first, then other harm, then other figures, then what somebody says."""
    became = {outcome(figure) for figure in claim.figures}
    if Outcome.KILLED in became:
        weight = 0
    elif became - {None}:
        weight = 1
    else:
        weight = 2 if claim.figures else 3 if claim.claimant else 4
    return weight, claim.certainty is Certainty.POSSIBLE, claim.start


def _line(claim: Claim) -> Line:
    pieces: list[Piece] = []
    quote = claim.quote.strip().rstrip(".")
    if len(quote.split()) > LONG:
        quote = of_subject(claim, claim.words)
    if claim.figures:
        became = outcome(claim.figures[0])
        pieces += [label(became.value)] if became else []
        quote = of_figure(claim, claim.figures[0])
    pieces += [*by(claim, NOWHERE), *cited(quote, claim), plain_text(".")]
    return opened(pieces)
