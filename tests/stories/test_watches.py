"""Talk of people who watch: told directly of what changes, once, and of nothing hidden."""

from datetime import timedelta

import pytest

from bot.slackroom.seen import Message
from tests.stories.newsroom import PATIENCE, Newsroom
from tests.stories.pages import TOLL, a_page
from tests.stories.telling import ask, first_id, ids, the_flood


def a_change(newsroom: Newsroom, toll: int, channel: str = "", day: int = 5) -> str:
    """Publish one more article on the flood with this toll, paste it, and return the ts."""
    text = TOLL.replace("At least 41", f"At least {toll}").replace("Wednesday", "Thursday")
    text = text.replace("190 people", f"{toll * 5} people")
    page = a_page("Ledger", f"2026-03-0{day}", f"Flood toll at {toll}", text)
    link = newsroom.site.publish(f"/toll-{toll}", page)
    return newsroom.paste(link, channel=channel)


def direct(newsroom: Newsroom, person: str = "lee", count: int = 1) -> Message:
    """Wait until the bot has written to a person so often, and return the last message."""
    there = newsroom.room.open_dm(person)

    def told() -> tuple[Message, ...]:
        seen = tuple(one for one in newsroom.room.messages(there) if one.is_bot)
        return seen if len(seen) >= count else ()

    return newsroom.room.wait_for(told, PATIENCE)[count - 1]


def untold(newsroom: Newsroom, person: str = "lee") -> bool:
    """Tell whether the bot has written nothing to a person once all is done."""
    newsroom.settle()
    there = newsroom.room.open_dm(person)
    return not [one for one in newsroom.room.messages(there) if one.is_bot]


def a_private_desk(newsroom: Newsroom) -> str:
    """Return a private channel of Dana's and Lee's that answers links."""
    desk = newsroom.room.add_channel("desk", private=True, members=["dana", "lee"])
    newsroom.room.invite_bot(desk)
    ask(newsroom, "settings replies differences", channel=desk)
    return desk


def test_who_watches_a_story_is_told_directly_when_it_changes_and_only_once(
    newsroom: Newsroom,
) -> None:
    claims = the_flood(newsroom)
    told = ask(newsroom, f"watch {claims[-1]}", "lee").text
    assert told.startswith("You watch the story “Velmora: killed” from now on. What changes is")
    assert "by direct message" in told

    link = a_change(newsroom, 47)
    message = direct(newsroom)

    assert message.text.startswith("You watch the story “Velmora: killed”\n")
    assert "“At least 47 people were killed" in message.text
    assert "Ledger, 5 Mar 2026" in message.text
    assert "<@" not in message.text
    newsroom.paste(newsroom.site.origin + "/toll-47", channel=newsroom.lab)
    newsroom.paste(newsroom.site.origin + "/toll-47")
    newsroom.settle()
    there = newsroom.room.open_dm("lee")
    assert len([one for one in newsroom.room.messages(there) if one.is_bot]) == 1
    assert "47" in newsroom.reply(link).text


WATCHES = [
    pytest.param('by:"Interior Ministry"', "what “Interior Ministry” says", id="a claimant"),
    pytest.param("counting:injured", "figures that count “injured”", id="a thing counted"),
    pytest.param("Velmora flood", "the words “Velmora flood”", id="words"),
]


@pytest.mark.parametrize(("typed", "told"), WATCHES)
def test_who_watches_is_told_of_new_figures(newsroom: Newsroom, typed: str, told: str) -> None:
    assert told in ask(newsroom, f"watch {typed}", "lee").text

    newsroom.paste("flood")

    assert direct(newsroom).text.startswith(f"You watch {told}\n")


@pytest.mark.parametrize("typed", ['by:"Отдел"', "counting:경찰", "شرطة المدينة"])
def test_names_in_any_script_are_watched_and_nothing_else_sets_them_off(
    newsroom: Newsroom, typed: str
) -> None:
    ask(newsroom, f"watch {typed}", "lee")

    newsroom.reaction(newsroom.paste("flood"))

    assert untold(newsroom)
    assert typed.partition(":")[2].strip('"') in ask(newsroom, "watch", "lee").text


def test_one_message_tells_all_of_a_persons_watches(newsroom: Newsroom) -> None:
    ask(newsroom, "watch counting:killed", "lee")
    ask(newsroom, "watch by:ministry", "lee")

    newsroom.paste("flood")
    message = direct(newsroom)

    newsroom.settle()
    there = newsroom.room.open_dm("lee")
    assert len([one for one in newsroom.room.messages(there) if one.is_bot]) == 1
    assert "what “ministry” says" in message.text
    assert "figures that count “killed”" in message.text


def test_the_same_watch_is_set_once_and_stopped_by_its_words(newsroom: Newsroom) -> None:
    claims = the_flood(newsroom)
    ask(newsroom, f"watch {claims[0]}", "lee")

    assert "already" in ask(newsroom, f"watch {claims[-1]}", "lee").text
    assert ask(newsroom, "watch", "lee").text.startswith("1 watch, newest first.")
    assert "Stopped: the story" in ask(newsroom, f"unwatch {claims[-1]}", "lee").text
    assert "You have no such watch here" in ask(newsroom, f"unwatch {claims[0]}", "lee").text
    assert "You watch nothing yet" in ask(newsroom, "watch", "lee").text
    a_change(newsroom, 47)
    assert untold(newsroom)


def test_a_snoozed_watch_is_silent_until_the_day_is_over(newsroom: Newsroom) -> None:
    ask(newsroom, "watch by:ministry", "lee")
    listed = ask(newsroom, "watch", "lee")
    assert newsroom.room.click("lee", newsroom.world, listed.ts, "watch_snooze_day").acked
    newsroom.settle()
    assert "snoozed until" in str(ask(newsroom, "watch", "lee").blocks)

    newsroom.reaction(newsroom.paste("flood"))
    assert untold(newsroom)
    newsroom.later(timedelta(days=1, minutes=1))
    newsroom.paste("toll")

    assert "41" in direct(newsroom).text


def test_a_watch_is_stopped_from_the_message_that_it_sent(newsroom: Newsroom) -> None:
    ask(newsroom, "watch by:ministry", "lee")
    newsroom.paste("flood")
    message = direct(newsroom)

    assert newsroom.room.click("lee", message.channel, message.ts, "watch_stop").acked
    newsroom.reply(newsroom.paste("toll"))
    newsroom.settle()

    there = newsroom.room.open_dm("lee")
    assert len([one for one in newsroom.room.messages(there) if one.is_bot]) == 1


def test_a_story_is_watched_from_where_it_is_shown(newsroom: Newsroom) -> None:
    claims = the_flood(newsroom)
    shown = ask(newsroom, f"story {claims[0]}", "lee")

    assert newsroom.room.click("lee", newsroom.world, shown.ts, "story_watch").acked
    newsroom.settle()
    a_change(newsroom, 47)

    assert "47" in direct(newsroom).text


def test_what_is_watched_in_a_private_channel_is_told_in_it_and_nowhere_else(
    newsroom: Newsroom,
) -> None:
    desk = a_private_desk(newsroom)
    assert "in this channel" in ask(newsroom, "watch by:ministry", "lee", desk).text
    ts = newsroom.paste("flood", channel=desk)

    def told() -> tuple[Message, ...]:
        return tuple(m for m in newsroom.replies(ts, desk) if "You watch" in m.text)

    message = newsroom.room.wait_for(told, PATIENCE)[0]
    lee = next(one.id for one in newsroom.room.people if one.name == "lee")
    assert message.text.startswith(f"<@{lee}>: You watch")
    newsroom.reaction(newsroom.paste("toll"))

    def line() -> tuple[Message, ...]:
        return tuple(m for m in newsroom.room.messages(desk) if m.is_bot and "41" in m.text)

    assert newsroom.room.wait_for(line, PATIENCE)
    assert untold(newsroom)
    assert "You watch nothing yet" in ask(newsroom, "watch", "lee").text


def test_a_private_channels_claims_set_off_no_watch_elsewhere(newsroom: Newsroom) -> None:
    claims = the_flood(newsroom)
    desk = a_private_desk(newsroom)
    for typed in (claims[0], "by:ministry", "counting:killed", "Velmora"):
        ask(newsroom, f"watch {typed}", "lee")

    newsroom.reply(a_change(newsroom, 47, desk), desk)

    assert untold(newsroom)
    assert newsroom.reply(a_change(newsroom, 47)).text
    assert "47" in direct(newsroom).text


def test_only_the_person_stops_his_watch(newsroom: Newsroom) -> None:
    desk = a_private_desk(newsroom)
    ask(newsroom, "watch by:ministry", "lee", desk)
    ts = newsroom.paste("flood", channel=desk)
    message = newsroom.room.wait_for(
        lambda: [m for m in newsroom.replies(ts, desk) if "You watch" in m.text], PATIENCE
    )[0]

    assert newsroom.room.click("dana", desk, message.ts, "watch_stop").acked
    newsroom.settle()

    assert ask(newsroom, "watch", "lee", desk).text.startswith("1 watch")


REFUSED = [
    pytest.param("watch the and of", "stand in any sentence", id="grammar alone"),
    pytest.param("watch C-22222", "No claim has that id", id="no such claim"),
    pytest.param("watch " + "word " * 40, "120 characters", id="too long"),
    pytest.param("unwatch", "Which watch?", id="nothing to stop"),
]


@pytest.mark.parametrize(("typed", "told"), REFUSED)
def test_what_cannot_be_watched_is_said_so(newsroom: Newsroom, typed: str, told: str) -> None:
    assert told in ask(newsroom, typed).text


def test_a_deleted_message_takes_what_was_told_of_it_away(newsroom: Newsroom) -> None:
    ask(newsroom, "watch by:ministry", "lee")
    ts = newsroom.paste("flood")
    message = direct(newsroom)
    assert first_id(str(message.blocks)) in ids(str(message.blocks))

    newsroom.room.delete(newsroom.world, ts)

    newsroom.room.wait_for(
        lambda: "14" not in newsroom.room.message(message.channel, message.ts).text, PATIENCE
    )


def test_a_guest_is_told_where_he_watches_and_of_nothing_from_elsewhere(
    newsroom: Newsroom,
) -> None:
    newsroom.room.add_person("gus", guest=True)
    shared = newsroom.room.add_channel("shared", members=["dana", "gus"])
    newsroom.room.invite_bot(shared)
    assert "in this channel" in ask(newsroom, "watch by:ministry", "gus", shared).text

    newsroom.reaction(newsroom.paste("flood"))
    newsroom.settle()
    assert not [one for one in newsroom.room.messages(shared) if one.is_bot]
    ts = newsroom.paste("flood", channel=shared)

    newsroom.room.wait_for(
        lambda: [m for m in newsroom.replies(ts, shared) if "You watch" in m.text], PATIENCE
    )
    assert untold(newsroom, "gus")
