"""What people have decided about one claim, as far as a viewer may see it."""

from dataclasses import dataclass

from bot.newsroom.edit import Edit
from bot.newsroom.status import Status


@dataclass(frozen=True, slots=True)
class Same:
    """That a person called the claim the same as another."""

    other: str
    person: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """The mark that holds (None where nobody marked), the edits that hold, and the same claims."""

    status: Status | None = None
    edits: tuple[Edit, ...] = ()
    same: tuple[Same, ...] = ()
