"""Days beside the event, of a paper, a saying or a batch; and days counted from another."""

from datetime import date

import pytest

from tests.claims.reading import claims_of

ROWS = [
    # The year before, with the month first.
    ("In March last year a protest drew about 12,000 people.", "2025-03-01 2025-03-31"),
    ("Some 40 barges sank in May last year.", "2025-05-01 2025-05-31"),
    # The day on which it was said.
    ("Mayor Orsk repeated on Saturday that no vote was held.", ""),
    ("The board reiterated on Monday that 40 boats were lost.", ""),
    ("The crash, which killed 17, may have been caused by ice, it was claimed last night.", ""),
    # The days of a paper, a batch, a ticket.
    ("The dairy recalled 40 crates with best-before dates from 28 May to 19 June.", ""),
    ("The police found 40 tickets with expiry dates in June.", ""),
    ("A report by the Mill Board, out on Thursday, concludes that 40 sheep drowned.", ""),
    ("An audit in January had put the need at 40 million euros.", ""),
    # What is compared with.
    ("- Core inflation 3.2% v 3.0% in December", ""),
    ("- Core inflation 3.2% vs. 3.0% in December", ""),
    # A clock time compares with nothing.
    (
        "The probe will leave from Cape Varno at 4.20am on Friday, Orsk said.",
        "2026-03-06 2026-03-06",
    ),
    # A month's measure.
    (
        "Statistics Varno cut its estimate of January inflation to 3.9% on Monday.",
        "2026-01-01 2026-01-31",
    ),
    # A day that is set is ahead.
    ("Judge Lena Orsk set the trial for October 13.", "2026-10-13 2026-10-13"),
    ("The tribunal fixed 40 hearings for May 4.", "2026-05-04 2026-05-04"),
    ("The Reform party will call for a vote on June 3.", "2026-06-03 2026-06-03"),
    # A night is the one before it was told.
    (
        "Kelmia said on Sunday that 11 soldiers were killed in an overnight attack.",
        "2026-02-28 2026-03-01",
    ),
    ("An overnight curfew holds in 40 towns, the board said.", ""),
    # Since something began.
    (
        "Kelmia says 19 soldiers have died since the fighting began on Saturday night.",
        "2026-02-28 2026-03-03",
    ),
]


@pytest.mark.parametrize(("text", "days"), ROWS, ids=[row[0] for row in ROWS])
def test_only_the_event_s_own_days_count(text: str, days: str) -> None:
    (claim,) = claims_of(text)
    expected = tuple(map(date.fromisoformat, days.split()))
    assert ((claim.when.start, claim.when.end) if claim.when else ()) == expected
