"""Whatever a message or a page holds, links are found and pages are read without a crash."""

import json
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.articles.addresses import check
from bot.articles.cleaning import clean
from bot.articles.found import Found
from bot.articles.links import canonical, links_in, refuse_non_articles
from bot.articles.page import found_in
from bot.articles.parent import found_by
from bot.articles.read import Reader
from bot.articles.wiretext import plain
from bot.isolation import Isolated
from bot.newsroom.trouble import LinkRefused, LinkTrouble, PoisonPage, TextTrouble
from tests.articles.pages import linked, page
from tests.articles.test_read import a_page
from tests.strange import links, often, seldom, texts

NOW = datetime(2026, 5, 20, 9, tzinfo=UTC)
FIELDS = tuple(Found.__slots__)
FIELD_TEXTS = st.one_of(
    texts, st.sampled_from(["0001-01-01T00:00+14:00", "9999-12-31T23:59-14:00"])
)


@often
@given(texts)
def test_links_of_any_message_are_found(text: str) -> None:
    found = links_in(text)

    assert len(set(found)) == len(found)
    assert plain(plain(text)) is not None


@often
@given(links)
def test_any_link_has_one_form(link: str) -> None:
    once = canonical(link)

    assert canonical(once) == once
    with suppress(LinkTrouble):
        refuse_non_articles(link)


@often
@given(links)
def test_a_link_is_refused_or_names_a_site_at_an_ordinary_port(link: str) -> None:
    try:
        address = check(link)
    except LinkRefused:
        return
    assert address.port in {80, 443}
    assert address.host.isascii()
    assert address.host.rpartition(".")[2][:1].isalpha()
    assert str(address).isascii()
    assert set(str(address)).isdisjoint(' \r\n\t"<>\\@') or "@" not in str(address).split("/")[2]


@often
@given(texts)
def test_cleaning_is_done_once(text: str) -> None:
    once = clean(text)

    assert clean(once) == once
    once.encode()


@seldom
@given(st.binary(max_size=2_000), texts, st.booleans())
def test_any_bytes_are_a_page_without_a_crash(body: bytes, kind: str, as_text: bool) -> None:  # noqa: FBT001 - Hypothesis calls it
    told = found_in(body, "text/plain" if as_text else kind, "https://n.example/a", NOW)

    Found.checked(json.loads(json.dumps(told)))


@seldom
@given(texts, texts, texts)
def test_any_words_in_a_page_are_read_without_a_crash(head: str, title: str, body: str) -> None:
    fields = f'"datePublished": {json.dumps(title)}, "headline": {json.dumps(head)}'
    page_ = page(head + linked(fields), (body,), above=title)
    told = found_in(page_, "text/html", "https://n.example/a", NOW)

    Found.checked(json.loads(json.dumps(told)))


@settings(seldom, max_examples=8)
@given(texts)
def test_any_page_is_an_article_or_one_clear_trouble(reader: Reader, text: str) -> None:
    with suppress(TextTrouble):
        article = reader.read(a_page(page(body=(text, *text.split("\n")))), NOW)
        article.text.encode()
        assert "\n" not in article.publication.title


class Hijacked(Isolated):
    """A process that a page took over: it answers whatever it likes."""

    def __init__(self, answer: bytes) -> None:
        super().__init__("nobody:nothing")
        self._answer = answer

    def ask(self, question: object, seconds: float) -> bytes:  # noqa: ARG002 - as it is asked
        return self._answer


@often
@given(st.fixed_dictionaries(dict.fromkeys(FIELDS, FIELD_TEXTS)))
def test_what_a_hijacked_process_says_is_taken_or_refused(told: dict[str, str]) -> None:
    with suppress(PoisonPage):
        found_by(Hijacked(json.dumps(told).encode()), a_page(b""), NOW, 1)


@pytest.mark.parametrize("answer", [b"", b"\xff", b"[" * 900_000, b"7", b"[]", b"{}", b"null"])
def test_an_answer_that_is_none_is_refused(answer: bytes) -> None:
    with pytest.raises(PoisonPage):
        found_by(Hijacked(answer), a_page(b""), NOW, 1)
