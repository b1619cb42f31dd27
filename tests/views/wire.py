"""Looking into blocks: the words that they show and the kinds of object that they are made of."""

from collections.abc import Iterable, Iterator
from typing import Any


def objects(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of a payload, the outer before the inner."""
    if isinstance(tree, dict):
        yield tree
        for inner in tree.values():
            yield from objects(inner)
    elif isinstance(tree, (list, tuple)):
        for inner in tree:
            yield from objects(inner)


def shown(blocks: Iterable[Any]) -> str:
    """Return the words that a reader sees, one block after the other."""
    texts = (o["text"] for o in objects(list(blocks)) if isinstance(o.get("text"), str))
    return "".join(texts)
