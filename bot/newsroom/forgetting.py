"""What is to be forgotten: a claim, an article, whatever somebody said, or some readings."""

import json
from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass, replace

from bot.claims.words import fold
from bot.newsroom.trouble import Unclear
from bot.newsroom.workspace import Workspace

WHAT = (
    "Forget what? Put a claim's id, an article's link or a name after it: /claim forget C-7KQ2, "
    '/claim forget by:"Ada Brenn"'
)
ON_HOLD = "A legal hold is on, so nothing is deleted here. "
BY = "by:"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be forgotten, one of four; `count` is of how many claims a person was told.

    `readings` are the archive's ids: those of a message that was deleted.
    """

    claim: str = ""
    link: str = ""
    by: str = ""
    readings: tuple[str, ...] = ()
    count: int = -1

    def written(self) -> str:
        """Return it as one line: the value of a button."""
        return json.dumps(asdict(self), ensure_ascii=False)

    @classmethod
    def read(cls, written: str) -> "Wanted":
        """Read that line back."""
        facets = json.loads(written)
        return cls(readings=tuple(facets.pop("readings")), **facets)

    def counted(self, claims: Collection[str]) -> "Wanted":
        """Return it with the number of claims that are told."""
        return replace(self, count=len(claims))


@dataclass(frozen=True, slots=True)
class Found:
    """What there is of it in one channel: ids of claims, of whole readings, and who said them."""

    claims: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()
    claimants: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything."""
        return bool(self.claims or self.readings)


NOTHING = Found()


@dataclass(frozen=True, slots=True)
class Spared:
    """A reading that does not go with its message, and who is asked besides the message's author.

    `kept` tells that it stays as it is; else another message brings it in.
    """

    reading: str
    people: tuple[str, ...] = ()
    kept: bool = True


@dataclass(frozen=True, slots=True)
class Swept:
    """What became of a channel's old readings: how many went, which claims stay, who is told."""

    gone: int = 0
    kept: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


def wanted(typed: str) -> Wanted:
    """Read what was typed after "forget"; raises Unclear for nothing."""
    typed = typed.strip()
    if typed.lower().startswith(BY):
        name = typed[len(BY) :].strip(' "“”')
        if name:
            return Wanted(by=name)
    elif typed.lower().lstrip("<").startswith(("http://", "https://")):
        return Wanted(link=typed.strip("<>").partition("|")[0])
    elif typed:
        return Wanted(claim=typed)
    raise Unclear(WHAT)


def names(wanted: Collection[str]) -> Callable[[str], bool]:
    """Return what tells whether a claimant goes by one of the names: each of its words is his.

    "Brenn" is Ada Brenn, and "Lee" is not the Leeds council.
    """
    asked = [words for name in wanted if (words := {*fold(name).split()})]

    def goes_by(claimant: str) -> bool:
        said = {*fold(claimant).split()}
        return any(words <= said for words in asked)

    return goes_by


def on_hold(workspace: Workspace, owner: str) -> str:
    """Return the line of every refusal under a legal hold; `owner` is the owner's name, or ""."""
    lifts = (
        f"{owner} can lift it" if workspace.owner else "It has no owner, so anybody can lift it"
    )
    return f"{ON_HOLD}{lifts}: /claim settings hold off"
