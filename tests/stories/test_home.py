"""The Home tab in talk: what is one's own stands there, and nothing that is hidden."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from bot.newsroom.watch import Watch, WatchKind
from bot.slackroom.seen import View
from bot.views.blocks import HOME_BLOCKS
from tests.stories.judging import shown
from tests.stories.newsroom import PATIENCE, Newsroom
from tests.stories.pages import FLOOD, TOLL, a_page
from tests.stories.telling import ask, first_id, opened, the_flood
from tests.stories.test_watches import a_private_desk


def home(newsroom: Newsroom, person: str = "lee") -> View:
    """Open the Home tab and return it as it is published then."""
    room = newsroom.room
    before = len(published(newsroom))
    room.open_home(person)
    room.wait_for(lambda: len(published(newsroom)) > before, PATIENCE)
    return room.home(person)


def published(newsroom: Newsroom) -> list[dict[str, Any]]:
    """Return the arguments of every call that published a tab."""
    return [one.arguments for one in newsroom.room.calls if one.method == "views.publish"]


def elements(view: View, kind: str) -> list[Any]:
    """Return all elements of a type in the tab."""
    found: list[Any] = []

    def look(part: Any) -> None:
        if isinstance(part, dict):
            found.extend([part] if part.get("type") == kind else [])
            look(list(part.values()))
        elif isinstance(part, (list, tuple)):
            for inner in part:
                look(inner)

    look(list(view.blocks))
    return found


def test_an_empty_tab_says_how_to_begin(newsroom: Newsroom) -> None:
    newsroom.room.add_person("nobody")

    told = shown(home(newsroom, "nobody").blocks)

    assert "You watch nothing yet" in told
    assert "Nothing that was announced" in told
    assert "no article that you marked has changed" in told
    assert "Invite me into a channel" in told
    assert "/claim find" in told
    assert len(published(newsroom)) == 1


def test_my_watches_stand_there_and_are_stopped_and_snoozed_there(newsroom: Newsroom) -> None:
    for typed in ("by:Отдел", "counting:경찰", "شرطة"):
        ask(newsroom, f"watch {typed}", "lee")
    view = home(newsroom)
    assert all(word in shown(view.blocks) for word in ("Отдел", "경찰", "شرطة"))

    assert press(newsroom, view, "watch_stop")
    told = until(newsroom, lambda told: "شرطة" not in told)
    assert "경찰" in told

    assert press(newsroom, newsroom.room.home("lee"), "watch_snooze_week")
    until(newsroom, lambda told: "snoozed until" in told)
    assert elements(newsroom.room.home("lee"), "date")


def press(newsroom: Newsroom, view: View, action: str) -> bool:
    """Press a button of the first watch in Lee's tab."""
    rows = (block["block_id"] for block in view.blocks if block["type"] == "actions")
    return newsroom.room.click_view("lee", view.id, action, block_id=next(rows)).acked


def until(newsroom: Newsroom, wanted: Callable[[str], bool]) -> str:
    """Wait until Lee's tab says what is wanted, and return all that it says."""

    def told() -> str:
        now = shown(newsroom.room.home("lee").blocks)
        return now if wanted(now) else ""

    return newsroom.room.wait_for(told, PATIENCE)


def test_two_hundred_watches_are_leafed_through_within_slacks_limits(newsroom: Newsroom) -> None:
    lee = next(one.id for one in newsroom.room.people if one.name == "lee")
    for number in range(200):
        set_watch(newsroom, lee, number)

    view = home(newsroom)
    assert len(view.blocks) <= HOME_BLOCKS
    assert "200 watches; page 1 of 20." in shown(view.blocks)
    assert newsroom.room.click_view("lee", view.id, "home_on").acked
    until(newsroom, lambda told: "page 2 of 20" in told)
    assert "You have 200 watches" in ask(newsroom, "watch one more thing", "lee").text
    assert "These are 191 to 200" in ask(newsroom, "watch page:20", "lee").text


def set_watch(newsroom: Newsroom, lee: str, number: int) -> None:
    """Set one of many watches of Lee's, told directly."""
    desk, direct = newsroom.bot.desk, newsroom.room.open_dm("lee")
    workspace = newsroom.bot.workspace
    watch = Watch(
        f"W-{number}",
        workspace,
        newsroom.world,
        lee,
        WatchKind.WORDS,
        f"sluice {number}",
        desk.clock(),
        direct=direct,
    )
    assert desk.watches.set(desk.viewer(workspace, newsroom.world), watch, f"many:{number}")


def test_sixty_channels_stand_there_with_how_they_are_set(newsroom: Newsroom) -> None:
    for number in range(60):
        newsroom.room.invite_bot(newsroom.room.add_channel(f"desk-{number}", members=["lee"]))
    other = newsroom.room.add_channel("elsewhere", members=["lee"])  # the bot is not in it
    ask(newsroom, "settings replies react", "lee")
    ask(newsroom, "settings zone Asia/Tokyo", "lee")

    view = home(newsroom)
    listed = {one["channel_id"] for one in elements(view, "channel")}

    assert len(listed) == 61
    assert newsroom.world in listed
    assert newsroom.lab not in listed  # Lee is not in it
    assert other not in listed
    assert "replies react" in shown(view.blocks)
    assert "(Asia/Tokyo)" in shown(view.blocks)
    assert len(elements(view, "date")) == 61
    assert len(view.blocks) <= HOME_BLOCKS


def test_my_mark_stands_there_when_the_article_has_changed(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    claim = first_id(ask(newsroom, "find flooded Velmora").text)
    ask(newsroom, f"status {claim} disputed", "lee")
    assert "no article that you marked" in shown(home(newsroom).blocks)

    changed = FLOOD.replace("120 houses", "130 houses")
    newsroom.site.publish("/flood", a_page("Courier", "2026-03-03", "Flood kills 14", changed))
    newsroom.paste("flood")
    newsroom.settle()

    told = shown(home(newsroom).blocks)
    assert "marked disputed by you" in told
    assert "“At least 14 people were killed" in told
    assert "marked disputed" not in shown(home(newsroom, "dana").blocks)


def test_what_was_announced_in_a_watched_story_stands_there(newsroom: Newsroom) -> None:
    day = newsroom.clock() + timedelta(days=2)
    text = TOLL.replace("More rain is expected on Friday", f"More rain is expected on {day:%A}")
    today = f"{newsroom.clock():%Y-%m-%d}"
    page = a_page("Herald", today, "Flood toll at 41", text)
    newsroom.reaction(newsroom.paste(newsroom.site.publish("/today", page)))
    claim = first_id(ask(newsroom, "find more rain").text)
    assert "Nothing that was announced" in shown(home(newsroom).blocks)

    ask(newsroom, f"watch {claim}", "lee")

    assert "More rain is expected" in shown(home(newsroom).blocks)


def test_nothing_of_a_private_channel_stands_in_anybodys_tab(newsroom: Newsroom) -> None:
    desk = a_private_desk(newsroom)
    newsroom.reaction(newsroom.paste("flood", channel=desk), desk)
    claim = first_id(ask(newsroom, "find flooded", "lee", desk).text)
    ask(newsroom, f"watch {claim}", "lee", desk)
    ask(newsroom, "watch by:ministry", "lee", desk)
    ask(newsroom, f"status {claim} disputed", "lee", desk)
    changed = FLOOD.replace("120 houses", "130 houses")
    newsroom.site.publish("/flood", a_page("Courier", "2026-03-03", "Flood kills 14", changed))
    newsroom.paste("flood", channel=desk)
    newsroom.settle()

    for person in ("lee", "dana"):
        told = json.dumps(home(newsroom, person).payload, ensure_ascii=False)
        assert not [word for word in ("Velmora", "ministry", claim, "Courier") if word in told]
    assert "You watch nothing yet" in shown(home(newsroom).blocks)


def test_a_name_given_to_a_story_in_private_is_not_in_the_tab(newsroom: Newsroom) -> None:
    claims = the_flood(newsroom)
    ask(newsroom, f"watch {claims[0]}", "lee")
    desk = a_private_desk(newsroom)
    form = opened(newsroom, ask(newsroom, f"story {claims[0]}", channel=desk), "story_name")
    assert newsroom.room.submit("dana", form.id, {"naming_story_name": "Sluice leak"}).acked
    newsroom.settle()

    told = shown(home(newsroom).blocks)

    assert "Velmora: killed" in told
    assert "Sluice" not in told


def test_a_guest_is_shown_his_own_and_nothing_of_the_newsrooms(newsroom: Newsroom) -> None:
    newsroom.room.add_person("gus", guest=True)
    shared = newsroom.room.add_channel("shared", members=["dana", "gus"])
    newsroom.room.invite_bot(shared)
    the_flood(newsroom)

    view = home(newsroom, "gus")

    assert {one["channel_id"] for one in elements(view, "channel")} == {shared}
    assert "Velmora" not in json.dumps(view.payload)


def test_the_messages_tab_publishes_nothing(newsroom: Newsroom) -> None:
    newsroom.room.post("lee", newsroom.room.open_dm("lee"), "help")
    newsroom.settle()

    assert published(newsroom) == []
