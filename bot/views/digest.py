"""How a digest reads in its channel: head, stories, what comes next; the rest in the thread."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.claims.brief import plain_line
from bot.claims.digest import Digest, Telling, parted
from bot.claims.digest.items import Item, Section
from bot.claims.model import Claim
from bot.newsroom.channel import Channel
from bot.newsroom.digestday import DigestDay, DigestKind, DigestState, Morning
from bot.newsroom.localday import coming, zone_name
from bot.newsroom.outcome import Came
from bot.newsroom.typed import said_days
from bot.views.blocks import Block, Button, Message, actions, mrkdwn, one_line, paragraph, words
from bot.views.inputs import Field, select
from bot.views.marking import Marked
from bot.views.phrases import count, drawn
from bot.views.settings import Choosing

NOTHING = "Nothing is disputed, changed, due or new here."
NOTHING_DUE = "Nothing that was announced here is due within a week, or overdue."
SEE = "/claim digest preview tells what it would say now."
BECAME = {
    DigestState.FIRST: "nothing to tell yet",
    DigestState.OPEN: "being posted",
    DigestState.SAID: "posted",
    DigestState.NOTHING: "nothing new",
}
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
    return Message(mrkdwn(text), tuple(blocks), _beside(first))


def rest_message(rest: Digest) -> Message:
    """Return what did not fit into the post, for its thread."""
    blocks = tuple(_stories(rest))[:MOST_BLOCKS]
    return Message(mrkdwn("\n".join(_spoken(rest))), blocks, _beside(rest))


def preview_message(told: Morning) -> Message:
    """Return what the post would say, and its thread; or that there is nothing."""
    if not told.digest.items:
        return one_line(f"{NOTHING} {_coming(told.coming)}")
    post, rest = digest_message(told), parted(told.digest)[1]
    if not rest.items:
        return post
    thread = rest_message(rest)
    blocks = (*post.blocks, paragraph([words("In its thread:", bold=True)]), *thread.blocks)
    beside = (*post.beside, *thread.beside)
    return Message(f"{post.text}\n{thread.text}", blocks[:MOST_BLOCKS], beside)


def due_message(due: Digest) -> Message:
    """Return what is overdue, due today and due within a week, with what people can say of it."""
    if not due.items:
        return one_line(NOTHING_DUE)
    blocks = tuple(_stories(due))[:MOST_BLOCKS]
    return Message(mrkdwn("\n".join(_spoken(due))), blocks, _beside(due))


def overdue_message(story: Telling) -> Message:
    """Return the line in a claim's own thread: its day has passed; who knows what came of it."""
    known = {claim.id: claim for claim in story.claims}
    blocks = [
        block
        for one in story.items
        for block in (paragraph(_runs(one, known)), asked_under(one.due))
    ]
    told = "\n".join(plain_line(one.line) for one in story.items)
    return Message(mrkdwn(told), tuple(blocks))


def standing_message(channel: Channel, last: DigestDay | None, now: datetime) -> Message:
    """Return when the digest comes here, what became of the last one, and when the next comes."""
    schedule = channel.schedule
    how = f"at {schedule.at:%H:%M} on {said_days(schedule.days)}, {zone_name(schedule.zone)}"
    line = f"The digest is on, {how}." if schedule.on else "The digest is off."
    lines = [line, _ran(channel, last), _coming(coming(schedule, now)), SEE]
    told = " ".join(one for one in lines if one)
    settings = Button(Choosing.OPEN, "Settings", spoken="Change when the digest comes")
    return Message(mrkdwn(told), (paragraph([words(told)]), actions(settings)))


def with_ran(
    settings: Message, channel: Channel, last: DigestDay | None, now: datetime
) -> Message:
    """Return how settings stand with what became of the last digest, and when the next comes."""
    line = f"{_ran(channel, last)} {_coming(coming(channel.schedule, now))}".strip()
    *before, controls = settings.blocks
    told = paragraph([words("Digest: ", bold=True), words(line)])
    return Message(f"{settings.text} {mrkdwn(line)}", (*before, told, controls))


def _ran(channel: Channel, last: DigestDay | None) -> str:
    """Return "Ran Thu 6 Mar, 09:00: nothing new."."""
    if last is None or last.state is DigestState.FIRST:
        return ""
    ran = last.ran_at.astimezone(ZoneInfo(channel.schedule.zone))
    return f"Ran {ran:%a} {ran.day} {ran:%b, %H:%M}: {BECAME[last.state]}."


def asked_under(claim: str) -> Block:
    """Return the row of buttons that ask what came of a claim's event."""
    return actions(
        *(
            Button(button, label, claim, f"{claim}: what happened? {label}")
            for button, (_, label) in ASKING.items()
        )
    )


def which_claim(ids: Sequence[str]) -> Block:
    """Return the menu of the digest's claims, for the form that marks one."""
    return select(Field(Marked.CLAIM, "Which claim?", must=True), [(one, one) for one in ids])


def _head(told: Morning) -> str:
    """Return "#world · Thu 6 Mar 2025, 09:00 London · since Wed 09:00"."""
    due, zone = told.due_at, ZoneInfo(told.channel.schedule.zone)
    since = told.day.since.astimezone(zone)
    late = " · late, the bot was away" if told.day.late else ""
    when = f"{due:%a} {due.day} {due:%b %Y, %H:%M} {_city(told.channel.schedule.zone)}"
    apart = f"{since:%a %H:%M}" if (due - since).days < 7 else f"{since.day} {since:%b}"  # noqa: PLR2004 - a week
    week = "The week · " if told.day.kind is DigestKind.WEEKLY else ""
    return f"{week}#{told.channel.name} · {when} · since {apart}{late}"


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _coming(at: datetime | None) -> str:
    return f"Next: {at:%a %H:%M}." if at else "No digest comes next: it is off."


def _stories(digest: Digest) -> Iterator[Block]:
    """Yield each story's head with its lines as bullets; under what is overdue, who can say."""
    for story in digest.stories:
        known = {claim.id: claim for claim in story.claims}
        head: list[Block] = [words(_counted(story), bold=True), words(_sources(story) or " ")]
        lines: list[list[Block]] = []
        for one in story.items:
            lines.append([words(f"{HEADS[one.section]}: ", bold=True), *_runs(one, known)])
            if one.due:
                yield paragraph(head, lines)
                yield asked_under(one.due)
                head, lines = [], []
        if lines:
            yield paragraph(head, lines)


def _beside(digest: Digest) -> tuple[str, ...]:
    return tuple(one for story in digest.stories for one in story.beside)


def _counted(story: Telling) -> str:
    return f"{story.name}: {story.counts}"


def _sources(story: Telling) -> str:
    return f" ({story.sources})" if story.sources else ""


def _runs(one: Item, known: Mapping[str, Claim]) -> list[Block]:
    return [drawn(piece, known) for piece in one.line.pieces]


def _spoken(digest: Digest) -> Iterator[str]:
    """Yield the lines for ears; each says to which part it belongs."""
    for story in digest.stories:
        yield f"{_counted(story)}{_sources(story)}"
        yield from (f"{HEADS[one.section]}: {plain_line(one.line)}" for one in story.items)
