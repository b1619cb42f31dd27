"""What is typed after "find" is read as words and filters, or refused with how it is written."""

from datetime import date
from typing import Any

import pytest

from bot.newsroom.query import Query, query
from bot.newsroom.status import Mark
from bot.newsroom.trouble import Unclear

TODAY = date(2026, 3, 5)  # a Thursday

QUERIES = [
    pytest.param("flood toll", {"words": "flood toll"}, id="words"),
    pytest.param('"flood toll"', {"words": "flood toll"}, id="words in quotation marks"),
    pytest.param("by:ministry toll", {"by": "ministry", "words": "toll"}, id="a filter first"),
    pytest.param("toll by:ministry", {"by": "ministry", "words": "toll"}, id="a filter last"),
    pytest.param('by:"Interior Ministry"', {"by": "Interior Ministry"}, id="a name of two words"),
    pytest.param("by:“Interior Ministry”", {"by": "Interior Ministry"}, id="a phone's marks"),
    pytest.param("BY: Orsk", {"by": "Orsk"}, id="a space after the colon"),
    pytest.param("from:Telegram", {"came_from": "Telegram"}, id="the chain"),
    pytest.param("outlet:Courier about:flood", {"outlet": "Courier", "about": "flood"}, id="two"),
    pytest.param("status:false", {"status": Mark.FALSE}, id="a status"),
    pytest.param("since:2026-03-01", {"since": date(2026, 3, 1)}, id="since a date"),
    pytest.param("since:7d", {"since": date(2026, 2, 26)}, id="since days"),
    pytest.param("since:2w", {"since": date(2026, 2, 19)}, id="since weeks"),
    pytest.param("since:monday", {"since": date(2026, 3, 2)}, id="since a weekday"),
    pytest.param("since:Thursday", {"since": TODAY}, id="since the weekday that it is"),
    pytest.param("since:yesterday", {"since": date(2026, 3, 4)}, id="since yesterday"),
    pytest.param("toll page:3", {"words": "toll", "page": 3}, id="a page"),
    pytest.param("toll page:-1", {"words": "toll"}, id="a page that is none"),
    pytest.param("Update: 14 dead", {"words": "Update: 14 dead"}, id="a colon of the text"),
    pytest.param(
        "الفيضان by:Міністерство", {"words": "الفيضان", "by": "Міністерство"}, id="scripts"
    ),
]


@pytest.mark.parametrize(("typed", "facets"), QUERIES)
def test_words_and_filters_are_told_apart(typed: str, facets: dict[str, Any]) -> None:
    assert query(typed, TODAY) == Query(**facets)


UNCLEAR = [
    pytest.param("", "Search for what", id="nothing"),
    pytest.param("page:2", "Search for what", id="only a page"),
    pytest.param("since:soon", "cannot read that day", id="no day"),
    pytest.param("since:2026-13-01", "cannot read that day", id="no such month"),
    pytest.param("status:maybe", "no such status", id="no such status"),
]


@pytest.mark.parametrize(("typed", "said"), UNCLEAR)
def test_what_cannot_be_read_is_refused_with_how_it_is_written(typed: str, said: str) -> None:
    with pytest.raises(Unclear, match=said):
        query(typed, TODAY)
