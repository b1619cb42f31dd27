"""How the garbage collector is kept from what a process has loaded for good."""

import gc


def leave_alone() -> None:
    """Have the collector look no more through what there is by now.

    There are some hundred thousand objects of the packages, and to look through them takes an
    eighth of a second, in which nothing else of the process runs: no ack either.
    """
    gc.collect()
    gc.freeze()
