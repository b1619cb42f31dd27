"""A reporter pastes links."""

from threading import Event

import pytest

from tests.stories.newsroom import Newsroom
from tests.stories.pages import TOLL, a_page


def test_the_first_article_gets_one_reaction_and_no_reply(newsroom: Newsroom) -> None:
    ts = newsroom.paste("flood")

    assert newsroom.reaction(ts) == "memo"
    newsroom.settle()
    assert newsroom.replies(ts) == ()


def test_a_second_article_that_differs_gets_one_reply_in_its_thread(newsroom: Newsroom) -> None:
    newsroom.paste("flood")
    ts = newsroom.paste("toll")

    reply = newsroom.reply(ts)
    assert "41" in reply.text
    assert "14" in reply.text
    assert (reply.unfurl_links, reply.unfurl_media) == ("false", "false")
    newsroom.settle()
    assert len(newsroom.replies(ts)) == 1
    assert newsroom.room.message(newsroom.world, ts).reactions == ()


def test_an_article_on_something_else_gets_no_reply(newsroom: Newsroom) -> None:
    newsroom.paste("flood")
    ts = newsroom.paste("chess")

    assert newsroom.reaction(ts) == "memo"


def test_a_link_pasted_in_a_thread_is_answered_in_that_thread(newsroom: Newsroom) -> None:
    parent = newsroom.paste("flood")
    newsroom.paste("toll", thread=parent)

    assert "41" in newsroom.reply(parent).text


def test_a_page_that_comes_slowly_holds_up_no_other_channel(newsroom: Newsroom) -> None:
    held = newsroom.site.held["/flood"] = Event()

    slow = newsroom.paste("flood", channel=newsroom.lab)
    assert newsroom.reaction(newsroom.paste("chess")) == "memo"
    assert newsroom.room.message(newsroom.lab, slow).reactions == ()

    held.set()
    assert newsroom.reaction(slow, newsroom.lab) == "memo"


def test_direct_messages_with_the_bot_are_read_too(newsroom: Newsroom) -> None:
    dm = newsroom.room.open_dm("dana")

    ts = newsroom.paste("flood", "toll", channel=dm)

    assert "41" in newsroom.reply(ts, dm).text


def test_the_same_text_in_the_same_thread_is_met_with_silence(newsroom: Newsroom) -> None:
    newsroom.paste("flood")
    ts = newsroom.paste("toll")
    newsroom.reply(ts)

    again = newsroom.paste("toll", thread=ts)

    newsroom.settle()
    assert len(newsroom.replies(ts)) == 1
    assert newsroom.room.message(newsroom.world, again).reactions == ()


def test_the_same_text_in_another_thread_is_answered_there_and_kept_once(
    newsroom: Newsroom,
) -> None:
    newsroom.paste("flood")
    newsroom.reply(newsroom.paste("toll"))

    ts = newsroom.paste("toll")

    assert "41" in newsroom.reply(ts).text
    newsroom.settle()
    assert "repeats" not in newsroom.ask("why")


def test_another_channel_gets_its_own_reply(newsroom: Newsroom) -> None:
    newsroom.paste("flood")
    newsroom.reply(newsroom.paste("toll"))

    ts = newsroom.paste("toll", channel=newsroom.lab)

    assert "14" in newsroom.reply(ts, newsroom.lab).text


def test_a_changed_text_of_the_same_link_is_a_new_version_and_tells_what_changed(
    newsroom: Newsroom,
) -> None:
    newsroom.reaction(newsroom.paste("toll"))
    changed = TOLL.replace("At least 41 people", "At least 57 people")
    newsroom.site.publish("/toll", a_page("Herald", "2026-03-04", "Flood toll at 57", changed))

    reply = newsroom.reply(newsroom.paste("toll"))

    assert "57" in reply.text
    assert "41" in reply.text
    assert "230" not in reply.text


def test_a_message_with_several_links_gets_one_reply(newsroom: Newsroom) -> None:
    ts = newsroom.paste("flood", "chess", "toll")

    assert "41" in newsroom.reply(ts).text
    newsroom.settle()
    assert len(newsroom.replies(ts)) == 1
    assert newsroom.site.asked == ["/flood", "/chess", "/toll"]


def test_of_ten_links_five_are_read_and_the_rest_is_counted_for_the_one_who_pasted(
    newsroom: Newsroom,
) -> None:
    pages = [
        newsroom.site.publish(
            f"/{n}", a_page("Herald", "2026-03-04", f"Day {n}", TOLL.replace("41", str(41 + n)))
        )
        for n in range(10)
    ]

    ts = newsroom.paste(*pages)

    (told,) = newsroom.whispers()
    assert "5 links were not opened" in told
    newsroom.settle()
    assert newsroom.site.asked == [f"/{n}" for n in range(5)]
    assert len(newsroom.replies(ts)) <= 1
    assert newsroom.room.ephemerals("lee", newsroom.world) == ()


def test_the_same_link_twice_in_a_message_is_read_once(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood", f"{newsroom.news['flood']}?utm_source=mail"))

    assert newsroom.site.asked == ["/flood"]


def test_the_same_link_in_two_messages_at_once_is_one_reading(newsroom: Newsroom) -> None:
    first, second = newsroom.paste("flood"), newsroom.paste("flood")

    assert newsroom.reaction(first) == newsroom.reaction(second) == "memo"
    newsroom.reply(newsroom.paste("toll"))
    assert newsroom.ask("why").count("Read Herald") == 1


def test_a_redelivered_event_adds_nothing(newsroom: Newsroom) -> None:
    newsroom.paste("flood")
    ts = newsroom.paste("toll")
    newsroom.reply(ts)

    newsroom.room.redeliver(newsroom.room.attempts[-1].event_id)

    newsroom.settle()
    assert len(newsroom.replies(ts)) == 1
    assert newsroom.site.asked == ["/flood", "/toll"]


def test_a_preview_that_slack_puts_under_the_link_adds_nothing(newsroom: Newsroom) -> None:
    ts = newsroom.paste("flood")
    newsroom.reaction(ts)

    newsroom.room.unfurl(newsroom.world, ts, [{"from_url": newsroom.news["flood"], "id": 1}])

    newsroom.settle()
    assert newsroom.site.asked == ["/flood"]


def test_another_bots_links_are_not_read(newsroom: Newsroom) -> None:
    newsroom.room.bot_post("newswire", newsroom.world, f"<{newsroom.news['flood']}>")

    newsroom.settle()
    assert newsroom.site.asked == []


TROUBLES = [
    pytest.param("gone", "no such page", id="404"),
    pytest.param("film", "not a page of text", id="a film"),
    pytest.param("wall", "no article text", id="a paywall"),
    pytest.param("german", "English", id="another language"),
    pytest.param("https://docs.google.com/document/d/1", "not a published", id="an editor"),
    pytest.param("http://127.0.0.1:9/", "", id="an address inside"),
]


@pytest.mark.parametrize(("link", "expected"), TROUBLES)
def test_trouble_is_told_to_the_one_who_pasted_alone_and_nothing_is_kept(
    newsroom: Newsroom, link: str, expected: str
) -> None:
    ts = newsroom.paste(link)

    (told,) = newsroom.whispers()
    assert expected in told
    assert len(told.split("\n")) == 1
    newsroom.settle()
    assert newsroom.room.ephemerals("lee", newsroom.world) == ()
    assert newsroom.room.message(newsroom.world, ts).reactions == ()
    assert newsroom.ask("why").startswith("I have read nothing in this channel yet")


def test_one_broken_link_does_not_stop_the_others(newsroom: Newsroom) -> None:
    ts = newsroom.paste("gone", "flood")

    (told,) = newsroom.whispers()
    assert told.startswith(newsroom.news["gone"].replace(":", ":\u2060", 1)[:10])
    assert newsroom.reaction(ts) == "memo"


def test_trouble_in_a_thread_is_told_in_that_thread(newsroom: Newsroom) -> None:
    parent = newsroom.room.post("lee", newsroom.world, "anything on this?")

    newsroom.paste("gone", thread=parent)

    newsroom.whispers()
    (told,) = newsroom.room.ephemerals("dana", newsroom.world)
    assert told.thread_ts == parent
