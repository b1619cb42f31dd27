"""What is told in posts can be taken back: the id of every claim that they rest on is known."""

from datetime import UTC, datetime

from bot.claims.digest import Digest, Telling
from bot.newsroom.watch import News, Watch, Watched, WatchKind
from bot.sender.redacting import ids_in
from bot.views.controls import shared
from bot.views.digest import rest_message
from bot.views.masked import masked
from bot.views.watching import news_message
from tests.making import a_claim, a_link

HEAD = Telling("“Flood”", "Herald, 5 Mar 2026", (), beside=("C-7KQ2M",))
NOW = datetime(2026, 3, 9, tzinfo=UTC)
WATCH = Watch("W-1", "T1", "C1", "U1", WatchKind.WORDS, "flood", NOW)


def test_the_claim_that_was_earlier_is_named_where_it_is_compared_with() -> None:
    later, first, second = (a_claim(f"C-7KQ2{sign}", f"{sign} people died.") for sign in "MNP")
    links = (a_link(later, first), a_link(later, second))
    told = news_message([News(Watched(WATCH, "the words “flood”"), ((later, links),))])

    assert ids_in(told) == {later.id, first.id, second.id}
    assert [one.id in told.text for one in (later, first, second)] == [False, True, True]


def test_the_later_claim_is_named_where_the_one_told_was_earlier() -> None:
    later, earlier = (a_claim(f"C-7KQ2{sign}", f"{sign} people died.") for sign in "MN")
    claims = ((earlier, (a_link(later, earlier),)),)
    told = news_message([News(Watched(WATCH, "the words “flood”"), claims)])

    assert ids_in(told) == {later.id, earlier.id}


def test_a_line_that_is_not_told_names_nobody() -> None:
    later = a_claim("C-7KQ2M")
    links = [a_link(later, a_claim(f"C-7KQ2{sign}", f"{sign} people died.")) for sign in "NPR"]
    told = news_message([News(Watched(WATCH, "the words “flood”"), ((later, tuple(links)),))])

    assert ids_in(told) == {"C-7KQ2M", "C-7KQ2N", "C-7KQ2P"}


def test_a_story_whose_head_names_an_article_is_found_by_that_article() -> None:
    told = rest_message(Digest((HEAD,)))

    assert ids_in(told) == ids_in(masked(told)) == ids_in(shared(told, "U1")) == {"C-7KQ2M"}
    assert "C-7KQ2M" not in told.text
