"""What the bot stands among: Slack's address, its clock, its leases; not the operator's to set."""

from dataclasses import dataclass
from datetime import UTC, datetime
from secrets import choice
from typing import Protocol, TypeVar

from bot.desk.ports import Clock
from bot.desk.take import LEASE as WORKING
from bot.parsing import Finder
from bot.sender.send import LEASE as SENDING

SLACK = "https://slack.com/api/"
ID_SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # no 0 and O, no 1, I and L
ID_LENGTH = 5  # 28 million; one that is taken already has the event taken again

Port = TypeVar("Port")


class Through(Protocol):
    """What every port passes through on its way in; tests put their crash points there."""

    def __call__(self, port: Port) -> Port:
        """Return the port, or one like it around it."""


def as_it_is(port: Port) -> Port:
    """Return the port itself."""
    return port


def utc_now() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC)


def new_claim_id() -> str:
    """Return a fresh claim id, easy to read out: "C-7KQ2M"."""
    return "C-" + "".join(choice(ID_SIGNS) for _ in range(ID_LENGTH))


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is not the operator's to set; the playground and the tests have others.

    `own_origin` is the one loopback address that links may lead to; `host` is where `serve`
    listens; `finder` is one that is at work already; `working` and `sending` are the seconds of a
    worker's and a sender's lease.
    """

    slack: str = SLACK
    own_origin: str | None = None
    host: str = "0.0.0.0"  # noqa: S104 - Slack has to reach the web form from outside
    finder: Finder | None = None
    clock: Clock = utc_now
    through: Through = as_it_is
    working: float = WORKING
    sending: float = SENDING
