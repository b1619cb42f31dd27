"""A person's correction of what was read: one facet of one claim, before and after."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Facet(StrEnum):
    """What of a claim a person can put right; never its quote, which is the article's."""

    CLAIMANT = "claimant"
    VIA = "via"
    POLARITY = "polarity"
    CERTAINTY = "certainty"
    FIGURE = "figure"
    WHEN = "when"
    PLACES = "places"


@dataclass(frozen=True, slots=True)
class Edit:
    """One correction; it wins over what the machine reads, also in later versions.

    `before` and `after` are as a person writes them: "Interior Ministry", "at least 14",
    "2026-03-03 to 2026-03-04", "" for nothing. `position` is the figure's place in the claim.
    """

    claim: str
    facet: Facet
    before: str
    after: str
    person: str
    edited_at: datetime
    position: int = 0
