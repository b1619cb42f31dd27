"""Who is told of what was kept, given up or set, and what a legal hold keeps."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from bot.claims.keys import keys
from bot.desk.clock import tell_of_stops
from bot.desk.forget import grow_old
from bot.newsroom.channel import Channel, Kind
from bot.newsroom.digestday import DigestKind
from bot.newsroom.forgetting import Swept
from bot.newsroom.localday import Due
from bot.newsroom.trouble import SetUpTrouble
from storage.forgetting import Forgetting
from storage.health import Health
from storage.places import APPOINTED, appoint
from tests.canaries.asking import say
from tests.canaries.machine import Newsroom
from tests.canaries.presses import buttons

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("typed", "stands"),
    [("alias Orsk = Lena Orsk", "Lena Orsk"), ("alias Orsk = Ada Brenn", "Ada Brenn")],
)
def test_undo_deletes_no_words_under_a_legal_hold(
    newsroom: Newsroom, typed: str, stands: str
) -> None:
    say(newsroom, "world", typed)
    done = newsroom.room.ephemerals("dana", newsroom.named["world"])[-1]
    undo = next(one["action_id"] for one in buttons(done))
    say(newsroom, "lab", "settings hold on")

    newsroom.room.click("dana", newsroom.named["world"], done.ts, undo)
    newsroom.bot.settle()

    assert stands in say(newsroom, "world", "alias")


def kept_old(newsroom: Newsroom) -> list[str]:
    """Mark a claim in #desk, let all there be too old, and return what Dana is told there."""
    channel = newsroom.named["desk"]
    own = (one for one in newsroom.oracle.canaries.values() if one.records[0].place == channel)
    claim = next(own).records[0].ids[0]
    say(newsroom, "desk", f"status {claim} disputed the mayor denies it")
    say(newsroom, "desk", "settings retention 1")
    newsroom.clock.forward(timedelta(days=3))
    grow_old(newsroom.bot.desk)
    newsroom.bot.settle()
    told = newsroom.room.ephemerals("dana", channel)
    return [one.text for one in told if "and kept, because" in one.text]


def test_what_is_kept_is_listed_to_who_marked_it_where_the_owner_is_not_in_the_channel(
    newsroom: Newsroom,
) -> None:
    newsroom.room.add_person("olga")
    say(newsroom, "world", "settings owner @olga")

    assert len(kept_old(newsroom)) == 1


class Torn(Forgetting):
    """A shelf on which the page of one channel cannot be read."""

    torn = ""

    def sweep(self, channel: Channel, day: date, before: datetime, now: datetime) -> Swept | None:
        if channel.id == self.torn:
            raise OSError("the disk image is malformed")
        return super().sweep(channel, day, before, now)


def test_a_channel_that_cannot_be_swept_holds_up_no_other(newsroom: Newsroom) -> None:
    say(newsroom, "world", "settings retention 1")
    torn = Torn(newsroom.engine, keys)
    torn.torn = newsroom.named["world"]
    newsroom.bot.desk = replace(newsroom.bot.desk, forgetting=torn)

    assert len(kept_old(newsroom)) == 1


def test_that_an_owner_has_left_is_seen_by_the_operator(newsroom: Newsroom) -> None:
    room = newsroom.room
    room.add_person("olga")
    say(newsroom, "world", "settings owner @olga")
    newsroom.clock.forward(timedelta(days=1))
    newsroom.bot.tick()
    newsroom.bot.settle()
    room.archive(newsroom.named["world"])
    newsroom.bot.settle()
    for method in ("conversations.open", "chat.postMessage"):
        room.fail(method, times=99, error="user_disabled")

    tell_of_stops(newsroom.bot.desk)
    newsroom.bot.settle()

    (dead,) = Health(newsroom.engine).dead(newsroom.clock() - HOUR)
    assert dead.key.startswith("stopped:")


def test_what_was_set_for_another_channel_is_not_told_of_this_one(newsroom: Newsroom) -> None:
    say(newsroom, "world", "settings retention 30")
    say(newsroom, "world", "settings quota 20")

    told = say(newsroom, "lab", "settings show")

    assert "retention 30" not in told
    assert "quota 20" in told


def test_who_runs_the_bot_names_an_owner_where_the_one_there_was_has_left(
    newsroom: Newsroom,
) -> None:
    room = newsroom.room
    room.add_person("olga")
    say(newsroom, "world", "settings owner @olga")
    say(newsroom, "world", "settings hold on")
    assert "owner alone" in say(newsroom, "world", "settings owner @dana")

    appoint(newsroom.engine, "", newsroom.id_of("dana"))
    newsroom.bot.settle()

    direct = room.open_dm("dana")
    assert [one.text for one in room.messages(direct)] == [APPOINTED]
    say(newsroom, "world", "settings hold off")
    assert not newsroom.bot.desk.places.workspace(room.team_id).hold


@pytest.mark.parametrize(("workspace", "person"), [("T9", "U1"), ("", "@dana")])
def test_an_owner_is_a_member_of_a_newsroom_on_record(
    newsroom: Newsroom, workspace: str, person: str
) -> None:
    with pytest.raises(SetUpTrouble):
        appoint(newsroom.engine, workspace, person)


def test_two_newsrooms_in_one_channel_are_told_apart(newsroom: Newsroom) -> None:
    desk, world, now = newsroom.bot.desk, newsroom.named["world"], newsroom.clock()
    ours = desk.archive.channel(newsroom.room.team_id, world)
    theirs = Channel("T9", world, name="merger", kind=Kind.PUBLIC, schedule=ours.schedule)
    desk.archive.keep_channel(theirs)
    noise = Health(newsroom.engine).noise(now - timedelta(days=7), 9)
    for each in (ours, theirs):
        for day in (now, now + timedelta(days=1)):
            desk.days.begin(each, DigestKind.DAILY, Due(day.date(), day), day)
        desk.archive.keep_channel(replace(each, member=False))

    stopped = desk.days.stopped(now.date())

    assert "#world" in {one.channel for one in noise}
    assert "#merger" not in {one.channel for one in noise}
    assert {channel.workspace for channel, _ in stopped} == {ours.workspace, "T9"}
