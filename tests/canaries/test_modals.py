"""A modal stays open when its reader leaves the channel: it shows and decides nothing more."""

from dataclasses import replace

from bot.newsroom.verbs import COMMAND
from bot.slackroom.seen import View
from bot.views.controls import Answered
from bot.views.masked import MASK
from bot.views.trouble import LEFT
from tests.canaries.machine import Newsroom
from tests.canaries.oracle import WORD
from tests.canaries.presses import buttons


def details(newsroom: Newsroom, person: str) -> list[str]:
    """Open Details under the newest reply in #desk, and return what can be pressed there."""
    room, desk = newsroom.room, newsroom.named["desk"]
    newsroom.pasted("lee", "desk")
    reply = room.messages(desk, room.messages(desk)[-1].ts)[-1]
    newsroom.opened[newsroom.id_of(person)] = desk
    room.click(person, desk, reply.ts, "brief_details")
    newsroom.settled("details")
    return [button["action_id"] for button in buttons(room.view(person))]


def pressed(newsroom: Newsroom, person: str, action_id: str) -> str:
    """Press a button of the modal that a person has before him, and return what stands there."""
    view = newsroom.room.view(person)
    first = next(one for one in buttons(view) if one["action_id"] == action_id)
    newsroom.room.click_view(person, view.id, action_id, block_id=first["block_id"])
    newsroom.settled("pressed")
    return str(newsroom.room.view(person).payload)


def test_whoever_left_presses_in_vain(newsroom: Newsroom) -> None:
    for action_id in sorted({*details(newsroom, "dana")}):
        details(newsroom, "dana")
        newsroom.room.leave(newsroom.named["desk"], "dana")
        assert not WORD.search(pressed(newsroom, "dana", action_id)), action_id
        newsroom.close_views("dana")
        newsroom.room.invite(newsroom.named["desk"], "dana")


def left_open(newsroom: Newsroom, typed: str) -> View:
    """Have Lee open a form in #desk by a command, leave the channel, and return the form."""
    room, desk = newsroom.room, newsroom.named["desk"]
    room.command("lee", desk, COMMAND, typed)
    newsroom.bot.settle()
    view = room.view("lee")
    room.leave(desk, "lee")
    return view


def test_whoever_left_sets_nothing_in_the_settings_that_he_had_open(newsroom: Newsroom) -> None:
    room, view = newsroom.room, left_open(newsroom, "settings")

    room.submit("lee", view.id, {"set_retention": "1", "set_sensitive": "on"})
    newsroom.bot.settle()

    here = newsroom.bot.desk.archive.channel(room.team_id, newsroom.named["desk"])
    assert (here.retention, here.sensitive) == (0, False)
    assert LEFT in str(room.view("lee").payload)


def test_whoever_left_records_nothing_from_the_form_that_he_had_open(newsroom: Newsroom) -> None:
    room, view = newsroom.room, left_open(newsroom, "add")

    room.submit("lee", view.id, {view.blocks[0]["block_id"]: "At least 90 people were killed."})

    assert newsroom.bot.desk.inbox.lease(newsroom.clock(), 60) is None
    assert LEFT in str(room.view("lee").payload)


def test_in_a_sensitive_channel_further_pages_and_pictures_ring_without_names(
    newsroom: Newsroom,
) -> None:
    room, desk = newsroom.room, newsroom.named["desk"]
    for _ in range(8):
        newsroom.pasted("lee", "desk")
        newsroom.pasted("dana", "desk")
    here = newsroom.bot.desk.archive.channel(room.team_id, desk)
    newsroom.bot.desk.archive.keep_channel(replace(here, sensitive=True))
    before = len(room.calls)

    for asked, control in (
        ("find flood", Answered.MORE),
        (f"history {newsroom.reads.given[-3]}", Answered.PICTURE),
    ):
        room.command("dana", desk, COMMAND, asked)
        newsroom.bot.settle()
        room.click("dana", desk, room.ephemerals("dana", desk)[-1].ts, control.value)
        newsroom.bot.settle()

    (posted,) = (one for one in room.calls[before:] if one.method.startswith("files.complete"))
    rings = [posted.arguments["initial_comment"], posted.arguments["files"][0]["title"]]
    assert rings == [MASK, MASK]
    assert not WORD.search(room.ephemerals("dana", desk)[0].text)


def test_whoever_stays_goes_on(newsroom: Newsroom) -> None:
    first, *_ = details(newsroom, "dana")

    assert WORD.search(pressed(newsroom, "dana", first))
