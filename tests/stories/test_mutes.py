"""A channel that wants to hear no more of a story, and a newsroom that published it itself."""

from datetime import timedelta

from tests.stories.judging import a_reply, details, done, pair_of, undo, wrong
from tests.stories.newsroom import PATIENCE, Newsroom
from tests.stories.pages import TOLL, a_page


def a_third(newsroom: Newsroom) -> str:
    """Publish one more article on the flood, paste it, and return the message's ts."""
    text = TOLL.replace("At least 41", "At least 47").replace("Wednesday", "Thursday")
    page = a_page("Gazette", "2026-03-05", "Flood toll at 47", text)
    return newsroom.paste(newsroom.site.publish("/third", page))


def mute(newsroom: Newsroom, long: str) -> str:
    """Mute the story of a reply there and return the id of the claim that was named."""
    reply = a_reply(newsroom)
    _, earlier = pair_of(details(newsroom, reply))
    form = wrong(newsroom, reply, "mute_story", earlier)
    assert newsroom.room.submit("dana", form.id, {"muting_long": long}).acked
    return earlier


def test_a_muted_story_gets_no_reply_there_until_the_time_is_over(newsroom: Newsroom) -> None:
    claim = mute(newsroom, "1")
    assert done(newsroom).text == (
        f"Done: The story of {claim} gets no reply in this channel for a day. "
        "Undo works for 10 minutes."
    )

    ts = a_third(newsroom)
    assert newsroom.reaction(ts) == "memo"
    newsroom.settle()
    assert newsroom.replies(ts) == ()
    assert newsroom.ask("why").endswith(
        "This channel has muted its story, so there is no reply here."
    )

    newsroom.later(timedelta(days=1, minutes=1))
    text = TOLL.replace("At least 41", "At least 52").replace("Wednesday", "Friday")
    page = a_page("Gazette", "2026-03-06", "Flood toll at 52", text)
    assert "52" in newsroom.reply(newsroom.paste(newsroom.site.publish("/fourth", page))).text


def test_another_channel_hears_of_it_all_the_same(newsroom: Newsroom) -> None:
    mute(newsroom, "0")
    done(newsroom)

    ts = newsroom.paste("toll", channel=newsroom.lab)

    assert "41" in newsroom.reply(ts, newsroom.lab).text


def test_the_reply_that_stands_already_stays(newsroom: Newsroom) -> None:
    mute(newsroom, "7")
    message = done(newsroom)

    newsroom.settle()

    assert len([m for m in newsroom.room.messages(newsroom.world) if m.is_bot]) == 0
    threads = [m.ts for m in newsroom.room.messages(newsroom.world)]
    assert sum(len(newsroom.replies(ts)) for ts in threads) == 1
    assert undo(newsroom, message).startswith("Undone")
    assert "47" in newsroom.reply(a_third(newsroom)).text


def test_a_story_can_be_heard_again(newsroom: Newsroom) -> None:
    claim = mute(newsroom, "0")
    done(newsroom)
    threads = [m.ts for m in newsroom.room.messages(newsroom.world)]
    reply = next(reply for ts in threads for reply in newsroom.replies(ts))

    form = wrong(newsroom, reply, "mute_story", claim)
    assert newsroom.room.submit("dana", form.id, {"muting_long": "again"}).acked

    told = f"Undone: the story of {claim} is heard here again."
    newsroom.room.wait_for(
        lambda: any(m.text == told for m in newsroom.room.ephemerals("dana", newsroom.world)),
        PATIENCE,
    )
    form = wrong(newsroom, reply, "mute_story", claim)
    errors = newsroom.room.submit("dana", form.id, {"muting_long": "again"}).errors
    assert errors == {"muting_long": "That story was not muted here."}
    assert "47" in newsroom.reply(a_third(newsroom)).text


def test_what_we_published_ourselves_leads_the_reply(newsroom: Newsroom) -> None:
    newsroom.ask("settings outlets Courier")

    reply = a_reply(newsroom)

    assert reply.text.startswith("We published: “At least 14 people were killed")
    assert "(Courier, 3 Mar 2026). Herald, 4 Mar 2026: " in reply.text
