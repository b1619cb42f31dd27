"""A sample of what `python -m tests.speed kills` does at length."""

from tests.speed.kills import run


def test_events_whose_workers_are_killed_are_done_once_each(database_url: str) -> None:
    outcome = run(database_url, events=6, every=0.5)

    assert (outcome.lost, outcome.doubled) == ((), ())
