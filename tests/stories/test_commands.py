"""A reporter types /claim."""

import re

from tests.stories.newsroom import PATIENCE, Newsroom

ID = re.compile(r"C-[2-9A-Z]{5}")


def an_id(newsroom: Newsroom) -> str:
    """Return the id of some claim that /claim why shows in #world."""
    newsroom.ask("why")
    found = ID.findall(str(newsroom.room.ephemerals("dana", newsroom.world)[-1].blocks))
    return str(found[0])


def test_a_link_is_read_recorded_and_answered_to_the_one_who_asked(newsroom: Newsroom) -> None:
    assert newsroom.ask(newsroom.news["flood"]).startswith("Read Courier, 3 Mar 2026")

    answer = newsroom.ask(newsroom.news["toll"])

    assert "41" in answer
    assert "14" in answer
    assert newsroom.room.messages(newsroom.world)[1:] == ()
    assert newsroom.room.ephemerals("lee", newsroom.world) == ()


def test_typed_words_are_recorded_in_their_channel_alone(newsroom: Newsroom) -> None:
    words = "The Interior Ministry said 19 people were killed in the flood in Velmora."

    assert newsroom.ask(f"add {words}").startswith("Read typed text")

    assert "19" in newsroom.reply(newsroom.paste("toll")).text
    lab = newsroom.paste("toll", channel=newsroom.lab)
    newsroom.settle()
    assert all("19" not in reply.text for reply in newsroom.replies(lab, newsroom.lab))


def test_a_claim_is_shown_by_its_id_however_it_is_typed(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    claim = an_id(newsroom)

    assert newsroom.ask(f"show [{claim.lower()}]").startswith(
        f"{claim}: Interior Ministry, Courier, "
    )


def test_a_hidden_id_answers_as_a_missing_one(newsroom: Newsroom) -> None:
    newsroom.room.make_private(newsroom.world)
    newsroom.reaction(newsroom.agree("flood", channel=newsroom.world))
    claim = an_id(newsroom)

    hidden = newsroom.ask(f"show {claim}", newsroom.lab)

    assert hidden == newsroom.ask("show C-99999", newsroom.lab)
    assert newsroom.ask(f"why {claim}", newsroom.lab) == hidden


def test_why_tells_what_was_read_of_an_id_a_link_or_the_newest(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    claim = an_id(newsroom)
    newsroom.reaction(newsroom.paste("chess"))

    assert newsroom.ask("why").startswith("Read Gazette")
    assert newsroom.ask(f"why {claim}").startswith("Read Courier")
    assert newsroom.ask(f"why {newsroom.news['flood']}").startswith("Read Courier")
    assert newsroom.ask(f"why {newsroom.news['toll']}").startswith("I have not read that here")


def test_what_lacks_its_object_says_how_it_is_used(newsroom: Newsroom) -> None:
    assert "/claim show C-7KQ2" in newsroom.ask("show")
    assert "/claim https" not in newsroom.ask("https://")


def test_help_lists_the_verbs_at_once(newsroom: Newsroom) -> None:
    answered = newsroom.room.command("dana", newsroom.world, "/claim", "")

    assert "/claim show" in answered.text


def test_an_unknown_word_is_not_recorded_and_its_offers_work(newsroom: Newsroom) -> None:
    room, world = newsroom.room, newsroom.world
    offered = room.command("dana", world, "/claim", "ad The mayor said 300 houses were lost.")
    assert "Did you mean /claim add?" in offered.text
    assert newsroom.ask("why").startswith("I have read nothing")

    message = room.ephemerals("dana", world)[0]
    assert room.click("dana", world, message.ts, "offer_run").acked

    assert newsroom.whispers(3)[2].startswith("Read typed text")
    assert room.click("dana", world, message.ts, "offer_help").acked
    assert "/claim show" in newsroom.whispers(4)[3]


def test_trouble_with_a_link_is_the_answer(newsroom: Newsroom) -> None:
    assert "no such page" in newsroom.ask(newsroom.news["gone"])


def test_where_the_bot_is_no_member_it_answers_and_says_how_to_invite_it(
    newsroom: Newsroom,
) -> None:
    room = newsroom.room
    secret = room.add_channel("secret", private=True, members=["dana"])

    answer = newsroom.ask(newsroom.news["flood"], secret)

    assert answer.startswith("Read Courier")
    assert "/invite" in answer
    newsroom.settle()
    assert newsroom.ask("why").startswith("I have read nothing")
    assert room.wait_for(lambda: room.messages(secret) == (), PATIENCE)
