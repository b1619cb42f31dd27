"""How a block is measured: small checks that say, in Slack's words, what is wrong and where."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.slackroom.seen import Json

# A check takes a value and its JSON pointer, and gives what is wrong, Slack's wording:
# "must be less than 151 characters [json-pointer:/blocks/0/text/text]".
Check = Callable[[Any, str], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields of an object; anything else in it is a fault.

    `needs_any` names fields of which at least one must be there.
    """

    required: Mapping[str, Check] = field(default_factory=dict)
    optional: Mapping[str, Check] = field(default_factory=dict)
    needs_any: tuple[str, ...] = ()


def fault(words: str, at: str) -> str:
    """Put a fault and its place together as Slack does."""
    return f"{words} [json-pointer:{at}]"


def string(most: int = 0, least: int = 1) -> Check:
    """Check for a string of `least` to `most` characters; 0 means without an upper limit."""

    def check(value: Any, at: str) -> Iterator[str]:  # noqa: ANN401 - it is judged right here
        if not isinstance(value, str):
            yield fault("must provide a string", at)
        elif most and len(value) > most:
            yield fault(f"must be less than {most + 1} characters", at)
        elif len(value) < least:
            yield fault(f"must be more than {least - 1} characters", at)

    return check


def flag(value: object, at: str) -> Iterator[str]:
    """Check for a boolean."""
    if not isinstance(value, bool):
        yield fault("must provide a boolean", at)


def number(value: object, at: str) -> Iterator[str]:
    """Check for a number, not a boolean."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        yield fault("must provide a number", at)


def word(*allowed: str) -> Check:
    """Check for one of the allowed words."""

    def check(value: Any, at: str) -> Iterator[str]:  # noqa: ANN401 - it is judged right here
        if value not in allowed:
            yield fault("must be a valid enum value", at)

    return check


def items(each: Check, least: int = 1, most: int = 0) -> Check:
    """Check for a list of `least` to `most` values, each passing its own check."""

    def check(value: Any, at: str) -> Iterator[str]:  # noqa: ANN401 - it is judged right here
        if not isinstance(value, list):
            yield fault("must provide an array", at)
            return
        if most and len(value) > most:
            yield fault(f"no more than {most} items allowed", at)
        if len(value) < least:
            yield fault(f"no fewer than {least} items allowed", at)
        for place, one in enumerate(value):
            yield from each(one, f"{at}/{place}")

    return check


def record(shape: Shape) -> Check:
    """Check for an object without a type, e.g. an option or a confirm dialog."""

    def check(value: Any, at: str) -> Iterator[str]:  # noqa: ANN401 - it is judged right here
        if not isinstance(value, dict):
            yield fault("must provide an object", at)
        else:
            yield from _fields(value, shape, at)

    return check


def one_of(shapes: Mapping[str, Shape], *types: str) -> Check:
    """Check for an object whose type is one of `types`, with that type's fields.

    `shapes` is looked into only when a value is checked, so that shapes may name one another.
    """

    def check(value: Any, at: str) -> Iterator[str]:  # noqa: ANN401 - it is judged right here
        if not isinstance(value, dict):
            yield fault("must provide an object", at)
        elif "type" not in value:
            yield fault("missing required field: type", at)
        elif value["type"] not in types:
            yield fault(f"unsupported type: {value['type']}", f"{at}/type")
        else:
            yield from _fields(value, shapes[value["type"]], at)

    return check


def text(most: int, *kinds: str) -> Check:
    """Check for a text object of 1 to `most` characters; of both kinds unless `kinds` says."""
    return one_of({kind: _TEXT[kind](most) for kind in kinds or tuple(_TEXT)}, *(kinds or _TEXT))


_TEXT: dict[str, Callable[[int], Shape]] = {
    "plain_text": lambda most: Shape({"text": string(most)}, {"emoji": flag}),
    "mrkdwn": lambda most: Shape({"text": string(most)}, {"verbatim": flag}),
}


def _fields(value: Json, shape: Shape, at: str) -> Iterator[str]:
    for name in shape.required:
        if name not in value:
            yield fault(f"missing required field: {name}", at)
    if shape.needs_any and not any(value.get(name) for name in shape.needs_any):
        yield fault(f"missing required field: {' or '.join(shape.needs_any)}", at)
    known = {**shape.required, **shape.optional}
    for name, inside in value.items():
        if name in known:
            yield from known[name](inside, f"{at}/{name}")
        elif name != "type":
            yield fault(f"invalid additional property: {name}", at)
