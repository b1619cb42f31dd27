"""What is answered at once, and what goes to the desk."""

import pytest

from bot.answers import said_at_once
from bot.newsroom.post import Event, Post
from bot.views.help import Offer
from handlers.commands import asked

POST = Post("T1", "C1", "", "", "U1")
PAYLOAD = {"trigger_id": "1.2.3", "response_url": "https://hooks.example/1"}

AT_ONCE = [
    pytest.param("", "Paste an article's link", id="nothing typed"),
    pytest.param("HELP", "Paste an article's link", id="help"),
    pytest.param("shwo C-7KQ2", "Did you mean /claim show?", id="a slip"),
    pytest.param("The mayor resigned", "Nothing was recorded", id="free text"),
]


@pytest.mark.parametrize(("text", "expected"), AT_ONCE)
def test_help_and_unknown_words_need_no_archive(text: str, expected: str) -> None:
    message = said_at_once(text)

    assert message is not None
    assert expected in message.text


def test_free_text_is_near_no_verb() -> None:
    message = said_at_once("The mayor resigned")

    assert message is not None
    assert "Did you mean" not in message.text
    assert Offer.RUN not in {b["action_id"] for b in message.blocks[-1]["elements"]}


@pytest.mark.parametrize("text", ["https://e.example/1", "add He said so", "show C-1", "why"])
def test_the_other_verbs_go_to_the_desk(text: str) -> None:
    assert said_at_once(text) is None


def test_a_command_goes_with_its_plain_words_its_links_and_where_to_answer() -> None:
    incoming = asked(POST, "add <https://e.example/?a=1&amp;b=2> &lt;said&gt;", PAYLOAD)

    assert incoming.event is Event.COMMAND
    assert incoming.text == "add https://e.example/?a=1&b=2 <said>"
    assert incoming.links == ("https://e.example/?a=1&b=2",)
    assert incoming.respond_to == "https://hooks.example/1"


def test_each_time_a_command_is_typed_is_another_event() -> None:
    again = asked(POST, "why", {**PAYLOAD, "trigger_id": "9.9.9"})

    assert asked(POST, "why", PAYLOAD).key == asked(POST, "why", PAYLOAD).key != again.key
