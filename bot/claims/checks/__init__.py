"""What an editor would ask about one article: drift, dates, sums, broken hops, denials, dues."""

from collections.abc import Sequence

from bot.claims.checks.dates import misfit_dates
from bot.claims.checks.denials import denied_here
from bot.claims.checks.drift import drift
from bot.claims.checks.due import due
from bot.claims.checks.hops import broken_hops
from bot.claims.checks.sums import misfit_sums
from bot.claims.model import Check, Claim, Link, Reading


def checks(reading: Reading, earlier: Sequence[Claim], links: Sequence[Link]) -> tuple[Check, ...]:
    """Return the findings about the article just read, most consequential first.

    `earlier` are candidate claims of other articles and `links` what `relate` made of them;
    dates and sums are held against both. What fits is not mentioned.
    """
    mine = {c.id for c in reading.claims}
    others = [c for c in earlier if c.id not in mine]
    return (
        *misfit_dates(reading, others),
        *misfit_sums(reading, links),
        *denied_here(reading),
        *broken_hops(reading),
        *drift(reading),
        *due(reading),
    )
