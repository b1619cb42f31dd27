"""A link in a private channel is asked about first; in a sensitive one it is never opened."""

import pytest

from tests.stories.newsroom import PATIENCE, Newsroom
from tests.stories.pages import FLOOD


@pytest.fixture
def desk(newsroom: Newsroom) -> str:
    """Give a private channel with Dana and Lee and the bot in it."""
    desk = newsroom.room.add_channel("desk", private=True, members=["dana", "lee"])
    newsroom.room.invite_bot(desk)
    return desk


def press(newsroom: Newsroom, channel: str, action: str) -> None:
    asked = newsroom.room.ephemerals("dana", channel)[-1]
    assert newsroom.room.click("dana", channel, asked.ts, action).acked


def test_whoever_pasted_is_asked_alone_and_nothing_is_fetched(
    newsroom: Newsroom, desk: str
) -> None:
    newsroom.paste("flood", channel=desk)

    (asked,) = newsroom.whispers(channel=desk)
    assert asked.startswith("Read it? Fetching tells the site that somebody looks")
    newsroom.settle()
    assert newsroom.site.asked == []
    assert newsroom.room.ephemerals("lee", desk) == ()


def test_the_question_says_what_was_understood_of_an_embargo(
    newsroom: Newsroom, desk: str
) -> None:
    text = f"look: {newsroom.news['flood']} embargo until 6 Mar 2099 9:00"
    newsroom.room.post("dana", desk, text)

    (asked,) = newsroom.whispers(channel=desk)
    assert "under embargo until Fri 6 Mar 2099, 09:\u206000 (UTC)" in asked


def test_a_link_that_was_agreed_to_is_read_as_if_it_were_pasted_now(
    newsroom: Newsroom, desk: str
) -> None:
    newsroom.reaction(newsroom.agree("flood", channel=desk), desk)
    assert newsroom.room.ephemerals("dana", desk) == ()

    ts = newsroom.agree("toll", channel=desk)

    assert "14" in newsroom.reply(ts, desk).text
    newsroom.settle()
    assert newsroom.site.asked == ["/flood", "/toll"]


def test_not_now_takes_the_question_away_and_reads_nothing(newsroom: Newsroom, desk: str) -> None:
    newsroom.paste("flood", channel=desk)
    newsroom.whispers(channel=desk)

    press(newsroom, desk, "permission_later")

    newsroom.settle()
    assert newsroom.room.ephemerals("dana", desk) == ()
    assert newsroom.site.asked == []


def test_always_here_reads_it_and_never_asks_again(newsroom: Newsroom, desk: str) -> None:
    newsroom.paste("flood", channel=desk)
    newsroom.whispers(channel=desk)
    press(newsroom, desk, "permission_always")

    assert "14" in newsroom.reply(newsroom.paste("toll", channel=desk), desk).text
    assert "replies differences" in newsroom.ask("settings show", desk)


def test_an_edit_of_other_words_asks_no_second_time_and_a_new_link_does(
    newsroom: Newsroom, desk: str
) -> None:
    ts = newsroom.paste("flood", channel=desk)
    newsroom.whispers(channel=desk)

    newsroom.room.edit(desk, ts, f"please look: {newsroom.news['flood']}")
    newsroom.settle()
    assert len(newsroom.room.ephemerals("dana", desk)) == 1

    newsroom.room.edit(desk, ts, f"and {newsroom.news['flood']} {newsroom.news['toll']}")
    assert "Read these 2?" in newsroom.whispers(2, channel=desk)[-1]


def test_what_was_deleted_before_it_was_agreed_to_is_not_read(
    newsroom: Newsroom, desk: str
) -> None:
    ts = newsroom.paste("flood", channel=desk)
    newsroom.whispers(channel=desk)
    newsroom.room.delete(desk, ts)
    newsroom.settle()

    press(newsroom, desk, "permission_read")

    newsroom.settle()
    assert newsroom.site.asked == []


def test_a_command_is_a_wish_of_its_own_and_is_not_asked_about(
    newsroom: Newsroom, desk: str
) -> None:
    assert newsroom.ask(newsroom.news["flood"], desk).startswith("Read Courier")


def test_in_a_sensitive_channel_no_link_is_opened_and_the_text_can_be_pasted(
    newsroom: Newsroom,
) -> None:
    newsroom.ask("settings sensitive on")
    newsroom.paste("flood")
    newsroom.room.wait_for(
        lambda: (
            "Paste the text" in str(newsroom.room.ephemerals("dana", newsroom.world)[-1].blocks)
        ),
        PATIENCE,
    )

    press(newsroom, newsroom.world, "permission_paste")
    view = newsroom.room.view("dana")
    seen = len(newsroom.room.ephemerals("dana", newsroom.world))
    assert newsroom.room.submit("dana", view.id, {"adding_text": FLOOD}).acked

    newsroom.whispers(seen + 1)
    newsroom.settle()
    assert "Read typed text" in str(newsroom.room.ephemerals("dana", newsroom.world)[-1].blocks)
    assert newsroom.site.asked == []


def test_notifications_of_a_sensitive_channel_name_nobody(newsroom: Newsroom) -> None:
    newsroom.paste("flood")
    reply = newsroom.reply(newsroom.paste("toll"))
    assert "Herald" in reply.text
    newsroom.ask("settings sensitive on")

    newsroom.ask("why")

    newsroom.settle()
    told = newsroom.room.ephemerals("dana", newsroom.world)[-1]
    assert "Courier" in str(told.blocks) or "Herald" in str(told.blocks)
    assert not [word for word in ("Courier", "Herald", "Velmora", "14") if word in told.text]
