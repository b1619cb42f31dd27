"""What the bot logs for an operator: ids and durations, one JSON line each."""

import logging
import sys
from contextlib import suppress
from typing import TextIO, cast

import structlog

from bot.settings import Settings

DROPPED = (OSError, ValueError, AttributeError)
"""What a line is dropped for: a full disk, or its reader gone; a closed file; none at all."""


def log_to_stderr(settings: Settings) -> None:
    """Log ids and durations as JSON lines."""
    level = logging.getLevelNamesMapping()[settings.log_level.upper()]
    hush_libraries(level)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(cast("TextIO", Forgiving(sys.stderr))),
        cache_logger_on_first_use=True,
    )


def hush_libraries(level: int) -> None:
    """Let libraries, who know texts and tokens, only warn; Slack's not even that.

    Of an answer that is no JSON it quotes the first hundred characters: a channel's name.
    """
    logging.basicConfig(stream=sys.stderr, level=max(level, logging.WARNING))
    logging.getLogger("slack_sdk").setLevel(logging.CRITICAL)


class Forgiving:
    """A file that takes what it can: a full disk, or a pipe that nobody reads, stops no thread."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, said: str) -> int:
        """Write what is said, or drop it; return how many signs it has."""
        with suppress(*DROPPED):
            self._file.write(said)
        return len(said)

    def flush(self) -> None:
        """Let go of what was written, if that can be."""
        with suppress(*DROPPED):
            self._file.flush()
