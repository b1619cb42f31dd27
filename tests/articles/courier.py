"""The newspaper whose site the tests of fetching ask."""

import pytest

from tests.articles.world import World, answer

SITE = "courier.example"
LINK = f"http://{SITE}/bridge"


@pytest.fixture
def courier(world: World) -> World:
    world.has(SITE)
    world.sites[f"{SITE}/bridge"] = answer()
    return world
