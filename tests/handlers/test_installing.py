"""The pages of an installation: who gets in, who does not, and what each is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from slack_bolt import BoltContext, BoltRequest, BoltResponse
from slack_sdk import WebClient

from bot.newsroom.install import REDIRECT_PATH, Install
from bot.slackroom.installing import Refusal
from bot.slackroom.registered import Registered
from bot.slackroom.room import Room
from bot.slackroom.server import SlackServer
from handlers.installing import Admission, InstallPages, Kept, States, install_pages
from handlers.manifest import manifest
from storage.database import open_database
from storage.installs import Begun, Installs
from storage.sealing import Keyring, new_key

BACK = f"https://claims.example{REDIRECT_PATH}"
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


@dataclass
class Porch:
    """One workspace, the app's pages, and a clock for both."""

    room: Room
    app: Registered
    installs: Installs
    pages: InstallPages
    moment: list[datetime] = field(default_factory=lambda: [NOON])

    def begin(self, query: str = "") -> tuple[str, str]:
        """Open the first page; return where it leads, and the cookie."""
        response = self.pages.handle_installation(BoltRequest(body="", query=query))
        assert response.status == 302
        [location], [cookie] = response.headers["location"], response.headers["set-cookie"]
        return location, cookie

    def end(self, address: str, cookie: str) -> BoltResponse:
        """Come back from Slack's page."""
        headers: dict[str, str | Sequence[str]] = {"cookie": cookie.partition(";")[0]}
        query = urlsplit(address).query
        return self.pages.handle_callback(BoltRequest(body="", query=query, headers=headers))


@pytest.fixture
def porch(database_url: str) -> Iterator[Porch]:
    moment, app = [NOON], Registered([BACK])

    def clock() -> datetime:
        return moment[0]

    room = Room(lambda: clock().timestamp(), app)
    room.add_person("dana")
    engine = open_database(database_url)
    installs = Installs(engine, Keyring(new_key()))
    with SlackServer(room) as slack:
        stores = (
            Kept(installs, clock),
            States(Begun(engine, clock)),
        )
        client = WebClient(base_url=slack.base_url, retry_handlers=[])
        pages = install_pages((app.client_id, app.client_secret), stores, client, BACK)
        yield Porch(room, app, installs, pages, moment)
    engine.dispose()


def told(response: BoltResponse) -> str:
    return f"{response.status} {response.body}"


def test_whoever_agrees_lets_the_bot_in_with_the_scopes_of_the_manifest(porch: Porch) -> None:
    leads_to, cookie = porch.begin()

    response = porch.end(porch.room.approve("dana", leads_to), cookie)

    install = porch.installs.of(porch.room.team_id)
    assert "On the Record is in Newsroom." in told(response)
    assert response.headers["referrer-policy"] == ["no-referrer"]
    assert install == Install(
        workspace=porch.room.team_id,
        token=porch.room.bot_token,
        bot_id=porch.room.bot_id,
        bot_user=porch.room.bot_user_id,
        at=NOON,
        person=porch.room.people[1].id,
        scopes=frozenset(manifest()["oauth_config"]["scopes"]["bot"]),
    )


def test_the_cookie_is_for_this_host_over_tls_and_for_no_script(porch: Porch) -> None:
    _, cookie = porch.begin()

    name, *marks = cookie.split("; ")
    assert name.startswith("__Host-")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= {*marks}


def test_nothing_that_the_browser_brings_is_in_the_address_of_slacks_page(porch: Porch) -> None:
    leads_to, _ = porch.begin("team=T1%0d%0aSet-Cookie:x&redirect_uri=https://evil.example")

    asked = parse_qs(urlsplit(leads_to).query)
    assert asked["redirect_uri"] == [BACK]
    assert "team" not in asked
    assert "evil" not in leads_to


def test_a_state_lets_in_once(porch: Porch) -> None:
    leads_to, cookie = porch.begin()
    porch.end(porch.room.approve("dana", leads_to), cookie)
    porch.installs.drop(porch.room.team_id)

    again = porch.end(porch.room.approve("dana", leads_to), cookie)

    assert told(again).startswith("401")
    assert "used before" in told(again)
    assert porch.installs.every() == ()


def test_a_state_is_good_for_ten_minutes(porch: Porch) -> None:
    leads_to, cookie = porch.begin()
    porch.moment[0] += timedelta(minutes=11)

    assert "too long ago" in told(porch.end(porch.room.approve("dana", leads_to), cookie))
    assert porch.installs.every() == ()


def test_another_browser_does_not_end_what_one_has_begun(porch: Porch) -> None:
    leads_to, _ = porch.begin()
    _, others = porch.begin()
    back = porch.room.approve("dana", leads_to)

    assert "begun elsewhere" in told(porch.end(back, others))
    assert "begun elsewhere" in told(porch.end(back, ""))
    assert porch.installs.every() == ()


def test_whoever_cancels_is_told_that_nothing_was_installed(porch: Porch) -> None:
    leads_to, cookie = porch.begin()

    assert "nothing was installed" in told(porch.end(porch.room.deny(leads_to), cookie))


@pytest.mark.parametrize("wrong", ["code", "client_secret", "redirect_uri", "no answer"])
def test_what_slack_does_not_take_installs_nothing(porch: Porch, wrong: str) -> None:
    leads_to, cookie = porch.begin()
    back = porch.room.approve("dana", leads_to)
    if wrong == "code":
        back = back.replace("code=", "code=9")
    elif wrong == "no answer":
        porch.room.fail("oauth.v2.access", drop=True)
    else:
        setattr(porch.pages.settings, wrong, f"{BACK}/other")

    response = porch.end(back, cookie)

    assert told(response).startswith("401")
    assert "Begin again at /slack/install" in told(response)
    assert porch.installs.every() == ()


def test_slacks_page_takes_no_redirect_url_but_those_of_the_manifest(porch: Porch) -> None:
    leads_to, _ = porch.begin()

    with pytest.raises(Refusal, match="bad_redirect_uri"):
        porch.room.approve("dana", leads_to.replace("claims.example", "evil.example"))


def test_a_whole_organisation_is_refused_in_one_line_and_its_token_given_back(
    porch: Porch,
) -> None:
    leads_to, cookie = porch.begin()

    response = porch.end(porch.room.approve("dana", leads_to, org=True), cookie)

    assert "not for a whole organisation" in told(response)
    assert [call.method for call in porch.room.calls][-1] == "auth.revoke"
    assert porch.installs.every() == ()


def test_a_request_is_answered_as_its_workspace_and_an_organisations_as_nobody(
    porch: Porch,
) -> None:
    leads_to, cookie = porch.begin()
    porch.end(porch.room.approve("dana", leads_to), cookie)
    admission, team = Admission(porch.installs), porch.room.team_id

    def answered(team_id: str | None, **context: object) -> str | None:
        result = admission(
            context=BoltContext(context), enterprise_id=None, team_id=team_id, user_id="U1"
        )
        return result.bot_token if result else None

    assert answered(team) == porch.room.bot_token
    assert answered(f"{team}9") is None
    assert answered(None) is None
    assert answered(team, is_enterprise_install=True) is None


def test_slack_sdks_own_names_find_and_delete_the_same(porch: Porch) -> None:
    leads_to, cookie = porch.begin()
    porch.end(porch.room.approve("dana", leads_to), cookie)
    store, team = porch.pages.settings.installation_store, porch.room.team_id

    found = store.find_bot(enterprise_id=None, team_id=team)
    org = store.find_bot(enterprise_id="E1", team_id=team, is_enterprise_install=True)
    store.delete_all(enterprise_id=None, team_id=team)

    assert found is not None
    assert found.bot_token == porch.room.bot_token
    assert org is None
    assert store.find_bot(enterprise_id=None, team_id=team) is None
