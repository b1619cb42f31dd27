"""The figures of a run, by name, and how they print."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.quality.answers import CROSS, articles_in, stories_in
from tests.quality.checking import measure_checks
from tests.quality.judged import judged
from tests.quality.linking import measure_across, measure_links
from tests.quality.measures import measure_claims
from tests.quality.rows import Replay, replayed
from tests.quality.sheet import Sheet

Figures = Mapping[str, float | None]
"""Figures by name: shares from 0 to 1 or plain counts; None where there was nothing to judge."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure: one count over another, or a plain count where `whole` is empty."""

    name: str
    part: str
    whole: str = ""
    fewer_is_better: bool = False

    def of(self, sheet: Sheet) -> float | None:
        """Return the figure, None where there was nothing to judge."""
        if not self.whole:
            return sheet.counts[self.part]
        whole = sheet.counts[self.whole]
        return sheet.counts[self.part] / whole if whole else None


MEASURES = (
    Measure("key claims recall", "key claims right", "key claims"),
    Measure("claim precision", "claims read right", "claims read"),
    Measure("quotes not verbatim", "quotes not verbatim", fewer_is_better=True),
    Measure("claimant", "claimants right", "claimants"),
    Measure("via F1", "via agreed twice", "via named"),
    Measure("polarity", "polarities right", "polarities"),
    Measure("certainty", "certainties right", "certainties"),
    Measure("figures recall", "figures met", "figures wanted"),
    Measure("figures precision", "figures met", "figures read"),
    Measure("figure unit", "units right", "units"),
    Measure("figure modifier", "modifiers right", "modifiers"),
    Measure("figure scope", "scopes right", "scopes"),
    Measure("when", "times right", "times"),
    Measure("when given where none is meant", "times where none is", fewer_is_better=True),
    Measure("links recall", "links wanted right", "links wanted"),
    Measure("links precision", "links stored right", "links stored"),
    Measure("shown links recall", "links met and shown", "links wanted"),
    Measure("shown links precision", "links shown right", "links shown"),
    Measure("wrong links", "wrong links", fewer_is_better=True),
    Measure("difference kinds recall", "kinds met", "kinds wanted"),
    Measure("difference kinds precision", "kinds met", "kinds told"),
    Measure("figure difference values", "figures that differ right", "figures that differ"),
    Measure("pairs with all differences exact", "pairs right", "pairs"),
    Measure("checks recall", "checks wanted right", "checks wanted"),
    Measure("checks precision", "checks told right", "checks told"),
    Measure("first articles answered", "first articles answered", fewer_is_better=True),
    Measure("wrong links across stories", "wrong links across stories", fewer_is_better=True),
)

BESIDE = (
    Measure("articles", "articles"),
    Measure("key claims", "key claims"),
    Measure("claims read per article", "claims read", "articles"),
    Measure("checks told per article", "checks told", "articles"),
    Measure("articles answered", "articles answered", "articles"),
    Measure("links across stories", "links across stories"),
    Measure("milliseconds per article", "milliseconds", "articles"),
)
"""What helps to understand the others; neither good nor bad, so no floor holds it."""


def measured(paths: Sequence[Path], replay: Replay) -> Sheet:
    """Replay each story into a ledger of its own, and each folder of stories into one.

    The second tells whether look-alikes of different stories are kept apart.
    """
    sheet = Sheet()
    for folder in stories_in(paths):
        story = judged(folder, replayed(replay, articles_in(folder)))
        for measure in (measure_claims, measure_links, measure_checks):
            measure(story, sheet)
    for path in paths:
        if (path / CROSS).exists():
            _measure_together(path, replay, sheet)
    return sheet


def figures_of(sheet: Sheet, measures: Sequence[Measure] = MEASURES) -> Figures:
    """Work the figures out."""
    return {measure.name: measure.of(sheet) for measure in measures}


def lines_of(figures: Figures) -> Iterator[str]:
    """Print figures in two columns."""
    for name, figure in figures.items():
        match figure:
            case None:
                yield f"{name:36} -"
            case int():
                yield f"{name:36} {figure}"
            case _:
                yield f"{name:36} {figure:.3f}"


def _measure_together(path: Path, replay: Replay, sheet: Sheet) -> None:
    folders = stories_in([path])
    rows = replayed(replay, [article for folder in folders for article in articles_in(folder)])
    measure_across([judged(folder, rows) for folder in folders], path, sheet)
