"""Until when something is under embargo, as people write it and as releases print it."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given

from bot.newsroom.channel import Channel, Kind
from bot.newsroom.embargo import UNTIL_SAID, asked_for, phrase, printed, said, typed_end
from bot.newsroom.trouble import Unfit
from bot.newsroom.viewer import Place, Viewer, may_see
from tests.strange import often, texts

NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)  # a Wednesday
LONDON = "Europe/London"
LINK = "<https://courier.example/flood>"


def march(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("words", "until"),
    [
        pytest.param(f"{LINK} embargo until 6 Mar 9:00 please", march(6, 9), id="after the link"),
        pytest.param(f"Embargoed till Friday 00:01 GMT\n{LINK}", march(6, 0, 1), id="before it"),
        pytest.param(f"{LINK} embargo until tomorrow 5 pm", march(5, 17), id="tomorrow"),
        pytest.param(f"{LINK} embargo: until 10:30", march(4, 10, 30), id="later today"),
        pytest.param(f"{LINK} embargo until 8:00", march(5, 8), id="the next such time"),
        pytest.param(f"{LINK} embargo until Wed 8:00", march(11, 8), id="the next such day"),
        pytest.param(f"{LINK} embargo to 9:00 CET on March 6, 2026", march(6, 8), id="a zone"),
        pytest.param(f"{LINK} embargo until 3 Mar 9:00", None, id="a moment that has passed"),
        pytest.param(f"{LINK} embargo until Friday", UNTIL_SAID, id="a day without a time"),
        pytest.param(f"{LINK} embargo until Thursday 6 Mar 9:00", UNTIL_SAID, id="no such day"),
        pytest.param(f"{LINK} embargo until 06/03/2026 9:00", UNTIL_SAID, id="June or March"),
        pytest.param(f"{LINK} embargo until 9:00 IST", UNTIL_SAID, id="which of three zones"),
        pytest.param(f"{LINK} – under embargo!", UNTIL_SAID, id="no end at all"),
        pytest.param(f"EU oil embargo hits Qarand {LINK}", None, id="news of an embargo"),
        pytest.param(
            "<https://a.example/embargo-until-friday> look", None, id="an address with the word"
        ),
        pytest.param(f"look: {LINK}", None, id="nothing"),
    ],
)
def test_a_message_says_until_when(words: str, until: datetime | None) -> None:
    assert asked_for(words, NOW, LONDON) == until
    if until:  # the phrase is carried along to where the link is read
        assert asked_for(phrase(words), NOW, LONDON) == until


@pytest.mark.parametrize(
    ("line", "until"),
    [
        ("EMBARGOED UNTIL 00:01 GMT FRIDAY 6 MARCH 2026", march(6, 0, 1)),
        ("*** STRICT EMBARGO – 0001 hrs GMT, 6 March ***", march(6, 0, 1)),
        ("EMBARGO 10:00 UTC+2 6 March 2026", march(6, 8)),
        ("Embargoed for release until 5pm ET March 6, 2026", march(6, 22)),
        ("Not for publication before 09:00 CET on 6 March 2026", march(6, 8)),
        ("Hold for release until 2026-03-06T09:00Z", march(6, 9)),
        ("EMBARGOED UNTIL 00:01 GMT TUESDAY 3 MARCH 2026", None),  # it has passed
        ("EMBARGOED UNTIL 09:00 FRIDAY 6 MARCH 2026", UNTIL_SAID),  # whose nine o'clock?
        ("Strictly embargoed until 6 March", UNTIL_SAID),
        ("Embargo: Friday", UNTIL_SAID),
        ("EMBARGOED", UNTIL_SAID),
        ("Embargo on oil is tightened again", None),
        ("Embargo: what a ban on grain would mean", None),
        ("Embargo until 2030 on ivory is agreed, ministers say", None),
        ("Embargoed documents show a plan for the harbour", None),
    ],
)
def test_a_release_says_so_at_its_head(line: str, until: datetime | None) -> None:
    body = "\n\nAt least 14 people were killed, the ministry said."

    assert printed("Flood", f"{line}{body}", NOW) == until
    assert printed(line, body, NOW) == until


def test_deep_in_an_article_the_word_is_part_of_its_story() -> None:
    text = "\n".join(["The report is out."] * 12 + ["EMBARGOED UNTIL 00:01 GMT 6 MARCH 2026"])

    assert printed("Flood", text, NOW) is None


@pytest.mark.parametrize("typed", ["6 Mar 9:00", "until 6 Mar 9:00", "embargo until 6 Mar, 9 am"])
def test_a_field_takes_the_same(typed: str) -> None:
    assert typed_end(typed, NOW, LONDON) == march(6, 9)


def test_tomorrow_is_no_word_that_begins_with_to() -> None:
    assert typed_end("tomorrow 9:00", NOW, LONDON) == march(5, 9)


@pytest.mark.parametrize("typed", ["", "soon", "Friday", "3 Mar 9:00", "31 Feb 9:00", "25:00"])
def test_a_field_tells_how_it_is_written(typed: str) -> None:
    with pytest.raises(Unfit, match="Write until when"):
        typed_end(typed, NOW, LONDON)


def test_the_end_is_told_in_the_channels_zone() -> None:
    assert said(march(6, 8), "Europe/Oslo") == "until Fri 6 Mar 2026, 09:00 (Europe/Oslo)"


@often
@given(texts)
def test_whatever_is_written_is_read_as_a_moment_or_as_none(text: str) -> None:
    ends = [asked_for(text, NOW, LONDON), printed(text, f"embargoed until {text}", NOW)]
    with suppress(Unfit):
        ends.append(typed_end(text, NOW, LONDON))

    assert all(end is None or end > NOW for end in ends)


def test_elsewhere_it_shows_from_that_moment_on() -> None:
    world, city = (Channel("T1", one, kind=Kind.PUBLIC) for one in ("C1", "C2"))
    place = Place(world, public_when_recorded=True, embargo=march(6, 9))
    looks = [Viewer(city, march(6, 8, 59)), Viewer(city, march(6, 9)), Viewer(city), Viewer(world)]

    assert [may_see(one, place) for one in looks] == [False, True, False, True]
