"""One worker on a SQLite file: another is refused, and a death of any kind makes room."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.newsroom.trouble import SetUpTrouble
from storage.alone import alone
from tests.house.tree import ROOT

HOLD = """
import sys, time
from storage.alone import alone
with alone(sys.argv[1]):
    print("held", flush=True)
    time.sleep(60)
"""


def test_while_one_works_another_is_refused_until_the_first_is_dead(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'record.db'}"
    with subprocess.Popen(  # noqa: S603 - our own code
        [sys.executable, "-c", HOLD, url], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as first:
        try:
            assert first.stdout is not None
            assert first.stdout.readline() == "held\n"
            with pytest.raises(SetUpTrouble, match=f"process {first.pid}"), alone(url, 0):
                pass
        finally:
            first.kill()
    with alone(url, 0):
        assert not (tmp_path / "record.db").exists()


def test_a_link_to_the_file_leads_to_the_same_one(tmp_path: Path) -> None:
    (tmp_path / "linked.db").symlink_to("record.db")

    with (
        alone(f"sqlite:///{tmp_path / 'record.db'}"),
        pytest.raises(SetUpTrouble, match=r"works on .*record\.db already"),
        alone(f"sqlite:///{tmp_path / 'linked.db'}", 0),
    ):
        pass


def test_on_postgresql_any_number_may_work() -> None:
    with alone("postgresql://host/name"), alone("postgresql://host/name", 0):
        pass


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'none' / 'record.db'}"

    with pytest.raises(SetUpTrouble, match="cannot be written to"), alone(url):
        pass
