"""What a pasted link is: where it stands in a message, its one spelling, what is no article."""

import time
from typing import Any

import pytest

from bot.articles.links import canonical, links_in, refuse_non_articles
from bot.articles.wiretext import plain
from bot.newsroom.trouble import NotAnArticle

A, B = "https://courier.example/a", "https://gazette.example/b"


def link(url: str, **style: bool) -> dict[str, Any]:
    return {"type": "link", "url": url} | ({"style": style} if style else {})


def words(text: str) -> dict[str, Any]:
    return {"type": "text", "text": text}


def rich(*elements: dict[str, Any], kind: str = "rich_text_section") -> dict[str, Any]:
    return {"type": "rich_text", "elements": [{"type": kind, "elements": list(elements)}]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(f"see <{A}>", [A], id="wrapped"),
        pytest.param(f"see <{A}|the Courier> and <{B}>", [A, B], id="with a label, in order"),
        pytest.param(f"<{B}> <{A}> <{B}>", [B, A], id="each once"),
        pytest.param(f"<{A}?utm_source=x> <{A}>", [f"{A}?utm_source=x"], id="one article once"),
        pytest.param(f"<{A}?p=1&amp;q=2>", [f"{A}?p=1&q=2"], id="with an ampersand"),
        pytest.param(f"<mailto:ann@courier.example|ann> <{A}>", [A], id="beside an address"),
        pytest.param("<@U024BE7LH> <#C02|city> <!here> <tel:+15550100>", [], id="no link at all"),
        pytest.param(f"`<{A}>` and <{B}>", [B], id="one in code"),
        pytest.param(f"```\n<{A}>\n``` <{B}>", [B], id="one in a block of code"),
        pytest.param(f"&gt; <{A}>\n<{B}>", [B], id="one in a quotation"),
        pytest.param(f"<{B}>\n&gt;&gt;&gt; so\n<{A}>", [B], id="one in a long quotation"),
        pytest.param(f"{A}, or ({B}).", [A, B], id="bare, as after a command"),
        pytest.param("https://w.example/Mercury_(planet)", ["https://w.example/Mercury_(planet)"],
                     id="bare with brackets of its own"),
        pytest.param("", [], id="nothing"),
    ],
)  # fmt: skip
def test_links_of_a_text(text: str, found: list[str]) -> None:
    assert list(links_in(text)) == found


@pytest.mark.parametrize(
    ("block", "found"),
    [
        pytest.param(rich(words("see "), link(A), link(B)), [A, B], id="in a line"),
        pytest.param(rich(link(A, code=True), link(B)), [B], id="one set as code"),
        pytest.param(rich(link(A, bold=True)), [A], id="in bold"),
        pytest.param(rich(link(A), kind="rich_text_quote"), [], id="in a quotation"),
        pytest.param(rich(link(A), kind="rich_text_preformatted"), [], id="in a block of code"),
        pytest.param(
            rich(*rich(link(A), link(B))["elements"], kind="rich_text_list"),
            [A, B],
            id="in a list",
        ),
        pytest.param(rich(link("mailto:ann@courier.example")), [], id="an address"),
    ],
)
def test_links_of_the_blocks_win_over_those_of_the_text(
    block: dict[str, Any], found: list[str]
) -> None:
    assert list(links_in("<https://elsewhere.example/>", [block])) == found


def test_blocks_without_rich_text_leave_the_text_to_speak() -> None:
    assert links_in(f"<{A}>", [{"type": "section", "text": {}}]) == (A,)


@pytest.mark.parametrize(
    ("pasted", "one"),
    [
        ("HTTPS://Courier.Example/A", "https://courier.example/A"),
        ("https://courier.example:443/a", A),
        ("http://courier.example:80/a", "http://courier.example/a"),
        ("http://127.0.0.1:8765/samples/1", "http://127.0.0.1:8765/samples/1"),
        ("https://courier.example/a#comments", A),
        ("https://courier.example/a/", A),
        ("https://courier.example/", "https://courier.example"),
        ("https://courier.example./a", A),
        ("https://courier.example/a?utm_source=x&utm_medium=y", A),
        ("https://courier.example/a?fbclid=1&gclid=2&mc_cid=3&ref=home", A),
        ("https://courier.example/a?page=2&id=7&UTM_Term=z", f"{A}?id=7&page=2"),
        ("https://courier.example/a?id=", f"{A}?id="),
        ("https://courier.example/story?reference=7", "https://courier.example/story?reference=7"),
        ("https://m.courier.example/a", "https://www.courier.example/a"),
        ("https://mobile.courier.example/a", "https://www.courier.example/a"),
        ("https://amp.courier.example/a", "https://www.courier.example/a"),
        ("https://en.m.wiki.example/wiki/Bridge", "https://en.wiki.example/wiki/Bridge"),
        ("https://m.example/a", "https://m.example/a"),
        ("https://courier.example/amp/a", A),
        ("https://courier.example/a/amp/", A),
        ("https://courier.example/news/amp/a7", "https://courier.example/news/a7"),
        ("https://courier.example/a.amp", A),
        ("https://courier.example/a.amp.html", f"{A}.html"),
        ("https://courier.example/a?amp=1", A),
        ("https://courier.example/a?outputType=amp", A),
        ("https://courier.example/amplifiers/a", "https://courier.example/amplifiers/a"),
        ("https://www.google.com/amp/s/courier.example/a", A),
        ("https://courier-example.cdn.ampproject.org/c/s/courier.example/a?usqp=q", A),
        ("https://courier.example/br\u00fccke", "https://courier.example/br%C3%BCcke"),
        ("https://courier.example/br%C3%BCcke", "https://courier.example/br%C3%BCcke"),
        ("http://[2620:fe::7]/a", "http://[2620:fe::7]/a"),
        ("http://[broken", "http://[broken"),
        ("not a link", "not a link"),
    ],
)
def test_the_many_spellings_of_a_link_have_one_form(pasted: str, one: str) -> None:
    assert canonical(pasted) == one
    assert canonical(one) == one


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://paper.slack.com/archives/C02/p17", "Slack"),
        ("https://files.slack.com/files-pri/T1-F2/a", "Slack"),
        ("https://slack.com/archives/C02/p17", "Slack"),
        ("https://docs.google.com/document/d/1", "document"),
        ("https://www.notion.so/Plan-1", "document"),
        ("https://desk.sharepoint.com/:w:/r/a", "document"),
        ("https://www.youtube.com/watch?v=1", "video"),
        ("https://youtu.be/1", "video"),
        ("https://X.com/ann/status/1", "social"),
        ("https://m.facebook.com/ann/posts/1", "social"),
        ("https://us02web.zoom.us/j/1", "meeting"),
        ("https://courier.example/report.PDF", r"\.pdf file"),
        ("https://courier.example/a/clip.mp4?x=1", r"\.mp4 file"),
        ("https://courier.example/photo.jpg", r"\.jpg file"),
        ("https://courier.example/all.zip", r"\.zip file"),
    ],
)
def test_what_is_never_an_article_is_refused_with_the_reason(url: str, words: str) -> None:
    with pytest.raises(NotAnArticle, match=words):
        refuse_non_articles(url)


@pytest.mark.parametrize(
    "url",
    [
        A,
        "https://slack.com/blog/news/outage",
        "https://notx.com/ann",
        "https://courier.example/pdf",
        "https://courier.example/zip/code.html",
        "https://courier.example/v1.2/story",
        "https://fakeyoutube.com/watch",
        "http://[broken",
    ],
)
def test_other_links_may_be_articles(url: str) -> None:
    refuse_non_articles(url)


@pytest.mark.parametrize(
    ("wire", "seen"),
    [
        (f"<{A}|the Courier> says 5 &lt; 7 &amp; more", "the Courier says 5 < 7 & more"),
        (f"<{A}>", A),
        ("&amp;lt; stays", "&lt; stays"),
        ("<@U024|ann> in <#C02|city>, <!here>", "@ann in #city, here"),
        ("by <!date^1735689600^{date}|1 Jan 2025>", "by 1 Jan 2025"),
    ],
)
def test_wire_text_reads_as_its_author_saw_it(wire: str, seen: str) -> None:
    assert plain(wire) == seen


@pytest.mark.parametrize("unit", ["<https://n.example/a", ")", "https://n.example/(", "`", "<a|"])
def test_links_of_a_message_are_found_in_time(unit: str) -> None:
    message = "https://n.example/" + (unit * 40_000)[:40_000]  # Slack takes no longer one
    started = time.process_time()

    links_in(message)

    assert time.process_time() - started < 0.2
