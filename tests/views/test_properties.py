"""Whatever strangers wrote, Slack takes it, draws it as it stands, and nobody is pinged by it."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.views.blocks import (
    BUTTON_LIMIT,
    TEXT_LIMIT,
    VALUE_LIMIT,
    Button,
    actions,
    clean,
    clip,
    link,
    mrkdwn,
    plain,
    words,
)
from tests.strange import links, often, texts

ENTITIES = re.compile("&(?!amp;|lt;|gt;)")
ACTIVE = re.compile(r"[*_~`](?=[^\u2060])|[:@#](?=[^\s\u2060])|(?m:^ *[>•-])")


@often
@given(texts)
def test_cleaned_text_is_one_line_that_can_be_sent(text: str) -> None:
    once = clean(text)

    assert clean(once) == once
    assert once.encode()
    assert len(once.splitlines()) == 1


@often
@given(texts, st.integers(10, TEXT_LIMIT))
def test_mrkdwn_does_nothing(text: str, limit: int) -> None:
    said = mrkdwn(text, limit)

    assert 1 <= len(said) <= limit
    assert said.encode()
    assert set(said).isdisjoint("<>")
    assert not ENTITIES.search(said)
    assert not ACTIVE.search(said.removesuffix("…"))


@often
@given(texts, st.integers(2, 200))
def test_clipped_text_fits(text: str, limit: int) -> None:
    assert 1 <= len(clip(text, limit)) <= limit


@often
@given(texts, st.booleans())
def test_runs_of_text_fit_and_hold_something(text: str, bold: bool) -> None:  # noqa: FBT001 - Hypothesis calls it
    assert 1 <= len(words(text, bold=bold)["text"]) <= TEXT_LIMIT
    assert 1 <= len(plain(text)["text"]) <= TEXT_LIMIT


@often
@given(links, texts)
def test_a_link_leads_to_the_web_or_is_words(url: str, label: str) -> None:
    element = link(url, label)

    assert 1 <= len(element["text"]) <= TEXT_LIMIT
    if element["type"] == "link":
        assert element["url"].startswith(("http://", "https://"))
        assert set(element["url"]).isdisjoint(' <>|"\n')


@often
@given(texts, texts, texts)
def test_a_button_fits(label: str, value: str, spoken: str) -> None:
    [button] = actions(Button("act", label, value, spoken))["elements"]

    assert 1 <= len(button["text"]["text"]) <= BUTTON_LIMIT
    assert len(button.get("value", "")) <= VALUE_LIMIT
