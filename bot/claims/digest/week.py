"""What a week leaves of a story: disputes that stand, what became due, how far figures moved."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from bot.claims.brief.pieces import by, cited, label, opened, plain_text
from bot.claims.digest.events import Standing
from bot.claims.digest.items import NOWHERE, Item, Remark, Section, Story, ids_of, item

WEEK = "week/"  # before the keys of the round-up: the daily digests told the same under theirs
DAYS = timedelta(days=7)
FINE = 1_000  # steps in which moves are told apart


def weekly(
    items: Iterable[Item], story: Story, today: date, closed: Collection[str]
) -> tuple[Item, ...]:
    """Return what is told of a story at the end of a week; figures that moved most stand first.

    `closed` are ids of claims that people confirmed, called false or withdrawn: their disputes
    are settled.
    """
    kept = (one for one in items if _belongs(one, today, closed))
    told = (*map(_by_move, kept), *_turned_out(story))
    return tuple(replace(one, key=f"{WEEK}{one.key}") for one in told)


def _belongs(one: Item, today: date, closed: Collection[str]) -> bool:
    match one.section:
        case Section.DISPUTED:
            return not any(claim in closed for claim in ids_of([one]))
        case Section.CHANGED:
            return True
        case Section.DUE:
            _, standing, last = one.weight
            return standing != Standing.SOON and last > (today - DAYS).toordinal()
        case Section.NEW:
            return False


def _by_move(one: Item) -> Item:
    if one.section is not Section.CHANGED:
        return one
    return replace(one, weight=(one.section, -round(FINE * one.moved), *one.weight[1:]))


def _turned_out(story: Story) -> Iterator[Item]:
    """Yield what people said came of announced events: "happened, says dana"."""
    return (_outcome(remark) for remark in story.came)


def _outcome(remark: Remark) -> Item:
    claim = remark.claim
    pieces = [
        label("came due"),
        *by(claim, NOWHERE),
        *cited(claim.quote.strip().rstrip("."), claim),
    ]
    line = opened((*pieces, plain_text(f": {remark.words}.")))
    last = claim.when.end.toordinal() if claim.when else 0
    return item(Section.DUE, line, (Standing.OVERDUE, last))
