"""What is forgotten goes from what we posted: replies, shared answers, tables and pictures."""

import pytest

from bot.slackroom.seen import Message
from tests.stories.letting_go import MAYOR, QUOTE, flood_and_toll, forget, id_of
from tests.stories.newsroom import PATIENCE, Newsroom

REMOVED = "A claim was removed here."


def taken_back(newsroom: Newsroom, ts: str) -> Message:
    """Wait until one of our messages says that a claim was removed."""

    def redacted() -> bool:
        return newsroom.room.message(newsroom.world, ts).text == REMOVED

    newsroom.room.wait_for(redacted, PATIENCE)
    return newsroom.room.message(newsroom.world, ts)


def said_by_us(newsroom: Newsroom, thread: str) -> list[str]:
    return [one.text for one in newsroom.room.messages(newsroom.world, thread) if one.is_bot]


def test_a_reply_that_names_an_article_and_shows_no_claim_of_it_goes_with_it(
    newsroom: Newsroom,
) -> None:
    newsroom.ask("settings replies everything")
    ts = newsroom.paste("flood")
    reply = newsroom.reply(ts)
    assert "Read Courier" in reply.text
    assert "C-" not in reply.text

    forget(newsroom, newsroom.news["flood"])

    newsroom.room.wait_for(lambda: not said_by_us(newsroom, ts), PATIENCE)


def test_a_reply_is_put_right_once_the_bot_is_back_in_a_channel_that_had_put_it_out(
    newsroom: Newsroom,
) -> None:
    ts, _ = flood_and_toll(newsroom)
    newsroom.room.kick_bot(newsroom.world)
    newsroom.settle()
    forget(newsroom, newsroom.news["toll"])
    assert QUOTE in str(said_by_us(newsroom, ts))

    newsroom.room.invite_bot(newsroom.world)

    newsroom.room.wait_for(lambda: QUOTE not in str(said_by_us(newsroom, ts)), PATIENCE)


def test_what_was_shared_is_taken_back(newsroom: Newsroom) -> None:
    flood_and_toll(newsroom)
    claim = id_of(newsroom, "houses")
    newsroom.ask(f"show {claim}")
    answer = newsroom.room.ephemerals("dana", newsroom.world)[-1]
    newsroom.room.click("dana", newsroom.world, answer.ts, "answer_share")
    newsroom.settle()
    shared = newsroom.room.messages(newsroom.world)[-1]
    assert MAYOR in shared.text

    forget(newsroom, claim)

    assert MAYOR not in str(taken_back(newsroom, shared.ts))


@pytest.mark.parametrize(
    ("command", "button"), [("history {}", "answer_picture"), ("export", "export_csv")]
)
def test_a_file_that_shows_it_is_deleted(newsroom: Newsroom, command: str, button: str) -> None:
    flood_and_toll(newsroom)
    claim = id_of(newsroom, "killed outlet:Courier")
    newsroom.ask(command.format(claim))
    answer = newsroom.room.ephemerals("dana", newsroom.world)[-1]
    newsroom.room.click("dana", newsroom.world, answer.ts, button)
    newsroom.room.wait_for(lambda: newsroom.room.files, PATIENCE)
    newsroom.settle()

    forget(newsroom, claim)

    newsroom.room.wait_for(lambda: not newsroom.room.files, PATIENCE)
    newsroom.settle()
    left = newsroom.room.messages(newsroom.world)
    assert not [one for one in left if one.files or "oldest first" in one.text]
