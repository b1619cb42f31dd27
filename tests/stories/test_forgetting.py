"""What is to be forgotten goes from the record, and from the file."""

import re
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import inspect, make_url, text

from bot.desk.forget import grow_old
from storage.database import open_database
from tests.stories.letting_go import MAYOR, QUOTE, asked, flood_and_toll, forget, id_of, press
from tests.stories.newsroom import PATIENCE, Newsroom

MONTH = timedelta(days=31)

Kept = Callable[[str], bool]


@pytest.fixture
def kept(database_url: str) -> Kept:
    """Tell whether words are anywhere in the database: in its files, or on PostgreSQL its rows."""
    return partial(_in_files if database_url.startswith("sqlite") else _in_rows, database_url)


def _in_files(url: str, words: str) -> bool:
    file = Path(str(make_url(url).database))
    every = (path.read_bytes() for path in sorted(file.parent.glob(f"{file.name}*")))
    return words.encode() in b"".join(every)


def _in_rows(url: str, words: str) -> bool:
    engine = open_database(url)
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        rows = [
            connection.execute(text(f'SELECT t::text FROM "{name}" t')).scalars().all()  # noqa: S608
            for name in tables
        ]
    engine.dispose()
    return any(words in row for some in rows for row in some)


def test_one_claim_goes_with_its_words_and_leaves_the_others(
    newsroom: Newsroom, kept: Kept
) -> None:
    _, reply = flood_and_toll(newsroom)
    claim = id_of(newsroom, "killed outlet:Courier")
    assert "14" in reply.text

    question = asked(newsroom, claim)
    press(newsroom, question)

    assert "Forget 1 claim" in question.text
    assert not kept(QUOTE)
    assert kept(MAYOR)
    assert "was forgotten" in newsroom.ask(f"show {claim}")
    now = newsroom.room.message(newsroom.world, reply.ts)
    assert QUOTE not in str(now.blocks)
    assert claim not in str(now.blocks)


def test_an_article_goes_with_all_its_versions(newsroom: Newsroom, kept: Kept) -> None:
    _, reply = flood_and_toll(newsroom)

    line = forget(newsroom, newsroom.news["flood"])

    assert re.match(r"Forgotten: \d+ claims", line)
    assert not kept(MAYOR)
    assert "not read that here" in newsroom.ask(f"why {newsroom.news['flood']}")
    assert "14" not in "".join(m.text for m in newsroom.room.messages(newsroom.world, reply.ts))


def test_what_one_person_said_goes_and_nobody_elses(newsroom: Newsroom, kept: Kept) -> None:
    flood_and_toll(newsroom)

    question = asked(newsroom, "by:Lindgren")
    press(newsroom, question)

    assert "by Tomas Lindgren" in question.text
    assert not kept(MAYOR)
    assert kept(QUOTE)


def test_nothing_goes_before_somebody_says_so(newsroom: Newsroom) -> None:
    flood_and_toll(newsroom)
    claim = id_of(newsroom, "houses")

    press(newsroom, asked(newsroom, claim), "forget_no")

    assert MAYOR in newsroom.ask(f"show {claim}")


def test_from_another_channel_nothing_is_forgotten(newsroom: Newsroom) -> None:
    flood_and_toll(newsroom)
    claim = id_of(newsroom, "houses")

    assert "another channel" in newsroom.ask(f"forget {claim}", newsroom.lab)
    assert "not read that here" in newsroom.ask(f"forget {newsroom.news['flood']}", newsroom.lab)
    assert "Nobody who goes by" in newsroom.ask("forget by:Lindgren", newsroom.lab)
    assert "No claim has that id" in newsroom.ask("forget C-00000")


def test_claims_that_somebody_marked_stay_until_those_who_are_asked_say_so(
    newsroom: Newsroom, kept: Kept
) -> None:
    newsroom.reaction(ts := newsroom.paste("flood"))
    claim = id_of(newsroom, "houses")
    newsroom.ask(f"status {claim} disputed")
    newsroom.settle()

    newsroom.room.delete(newsroom.world, ts)
    newsroom.settle()
    question = newsroom.room.ephemerals("dana", newsroom.world)[-1]
    before = newsroom.ask(f"show {claim}")
    press(newsroom, question)

    assert "I kept what it brought in" in question.text
    assert MAYOR in before
    assert not kept(MAYOR)


def test_claims_that_another_message_brings_in_stay_with_that(newsroom: Newsroom) -> None:
    newsroom.reaction(first := newsroom.paste("flood"))
    newsroom.reaction(newsroom.paste("flood"))

    newsroom.room.delete(newsroom.world, first)
    newsroom.settle()
    question = newsroom.room.ephemerals("dana", newsroom.world)[-1]
    press(newsroom, question, "forget_no")

    assert "another message brings it in" in question.text
    assert MAYOR in newsroom.ask("find houses")


def test_under_a_legal_hold_nothing_goes_and_everybody_is_told_why(newsroom: Newsroom) -> None:
    newsroom.reaction(ts := newsroom.paste("flood"))
    claim = id_of(newsroom, "houses")
    question = asked(newsroom, claim)
    newsroom.ask("settings owner @dana")
    assert "hold on" in newsroom.ask("settings hold on")

    press(newsroom, question)
    pressed = newsroom.room.ephemerals("dana", newsroom.world)[-1].text
    newsroom.room.delete(newsroom.world, ts)
    newsroom.settle()
    deleted = newsroom.room.ephemerals("dana", newsroom.world)[-1].text
    typed = newsroom.ask(f"forget {claim}")

    for refusal in (pressed, deleted, typed):
        assert "legal hold is on" in refusal
        assert "dana can lift it" in refusal
    assert MAYOR in newsroom.ask(f"show {claim}")
    assert "hold" in newsroom.ask("settings show")


@pytest.mark.parametrize("hold", ["off", "on"])
def test_what_is_too_old_goes_by_itself_unless_a_hold_is_on(
    newsroom: Newsroom, kept: Kept, hold: str
) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    newsroom.reaction(newsroom.paste("chess"))
    claim = id_of(newsroom, "tournament")
    newsroom.ask(f"status {claim} disputed")
    newsroom.ask("settings retention 30")
    newsroom.ask(f"settings hold {hold}")

    newsroom.later(MONTH)
    grow_old(newsroom.bot.desk)
    grow_old(newsroom.bot.desk)
    newsroom.settle()

    assert kept(MAYOR) is (hold == "on")
    assert "Varga" in newsroom.ask(f"show {claim}")
    listed = [m.text for m in newsroom.room.ephemerals("dana", newsroom.world)]
    assert sum("Older than 30 days and kept" in one for one in listed) == (hold == "off")


def test_a_deleted_channel_takes_its_claims_along_and_out_of_what_others_were_shown(
    newsroom: Newsroom, kept: Kept
) -> None:
    newsroom.reaction(newsroom.paste("flood", channel=newsroom.lab), newsroom.lab)
    reply = newsroom.reply(newsroom.paste("toll"))
    assert "14" in reply.text

    newsroom.room.delete_channel(newsroom.lab)
    newsroom.room.quiet(PATIENCE)

    newsroom.room.wait_for(lambda: not newsroom.replies(reply.thread_ts), PATIENCE)
    assert not kept(MAYOR)


def test_a_workspace_that_takes_the_bot_away_is_forgotten_after_a_week(
    newsroom: Newsroom, kept: Kept
) -> None:
    flood_and_toll(newsroom)
    newsroom.settle()

    newsroom.room.uninstall()
    newsroom.room.quiet(PATIENCE)
    newsroom.clock.put_forward(timedelta(days=6))
    grow_old(newsroom.bot.desk)
    there = kept(MAYOR)
    newsroom.clock.put_forward(timedelta(days=2))
    grow_old(newsroom.bot.desk)

    assert there
    assert not kept(MAYOR)
    assert not kept(newsroom.world)
