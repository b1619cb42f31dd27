"""Fetching with one of its walls taken down, to show that this very wall holds something off."""

import sys
from collections.abc import Callable
from types import ModuleType
from typing import cast

import pytest

from bot.articles.fetch import Page
from tests.house.tree import ROOT

Fetch = Callable[..., Page]

_MODULES = ("addresses", "wire", "fetch")  # each stands on those before it


def weakened(patch: pytest.MonkeyPatch, module: str, wall: str, hole: str) -> Fetch:
    """Return `fetch` from a copy of the code in which `hole` stands where `wall` did."""
    made: dict[str, dict[str, object]] = {}
    for name in _MODULES:
        source = (ROOT / "bot" / "articles" / f"{name}.py").read_text(encoding="utf-8")
        if name == module:
            assert source.count(wall) == 1, f"{wall!r} does not stand once in {name}.py"
            source = source.replace(wall, hole)
        copy = ModuleType(f"weak.{name}")
        patch.setitem(sys.modules, copy.__name__, copy)
        made[name] = copy.__dict__
        exec(source.replace("from bot.articles.", "from weak."), made[name])  # noqa: S102 - our own code
    return cast("Fetch", made["fetch"]["fetch"])
