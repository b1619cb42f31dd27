"""Talk to begin with: a thread, and lines that are as long as Slack takes."""

from tests.slackroom.blocks_at_hand import Json, section
from tests.slackroom.stage import Stage


def thread(stage: Stage) -> str:
    """Let dana post and the bot reply; give dana's ts."""
    ts = stage.room.post("dana", "world", "first")
    stage.client.chat_postMessage(channel=stage.world, thread_ts=ts, text="reply")
    return ts


def rich_lines(count: int) -> list[Json]:
    return [section("x" * 3000)] * count
