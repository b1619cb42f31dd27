"""What the gate over attributions counts as found, as right and as exact."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.quality.__main__ import command
from tests.quality.public.attribution import ATTRIBUTION, measure_attribution
from tests.quality.public.marking import Json, file_of, some_of
from tests.quality.public.speech import is_speech

TEXT = "The harbour office said the ferry was late. Rain fell all day."
WHOLE = ("The harbour office", "said", "the ferry was late")


def _row(text: str, *marked: tuple[str, str, str]) -> Json:
    parts = ("source", "cue", "content")
    attributions = [
        {name: _pieces(text, part) for name, part in zip(parts, one, strict=True)}
        for one in marked
    ]
    return {"id": "1", "text": text, "attributions": attributions}


def _pieces(text: str, part: str) -> list[list[int]]:
    return [[text.index(part), text.index(part) + len(part)]] if part else []


def test_an_attribution_read_as_it_was_marked_has_full_marks(tmp_path: Path) -> None:
    names = (
        "speech cues recall",
        "cues precision",
        "source text right",
        "source F1, exact",
        "content F1, exact",
    )
    sheet = measure_attribution(file_of(tmp_path, [_row(TEXT, WHOLE)]))

    assert some_of(sheet, ATTRIBUTION, *names) == dict.fromkeys(names, 1.0)


@pytest.mark.parametrize(
    ("marked", "name", "figure"),
    [
        pytest.param((), "cues precision", 0.0, id="nothing was marked"),
        pytest.param((), "speech cues recall", None, id="no cue to find"),
        pytest.param((("Rain", "fell", "all day"),), "all cues recall", 0.0, id="another cue"),
        pytest.param((("Rain", "fell", "all day"),), "speech cues recall", None, id="no speech"),
        pytest.param((("ferry", "said", "was"),), "source text right", 0.0, id="another source"),
        pytest.param((("ferry", "said", "was late"),), "content F1, exact", 0.0, id="half of it"),
        pytest.param((("", "said", "was"),), "source text right", None, id="nobody is named"),
        pytest.param(
            (("Rain", "fell", "The harbour office said the ferry was late"),),
            "read inside something marked",
            1.0,
            id="a cue inside a content",
        ),
    ],
)
def test_each_figure_counts_its_own_fault(
    tmp_path: Path, marked: tuple[tuple[str, str, str], ...], name: str, figure: float | None
) -> None:
    sheet = measure_attribution(file_of(tmp_path, [_row(TEXT, *marked)]))

    assert some_of(sheet, ATTRIBUTION, name) == {name: figure}


def test_an_attribution_inside_another_is_counted_too(tmp_path: Path) -> None:
    text = "The mayor said that the police told her that the bridge was closed."
    told = ("the police", "told", "that the bridge was closed")
    said = ("The mayor", "said", "that the police told her that the bridge was closed")
    sheet = measure_attribution(file_of(tmp_path, [_row(text, said, told)]))

    names = ("speech cues recall", "the outermost alone")
    assert some_of(sheet, ATTRIBUTION, *names) == dict(zip(names, (1.0, 0.5), strict=True))


@pytest.mark.parametrize(
    ("cue", "speech"),
    [
        pytest.param("has repeatedly said", True, id="a verb among others"),
        pytest.param("According to", True, id="according to"),
        pytest.param("denies", True, id="a denial"),
        pytest.param("wants", False, id="a wish"),
        pytest.param("believed", False, id="a belief"),
        pytest.param("essay", False, id="no word of its own"),
    ],
)
def test_speech_is_told_from_belief(cue: str, *, speech: bool) -> None:
    assert is_speech(cue) is speech


def test_the_command_prints_the_figures_as_json(tmp_path: Path) -> None:
    file = file_of(tmp_path, [_row(TEXT, WHOLE)])
    answer = CliRunner().invoke(command, ["attribution", str(file), "--json"])

    assert json.loads(answer.stdout)["content F1, exact"] == 1.0


def test_a_file_of_another_form_is_refused_by_line(tmp_path: Path) -> None:
    file = file_of(tmp_path, [_row(TEXT, WHOLE), {"id": "2"}])
    answer = CliRunner().invoke(command, ["attribution", str(file)])

    assert answer.exit_code == 2
    assert "line 2" in answer.output
