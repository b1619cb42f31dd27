"""The playground's server: whom it answers, what it serves, what people see of each other."""

from pathlib import Path

import pytest

from bot.playground.door import Door
from bot.playground.server import PAGE
from tests.playground.visitor import Visitor, ask, token_of

FILES = sorted(file.name for file in PAGE.iterdir() if file.name != "index.html")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8765", "127.0.0.1", "", "[::1]:1"])
@pytest.mark.parametrize("path", ["/", "/page/main.js", "/api/samples"])
def test_a_name_that_was_made_to_lead_here_is_turned_away(
    standing: str, host: str, path: str
) -> None:
    headers = {"Host": host, "X-Playground-Token": token_of(standing)}

    assert ask(standing, path, None, headers).status == 421


STRANGERS = [
    pytest.param({}, id="without the token"),
    pytest.param({"X-Playground-Token": "guessed"}, id="with a wrong token"),
    pytest.param({"X-Playground-Token": "gu\xe9ssed"}, id="with a token of odd letters"),
    pytest.param({"Origin": "http://evil.example"}, id="from another page"),
    pytest.param({"Origin": "null"}, id="from a page that hides"),
]


@pytest.mark.parametrize("headers", STRANGERS)
def test_another_page_can_neither_look_nor_do(standing: str, headers: dict[str, str]) -> None:
    known = {"X-Playground-Token": token_of(standing)} if "Origin" in headers else {}
    visitor = Visitor(standing)
    wish = {"what": "post", "you": visitor.you, "channel": "world", "text": "from elsewhere"}

    assert ask(standing, "/api/do", wish, {**known, **headers}).status == 403
    assert ask(standing, "/api/samples", None, {**known, **headers}).status == 403
    assert "from elsewhere" not in [one["text"] for one in visitor.channel("world")["messages"]]


def test_the_page_comes_with_a_policy_that_lets_nothing_in_from_outside(standing: str) -> None:
    page = ask(standing, "/")

    assert page.status == 200
    assert page.headers["Content-Security-Policy"].startswith("default-src 'self';")
    assert page.headers["X-Content-Type-Options"] == "nosniff"
    assert "Access-Control-Allow-Origin" not in page.headers


@pytest.mark.parametrize("name", FILES)
def test_every_file_of_the_page_is_served_and_names_no_other_host(
    standing: str, name: str
) -> None:
    served = ask(standing, f"/page/{name}")

    assert served.status == 200
    assert served.body == (PAGE / name).read_text(encoding="utf-8")
    foreign = served.body.replace("http://www.w3.org/2000/svg", "").replace("https?:", "")
    assert "://" not in foreign.replace("https://n.example", "").replace("https://…", "")


@pytest.mark.parametrize("name", FILES)
def test_no_text_becomes_markup_and_every_file_opens_with_a_sentence(name: str) -> None:
    written = (PAGE / name).read_text(encoding="utf-8")

    for door in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("):
        assert door not in written
    assert written.startswith(("// ", "/* ")) or name.endswith(".svg")
    assert len(written.splitlines()) <= 300


@pytest.mark.parametrize(
    "path",
    ["/page/index.html", "/page/../server.py", "/page/%2e%2e/server.py", "/server.py", "/page/"],
)
def test_nothing_else_on_the_disk_is_served(standing: str, path: str) -> None:
    assert ask(standing, path).status == 404


@pytest.mark.parametrize("path", ["", "F0", "F0/", "F0/guessed/claims.csv", "F0/gu%E9ssed/x"])
def test_a_file_is_not_had_without_its_ticket(standing: str, path: str) -> None:
    assert ask(standing, f"/files/{path}").status == 404


def test_a_ticket_is_for_one_file_at_one_door() -> None:
    door = Door(1)

    assert door.admits("F1", door.ticket("F1"))
    assert not door.admits("F2", door.ticket("F1"))
    assert not Door(1).admits("F1", door.ticket("F1"))


BAD = [
    pytest.param(b"not json", id="no JSON"),
    pytest.param([], id="no object"),
    pytest.param({}, id="nothing asked"),
    pytest.param({"what": "drop", "you": "Ana"}, id="an unknown act"),
    pytest.param(
        {"what": "post", "you": "U0NOBODY", "channel": "world", "text": "x"}, id="nobody"
    ),
]


@pytest.mark.parametrize("wish", BAD)
def test_a_wish_that_no_page_sends_is_refused_in_words(standing: str, wish: object) -> None:
    headers = {"X-Playground-Token": token_of(standing)}

    answer = ask(standing, "/api/do", wish, headers)

    assert answer.status == 400
    assert answer.told["error"]


@pytest.mark.parametrize("name", ["<b>x</b>", "\x00", "../..", "world'"])
def test_a_channel_that_is_not_there_is_refused_in_words(standing: str, name: str) -> None:
    visitor = Visitor(standing)
    wish = {"what": "post", "you": visitor.you, "channel": name, "text": "x"}

    assert ask(standing, "/api/do", wish, visitor.headers).status == 400


def test_markup_in_a_message_comes_back_as_the_text_that_it_is(standing: str) -> None:
    visitor = Visitor(standing)

    ts = visitor.do("post", text="<script>alert(1)</script> & <b>so</b>").told["ts"]

    message = visitor.wait("world", lambda one: one["ts"] == ts)
    (section,) = message["blocks"][0]["elements"]
    shown = "".join(one["text"] for one in section["elements"])
    assert shown == "<script>alert(1)</script> & <b>so</b>"


def test_ben_does_not_see_the_private_channel_of_ana(standing: str) -> None:
    ana, ben = Visitor(standing), Visitor(standing, "Ben")

    assert [one["name"] for one in ana.seen()["channels"] if one["private"]] == ["newsdesk"]
    assert [one["name"] for one in ben.seen()["channels"] if one["private"]] == []


def test_ben_cannot_change_what_ana_wrote(standing: str) -> None:
    ana, ben = Visitor(standing), Visitor(standing, "Ben")
    ts = ana.do("post", text="hello").told["ts"]

    for what in ("edit", "delete"):
        answer = ben.do(what, ts=ts, text="changed")
        assert (answer.status, "somebody else's" in answer.told["error"]) == (409, True)
    assert ana.wait("world", lambda one: one["ts"] == ts)["text"] == "hello"


def test_ana_edits_and_deletes_her_own(standing: str) -> None:
    ana = Visitor(standing)
    ts = ana.do("post", text="hello").told["ts"]

    ana.do("edit", ts=ts, text="goodbye")
    message = ana.wait("world", lambda one: one["ts"] == ts)
    assert (message["text"], message["edited"]) == ("goodbye", True)

    ana.do("delete", ts=ts)
    assert ts not in [one["ts"] for one in ana.channel("world")["messages"]]


REFUSED = [
    pytest.param({"text": "/shout hello"}, "no command /shout", id="another command"),
    pytest.param({"text": "/claim help", "thread": "x"}, "in threads", id="in a thread"),
    pytest.param({"text": "x" * 12_001}, "longer", id="too long"),
]


@pytest.mark.parametrize(("wish", "line"), REFUSED)
def test_what_slack_would_not_send_is_told_in_a_line(
    standing: str, wish: dict[str, str], line: str
) -> None:
    answer = Visitor(standing).do("post", **wish)

    assert answer.status == 409
    assert line in answer.told["error"]


def test_what_the_bot_answers_to_ana_alone_ben_does_not_see(standing: str) -> None:
    ana, ben = Visitor(standing), Visitor(standing, "Ben")

    ana.do("post", text="/claim help")

    told = ana.wait("world", lambda one: one["text"].startswith("Paste an article"))
    assert told["onlyYou"]
    assert told["ts"] not in [one["ts"] for one in ben.channel("world")["messages"]]


def test_the_bot_can_be_invited_to_the_channel_that_it_is_not_in(standing: str) -> None:
    ana = Visitor(standing)
    assert not ana.channel("features")["withBot"]

    ana.do("post", "features", text="/invite @ontherecord")

    assert ana.channel("features")["withBot"]


@pytest.mark.parametrize(
    ("number", "line"), [(0, "for subscribers"), (1, "no such page")], ids=["a wall", "gone"]
)
def test_a_sample_that_is_no_article_is_told_of_to_the_one_who_pasted(
    standing: str, number: int, line: str
) -> None:
    ana = Visitor(standing)
    odd = ask(standing, "/api/samples", None, ana.headers).told["odd"][number]

    ana.do("post", text=odd["url"])

    assert ana.wait("world", lambda one: line in one["text"])["onlyYou"]


def test_the_page_of_an_article_says_nothing_that_its_file_does_not(standing: str) -> None:
    path = "/articles/northline/2025/05/drovian-soldiers-halm"
    page = ask(standing, path).body
    file = Path(PAGE.parent, "stories/drovian-contingent/1.txt").read_text(encoding="utf-8")

    body = file.split("\n\n", 1)[1].strip().split("\n\n")
    assert all(
        f"<p>{one}</p>".replace('"', "&quot;").replace("'", "&#x27;") in page for one in body
    )
