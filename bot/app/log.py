"""What the bot logs for an operator: ids and durations, one JSON line each."""

import logging
import sys

import structlog

from bot.settings import Settings


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
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )


def hush_libraries(level: int) -> None:
    """Let libraries, who know texts and tokens, only warn; Slack's not even that.

    Of an answer that is no JSON it quotes the first hundred characters: a channel's name.
    """
    logging.basicConfig(stream=sys.stderr, level=max(level, logging.WARNING))
    logging.getLogger("slack_sdk").setLevel(logging.CRITICAL)
