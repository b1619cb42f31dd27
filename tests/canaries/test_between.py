"""What happens between two looks: while a page is read, while a letter waits, and told twice."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.claims.model import Article, Reading
from bot.claims.think import think
from bot.desk.stopped import put_right
from bot.newsroom.edit import Edit, Facet
from bot.newsroom.status import Mark, Status
from bot.slackroom.seen import Change
from bot.worker import Worker
from tests.canaries.asking import press, say
from tests.canaries.machine import Newsroom
from tests.canaries.oracle import Canary
from tests.making import a_claim

HOUR = timedelta(hours=1)


@pytest.fixture
def canary(newsroom: Newsroom) -> Canary:
    """Return an article that stands in #world."""
    world = newsroom.named["world"]
    every = newsroom.oracle.canaries.values()
    return next(one for one in every if one.records[0].place == world)


def stands(newsroom: Newsroom, word: str) -> bool:
    """Tell whether a word stands in a post of ours in #world, or under one."""
    room, world = newsroom.room, newsroom.named["world"]
    threads = [room.messages(world, one.ts) for one in room.messages(world)]
    return any(word in str(one.blocks).lower() for many in threads for one in many if one.is_bot)


def back_after_an_hour(newsroom: Newsroom) -> None:
    """Let the workspace have taken the bot away, and install it again; hours go by."""
    newsroom.clock.forward(HOUR)
    newsroom.bot.desk.forgetting.come_back(newsroom.room.team_id)
    for _ in range(3):
        newsroom.clock.forward(2 * HOUR)
        put_right(newsroom.bot.desk)
        newsroom.bot.settle()


def test_what_was_to_be_redacted_is_once_the_bot_is_installed_again(
    newsroom: Newsroom, canary: Canary
) -> None:
    room, claim = newsroom.room, canary.records[0].ids[0]
    say(newsroom, "world", f"show {claim}")
    press(newsroom, "world", "answer_share")
    assert stands(newsroom, canary.word)
    for method in ("chat.update", "chat.delete"):
        room.fail(method, times=9, retry_after="30")
    say(newsroom, "world", f"forget {canary.link}")
    press(newsroom, "world", "forget_yes")
    newsroom.bot.desk.forgetting.leave(room.team_id, newsroom.clock())
    room.state.script.clear()

    back_after_an_hour(newsroom)

    assert not stands(newsroom, canary.word)


def test_a_reply_that_was_being_sent_when_the_bot_was_taken_away_goes_with_its_message(
    newsroom: Newsroom,
) -> None:
    room, world = newsroom.room, newsroom.named["world"]
    page = newsroom.a_page()
    ts = room.post("dana", world, page.link)

    def taken_away(change: Change) -> None:
        if change.kind == "message" and change.ts > ts:
            newsroom.bot.desk.forgetting.leave(room.team_id, newsroom.clock())

    room.subscribe(taken_away)
    newsroom.bot.settle()
    assert stands(newsroom, page.word)
    newsroom.bot.desk.forgetting.come_back(room.team_id)

    room.delete(world, ts)
    newsroom.bot.settle()
    back_after_an_hour(newsroom)

    assert not stands(newsroom, page.word)


def test_a_channel_keeps_its_settings_when_slack_tells_twice_that_it_has_another_id(
    newsroom: Newsroom,
) -> None:
    room, places = newsroom.room, newsroom.bot.desk.archive
    old = newsroom.named["world"]
    before = replace(places.channel(room.team_id, old), sensitive=True, retention=30, bots=("B1",))
    places.keep_channel(before)
    say(newsroom, "lab", "settings channels #world")
    new = room.change_id(old)
    told = list(newsroom.bot.hand.waiting)
    newsroom.bot.settle()

    newsroom.bot.hand.waiting += told
    newsroom.bot.settle()

    assert places.channel(room.team_id, new) == replace(before, id=new)
    assert newsroom.bot.desk.places.workspace(room.team_id).allowed == (new,)


def test_words_that_were_tracked_go_with_their_message(newsroom: Newsroom) -> None:
    room, world, desk = newsroom.room, newsroom.named["world"], newsroom.bot.desk

    def read(article: Article) -> Reading:
        said = a_claim("C-TTTTT", quote=article.text, start=0, end=len(article.text))
        return Reading(article, (said,))

    newsroom.bot.worker = Worker(replace(desk, read=read, think=think))
    ts = room.post("lee", world, "police said eleven people were killed")
    newsroom.bot.settle()
    room.shortcut("dana", world, ts, "track_claim")
    room.submit("dana", room.view("dana").id, {})
    newsroom.bot.settle()
    viewer = desk.viewer(room.team_id, world)
    assert desk.archive.claim(viewer, "C-TTTTT")

    room.delete(world, ts)
    newsroom.bot.settle()

    assert desk.archive.claim(viewer, "C-TTTTT") is None


def held(newsroom: Newsroom, _claim: str) -> None:
    say(newsroom, "lab", "settings hold on")


def marked(newsroom: Newsroom, claim: str) -> None:
    desk, world = newsroom.bot.desk, newsroom.named["world"]
    viewer = desk.viewer(newsroom.room.team_id, world)
    who = newsroom.id_of("lee")
    mark = Status(claim, Mark.DISPUTED, who, newsroom.clock(), "the mayor denies it", "")
    desk.judgements.mark(viewer, mark, "a mark")


@pytest.mark.parametrize("happens", [held, marked])
def test_nothing_goes_that_may_not_any_more_when_the_new_page_has_been_read(
    newsroom: Newsroom, canary: Canary, happens: Callable[[Newsroom, str], None]
) -> None:
    world, claim = newsroom.named["world"], canary.records[0].ids[0]
    page, pages = newsroom.a_page(), newsroom.bot.pages

    def fetch(link: str) -> Article:
        happens(newsroom, claim) if link == page.link else None
        return pages[link]

    desk = newsroom.bot.desk
    newsroom.bot.worker = Worker(replace(desk, fetch=fetch, read=newsroom.reads, think=think))
    newsroom.room.edit(world, canary.records[0].ts, page.link)
    newsroom.bot.settle()
    newsroom.clock.forward(timedelta(minutes=1))
    newsroom.bot.settle()

    assert desk.archive.claim(desk.viewer(newsroom.room.team_id, world), claim)


def test_what_somebody_said_is_forgotten_by_the_name_that_a_person_gave_him(
    newsroom: Newsroom, canary: Canary
) -> None:
    desk, claim = newsroom.bot.desk, canary.records[0].ids[0]
    viewer = desk.viewer(newsroom.room.team_id, newsroom.named["world"])
    dana, now = newsroom.id_of("dana"), newsroom.clock()
    edit = Edit(claim, Facet.CLAIMANT, "ministry", "Lena Orsk", dana, now)
    desk.judgements.edit(viewer, [edit], "an edit")

    say(newsroom, "world", "forget by:Orsk")
    press(newsroom, "world", "forget_yes")

    assert desk.archive.claim(viewer, claim) is None


def test_a_table_goes_though_its_channel_was_deleted(newsroom: Newsroom) -> None:
    say(newsroom, "world", "export flood")
    press(newsroom, "world", "export_csv")
    assert any("flood" in str(one.content) for one in newsroom.room.files)

    newsroom.room.delete_channel(newsroom.named["world"])
    newsroom.bot.settle()

    assert not newsroom.room.files
