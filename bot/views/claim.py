"""How one claim reads when it is asked for by its id."""

from collections.abc import Sequence
from enum import StrEnum

from bot.claims.compare import said_when
from bot.claims.model import Claim, Link
from bot.newsroom.act import Act
from bot.newsroom.judgement import Judgement
from bot.views.blocks import Block, Button, Message, actions, mrkdwn, paragraph, words
from bot.views.marks import done, in_full, shortly
from bot.views.phrases import (
    figure,
    labelled,
    quoted,
    reference,
    relation,
    said_by,
    source,
    strength,
    titled,
    told_by,
)

PAIRS = 10
ACTS = 20
UNJUDGED = Judgement()


class Judging(StrEnum):
    """The buttons under a claim."""

    EDIT = "claim_edit"
    STATUS = "claim_status"


def claim_message(
    claim: Claim,
    links: Sequence[Link] = (),
    judged: Judgement = UNJUDGED,
    acts: Sequence[Act] = (),
) -> Message:
    """Return the claim's sentence and facets, its mark, its links, and all that was done with it.

    `acts` are newest first; people stand in them by name.
    """
    said = shortly(judged)
    text = f"{claim.id}: {said_by(claim).rstrip()}"
    marks = list(in_full(judged))
    blocks = [paragraph([words(quoted(claim.quote))], [*marks, *_facets(claim)])]
    if links:
        pairs = [_pair(claim, one) for one in links[:PAIRS]]
        blocks.append(paragraph([words("Related", bold=True)], pairs))
    if acts:
        trail = [[words(done(act))] for act in acts[:ACTS]]
        blocks.append(paragraph([words("What was done with it", bold=True)], trail))
    blocks.append(
        actions(
            Button(Judging.STATUS, "Set status", claim.id, f"Mark {claim.id}"),
            Button(Judging.EDIT, "Edit", claim.id, f"Put right what was read of {claim.id}"),
        )
    )
    return Message(mrkdwn(f"{text}\n{said}" if said else text), tuple(blocks))


def _facets(claim: Claim) -> list[list[Block]]:
    publication = claim.publication
    facets = [
        ("Id", claim.id),
        ("Claimant", told_by(claim)),
        ("Cue", claim.cue),
        ("How", strength(claim)),
        ("Figures", "; ".join(figure(one) for one in claim.figures)),
        ("When", _when(claim)),
        ("Places", ", ".join(claim.places)),
    ]
    lines = [labelled(label, words(facet)) for label, facet in facets if facet]
    article = labelled("Article", words(f"{source(publication)}: "), *titled(publication))
    return [*lines, article]


def _when(claim: Claim) -> str:
    if claim.when is None:
        return ""
    said = f" ({quoted(claim.when.text)})" if claim.when.text else ""
    return said_when(claim.when) + said


def _pair(claim: Claim, pair: Link) -> list[Block]:
    """Return the other end of a link, and what the later one does to the earlier."""
    later = pair.later.id == claim.id
    other = pair.earlier if later else pair.later
    head = f"{relation(pair)} " if later else f"{relation(pair)} (the later one) "
    return [words(head), reference(other), words(f": {said_by(other).rstrip()}")]
