"""How a file of JSON lines becomes rows of one form, and how a gate prints what it found."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import typer
from pydantic import BaseModel, ValidationError

from tests.quality.report import Figures, lines_of
from tests.quality.sheet import Sheet

Row = TypeVar("Row", bound=BaseModel)


def rows_in(path: Path, form: type[Row]) -> Iterator[Row]:
    """Yield the rows of a file; raises BadParameter naming the line that has another form."""
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                yield form.model_validate_json(line)
            except ValidationError as error:
                wrong = f"{path.name}, line {number}: not a row of this form. {error}"
                raise typer.BadParameter(wrong) from error


def tell(sheet: Sheet, figures: Figures, *, as_json: bool, verbose: bool) -> None:
    """Print the figures as a table or as JSON, after the mistakes if these are asked for."""
    for note in sheet.notes if verbose else ():
        typer.echo(note)
    typer.echo(json.dumps(figures) if as_json else "\n".join(lines_of(figures)))
