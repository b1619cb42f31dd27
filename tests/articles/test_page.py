"""An article comes out of its page: text without furniture, credits with their basis."""

from datetime import UTC, datetime

import pytest

from bot.articles.page import found_in
from tests.articles.pages import BODY, linked, page

NOW = datetime(2026, 5, 20, 9, tzinfo=UTC)
URL = "https://www.courier.example/bridge"


def found(raw: bytes, content_type: str = "text/html", url: str = URL) -> dict[str, str]:
    return found_in(raw, content_type, url, NOW)


def test_the_text_is_the_articles_paragraphs_and_nothing_of_the_page_around() -> None:
    assert found(page())["text"] == "\n\n".join(BODY)


@pytest.mark.parametrize(
    "furniture",
    [
        pytest.param("<script>document.write('<p>Buy now</p>')</script>", id="a script"),
        pytest.param("<script type='text/x'>" + "<" * 500, id="a script that never ends"),
        pytest.param("<style>p { color: red }</style>", id="a style"),
        pytest.param("<div class='comments'><p>First!</p></div>", id="comments"),
        pytest.param("<table><tr><td>1</td><td>Rovers</td><td>40</td></tr></table>", id="a table"),
        pytest.param(f"<p>{BODY[1]}</p>", id="a paragraph told twice"),
    ],
)
def test_furniture_stays_out(furniture: str) -> None:
    assert found(page(below=furniture))["text"] == "\n\n".join(BODY)


def test_the_headline_is_not_part_of_the_text() -> None:
    title = "The bridge at the harbour will stay closed until Friday, the city engineer says"
    text = found(page(linked(f'"headline": "{title}"'), (title, *BODY)))["text"]
    assert text == "\n\n".join(BODY)


def test_an_article_laid_out_in_a_table_keeps_its_text() -> None:
    cells = "".join(f"<tr><td>{paragraph}</td></tr>" for paragraph in BODY)
    text = found(f"<html><body><h1>Bridge</h1><table>{cells}</table></body></html>".encode())[
        "text"
    ]
    assert all(paragraph in text for paragraph in BODY)


def test_plain_text_is_taken_as_it_is() -> None:
    raw = b"One.\r\n\r\n<b>Two</b> & three."
    assert found(raw, "text/plain; charset=utf-8")["text"] == "One.\n\n<b>Two</b> & three."


PUBLISHED = '"datePublished": "2025-03-04T10:30:00+02:00"'
META = '<meta property="article:published_time" content="2025-03-04T08:30:00Z">'


@pytest.mark.parametrize(
    ("raw", "published", "basis"),
    [
        pytest.param(page(linked(PUBLISHED)), "2025-03-04T08:30:00+00:00",
                     "ld+json datePublished", id="linked data"),
        pytest.param(page(f'<script type="application/ld+json">[{{"@graph": [{{"@type": "Person"'
                          f'}}, {{"@type": "NewsArticle", {PUBLISHED}}}]}}]</script>'),
                     "2025-03-04T08:30:00+00:00", "ld+json datePublished", id="in a graph"),
        pytest.param(page(linked("broken") + META), "2025-03-04T08:30:00+00:00",
                     "meta article:published_time", id="a meta element"),
        pytest.param(page('<meta name="date" content="2025-03-04">'), "2025-03-04T12:00:00+00:00",
                     "meta date, day only", id="a day alone is noon"),
        pytest.param(page('<meta name="pubdate" content="2025-03-04T08:30:00">'),
                     "2025-03-04T08:30:00+00:00", "meta pubdate, no time zone given",
                     id="a time without a zone is UTC"),
        pytest.param(page(above='<time datetime="2025-03-04T08:30Z">4 March</time>'),
                     "2025-03-04T08:30:00+00:00", "time element", id="the only time element"),
        pytest.param(page(above='<span class="postedOn">Tuesday, 4 March 2025</span>'),
                     "2025-03-04T12:00:00+00:00", "date beside the headline, day only",
                     id="written beside the headline"),
        pytest.param(page(above='<p class="update-note">Updated 4 March 2025</p>'), "", "",
                     id="an update is not the publication"),
        pytest.param(page(linked('"datePublished": "1970-01-01"') + META),
                     "2025-03-04T08:30:00+00:00", "meta article:published_time",
                     id="a default is no date"),
        pytest.param(page(below='<time datetime="2025-03-01">1</time><time datetime="2025-02-01">2'
                          "</time>"), "", "", id="dates of other stories"),
        pytest.param(page(), "", "", id="no date"),
    ],
)  # fmt: skip
def test_the_date_is_told_with_its_basis(raw: bytes, published: str, basis: str) -> None:
    told = found(raw)
    assert (told["published"], told["basis"]) == (published, basis)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param("", "Bridge closed until Friday", id="the headline on the page"),
        pytest.param("<meta property='og:title' content='Bridge shut'>", "Bridge shut", id="meta"),
        pytest.param(linked('"headline": "Bridge is shut"'), "Bridge is shut", id="linked data"),
        pytest.param(
            "<meta property='og:site_name' content='The Courier'>"
            "<meta property='og:title' content='Bridge - latest | The Courier'>",
            "Bridge - latest", id="without the outlet's name",
        ),
        pytest.param("<meta property='og:title' content='It doesn&amp;#8217;t open'>",
                     "It doesn’t open", id="escaped twice"),
    ],
)  # fmt: skip
def test_the_title(head: str, title: str) -> None:
    assert found(page(head))["title"] == title


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        pytest.param("<meta property='og:site_name' content='The Courier'>", "The Courier",
                     id="meta"),
        pytest.param(linked('"publisher": {"@type": "Organization", "name": "Courier Group"}'),
                     "Courier Group", id="linked data"),
        pytest.param("<meta property='og:site_name' content='https://courier.example'>",
                     "courier.example", id="an address is no name"),
        pytest.param("", "courier.example", id="the host"),
    ],
)  # fmt: skip
def test_the_outlet(head: str, outlet: str) -> None:
    assert found(page(head))["outlet"] == outlet


@pytest.mark.parametrize(
    ("head", "above", "byline"),
    [
        pytest.param(linked('"author": [{"name": "Ann Bell"}, {"name": "Bo Carr"}]'), "",
                     "Ann Bell, Bo Carr", id="linked data"),
        pytest.param("<meta name='author' content='By Ann Bell'>", "", "Ann Bell", id="meta"),
        pytest.param("<meta name='author' content='https://social.example/ann'>",
                     "<a rel='author'>Ann Bell</a>", "Ann Bell", id="a marked link"),
        pytest.param("", "", "", id="nobody"),
    ],
)  # fmt: skip
def test_the_byline(head: str, above: str, byline: str) -> None:
    assert found(page(head, above=above))["byline"] == byline


@pytest.mark.parametrize(
    ("raw", "content_type"),
    [
        pytest.param("café “4”".encode(), "text/plain", id="UTF-8 without saying so"),
        pytest.param("café “4”".encode("utf-8-sig"), "text/plain", id="with a byte order mark"),
        pytest.param("café “4”".encode("utf-16"), "text/plain", id="UTF-16"),
        pytest.param("café “4”".encode("cp1252"), "text/plain; charset=ISO-8859-1", id="Latin-1"),
        pytest.param("café “4”".encode("cp1252"), "text/plain", id="Windows without saying so"),
        pytest.param("café “4”".encode(), "text/plain; charset=utf-7", id="a codec of no page"),
        pytest.param("café “4”".encode(), "text/plain; charset=zip", id="no text codec"),
        pytest.param("café “4”".encode(), 'text/plain; charset="nonsense"', id="no codec"),
    ],
)
def test_bytes_are_read_in_the_pages_own_code(raw: bytes, content_type: str) -> None:
    assert found(raw, content_type)["text"] == "café “4”"


def test_a_page_names_its_code_in_its_head() -> None:
    raw = page('<meta charset="windows-1251">', ("Кран закрыт. " * 20,)).decode()
    assert "Кран закрыт" in found(raw.encode("cp1251"))["text"]
