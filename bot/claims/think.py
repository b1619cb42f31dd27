"""From a reading and the claims that came before it to its brief, without asking the world."""

from collections.abc import Iterable, Sequence

from bot.claims.brief import brief
from bot.claims.checks import checks
from bot.claims.keys import keys
from bot.claims.model import Brief, Claim, Reading
from bot.claims.relate import relate


def think(reading: Reading, earlier: Sequence[Claim]) -> Brief:
    """Relate the claims of a reading to earlier ones and put in words what is worth telling."""
    links = relate(reading, earlier)
    found = checks(reading, earlier, links)
    return brief(reading.article.publication, reading.claims, links, found)


def keys_of(reading: Reading) -> frozenset[str]:
    """Return everything under which the archive may hold claims related to the reading."""
    return frozenset(key for claim in reading.claims for key in keys(claim))


def others(reading: Reading, candidates: Iterable[Claim]) -> list[Claim]:
    """Drop the candidates that are this very article again.

    The same words under the same address are the same claim, seen in another channel or in an
    older version; the words that an older version had otherwise stay, and are compared.
    """
    url = reading.article.publication.url
    said = {claim.quote for claim in reading.claims}
    return [
        claim
        for claim in candidates
        if not (url and claim.publication.url == url and claim.quote in said)
    ]
