"""Writes that come at once share a commit, and none suffers from another."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from storage.sharing import Together

PATIENCE = 20.0  # seconds


class Ledger:
    """Writes numbers; the first write waits for the word, and a negative one spoils its batch."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.begun, self.word = threading.Event(), threading.Event()

    def write(self, numbers: Sequence[int]) -> Sequence[str]:
        self.begun.set()
        assert self.word.wait(PATIENCE)
        if min(numbers) < 0:
            raise ValueError(min(numbers))
        self.batches.append(list(numbers))
        return [str(number) for number in numbers]


def _brought(ledger: Ledger, numbers: Sequence[int]) -> list[str]:
    """Bring the first number alone and, while it is written, all the others."""
    together = Together(ledger.write)
    with ThreadPoolExecutor(len(numbers)) as threads:
        tasks = [threads.submit(together, numbers[0])]
        assert ledger.begun.wait(PATIENCE)
        tasks += [threads.submit(together, number) for number in numbers[1:]]
        while len(together.waiting) < len(numbers) - 1:
            threading.Event().wait(0.001)
        ledger.word.set()
        return [_outcome(task.exception(PATIENCE) or task.result()) for task in tasks]


def _outcome(came: object) -> str:
    return repr(came) if isinstance(came, Exception) else str(came)


def test_what_comes_during_a_write_is_written_by_the_next_one() -> None:
    ledger = Ledger()

    assert _brought(ledger, [1, 2, 3, 4]) == ["1", "2", "3", "4"]

    first, rest = ledger.batches
    assert first == [1]
    assert sorted(rest) == [2, 3, 4]


def test_of_a_batch_that_fails_the_others_are_written() -> None:
    ledger = Ledger()

    assert _brought(ledger, [1, 2, -3, 4]) == ["1", "2", "ValueError(-3)", "4"]
    assert sorted(map(len, ledger.batches)) == [1, 1, 1]


def test_a_failure_is_told_to_whoever_brought_it_alone() -> None:
    ledger = Ledger()
    ledger.word.set()

    with pytest.raises(ValueError, match="-1"):
        Together(ledger.write)(-1)
