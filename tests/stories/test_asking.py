"""A reporter searches, compares, turns the page, shares, and asks by a mention or a message."""

from tests.stories.newsroom import PATIENCE, Newsroom
from tests.stories.test_commands import ID, an_id


def seen(newsroom: Newsroom, channel: str = "") -> str:
    """Return the blocks of what Dana was told last, as text."""
    return str(newsroom.room.ephemerals("dana", channel or newsroom.world)[-1].blocks)


def press(newsroom: Newsroom, action: str) -> None:
    last = newsroom.room.ephemerals("dana", newsroom.world)[-1]
    assert newsroom.room.click("dana", newsroom.world, last.ts, action).acked


def test_claims_are_found_by_their_words_whatever_their_endings(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    newsroom.reaction(newsroom.paste("chess"))

    answer = newsroom.ask("find floods kills")

    assert "newest first" in answer
    assert "14" in answer
    assert "chess" not in answer.lower()


def test_filters_narrow_a_search(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))

    assert "14" in newsroom.ask("find by:ministry")
    assert "14" in newsroom.ask('find flood outlet:courier by:"interior ministry"')
    assert newsroom.ask("find flood outlet:gazette").startswith("No claim here has all")
    assert newsroom.ask("find flood since:2026-03-04").startswith("No claim here has all")
    assert "14" in newsroom.ask("find flood since:2026-03-01 status:unverified")
    assert newsroom.ask("find flood status:false").startswith("No claim here has all")


def test_a_search_that_cannot_be_read_says_how_it_is_written(newsroom: Newsroom) -> None:
    assert "/claim find toll" in newsroom.ask("find")
    assert "7d, " in newsroom.ask("find flood since:soon")


def test_an_answer_can_be_shared_and_what_went_wrong_cannot(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))

    newsroom.ask("find flood")
    assert "answer_share" in seen(newsroom)
    for wrong in ("find", "find flood since:soon", "show C-00000", "compare", "fnd flood"):
        newsroom.ask(wrong)
        assert "answer_share" not in seen(newsroom)


def test_a_search_finds_nothing_of_a_private_channel_elsewhere(newsroom: Newsroom) -> None:
    newsroom.ask("add The Interior Ministry said 19 people were killed in the Velmora flood.")

    assert "19" in newsroom.ask("find velmora")
    assert newsroom.ask("find velmora", newsroom.lab).startswith("No claim here has all")


def test_a_long_list_is_turned_page_by_page_in_its_place(newsroom: Newsroom) -> None:
    for toll in range(11, 18):
        newsroom.ask(f"add The Interior Ministry said {toll} people were killed in Velmora.")

    assert newsroom.ask("find velmora killed").startswith("Claims 1 to 5, newest first, more")
    before = len(newsroom.room.ephemerals("dana", newsroom.world))
    press(newsroom, "answer_more")

    turned = newsroom.room.wait_for(lambda: "Claims 6 to 7" in seen(newsroom), PATIENCE)
    assert turned
    assert len(newsroom.room.ephemerals("dana", newsroom.world)) == before


def test_an_answer_is_shared_with_the_channel_by_a_button(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    newsroom.ask("find flood")

    press(newsroom, "answer_share")

    def posted() -> str:
        texts = [m.text for m in newsroom.room.messages(newsroom.world) if m.is_bot]
        return texts[-1] if texts else ""

    assert "14" in newsroom.room.wait_for(posted, PATIENCE)
    message = newsroom.room.messages(newsroom.world)[-1]
    assert "answer_share" not in str(message.blocks)


def test_two_claims_are_put_side_by_side(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    newsroom.reply(newsroom.paste("toll"))
    newsroom.ask("find killed by:ministry")
    later, earlier = ID.findall(seen(newsroom))[:2]

    answer = newsroom.ask(f"compare {earlier} [{later.lower()}]")

    assert answer.startswith(f"{later} beside {earlier}: updates.")
    assert newsroom.ask(f"compare {later}").startswith("Put two ids after it")
    assert newsroom.ask(f"compare {later} {later}").startswith("Put two ids after it")
    assert newsroom.ask(f"compare {later} C-99999").startswith("No claim has that id here")


def test_claims_that_nobody_related_are_compared_when_asked(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    flood = an_id(newsroom)
    newsroom.reaction(newsroom.paste("chess"))

    assert "because you asked" in newsroom.ask(f"compare {flood} {an_id(newsroom)}")


def test_a_mention_in_a_thread_does_what_the_command_does(newsroom: Newsroom) -> None:
    ts = newsroom.paste("flood")
    newsroom.reaction(ts)

    newsroom.room.post("dana", newsroom.world, "@ontherecord find flood", ts)

    assert "14" in newsroom.whispers()[0]
    assert newsroom.room.ephemerals("lee", newsroom.world) == ()


def test_a_mention_with_a_link_is_a_pasted_link_and_no_more(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    ts = newsroom.room.post("dana", newsroom.world, f"@ontherecord {newsroom.news['toll']}")

    assert "41" in newsroom.reply(ts).text
    newsroom.settle()
    assert len(newsroom.replies(ts)) == 1
    assert newsroom.room.ephemerals("dana", newsroom.world) == ()


def test_a_question_about_a_link_does_not_record_it(newsroom: Newsroom) -> None:
    link = newsroom.news["flood"]
    newsroom.room.post("dana", newsroom.world, f"@ontherecord why {link}")

    assert newsroom.whispers()[0].startswith("I have not read that here")


def test_in_a_direct_message_no_command_needs_a_name(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    room = newsroom.room
    chat = room.open_dm("dana")

    room.post("dana", chat, "find flood")

    assert "14" in newsroom.whispers(channel=chat)[0]
    room.post("dana", chat, "what can you do")
    assert newsroom.whispers(2, channel=chat)[1].startswith("Nothing was recorded")
