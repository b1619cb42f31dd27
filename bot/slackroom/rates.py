"""How often the bot may post into one channel."""

import math

from bot.slackroom.state import State


def wait_before_post(state: State, channel: str) -> int:
    """Return the whole seconds to wait, 0 if a post may go now; then it counts as made."""
    now = state.clock()
    since = now - state.last_post.get(channel, -math.inf)
    if since < state.post_gap:
        return max(1, math.ceil(state.post_gap - since))
    state.last_post[channel] = now
    return 0
