"""Each workspace is spoken to with its own token, as long as Slack takes it."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from bot.newsroom.channel import Kind
from bot.newsroom.install import Install
from bot.sender.channels import Channels
from bot.sender.outcomes import NoToken
from bot.sender.slack import person_info, who_we_are
from bot.sender.tokens import TokenClients
from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@dataclass
class Kept:
    """The installs of a test, and what was stopped."""

    installs: dict[str, Install]
    stopped: list[tuple[str, str]] = field(default_factory=list)

    def of(self, workspace: str) -> Install | None:
        return self.installs.get(workspace)

    def stop(self, install: Install, reason: str) -> None:
        self.stopped.append((install.workspace, reason))


def an_install(token: str, at: datetime = NOON) -> Install:
    return Install(workspace="T1", token=token, bot_id="B1", bot_user="U1", at=at)


def test_a_token_is_looked_up_each_time_and_a_client_made_anew_with_a_new_one() -> None:
    kept = Kept({"T1": an_install("xoxb-1")})
    clients = TokenClients(kept, "http://127.0.0.1:1/")

    first = clients("T1")
    assert clients("T1") is first
    kept.installs["T1"] = an_install("xoxb-1", NOON + timedelta(days=1))
    assert clients("T1") is not first
    assert (clients.bot_id("T1"), clients.bot_id("T2")) == ("B1", "")


@pytest.mark.parametrize("installs", [{}, {"T1": an_install("")}], ids=["none", "not opened"])
def test_a_workspace_without_a_token_is_not_spoken_to(installs: dict[str, Install]) -> None:
    with pytest.raises(NoToken):
        TokenClients(Kept(installs), "http://127.0.0.1:1/")("T1")


def test_slacks_word_that_a_token_is_worth_nothing_stops_its_workspace_and_no_other_word() -> None:
    room = Room()
    kept = Kept({"T1": an_install(room.bot_token)})
    with SlackServer(room) as slack:
        client = TokenClients(kept, slack.base_url)("T1")
        assert who_we_are(client)["team_id"] == room.team_id
        with pytest.raises(Exception, match="user_not_found"):
            person_info(client, "U999")
        assert kept.stopped == []
        room.uninstall()
        with pytest.raises(NoToken, match="account_inactive") as told:
            who_we_are(client)

    assert kept.stopped == [("T1", "account_inactive")]
    assert room.bot_token not in f"{told.value!r} {told.value.__context__!r}"


def test_who_is_a_guest_is_asked_anew_where_the_bot_was_installed_anew() -> None:
    room = Room()
    world = room.add_channel("world", members=[room.add_person("gus")])
    kept = Kept({"T1": an_install(room.bot_token)})
    moment = [NOON]
    with SlackServer(room) as slack:
        look_up = Channels(TokenClients(kept, slack.base_url), lambda: moment[0])
        assert look_up("T1", world).kind is Kind.PUBLIC
        room.make_guest("gus")  # while the bot was out of the workspace
        moment[0] += timedelta(minutes=2)
        assert not look_up("T1", world).outsiders
        kept.installs["T1"] = an_install(room.bot_token, NOON + timedelta(days=1))
        moment[0] += timedelta(minutes=2)
        assert look_up("T1", world).outsiders
