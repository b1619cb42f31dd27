"""No word of a claim is ever told where it may not be seen, whatever people do meanwhile.

In CI a few stories, always the same; many more, each other ones, with LONG=1 in the environment.
"""

import os

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from bot.parsing import Finder
from tests.stories.canaries import Story

LONG = bool(os.environ.get("LONG"))
STORIES = settings(
    derandomize=not LONG,
    database=None,
    deadline=None,
    max_examples=40 if LONG else 3,
    stateful_step_count=50 if LONG else 15,
    phases=[Phase.generate],  # a failing story is told as it was: to shorten it takes too long
    suppress_health_check=list(HealthCheck),
)


def test_nobody_is_told_what_is_not_for_him(
    finder: Finder,
) -> None:
    story = type("ThisStory", (Story,), {"finder": finder})

    run_state_machine_as_test(story, settings=STORIES)
