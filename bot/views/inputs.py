"""The fields of a modal; block_id and action_id are the field's name, so state is found by it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.views.blocks import OPTION_LIMIT, OPTIONS, VALUE_LIMIT, Block, checkboxes, plain

INPUT_LIMIT = 3_000
SELECT_OPTIONS = 100


@dataclass(frozen=True, slots=True)
class Field:
    """A field's name, its label, and what stands beside it; `must` when it cannot stay empty."""

    name: str
    label: str
    hint: str = ""
    must: bool = False


def text_input(field: Field, value: str = "", *, lines: bool = False) -> Block:
    """Return a field for text, of one line or several, with what stands in it already."""
    element: Block = {
        "type": "plain_text_input",
        "action_id": field.name,
        "multiline": lines,
        "max_length": INPUT_LIMIT,
    }
    filled = {"initial_value": value[:INPUT_LIMIT]} if value else {}
    return _input(field, {**element, **filled})


def datepicker(field: Field, day: str = "") -> Block:
    """Return a field for a day, "2026-03-04" or nothing."""
    filled = {"initial_date": day} if day else {}
    return _input(field, {"type": "datepicker", "action_id": field.name, **filled})


def select(field: Field, options: Sequence[tuple[str, str]], chosen: str = "") -> Block:
    """Return a menu of (value, text) with one chosen."""
    listed = [
        {"value": value, "text": plain(text, OPTION_LIMIT)}
        for value, text in options[:SELECT_OPTIONS]
    ]
    element: Block = {"type": "static_select", "action_id": field.name, "options": listed}
    initial = [option for option in listed if option["value"] == chosen]
    filled = {"initial_option": initial[0]} if initial else {}
    return _input(field, {**element, **filled})


def radio(field: Field, options: Sequence[tuple[str, str]], chosen: str = "") -> Block:
    """Return a choice of one among a few (value, text), all of them in sight."""
    listed = [{"value": value, "text": plain(text, OPTION_LIMIT)} for value, text in options]
    element: Block = {"type": "radio_buttons", "action_id": field.name, "options": listed}
    initial = [option for option in listed if option["value"] == chosen]
    filled = {"initial_option": initial[0]} if initial else {}
    return _input(field, {**element, **filled})


def ticks(
    name: str, asks: tuple[str, str], options: Sequence[tuple[str, str, str]]
) -> list[Block]:
    """Return fields of boxes to tick, ten in each: Slack takes no more in one.

    `asks` are the first field's label and that of the others; an option is (value, text, more).
    """
    return [
        checkboxes(f"{name}.{first}" if first else name, asks[bool(first)], some)
        for first in range(0, len(options), OPTIONS)
        if (some := options[first : first + OPTIONS])
    ]


def ticked(values: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Return the values of the boxes that were ticked in such fields."""
    held = (fields[block] for block, fields in values.items() if block.startswith(name))
    return tuple(option["value"] for one in held for option in one.get("selected_options") or ())


def given(values: Mapping[str, Any], name: str) -> str:
    """Return what was put into a field of a submitted modal: its text, day or chosen value."""
    state = values.get(name, {}).get(name, {})
    option = state.get("selected_option") or {}
    return state.get("value") or state.get("selected_date") or option.get("value") or ""


def _input(field: Field, element: Block) -> Block:
    block: Block = {
        "type": "input",
        "block_id": field.name,
        "label": plain(field.label, VALUE_LIMIT),
        "optional": not field.must,
        "element": element,
    }
    return {**block, "hint": plain(field.hint, VALUE_LIMIT)} if field.hint else block
