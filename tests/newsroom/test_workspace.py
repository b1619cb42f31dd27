"""What holds for a whole newsroom."""

import pytest

from bot.newsroom.status import Mark
from bot.newsroom.workspace import Workspace
from tests.making import a_publication


@pytest.mark.parametrize(
    ("own", "outlet", "url", "ours"),
    [
        ((), "Courier", "https://courier.example/1", False),
        (("Courier",), "courier", "https://elsewhere.example/1", True),
        (("Courier",), "The Courier", "https://courier.example/1", False),
        (("courier.example",), "The Courier", "https://www.courier.example/1", True),
        (("courier.example",), "", "http://courier.example:80/1", True),
        (("courier.example",), "", "https://courier.example.net/1", False),
        (("courier.example",), "", "", False),
        (("Вісник",), "вісник", "", True),
    ],
)
def test_what_we_published_is_known_by_the_outlets_name_or_its_site(
    own: tuple[str, ...],
    outlet: str,
    url: str,
    ours: bool,  # noqa: FBT001 - a table
) -> None:
    publication = a_publication(outlet=outlet, url=url)

    assert Workspace("T1", own_outlets=own).published(publication) is ours


@pytest.mark.parametrize("mark", Mark)
def test_without_checkers_everybody_may_set_every_mark(mark: Mark) -> None:
    assert Workspace("T1").may_mark("U1", mark)
