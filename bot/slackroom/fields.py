"""What people can press, choose and fill in: elements by id, and the values they take."""

import copy
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from bot.slackroom.seen import Json
from bot.slackroom.state import State

# Where each kind of element keeps what the app set at first, and where what a person chose.
INITIAL = {
    "plain_text_input": ("initial_value", "value"),
    "email_text_input": ("initial_value", "value"),
    "url_text_input": ("initial_value", "value"),
    "number_input": ("initial_value", "value"),
    "rich_text_input": ("initial_value", "rich_text_value"),
    "static_select": ("initial_option", "selected_option"),
    "external_select": ("initial_option", "selected_option"),
    "radio_buttons": ("initial_option", "selected_option"),
    "checkboxes": ("initial_options", "selected_options"),
    "multi_static_select": ("initial_options", "selected_options"),
    "multi_external_select": ("initial_options", "selected_options"),
    "users_select": ("initial_user", "selected_user"),
    "multi_users_select": ("initial_users", "selected_users"),
    "channels_select": ("initial_channel", "selected_channel"),
    "multi_channels_select": ("initial_channels", "selected_channels"),
    "conversations_select": ("initial_conversation", "selected_conversation"),
    "multi_conversations_select": ("initial_conversations", "selected_conversations"),
    "datepicker": ("initial_date", "selected_date"),
    "timepicker": ("initial_time", "selected_time"),
    "datetimepicker": ("initial_date_time", "selected_date_time"),
}
OPTION_KINDS = ("static_select", "radio_buttons", "overflow", "external_select")


@dataclass(frozen=True, slots=True)
class Found:
    """An element and the block it stands in."""

    block: Json
    element: Json


def with_ids(state: State, blocks: Iterable[Json]) -> list[Json]:
    """Copy blocks and give ids to blocks and elements that came without, as Slack does."""
    own = [copy.deepcopy(block) for block in blocks]
    for block in own:
        block.setdefault("block_id", state.new_id("b"))
        for element in elements_of(block):
            if element.get("type") in (*INITIAL, "button", "overflow"):
                element.setdefault("action_id", state.new_id("a"))
    return own


def elements_of(block: Json) -> Iterator[Json]:
    """Give the elements that stand in a block, wherever it keeps them."""
    inside = [block.get("element"), block.get("accessory"), *block.get("elements", ())]
    inside += [*block.get("actions", ())]
    yield from (one for one in inside if isinstance(one, dict))
    for child in block.get("child_blocks", ()):
        yield from elements_of(child)


def stateful(block: Json) -> list[Json]:
    """List the elements of a block that hold a value."""
    return [one for one in elements_of(block) if one.get("type") in INITIAL]


def find_element(blocks: Sequence[Json], action_id: str, block_id: str = "") -> Found:
    """Find an element by its id; LookupError if there is none, or several and no block_id."""
    found = [
        Found(block, element)
        for block in blocks
        for element in elements_of(block)
        if element.get("action_id") == action_id and block_id in ("", block.get("block_id"))
    ]
    if len(found) != 1:
        raise LookupError(f"{len(found)} elements {action_id!r} to press (block {block_id!r})")
    return found[0]


def value_of(element: Json, chosen: Any = None) -> Json:  # noqa: ANN401 - what the element takes
    """Give an element's part of the state: what was chosen, else what the app set at first."""
    initial, name = INITIAL[element["type"]]
    empty: list[Json] | None = [] if name.endswith("s") else None
    value = chosen if chosen is not None else element.get(initial, empty)
    return {"type": element["type"], name: value}


def emptied(element: Json) -> Json:
    """Give an element's part of the state when a person has taken out what stood in it."""
    name = INITIAL[element["type"]][1]
    return {"type": element["type"], name: [] if name.endswith("s") else None}


def action_of(found: Found, value: str) -> Json:
    """Give the action of a payload for pressing or choosing; LookupError for no such option."""
    element = found.element
    kind = element["type"]
    action = {
        "type": kind,
        "action_id": element["action_id"],
        "block_id": found.block["block_id"],
    }
    if kind in ("button", "workflow_button"):
        kept = ("text", "value", "style", "url")
        return action | {name: element[name] for name in kept if name in element}
    if kind == "overflow":
        return action | {"selected_option": _option(element, value)}
    return action | value_of(element, chosen(element, value))


def chosen(element: Json, value: str | Sequence[str]) -> Any:  # noqa: ANN401 - what the element takes
    """Turn what a person typed or chose into what the element's state holds."""
    kind = element["type"]
    if kind in OPTION_KINDS:
        return _option(element, str(value))
    if kind in ("checkboxes", "multi_static_select", "multi_external_select"):
        return [_option(element, one) for one in _several(value)]
    if kind.startswith("multi_"):
        return _several(value)
    return _scalar(kind, str(value))


def _scalar(kind: str, value: str) -> Any:  # noqa: ANN401 - text, a number or rich text
    if kind == "datetimepicker":
        return int(value)
    if kind == "rich_text_input":
        section = {"type": "rich_text_section", "elements": [{"type": "text", "text": value}]}
        return {"type": "rich_text", "elements": [section]}
    return value


def _several(value: str | Sequence[str]) -> list[str]:
    return [one for one in value.split(",") if one] if isinstance(value, str) else list(value)


def _option(element: Json, value: str) -> Json:
    groups = [group["options"] for group in element.get("option_groups", ())]
    for options in (element.get("options", ()), *groups):
        for option in options:
            if option.get("value") == value:
                return dict(option)
    raise LookupError(f"no option {value!r} in {element.get('action_id')}")
