"""Whose money a sum is in: read off the article, its outlet and the sums beside it."""

from datetime import datetime

import pytest

from bot.claims.figures import figures_in
from bot.claims.lands import home_of
from bot.claims.model import Publication
from tests.claims.conftest import ParseOne
from tests.claims.test_figures import only


@pytest.mark.parametrize(
    ("sentence", "article", "currency"),
    [
        pytest.param("It cost 9 million pesos.", "A ship left Manila.", "PHP", id="pesos"),
        pytest.param("It cost 9 million pesos.", "A ship sank.", "pesos", id="nobody's pesos"),
        pytest.param("It cost 9 million kronur.", "A ship sank.", "ISK", id="kronur"),
        pytest.param("It cost 9 million kronor.", "A ship sank.", "SEK", id="kronor"),
        pytest.param("It cost 9 million kroner.", "Danish ships sank.", "DKK", id="kroner"),
        pytest.param("It cost Rs 9 crore.", "A ship left Karachi.", "PKR", id="Rs"),
        pytest.param("It cost Sh9 million.", "A ship left Mombasa.", "KES", id="Sh"),
        pytest.param("It cost 9 million francs.", "A ship left Dakar.", "XOF", id="francs"),
        pytest.param("It cost 300 Chinese yuan.", "A ship sank.", "CNY", id="a people's money"),
        pytest.param("It cost 9 million €.", "A ship sank.", "EUR", id="the sign behind"),
    ],
)
def test_money_that_many_lands_name_alike_is_that_of_the_land_named(
    parse: ParseOne, sentence: str, article: str, currency: str
) -> None:
    assert only(figures_in(parse(sentence), 0, article)).unit == currency


@pytest.mark.parametrize(
    ("article", "currency"),
    [
        pytest.param("A ferry in Sydney hit a quay in Brisbane.", "AUD", id="Australian places"),
        pytest.param("A mill in Ohio burned down.", "USD", id="no other dollar's land"),
    ],
)
def test_a_bare_dollar_is_that_of_the_land_the_article_names(
    parse: ParseOne, article: str, currency: str
) -> None:
    assert only(figures_in(parse("Repairs cost $31 million."), 0, article)).unit == currency


@pytest.mark.parametrize(
    ("url", "published", "currency"),
    [
        pytest.param("https://a.example/1", "2026-04-09T06:00:00+12:00", "NZD", id="hour zone"),
        pytest.param("https://a.co.nz/1", "2026-04-09T06:00:00+00:00", "NZD", id="address"),
        pytest.param("https://a.example/1", "2026-04-09T06:00:00+00:00", "USD", id="neither"),
    ],
)
def test_a_dollar_is_that_of_the_outlet_where_no_word_tells(
    parse: ParseOne, url: str, published: str, currency: str
) -> None:
    publication = Publication(url, "The Orsk Post", "A fine", datetime.fromisoformat(published))
    home = home_of(publication, "The mill was fined $31 million.")

    assert only(figures_in(parse("The mill was fined $31 million."), 0, home)).unit == currency


def test_cents_are_told_in_the_currency(parse: ParseOne) -> None:
    figure = only(figures_in(parse("Fares rise by 40 cents."), 0, "In Toronto, fares rise."))

    assert figure.unit == "CAD"
    assert figure.low == pytest.approx(0.4)


def test_a_bare_sum_takes_the_currency_named_before_it(parse: ParseOne) -> None:
    found = figures_in(parse("Repairs of 4 million pounds lift the total to 23 million."))

    assert [figure.unit for figure in found] == ["GBP", "GBP"]
