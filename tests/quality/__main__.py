"""The command line of the gates: `python -m tests.quality stories PATH…`, and public files."""

import json
from pathlib import Path
from typing import Annotated

import typer

from bot.replay import replay
from tests.quality.floors import (
    CORPUS,
    FLOORS,
    FloorWouldFall,
    digest_of,
    pinned,
    read_floors,
)
from tests.quality.public.commands import GATES
from tests.quality.report import BESIDE, Figures, figures_of, lines_of, measured

command = typer.Typer(add_completion=False, no_args_is_help=True, pretty_exceptions_enable=False)


@command.callback()
def about() -> None:
    """Measure reading and comparing: on stories with answers, and on files others marked."""


@command.command()
def stories(
    paths: Annotated[list[Path], typer.Argument(help="Stories, or folders of stories.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    verbose: Annotated[bool, typer.Option(help="List every mistake first.")] = False,
    pin: Annotated[bool, typer.Option(help="Make these figures the floors.")] = False,
    allow_lower: Annotated[str, typer.Option(help="Why a floor may fall.")] = "",
) -> None:
    """Replay stories and print how well they were read."""
    sheet = measured(paths, replay)
    figures = figures_of(sheet)
    told = {**figures_of(sheet, BESIDE), **figures}
    if verbose:
        typer.echo("\n".join(sheet.notes))
    typer.echo(json.dumps(told) if as_json else "\n".join(lines_of(told)))
    if pin:
        _pin(paths, figures, allow_lower)


def _pin(paths: list[Path], figures: Figures, reason: str) -> None:
    """Write the floors; they belong to the project's own corpus, so to nothing else."""
    if [path.resolve() for path in paths] != [CORPUS]:
        raise typer.BadParameter(f"floors are pinned on {CORPUS.name} alone")
    old = read_floors() if FLOORS.exists() else None
    try:
        floors = pinned(figures, digest_of(CORPUS), old, reason)
    except FloorWouldFall as refusal:
        typer.echo(f"Not pinned. {refusal}", err=True)
        raise typer.Exit(1) from refusal
    FLOORS.write_text(floors.model_dump_json(indent=1) + "\n", encoding="utf-8")


for gate in GATES:
    command.command()(gate)

if __name__ == "__main__":
    command()
