"""What opens under Details: every pair of a reply with both sentences, and every check."""

from collections.abc import Iterator, Sequence

from bot.claims.model import Brief, Check, Claim, Link
from bot.views.blocks import MODAL_BLOCKS, Block, divider, modal, paragraph, words
from bot.views.phrases import count, labelled, quoted, reference, source, told_by

TITLE = "What differs"
NOTHING = "Nothing of this can be shown here any more."


def details_modal(briefs: Sequence[Brief]) -> Block:
    """Return the modal with the pairs and checks of each brief, the most telling first."""
    blocks = [block for brief in briefs for block in _blocks(brief)]
    if not blocks:
        return modal(TITLE, [paragraph([words(NOTHING)])])
    left = len(blocks) - MODAL_BLOCKS
    if left > 0:
        more = f"{count(left + 1, 'part')} more: ask /claim why with the id of a claim."
        blocks = [*blocks[: MODAL_BLOCKS - 1], paragraph([words(more)])]
    return modal(TITLE, blocks)


def _blocks(brief: Brief) -> Iterator[Block]:
    yield paragraph([words(source(brief.publication), bold=True)])
    for link in sorted(brief.links, key=lambda link: (not link.shown, -link.score)):
        yield _pair(link)
    for check in brief.checks:
        yield _check(check)
    yield divider()


def _pair(link: Link) -> Block:
    head = link.relation.value.replace("_", " ").capitalize()
    note = "" if link.shown else " (not in the reply)"
    bullets = [
        labelled("Later", *_sentence(link.later)),
        labelled("Earlier", *_sentence(link.earlier)),
        *([words(difference.line)] for difference in link.differences),
    ]
    if link.why:
        bullets.append(labelled("Matched by", words("; ".join(link.why))))
    return paragraph([words(head, bold=True), words(note or ".")], bullets)


def _check(check: Check) -> Block:
    bullets = [_sentence(claim) for claim in check.claims]
    return paragraph([words(check.line)], bullets)


def _sentence(claim: Claim) -> list[Block]:
    before = f"{quoted(claim.quote)} {told_by(claim)}; {source(claim.publication)} "
    return [words(before), reference(claim)]
