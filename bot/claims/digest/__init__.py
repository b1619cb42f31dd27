"""What a digest says of one day: for each story what is disputed, changed, due and new.

An item that stands as it stood when it was last told is left out; of what is due at most five are
told, each three times at most, and overdue ones first.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from bot.claims.brief.finding import source
from bot.claims.digest.at_home import at_home
from bot.claims.digest.changes import changes
from bot.claims.digest.events import Standing
from bot.claims.digest.fresh import fresh
from bot.claims.digest.items import Item, Section, Story, ids_of
from bot.claims.digest.to_come import due_items
from bot.claims.digest.week import weekly
from bot.claims.model import Claim, Publication
from bot.claims.quoting import in_marks
from bot.claims.story import title

MOST_DUE = 5
MOST_MENTIONS = 3
PARENT_LINES = 12
FRAME_LINES = 2  # of the twelve: the head, and what comes next
LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Mention:
    """How an item stood when it was last told, and how often it was."""

    state: str
    times: int


@dataclass(frozen=True, slots=True)
class Memory:
    """What a channel's digests have told: items by key, and the states of all of them."""

    items: Mapping[str, Mention]
    states: Collection[str] = ()
    wanted: Collection[str] = ()  # keys: nothing else is to be told, whatever was told before

    @property
    def claims(self) -> frozenset[str]:
        """Return the ids of all claims that were quoted."""
        return frozenset(one for key in self.items for one in key.split("/")[1:])


NOTHING_TOLD = Memory({})


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told of one story; `sources` says where the newest of it stands.

    `beside` are ids of claims, one of each article of which name and sources tell.
    """

    name: str
    sources: str
    items: tuple[Item, ...]
    claims: tuple[Claim, ...] = ()  # those that the items quote
    beside: tuple[str, ...] = ()

    @property
    def counts(self) -> str:
        """Return "2 disputed, 4 changed, 1 overdue"."""
        counted = Counter(map(_counted_as, self.items))
        return ", ".join(f"{counted[word]} {word}" for word in COUNTED_AS if counted[word])


@dataclass(frozen=True, slots=True)
class Digest:
    """The stories of a day, the most consequential first."""

    stories: tuple[Telling, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """Return all items in the order in which they stand."""
        return tuple(one for story in self.stories for one in story.items)

    def only(self, keys: Collection[str]) -> "Digest":
        """Return what is left of it with only the items of these keys."""
        return _of(self.stories, lambda one: one.key in keys)


def digest(stories: Iterable[Story], today: date, memory: Memory = NOTHING_TOLD) -> Digest:
    """Return what there is to tell on a day; nothing twice, and nothing that was told before."""
    seen: set[str] = set()
    told = [_telling(story, today, memory, seen) for story in map(at_home, stories)]
    due = sorted((one for story in told for one in story.items if _is_due(one)), key=_weight)
    kept = {one.key for one in due[:MOST_DUE]}
    found = _of(told, lambda one: not _is_due(one) or one.key in kept)
    return Digest(tuple(sorted(found.stories, key=_first)))


def announced(stories: Iterable[Story], today: date) -> Digest:
    """Return all that is due, however often it was told; overdue first."""
    told = [_due_telling(story, today) for story in stories]
    return Digest(tuple(sorted((one for one in told if one.items), key=_first)))


def round_up(stories: Iterable[Story], today: date, closed: Collection[str]) -> Digest:
    """Return what a week leaves: disputes, what became due, and the figures that moved most.

    `closed` are ids of claims that people confirmed, called false or withdrawn: their disputes
    are settled. What the daily digests told is told again here, under keys of its own.
    """
    told = [_of_week(story, today, closed) for story in map(at_home, stories)]
    return Digest(tuple(sorted((one for one in told if one.items), key=_first)))


def _of_week(story: Story, today: date, closed: Collection[str]) -> Telling:
    told = _telling(story, today, NOTHING_TOLD, set())
    items = tuple(sorted(weekly(told.items, story, today, closed), key=_weight))
    return replace(told, items=items, claims=_cited(story, items))


def parted(whole: Digest) -> tuple[Digest, Digest]:
    """Return what fits into twelve lines, most consequential first, and the rest for the thread.

    A story takes a line for its head, the frame two.
    """
    room, kept, heads = PARENT_LINES - FRAME_LINES, set[str](), set[str]()
    places = [(one, story.name) for story in whole.stories for one in story.items]
    for one, name in sorted(places, key=lambda place: place[0].weight):
        cost = 1 if name in heads else 2
        if cost > room:
            continue
        room -= cost
        kept.add(one.key)
        heads.add(name)
    return whole.only(kept), whole.only({one.key for one in whole.items} - kept)


def _of(stories: Sequence[Telling], fits: Callable[[Item], bool]) -> Digest:
    left = (replace(one, items=tuple(filter(fits, one.items))) for one in stories)
    return Digest(tuple(story for story in left if story.items))


def _telling(story: Story, today: date, memory: Memory, seen: set[str]) -> Telling:
    items = []
    for one in _items(story, today, memory):
        if one.state not in seen and not _is_told(one, memory):
            seen.add(one.state)
            items.append(one)
    told, named = tuple(sorted(items, key=_weight)), (_titled(story), *_newest_two(story))
    return Telling(
        _name(story), _sources(story), told, _cited(story, items), _beside(story, named)
    )


def _due_telling(story: Story, today: date) -> Telling:
    items = tuple(sorted(due_items(story, today, ()), key=_weight))
    beside = _beside(story, [_titled(story)])
    return Telling(_name(story), "", items, _cited(story, items), beside)


def _cited(story: Story, items: Iterable[Item]) -> tuple[Claim, ...]:
    cited = frozenset(ids_of(items))
    return tuple(claim for claim in _claims(story) if claim.id in cited)


def _beside(story: Story, named: Iterable[Publication | None]) -> tuple[str, ...]:
    """Return a claim of each article that is named: what goes with it is to be found there."""
    known = {claim.publication: claim.id for claim in _claims(story)}
    return tuple(dict.fromkeys(known[one] for one in named if one and one in known))


def _titled(story: Story) -> Publication | None:
    return _newest([claim.publication for claim in story.claims])


def _name(story: Story) -> str:
    """Return what people call the story, else the headline of its newest article, quoted."""
    newest = _titled(story)
    headline = newest.title.strip() if newest else ""
    return story.name or (in_marks(headline) if headline else title(story.claims))


def _first(story: Telling) -> tuple[int, ...]:
    return story.items[0].weight


def _claims(story: Story) -> Iterable[Claim]:
    ends = (end for link in story.links for end in (link.later, link.earlier))
    return dict.fromkeys((*story.claims, *(c for one in story.briefs for c in one.claims), *ends))


def _items(story: Story, today: date, memory: Memory) -> Iterator[Item]:
    changed = tuple(changes(story))
    due = tuple(due_items(story, today, ids_of(changed)))
    yield from (*changed, *due, *fresh(story, ids_of((*changed, *due)), memory.claims))


def _is_told(one: Item, memory: Memory) -> bool:
    """Tell whether the digests have said this; what is overdue is said three times."""
    if memory.wanted:
        return one.key not in memory.wanted
    before = memory.items.get(one.key)
    if not _is_due(one):
        return one.state in memory.states or bool(before and before.state == one.state)
    if before is None:
        return False
    again = one.weight[1] == Standing.OVERDUE or before.state != one.state
    return before.times >= MOST_MENTIONS or not again


def _is_due(one: Item) -> bool:
    return one.section is Section.DUE


def _weight(one: Item) -> tuple[int, ...]:
    return one.weight


COUNTED_AS = ("disputed", "changed", "overdue", "due", "new")


def _counted_as(one: Item) -> str:
    return "overdue" if one.due else one.section.name.lower()


def _sources(story: Story) -> str:
    """Return "Northern Courier, 5 Mar 2025; earlier: CPA, 4 Mar 2025"."""
    newest, before = _newest_two(story)
    if newest is None:
        return ""
    return f"{source(newest)}{f'; earlier: {source(before)}' if before else ''}"


def _newest_two(story: Story) -> tuple[Publication | None, Publication | None]:
    """Return the newest article, and where one came in the newest before it."""
    known = dict.fromkeys(claim.publication for claim in story.claims)
    newest = _newest([brief.publication for brief in story.briefs]) or _newest([*known])
    if newest is None or not story.briefs:
        return newest, None
    older = [one for one in known if one != newest and _moment(one) <= _moment(newest)]
    return newest, _newest(older)


def _newest(publications: Sequence[Publication]) -> Publication | None:
    return max(publications, key=_moment, default=None)


def _moment(publication: Publication) -> datetime:
    return publication.published or LONG_AGO
