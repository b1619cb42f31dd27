"""A page becomes an article or one clear trouble, and a hostile page costs a moment."""

import json
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.articles.fetch import Page
from bot.articles.found import Found
from bot.articles.read import Reader, open_article, put_in
from bot.claims.model import Origin
from bot.newsroom.pasted import Pasted
from bot.newsroom.trouble import (
    NotAnArticle,
    NoText,
    OtherLanguage,
    PageTooLarge,
    PoisonPage,
    TextTrouble,
)
from tests.articles.pages import BODY, linked, page
from tests.articles.world import World, answer
from tests.hostile.pages import KINDS, SAMPLE

NOW = datetime(2026, 5, 20, 9, tzinfo=UTC)


def a_page(body: bytes, url: str = "https://courier.example/bridge/?utm_source=x") -> Page:
    return Page(url, 200, "text/html; charset=utf-8", body)


def test_a_page_becomes_an_article(reader: Reader) -> None:
    head = linked('"datePublished": "2025-03-04", "author": "Ann Bell", "headline": "Bridge shut"')
    article = reader.read(a_page(page(head)), NOW)
    assert article.text == "\n\n".join(BODY)
    assert article.byline == "Ann Bell"
    told = article.publication
    assert (told.url, told.outlet) == ("https://courier.example/bridge", "courier.example")
    assert (told.title, told.origin) == ("Bridge shut", Origin.PUBLISHED)
    assert told.published == datetime(2025, 3, 4, 12, tzinfo=UTC)
    assert told.basis == "ld+json datePublished, day only"


def test_an_undated_article_stays_undated(reader: Reader) -> None:
    told = reader.read(a_page(page()), NOW).publication
    assert (told.published, told.basis) == (None, "")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param(b"", "no article text", id="nothing"),
        pytest.param(page(body=("Bridge closed.",)), "no article text", id="a line"),
        pytest.param(
            page(linked('"isAccessibleForFree": "False"'), BODY[:2]), "subscribers", id="a paywall"
        ),
        pytest.param(
            page(body=BODY[:1], below="<div class='paywall-box'>Subscribe to continue</div>"),
            "subscribers",
            id="a teaser",
        ),
        pytest.param(
            page(body=("We use cookies. Accept all cookies to go on to the page.",)),
            "cookie notice",
            id="a cookie wall",
        ),
        pytest.param(
            b"<html><body><div id='root'></div><noscript>Please enable JavaScript.</noscript>",
            "built by scripts",
            id="a page made by scripts",
        ),
    ],
)
def test_a_page_without_an_article_says_why(reader: Reader, body: bytes, words: str) -> None:
    with pytest.raises(NoText, match=words):
        reader.read(a_page(body), NOW)


def test_a_whole_article_beside_an_offer_to_subscribe_is_read(reader: Reader) -> None:
    offer = "<div class='paywall-box'>Subscribe now</div>"
    assert reader.read(a_page(page(body=(*BODY, *map(str.upper, BODY)), below=offer)), NOW).text


def test_another_language_is_said(reader: Reader) -> None:
    german = "Die Brücke bleibt bis Freitag gesperrt, weil ein Riss in dem Pfeiler ist. "
    body = tuple(f"{number}. {german * 3}" for number in range(4))
    with pytest.raises(OtherLanguage, match="German"):
        reader.read(a_page(page(body=body)), NOW)


@pytest.mark.parametrize("kind", SAMPLE)
def test_a_hostile_page_ends_in_a_moment(reader: Reader, kind: str) -> None:
    body = KINDS[kind]().encode()
    started = time.monotonic()
    try:
        text = reader.read(a_page(body), NOW).text
    except TextTrouble:
        text = ""
    assert time.monotonic() - started < 4
    assert "haha" not in text
    assert "root:" not in text
    assert reader.read(a_page(page()), NOW).text  # the next page is read as ever


def test_a_page_that_takes_too_long_is_given_up() -> None:
    with Reader(page_seconds=0.05) as reader, pytest.raises(PoisonPage, match="too long"):
        reader.read(a_page(b"<h1>x</h1>" * 29_000), NOW)


def test_a_page_of_too_many_parts_is_not_even_parsed(reader: Reader) -> None:
    with pytest.raises(PageTooLarge):
        reader.read(a_page(b"<p>" * 60_001), NOW)


def test_a_file_of_the_machine_does_not_come_into_the_text(reader: Reader, tmp_path: Path) -> None:
    inside = tmp_path / "inside.txt"
    inside.write_text("the combination of the safe")
    entity = f'<!DOCTYPE x [<!ENTITY f SYSTEM "file://{inside}">]>'
    hostile = entity + page(body=(*BODY, "The file says &f;.")).decode()
    assert "combination" not in reader.read(a_page(hostile.encode()), NOW).text


def test_words_without_a_page_are_cleaned_as_a_page_is() -> None:
    article = put_in(Pasted(" The bridge\u00a0is\u200b shut.\r\n\r\n\r\nUntil Friday. "))
    assert article.text == "The bridge is shut.\n\nUntil Friday."


def test_pasted_and_typed_words_are_no_publication() -> None:
    words = "The bridge is shut."
    article = put_in(Pasted(words, "Courier", "https://courier.example/a#x"))
    assert article.publication.origin is Origin.PASTED
    assert article.publication.url == "https://courier.example/a"
    assert article.publication.published is None
    assert put_in(Pasted(words)).publication.origin is Origin.TYPED


def test_pasted_words_bear_the_day_that_the_person_gave() -> None:
    dated = put_in(Pasted("The bridge is shut.", published=date(2026, 3, 4))).publication
    assert dated.published == datetime(2026, 3, 4, tzinfo=UTC)
    assert dated.basis == "the person who pasted it"


@pytest.mark.parametrize("text", ["", "  \n ", "\u200b", "…"])
def test_no_words_are_no_article(text: str) -> None:
    with pytest.raises(NoText, match="no text to record"):
        put_in(Pasted(text))


def test_a_link_is_opened_and_read(world: World, reader: Reader) -> None:
    world.has("courier.example")
    world.sites["courier.example/b"] = answer(page())
    article = open_article("http://courier.example/b", reader=reader, clock=lambda: NOW)
    assert article.publication.url == "http://courier.example/b"
    assert article.text == "\n\n".join(BODY)


def test_what_is_no_article_is_not_even_fetched(world: World, reader: Reader) -> None:
    with pytest.raises(NotAnArticle):
        open_article("https://youtu.be/1", reader=reader, clock=lambda: NOW)
    assert world.connected == []


def test_a_short_link_to_a_video_is_no_article(world: World, reader: Reader) -> None:
    world.has("short.example")
    world.has("vimeo.com")
    world.sites["short.example/v"] = answer(b"", 301, Location="http://vimeo.com/1")
    world.sites["vimeo.com/1"] = answer(page())
    with pytest.raises(NotAnArticle, match="video"):
        open_article("http://short.example/v", reader=reader, clock=lambda: NOW)


def test_what_a_child_says_is_checked() -> None:
    told = dict.fromkeys(Found.__slots__, "")
    assert Found.checked(told).moment is None
    for wrong in ({**told, "text": 7}, {**told, "published": "soon"}):
        with pytest.raises(ValueError, match=r".+"):
            Found.checked(json.loads(json.dumps(wrong)))
    with pytest.raises(KeyError):
        Found.checked({})
