"""A post of the clock as an editor reads it: what stands in its blocks, line by line."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from bot.slackroom.seen import Message

Block = Mapping[str, Any]


def written(said: Iterable[tuple[Message, Sequence[Message]]]) -> str:
    """Return posts as text, each with its thread, indented; a blank line between them."""
    return "\n".join("\n".join((*_post(post, thread), "")) for post, thread in said)


def _post(post: Message, thread: Sequence[Message]) -> Iterator[str]:
    yield from _lines(post.blocks)
    for reply in thread:
        yield "  In the thread:"
        yield from (f"  {line}" for line in _lines(reply.blocks))


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        if block["type"] == "actions":
            yield " ".join(f"[{one['text']['text']}]" for one in block["elements"])
            continue
        for part in block["elements"]:
            if part["type"] == "rich_text_list":
                yield from (f"• {_run(one)}" for one in part["elements"])
            else:
                yield from _run(part).split("\n")


def _run(part: Block) -> str:
    """Return words as they are drawn; of a link its words, which are the claim's id."""
    return "".join(str(one["text"]) for one in part["elements"]).rstrip()
