"""What the desk decides to say about what comes in."""

from dataclasses import replace

import pytest

from bot.desk.desk import Desk
from bot.desk.look_up import told
from bot.desk.take import take
from bot.newsroom.channel import Channel, Kind, Replies
from bot.newsroom.post import Event, Incoming, Letter, LetterKind
from bot.newsroom.viewer import Viewer
from tests.desk.world import HEAD, World, say, sent
from tests.making import a_post

MESSAGE, EDITED, DELETED = Event.MESSAGE, Event.EDITED, Event.DELETED
COMMAND = Event.COMMAND


def kinds(letters: list[Letter]) -> list[LetterKind]:
    return [letter.kind for letter in letters]


def test_an_article_that_nothing_differs_from_is_reacted_to(desk: Desk) -> None:
    assert kinds(say(desk, MESSAGE, "14")) == [LetterKind.REACT]


def test_an_article_that_differs_is_replied_to(desk: Desk) -> None:
    say(desk, MESSAGE, "14")

    assert kinds(say(desk, MESSAGE, "41", ts="2.0")) == [LetterKind.BRIEF]


def test_two_articles_of_one_message_are_compared_with_each_other(desk: Desk) -> None:
    assert kinds(say(desk, MESSAGE, "14", "41")) == [LetterKind.BRIEF]


MODES = [
    pytest.param(Replies.DIFFERENCES, [LetterKind.BRIEF], id="differences"),
    pytest.param(Replies.EVERYTHING, [LetterKind.BRIEF], id="everything"),
    pytest.param(Replies.REACT, [LetterKind.REACT], id="react"),
    pytest.param(Replies.OFF, [], id="off"),
]


@pytest.mark.parametrize(("mode", "expected"), MODES)
def test_the_channel_says_how_much_is_said(
    desk: Desk, world: World, mode: Replies, expected: list[LetterKind]
) -> None:
    desk.archive.keep_channel(replace(world.channel, replies=mode))

    assert kinds(say(desk, MESSAGE, "14", "41")) == expected


def test_in_a_sensitive_channel_nothing_is_opened(desk: Desk, world: World) -> None:
    desk.archive.keep_channel(replace(world.channel, sensitive=True))

    (letter,) = say(desk, MESSAGE, "14")

    assert letter.kind is LetterKind.ASK
    assert world.fetched == []


def test_the_links_that_were_not_opened_are_told_with_the_trouble_of_the_others(
    desk: Desk, world: World
) -> None:
    letters = say(desk, MESSAGE, "gone", *(f"chess?{n}" for n in range(6)))

    (tell,) = [letter for letter in letters if letter.kind is LetterKind.TELL]
    assert f"{HEAD}/gone: No such page." in tell.words
    assert "2 links were not opened" in tell.words
    assert len(world.fetched) == 5


def test_one_link_too_many_is_told_in_the_singular(desk: Desk) -> None:
    letters = say(desk, MESSAGE, *(f"gone{n}" for n in range(6)))

    assert "1 link was not opened" in letters[0].words


def test_an_event_overtaken_by_a_deletion_is_not_read(desk: Desk, world: World) -> None:
    gone = Incoming("deleted", DELETED, a_post("1.0"))
    desk.receive(Incoming("message", MESSAGE, a_post("1.0"), "x", (f"{HEAD}/14",)))
    desk.receive(gone)
    leased = desk.inbox.lease(desk.clock(), 60)
    assert leased is not None

    assert take(desk, leased)

    assert world.fetched == []
    assert sent(desk) == []


def test_a_lease_that_was_lost_changes_nothing(desk: Desk) -> None:
    desk.receive(Incoming("message", MESSAGE, a_post("1.0"), "x", (f"{HEAD}/14",)))
    leased = desk.inbox.lease(desk.clock(), 60)
    assert leased is not None
    desk.inbox.fail(leased, desk.clock(), "taken by another")

    assert not take(desk, leased)

    assert sent(desk) == []
    assert desk.archive.readings_of(a_post("1.0")) == ()


def test_an_edit_reads_only_what_is_new_in_the_message(desk: Desk, world: World) -> None:
    say(desk, MESSAGE, "14")

    letters = say(desk, EDITED, "14", "41")

    assert kinds(letters) == [LetterKind.REVISE]
    assert world.fetched == [f"{HEAD}/14", f"{HEAD}/41"]


def test_an_edit_compares_what_it_adds_with_what_stays(desk: Desk, world: World) -> None:
    say(desk, MESSAGE, "14", "41")

    say(desk, EDITED, "14", "57")

    read = desk.archive.readings_of(a_post("1.0"))[-1]
    brief = told(desk, Viewer(world.channel), read.article)
    assert brief is not None
    assert "14 people" in str(brief.lines)  # those of the one that was taken out are gone


def test_an_edit_that_leaves_the_links_says_nothing(desk: Desk) -> None:
    say(desk, MESSAGE, "14")

    assert say(desk, EDITED, "14?utm=1") == []


def test_an_edit_that_takes_a_link_away_takes_its_reading_away(desk: Desk) -> None:
    say(desk, MESSAGE, "14", "chess")

    assert kinds(say(desk, EDITED, "chess")) == [LetterKind.REVISE]
    assert [filed.link for filed in desk.archive.readings_of(a_post("1.0"))] == [f"{HEAD}/chess"]


def test_an_edit_that_takes_all_links_away_takes_the_reply_away(desk: Desk) -> None:
    say(desk, MESSAGE, "14")

    assert kinds(say(desk, EDITED)) == [LetterKind.REMOVE]
    assert desk.archive.readings_of(a_post("1.0")) == ()


def test_a_deletion_takes_readings_and_reply_away(desk: Desk) -> None:
    say(desk, MESSAGE, "14")

    assert kinds(say(desk, DELETED)) == [LetterKind.REMOVE]
    assert desk.archive.readings_of(a_post("1.0")) == ()


def test_a_deletion_of_what_was_never_read_says_nothing(desk: Desk) -> None:
    assert say(desk, DELETED) == []


def test_what_slack_says_of_a_channel_is_kept_beside_what_the_newsroom_set(
    desk: Desk, world: World
) -> None:
    desk.archive.keep_channel(replace(world.channel, replies=Replies.REACT))
    world.channel = Channel("T1", "C1", name="desk", kind=Kind.PRIVATE, outsiders=True)

    now = desk.channel("T1", "C1")

    assert (now.name, now.kind, now.outsiders) == ("desk", Kind.PRIVATE, True)
    assert now.replies is Replies.REACT
    assert desk.archive.channel("T1", "C1") == now


COMMANDS = [
    pytest.param("add", "Nothing to record", id="add nothing"),
    pytest.param("http://", "I see no link there", id="a link that is none"),
]


@pytest.mark.parametrize(("text", "expected"), COMMANDS)
def test_a_command_that_cannot_be_done_says_why_where_it_was_typed(
    desk: Desk, text: str, expected: str
) -> None:
    (letter,) = say(desk, COMMAND, ts="", text=text)

    assert letter.kind is LetterKind.TELL
    assert expected in letter.words
    assert letter.respond_to == "https://hooks.example/1"


def test_a_link_is_answered_with_its_brief_and_a_question_with_itself(
    desk: Desk, world: World
) -> None:
    (read,) = say(desk, COMMAND, "14", ts="", text=f"{HEAD}/14")
    (shown,) = say(desk, COMMAND, ts="", text="show c-1")

    assert kinds([read, shown]) == [LetterKind.RECORDED, LetterKind.ANSWER]
    assert shown.words == "show c-1"
    brief = told(desk, Viewer(world.channel), read.article)
    assert brief is not None
    assert [claim.id for claim in brief.claims] == ["C-1"]


def test_whoever_waits_is_roused_once_an_event(desk: Desk, world: World) -> None:
    incoming = Incoming("message", MESSAGE, a_post("1.0"), "x", (f"{HEAD}/14",))

    desk.receive(incoming)
    desk.receive(incoming)

    assert world.woken == 1
