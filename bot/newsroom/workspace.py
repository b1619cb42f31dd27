"""What holds for a whole newsroom: its own outlets, its checkers, its limits."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Workspace:
    """The settings of a workspace; an empty tuple or zero means that nothing was set.

    `checkers` are the people (ids) who alone may mark a claim confirmed, false or withdrawn;
    `allowed` are the channels (ids) in which the bot works; `quota` is how many links a channel
    may bring in a day; `owner` is told when something stops; `hold` forbids every deletion.
    """

    id: str
    own_outlets: tuple[str, ...] = ()
    checkers: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()
    quota: int = 0
    owner: str = ""
    hold: bool = False
