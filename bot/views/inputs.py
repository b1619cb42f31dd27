"""The fields of a modal; block_id and action_id are the field's name, so state is found by it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.views.blocks import OPTION_LIMIT, VALUE_LIMIT, Block, plain

INPUT_LIMIT = 3_000
SELECT_OPTIONS = 100
BOXES = 10  # to tick, in one field


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
        "multiline": lines,
        "max_length": INPUT_LIMIT,
    }
    filled = {"initial_value": value[:INPUT_LIMIT]} if value else {}
    return input_of(field, {**element, **filled})


def datepicker(field: Field) -> Block:
    """Return a field for a day, with nothing in it yet."""
    return input_of(field, {"type": "datepicker"})


def select(field: Field, options: Sequence[tuple[str, str]], chosen: str = "") -> Block:
    """Return a menu of (value, text) with one chosen."""
    return _one_of(field, "static_select", options[:SELECT_OPTIONS], chosen)


def radio(field: Field, options: Sequence[tuple[str, str]], chosen: str = "") -> Block:
    """Return a choice of one among a few (value, text), all of them in sight."""
    return _one_of(field, "radio_buttons", options, chosen)


def checkboxes(field: Field, options: Sequence[tuple[str, str, str]]) -> Block:
    """Return a field of boxes to tick; an option is (value, text, description)."""
    boxes = [
        {**option(value, text), "description": plain(more, OPTION_LIMIT)}
        for value, text, more in options[:BOXES]
    ]
    return input_of(field, {"type": "checkboxes", "options": boxes})


def ticks(
    name: str, asks: tuple[str, str], options: Sequence[tuple[str, str, str]]
) -> list[Block]:
    """Return fields of boxes to tick, ten in each: Slack takes no more in one.

    `asks` are the first field's label and that of the others; an option is (value, text, more).
    """
    return [
        checkboxes(Field(f"{name}.{first}" if first else name, asks[bool(first)]), some)
        for first in range(0, len(options), BOXES)
        if (some := options[first : first + BOXES])
    ]


def ticked(values: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Return the values of the boxes that were ticked in such fields."""
    held = (fields[block] for block, fields in values.items() if block.startswith(name))
    return tuple(box["value"] for one in held for box in one.get("selected_options") or ())


def given(values: Mapping[str, Any], name: str) -> str:
    """Return what was put into a field of a submitted modal: its text, day or chosen value."""
    state = values.get(name, {}).get(name, {})
    chosen = state.get("selected_option") or {}
    return state.get("value") or state.get("selected_date") or chosen.get("value") or ""


def option(value: str, text: str) -> Block:
    """Return one of those that a menu or a row of boxes offers."""
    return {"value": value, "text": plain(text, OPTION_LIMIT)}


def input_of(field: Field, element: Block) -> Block:
    """Return the field with what is put into it, which bears the field's name."""
    block: Block = {
        "type": "input",
        "block_id": field.name,
        "label": plain(field.label, VALUE_LIMIT),
        "optional": not field.must,
        "element": {"action_id": field.name, **element},
    }
    return {**block, "hint": plain(field.hint, VALUE_LIMIT)} if field.hint else block


def _one_of(field: Field, kind: str, options: Sequence[tuple[str, str]], chosen: str) -> Block:
    listed = [option(value, text) for value, text in options]
    initial = [one for one in listed if one["value"] == chosen]
    filled = {"initial_option": initial[0]} if initial else {}
    return input_of(field, {"type": kind, "options": listed, **filled})
