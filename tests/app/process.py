"""The bot in one of its forms, as a process of its own, with loopback around it.

Its argument is the form ("run --web"), its environment that of the operator and SLACK_API and
ORIGIN besides.
"""

import os
import signal
import sys

from bot.app.around import Surroundings
from bot.app.log import log_to_stderr
from bot.app.running import Form, run
from bot.newsroom.trouble import SetUpTrouble
from bot.settings import Settings

LEASE = 5.0  # seconds: what a killed process held is free again soon, what is slow is not


def main() -> None:
    """Run until told to stop; what is not right with the set-up is told in a line."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)  # heeded, also where the tests run by nohup
    settings = Settings()
    log_to_stderr(settings)
    around = Surroundings(
        slack=os.environ["SLACK_API"],
        own_origin=os.environ["ORIGIN"],
        host="127.0.0.1",
        working=LEASE,
        sending=LEASE,
    )
    try:
        run(settings, Form(sys.argv[1]), around)
    except SetUpTrouble as trouble:
        sys.exit(str(trouble))


if __name__ == "__main__":
    main()
