"""The Home tab: my watches, what is due, my marks that are open again, my channels, help."""

import json
from collections.abc import Iterator, Sequence
from enum import StrEnum

from bot.claims.days import said_day
from bot.claims.model import Claim
from bot.newsroom.channel import Channel
from bot.newsroom.home import Hall, Home
from bot.newsroom.localday import zone_name
from bot.newsroom.status import Status
from bot.newsroom.verbs import COMMAND
from bot.views.blocks import (
    HOME_BLOCKS,
    Block,
    Button,
    actions,
    channel,
    date_time,
    divider,
    heading,
    paragraph,
    words,
)
from bot.views.digest import due_message
from bot.views.help import how_to
from bot.views.phrases import count, sentence
from bot.views.watching import NO_WATCHES, PAGE, watch_rows

QUOTE = 200
MOST_DUE_BLOCKS = 20
MOST_REOPENED = 10
MOST_HALLS = 80
WATCHES = "What you watch"
DUE = "Due this week"
REOPENED = "Your marks that are open again"
HALLS = "Your channels"
HELP = "What you can type"
ALL_MARKS_HOLD = "None: no article that you marked has changed since."
NO_HALLS = "None yet. Invite me into a channel, and paste an article's link there."
THERE = f"{COMMAND} settings in a channel changes what I do there."


class Leafing(StrEnum):
    """The buttons that turn the pages of the watches."""

    BACK = "home_back"
    ON = "home_on"


def home_view(home: Home, direct: str) -> Block:
    """Return the tab; `direct` are the person's direct messages, which it carries along."""
    blocks = [*_watches(home), *_due(home), *_reopened(home), *_halls(home), *_help()]
    return {
        "type": "home",
        "blocks": blocks[:HOME_BLOCKS],
        "private_metadata": json.dumps([direct, home.page]),
    }


def carried(metadata: str) -> tuple[str, int]:
    """Return the direct messages and the page that a tab carries."""
    direct, page = json.loads(metadata)
    return str(direct), int(page)


def _watches(home: Home) -> Iterator[Block]:
    yield heading(WATCHES)
    pages = max(1, -(-len(home.watches) // PAGE))
    page = min(home.page, pages)
    some = home.watches[(page - 1) * PAGE : page * PAGE]
    if not some:
        yield paragraph([words(NO_WATCHES)])
    elif pages > 1:
        yield paragraph([words(f"{len(home.watches)} watches; page {page} of {pages}.")])
    for one in some:
        yield from watch_rows(one)
    turns = [
        Button(action, label, str(turned), told)
        for action, label, turned, told in (
            (Leafing.BACK, "Back", page - 1, "Show the watches before these"),
            (Leafing.ON, "More", page + 1, "Show the watches after these"),
        )
        if 1 <= turned <= pages
    ]
    if turns:
        yield actions(*turns)


def _due(home: Home) -> Iterator[Block]:
    if home.due is None:
        return
    yield divider()
    yield heading(DUE)
    told = [block for block in due_message(home.due).blocks if block["type"] != "actions"]
    yield from told[:MOST_DUE_BLOCKS]


def _reopened(home: Home) -> Iterator[Block]:
    yield divider()
    yield heading(REOPENED)
    if not home.reopened:
        yield paragraph([words(ALL_MARKS_HOLD)])
        return
    listed = [_mark(claim, status) for claim, status in home.reopened[:MOST_REOPENED]]
    line = f"The article has a newer version; {COMMAND} status <id> marks it anew."
    yield paragraph([words(line)], [*listed, *_more(home.reopened, MOST_REOPENED, "mark")])


def _mark(claim: Claim, status: Status) -> list[Block]:
    marked = f", marked {status.mark} by you, {said_day(status.marked_at)}"
    return [*sentence(claim, QUOTE), words(marked)]


def _halls(home: Home) -> Iterator[Block]:
    yield divider()
    yield heading(HALLS)
    if not home.halls:
        yield paragraph([words(NO_HALLS)])
        return
    listed = [_hall(hall) for hall in home.halls[:MOST_HALLS]]
    yield paragraph([words(THERE)], [*listed, *_more(home.halls, MOST_HALLS, "channel")])


def _hall(hall: Hall) -> list[Block]:
    named = channel(hall.channel.id)
    if not hall.works:
        return [named, words(": the newsroom chose other channels; I stay silent")]
    told = f": {_manner(hall.channel)}"
    if hall.coming is None:
        return [named, words(f"{told}digest off")]
    zone = zone_name(hall.channel.schedule.zone)
    return [named, words(f"{told}next digest "), date_time(hall.coming), words(f" ({zone})")]


def _manner(here: Channel) -> str:
    """Say when the bot answers there; of a channel not looked up yet its kind is not known."""
    if not here.name:
        return ""
    return f"replies {here.voice.value}{'; sensitive' if here.sensitive else ''}; "


def _help() -> Iterator[Block]:
    yield divider()
    yield heading(HELP)
    yield how_to()


def _more(all_of: Sequence[object], shown: int, noun: str) -> list[list[Block]]:
    left = len(all_of) - shown
    return [[words(f"and {count(left, f'more {noun}')}")]] if left > 0 else []
