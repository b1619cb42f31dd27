"""The morning message: what is in it, when it comes, and when it does not."""

from datetime import timedelta

from bot.desk.clock import tick
from bot.slackroom.seen import Message
from bot.views.digest import Waking
from tests.stories.mornings import next_morning, posts, settled_in, wait_for_post
from tests.stories.newsroom import Newsroom


def told_apart(newsroom: Newsroom) -> Message:
    """Have both articles of the flood read, and return the digest of the next morning."""
    settled_in(newsroom)
    newsroom.reply(newsroom.paste("flood", "toll"))
    next_morning(newsroom)
    return wait_for_post(newsroom)


def test_in_the_morning_a_channel_is_told_what_changed(newsroom: Newsroom) -> None:
    said = told_apart(newsroom)

    lines = said.text.split("\n")
    assert lines[0].startswith("#\u2060world · ")
    assert "1 changed" in lines[1]
    assert lines[2].startswith("Changed: Killed. Interior Ministry, Herald: “At least 41 people")
    assert "Earlier, Interior Ministry, Courier: “At least 14 people" in lines[2]
    assert lines[-1].startswith("Next: ")
    assert len(lines) <= 12


def test_nothing_is_told_twice_and_an_empty_morning_is_silent(newsroom: Newsroom) -> None:
    told_apart(newsroom)

    next_morning(newsroom)

    assert len(posts(newsroom)) == 1
    assert "nothing new" in newsroom.ask("digest")
    assert "nothing new" in newsroom.ask("settings show")


def test_the_preview_says_what_the_post_says_and_marks_nothing(newsroom: Newsroom) -> None:
    settled_in(newsroom)
    newsroom.reply(newsroom.paste("flood", "toll"))
    seen = newsroom.ask("digest preview")

    next_morning(newsroom)

    said = wait_for_post(newsroom).text.split("\n")
    assert seen.split("\n")[1:-1] == said[1:-1]


def test_what_a_private_channel_read_stands_in_no_other_digest(newsroom: Newsroom) -> None:
    dana = next(one.id for one in newsroom.room.people if one.name == "dana")
    lab = newsroom.room.add_channel("quiet", private=True, members=[dana])
    newsroom.room.invite_bot(lab)
    newsroom.ask("settings replies differences", lab)
    settled_in(newsroom)
    newsroom.paste("flood")
    newsroom.paste("toll", channel=lab)

    next_morning(newsroom)

    assert "41" in wait_for_post(newsroom, lab).text
    assert "41" not in wait_for_post(newsroom).text


def test_a_mark_is_told_with_its_maker(newsroom: Newsroom) -> None:
    said = told_apart(newsroom)
    claim = said.text.partition("[")[2].partition("]")[0]
    newsroom.ask(f"status {claim} disputed")

    next_morning(newsroom)

    second = wait_for_post(newsroom, count=2)
    assert "1 disputed" in second.text
    assert f"[{claim}] is marked disputed by dana." in second.text


def test_a_channel_that_wants_no_digest_gets_none(newsroom: Newsroom) -> None:
    settled_in(newsroom)
    newsroom.reply(newsroom.paste("flood", "toll"))
    assert "The digest is off." in newsroom.ask("digest off")

    newsroom.later(timedelta(days=2))
    tick(newsroom.bot.desk)
    newsroom.settle()

    assert posts(newsroom) == ()


def test_when_the_digest_comes_is_set_by_words(newsroom: Newsroom) -> None:
    assert "at 08:\u206030 on mon-fri" in newsroom.ask("digest time 8:30")
    assert "on daily" in newsroom.ask("digest days daily")
    assert "Europe/Oslo" in newsroom.ask("digest zone Oslo")
    assert "Write /claim digest preview" in newsroom.ask("digest sometimes")


def test_a_claim_of_the_digest_can_be_marked_from_it(newsroom: Newsroom) -> None:
    said = told_apart(newsroom)

    newsroom.room.click("dana", newsroom.world, said.ts, Waking.STATUS.value)

    view = newsroom.room.view("dana")
    assert "Which claim?" in str(view.payload)


def test_a_week_is_rounded_up_with_a_picture_of_what_moved_most(newsroom: Newsroom) -> None:
    newsroom.ask("settings weekly on")
    settled_in(newsroom)
    newsroom.reply(newsroom.paste("flood", "toll"))
    newsroom.later(timedelta(days=7))
    tick(newsroom.bot.desk)

    week = newsroom.room.wait_for(
        lambda: [one for one in posts(newsroom) if one.text.startswith("The week")], 20
    )[0]
    newsroom.room.wait_for(lambda: newsroom.replies(week.ts), 20)

    assert "1 changed" in week.text
    assert "New:" not in week.text
