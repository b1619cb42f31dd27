"""Several workspaces with one app: who agreed gets it a token, for that workspace alone."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.slackroom.installing import Refusal
from bot.slackroom.registered import Registered
from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer

BACK = "https://app.example/back"


@dataclass
class Town:
    """Two workspaces, the app, and a client without a token."""

    app: Registered
    rooms: tuple[Room, Room]
    client: WebClient
    moment: list[float] = field(default_factory=lambda: [1_000_000.0])

    def address(self, **other: str) -> str:
        asked = {"client_id": self.app.client_id, "scope": "chat:write", "state": "s1", **other}
        return f"https://slack.example/oauth/v2/authorize?{urlencode(asked)}"

    def code(self, room: Room, **other: str) -> str:
        back = room.approve("dana", self.address(**other))
        return parse_qs(urlsplit(back).query)["code"][0]

    def install(self, room: Room) -> dict[str, Any]:
        answer = self.access(self.code(room))
        return dict(answer)

    def access(self, code: str, **other: str) -> dict[str, Any]:
        secrets = {"client_id": self.app.client_id, "client_secret": self.app.client_secret}
        answer = self.client.oauth_v2_access(code=code, **{**secrets, **other}).data
        assert isinstance(answer, dict)
        return answer

    def refused(self, code: str, **other: str) -> str:
        with pytest.raises(SlackApiError) as refused:
            self.access(code, **other)
        return str(refused.value.response["error"])

    def called(self, token: str) -> str:
        """Return the team that the token is of, or Slack's reason."""
        try:
            return str(self.client.auth_test(token=token)["team_id"])
        except SlackApiError as error:
            return str(error.response["error"])


@pytest.fixture
def town() -> Iterator[Town]:
    moment, app = [1_000_000.0], Registered([BACK, "https://other.example/"])
    rooms = (Room(lambda: moment[0], app), Room(lambda: moment[0], app))
    for room in rooms:
        room.add_person("dana")
    with SlackServer(*rooms) as slack:
        yield Town(app, rooms, WebClient(base_url=slack.base_url, retry_handlers=[]), moment)


def test_the_browser_comes_back_to_the_apps_first_url_with_a_code_and_the_state(
    town: Town,
) -> None:
    back = town.rooms[0].approve("dana", town.address())

    assert back.startswith(f"{BACK}?code=")
    assert parse_qs(urlsplit(back).query)["state"] == ["s1"]
    assert town.rooms[0].deny(town.address()) == f"{BACK}?error=access_denied&state=s1"


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"client_id": "1.1"}, "invalid_client_id"),
        ({"scope": ""}, "invalid_scope"),
        ({"redirect_uri": "https://evil.example/"}, "bad_redirect_uri"),
        ({"redirect_uri": f"{BACK}door"}, "bad_redirect_uri"),
        ({"team": "T999"}, "invalid_team_for_user"),
    ],
)
def test_what_the_app_asks_wrongly_nobody_can_agree_to(
    town: Town, asked: dict[str, str], reason: str
) -> None:
    with pytest.raises(Refusal, match=reason):
        town.rooms[0].approve("dana", town.address(**asked))


def test_a_token_is_one_workspaces_and_says_with_what_scopes(town: Town) -> None:
    first, second = (town.install(room) for room in town.rooms)

    assert [one["team"]["id"] for one in (first, second)] == ["T000000001", "T000000002"]
    assert [town.called(str(one["access_token"])) for one in (first, second)] == [
        "T000000001",
        "T000000002",
    ]
    assert (first["token_type"], first["scope"]) == ("bot", "chat:write")
    assert town.client.auth_test(token=town.rooms[1].bot_token).headers["X-OAuth-Scopes"] == (
        "chat:write"
    )
    told = str([room.calls for room in town.rooms])
    assert not [room.bot_token for room in town.rooms if room.bot_token in told]
    assert town.app.client_secret not in told


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"client_id": "1.1"}, "invalid_client_id"),
        ({"client_secret": "guessed"}, "bad_client_secret"),
        ({"redirect_uri": BACK}, "bad_redirect_uri"),
    ],
)
def test_a_code_is_given_nothing_for_where_something_does_not_fit(
    town: Town, other: dict[str, str], reason: str
) -> None:
    assert town.refused(town.code(town.rooms[0]), **other) == reason


def test_a_code_is_good_once_and_for_ten_minutes(town: Town) -> None:
    used, late = town.code(town.rooms[0]), town.code(town.rooms[0])
    town.access(used)

    assert town.refused(used) == "code_already_used"
    assert town.refused("9.9") == "invalid_code"
    town.moment[0] += 601
    assert town.refused(late) == "invalid_code"


def test_a_token_stays_as_long_as_the_app_and_is_another_after_that(town: Town) -> None:
    room, other = town.rooms
    for one in town.rooms:
        town.install(one)
    first = room.bot_token
    town.install(room)
    assert room.bot_token == first

    room.uninstall()
    assert town.called(first) == "account_inactive"
    town.install(room)
    assert town.called(first) == "token_revoked"
    assert town.called(room.bot_token) == room.team_id
    assert town.called(other.bot_token) == other.team_id


def test_an_organisations_token_names_no_workspace_and_can_be_given_back(town: Town) -> None:
    back = town.rooms[0].approve("dana", town.address(), org=True)
    answer = town.access(parse_qs(urlsplit(back).query)["code"][0])

    assert (answer["team"], answer["is_enterprise_install"]) == (None, True)
    assert town.client.auth_revoke(token=str(answer["access_token"]))["revoked"]
    assert town.called(str(answer["access_token"])) == "account_inactive"
