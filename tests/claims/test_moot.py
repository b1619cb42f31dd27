"""What is only spoken of is not affirmed, and another month's rate is another rate."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.claims.measure import pairs
from bot.claims.model import Claim, Polarity
from bot.claims.stance import moot
from tests.claims.told import SECOND, days, now, then


@pytest.mark.parametrize(
    ("denied", "spoken"),
    [
        ("There is no salmonella in the works.", "The farm hit by the salmonella scare reopens."),
        ("There was no strike at the port.", "Shares fell on a strike threat at the port."),
        ("No fraud took place at the mill.", "The mill at the heart of the fraud probe sells."),
        ("There is no shortage.", "The town of the shortage fears held a fair."),
        ("There was no leak.", "The firm of the leak allegations hired a lawyer."),
        ("There was no merger.", "The bank of the merger rumours named a chairman."),
        ("There was no doping in the team.", "The team of the doping row starts in Varno."),
        ("There is no asbestos.", "The school in the asbestos alert opens on Monday."),
        ("There was no bribery.", "The minister of the bribery inquiry spoke in Alder."),
        ("There is no takeover.", "The mill of the takeover speculation made a profit."),
    ],
)
def test_a_scare_affirms_nothing(denied: str, spoken: str) -> None:
    assert moot(now(spoken), then(denied, polarity=Polarity.DENIED))


def test_what_is_said_to_be_there_is_affirmed() -> None:
    denial = then("There is no salmonella in the works.", polarity=Polarity.DENIED)
    assert not moot(now("Inspectors found salmonella in the works."), denial)


@pytest.mark.parametrize(("weeks", "met"), [(1, 1), (4, 0)], ids=["revised", "next month"])
def test_a_yearly_rate_of_the_next_month_is_no_later_count(weeks: int, met: int) -> None:
    april = then(
        "Food prices rose 6 per cent in April from a year earlier.",
        ("6 per cent", 6, 6, "Food prices", "percent"), when=days("2026-02-01", "2026-02-28"),
    )  # fmt: skip
    later = now(
        "Food prices were 5 per cent higher than a year earlier.",
        ("5 per cent", 5, 5, "Food prices", "percent"),
    )
    assert len(pairs(_out_after(later, april, weeks), april)) == met


def _out_after(claim: Claim, earlier: Claim, weeks: int) -> Claim:
    first = earlier.publication.published
    assert first
    return replace(claim, publication=replace(SECOND, published=first + timedelta(weeks=weeks)))
