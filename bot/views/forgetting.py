"""What is asked before claims go for good, and what stands where they stood."""

from collections.abc import Sequence
from enum import StrEnum

from bot.claims.model import Brief, Claim
from bot.newsroom.forgetting import Found, Wanted
from bot.views.blocks import Block, Button, Message, actions, mrkdwn, one_line, paragraph, words
from bot.views.phrases import count, sentence, source

MOST_SHOWN = 5
FOR_GOOD = (
    "They go for good, with all that people said of them; answers of mine that show them are "
    "taken back. There is no undo."
)
SAME_WORDS = "Claims that share their words, in the same sentence or in another version, go too."
REMOVED = "A claim was removed here."
NONE = "I found no claim in it, and have its text."
SPARED = (
    "The message is gone, or its link, and I kept what it brought in: somebody marked, noted, "
    "edited, named or watches claims of it, or another message brings it in too."
)
SHALL = "Shall they go too? Until somebody says so, they stay."


class Forgetting(StrEnum):
    """The buttons under the question."""

    YES = "forget_yes"
    NO = "forget_no"


def confirmation(asked: Wanted, found: Found, claims: Sequence[Claim]) -> Message:
    """Return the question that names how many claims go; `claims` are some of them."""
    head = f"Forget {_what(asked, found)}?"
    lines = [FOR_GOOD if found.claims else NONE]
    if asked.claim and len(found.claims) > 1:
        lines.append(SAME_WORDS)
    shown = [sentence(claim) for claim in claims[:MOST_SHOWN]]
    block = paragraph([words(head, bold=True)], shown) if shown else paragraph([words(head)])
    said = [paragraph([words(line)]) for line in lines]
    told = "\n".join([head, *lines])
    return Message(mrkdwn(told), (block, *said, _choice(asked, found)))


def spared_message(briefs: Sequence[Brief], readings: Sequence[str]) -> Message:
    """Return the question what is to become of a deleted message's claims."""
    number = sum(len(brief.claims) for brief in briefs)
    listed = [
        [words(f"{source(brief.publication)}: {count(len(brief.claims), 'claim')}")]
        for brief in briefs
    ]
    asked = Wanted(readings=tuple(readings), count=number)
    found = Found(tuple(claim.id for brief in briefs for claim in brief.claims), tuple(readings))
    told = f"{SPARED}\n{SHALL}"
    blocks = (paragraph([words(SPARED)], listed), paragraph([words(SHALL)]))
    return Message(mrkdwn(told), (*blocks, _choice(asked, found)))


def removed_message() -> Message:
    """Return what stands where a post of ours showed a claim that went."""
    return one_line(REMOVED)


def _what(asked: Wanted, found: Found) -> str:
    if not found.claims:
        return "this article"
    number = count(len(found.claims), "claim")
    if asked.by:
        return f"{number} by {', '.join(found.claimants)}"
    return f"this article with {number}" if asked.link else number


def _choice(asked: Wanted, found: Found) -> Block:
    number = len(found.claims)
    label = f"Forget {number} claims" if number > 1 else "Forget it"
    return actions(
        Button(Forgetting.YES, label, asked.written(), "Delete them for good"),
        Button(Forgetting.NO, "Keep them" if number > 1 else "Keep it", spoken="Delete nothing"),
    )
