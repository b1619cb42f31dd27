"""Words in quotation marks as a copy editor sets them."""

import pytest

from bot.claims.quoting import in_marks


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        pytest.param("At least 14 died", "“At least 14 died”", id="none within"),
        pytest.param(
            '"We had no warning," said Brenn',
            "“‘We had no warning,’ said Brenn”",
            id="one that begins it",
        ),
        pytest.param(
            'The mill called it "a leak".', "“The mill called it ‘a leak’.”", id="one that ends it"
        ),
        pytest.param(
            "The mill called it “a leak” and left.",
            "“The mill called it ‘a leak’ and left.”",
            id="curly ones inside",
        ),
        pytest.param(
            '"We had no warning," said Brenn, "and no boat."',
            "“‘We had no warning,’ said Brenn, ‘and no boat.’”",
            id="two of them",
        ),
        pytest.param('"We had no warning."', "“We had no warning.”", id="all of it is one"),
        pytest.param("“We had no warning”.", "“We had no warning.”", id="all but the full stop"),
        pytest.param('"We had no warning', "“We had no warning”", id="it goes on elsewhere"),
        pytest.param('and no boat."', "“and no boat.”", id="it began elsewhere"),
        pytest.param(
            'Brenn said "we had no…', "“Brenn said ‘we had no…”", id="it is cut before its end"
        ),
        pytest.param('a 12" pipe burst', '“a 12" pipe burst”', id="inches"),
        pytest.param('a pipe of 12"', '“a pipe of 12"”', id="inches at the end"),
        pytest.param("the mill's 'leak'", "“the mill's 'leak'”", id="single ones stay"),
        pytest.param(
            'the ferry ("Aurora") sank', "“the ferry (‘Aurora’) sank”", id="after a bracket"
        ),
        pytest.param("", "“”", id="nothing"),
    ],
)
def test_a_quotation_within_another_takes_single_marks(words: str, shown: str) -> None:
    assert in_marks(words) == shown
