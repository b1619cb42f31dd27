"""What the gate over pages counts as text, title and date found."""

import gzip
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.quality.__main__ import command
from tests.quality.public.marking import file_of
from tests.quality.public.pages import agreement, measure_pages, page_figures
from tests.quality.report import Figures

TEXT = (
    "The ferry between Arneiro and Brenholt stayed in port on Monday after a storm warning.",
    "Its owner said that about 320 passengers had been taken to their homes by bus.",
    "The harbour office expects the wind to fall on Tuesday, and the ferry to sail at noon.",
)
PAGE = f"""<html><head><title>Ferry stays in port | Vale Courier</title>
<meta property="og:site_name" content="Vale Courier">
<meta property="og:title" content="Ferry stays in port">
<meta property="article:published_time" content="2025-03-03T09:00:00Z"></head>
<body><article><h1>Ferry stays in port</h1>{"".join(f"<p>{line}</p>" for line in TEXT)}</article>
</body></html>"""


def _figures(folder: Path, url: str, body: str) -> Figures:
    (folder / "1.html.gz").write_bytes(gzip.compress(PAGE.encode()))
    file_of(folder, [{"id": "1", "url": url, "article_body": body}])
    return page_figures(measure_pages(folder))


def test_a_page_read_as_it_was_copied_has_full_marks(tmp_path: Path) -> None:
    figures = _figures(tmp_path, "https://vale.example/2025/03/03/ferry", "\n\n".join(TEXT))

    assert figures == {
        "shingle F1": 1.0,
        "pages": 1,
        "precision": 1.0,
        "recall": 1.0,
        "title found": 1.0,
        "outlet found": 1.0,
        "date found": 1.0,
        "addresses with a date": 1,
        "date as in the address": 1.0,
        "pages without text": 0,
    }


def test_another_date_than_the_address_has_is_counted(tmp_path: Path) -> None:
    figures = _figures(tmp_path, "https://vale.example/2025/03/09/ferry", "\n\n".join(TEXT))

    assert (figures["date found"], figures["date as in the address"]) == (1.0, 0.0)


def test_what_was_not_copied_costs_precision_and_what_was_not_read_recall(tmp_path: Path) -> None:
    less = _figures(tmp_path, "https://vale.example/ferry", TEXT[0])
    more = _figures(tmp_path, "https://vale.example/ferry", " ".join((*TEXT, "Then it rained.")))

    assert less["recall"] == more["precision"] == 1.0
    assert (less["precision"] or 0) < 0.4
    assert (more["recall"] or 0) < 1.0


@pytest.mark.parametrize(
    ("read", "copied", "precision", "recall"),
    [
        pytest.param("a b c d e", "a b c d e", 1.0, 1.0, id="the same"),
        pytest.param("a b c d e", "a b c d", 0.5, 1.0, id="a word too many"),
        pytest.param("a, b: c. d", "a b c d", 1.0, 1.0, id="marks do not count"),
        pytest.param("a b", "a b", 1.0, 1.0, id="shorter than a run"),
        pytest.param("a b c d a b c d", "a b c d", 0.2, 1.0, id="said twice"),
        pytest.param("", "a b c d", 0.0, 0.0, id="nothing read"),
    ],
)
def test_texts_agree_by_runs_of_four_words(
    read: str, copied: str, precision: float, recall: float
) -> None:
    assert agreement(read, copied) == (precision, recall)


def test_the_command_prints_the_figures_as_json(tmp_path: Path) -> None:
    _figures(tmp_path, "https://vale.example/ferry", "\n\n".join(TEXT))
    answer = CliRunner().invoke(command, ["pages", str(tmp_path), "--json"])

    assert json.loads(answer.stdout)["shingle F1"] == 1.0


def test_a_folder_without_a_list_is_refused(tmp_path: Path) -> None:
    assert CliRunner().invoke(command, ["pages", str(tmp_path)]).exit_code == 2
