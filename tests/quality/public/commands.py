"""The commands of the gates on public files: which paths each takes, and what it prints."""

from pathlib import Path
from typing import Annotated

import typer

from tests.quality.public.attribution import ATTRIBUTION, measure_attribution
from tests.quality.public.lines import tell
from tests.quality.public.pages import measure_pages, page_figures
from tests.quality.public.pairs import PAIRS, measure_pairs
from tests.quality.public.quantities import QUANTITIES, measure_quantities
from tests.quality.public.retrieval import RETRIEVAL, measure_retrieval
from tests.quality.report import figures_of

File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="JSON lines.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Verbose = Annotated[bool, typer.Option(help="List every mistake first.")]


def attribution(file: File, *, as_json: AsJson = False, verbose: Verbose = False) -> None:
    """Find attributions in articles where source, cue and content are marked."""
    sheet = measure_attribution(file)
    tell(sheet, figures_of(sheet, ATTRIBUTION), as_json=as_json, verbose=verbose)


def quantities(file: File, *, as_json: AsJson = False, verbose: Verbose = False) -> None:
    """Read numbers and days in sentences where value and place are marked."""
    sheet = measure_quantities(file)
    tell(sheet, figures_of(sheet, QUANTITIES), as_json=as_json, verbose=verbose)


def retrieval(
    docs: Annotated[list[Path], typer.Option(exists=True, help="Claims on record.")],
    queries: Annotated[list[Path], typer.Option(exists=True, help="Texts with relevant claims.")],
    more: Annotated[list[Path] | None, typer.Argument(exists=True, help="More claims.")] = None,
    *,
    as_json: AsJson = False,
    verbose: Verbose = False,
) -> None:
    """Record claims, look queries up and see where the relevant claims stand."""
    sheet = measure_retrieval([*docs, *(more or ())], queries)
    tell(sheet, figures_of(sheet, RETRIEVAL), as_json=as_json, verbose=verbose)


def pairs(file: File, *, as_json: AsJson = False, verbose: Verbose = False) -> None:
    """Compare pairs that are scored for likeness, or judged for what they bear out."""
    sheet = measure_pairs(file)
    tell(sheet, figures_of(sheet, PAIRS), as_json=as_json, verbose=verbose)


def pages(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="Pages, a list.")],
    *,
    as_json: AsJson = False,
    verbose: Verbose = False,
) -> None:
    """Take the article out of pages whose text is copied beside them."""
    sheet = measure_pages(folder)
    tell(sheet, page_figures(sheet), as_json=as_json, verbose=verbose)


GATES = (attribution, quantities, retrieval, pairs, pages)
