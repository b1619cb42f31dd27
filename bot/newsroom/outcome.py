"""What came of something that was announced for a day, as a person says."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Came(StrEnum):
    """What people can say of an announced event whose day has passed."""

    HAPPENED = "happened"
    DID_NOT = "did not happen"
    MOVED = "moved"
    NOT_KNOWN = "not known"  # nobody asks again


@dataclass(frozen=True, slots=True)
class Settlement:
    """What one person said; `claim` is any claim that announced the event."""

    claim: str
    came: Came
    person: str
    settled_at: datetime
