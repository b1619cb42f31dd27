"""Which claims a brief rests on, and what is left of it without some of them."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from bot.claims.model import Brief, Claim, Link


def ends(link: Link) -> tuple[Claim, Claim]:
    """Return the two claims of a link, the later one first."""
    return link.later, link.earlier


def shown_first(links: Sequence[Link]) -> list[Link]:
    """Return the links in the order in which people look at them: shown first, likest first."""
    return sorted(links, key=lambda link: (not link.shown, -link.score))


def resting(brief: Brief) -> Iterator[Claim]:
    """Yield the claims that its links and checks rest on; one in several comes several times."""
    for link in brief.links:
        yield from ends(link)
    for check in brief.checks:
        yield from check.claims


def cited(brief: Brief) -> Iterator[Claim]:
    """Yield all claims of a brief: its own, then those that its links and checks rest on."""
    yield from brief.claims
    yield from resting(brief)


def without(brief: Brief, ids: AbstractSet[str]) -> Brief:
    """Return the brief without the links and checks that rest on such a claim; its words stay."""
    links = tuple(link for link in brief.links if ids.isdisjoint({one.id for one in ends(link)}))
    checks = tuple(one for one in brief.checks if ids.isdisjoint({k.id for k in one.claims}))
    return replace(brief, links=links, checks=checks)
