"""An embargo until a time: said beside a link, printed on a page, put into the modal, lifted."""

from datetime import timedelta

from tests.stories.newsroom import PATIENCE, Newsroom
from tests.stories.pages import FLOOD, a_page

TOMORROW = "embargo until tomorrow 23:59"
TWO_DAYS = timedelta(days=2)


def pasted(newsroom: Newsroom, name: str, words: str, channel: str = "") -> str:
    text = f"look: {newsroom.news[name]} {words}"
    return newsroom.room.post("dana", channel or newsroom.world, text)


def test_until_its_moment_it_shows_in_its_channel_alone_and_then_as_any_other(
    newsroom: Newsroom,
) -> None:
    newsroom.reaction(pasted(newsroom, "flood", TOMORROW))
    assert "Under embargo until" in newsroom.whispers()[0]
    assert "At least 14" in newsroom.ask("find killed")
    assert "Courier" in newsroom.ask("embargo")

    lab = newsroom.paste("toll", channel=newsroom.lab)
    assert newsroom.reaction(lab, newsroom.lab) == "memo"  # nothing earlier, so no reply
    assert "At least 14" not in newsroom.ask("find killed", newsroom.lab)

    newsroom.later(TWO_DAYS)
    assert "At least 14" in newsroom.ask("find killed", newsroom.lab)
    assert newsroom.ask("embargo") == "Nothing in this channel is under embargo."


def test_the_reply_says_so_and_a_hidden_id_is_as_one_that_is_not_there(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    reply = newsroom.reply(pasted(newsroom, "toll", TOMORROW)).text

    assert reply.startswith("Under embargo until")
    claim = reply.split("[")[1].split("]")[0]
    assert newsroom.ask(f"show {claim}").startswith("Under embargo until")
    missing = newsroom.ask("show C-00000", newsroom.lab)
    for verb in ("show", "why", "story", "history", "watch", "embargo"):
        told = newsroom.ask(f"{verb} {claim}", newsroom.lab)
        assert told == newsroom.ask(f"{verb} C-00000", newsroom.lab).replace("C-00000", claim)
    assert newsroom.ask(f"show {claim}", newsroom.lab) == missing


def test_an_embargo_is_put_off_lifted_and_left_out_of_exports(newsroom: Newsroom) -> None:
    link = newsroom.news["flood"]
    newsroom.reaction(newsroom.paste("flood"))
    assert "claims of published articles" in newsroom.ask("export")

    assert "Courier" in newsroom.ask(f"embargo <{link}> until tomorrow 9:00")
    assert "No claim of a published article" in newsroom.ask("export")
    assert "Write until when" in newsroom.ask(f"embargo <{link}> until soon")
    assert "Nothing" in newsroom.ask(f"embargo <{link}> lift")
    assert "14" in newsroom.ask("find velmora", newsroom.lab)


def test_a_message_edited_to_say_so_is_taken_at_its_word(newsroom: Newsroom) -> None:
    ts = newsroom.paste("flood")
    newsroom.reaction(ts)

    newsroom.room.edit(newsroom.world, ts, f"look: {newsroom.news['flood']} {TOMORROW}")

    assert "Under embargo until" in newsroom.whispers()[0]
    assert "14" not in newsroom.ask("find velmora", newsroom.lab)


def test_a_release_that_says_so_itself_is_held_and_told_how_to_end_it(newsroom: Newsroom) -> None:
    notice = "EMBARGOED UNTIL FRIDAY\n\n"
    release = a_page("Ministry", "2026-03-03", "Flood", notice + FLOOD)
    newsroom.news["release"] = newsroom.site.publish("/release", release)

    newsroom.reaction(newsroom.paste("release"))

    assert "could not read until when" in newsroom.whispers()[0]
    assert "14" not in newsroom.ask("find velmora", newsroom.lab)


def test_where_links_are_asked_about_first_the_embargo_goes_along(newsroom: Newsroom) -> None:
    newsroom.ask("settings replies ask")
    told = len(newsroom.room.ephemerals("dana", newsroom.world))
    pasted(newsroom, "flood", TOMORROW)
    newsroom.whispers(told + 1)
    question = newsroom.room.ephemerals("dana", newsroom.world)[-1]
    assert newsroom.room.click("dana", newsroom.world, question.ts, "permission_read").acked

    def last() -> str:
        return newsroom.room.ephemerals("dana", newsroom.world)[-1].text

    newsroom.room.wait_for(lambda: "Under embargo until" in last(), PATIENCE)
    assert "14" not in newsroom.ask("find velmora", newsroom.lab)


def test_the_modal_has_a_field_for_it(newsroom: Newsroom) -> None:
    room = newsroom.room
    assert room.command("dana", newsroom.world, "/claim", "add").acked
    modal = room.wait_for(lambda: room.views("dana"), PATIENCE)[-1].id
    text = "The Interior Ministry said 19 people were killed in the flood in Velmora."
    filled = {"adding_text": text, "adding_embargo": "soon"}

    assert set(room.submit("dana", modal, filled).errors) == {"adding_embargo"}
    assert room.submit("dana", modal, {**filled, "adding_embargo": "tomorrow 9:00"}).errors == {}

    assert newsroom.whispers()[0].startswith("Under embargo until")
