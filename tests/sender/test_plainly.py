"""What the sender posts draws no preview, names nobody, and is read as it stands."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from bot.app.slack import web_client
from bot.newsroom.post import Post
from bot.sender.clients import OneClient
from bot.sender.slack import Slack
from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer
from bot.views.blocks import Message, mrkdwn, paragraph, words

STRANGE = "<!channel> see <https://e.example|this> @dana #world"
MESSAGE = Message(mrkdwn(STRANGE), (paragraph([words(STRANGE)]),))
UNREAD = {"none", False, "false", "False", "0"}


@dataclass(frozen=True, slots=True)
class Stage:
    """A room with Dana in #world, and the sender's side of it."""

    room: Room
    slack: Slack
    post: Post


@pytest.fixture
def stage() -> Iterator[Stage]:
    room = Room()
    dana = room.add_person("dana")
    world = room.add_channel("world", members=[dana])
    room.invite_bot(world)
    ts = room.post("dana", world, "look")
    with SlackServer(room) as server:
        client = web_client(room.bot_token, server.base_url)
        yield Stage(room, Slack(OneClient(client)), Post(room.team_id, world, ts, ts, dana))


def _updated(stage: Stage) -> None:
    ts = stage.slack.post(stage.post, MESSAGE, "key")
    stage.slack.update(stage.post, ts, MESSAGE, "key")


@pytest.mark.parametrize(
    ("act", "method", "off"),
    [
        pytest.param(
            lambda stage: stage.slack.post(stage.post, MESSAGE, "key"),
            "chat.postMessage",
            {"parse", "link_names", "unfurl_links", "unfurl_media"},
            id="a reply",
        ),
        pytest.param(_updated, "chat.update", {"parse", "link_names"}, id="a reply that changes"),
        pytest.param(
            lambda stage: stage.slack.whisper(stage.post, MESSAGE, in_thread=False),
            "chat.postEphemeral",
            {"parse", "link_names"},
            id="words for one alone",
        ),
    ],
)
def test_a_post_is_read_as_it_stands(
    stage: Stage, act: Callable[[Stage], object], method: str, off: set[str]
) -> None:
    act(stage)
    sent = next(call.arguments for call in reversed(stage.room.calls) if call.method == method)

    assert {name for name in off if sent.get(name) in UNREAD} == off
    assert "<!channel>" not in sent["text"]


def test_a_post_is_found_by_its_key_though_nobody_can_read_the_key(stage: Stage) -> None:
    """A key may name a channel, "stopped:T024:C0SECRET:2026-03-05", that its reader is not in."""
    key = f"stopped:{stage.post.workspace}:C0SECRET:2026-03-05"
    ts = stage.slack.post(stage.post, MESSAGE, key)

    assert stage.slack.posted_already(stage.post, key) == ts
    assert stage.slack.posted_already(stage.post, f"{key}x") == ""
    assert "C0SECRET" not in str(stage.room.calls)
