"""The figures that were reached once and must not be lost, and the corpus they belong to."""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from tests.quality.report import MEASURES, Figures

CORPUS = Path(__file__).parents[1] / "corpus"
FLOORS = Path(__file__).with_name("floors.json")

EPSILON = 0.005
"""How far a figure may lie below its floor: about one flip in two hundred claims.

The parser's arithmetic differs in its last digits between processors, and a sentence whose two
parses score alike may then be read the other way. Counts have no such slack.
"""


class FloorWouldFall(Exception):
    """Pinning would lower a floor, and no reason was given."""


class Lowered(BaseModel):
    """A floor that somebody lowered, and why."""

    model_config = ConfigDict(frozen=True)

    figure: str
    before: float
    after: float | None
    reason: str


class Floors(BaseModel):
    """What must hold: shares at least, counts of mistakes at most, on a corpus of that digest."""

    model_config = ConfigDict(frozen=True)

    corpus: str
    figures: dict[str, float | None]
    lowered: tuple[Lowered, ...] = ()


def digest_of(corpus: Path) -> str:
    """Return a digest of every file of the corpus, names and bytes."""
    found = hashlib.sha256()
    for path in sorted(path for path in corpus.rglob("*") if path.is_file()):
        name = path.relative_to(corpus).as_posix()
        found.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return found.hexdigest()


def read_floors(path: Path = FLOORS) -> Floors:
    """Read the floors as they were pinned."""
    return Floors.model_validate_json(path.read_text(encoding="utf-8"))


def fallen(figures: Figures, floors: Floors) -> tuple[str, ...]:
    """Name each figure that is worse than its floor."""
    return tuple(
        f"{name}: {_shown(figures.get(name))}, floor {floor:g}"
        for name, floor in floors.figures.items()
        if floor is not None and _is_worse(name, figures.get(name), floor, EPSILON)
    )


def pinned(figures: Figures, corpus: str, old: Floors | None, reason: str = "") -> Floors:
    """Return floors at the figures reached.

    Raises FloorWouldFall if one would be lower than it is and there is no reason.
    """
    new = {name: _rounded(figure) for name, figure in figures.items()}
    lowered = _lowered(new, old.figures if old else {}, reason)
    if lowered and not reason:
        listed = "; ".join(f"{one.figure}: {one.before:g} to {one.after}" for one in lowered)
        raise FloorWouldFall(f'{listed}. Say why with --allow-lower "reason".')
    return Floors(corpus=corpus, figures=new, lowered=((*old.lowered, *lowered) if old else ()))


def _lowered(
    new: Mapping[str, float | None], old: Mapping[str, float | None], reason: str
) -> tuple[Lowered, ...]:
    return tuple(
        Lowered(figure=name, before=floor, after=new.get(name), reason=reason)
        for name, floor in old.items()
        if floor is not None and _is_worse(name, new.get(name), floor, 0)
    )


def _is_worse(name: str, figure: float | None, floor: float, slack: float) -> bool:
    if figure is None:
        return True
    fewer = any(measure.fewer_is_better for measure in MEASURES if measure.name == name)
    return figure > floor if fewer else figure < floor - slack


def _rounded(figure: float | None) -> float | None:
    """Cut to four digits, downwards, so that what was reached stands on its floor."""
    return figure if figure is None or figure == int(figure) else int(figure * 10_000) / 10_000


def _shown(figure: float | None) -> str:
    return "nothing to judge" if figure is None else f"{figure:.4f}"
