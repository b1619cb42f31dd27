"""Past stories are read from what newsrooms have, and what cannot be read is told by its line."""

from pathlib import Path

import pytest

from bot.articles.past import past
from bot.claims.model import Article

TEXT = "url: https://courier.example/1\noutlet: Courier\npublished: 2026-03-03\n\nThe dam broke.\n"
LINE = (
    '{"url": "https://courier.example/1", "outlet": "Courier", "title": "Dam",'
    ' "published": "2026-03-03", "text": "The dam broke."}\n'
)
FEED = (
    "<rss><channel><link>https://courier.example/</link><item><title>Dam</title>"
    "<link>https://courier.example/1</link></item></channel></rss>"
)
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><link href="https://courier.example/"/><entry>'
    '<link rel="alternate" href="https://courier.example/1"/>'
    '<link rel="enclosure" href="https://courier.example/1.mp3"/></entry></feed>'
)
BOMB = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]><r>&b;</r>'
LINK = "https://courier.example/1"


def held(folder: Path, name: str, content: str) -> tuple[list[Article | str], list[str]]:
    """Return what a file holds and what was told of it."""
    (folder / name).write_text(content, encoding="utf-8")
    told: list[str] = []
    return list(past(folder / name, told.append)), told


LINKS = [
    pytest.param("a.csv", f"link,note\n{LINK},dam\n", id="a table of links with a head"),
    pytest.param("a.csv", f"dam,{LINK}\n", id="a table without a head"),
    pytest.param("a.jsonl", f'{{"url": "{LINK}"}}\n', id="a line with a link alone"),
    pytest.param("a.rss", FEED, id="RSS"),
    pytest.param("a.atom", ATOM, id="Atom"),
    pytest.param("a.xml", FEED, id="a feed by another name"),
]


@pytest.mark.parametrize(("name", "content"), LINKS)
def test_links_are_read_from_tables_lines_and_feeds(
    tmp_path: Path, name: str, content: str
) -> None:
    assert held(tmp_path, name, content) == ([LINK], [])


@pytest.mark.parametrize(("name", "content"), [("1.txt", TEXT), ("a.jsonl", LINE)])
def test_articles_are_read_from_text_files_and_lines(
    tmp_path: Path, name: str, content: str
) -> None:
    (article,), told = held(tmp_path, name, content)

    assert isinstance(article, Article)
    assert article.text.strip() == "The dam broke."
    assert article.publication.outlet == "Courier"
    assert article.publication.published is not None
    assert article.publication.published.isoformat() == "2026-03-03T00:00:00+00:00"
    assert told == []


TROUBLES = [
    pytest.param("a.jsonl", "{}\n[1]\nno\n", "line 2: not an object", id="lines that are none"),
    pytest.param(
        "a.csv", f"link\n{LINK}\nthe dam\n", "line 3: no link", id="a row without a link"
    ),
    pytest.param("a.rss", "<rss><channel>", "not an RSS or Atom file", id="half a feed"),
    pytest.param("a.rss", "<rss/>", "with no links", id="an empty feed"),
    pytest.param("a.rss", BOMB, "with no links", id="a feed that asks for a file"),
    pytest.param("a.txt", "no head", "no head", id="a text without a head"),
]


@pytest.mark.parametrize(("name", "content", "line"), TROUBLES)
def test_what_cannot_be_read_is_told_in_a_line_and_the_rest_is_read(
    tmp_path: Path, name: str, content: str, line: str
) -> None:
    found, told = held(tmp_path, name, content)

    assert any(line in one for one in told)
    assert found in ([], [LINK])


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    told: list[str] = []

    assert list(past(tmp_path / "none.csv", told.append)) == []
    assert "No such file" in told[0]
