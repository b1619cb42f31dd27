"""How figures are told: a line at a time, as soon as there is one."""

from collections.abc import Sequence
from statistics import median, quantiles


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)  # noqa: T201 - what benchmarks are for


def nth(percent: int, took: Sequence[float]) -> float:
    """Return what so many percent are not above."""
    return quantiles(took, n=100)[percent - 1]


def spread(took: Sequence[float]) -> str:
    """Tell the middle and the slow end of some milliseconds."""
    return f"p50 {median(took):.1f} ms, p99 {nth(99, took):.1f} ms"
