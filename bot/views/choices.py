"""The fields of a modal in which several are chosen, or people, channels and times."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.views.blocks import Block
from bot.views.inputs import SELECT_OPTIONS, Field, input_of, option

OPEN_KINDS = ("public", "private")


def several(field: Field, options: Sequence[tuple[str, str]], chosen: Sequence[str]) -> Block:
    """Return a menu of (value, text) in which several are chosen."""
    listed = [option(value, text) for value, text in options[:SELECT_OPTIONS]]
    initial = [one for one in listed if one["value"] in chosen]
    filled = {"initial_options": initial} if initial else {}
    return input_of(field, {"type": "multi_static_select", "options": listed, **filled})


def time_of_day(field: Field, chosen: str) -> Block:
    """Return a field for a local time, "09:00"."""
    return input_of(field, {"type": "timepicker", "initial_time": chosen})


def person_select(field: Field, chosen: str) -> Block:
    """Return a menu of all people with at most one chosen."""
    filled = {"initial_user": chosen} if chosen else {}
    return input_of(field, {"type": "users_select", **filled})


def people_select(field: Field, chosen: Sequence[str]) -> Block:
    """Return a menu of all people in which several are chosen."""
    filled = {"initial_users": list(chosen)} if chosen else {}
    return input_of(field, {"type": "multi_users_select", **filled})


def channels_select(field: Field, chosen: Sequence[str]) -> Block:
    """Return a menu of the channels that whoever looks can see, private ones included."""
    filled = {"initial_conversations": list(chosen)} if chosen else {}
    kinds = {"filter": {"include": list(OPEN_KINDS)}}
    return input_of(field, {"type": "multi_conversations_select", **kinds, **filled})


def all_given(values: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Return everything that was chosen in a field: values, people, channels, a time."""
    state = values.get(name, {}).get(name, {})
    options = [one["value"] for one in state.get("selected_options") or ()]
    one = state.get("selected_user") or state.get("selected_time")
    ids = [*(state.get("selected_users") or ()), *(state.get("selected_conversations") or ())]
    return (*options, *ids, *([one] if one else ()))
