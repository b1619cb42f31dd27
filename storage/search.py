"""The search for claims that speak of the same: what is looked at, and what comes first.

Each key is hashed together with its scope: the workspace for claims that show in all of it, the
channel for the others, and one for each embargo that had not ended when its claims were indexed.
A search asks for the scopes of its viewer only, so that claims hidden from him neither crowd out
the others nor change what counts as rare.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

import numpy as np
from sqlalchemy import select
from sqlmodel import col

from bot.claims.model import Claim
from bot.claims.ranking import weight as weight_of
from bot.newsroom.channel import Channel
from storage.indexing import EVERY, everybodys, held_back, own, scoped
from storage.keying import all_keys, counts, newest
from storage.rebuilding import claims_numbered
from storage.reindexing import unfinished
from storage.sight import Sight
from storage.tables import ClaimRow, VersionRow
from storage.weighing import Numbers, best, scores, shared

NEWEST_PER_KEY = 1_000
"""How many claims one key yields at most: commoner keys decide little, and weigh in full later."""

MOST_HITS, HITS_FOR_EACH = 6_000, 30
"""How many hits one search looks at, or so many for each claim that is wanted. The rarest keys
come first: what they bring is brought whole. On 14,000 checked claims twice and four times as
many found nothing more."""

HOT, MOST_HOT_HITS = 100, 2_000
"""How many claims a key yields for which no hits are left over, and how many all these do."""

WEIGHED = 100
"""How many claims, of those that share the most, are weighed exactly: at least twice as many as
are wanted."""


def candidates(session: Sight, keys: Collection[str], limit: int) -> Sequence[Claim]:
    """Return claims that share keys, most and rarest shared first, then newest.

    What the viewer's channel has itself is not returned again as another channel has it.
    """
    ranked = ranking(session, keys, limit)
    claims = claims_numbered(session, ranked)
    again = _read_again(session, claims)
    return tuple(claims[one] for one in ranked if one in claims and one not in again)


def _read_again(session: Sight, claims: Mapping[int, Claim]) -> set[int]:
    """Return those that other channels recorded of articles of which the viewer's has the same."""
    places = defaultdict[tuple[str, str], set[int]](set)
    for number, claim in claims.items():
        if claim.publication.url:
            places[claim.publication.url, claim.quote].add(number)
    several = [numbers for numbers in places.values() if len(numbers) > 1]
    if not several:
        return set()
    asked = select(col(ClaimRow.number)).where(
        col(ClaimRow.number).in_(set().union(*several)),
        col(ClaimRow.channel) == session.viewer.channel.id,
    )
    own = set(session.scalars(asked))
    return {number for numbers in several if numbers & own for number in numbers - own}


def ranking(session: Sight, keys: Collection[str], limit: int) -> list[int]:
    """Return the row numbers of claims that share keys, in the order of `candidates`."""
    late = unfinished(session, session.viewer.workspace)
    scopes = scopes_of(session, late)
    asked = {scoped(scope, key): key for key in {*keys, EVERY} for scope in scopes}
    known = counts(session, [*asked])
    weights = _weights(asked, known)
    most_hits = max(MOST_HITS, HITS_FOR_EACH * limit)
    hits = _hits(session, {key: known[key] for key in weights}, most_hits)
    if late:
        hits = _seen(session, hits)
    if not hits:
        return []
    near = best(max(WEIGHED, 2 * limit), *shared([(weights[key], some) for key, some in hits]))
    said = all_keys(session, near.tolist())
    # Rounded, so that the sum is the same in any order.
    exact = scores([keys for _, keys in said], weights).round(6)
    claims = np.array([claim for claim, _ in said], np.int64)
    return [int(claim) for claim in best(limit, claims, exact)]


def scopes_of(session: Sight, late: Mapping[str, bool]) -> Sequence[str]:
    """Return the scopes of what the viewer may see; of embargoes his own, and those that ended.

    `late` are the channels whose claims are being indexed anew, and whether each is open: what
    such a one has under other keys still is looked for under these too.
    """
    here = session.viewer.channel
    asked = (
        select(col(VersionRow.channel), col(VersionRow.keyed_until))
        .where(col(VersionRow.workspace) == here.workspace)
        .where(col(VersionRow.keyed_until).is_not(None))
        .distinct()
    )
    apart = session.execute(asked).all()
    ended = (held_back(here.workspace, channel, until) for channel, until in apart if until)
    if here.outsiders and here.id not in late:
        return (own(here), *ended)
    opened = (own(Channel(here.workspace, channel)) for channel in late if late[channel])
    return tuple(dict.fromkeys((own(here), everybodys(here), *opened, *ended)))


def _seen(session: Sight, hits: Sequence[tuple[int, Numbers]]) -> Sequence[tuple[int, Numbers]]:
    """Return the hits without the claims that the viewer may not see, where keys are late."""
    every = {number for _, some in hits for number in some.tolist()}
    asked = select(col(ClaimRow.number)).where(col(ClaimRow.number).in_(every))
    seen = np.array(session.scalars(asked).all(), np.int64)
    left = ((key, some[np.isin(some, seen)]) for key, some in hits)
    return [(key, some) for key, some in left if len(some)]


def _weights(asked: Mapping[int, str], known: Mapping[int, int]) -> dict[int, float]:
    """Weigh each key by the claims that the viewer may see under it, in whichever scope."""
    claims: Counter[str] = Counter()
    for hashed, count in known.items():
        claims[asked[hashed]] += count
    total = claims.pop(EVERY, 0)
    weight = {key: weight_of(count, total) for key, count in claims.items()}
    return {hashed: weight[asked[hashed]] for hashed in known if asked[hashed] in weight}


def _hits(session: Sight, known: Mapping[int, int], left: int) -> Sequence[tuple[int, Numbers]]:
    """Return the newest claims of each key: all of the rare ones, the newest few of the hot."""
    rare, hot = list[int](), list[int]()
    for key in sorted(known, key=lambda one: (known[one], one)):  # the same on each database
        brings = min(known[key], NEWEST_PER_KEY)
        (rare if brings <= left else hot).append(key)
        left -= brings
    few = min(HOT, MOST_HOT_HITS // (len(hot) or 1))
    return newest(session, rare, NEWEST_PER_KEY, hot, few)
