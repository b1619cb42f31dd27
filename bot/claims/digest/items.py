"""What a digest is made of: items, each one line of a section, and the stories they belong to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from hashlib import blake2b

from bot.claims.brief.pieces import Scene
from bot.claims.model import Brief, Claim, Line, Link, Publication, Style

NOWHERE = Scene(Brief(Publication("", "", ""), ()))
"""A digest tells of many articles, so none of them is "this article"."""


LONG = 26  # words: a shorter sentence stands whole


class Section(IntEnum):
    """The parts of a digest, in the order in which they stand."""

    DISPUTED = 0
    CHANGED = 1
    DUE = 2
    NEW = 3


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a digest.

    `key` is made of claim ids and names the item; `state` is a hash of what stands in it. `weight`
    orders items, the most consequential first. `due` is the id of a claim of whose event people
    are asked what came of it, empty for none. `moved` says by how much a figure moved, as the
    logarithm of the ratio: 14 to 41 as far as 41 to 14; nought where none did.
    """

    key: str
    state: str
    section: Section
    line: Line
    weight: tuple[int, ...]
    due: str = ""
    moved: float = 0.0


@dataclass(frozen=True, slots=True)
class Remark:
    """What a person said of a claim since the last digest: "is marked disputed by Lee"."""

    claim: Claim
    words: str
    disputes: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """One story as the reader may see it.

    `briefs` are those of the readings recorded since the last digest, `claims` and `links` are
    all of the story, `own` the ids of what the reader's channel recorded; `marked` are the ids
    of claims that people marked since then, `settled` of those of which they said what came of
    them, `came` what they said of it since then. `name` is what people call it.
    """

    briefs: tuple[Brief, ...] = ()
    claims: tuple[Claim, ...] = ()
    links: tuple[Link, ...] = ()
    marked: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
    settled: frozenset[str] = frozenset()
    came: tuple[Remark, ...] = ()
    name: str = ""
    own: frozenset[str] = frozenset()


def item(section: Section, line: Line, weight: Sequence[int], due: str = "") -> Item:
    """Return a line as an item, named by the claims that it quotes."""
    ids = dict.fromkeys(piece.text for piece in line.pieces if piece.style is Style.ID)
    key = f"{section.name.lower()}/{'/'.join(ids)}"
    return Item(key, state_of(line), section, line, (section, *weight), due)


def state_of(line: Line) -> str:
    """Return a hash of what a line says, whichever claims say it: the same words are no news."""
    words = "|".join(piece.text for piece in line.pieces if piece.style is not Style.ID)
    return blake2b(words.encode(), digest_size=8).hexdigest()


def ids_of(items: Iterable[Item]) -> tuple[str, ...]:
    """Return the ids of all claims that items quote, each once."""
    pieces = (piece for one in items for piece in one.line.pieces)
    return tuple(dict.fromkeys(piece.text for piece in pieces if piece.style is Style.ID))
