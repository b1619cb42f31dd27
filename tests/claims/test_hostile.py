"""A text that is made to stop the reader is read in a time that grows no faster than it does."""

import time
from collections.abc import Callable

import pytest

from bot.claims.find import MOST_CLAIMS
from bot.claims.sentences import LONGEST_SENTENCE, LONGEST_TEXT, MOST_SENTENCES, sentences
from tests.claims.fragments import read

SHORT, LONG = 50_000, LONGEST_TEXT - 1_000
STEEPEST = 9.0  # four times the text takes four times as long; the square would be sixteen
LEAST = 0.02  # seconds; what is shorter measures the machine

ONE_BY_ONE = [
    '"', "“", "'", ",", ".", "…", "?!", "/", "-", "(", "[]", "\n", " ", "\t", "7", "a", "A", "a/ ",
    "AB/", "“A ", "A. ", "Mr. ", '." ', '." a ', ". (", ". . ", "9.40 ", "1,000,", "photo ",
    "by A ", "AB-CD/EF ", "a.m. ", "😀", "e\u0301", "\ud800", "\x00", "a.\n", "• \n", "x. ",
    "W.\n\n",
]  # fmt: skip
PROSE = [
    pytest.param("flood ", id="one word"),
    pytest.param("“A ", id="quotations opened and never closed"),
    pytest.param("the ministry said that 12 people were hurt and ", id="a sentence without end"),
    pytest.param("According to Rose Hill, citing Ann Roe, ", id="sources without end"),
    pytest.param("Alder River Mill of Vale (ARM) and ", id="names without end"),
    pytest.param("one hundred and twenty ", id="number words"),
    pytest.param("May 3, ", id="dates"),
]


@pytest.mark.parametrize("unit", ONE_BY_ONE)
def test_sentences_are_parted_in_time(unit: str) -> None:
    short, long = (_seconds(sentences, unit, size) for size in (SHORT, LONG))

    assert long < max(short, LEAST) * STEEPEST


@pytest.mark.parametrize("unit", PROSE)
def test_claims_are_found_in_time(unit: str) -> None:
    short, long = (_seconds(read, unit, size) for size in (SHORT // 10, LONG // 10))

    assert long < short * STEEPEST


def test_a_sentence_of_thirty_thousand_words_is_read_in_time() -> None:
    unit = "the ministry said that people were hurt and "
    short, long = (_seconds(read, unit, size) for size in (SHORT, LONG))

    assert long < short * STEEPEST


def test_of_twenty_thousand_lines_the_first_are_read() -> None:
    text = "".join(f"Ms Rose{n} Hill said {n} people died.\n" for n in range(20_000))

    assert len(sentences(text)) == MOST_SENTENCES
    assert [claim.id for claim in read(text).claims][-1] == f"C-{MOST_CLAIMS}"


def test_what_follows_the_longest_text_is_not_read() -> None:
    line = "The ministry said 14 people were killed.\n"

    assert read("\n" * LONGEST_TEXT + line).claims == ()
    assert len(read("\n" * (LONGEST_TEXT - len(line)) + line).claims) == 1


def test_a_sentence_without_end_is_cut_between_words() -> None:
    text = "The ministry said 14 people were killed and 23 were hurt, " * 100
    parts = sentences(text)

    assert max(each.end - each.start for each in parts) <= LONGEST_SENTENCE
    assert " ".join(text[each.start : each.end] for each in parts) == text.strip()


def _seconds(reads: Callable[[str], object], unit: str, size: int) -> float:
    """Return the processor's seconds, which other people's work does not lengthen."""
    text = (unit * size)[:size] + " They end."
    started = time.process_time()
    reads(text)
    return time.process_time() - started
