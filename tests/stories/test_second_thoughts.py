"""A reporter edits or deletes what was pasted, or says that a match is wrong."""

from tests.stories.newsroom import PATIENCE, Newsroom


def test_an_edit_to_another_link_puts_the_reply_right(newsroom: Newsroom) -> None:
    newsroom.paste("flood")
    ts = newsroom.paste("toll")
    newsroom.reply(ts)

    newsroom.room.edit(newsroom.world, ts, f"rather {newsroom.news['chess']}")

    newsroom.room.wait_for(lambda: not newsroom.replies(ts), PATIENCE)
    assert newsroom.reaction(ts) == "memo"


def test_an_edit_that_adds_a_link_brings_the_reply(newsroom: Newsroom) -> None:
    newsroom.paste("flood")
    ts = newsroom.paste("chess")
    newsroom.reaction(ts)

    both = f"{newsroom.news['chess']} and {newsroom.news['toll']}"
    newsroom.room.edit(newsroom.world, ts, both)

    assert "41" in newsroom.reply(ts).text
    assert newsroom.site.asked == ["/flood", "/chess", "/toll"]


def test_an_edit_of_other_words_changes_nothing(newsroom: Newsroom) -> None:
    newsroom.paste("flood")
    ts = newsroom.paste("toll")
    before = newsroom.reply(ts)

    newsroom.room.edit(newsroom.world, ts, f"Please look: {newsroom.news['toll']}")

    newsroom.settle()
    assert newsroom.replies(ts) == (before,)
    assert newsroom.site.asked == ["/flood", "/toll"]


def test_a_deleted_message_takes_our_reply_and_its_claims_with_it(newsroom: Newsroom) -> None:
    newsroom.paste("flood")
    ts = newsroom.paste("toll")
    newsroom.reply(ts)

    newsroom.room.delete(newsroom.world, ts)

    newsroom.room.wait_for(lambda: not newsroom.replies(ts), PATIENCE)
    assert newsroom.ask("why").startswith("Read Courier")
    newsroom.reaction(newsroom.paste("flood", channel=newsroom.lab), newsroom.lab)


def test_a_deleted_message_leaves_what_another_message_brought_too(newsroom: Newsroom) -> None:
    first = newsroom.paste("flood")
    newsroom.reaction(newsroom.paste("flood"))

    newsroom.room.delete(newsroom.world, first)

    newsroom.settle()
    assert "14" in newsroom.reply(newsroom.paste("toll")).text


def test_a_message_deleted_before_it_was_read_gets_no_reply(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    newsroom.room.fail("conversations.info", slow=0.5)
    ts = newsroom.paste("toll", channel=newsroom.lab)
    newsroom.room.delete(newsroom.lab, ts)

    newsroom.settle()
    assert newsroom.replies(ts, newsroom.lab) == ()
    assert newsroom.ask("why", newsroom.lab).startswith("I have read nothing")
