"""A story told by the channel's own records, where other channels have read its articles too."""

from collections.abc import Callable
from dataclasses import replace

from bot.claims.digest.items import Story
from bot.claims.model import Brief, Claim, Link

Mine = Callable[[Claim], Claim]
"""Gives the channel's own record of a claim, or the claim where it has none."""


def at_home(story: Story) -> Story:
    """Return the story with each claim in its briefs that the channel recorded itself as its own.

    The same sentence of the same article has an id in each channel that read it; whoever follows
    one from a digest wants that of his own thread.
    """
    places = {_place(claim): claim for claim in story.claims if claim.id in story.own}

    def mine(claim: Claim) -> Claim:
        known = claim.publication.url and claim.id not in story.own
        return places.get(_place(claim), claim) if known else claim

    return replace(story, briefs=tuple(_told_by(brief, mine) for brief in story.briefs))


def _place(claim: Claim) -> tuple[str, str]:
    return claim.publication.url, claim.quote


def _told_by(brief: Brief, mine: Mine) -> Brief:
    checks = (replace(one, claims=tuple(map(mine, one.claims))) for one in brief.checks)
    return replace(
        brief,
        claims=tuple(map(mine, brief.claims)),
        links=tuple(_between(link, mine) for link in brief.links),
        checks=tuple(checks),
    )


def _between(link: Link, mine: Mine) -> Link:
    return replace(link, later=mine(link.later), earlier=mine(link.earlier))
