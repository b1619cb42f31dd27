"""What is typed after the command is a verb and a rest, whatever it is."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.newsroom.query import query
from bot.newsroom.trouble import Trouble
from bot.newsroom.typed import clock_time, names, switch, weekdays
from bot.newsroom.verbs import Verb, understood
from tests.strange import often, texts


@often
@given(texts)
def test_whatever_is_typed_is_understood_as_something(text: str) -> None:
    asked = understood(text)

    assert asked.verb in {None, *Verb}
    assert asked.rest == asked.rest.strip()
    assert asked.verb is not None or asked.rest


@often
@given(st.sampled_from([verb for verb in Verb if verb is not Verb.READ]), texts)
def test_a_verb_is_known_whatever_follows(verb: Verb, rest: str) -> None:
    assert understood(f"{verb.value.upper()} {rest}").verb is verb


@pytest.mark.parametrize("link", ["https://n.example/a", "<HTTP://n.example/a|see>"])
def test_a_bare_link_is_to_be_read(link: str) -> None:
    assert understood(f"  {link} ").verb is Verb.READ


@often
@given(texts, st.booleans())
def test_filters_are_understood_or_refused_with_a_reason(text: str, at_worst: bool) -> None:  # noqa: FBT001 - Hypothesis calls it
    with suppress(Trouble):
        query(text, date(2026, 5, 20), all_at_worst=at_worst)


@often
@given(texts, st.sampled_from([clock_time, weekdays, switch, names]))
def test_settings_are_understood_or_refused_with_a_reason(
    text: str, reads: Callable[[str], object]
) -> None:
    with suppress(Trouble):
        reads(text)
