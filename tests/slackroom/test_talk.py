"""What people write reaches a real Bolt app as Slack's events, if the app may see it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from slack_bolt import BoltRequest

from bot.slackroom.envelopes import BOT_EVENTS
from bot.slackroom.room import Room
from bot.slackroom.seen import Refused
from tests.slackroom.stage import Stage, listening

Json = dict[str, Any]


@dataclass
class Heard:
    """What the app's listeners got: whole request bodies, oldest first."""

    bodies: list[Json] = field(default_factory=list)

    @property
    def events(self) -> list[Json]:
        return [body["event"] for body in self.bodies]

    def kinds(self) -> list[str]:
        """Name each event, with its subtype if it has one."""
        return [
            event["type"] + "/" * bool(event.get("subtype")) + event.get("subtype", "")
            for event in self.events
        ]


@pytest.fixture
def heard(stage: Stage) -> Iterator[Heard]:
    """Connect an app that hears everything Bolt lets through, the bot's own posts left out."""
    heard, app = Heard(), stage.app(process_before_response=True)

    def hear(request: BoltRequest) -> None:
        heard.bodies.append(dict(request.body))

    for kind in {name.partition(".")[0] for name in BOT_EVENTS} | {"reaction_added"}:
        app.event(kind)(hear)
    with listening(app) as url:
        stage.slack.connect(url, events=BOT_EVENTS | {"reaction_added"})
        yield heard
        stage.slack.disconnect()


def settled(stage: Stage, heard: Heard) -> list[str]:
    stage.room.quiet()
    return heard.kinds()


def test_a_message_arrives_in_wire_form(stage: Stage, heard: Heard) -> None:
    ts = stage.room.post("dana", "world", "see https://n.example/?a=1&b=2")
    stage.room.quiet()

    (event,) = heard.events
    assert event["text"] == "see <https://n.example/?a=1&amp;b=2>"
    assert event["blocks"][0]["elements"][0]["elements"][1]["url"] == "https://n.example/?a=1&b=2"
    assert (event["ts"], event["channel"], event["channel_type"]) == (ts, stage.world, "channel")
    assert (event["user"], event["team"]) == (stage.dana, stage.room.team_id)
    assert event["client_msg_id"]
    assert "thread_ts" not in event


def test_the_envelope_names_the_workspace_that_installed_the_app(
    stage: Stage, heard: Heard
) -> None:
    shared = stage.room.add_channel("partners", shared=True, members=["dana"])
    stage.room.invite_bot(shared)
    stage.room.invite(shared, stage.room.add_person("lee", outside=True))
    stage.room.post("lee", shared, "hello")
    stage.room.quiet()

    body = heard.bodies[-1]
    assert (body["team_id"], body["is_ext_shared_channel"]) == ("T0OUTSIDE", True)
    assert [one["team_id"] for one in body["authorizations"]] == [stage.room.team_id]


def test_a_mention_comes_as_two_events_of_one_message(stage: Stage, heard: Heard) -> None:
    ts = stage.room.post("dana", "world", "@ontherecord check this")

    assert settled(stage, heard) == ["message", "app_mention"]
    assert {event["ts"] for event in heard.events} == {ts}
    assert heard.events[1]["text"] == f"<@{stage.room.bot_user_id}> check this"


def test_a_reply_names_its_thread_and_who_began_it(stage: Stage, heard: Heard) -> None:
    ts = stage.room.post("dana", "world", "first")
    stage.room.post("kim", "world", "second", thread_ts=ts)
    stage.room.quiet()

    assert (heard.events[1]["thread_ts"], heard.events[1]["parent_user_id"]) == (ts, stage.dana)


def test_an_edit_has_both_sides_and_no_text_at_the_top(stage: Stage, heard: Heard) -> None:
    ts = stage.room.post("dana", "world", "12,000")
    stage.room.edit("world", ts, "11,000")

    assert settled(stage, heard) == ["message", "message/message_changed"]
    event = heard.events[1]
    assert (event["message"]["text"], event["previous_message"]["text"]) == ("11,000", "12,000")
    assert event["message"]["edited"]["user"] == stage.dana
    assert event["message"]["ts"] == ts != event["ts"]
    assert {"text", "user"} & event.keys() == set()


def test_an_unfurl_is_a_hidden_change_with_the_same_text(stage: Stage, heard: Heard) -> None:
    ts = stage.room.post("dana", "world", "https://n.example/1")
    stage.room.unfurl("world", ts, [{"from_url": "https://n.example/1", "title": "One", "id": 1}])

    assert settled(stage, heard)[1:] == ["message/message_changed"]
    event = heard.events[1]
    assert event["hidden"]
    assert event["message"]["text"] == event["previous_message"]["text"]
    assert "edited" not in event["message"]
    assert stage.room.message("world", ts).attachments[0]["title"] == "One"


def test_a_deletion_has_the_old_words(stage: Stage, heard: Heard) -> None:
    ts = stage.room.post("dana", "world", "oops")
    stage.room.delete("world", ts)

    assert settled(stage, heard)[1:] == ["message/message_deleted"]
    event = heard.events[1]
    assert (event["deleted_ts"], event["previous_message"]["text"]) == (ts, "oops")
    assert stage.room.messages("world") == ()


def test_a_parent_with_replies_leaves_a_tombstone_until_the_last_reply_goes(
    stage: Stage, heard: Heard
) -> None:
    ts = stage.room.post("dana", "world", "oops")
    reply = stage.room.post("kim", "world", "what?", thread_ts=ts)
    stage.room.delete("world", ts)
    stage.room.delete("world", reply)

    assert settled(stage, heard)[2:] == [
        "message/message_changed",
        *["message/message_deleted"] * 2,
    ]
    tomb, last, gone = heard.events[2:]
    assert (tomb["message"]["subtype"], tomb["previous_message"]["text"]) == ("tombstone", "oops")
    assert (last["deleted_ts"], gone["deleted_ts"]) == (reply, ts)
    assert gone["previous_message"]["subtype"] == "tombstone"


def test_another_bots_post_has_no_user(stage: Stage, heard: Heard) -> None:
    stage.room.bot_post("wire", "world", "<https://n.example/1>")

    assert settled(stage, heard) == ["message/bot_message"]
    assert heard.events[0]["bot_id"] != stage.room.bot_id
    assert "user" not in heard.events[0]


def test_our_own_posts_are_sent_too_and_bolt_drops_them(stage: Stage, heard: Heard) -> None:
    stage.client.chat_postMessage(channel=stage.world, text="hello")

    assert settled(stage, heard) == []
    assert [one.event_type for one in stage.room.attempts] == ["message"]


def test_direct_messages_are_of_their_own_type(stage: Stage, heard: Heard) -> None:
    stage.room.post("dana", stage.room.open_dm("dana"), "psst")

    assert settled(stage, heard) == ["message"]
    assert heard.events[0]["channel_type"] == "im"


MEMBERSHIP: list[Any] = [
    pytest.param(lambda room: room.add_channel("lobby"), [], id="not where the bot is not"),
    pytest.param(
        lambda room: room.invite_bot(room.add_channel("lobby"), by="dana"),
        ["member_joined_channel"],
        id="the bot is invited",
    ),
    pytest.param(
        lambda room: room.invite("world", room.add_person("lee")),
        ["team_join", "member_joined_channel"],
        id="invited",
    ),
    pytest.param(lambda room: room.invite("world", "dana"), [], id="invited again"),
    pytest.param(lambda room: room.leave("world", "kim"), ["member_left_channel"], id="left"),
    pytest.param(lambda room: room.kick_bot("world"), ["channel_left"], id="kicked"),
    pytest.param(lambda room: room.archive("world"), ["channel_archive"], id="archived"),
    pytest.param(lambda room: room.rename("world", "globe"), ["channel_rename"], id="renamed"),
    pytest.param(lambda room: room.share("world"), ["channel_shared"], id="shared"),
    pytest.param(
        lambda room: room.uninstall(), ["tokens_revoked", "app_uninstalled"], id="uninstalled"
    ),
]


@pytest.mark.parametrize(("happens", "kinds"), MEMBERSHIP)
def test_the_app_hears_of_channels(
    stage: Stage, heard: Heard, happens: Callable[[Room], object], kinds: list[str]
) -> None:
    happens(stage.room)

    assert settled(stage, heard) == kinds


def test_after_a_kick_nothing_more_comes(stage: Stage, heard: Heard) -> None:
    stage.room.kick_bot("world")
    stage.room.post("dana", "world", "alone at last")

    assert settled(stage, heard) == ["channel_left"]


def test_a_private_channel_speaks_of_groups(stage: Stage, heard: Heard) -> None:
    stage.room.make_private("world")
    stage.room.post("dana", "world", "secret")
    stage.room.rename("world", "under-world")

    made = "channel_convert_to_private"
    kinds = settled(stage, heard)  # some of them on their way at once
    assert sorted(kinds) == sorted([made, f"message/{made}", "message", "group_rename"])
    assert heard.events[kinds.index("message")]["channel_type"] == "group"


def test_a_persons_reaction_comes_to_an_app_that_asked(stage: Stage, heard: Heard) -> None:
    ts = stage.room.post("dana", "world", "first")
    stage.room.react("kim", "world", ts, "eyes")

    assert settled(stage, heard) == ["message", "reaction_added"]
    assert (heard.events[1]["item"]["ts"], heard.events[1]["reaction"]) == (ts, "eyes")


def test_only_the_subscribed_events_come(stage: Stage, heard: Heard) -> None:
    with listening(stage.app()) as url:
        stage.slack.connect(url, events={"app_mention"})
        stage.room.post("dana", "world", "@ontherecord hello")
        stage.room.quiet()

    assert {one.event_type for one in stage.room.attempts} == {"app_mention"}
    assert heard.events == []


REFUSED: list[Any] = [
    pytest.param(lambda room: room.archive("world"), "world", "archived", id="into the archive"),
    pytest.param(
        lambda room: room.add_channel("inner", private=True),
        "inner",
        "not a member",
        id="from outside",
    ),
]


@pytest.mark.parametrize(("before", "channel", "words"), REFUSED)
def test_people_cannot_post_everywhere(
    stage: Stage, before: Callable[[Room], object], channel: str, words: str
) -> None:
    before(stage.room)

    with pytest.raises(Refused, match=words):
        stage.room.post("dana", channel, "hello")


def test_there_are_no_threads_in_threads(stage: Stage) -> None:
    ts = stage.room.post("dana", "world", "first")
    reply = stage.room.post("kim", "world", "second", thread_ts=ts)

    for nowhere in (reply, "1.000001"):
        with pytest.raises(Refused, match="no thread"):
            stage.room.post("dana", "world", "third", thread_ts=nowhere)


def test_a_person_joins_a_public_channel_by_posting(stage: Stage) -> None:
    lobby = stage.room.add_channel("lobby")
    stage.room.post("dana", "lobby", "hello")

    assert stage.room.channel(lobby).members == (stage.dana,)


def test_nobody_of_that_name_is_a_key_error(stage: Stage) -> None:
    with pytest.raises(KeyError, match="nobody called 'lee'"):
        stage.room.post("lee", "world", "hello")


def test_subscribers_hear_of_changes_until_they_leave(stage: Stage) -> None:
    kinds: list[str] = []
    leave = stage.room.subscribe(lambda change: kinds.append(change.kind))
    stage.room.post("dana", "world", "one")
    leave()
    stage.room.post("dana", "world", "two")

    assert kinds == ["message"]


def test_waiting_in_vain_says_what_the_room_last_saw(stage: Stage) -> None:
    stage.client.auth_test()

    with pytest.raises(TimeoutError, match=r"auth\.test"):
        stage.room.wait_for(lambda: stage.room.messages("world"), timeout=0.01)
