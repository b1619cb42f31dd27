"""How a digest reads in its channel: head, stories, what comes next; the rest in the thread."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.claims.brief import plain_line
from bot.claims.digest import Digest, Telling, parted
from bot.claims.digest.items import Item, Section
from bot.claims.model import Claim, Piece, Style
from bot.newsroom.digestday import Morning
from bot.newsroom.outcome import Came
from bot.views.blocks import Block, Button, Message, actions, mrkdwn, paragraph, words
from bot.views.phrases import count, reference
from bot.views.settings import Choosing

NOTHING = "Nothing is disputed, changed, due or new here."
MOST_BLOCKS = 48  # of 50: Slack takes no more in a message
HEADS = {
    Section.DISPUTED: "Disputed",
    Section.CHANGED: "Changed",
    Section.DUE: "Due",
    Section.NEW: "New",
}


class Waking(StrEnum):
    """The buttons of a digest."""

    STATUS = "digest_status"
    HAPPENED = "due_happened"
    DID_NOT = "due_did_not"
    MOVED = "due_moved"
    NOT_KNOWN = "due_not_known"


ASKING = {
    Waking.HAPPENED: (Came.HAPPENED, "Happened"),
    Waking.DID_NOT: (Came.DID_NOT, "Did not"),
    Waking.MOVED: (Came.MOVED, "Moved"),
    Waking.NOT_KNOWN: (Came.NOT_KNOWN, "Not known"),
}


def digest_message(told: Morning) -> Message:
    """Return the post: at most twelve lines, and the buttons under what is overdue."""
    first, rest = parted(told.digest)
    left = len(rest.items)
    more = f"{count(left, 'more line')} in the thread. " if left else ""
    last = f"{more}{_coming(told.coming)}"
    blocks = [paragraph([words(_head(told), bold=True)]), *_stories(first)]
    buttons = [Button(Choosing.OPEN, "Settings", spoken="Change when the digest comes")]
    ids = [claim.id for story in first.stories for claim in story.claims]
    if ids:
        value = " ".join(ids)
        buttons.insert(0, Button(Waking.STATUS, "Set status", value, "Mark one of these claims"))
    blocks += [paragraph([words(last)]), actions(*buttons)]
    text = "\n".join((_head(told), *_spoken(first), last))
    return Message(mrkdwn(text), tuple(blocks))


def rest_message(rest: Digest) -> Message:
    """Return what did not fit into the post, for its thread."""
    blocks = tuple(_stories(rest))[:MOST_BLOCKS]
    return Message(mrkdwn("\n".join(_spoken(rest))), blocks)


def preview_message(told: Morning) -> Message:
    """Return what the post would say, and its thread; or that there is nothing."""
    if not told.digest.items:
        line = f"{NOTHING} {_coming(told.coming)}"
        return Message(mrkdwn(line), (paragraph([words(line)]),))
    post, rest = digest_message(told), parted(told.digest)[1]
    if not rest.items:
        return post
    thread = rest_message(rest)
    blocks = (*post.blocks, paragraph([words("In its thread:", bold=True)]), *thread.blocks)
    return Message(f"{post.text}\n{thread.text}", blocks[:MOST_BLOCKS])


def asked_under(claim: str) -> Block:
    """Return the row of buttons that ask what came of a claim's event."""
    return actions(
        *(
            Button(button, label, claim, f"{claim}: what happened? {label}")
            for button, (_, label) in ASKING.items()
        )
    )


def _head(told: Morning) -> str:
    """Return "#world · Thu 6 Mar 2025, 09:00 London · since Wed 09:00"."""
    due, zone = told.due_at, ZoneInfo(told.channel.schedule.zone)
    since = told.day.since.astimezone(zone)
    late = " · late, the bot was away" if told.day.late else ""
    when = f"{due:%a} {due.day} {due:%b %Y, %H:%M} {_city(told.channel.schedule.zone)}"
    apart = f"{since:%a %H:%M}" if (due - since).days < 7 else f"{since.day} {since:%b}"  # noqa: PLR2004 - a week
    return f"#{told.channel.name} · {when} · since {apart}{late}"


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _coming(at: datetime | None) -> str:
    return f"Next: {at:%a %H:%M}." if at else "No digest comes next: it is off."


def _stories(digest: Digest) -> Iterator[Block]:
    for story in digest.stories:
        known = {claim.id: claim for claim in story.claims}
        sources = f" ({story.sources})" if story.sources else ""
        yield paragraph([words(f"{story.name}. {story.counts}", bold=True), words(sources or " ")])
        for section, items in _sections(story):
            yield paragraph(
                [words(HEADS[section], bold=True)], [_runs(one, known) for one in items]
            )
            yield from (asked_under(one.due) for one in items if one.due)


def _sections(story: Telling) -> Iterator[tuple[Section, Sequence[Item]]]:
    for section in Section:
        items = [one for one in story.items if one.section is section]
        if items:
            yield section, items


def _runs(one: Item, known: Mapping[str, Claim]) -> list[Block]:
    return [_run(piece, known) for piece in one.line.pieces]


def _run(piece: Piece, known: Mapping[str, Claim]) -> Block:
    match piece.style:
        case Style.LABEL:
            return words(piece.text, bold=True)
        case Style.QUOTE:
            return words(f"“{piece.text}”")
        case Style.ID if piece.text in known:
            return reference(known[piece.text])
        case Style.ID:
            return words(f"[{piece.text}]")
        case Style.PLAIN:
            return words(piece.text)


def _spoken(digest: Digest) -> Iterator[str]:
    """Yield the lines for ears; each section says its name once."""
    for story in digest.stories:
        yield f"{story.name}. {story.counts} ({story.sources})"
        for section, items in _sections(story):
            for i, one in enumerate(items):
                head = "" if i else f"{HEADS[section]}: "
                yield f"{head}{plain_line(one.line)}"
