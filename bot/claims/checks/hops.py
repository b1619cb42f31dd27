"""Links of a chain that, by the article's own word, do not hold."""

import re
from collections.abc import Iterator

from bot.claims.model import Check, CheckKind, Claim, Reading
from bot.claims.quoting import in_marks
from bot.claims.subject import name_parts

LACKS = re.compile(
    # "the talk as printed did not mention barges"
    r"""\b(?: (?:did|does|do|had|has|have)(?:\s+not|n['’]t)\s+(?:\w+\s+)?
              (?:includ|mention|contain|carr|report|appear|refer|quot|publish|feature)\w*
          | (?:made|makes|make|contain\w*|includ\w*|was|is|were|with|without)\s+(?:no|any)\s+
              (?:such\s+)?(?:mention|reference|quote|sign|trace)
          | no\s+(?:mention|reference|trace)\s+of
          | (?:was|were|been|is|are)\s+(?:omitted|missing|absent|left\s+out)
          | (?:could|can)(?:not|\s+not)\s+be\s+found\s+in )\b""",
    re.VERBOSE | re.IGNORECASE,
)
MADE_PUBLIC = re.compile(
    r"\b(?:interview|article|report|statement|transcript|post|story|text|version|account|website|"
    r"site|broadcast|recording|footage|release|filing|document|channel|published|page)\b",
    re.IGNORECASE,
)


def broken_hops(reading: Reading) -> tuple[Check, ...]:
    """Return claims that a source's own publication lacks what is attributed to it.

    The claim that says so comes first, then those that came by way of that source.
    """
    return tuple(_found(reading))


def _found(reading: Reading) -> Iterator[Check]:
    for claim in reading.claims:
        if LACKS.search(claim.quote) and MADE_PUBLIC.search(claim.quote):
            through = [c for c in reading.claims if c is not claim and _by_way_of(c, claim)]
            if through:
                yield Check(CheckKind.HOP, (claim, *through), _line(claim, through))


def _by_way_of(claim: Claim, lacking: Claim) -> bool:
    """Tell whether the claim came through a go-between that the lacking claim names."""
    named = {p for n in lacking.names for p in name_parts(n)} | name_parts(lacking.quote)
    return any(_named(v, named) for v in claim.via)


def _named(via: str, named: set[str] | frozenset[str]) -> bool:
    initials = "".join(w[0] for w in via.split() if w[0].isupper()).casefold()
    parts = name_parts(via)
    return bool(parts) and (parts <= named or (len(initials) > 1 and initials in named))


def _line(claim: Claim, through: list[Claim]) -> str:
    via = ", ".join(dict.fromkeys(v for c in through for v in c.via))
    return f"The chain ({via}) does not hold, by the article's own word: {in_marks(claim.quote)}"
