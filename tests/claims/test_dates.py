"""When a claimed event happens: the time that belongs to the claim and not beside it."""

from datetime import date

import pytest
from spacy.tokens import Span, Token

from bot.claims.cues import attribution
from bot.claims.dates import when_of
from tests.claims.conftest import ParseOne

WEDNESDAY = date(2025, 3, 5)


def days(first: str, last: str = "") -> tuple[date, date]:
    return date.fromisoformat(first), date.fromisoformat(last or first)


def cue_of(sentence: Span, word: str) -> Token | None:
    return next((token for token in sentence if token.text == word), None)


@pytest.mark.parametrize(
    ("sentence", "cue", "expected"),
    [
        pytest.param("The bridge collapsed on Monday.", "", days("2025-03-03"), id="past verb"),
        pytest.param("The bridge will reopen on Monday.", "", days("2025-03-10"), id="will"),
        pytest.param(
            "The mayor said on Monday that the bridge would reopen in May.",
            "said",
            days("2025-05-01", "2025-05-31"),
            id="the saying's day does not count",
        ),
        pytest.param(
            "The bridge will reopen in May, the minister said on Monday.",
            "said",
            days("2025-05-01", "2025-05-31"),
            id="nor behind the content",
        ),
        pytest.param(
            "The minister announced Friday that the bridge is unsafe.",
            "announced",
            None,
            id="only the saying is dated",
        ),
        pytest.param(
            "Police counted 900 boats on Sunday.",
            "counted",
            days("2025-03-02"),
            id="a cue that is itself the event",
        ),
        pytest.param(
            "The crew will arrive by Friday.",
            "",
            days("2025-03-05", "2025-03-07"),
            id="by, from publication on",
        ),
        pytest.param(
            "The fire had reached the town by Tuesday evening.",
            "",
            days("2025-03-04"),
            id="by, in the past",
        ),
        pytest.param(
            "Nine boats have sunk since January.",
            "",
            days("2025-01-01", "2025-03-05"),
            id="since, up to publication",
        ),
        pytest.param(
            "Nine boats have sunk this year.",
            "",
            days("2025-01-01", "2025-03-05"),
            id="what has happened this year",
        ),
        pytest.param(
            "Output may fall this year.",
            "",
            days("2025-01-01", "2025-12-31"),
            id="what may happen this year",
        ),
        pytest.param(
            "The troops will cross between Sunday and Monday.",
            "",
            days("2025-03-09", "2025-03-10"),
            id="a range",
        ),
        pytest.param(
            "Friday's strike stopped 138 trains.", "", days("2025-02-28"), id="a noun's day"
        ),
        pytest.param(
            "The last flood, in 1987, drowned 52 people.",
            "",
            days("1987-01-01", "1987-12-31"),
            id="a noun's year",
        ),
        pytest.param(
            "The ferry may not sail before mid-April.",
            "",
            days("2025-04-11", "2025-04-20"),
            id="not before",
        ),
        pytest.param(
            "The regatta was moved to mid-July.",
            "",
            days("2025-07-11", "2025-07-20"),
            id="moved ahead by a past verb",
        ),
        pytest.param(
            "Two of the trawlers seized on Friday have been sold.",
            "",
            None,
            id="the day of another event",
        ),
        pytest.param(
            "The number has fallen to 14 from 52 in February.", "", None, id="a compared value's"
        ),
        pytest.param("Talks will resume within days.", "", None, id="vague"),
        pytest.param("Nobody there would sail on a Sunday.", "", None, id="any day of that name"),
        pytest.param(
            "Nineteen villages are without water, up from eleven on Monday.",
            "",
            None,
            id="a compared value's, in words",
        ),
        pytest.param(
            "The toll is now 900, down from the 1,400 that it gave in January.",
            "",
            None,
            id="a compared value's, in a clause of its own",
        ),
        pytest.param(
            "Tenants were told on Friday that the lift is safe.", "", None, id="told to somebody"
        ),
        pytest.param(
            "Monday's landslide buried two houses.", "", days("2025-03-03"), id="whose day it is"
        ),
        pytest.param(
            "The ministry said last month's landslide buried two houses.",
            "said",
            days("2025-02-01", "2025-02-28"),
            id="whose month it is, beside the saying",
        ),
        pytest.param(
            "Last month's landslide buried two houses.",
            "",
            days("2025-02-01", "2025-02-28"),
            id="whose month it is",
        ),
        pytest.param(
            "Seven hikers died when a bridge collapsed last week.",
            "",
            days("2025-02-24", "2025-03-02"),
            id="when it came about",
        ),
        pytest.param(
            "The dam, which opened in May 2019, holds 40 million litres.",
            "",
            days("2019-05-01", "2019-05-31"),
            id="when what is spoken of began",
        ),
        pytest.param(
            "The ferry will be rebuilt in two yards, starting in February.",
            "",
            days("2026-02-01", "2026-02-28"),
            id="starting",
        ),
        pytest.param(
            "The mayor's speech, planned for Monday, never took place.",
            "",
            days("2025-03-03"),
            id="a plan that failed",
        ),
        pytest.param(
            "Drivers will walk out for three days from Friday.",
            "",
            days("2025-03-07", "2025-03-09"),
            id="days from a day",
        ),
        pytest.param(
            "The 48-hour stoppage planned for Friday may be called off.",
            "",
            days("2025-03-07", "2025-03-08"),
            id="hours from a day",
        ),
        pytest.param(
            "Drivers began a 72-hour stoppage on Monday.",
            "",
            days("2025-03-03", "2025-03-05"),
            id="hours from the day that it began",
        ),
        pytest.param(
            "The stoppage, due to start on Friday, was called off.",
            "",
            days("2025-03-07"),
            id="when it was due",
        ),
        pytest.param(
            "The council approved the plan for 2027 on Friday.",
            "",
            days("2025-02-28"),
            id="not the year that a plan is for",
        ),
        pytest.param(
            "The brewer will publish its third-quarter profit of $9 million next week.",
            "",
            days("2025-07-01", "2025-09-30"),
            id="the quarter of a profit, not the week of its report",
        ),
        pytest.param("The quay stays shut until at least 2031.", "", None, id="open-ended"),
    ],
)
def test_the_time_is_that_of_the_claimed_event(
    parse: ParseOne, sentence: str, cue: str, expected: tuple[date, date] | None
) -> None:
    span = parse(sentence)

    found = when_of(span, WEDNESDAY, cue_of(span, cue))

    assert (found and (found.start, found.end)) == expected


def test_what_lasts_beyond_the_last_day_there_is_ends_on_it(parse: ParseOne) -> None:
    span = parse("Drivers will walk out for nine weeks from Friday.")

    found = when_of(span, date(9999, 12, 29))

    assert found
    assert found.end == date.max


@pytest.mark.parametrize(
    ("content", "closing", "expected"),
    [
        pytest.param(
            "The mill will shed 90 jobs, or a tenth of its staff, by the end of June",
            ", the Leeds-based owner announced on Tuesday.",
            days("2025-03-05", "2025-06-30"),
            id="a time between commas",
        ),
        pytest.param(
            "A trawler with at least 12 people on board sank off the cape on Monday night",
            ", the harbour office said.",
            days("2025-03-03"),
            id="a verb that the parser hangs elsewhere",
        ),
        pytest.param(
            "Monday's power cut was caused by a squirrel",
            ", an engineer at the plant has told the paper.",
            days("2025-03-03"),
            id="a noun's day",
        ),
        pytest.param(
            "About 300 boats have been sent to the island",
            ", the coast guard estimated on Monday.",
            None,
            id="behind the cue it is the saying's",
        ),
    ],
)
def test_a_time_before_a_closing_attribution_is_the_content_s(
    parse: ParseOne, content: str, closing: str, expected: tuple[date, date] | None
) -> None:
    span = parse(content + closing)
    said = attribution(span.doc, frozenset())
    assert said

    found = when_of(span, WEDNESDAY, said.cue, said.told)

    assert (found and (found.start, found.end)) == expected


def test_the_words_for_the_time_are_kept(parse: ParseOne) -> None:
    found = when_of(parse("The crew will arrive by Friday."), WEDNESDAY)

    assert found
    assert found.text == "by Friday"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("The bridge collapsed on Monday.", None, id="a weekday stays open"),
        pytest.param("The bridge collapsed on May 18.", None, id="a date without a year too"),
        pytest.param(
            "The bridge collapsed on May 18, 2021.", days("2021-05-18"), id="a full date resolves"
        ),
    ],
)
def test_an_undated_article_resolves_only_full_dates(
    parse: ParseOne, sentence: str, expected: tuple[date, date] | None
) -> None:
    found = when_of(parse(sentence), None)

    assert (found and (found.start, found.end)) == expected
