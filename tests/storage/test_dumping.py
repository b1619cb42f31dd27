"""What goes its own way on PostgreSQL, whose programs put a database aside and back."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from signal import SIGTERM
from subprocess import PIPE

import pytest

from bot.newsroom.trouble import SetUpTrouble
from storage.backup import back_up, restore
from storage.database import open_database
from storage.refusals import ASIDE
from tests.house.tree import ROOT
from tests.storage.aside import CLAIM, PATIENCE, Opened, forget, program, wait_for


@pytest.mark.parametrize("model", ["postgresql"], indirect=True)
def test_a_restore_that_was_cut_short_lets_nobody_in_until_another_puts_it_right(
    filed: str, tmp_path: Path
) -> None:
    back_up(filed, tmp_path / "aside")
    with closing(Opened(filed)) as opened:
        opened.do(f"ALTER SCHEMA public RENAME TO {ASIDE}")
        opened.do("CREATE SCHEMA public")

    for refused in (lambda: open_database(filed), lambda: back_up(filed, tmp_path / "second")):
        with pytest.raises(SetUpTrouble, match="bot restore"):
            refused()
    with pytest.raises(SetUpTrouble, match="--replace"):
        restore(filed, tmp_path / "aside")

    forget(filed)
    assert restore(filed, tmp_path / "aside", replace=True).claims == (CLAIM.id,)


@pytest.mark.parametrize("model", ["postgresql"], indirect=True)
def test_a_restore_that_is_told_to_stop_puts_back_what_was_there(
    filed: str, tmp_path: Path
) -> None:
    back_up(filed, tmp_path / "aside")
    program(tmp_path / "pg_restore", f"touch {tmp_path}/reading; exec sleep 60")
    environment = {**os.environ, "PATH": f"{tmp_path}:/usr/bin:/bin", "DATABASE_URL": filed}

    command = [sys.executable, "-m", "bot", "restore", f"{tmp_path / 'aside'}", "--replace"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stderr=PIPE, text=True) as restoring:  # noqa: S603 - ours
        wait_for(tmp_path / "reading")
        restoring.send_signal(SIGTERM)
        _, told = restoring.communicate(timeout=PATIENCE)

    assert (restoring.returncode, told) == (1, "Told to stop: broken off.\n")
    with closing(Opened(filed)) as opened:
        assert opened.ask("SELECT count(*) FROM claims") == 1


@pytest.mark.parametrize("model", ["postgresql"], indirect=True)
def test_without_postgresqls_programs_a_line_says_what_to_run(
    filed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}")

    with pytest.raises(SetUpTrouble, match=r"pg_dump is not on PATH.*--format=custom .* FILE"):
        back_up(filed, tmp_path / "aside")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("model", ["postgresql"], indirect=True)
def test_what_lies_in_another_schema_is_left_alone(filed: str, tmp_path: Path) -> None:
    with closing(Opened(filed)) as opened:
        opened.do("CREATE SCHEMA press")
        opened.do("CREATE TABLE press.cards (name text)")
    back_up(filed, tmp_path / "aside")
    with closing(Opened(filed)) as opened:
        opened.do("INSERT INTO press.cards VALUES ('later')")

    restore(filed, tmp_path / "aside", replace=True)

    with closing(Opened(filed)) as opened:
        assert opened.ask("SELECT name FROM press.cards") == "later"
        assert opened.ask("SELECT count(*) FROM claims") == 1
        assert opened.ask("SELECT max(claims) FROM key_count") == 1
        assert opened.ask("SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'claim_key_%'") == 2


@pytest.mark.parametrize("model", ["postgresql"], indirect=True)
@pytest.mark.parametrize("other", ["TABLE vector (name text)", "EXTENSION vector"])
def test_what_is_not_ours_is_not_replaced_with_it(filed: str, tmp_path: Path, other: str) -> None:
    back_up(filed, tmp_path / "aside")
    with closing(Opened(filed)) as opened:
        opened.do(f"CREATE {other}")

    with pytest.raises(SetUpTrouble, match=r"\(vector\).*a database of its own"):
        restore(filed, tmp_path / "aside", replace=True)

    with closing(Opened(filed)) as opened:
        assert opened.ask("SELECT count(*) FROM claims") == 1
