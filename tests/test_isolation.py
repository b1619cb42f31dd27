"""A process of its own sees nothing of the bot's, answers in time, and is replaced when gone."""

import json
import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from bot.isolation import READY, Gone, Isolated
from bot.newsroom.trouble import SetUpTrouble


def answer(descriptor: int) -> None:
    """Answer as asked to; runs in the process."""
    with Connection(descriptor) as parent:
        parent.send_bytes(READY)
        while True:
            try:
                question = parent.recv()
            except EOFError:
                return
            if question == "die":
                os._exit(7)
            if question == "hang":
                time.sleep(60)
            if question.startswith("read "):
                Path(question.removeprefix("read ")).read_bytes()
            seen = {"environment": dict(os.environ), "files": len(os.listdir("/dev/fd"))}  # noqa: PTH208 - descriptors, no paths
            parent.send_bytes(json.dumps(seen | {"said": question}).encode())


def never_ready(descriptor: int) -> None:
    """End at once; runs in the process."""
    os.close(descriptor)


@pytest.fixture
def process() -> Iterator[Isolated]:
    process = Isolated(f"{__name__}:answer", {"OMP_NUM_THREADS": "1"})
    yield process
    process.end()


def test_a_question_is_answered(process: Isolated) -> None:
    assert json.loads(process.ask("how are you", 10))["said"] == "how are you"


def test_nothing_of_the_bots_environment_is_there(
    process: Isolated, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-7")
    there = json.loads(process.ask("", 10))["environment"]
    assert there.keys() <= {"OMP_NUM_THREADS", "LC_CTYPE"}  # Python itself may set the latter


def test_no_open_file_of_the_bot_is_there(process: Isolated) -> None:
    with open(__file__, encoding="utf-8") as file:  # noqa: PTH123 - an open file is the point
        os.set_inheritable(file.fileno(), True)
        assert json.loads(process.ask("", 10))["files"] <= 5  # std streams, socket, listing


@pytest.mark.parametrize(("question", "why"), [("die", "exit code 7"), ("hang", "no answer")])
def test_a_process_that_is_gone_is_replaced(process: Isolated, question: str, why: str) -> None:
    with pytest.raises(Gone, match=why):
        process.ask(question, 1)
    assert json.loads(process.ask("again", 10))["said"] == "again"


def test_a_process_that_was_killed_between_questions_is_replaced(process: Isolated) -> None:
    process.start()
    first = process.pid
    assert first
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    assert process.ask("again", 10)
    assert process.pid != first


def test_ending_ends_it(process: Isolated) -> None:
    process.start()
    pid = process.pid
    assert pid
    process.end()
    assert process.pid is None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_ending_does_not_wait_for_the_question_in_hand(process: Isolated, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        asking = pool.submit(process.ask, f"read {pipe}", 30)
        with pipe.open("wb"):  # opens when the process opens it too: the question is in hand
            process.end()
            assert not asking.done()
        assert json.loads(asking.result(30))["said"] == f"read {pipe}"
    assert process.pid is None


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_what_tells_a_whole_group_to_stop_does_not_end_it(
    process: Isolated, number: signal.Signals
) -> None:
    process.start()
    pid = process.pid
    assert pid
    os.kill(pid, number)
    assert process.ask("still there", 10)
    assert process.pid == pid


def test_a_process_that_does_not_come_up_is_an_operators_trouble() -> None:
    with pytest.raises(SetUpTrouble, match="does not start"):
        Isolated(f"{__name__}:never_ready").start()
