"""When the events of newsroom sentences happen, read on Wednesday 5 March 2025."""

from datetime import UTC, date, datetime

import pytest

from bot.claims.cues import attribution
from bot.claims.dates import day_of, when_of
from bot.claims.model import Publication
from tests.claims.conftest import ParseOne

WEDNESDAY = date(2025, 3, 5)
UNDATED = "undated"


def _told(parse: ParseOne, sentence: str, published: date | None = WEDNESDAY) -> str:
    """Return the days as "2025-03-03 to 2025-03-05", "2025-03-03" or "undated"."""
    span = parse(sentence)
    said = attribution(span.doc, frozenset())
    found = when_of(span, published, said.cue, said.told) if said else when_of(span, published)
    if found is None:
        return UNDATED
    days = (str(found.start), str(found.end))
    return days[0] if days[0] == days[1] else " to ".join(days)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The weir gates were closed between Monday night and Wednesday.",
            "2025-03-03 to 2025-03-05",
        ),
        ("Trams will not run between Friday night and Monday.", "2025-03-07 to 2025-03-10"),
        ("The yard must be cleared by Friday.", "2025-03-05 to 2025-03-07"),
        ("All 40 boats had been checked by Monday.", "2025-03-03"),
        ("The plant has been idle since last June.", "2024-06-01 to 2025-03-05"),
        ("The bakery has been shut since 2019.", "2019-01-01 to 2025-03-05"),
        ("The tunnel will stay closed until 20 March.", "2025-03-05 to 2025-03-20"),
        ("The tunnel was closed until Monday.", UNDATED),
        ("Fares will rise from May.", "2025-05-01 to 2025-05-31"),
        ("Fares rise from 1 April.", "2025-04-01"),
        ("The new signals have been in use since 3 February.", "2025-02-03 to 2025-03-05"),
        ("The bridge was hit by a barge on Wednesday.", "2025-03-05"),
        ("The council will vote on Wednesday.", "2025-03-05"),
        ("The ferry sank last Thursday.", "2025-02-27"),
        ("The hearing resumes next Thursday.", "2025-03-13"),
        ("Nine wells ran dry last month.", "2025-02-01 to 2025-02-28"),
        ("The mill lost 40 jobs last year.", "2024-01-01 to 2024-12-31"),
        ("The mill will hire 40 people next year.", "2026-01-01 to 2026-12-31"),
        ("A squall sank two yachts last week.", "2025-02-24 to 2025-03-02"),
        ("A squall sank two yachts earlier this month.", UNDATED),
        ("The reservoir burst its banks last summer.", "2024-06-01 to 2024-08-31"),
        ("The pool will open this summer.", "2025-06-01 to 2025-08-31"),
        ("The orchards froze last winter.", "2024-12-01 to 2025-02-28"),
        ("Exports fell 4 percent in the second quarter.", "2024-04-01 to 2024-06-30"),
        ("Exports will fall in the second quarter.", "2025-04-01 to 2025-06-30"),
        ("Exports fell in the second quarter of 2024.", "2024-04-01 to 2024-06-30"),
        ("The agency will spend $3 billion in fiscal 2027.", UNDATED),
        ("The deficit reached $2 billion in the 2023-24 financial year.", UNDATED),
        ("Two barns burned down overnight.", "2025-03-04 to 2025-03-05"),
        ("Snow will fall overnight.", "2025-03-05 to 2025-03-06"),
        ("A lorry driver was killed in Tuesday's pile-up.", "2025-03-04"),
        ("Tuesday's pile-up killed a lorry driver.", "2025-03-04"),
        ("Three days after the quake, the dam gave way.", UNDATED),
        ("The dam gave way two days after the quake.", UNDATED),
        ("The dam gave way two days after Friday's quake.", "2025-03-02"),
        ("A year ago the mill closed.", "2024-01-01 to 2024-12-31"),
        ("The mill closed three years ago.", "2022-01-01 to 2022-12-31"),
        ("Two weeks ago the harbour froze.", "2025-02-17 to 2025-02-23"),
        ("A man was charged over the 2019 fire.", UNDATED),
        ("The 2019 fire killed nine people.", "2019-01-01 to 2019-12-31"),
        ("The factory was built in the 1990s.", "1990-01-01 to 1999-12-31"),
        ("The chapel was built in the early 1920s.", "1920-01-01 to 1923-12-31"),
        ("The 1998 flood is still spoken of.", UNDATED),
        ("The council approved the 2026 budget.", UNDATED),
        ("The canal was dug in 1873.", "1873-01-01 to 1873-12-31"),
        ("Emissions must reach zero by 2150.", "2025-03-05 to 2150-12-31"),
        ("The ferry sank on 12/25/2024.", "2024-12-25"),
        ("The ferry sank on 25/12/2024.", "2024-12-25"),
        ("The ferry sank on 05/12/2024.", UNDATED),
        ("The ferry sank at 2 a.m. on Monday.", "2025-03-03"),
        ("The ferry sank shortly before midnight on Monday.", "2025-03-03"),
        ("Rescuers reached the hut at 4.30am.", "2025-03-05"),
        ("The library reopens on Monday, March 17.", "2025-03-17"),
        ("The trial begins on April 7 and is expected to last six weeks.", "2025-04-07"),
        ("The hearing may take nine weeks in all.", UNDATED),
        ("The port reopened on Monday after a three-day strike.", "2025-03-03"),
        ("The works will take two years.", UNDATED),
        ("The road will reopen in three weeks.", "2025-03-26"),
        ("The school will move in two years' time.", "2027-01-01 to 2027-12-31"),
        ("Repairs could last until the end of the year.", "2025-03-05 to 2025-12-31"),
        ("Repairs will be finished by the end of April.", "2025-03-05 to 2025-04-30"),
        ("The first two trains will arrive in the week of April 14.", "2025-04-14 to 2025-04-20"),
        ("The fair will be held in the second week of July.", "2025-07-07 to 2025-07-13"),
        ("Talks are to be held over the weekend.", "2025-03-08 to 2025-03-09"),
        ("Talks were held over the weekend.", "2025-03-01 to 2025-03-02"),
        ("Over the past three months, 14 shops have closed.", "2024-12-05 to 2025-03-05"),
        ("In the next ten days, 300 families will be moved.", "2025-03-06 to 2025-03-15"),
        ("So far this year, 14 shops have closed.", "2025-01-01 to 2025-03-05"),
        ("The number of wolves doubled between 2010 and 2020.", "2010-01-01 to 2020-12-31"),
        ("Sales rose 3 percent from a year earlier.", UNDATED),
        ("Sales rose 3 percent in January from a year earlier.", "2025-01-01 to 2025-01-31"),
        ("Profit for the year to June 30 was $4 million.", "2023-07-01 to 2024-06-30"),
        (
            "The company sold 400 boats in the quarter ended December 31.",
            "2024-10-01 to 2024-12-31",
        ),
        ("The mayor, who was elected in 2022, will resign in April.", "2025-04-01 to 2025-04-30"),
        ("The mayor said in January that the pool would close.", UNDATED),
        (
            "The mayor told the Vale Courier on Monday that two pools would close in June.",
            "2025-06-01 to 2025-06-30",
        ),
        ("Since Monday's landslide the pass has been closed.", "2025-03-03 to 2025-03-05"),
        ("Ahead of Sunday's vote, 900 posters were torn down.", UNDATED),
        ("On Sunday mornings the bells ring.", UNDATED),
        ("Every Friday the market opens.", UNDATED),
        ("The market opens every other Friday.", UNDATED),
        ("The storm is forecast to reach the coast late on Thursday.", "2025-03-06"),
        ("The storm is forecast to reach the coast early next week.", UNDATED),
        ("The island will hold its first vote in 30 years.", UNDATED),
        ("The mine employed 900 people at its peak in the 1970s.", "1970-01-01 to 1979-12-31"),
        ("The law will take effect on January 1.", "2026-01-01"),
        ("The law took effect on January 1.", "2025-01-01"),
        ("The station will be rebuilt by mid-2027.", "2025-03-05 to 2027-06-30"),
        ("The museum opens its doors on Easter Monday.", "2025-04-21"),
        ("The shop closed on Christmas Eve.", "2024-12-24"),
        ("The shop may close before Christmas.", "2025-03-05 to 2025-12-25"),
        ("The two sides will meet again in a fortnight's time.", "2025-03-19"),
        ("The festival runs from 4-23 May.", "2025-05-04 to 2025-05-23"),
        ("The festival runs from June 28 to July 3.", "2025-06-28 to 2025-07-03"),
        ("The exhibition runs from November to February.", "2025-11-01 to 2026-02-28"),
        ("The road was closed from December to February.", "2024-12-01 to 2025-02-28"),
        ("The gallery, open since 2012, closed on Sunday.", "2025-03-02"),
        ("The prime minister will visit on the 18th.", "2025-03-18"),
        ("The dam collapsed in the early hours of Tuesday.", "2025-03-04"),
        ("The inquiry into last year's collapse opens in June.", "2025-06-01 to 2025-06-30"),
        ("Of the 90 people hurt in Sunday's crash, six have died.", "2025-03-02"),
        ("Six people have died since Sunday's crash.", "2025-03-02 to 2025-03-05"),
        ("May I ask what the mayor will do?", UNDATED),
        ("In the 12 months to September, 400 ships docked.", "2023-10-01 to 2024-09-30"),
        ("A survey last month found 40 leaks.", UNDATED),
        ("The party won Sunday's poll.", "2025-03-02"),
        ("Two trains a day will run from Monday, the operator said.", "2025-03-10"),
        (
            "The mayor will step down in April, two years after the 2023 flood.",
            "2025-04-01 to 2025-04-30",
        ),
        ("Carl Aas, arrested on Monday, will appear in court on Friday.", "2025-03-07"),
        ("Ferry sinks off Kelm, 1 March 2025", "2025-03-01"),
        ("Bridge to reopen Friday", "2025-03-07"),
        ("Bridge closed since Monday", "2025-03-03 to 2025-03-05"),
        ("Kelm bridge reopens March 17", "2025-03-17"),
        ("The quake of May 2023 killed 40 people.", "2023-05-01 to 2023-05-31"),
        ("At the start of the year, 400 people worked there.", "2025-01-01 to 2025-03-05"),
        ("At the end of June 2024 it had 900 members.", "2024-06-30"),
        ("He was last seen on Saturday night.", "2025-03-01"),
        ("The first of 12 new buses arrived on the 3rd of March.", "2025-03-03"),
        ("It was the worst storm since 1987.", UNDATED),
        ("It was the worst storm in 30 years.", UNDATED),
        ("Wages will rise 3 percent a year from 2026 to 2028.", "2026-01-01 to 2028-12-31"),
        ("From Monday, visitors must pay 5 euros.", "2025-03-10"),
        ("The vote was postponed from Tuesday to Thursday.", "2025-03-06"),
        ("The hearing was put off until May 6.", "2025-05-06"),
        ("The museum will close for two weeks from March 10.", "2025-03-10 to 2025-03-23"),
        ("In late February, divers found the wreck.", "2025-02-21 to 2025-02-28"),
        ("By late February, divers had found the wreck.", "2025-02-21 to 2025-02-28"),
        ("The plant will close by year-end.", "2025-03-05 to 2025-12-31"),
        ("The road should be open no later than 15 April.", "2025-03-05 to 2025-04-15"),
    ],
)
def test_a_newsroom_sentence_tells_its_days(parse: ParseOne, sentence: str, expected: str) -> None:
    assert _told(parse, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The kiln burst last week.", UNDATED),
        ("The kiln burst on 3 March.", UNDATED),
        ("The kiln will be lit again in ten days.", UNDATED),
        ("Six people have died so far this year.", UNDATED),
        ("The kiln burst overnight.", UNDATED),
        ("The kiln burst on Good Friday.", UNDATED),
        ("The kiln burst on Good Friday 2024.", "2024-03-29"),
        ("The kiln burst in the summer of 2023.", "2023-06-01 to 2023-08-31"),
        ("The kiln was built in the 19th century.", "1800-01-01 to 1899-12-31"),
        ("Two kilns burst from 4 to 9 March 2024.", "2024-03-04 to 2024-03-09"),
        ("The lamps were lit from May to October 2022.", "2022-05-01 to 2022-10-31"),
    ],
)
def test_an_undated_article_dates_only_what_names_its_year(
    parse: ParseOne, sentence: str, expected: str
) -> None:
    assert _told(parse, sentence, None) == expected


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("https://vale.example/2025/03/04/kiln", "2025-03-04"),
        ("https://vale.example/news/2025-03-06-kiln", "2025-03-06"),
        ("https://vale.example/2025/03/05/kiln", "2025-03-05"),
        ("https://vale.example/2019/03/05/kiln", "2025-03-05"),
        ("https://vale.example/2025/13/40/kiln", "2025-03-05"),
        ("https://vale.example/kiln", "2025-03-05"),
    ],
)
def test_near_midnight_a_link_names_the_newsroom_s_own_day(link: str, expected: str) -> None:
    published = datetime(2025, 3, 5, 1, 20, tzinfo=UTC)

    assert str(day_of(Publication(link, "Vale Courier", "Kiln", published))) == expected
