"""What a reading process tells of a page, in a form that crosses as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Self


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in a page; `wall` is "paywall", "cookies", "scripts" or empty."""

    text: str
    title: str
    outlet: str
    byline: str
    published: str  # ISO 8601 with offset, empty when the page gives no date
    basis: str
    wall: str

    @classmethod
    def checked(cls, answer: Mapping[str, Any]) -> Self:
        """Take what a child said; raise KeyError or ValueError when it is not of this form."""
        fields = {name: answer[name] for name in cls.__slots__}
        if not all(isinstance(value, str) for value in fields.values()):
            raise ValueError("a field is not text")
        found = cls(**fields)
        _ = found.moment
        return found

    @property
    def moment(self) -> datetime | None:
        """Return when the article appeared, in UTC, None for an undated one."""
        if not self.published:
            return None
        return datetime.fromisoformat(self.published).astimezone(UTC)
