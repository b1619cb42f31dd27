"""A fact-checker says of pairs that they are the same claim, or not related."""

from datetime import timedelta

from tests.stories.judging import (
    a_reply,
    details,
    done,
    pair_of,
    press,
    shown,
    undo,
    wrong,
)
from tests.stories.newsroom import PATIENCE, Newsroom
from tests.stories.pages import a_page


def test_details_show_both_sentences_why_they_matched_and_what_can_be_said(
    newsroom: Newsroom,
) -> None:
    view = details(newsroom, a_reply(newsroom))

    words = shown(view.blocks)
    assert view.title == "What differs"
    assert "At least 41 people were killed in the flood" in words
    assert "At least 14 people were killed" in words
    assert "Matched by: " in words
    labels = [
        e["text"]["text"] for b in view.blocks for e in b.get("elements", ()) if "value" in e
    ]
    assert labels[:4] == ["Same claim", "Not related", "Edit", "Set status"]


def test_a_pair_called_the_same_says_so_and_can_be_told_apart_again(newsroom: Newsroom) -> None:
    view = details(newsroom, a_reply(newsroom))
    later, earlier = pair_of(view)

    view = press(newsroom, view, "pair_same")

    assert f"Called the same claim as {earlier} by dana" in shown(view.blocks)
    assert done(newsroom).text.startswith(f"Done: {later} and {earlier} are the same claim.")
    view = press(newsroom, view, "pair_not_same")
    assert "Called the same" not in shown(view.blocks)
    assert newsroom.whispers(2)[1].startswith("Undone")


def test_a_pair_called_not_related_leaves_the_reply_until_that_is_undone(
    newsroom: Newsroom,
) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    ts = newsroom.paste("toll")
    view = details(newsroom, newsroom.reply(ts))
    pairs = shown(view.blocks).count("Matched by: ")

    view = press(newsroom, view, "pair_part")

    assert shown(view.blocks).count("Matched by: ") == pairs - 1
    newsroom.settle()
    assert undo(newsroom, done(newsroom)).startswith("Undone")
    view = details(newsroom, newsroom.reply(ts))
    assert shown(view.blocks).count("Matched by: ") == pairs


def test_a_parted_pair_can_be_related_again_at_any_time(newsroom: Newsroom) -> None:
    view = details(newsroom, a_reply(newsroom))
    pairs = shown(view.blocks).count("Matched by: ")
    pair = " ".join(pair_of(view))
    press(newsroom, view, "pair_part")
    newsroom.later(timedelta(minutes=11))
    assert undo(newsroom, done(newsroom)).startswith("Ten minutes are over")

    room, view = newsroom.room, newsroom.room.view("dana")
    assert room.click_view("dana", view.id, "pair_again", block_id=f"parted {pair}").acked

    assert shown(room.view("dana").blocks).count("Matched by: ") == pairs


def test_all_pairs_called_not_related_take_the_reply_with_them_for_good(
    newsroom: Newsroom,
) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    ts = newsroom.paste("toll")
    reply = newsroom.reply(ts)
    view = details(newsroom, reply)

    while "Matched by: " in shown(view.blocks):
        view = press(newsroom, view, "pair_part")

    newsroom.room.wait_for(lambda: not newsroom.replies(ts), PATIENCE)
    assert newsroom.reaction(ts) == "memo"
    newsroom.reaction(newsroom.paste("toll"))


def test_something_wrong_parts_the_pairs_that_are_ticked(newsroom: Newsroom) -> None:
    reply = a_reply(newsroom)
    room = newsroom.room
    view = wrong(newsroom, reply, "not_related")
    options = view.blocks[0]["element"]["options"]

    assert room.submit("dana", view.id, {}).errors == {
        "parting_pairs": "Tick at least one pair, or close this."
    }
    assert room.submit("dana", view.id, {"parting_pairs": [options[0]["value"]]}).acked

    later, earlier = options[0]["value"].split(" ")
    assert f"{later} and {earlier} are not related" in done(newsroom).text
    assert not room.view("dana")


def test_who_pressed_undo_twice_is_told_that_nothing_is_left(newsroom: Newsroom) -> None:
    press(newsroom, details(newsroom, a_reply(newsroom)), "pair_same")
    message = done(newsroom)
    room = newsroom.room

    room.click("dana", newsroom.world, message.ts, "done_undo")

    assert "Undone" in newsroom.whispers(1)[-1]
    assert all("Undo works" not in text for text in newsroom.whispers(1))


def test_a_pair_that_has_gone_meanwhile_leaves_details_that_say_so(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    ts = newsroom.paste("toll")
    view = details(newsroom, newsroom.reply(ts))
    newsroom.room.delete(newsroom.world, ts)
    newsroom.room.wait_for(lambda: not newsroom.replies(ts), PATIENCE)

    view = press(newsroom, view, "pair_same")

    assert shown(view.blocks) == "Nothing of this can be shown here any more."


TOWNS = (
    "Arvela Borsk Celmar Dovren Eskola Farnby Gorvik Halmeda Istrava Jorvik Kelmora Lindby"
).split()


def a_round(number: int) -> str:
    """Return an article that counts the injured of each town."""
    return "\n\n".join(
        f"At least {number + place} people were injured when the storm hit {town}, the mayor of "
        f"{town} said on Tuesday."
        for place, town in enumerate(TOWNS)
    )


def test_many_pairs_are_leafed_through_and_judged_on_any_page(newsroom: Newsroom) -> None:
    room, ts = newsroom.room, ""
    for path, day, number in (("/storm1", "2026-03-03", 10), ("/storm2", "2026-03-04", 50)):
        page = a_page("Courier", day, "Storm injures many", a_round(number))
        ts = newsroom.paste(newsroom.site.publish(path, page))
        newsroom.settle()
    view = details(newsroom, newsroom.reply(ts))
    assert "page 1 of 2" in shown(view.blocks)
    first = pair_of(view)

    assert room.click_view("dana", view.id, "details_on").acked
    view = room.view("dana")
    assert "page 2 of 2" in shown(view.blocks)
    assert pair_of(view) != first
    view = press(newsroom, view, "pair_same")
    assert "page 2 of 2" in shown(view.blocks)
    assert "Called the same claim as" in shown(view.blocks)

    assert room.click_view("dana", view.id, "details_back").acked
    assert pair_of(room.view("dana")) == first
