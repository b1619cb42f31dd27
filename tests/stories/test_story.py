"""Talk about stories: the claims that hang together, and what people make of them."""

import pytest

from tests.stories.judging import done, says, undo
from tests.stories.newsroom import Newsroom
from tests.stories.pages import TOLL, a_page
from tests.stories.telling import ask, first_id, ids, opened, the_flood


def a_shipwreck(newsroom: Newsroom) -> str:
    """Have an article on something else read, and return the id of one of its claims."""
    newsroom.reaction(newsroom.paste("chess"))
    return first_id(ask(newsroom, "find chess tournament").text)


def test_a_story_is_what_hangs_together_newest_first(newsroom: Newsroom) -> None:
    claims = the_flood(newsroom)

    told = ask(newsroom, f"story {claims[-1]}").text

    assert told.splitlines()[0] == f"Velmora: killed: {len(claims)} claims, newest first."
    assert ids(told) == claims
    assert told.index("41") < told.index("14")


def test_a_person_names_a_story_and_takes_the_name_back(newsroom: Newsroom) -> None:
    claims = the_flood(newsroom)
    form = opened(newsroom, ask(newsroom, f"story {claims[0]}"), "story_name")

    wrong = newsroom.room.submit("dana", form.id, {"naming_story_name": "…"}).errors
    assert wrong == {"naming_story_name": "A name has at least one letter or digit."}
    assert newsroom.room.submit("dana", form.id, {"naming_story_name": "홍수 · فيضان"}).acked
    message = done(newsroom)
    told = ask(newsroom, f"story {claims[-1]}", "lee")

    assert told.text.startswith("홍수 · فيضان: ")
    assert "Named by dana" in str(told.blocks)
    assert "titled" in str(ask(newsroom, f"show {claims[0]}").blocks)
    assert undo(newsroom, message).startswith("Undone")
    assert ask(newsroom, f"story {claims[0]}").text.startswith("Velmora: killed")


def test_two_stories_are_merged_by_the_id_of_a_claim_and_undone(newsroom: Newsroom) -> None:
    claims, other = the_flood(newsroom), a_shipwreck(newsroom)
    form = opened(newsroom, ask(newsroom, f"story {claims[0]}"), "story_merge")

    told = newsroom.room.submit("dana", form.id, {"merging_other": claims[1]}).errors
    assert told == {"merging_other": "These two are of one story already."}
    told = newsroom.room.submit("dana", form.id, {"merging_other": "C-22222"}).errors
    assert told["merging_other"].startswith("No claim has that id here.")
    assert newsroom.room.submit("dana", form.id, {"merging_other": f"[{other.lower()}]"}).acked
    message = done(newsroom)

    assert set(ids(ask(newsroom, f"story {other}").text)) >= {*claims, other}
    assert undo(newsroom, message).startswith("Undone")
    assert other not in ids(ask(newsroom, f"story {claims[0]}").text)


def test_what_does_not_belong_is_split_off_shown_no_longer_and_brought_back(
    newsroom: Newsroom,
) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    reply = newsroom.reply(newsroom.paste("toll"))
    answer = ask(newsroom, f"story {first_id(reply.text)}")
    claims = ids(answer.text)
    killed = first_id(reply.text)
    form = opened(newsroom, answer, "story_split")

    wrong = newsroom.room.submit("dana", form.id, {"splitting_claims": claims}).errors
    assert wrong == {"splitting_claims": "Leave at least one claim in the story."}
    wrong = newsroom.room.submit("dana", form.id, {"splitting_claims": []}).errors
    assert wrong["splitting_claims"].startswith("Tick at least one claim")
    assert newsroom.room.submit("dana", form.id, {"splitting_claims": [killed]}).acked
    message = done(newsroom)

    assert ids(ask(newsroom, f"story {killed}").text) == [killed]
    assert killed not in says(newsroom, reply, killed, yes=False)
    assert undo(newsroom, message).startswith("Undone")
    assert ids(ask(newsroom, f"story {killed}").text) == claims


def test_a_merge_that_was_split_again_comes_back_with_undo(newsroom: Newsroom) -> None:
    claims, other = the_flood(newsroom), a_shipwreck(newsroom)
    form = opened(newsroom, ask(newsroom, f"story {claims[0]}"), "story_merge")
    assert newsroom.room.submit("dana", form.id, {"merging_other": other}).acked
    done(newsroom)
    answer = ask(newsroom, f"story {other}")
    form = opened(newsroom, answer, "story_split")
    assert newsroom.room.submit("dana", form.id, {"splitting_claims": [other]}).acked
    message = done(newsroom, 2)

    assert other not in ids(ask(newsroom, f"story {claims[0]}").text)
    assert undo(newsroom, message).startswith("Undone")
    assert other in ids(ask(newsroom, f"story {claims[0]}").text)


def test_a_story_is_muted_from_where_it_is_shown(newsroom: Newsroom) -> None:
    claims = the_flood(newsroom)
    form = opened(newsroom, ask(newsroom, f"story {claims[0]}"), "story_mute")

    assert newsroom.room.submit("dana", form.id, {"muting_long": "7"}).acked

    assert "gets no reply in this channel for 7 days" in done(newsroom).text


def test_a_long_story_is_leafed_through_and_nothing_is_linked_to_one_claim(
    newsroom: Newsroom,
) -> None:
    claims = the_flood(newsroom)
    alone = a_shipwreck(newsroom)

    assert "There are no more" in ask(newsroom, f"story {claims[0]} page:9").text
    only = ask(newsroom, f"story {alone}")
    assert ids(only.text) == [alone]
    assert "nothing to split" in str(opened(newsroom, only, "story_split").blocks)


@pytest.mark.parametrize("typed", ["story C-22222", "story nothing", "story"])
def test_a_story_that_there_is_not_is_said_not_to_be(newsroom: Newsroom, typed: str) -> None:
    assert "C-7KQ2" in ask(newsroom, typed).text


def test_what_a_private_channel_added_to_a_story_shows_only_there(newsroom: Newsroom) -> None:
    claims = the_flood(newsroom)
    desk = newsroom.room.add_channel("desk", private=True, members=["dana", "lee"])
    newsroom.room.invite_bot(desk)
    ask(newsroom, "settings replies differences", channel=desk)
    third = TOLL.replace("At least 41", "At least 47").replace("Wednesday", "Thursday")
    page = a_page("Ledger", "2026-03-05", "Flood toll at 47", third)
    newsroom.reply(newsroom.paste(newsroom.site.publish("/third", page), channel=desk), desk)
    inside = ask(newsroom, f"story {claims[0]}", channel=desk)
    form = opened(newsroom, inside, "story_name")
    assert newsroom.room.submit("dana", form.id, {"naming_story_name": "Sluice leak"}).acked
    done(newsroom, channel=desk)

    inside = ask(newsroom, f"story {claims[0]}", channel=desk)
    outside = ask(newsroom, f"story {claims[0]}")

    hidden = set(ids(inside.text)) - set(claims)
    assert hidden
    assert inside.text.startswith("Sluice leak")
    assert ids(outside.text) == claims
    assert "Sluice" not in str(outside.blocks)
    assert "titled" not in str(ask(newsroom, f"show {claims[0]}").blocks)
    assert "No claim has that id" in ask(newsroom, f"story {hidden.pop()}").text
