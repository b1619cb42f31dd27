"""How many threads share one commit: the disk's word takes longer than all that they write."""

import threading
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Wanted = TypeVar("Wanted")
Outcome = TypeVar("Outcome")

Write = Callable[[Sequence[Wanted]], Sequence[Outcome]]
"""Writes all of it in one transaction, or nothing; returns what came of each."""


class Together(Generic[Wanted, Outcome]):
    """Has one thread at a time write what all have brought meanwhile.

    Who waits for a commit finds, when his turn comes, that the one before him has written his
    too, or writes for all who came since. Nobody is told before it is on the disk.
    """

    def __init__(self, write: "Write[Wanted, Outcome]") -> None:
        self._write = write
        self._turn = threading.Lock()
        self.waiting: list[_Brought[Wanted, Outcome]] = []  # append and swap are atomic

    def __call__(self, wanted: Wanted) -> Outcome:
        """Write, and return what came of it; raises what writing it raises."""
        ours: _Brought[Wanted, Outcome] = _Brought(wanted)
        self.waiting.append(ours)
        with self._turn:
            if not ours.done:
                batch, self.waiting = self.waiting, []
                self._deal_with(batch)
        return ours.outcome()

    def _deal_with(self, batch: "Sequence[_Brought[Wanted, Outcome]]") -> None:
        """Write them all; where that fails, each alone, so that none suffers from another."""
        try:
            outcomes = self._write([one.wanted for one in batch])
        except Exception as error:  # noqa: BLE001 - it is raised where it belongs
            if len(batch) == 1:
                batch[0].failed(error)
                return
            for one in batch:
                self._deal_with([one])
            return
        for one, outcome in zip(batch, outcomes, strict=True):
            one.came(outcome)


class _Brought(Generic[Wanted, Outcome]):
    """What one thread wants to have written, and what came of it."""

    __slots__ = ("_came", "_error", "wanted")

    def __init__(self, wanted: Wanted) -> None:
        self.wanted = wanted
        self._came: list[Outcome] = []
        self._error: Exception | None = None

    @property
    def done(self) -> bool:
        return bool(self._came or self._error)

    def came(self, outcome: Outcome) -> None:
        self._came.append(outcome)

    def failed(self, error: Exception) -> None:
        self._error = error

    def outcome(self) -> Outcome:
        if self._error:
            raise self._error
        return self._came[0]
