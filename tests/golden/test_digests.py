"""Digests of the corpus's stories, word for word as an editor has read them.

`python -m tests.golden` writes them anew. A sample is lived through here; all are with LONG=1.
"""

import os
import re
from pathlib import Path

import pytest

from tests.claims.reading import parser
from tests.golden.__main__ import main
from tests.golden.replayed import CORPUS, STORIES, golden_of, lived
from tests.golden.written import written

LONG = "LONG" in os.environ
SAMPLE = ("hurricane-wendell",)  # all parts of a digest, what moved and what came
LIVED = STORIES if LONG else SAMPLE
_CITED = re.compile(r"“(.+?)” \[C-\d+\]")
_MARKS = str.maketrans(dict.fromkeys('“”"‘’', "'"))
"""All marks as one: of a quotation within another they are set anew."""

every_story = pytest.mark.parametrize("name", STORIES)


@pytest.mark.parametrize("name", LIVED)
def test_a_channel_that_lives_through_a_story_is_told_what_an_editor_has_read(name: str) -> None:
    told = written(lived(name, parser()))

    assert told == golden_of(name).read_text("utf-8"), "python -m tests.golden, then git diff"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        pytest.param("--help", "Writes the digests of", id="help"),
        pytest.param("hurricane", "no such story: hurricane", id="no story"),
    ],
)
def test_writing_them_anew_is_explained(
    typed: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([typed])

    assert told in " ".join("".join(capsys.readouterr()).split())


def posts(name: str) -> list[list[str]]:
    """Return the bullets of each post with its thread."""
    told = golden_of(name).read_text("utf-8").split("\n\n")
    return [[line for line in post.splitlines() if "• " in line] for post in told]


@every_story
def test_every_line_is_quoted_word_for_word_and_has_its_claim(name: str) -> None:
    texts = [Path(one).read_text("utf-8") for one in CORPUS.glob(f"{name}/*.txt")]
    articles = "\n".join(texts).translate(_MARKS)

    for line in (line for post in posts(name) for line in post):
        quotes = _CITED.findall(line)
        assert quotes, line
        assert [one for one in quotes if one.translate(_MARKS) not in articles] == [], line


@every_story
def test_no_line_stands_twice_but_what_is_overdue_and_that_three_times(name: str) -> None:
    told = [line.strip() for post in posts(name) for line in post]

    for line in set(told):
        assert told.count(line) <= (3 if "Due: Overdue. " in line else 1), line


@every_story
def test_a_post_has_twelve_lines_at_most(name: str) -> None:
    for post in golden_of(name).read_text("utf-8").split("\n\n"):
        above, *_ = post.split("\n  In the thread:")
        lines = [line for line in above.strip().splitlines() if not line.startswith("[")]
        assert len(lines) <= 12, lines[0]
