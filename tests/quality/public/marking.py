"""Rows of a public file's form, made of sentences of our own, and what a gate says of them."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tests.quality.report import Figures, Measure, figures_of
from tests.quality.sheet import Sheet

Json = dict[str, Any]


def file_of(folder: Path, rows: Iterable[Json], name: str = "rows.jsonl") -> Path:
    """Write the rows as JSON lines."""
    path = folder / name
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def some_of(sheet: Sheet, measures: Sequence[Measure], *names: str) -> Figures:
    """Return the figures of these names."""
    figures = figures_of(sheet, measures)
    return {name: figures[name] for name in names}
