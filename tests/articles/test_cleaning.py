"""Text from outside comes out plain, with its paragraphs."""

import pytest
from hypothesis import given

from bot.articles.cleaning import clean, one_line
from bot.claims.sentences import LONGEST_TEXT
from tests.claims.fragments import often, texts


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param(" One.\r\n\r\nTwo. ", "One.\n\nTwo.", id="paragraphs of a Windows file"),
        pytest.param("One.\n \n\n\nTwo.", "One.\n\nTwo.", id="many empty lines"),
        pytest.param("One\nline", "One\nline", id="a line break stays"),
        pytest.param("12\u00a0000\u202ftroops", "12 000 troops", id="spaces of every width"),
        pytest.param("ki\u00adlled, 1\u200b2", "killed, 12", id="hidden marks inside words"),
        pytest.param("\u202edellik\u202c 12", "dellik 12", id="turned writing"),
        pytest.param("a\x00\x1bb\x7f", "ab", id="controls"),
        pytest.param("cafe\u0301", "caf\u00e9", id="one form for an accent"),
        pytest.param("Z" + "\u0336" * 40, "Z" + "\u0336" * 4, id="a blot of marks"),
        pytest.param("ok \ud800!", "ok !", id="half a character"),
        pytest.param("می‌رود", "می‌رود", id="a joiner that Persian needs"),
        pytest.param("“They’re – he – fine…”", "“They’re – he – fine…”", id="as printed"),
    ],
)
def test_clean(raw: str, text: str) -> None:
    assert clean(raw) == text
    assert clean(text) == text


def test_a_long_text_ends_with_a_paragraph() -> None:
    text = clean("\n\n".join(["word " * 60] * 1_000))
    assert LONGEST_TEXT - 400 < len(text) <= LONGEST_TEXT
    assert text.endswith("word")
    assert set(map(len, text.split("\n\n"))) == {299}


def test_one_line_is_one_line_and_short() -> None:
    assert one_line(" Bridge\n closed\u2028again ") == "Bridge closed again"
    assert one_line("x" * 400) == "x" * 299 + "…"


@often
@given(texts)
def test_what_is_kept_can_be_stored_and_read_again_unchanged(text: str) -> None:
    kept = clean(text)

    assert "\0" not in kept
    assert kept.encode().decode() == kept
    assert clean(kept) == kept
