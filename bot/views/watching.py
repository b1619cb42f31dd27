"""How watches are listed, and how somebody is told of what he watches."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from bot.claims.model import Claim, Link
from bot.newsroom.verbs import COMMAND, Verb
from bot.newsroom.watch import News, Watched, WatchKind
from bot.views.blocks import (
    Block,
    Button,
    Message,
    actions,
    date_time,
    mention,
    mrkdwn,
    one_line,
    paragraph,
    person,
    words,
)
from bot.views.controls import next_page
from bot.views.phrases import begun, count, reference, said_by, sentence

PAGE = 10
QUOTE = 300
MOST_DIFFERENCES = 2
NO_WATCHES = (
    f"You watch nothing yet. {COMMAND} watch C-7KQ2 tells you when that story changes; "
    f"by:<name>, counting:<thing> or words do so for a claimant, a figure, a subject."
)
NO_MORE = "There are no more watches."
HEAD = "You watch {}"


class Watching(StrEnum):
    """The buttons under a watch."""

    STOP = "watch_stop"
    DAY = "watch_snooze_day"
    WEEK = "watch_snooze_week"


DAYS = {Watching.DAY: 1, Watching.WEEK: 7}
"""For how long each button snoozes."""


def watches_message(listed: Sequence[Watched], page: int = 1) -> Message:
    """Return one page of a person's watches, each with its buttons."""
    first = (page - 1) * PAGE
    some = listed[first : first + PAGE]
    if not some:
        return one_line(NO_MORE if listed else NO_WATCHES)
    head = f"{len(listed)} {'watch' if len(listed) == 1 else 'watches'}, newest first."
    if len(some) < len(listed):
        head = f"{head} These are {first + 1} to {first + len(some)}."
    rows = [block for one in some for block in watch_rows(one)]
    more = [next_page(f"{Verb.WATCH}", page + 1)] if len(listed) > first + PAGE else []
    text = "\n".join([head, *(one.told for one in some)])
    return Message(mrkdwn(text), (paragraph([words(head, bold=True)]), *rows, *more))


def watch_rows(one: Watched) -> Iterator[Block]:
    """Yield the line of a watch, with until when it is snoozed, and its buttons."""
    watch = one.watch
    runs = [words(begun(one.told))]
    if watch.kind is WatchKind.STORY:
        runs.append(words(f" [{watch.what}]"))
    if watch.snoozed_until:
        runs += [words("; snoozed until "), date_time(watch.snoozed_until)]
    yield paragraph(runs)
    yield buttons(one)


def buttons(one: Watched) -> Block:
    """Return the buttons of a watch."""
    value = one.watch.id
    return actions(
        Button(Watching.STOP, "Stop", value, f"Stop watching {one.told}"),
        Button(Watching.DAY, "Snooze a day", value, f"Nothing of {one.told} for a day"),
        Button(Watching.WEEK, "Snooze a week", value, f"Nothing of {one.told} for a week"),
    )


def news_message(found: Sequence[News], watcher: str = "") -> Message:
    """Return what set watches off; `watcher` is named where others read too."""
    blocks, lines = list[Block](), list[str]()
    for number, one in enumerate(found):
        head = HEAD.format(one.watched.told)
        named = [person(watcher), words(": ")] if watcher and not number else []
        blocks.append(paragraph([*named, words(head, bold=True)], list(_bullets(one))))
        blocks.append(buttons(one.watched))
        lines += [head, *(_spoken(claim, links) for claim, links in one.claims)]
    told = mrkdwn("\n".join(lines))
    if watcher:
        told = f"{mention(watcher)}: {told}"
    return Message(told, tuple(blocks))


def _bullets(one: News) -> Iterator[list[Block]]:
    for claim, links in one.claims:
        yield [*sentence(claim, QUOTE), *_differing(claim, links)]
    if one.more:
        hint = f": {COMMAND} story {one.watched.watch.what}"
        where = hint if one.watched.watch.kind is WatchKind.STORY else ""
        yield [words(f"and {count(one.more, 'more claim')}{where}")]


def _differing(claim: Claim, links: Sequence[Link]) -> Iterator[Block]:
    """Yield what differs, the other claim's id behind it: it quotes that claim as well."""
    for line, other in _lines(claim, links):
        yield from (words(f". {line} "), reference(other))


def _spoken(claim: Claim, links: Sequence[Link]) -> str:
    told = (f"{line} [{other.id}]" for line, other in _lines(claim, links))
    return ". ".join([said_by(claim, QUOTE).rstrip(), *told])


def _lines(claim: Claim, links: Sequence[Link]) -> list[tuple[str, Claim]]:
    """Return the first lines about what differs, each once, with the claim on the other side.

    That may be the later one: an article of Tuesday may be pasted after one of Wednesday.
    """
    told: dict[str, Claim] = {}
    for link in links:
        other = link.later if link.earlier.id == claim.id else link.earlier
        for one in link.differences:
            told.setdefault(one.line.rstrip("."), other)
    return list(told.items())[:MOST_DIFFERENCES]
