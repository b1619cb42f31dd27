"""Digests of whole stories of the corpus: every line quoted, with its id, and none twice."""

from datetime import timedelta

import pytest

from bot.articles.files import exhibits
from bot.claims.brief import plain_line
from bot.claims.digest import Digest, digest, parted
from bot.claims.digest.items import Story
from bot.claims.model import Claim, Style
from bot.replay import Ledger, in_order
from tests.claims.reading import parser
from tests.house.tree import ROOT

STORIES = ("arneiro-flood", "kilbrack-baggage-strike", "lokirima-rations")


def morning_after(name: str) -> tuple[Digest, dict[str, Claim]]:
    """Return the digest of the morning after a story's last article, and all claims by id."""
    ledger = Ledger(parser())
    briefs = [
        ledger.take(one.article) for one in in_order(exhibits([ROOT / "tests/corpus" / name]))
    ]
    claims = tuple(claim for brief in briefs for claim in brief.claims)
    links = tuple(link for brief in briefs for link in brief.links)
    published = briefs[-1].publication.published
    assert published is not None
    story = Story((briefs[-1],), claims, links)
    told = digest([story], published.date() + timedelta(days=1))
    return told, {claim.id: claim for claim in claims}


@pytest.mark.parametrize("name", STORIES)
def test_every_line_is_quoted_with_its_id_and_none_comes_twice(name: str) -> None:
    told, claims = morning_after(name)

    assert told.items
    for one in told.items:
        pieces = one.line.pieces
        quotes = [
            (piece.text, claims[pieces[at + 2].text].quote)
            for at, piece in enumerate(pieces)
            if piece.style is Style.QUOTE
        ]
        assert quotes
        assert all(words in quote for words, quote in quotes), plain_line(one.line)
    lines = [plain_line(one.line) for one in told.items]
    assert len(lines) == len(set(lines))
    first, _ = parted(told)
    assert len(first.items) + len(first.stories) + 2 <= 12
