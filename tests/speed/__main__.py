"""The command line of the benchmarks: `python -m tests.speed`; exit status 1 above a limit.

A word after it measures one thing instead, beside its peers: `lookup`, `ack`, `paste`, `read`,
`ingest`, `memory`, `kills` or `soak`; `--help` after the word tells its options.
"""

import json
import os
import subprocess
import sys
from importlib import import_module
from typing import Any

WORDS = ("lookup", "ack", "paste", "read", "ingest", "memory", "kills", "soak")
MOST_MILLISECONDS = 300
MOST_TIMES = 1.6  # spaCy's parse alone, in the same run
MOST_MEGABYTES = 500

ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def main() -> int:
    """Print both figures beside their limits, and return the exit status."""
    read, held = _asked("tests.speed.reading"), _asked("tests.speed.memory")
    ratio = read["whole"] / read["parse"]
    print(  # noqa: T201
        f"an article of {read['words']} words, {read['earlier']} claims on record: "
        f"{read['whole']:.0f} ms of one core (limit {MOST_MILLISECONDS}), "
        f"{ratio:.2f} times spaCy's parse alone (limit {MOST_TIMES}; {read['parse']:.0f} ms)"
    )
    print(  # noqa: T201
        f"a running bot after {held['articles']} articles: {held['megabytes']:.0f} MB in "
        f"{held['processes']} processes (limit {MOST_MEGABYTES})"
    )
    slow = read["whole"] > MOST_MILLISECONDS or ratio > MOST_TIMES
    return int(slow or held["megabytes"] > MOST_MEGABYTES)


def _asked(module: str) -> dict[str, Any]:
    """Run a measurement in a process of its own; its last line is its answer, after any log."""
    command = [sys.executable, "-m", module]
    # The command is put together here from constants alone.
    done = subprocess.run(command, env=os.environ | ONE_CORE, stdout=subprocess.PIPE, check=True)  # noqa: S603
    return dict(json.loads(done.stdout.splitlines()[-1]))


if __name__ == "__main__":
    word, *rest = sys.argv[1:] or [""]
    if word in WORDS:
        import_module(f"tests.speed.{word}").main(rest)
    elif word:
        sys.exit(f"There is no {word}; there are {', '.join(WORDS)}.")
    else:
        sys.exit(main())
