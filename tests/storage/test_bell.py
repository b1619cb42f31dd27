"""A process that listens rouses one that works, on PostgreSQL, soon and not for each event."""

import threading

import pytest

from storage.bell import Bell, hearing
from storage.database import open_database


@pytest.mark.parametrize("model", ["postgresql"], indirect=True)
def test_a_ring_is_heard_by_another(database_url: str) -> None:
    ours, theirs = open_database(database_url), open_database(database_url)
    heard = threading.Event()
    bell = Bell(ours)
    bell.start()
    with hearing(theirs, heard.set):
        for _ in range(300):  # until the other one listens, too
            bell.pull()
            if heard.wait(0.1):
                break
    bell.stop()
    ours.dispose()
    theirs.dispose()

    assert heard.is_set()
