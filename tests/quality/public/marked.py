"""The form of the rows in which others have marked numbers and times."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel


class Result(BaseModel):
    """One marked number or time; `end` is inclusive."""

    start: int
    end: int
    type: str
    resolution: dict[str, Any] | None = None


class MarkedSentence(BaseModel):
    """One input with all that is marked in it."""

    model: str
    input: str
    reference: datetime | None = None
    results: tuple[Result, ...]

    def words_of(self, result: Result) -> str:
        """Return the words that a result marks."""
        return self.input[result.start : result.end + 1]
