"""Whether Slack would take these blocks: the limits of each, and what holds over all of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from bot.slackroom.blocks import BLOCKS, IN_MESSAGE, VIEWS
from bot.slackroom.checks import fault, items, one_of
from bot.slackroom.seen import Json

TABLE_FAMILY = ("table", "data_table")
MARKDOWN_TOTAL = 12_000  # characters of all markdown blocks of a message together
DATA_TABLE_TOTAL = 20_000  # characters of all cells of a data table
# Over all blocks of a message: met by others, not in Slack's pages (msg_blocks_too_long).
BLOCK_TEXT_TOTAL = 13_200

_MESSAGE_BLOCKS = items(one_of(BLOCKS, *IN_MESSAGE), 0, 50)
_VIEW = one_of(VIEWS, *VIEWS)


def message_faults(blocks: Any) -> tuple[str, ...]:  # noqa: ANN401 - judging it is the point
    """Say what is wrong with a message's blocks; () if Slack would take them."""
    found = tuple(_MESSAGE_BLOCKS(blocks, "/blocks"))
    return found or (*_over_all(blocks, "/blocks"), *_markdown_total(blocks))


def view_faults(view: Any) -> tuple[str, ...]:  # noqa: ANN401 - judging it is the point
    """Say what is wrong with a modal or Home tab; () if Slack would take it."""
    found = tuple(_VIEW(view, "/view"))
    return found or (*_over_all(view["blocks"], "/view/blocks"), *_submit_missing(view))


def too_many_tables(blocks: Sequence[Json]) -> bool:
    """Tell whether there is more than the one table that a message may have."""
    inside = (child for block in blocks for child in (block, *block.get("child_blocks", ())))
    return sum(block["type"] in TABLE_FAMILY for block in inside) > 1


def too_long(blocks: Sequence[Json]) -> bool:
    """Tell whether the words of all blocks are more than a message may have."""
    return sum(len(words) for words in _words(list(blocks))) > BLOCK_TEXT_TOTAL


def _words(value: Any) -> Iterator[str]:  # noqa: ANN401 - any part of a block
    if isinstance(value, list):
        for one in value:
            yield from _words(one)
    elif isinstance(value, dict):
        for name, one in value.items():
            if name == "text" and isinstance(one, str):
                yield one
            else:
                yield from _words(one)


def _over_all(blocks: Sequence[Json], at: str) -> Iterator[str]:
    """Find ids given twice, and tables that are ragged or too full."""
    ids = Counter(block["block_id"] for block in blocks if "block_id" in block)
    for block_id in (one for one, times in ids.items() if times > 1):
        yield fault(f'`block_id`: "{block_id}" already exists', at)
    for place, block in enumerate(blocks):
        yield from _actions_twice(block, f"{at}/{place}")
        yield from _table(block, f"{at}/{place}")


def _actions_twice(block: Json, at: str) -> Iterator[str]:
    elements = block.get("elements", ())
    ids = Counter(one["action_id"] for one in elements if "action_id" in one)
    for action_id in (one for one, times in ids.items() if times > 1):
        yield fault(f'`action_id`: "{action_id}" already exists in this block', f"{at}/elements")


def _table(block: Json, at: str) -> Iterator[str]:
    if block["type"] not in TABLE_FAMILY:
        return
    if len({len(row) for row in block["rows"]}) > 1:
        yield fault("rows must have the same number of cells", f"{at}/rows")
    if block["type"] == "data_table" and sum(map(len, _words(block))) > DATA_TABLE_TOTAL:
        yield fault(f"must be less than {DATA_TABLE_TOTAL + 1} characters", f"{at}/rows")


def _markdown_total(blocks: Sequence[Json]) -> Iterator[str]:
    total = sum(len(block["text"]) for block in blocks if block["type"] == "markdown")
    if total > MARKDOWN_TOTAL:
        yield fault(
            f"markdown blocks must be less than {MARKDOWN_TOTAL + 1} characters", "/blocks"
        )


def _submit_missing(view: Json) -> Iterator[str]:
    asks = any(block["type"] == "input" for block in view["blocks"])
    if view["type"] == "modal" and asks and "submit" not in view:
        yield fault("missing required field: submit", "/view")
