"""Settings and the question before a link, with as much in them as there can be."""

import re
from datetime import UTC, datetime

import pytest

from bot.newsroom.act import Act, Deed
from bot.newsroom.channel import Channel, Kind, Replies
from bot.newsroom.post import Post
from bot.newsroom.settings import SETTINGS, Chosen, Name, said, sign_of
from bot.newsroom.workspace import Workspace
from bot.slackroom.judge import message_faults, too_long, view_faults
from bot.views.adding import Sheet
from bot.views.blocks import TEXT_LIMIT, Message
from bot.views.brief import Ticket
from bot.views.choosing import Form, settings_modal, typed_in
from bot.views.masked import MASK, masked
from bot.views.permission import TOO_LONG, Wanted, permission_message
from bot.views.reading import read_message
from bot.views.settings import settings_message
from bot.views.trouble import elsewhere_message
from tests.making import a_brief, a_post
from tests.views.wire import shown

POST = Post("T1", "C1", "1700000000.000100", "1700000000.000100", "U1")
BOTS = {f"B{n:010}": f"bot number {n} with a long name " * 3 for n in range(120)}
FULL = Chosen(
    Channel(
        "T1", "C1", "world", Kind.PRIVATE, replies=Replies.OFF, bots=tuple(BOTS)[:50], retention=30
    ),
    Workspace(
        "T1",
        own_outlets=tuple(f"{n:02} {'Velmora Post ' * 7}"[:100] for n in range(25)),
        checkers=tuple(f"U{n:010}" for n in range(50)),
        allowed=tuple(f"C{n:010}" for n in range(50)),
        quota=20,
        owner="U0000000001",
    ),
)
BARE = Chosen(Channel("T1", "C1"), Workspace("T1"))
NOW = datetime(2026, 3, 4, tzinfo=UTC)


def taken(message: Message) -> bool:
    blocks = list(message.blocks)
    return not message_faults(blocks) and not too_long(blocks) and len(message.text) <= TEXT_LIMIT


@pytest.mark.parametrize("chosen", [FULL, BARE], ids=["full", "bare"])
def test_slack_takes_the_list_of_settings(chosen: Chosen) -> None:
    trail = [Act("", Deed.SET, "U1", NOW, f"checkers {said(chosen, Name.CHECKERS)}")] * 5

    message = settings_message(chosen, trail, BOTS, Name.CHECKERS)

    assert taken(message)
    assert all(f"{one.name.value}: " in shown(message.blocks) for one in SETTINGS)


@pytest.mark.parametrize("name", ["<@U0EDITOR1>", "<#C0SECRET1>", "<@nobody>"])
def test_whatever_a_bot_or_an_outlet_is_called_nobody_is_named_by_it(name: str) -> None:
    workspace = Workspace("T1", own_outlets=(name,))
    chosen = Chosen(Channel("T1", "C1", "world", bots=("B0FEED1",)), workspace)
    trail = [Act("", Deed.SET, "U1", NOW, f"outlets {name}")]

    message = settings_message(chosen, trail, {"B0FEED1": name}, Name.OUTLETS)

    assert name in shown(message.blocks)
    assert {"U1"} == set(re.findall(r"'user_id': '(\w+)'", str(message.blocks)))
    assert "'channel_id'" not in str(message.blocks)


@pytest.mark.parametrize("chosen", [FULL, BARE], ids=["full", "bare"])
def test_slack_takes_the_modal_and_unchanged_it_says_what_stands(chosen: Chosen) -> None:
    signs = {one.name.value: sign_of(chosen, one.name) for one in SETTINGS}
    form = Form(Sheet(POST, "https://hooks.example/" + "x" * 200), signs)

    modal = settings_modal(chosen, form, BOTS, whole=True)

    assert view_faults(modal) == ()
    assert len(modal["private_metadata"]) <= TEXT_LIMIT
    assert Form.read(modal["private_metadata"], "T1", "U1") == form
    assert len([block for block in modal["blocks"] if block["type"] == "input"]) == len(SETTINGS)


def test_of_fields_that_are_not_there_nothing_is_typed() -> None:
    assert typed_in({"set_zone": {"set_zone": {"value": "oslo"}}}) == {Name.ZONE: "oslo"}


@pytest.mark.parametrize("sensitive", [False, True], ids=["asked", "sensitive"])
@pytest.mark.parametrize("length", [20, 300, 2_500])
def test_slack_takes_the_question_whatever_the_links(length: int, *, sensitive: bool) -> None:
    links = tuple(f"https://courier.example/{n}/{'x' * length}" for n in range(5))

    message = permission_message(Wanted(POST, links), sensitive=sensitive)

    assert not message_faults(list(message.blocks))
    buttons = [block for block in message.blocks if block["type"] == "actions"]
    assert bool(buttons) is (sensitive or length < 2_000)
    assert (TOO_LONG in message.text) is (not sensitive and length >= 2_000)


def test_a_button_brings_back_the_post_and_its_links() -> None:
    wanted = Wanted(POST, ("https://courier.example/ø",))

    assert Wanted.read(wanted.written(), "T1", "C1", "U1") == wanted


def test_what_was_read_without_a_difference_is_said_in_a_line() -> None:
    message = read_message([a_brief(finding="")], Ticket(a_post(), ("r1",)))

    assert taken(message)
    assert message.text.endswith("1 claim, nothing earlier differs.")


def test_a_notification_of_a_sensitive_channel_names_nobody() -> None:
    message = masked(read_message([a_brief()], Ticket(a_post(), ("r1",))))

    assert message.text == MASK
    assert "Courier" in shown(message.blocks)


def test_where_the_bot_is_not_wanted_it_names_whom_to_ask_if_there_is_somebody() -> None:
    assert elsewhere_message("U7").text.endswith("Ask <@U7>.")
    assert "Ask" not in elsewhere_message("").text
