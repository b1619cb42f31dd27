"""A reporter takes claims out as a file."""

import csv
import json
from io import StringIO

from tests.stories.newsroom import PATIENCE, Newsroom
from tests.stories.test_asking import press

TIP = "add The mayor of Velmora said the sluice of the mill pond had been opened."


def file(newsroom: Newsroom) -> str:
    """Wait for the file that was posted, and return what is in it."""
    room = newsroom.room
    room.wait_for(lambda: [m for m in room.messages(newsroom.world) if m.files], PATIENCE)
    return room.files[-1].content.decode()


def test_claims_are_posted_as_a_table_once_it_was_said_what_is_in_it(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    newsroom.ask(TIP)

    answer = newsroom.ask("export by:ministry")
    assert answer.endswith("for everybody in this channel.")
    press(newsroom, "export_csv")

    rows = list(csv.DictReader(StringIO(file(newsroom), newline="")))
    assert answer.startswith(f"{len(rows)} claims")
    assert {row["claimant"] for row in rows} == {"Interior Ministry"}


def test_claims_are_posted_for_an_archive(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    newsroom.ask("export")

    press(newsroom, "export_json_ld")

    kinds = {node["@type"] for node in json.loads(file(newsroom))["@graph"]}
    assert kinds == {"Claim"}


def test_typed_words_are_never_exported(newsroom: Newsroom) -> None:
    newsroom.ask(TIP)

    assert newsroom.ask("export").startswith("No claim of a published article")
    assert newsroom.ask("export since:soon").startswith("I cannot read that day")
