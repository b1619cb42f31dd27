"""A story: the claims that hang together for whoever reads, and what people call it."""

from dataclasses import dataclass
from datetime import datetime

from bot.claims.model import Claim
from bot.newsroom.trouble import Unfit

LONGEST_NAME = 80
TOO_LONG = f"A name has {LONGEST_NAME} characters at most."
NO_NAME = "A name has at least one letter or digit."


@dataclass(frozen=True, slots=True)
class StoryName:
    """What a person called a story, by one of its claims."""

    claim: str
    name: str
    person: str
    said_at: datetime


@dataclass(frozen=True, slots=True)
class Story:
    """The claims of a story, newest first; `title` is its name, or made of them for want of one.

    `claim` is the one by which it was asked for.
    """

    claim: str
    title: str
    claims: tuple[Claim, ...]
    named: StoryName | None = None


def fit_name(typed: str) -> str:
    """Return a name that was typed, in one line; raises Unfit."""
    name = " ".join(typed.split())
    if not any(map(str.isalnum, name)):
        raise Unfit(NO_NAME)
    if len(name) > LONGEST_NAME:
        raise Unfit(TOO_LONG)
    return name
