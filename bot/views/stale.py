"""What becomes of a form that was filled in while somebody else edited the same claim."""

from collections.abc import Mapping
from typing import Any

from bot.claims.days import said_day
from bot.newsroom.facets import Field
from bot.newsroom.form import Form
from bot.views.editing import label_of, name_of, places
from bot.views.phrases import quoted
from bot.views.slip import Slip


def merged(
    view: Mapping[str, Any], now: Form, slip: Slip, put: Mapping[Field, str]
) -> dict[Field, str]:
    """Return what the form is to hold: what the person typed, elsewhere what stands now."""
    opened = _opened(view)
    return {
        place: text if text != opened.get(name_of(place, slip), "") else now.fields.get(place, "")
        for place, text in put.items()
    }


def what_changed(view: Mapping[str, Any], now: Form, slip: Slip) -> tuple[str, ...]:
    """Return a line for each field that somebody changed since the form was opened."""
    opened, by = _opened(view), {(edit.facet, edit.position): edit for edit in now.edits}
    lines = []
    for place in places(now, slip):
        name, stands = name_of(place, slip), now.fields.get(place, "")
        if name in opened and opened[name] != stands:
            edit = by.get(place)
            who = f" ({edit.person}, {said_day(edit.edited_at)})" if edit else ""
            before, after = (quoted(t) if t else "nothing" for t in (opened[name], stands))
            lines.append(f"{label_of(now, place)}: {before} when you opened it, {after} now{who}")
    return tuple(lines)


def _opened(view: Mapping[str, Any]) -> dict[str, str]:
    """Return what stood in the fields when the form was opened, by their names."""
    fields = (block for block in view["blocks"] if "element" in block)
    return {block["block_id"]: _initial(block["element"]) for block in fields}


def _initial(element: Mapping[str, Any]) -> str:
    option = element.get("initial_option") or {}
    return element.get("initial_value") or option.get("value") or ""
