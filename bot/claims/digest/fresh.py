"""What is new in a story: weighty claims that nothing on record resembles."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import timedelta

from bot.claims.brief.excerpts import of_figure, of_subject
from bot.claims.brief.pieces import by, cited, opened, plain_text
from bot.claims.copies import is_copy
from bot.claims.digest.items import LONG, NOWHERE, Item, Section, Story, item
from bot.claims.labels import outcome
from bot.claims.model import Brief, Certainty, Claim, Line, Outcome, RelationKind
from bot.claims.vocabulary import EMPTY_WORDS
from bot.claims.words import fold

FEW = 6  # words
LONG_AGO = timedelta(days=180)
_MYSELF = re.compile(r"\b(?:I|I['’](?:ve|m|d|ll)|my|me)\b")
AGAIN = frozenset((RelationKind.UPDATES, RelationKind.REPEATS))
MOST = 3  # of one article; whoever wants all of it reads it


def fresh(story: Story, told: Iterable[str], before: Collection[str] = ()) -> Iterator[Item]:
    """Yield new claims, the weightiest of each article first.

    `told` are the ids that stand in the digest already, `before` those that earlier ones quoted:
    what another channel read anew of the same article is no news here.
    """
    known = {*told, *_told_of_another(story, before), *_overtaken(story)}
    kept: list[Claim] = []
    for brief in story.briefs:
        for claim in _new_in(brief, known, kept)[:MOST]:
            kept.append(claim)
            yield item(Section.NEW, _line(claim), _weight(claim))


def _told_of_another(story: Story, before: Collection[str]) -> Iterator[str]:
    """Yield ids of claims of which another reading of the same article was quoted before."""
    places = {claim.id: (claim.publication.url, claim.quote) for claim in story.claims}
    said = {place for name, place in places.items() if name in before and place[0]}
    yield from (name for name, place in places.items() if place in said and name not in before)


def _overtaken(story: Story) -> Iterator[str]:
    """Yield ids of claims that a later one of the story repeats, or tells anew.

    On a morning with 31 dead "at least nine people were killed" is no news, though nobody was
    told of it before.
    """
    links = (link for brief in story.briefs for link in brief.links)
    yield from (link.earlier.id for link in links if link.shown and link.relation in AGAIN)


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
    """Put the dead first, then other harm, then other figures, then what somebody says.

    What was long ago, and what somebody says of himself, stands last: "I handed out capsules".
    """
    became = {outcome(figure) for figure in claim.figures}
    if _is_past(claim) or _MYSELF.search(claim.quote):
        weight = 5
    elif Outcome.KILLED in became:
        weight = 0
    elif became - {None}:
        weight = 1
    else:
        weight = 2 if _counts(claim) else 3 if claim.claimant else 4
    return weight, claim.certainty is Certainty.POSSIBLE, claim.start


def _counts(claim: Claim) -> bool:
    """Tell whether a figure counts something: not "four times", nor "a lovely number"."""
    counted = {fold(figure.what) for figure in claim.figures}
    return bool(counted - EMPTY_WORDS - {"", "time", "times"})


def _is_past(claim: Claim) -> bool:
    """Tell what stands there for comparison: "the valley last flooded in 1979"."""
    published = claim.publication.published
    return bool(published and claim.when and published.date() - claim.when.end > LONG_AGO)


def _line(claim: Claim) -> Line:
    """Return the sentence, whole unless it is long: a part of it may say something else."""
    quote = claim.quote.strip().rstrip(".")
    if len(quote.split()) > LONG:
        figure = next(iter(claim.figures), None)
        cut = of_figure(claim, figure) if figure else of_subject(claim, claim.words)
        quote = cut if len(cut.split()) >= FEW else quote
    return opened((*by(claim, NOWHERE), *cited(quote, claim), plain_text(".")))
