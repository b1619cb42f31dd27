"""What was read in an article, and why the bot did or did not speak of it."""

from collections.abc import Iterator

from bot.claims.find import MOST_CLAIMS
from bot.claims.model import Brief, Claim, Publication
from bot.views.blocks import Block, Message, mrkdwn, paragraph, words
from bot.views.marks import NOBODY, Judged, runs_beside
from bot.views.phrases import (
    begun,
    count,
    figure,
    labelled,
    quoted,
    reference,
    source,
    titled,
    told_by,
)

CLAIMS = 12
MUTED = "This channel has muted its story, so there is no reply here."


DATED_BY = {
    "ld+json": "the page's own data",
    "meta": "the page's own data",
    "time": "a date marked on the page",
    "date": "a date beside the headline",
    "url": "its address",
}
"""How the date is known, by the first word of what the reader of the page says of it."""


def why_message(brief: Brief, judged: Judged = NOBODY, *, hushed: bool = False) -> Message:
    """Return what was read, the checks, the figures that nobody is named for, and the reason.

    Beside each claim stands what people have said of it; `hushed` is that the channel has muted
    all that there would be to say.
    """
    full = ", all that I keep of one article" if len(brief.claims) >= MOST_CLAIMS else ""
    read = f"Read {source(brief.publication)}: {count(len(brief.claims), 'claim')}{full}."
    reason = MUTED if hushed else silence(brief)
    blocks = [paragraph([words(read, bold=True), words(f" {reason}")], [_article(brief)])]
    blocks.extend(_parts(brief, judged))
    return Message(mrkdwn(f"{read} {reason}"), tuple(blocks))


def silence(brief: Brief) -> str:
    """Return in a sentence why there was a reply, or why there was none."""
    shown = sum(link.shown for link in brief.links)
    if brief.speaks:
        return f"The reply says: {brief.finding}"
    if not brief.claims:
        return "No claim was found in it, so there is nothing to compare."
    if not brief.links:
        return "No earlier claim here shares both a name or counted thing and a subject with it."
    related = count(len(brief.links), "related claim")
    if not shown:
        return f"{related} found, none close enough to be shown as a difference."
    return f"{related} found, nothing that contradicts, updates or denies an earlier one."


def _article(brief: Brief) -> list[Block]:
    publication = brief.publication
    return labelled("Article", *titled(publication), words(_dated(publication) or " "))


def _dated(publication: Publication) -> str:
    """Return how the date is known, in a reporter's words: "(date from its address)"."""
    if not publication.published:
        return " (no date found)"
    known, *apart = publication.basis.split(", ")
    told = ", ".join([DATED_BY.get(known.split(" ")[0], known), *apart])
    return f" (date from {told})" if told else ""


def _parts(brief: Brief, judged: Judged) -> Iterator[Block]:
    if brief.checks:
        lines = [[words(check.line)] for check in brief.checks]
        yield paragraph([words("Checks", bold=True)], lines)
    unnamed = [_unnamed(claim) for claim in brief.claims if claim.figures and not claim.claimant]
    if unnamed:
        yield paragraph([words("Figures with nobody named", bold=True)], unnamed[:CLAIMS])
    if brief.claims:
        lines = [_claim(claim, judged) for claim in brief.claims[:CLAIMS]]
        left = len(brief.claims) - len(lines)
        more = [[words(f"and {left} more")]] if left else []
        yield paragraph([words("Claims", bold=True)], [*lines, *more])


def _unnamed(claim: Claim) -> list[Block]:
    figures = "; ".join(figure(one) for one in claim.figures)
    return [words(f"{figures} "), reference(claim)]


def _claim(claim: Claim, judged: Judged) -> list[Block]:
    said = words(begun(f"{told_by(claim)}: {quoted(claim.quote)} "))
    return [said, reference(claim), *runs_beside(claim.id, judged)]
