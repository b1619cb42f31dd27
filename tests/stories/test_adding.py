"""A reporter records by hand: a shortcut on a message, a modal, the text of a closed page."""

from datetime import timedelta

from bot.views.inputs import INPUT_LIMIT
from tests.stories.newsroom import PATIENCE, Newsroom

TIP = "The Interior Ministry said 19 people were killed in the flood in Velmora."


def opened(newsroom: Newsroom) -> str:
    """Return the id of the modal that Dana sees."""
    return newsroom.room.wait_for(lambda: newsroom.room.views("dana"), PATIENCE)[-1].id


def test_a_message_is_tracked_by_a_shortcut_and_recorded_as_it_is_corrected(
    newsroom: Newsroom,
) -> None:
    room = newsroom.room
    ts = room.post("lee", newsroom.world, f"Heard this: {TIP}")

    assert room.shortcut("dana", newsroom.world, ts, "track_claim").status == 200
    modal = opened(newsroom)
    assert "Heard this" in str(room.views("dana")[-1].payload)
    assert room.submit("dana", modal, {"adding_text": TIP}).errors == {}

    assert newsroom.whispers()[0].startswith("Read typed text")
    assert "19" in newsroom.ask("find velmora")
    assert newsroom.replies(ts) == ()


def test_a_message_with_a_link_is_read_for_the_one_who_asked(newsroom: Newsroom) -> None:
    room = newsroom.room
    newsroom.reaction(newsroom.paste("flood", channel=newsroom.lab), newsroom.lab)
    bot_post = room.bot_post("wire", newsroom.world, f"<{newsroom.news['flood']}>")

    assert room.shortcut("dana", newsroom.world, bot_post, "track_claim").status == 200

    assert newsroom.whispers()[0].startswith("Read Courier")


def test_add_alone_opens_the_modal_and_says_what_is_wrong_in_place(newsroom: Newsroom) -> None:
    room = newsroom.room
    assert room.command("dana", newsroom.world, "/claim", "add").acked
    modal = opened(newsroom)

    refused = room.submit("dana", modal, {"adding_text": "…", "adding_link": "courier"})
    assert set(refused.errors) == {"adding_text", "adding_link"}

    filled = {
        "adding_text": TIP,
        "adding_outlet": "Courier",
        "adding_link": "https://courier.example/closed",
        "adding_day": "2026-03-04",
    }
    assert room.submit("dana", modal, filled).errors == {}
    assert newsroom.whispers()[0].startswith("Read pasted text")
    assert "19" in newsroom.ask("find outlet:courier since:2026-03-04")


def test_a_long_text_goes_on_in_the_next_box_without_a_seam(newsroom: Newsroom) -> None:
    room = newsroom.room
    room.command("dana", newsroom.world, "/claim", "add")
    filler = "The river rose and fell. " * INPUT_LIMIT
    head = filler[: INPUT_LIMIT - 30]
    first = head + TIP[:30]

    assert (
        room.submit(
            "dana", opened(newsroom), {"adding_text": first, "adding_more": TIP[30:]}
        ).errors
        == {}
    )

    newsroom.whispers()
    assert "19 people were killed" in newsroom.ask("find velmora killed")


def test_a_modal_left_open_for_long_still_answers(newsroom: Newsroom) -> None:
    room = newsroom.room
    room.command("dana", newsroom.world, "/claim", "add")
    modal = opened(newsroom)
    newsroom.later(timedelta(hours=1))

    assert room.submit("dana", modal, {"adding_text": TIP}).errors == {}

    assert newsroom.whispers()[0].startswith("Read typed text")
