"""The desk of the desk's own tests."""

from tests.desk.conftest import desk, world

__all__ = ["desk", "world"]
