"""What of announcements becomes due, what moves it, and what settles it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.claims.brief import plain_line
from bot.claims.digest import announced, digest, round_up
from bot.claims.digest.items import Remark, Story
from bot.claims.model import (
    Brief,
    Certainty,
    Claim,
    Difference,
    DifferenceKind,
    Link,
    RelationKind,
)
from tests.claims.told import days, now, then
from tests.making import a_link

FRIDAY = date(2026, 3, 6)
DAY = timedelta(days=1)
BRIDGE = "The bridge will reopen on Thursday."
OPENING = then(BRIDGE, when=days("2026-03-05", text="on Thursday"), id="C-OPEN")


def told(*claims: Claim, links: tuple[Link, ...] = (), today: date = FRIDAY) -> list[str]:
    story = Story(claims=claims, links=links)
    return [plain_line(one.line) for one in announced([story], today).items]


def moved(later: Claim, earlier: Claim, *, shown: bool = False) -> Link:
    change = Difference(DifferenceKind.TIME, "5 Mar", "7 Mar", "Time: 5 Mar, now 7 Mar.")
    link = a_link(later, earlier, relation=RelationKind.UPDATES, shown=shown)
    return replace(link, differences=(change,))


WHEN = [
    pytest.param("on Thursday", "2026-03-05", "2026-03-05", 1, id="a day"),
    pytest.param("this weekend", "2026-03-07", "2026-03-08", 1, id="a weekend"),
    pytest.param("by 8 March", "2026-02-05", "2026-03-08", 1, id="a deadline set long before"),
    pytest.param("by the end of the week", "2026-02-20", "2026-03-08", 1, id="an end"),
    pytest.param("by March", "2026-02-05", "2026-03-08", 0, id="by a month"),
    pytest.param("by 2026", "2026-02-05", "2026-03-08", 0, id="by a year"),
    pytest.param("in March", "2026-03-01", "2026-03-31", 0, id="a month"),
    pytest.param("soon", "2026-02-25", "2026-03-08", 0, id="some time"),
]


@pytest.mark.parametrize(("text", "first", "last", "due"), WHEN)
def test_a_day_and_a_deadline_become_due_and_vague_times_never(
    text: str, first: str, last: str, due: int
) -> None:
    claim = then("The bridge will reopen.", when=days(first, last, text), id="C-1")

    assert len(told(claim)) == due


def test_before_a_deadline_nothing_is_due_today() -> None:
    by = days("2026-03-05", "2026-03-06", "by Friday night")
    claim = then("They hope to reach them by Friday night.", when=by, id="C-1")

    assert told(claim, today=FRIDAY - DAY)[0].startswith("By 6 Mar 2026. ")
    assert told(claim, today=FRIDAY)[0].startswith("Today. ")


def test_what_somebody_plans_for_himself_in_an_aside_announces_nothing() -> None:
    aside = then("His flight was tomorrow.", when=days("2026-03-05", text="tomorrow"), id="C-1")

    assert told(aside) == []


@pytest.mark.parametrize("shown", [True, False], ids=["shown", "too weak to be shown"])
def test_what_was_moved_is_due_on_its_new_day_alone(shown: bool) -> None:  # noqa: FBT001 - a row
    later = now("The bridge will reopen on Saturday.", when=days("2026-03-07"), id="C-MOVED")

    assert told(OPENING, later, links=(moved(later, OPENING, shown=shown),)) == [
        (
            "7 Mar 2026. The ministry, Herald: “The bridge will reopen on Saturday” [C-MOVED]; "
            "before, it was due 5 Mar 2026, the ministry, Courier: “The bridge will reopen on "
            "Thursday” [C-OPEN]."
        )
    ]


def test_what_may_only_come_on_another_day_moves_nothing() -> None:
    later = now(
        "It could reopen on Saturday.",
        when=days("2026-03-07"),
        certainty=Certainty.POSSIBLE,
        id="C-M",
    )

    assert len(told(OPENING, later, links=(moved(later, OPENING),))) == 2


def test_a_report_settles_an_event_and_that_is_told_once() -> None:
    report = now("The bridge reopened on Thursday.", when=days("2026-03-05"), id="C-DONE")
    links = (moved(report, OPENING, shown=True),)
    brief = Brief(report.publication, (report,))
    morning = Story((brief,), (OPENING, report), links)

    lines = [plain_line(one.line) for one in digest([morning], FRIDAY).items]
    after = digest([replace(morning, briefs=())], FRIDAY + DAY)

    assert lines == [
        (
            "Reported since. The ministry, Herald: “The bridge reopened on Thursday” [C-DONE]. "
            "Announced, the ministry, Courier: “The bridge will reopen on Thursday” [C-OPEN]; "
            "no longer told as due."
        )
    ]
    assert after.items == ()


def test_a_week_tells_how_events_turned_out_and_what_people_said_of_them() -> None:
    rally = then("The rally will start on Monday.", when=days("2026-03-02"), id="C-RALLY")
    ahead = then("The school will open on Monday.", when=days("2026-03-09"), id="C-AHEAD")
    said = Remark(rally, "did not happen, says Lee")
    story = Story(claims=(OPENING, rally, ahead), settled=frozenset({"C-RALLY"}), came=(said,))

    week = [plain_line(one.line) for one in round_up([story], FRIDAY, ()).items]

    assert week == [
        (
            "Came due. The ministry, Courier: “The rally will start on Monday” [C-RALLY]: "
            "did not happen, says Lee."
        ),
        (
            "Overdue. The ministry, Courier: “The bridge will reopen on Thursday” [C-OPEN]; "
            "it was due 5 Mar 2026."
        ),
    ]
