"""Reads short articles of the tests' own with the real parser, loaded once."""

from datetime import UTC, datetime
from functools import cache
from itertools import count

from spacy.tokens import Doc

from bot.claims.find import find
from bot.claims.model import Article, Claim, Parse, Publication, Reading
from bot.parsing import load

TUESDAY = datetime(2026, 3, 3, 9, tzinfo=UTC)


@cache
def parser() -> Parse:
    return load()


def doc_of(sentence: str) -> Doc:
    return parser()([sentence])[0]


def reading_of(text: str, title: str = "Flood", outlet: str = "Vale Courier") -> Reading:
    publication = Publication("https://vale.example/1", outlet, title, TUESDAY, "head")
    return find(Article(publication, text), parser(), (f"C-{n}" for n in count(1)))


def claims_of(text: str, **about: str) -> tuple[Claim, ...]:
    return reading_of(text, **about).claims


def only_claim(text: str, **about: str) -> Claim:
    (claim,) = claims_of(text, **about)
    return claim


def last_claim(text: str, **about: str) -> Claim:
    return claims_of(text, **about)[-1]
