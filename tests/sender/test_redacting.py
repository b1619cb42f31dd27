"""Which claims are held to be shown by a file of ours."""

import pytest

from bot.sender.redacting import ids_in_file
from bot.sender.slack import Upload

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    ("file", "ids"),
    [
        pytest.param(
            Upload("claims.csv", "id,quote\nC-7KQ2,“fjørten døde”\n".encode(), "1 claim", ""),
            {"C-7KQ2"},
            id="a table",
        ),
        pytest.param(
            Upload("history.png", PNG + b"\xffC-ZHG\xfe", "People", "14 [C-7KQ2]", "41 [C-M4TX]"),
            {"C-7KQ2", "C-M4TX"},
            id="a picture whose bytes spell an id",
        ),
    ],
)
def test_a_file_shows_the_claims_that_can_be_read_in_it(file: Upload, ids: set[str]) -> None:
    assert ids_in_file(file) == ids
