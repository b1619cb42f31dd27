"""What people type into settings, how it is read, and what is said where it does not fit."""

from datetime import time

import pytest

from bot.newsroom.channel import Channel, Kind, Replies
from bot.newsroom.settings import SETTINGS, Chosen, Name, choose, said, shown, sign_of
from bot.newsroom.trouble import Unfit
from bot.newsroom.typed import Known, clock_time, weekdays, zone
from bot.newsroom.workspace import Workspace

ZONES = frozenset({"Europe/Oslo", "Europe/London", "America/New_York", "Asia/Kabul", "Etc/UTC"})
TWINS = frozenset({"America/Louisville", "America/Kentucky/Louisville"})
KNOWN = Known(ZONES, {"newswire": "B0NEWS1"})
NEW = Chosen(Channel("T1", "C1", kind=Kind.PUBLIC), Workspace("T1"))

FITTING = [
    (Name.REPLIES, "Ask", "ask"),
    (Name.REPLIES, "default", "differences"),
    (Name.SENSITIVE, "yes", "on"),
    (Name.DIGEST, "off", "off"),
    (Name.WEEKLY, "ON", "on"),
    (Name.TIME, "7", "07:00"),
    (Name.TIME, "12 am", "00:00"),
    (Name.TIME, "12:30 p.m.", "12:30"),
    (Name.TIME, "17.45", "17:45"),
    (Name.DAYS, "workdays", "mon-fri"),
    (Name.DAYS, "Mon, Wed and Friday", "mon, wed, fri"),
    (Name.DAYS, "sat to mon", "mon, sat, sun"),
    (Name.DAYS, "every day", "daily"),
    (Name.ZONE, "oslo", "Europe/Oslo"),
    (Name.ZONE, "new york", "America/New_York"),
    (Name.ZONE, "europe/london", "Europe/London"),
    (Name.BOTS, "newswire", "B0NEWS1"),
    (Name.BOTS, "B0000AB1, <@U0000AB2|ann>", "B0000AB1, U0000AB2"),
    (Name.BOTS, "none", "none"),
    (Name.RETENTION, "1 day", "1"),
    (Name.RETENTION, "never", "never"),
    (Name.OUTLETS, "Herald &amp; Sons,  Courier , Courier", "Herald & Sons, Courier"),
    (Name.CHECKERS, "<@U0000AB2> <@W0000AB3|lee>", "<@U0000AB2>, <@W0000AB3>"),
    (Name.OWNER, "<@U0000AB2|ann>", "<@U0000AB2>"),
    (Name.OWNER, "none", "none"),
    (Name.CHANNELS, "<#C0000AB2|world>, <#G0000AB3>", "<#C0000AB2>, <#G0000AB3>"),
    (Name.CHANNELS, "all", "none"),
    (Name.QUOTA, "20 links", "20"),
]


@pytest.mark.parametrize(("name", "typed", "expected"), FITTING)
def test_what_is_typed_is_read_and_can_be_typed_again(
    name: Name, typed: str, expected: str
) -> None:
    chosen = choose(NEW, name, typed, KNOWN)

    assert said(chosen, name) == expected
    assert said(choose(NEW, name, expected, KNOWN), name) == expected


UNFIT = [
    (Name.REPLIES, "loud", "Write differences"),
    (Name.SENSITIVE, "maybe", "on or off"),
    (Name.TIME, "25:00", "time of day"),
    (Name.TIME, "9:75", "time of day"),
    (Name.TIME, "13 pm", "time of day"),
    (Name.TIME, "soon", "time of day"),
    (Name.DAYS, "someday", "Write days"),
    (Name.DAYS, "mon-tue-wed", "Write days"),
    (Name.DAYS, "", "Write days"),
    (Name.ZONE, "Ozlo", "Did you mean Europe/Oslo?"),
    (Name.ZONE, "", "Europe/Oslo"),
    (Name.BOTS, "chatty", "Seen here: newswire"),
    (Name.RETENTION, "-3", "from 1 to 3,650"),
    (Name.RETENTION, "99999999999999999999", "from 1 to 3,650"),
    (Name.OUTLETS, ", ".join(f"o{n}" for n in range(26)), "At most 25"),
    (Name.CHECKERS, "dana", "not a person that I know"),
    (Name.CHECKERS, "<#C0000AB2>", "not a person that I know"),
    (Name.OWNER, "<@U0000AB2>, <@U0000AB3>", "one person"),
    (Name.CHANNELS, "<@U0000AB2>", "not a channel that I know"),
    (Name.QUOTA, "²", "from 1 to 10,000"),
]


@pytest.mark.parametrize(("name", "typed", "expected"), UNFIT)
def test_what_does_not_fit_is_told_with_how_it_is_written(
    name: Name, typed: str, expected: str
) -> None:
    with pytest.raises(Unfit, match=expected.replace("?", r"\?")):
        choose(NEW, name, typed, KNOWN)


def test_a_city_of_two_zones_is_asked_about() -> None:
    with pytest.raises(Unfit, match="Kentucky/Louisville or America/Louisville"):
        zone("louisville", TWINS)


def test_days_and_times_are_what_the_clock_goes_by() -> None:
    assert weekdays("fri-mon") == {5, 6, 7, 1}
    assert clock_time("5:15pm") == time(17, 15)


KINDS = [
    (Kind.PUBLIC, Replies.DIFFERENCES),
    (Kind.DIRECT, Replies.DIFFERENCES),
    (Kind.PRIVATE, Replies.ASK),
]


@pytest.mark.parametrize(("kind", "expected"), KINDS)
def test_where_nobody_chose_the_kind_of_channel_does(kind: Kind, expected: Replies) -> None:
    chosen = Chosen(Channel("T1", "C1", kind=kind), Workspace("T1"))

    assert chosen.channel.voice is expected
    assert shown(chosen, Name.REPLIES) == "default"


def test_every_setting_stands_in_words_and_its_sign_is_other_when_it_is() -> None:
    assert all(said(NEW, one.name) for one in SETTINGS)
    off = choose(NEW, Name.DIGEST, "off", KNOWN)
    changed = [one.name for one in SETTINGS if sign_of(off, one.name) != sign_of(NEW, one.name)]
    assert changed == [Name.DIGEST]
