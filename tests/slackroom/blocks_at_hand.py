"""Blocks for these tests, each in one call."""

from typing import Any

Json = dict[str, Any]


def plain(words: str) -> Json:
    return {"type": "plain_text", "text": words}


def mrkdwn(words: str) -> Json:
    return {"type": "mrkdwn", "text": words}


def section(words: str = "x", **more: Any) -> Json:
    return {"type": "section", "text": mrkdwn(words), **more}


def button(action_id: str = "go", label: str = "Go", **more: Any) -> Json:
    return {"type": "button", "action_id": action_id, "text": plain(label), **more}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def option(value: str = "1", label: str = "One", **more: Any) -> Json:
    return {"text": plain(label), "value": value, **more}


def overflow(count: int) -> Json:
    options = [option(str(each)) for each in range(count)]
    return {"type": "overflow", "action_id": "more", "options": options}


def menu(count: int, kind: str = "static_select") -> Json:
    options = [option(str(each)) for each in range(count)]
    return {"type": kind, "action_id": "pick", "options": options}


def cell(words: str = "x") -> Json:
    return {"type": "raw_text", "text": words}


def table(rows: int, columns: int) -> Json:
    return {"type": "table", "rows": [[cell()] * columns for _ in range(rows)]}


def rich(*inline: Json) -> Json:
    inside = {"type": "rich_text_section", "elements": list(inline)}
    return {"type": "rich_text", "elements": [inside]}


def image(**more: Any) -> Json:
    return {"type": "image", "image_url": "https://n.example/a.png", **more}


def confirm(**more: Any) -> Json:
    return {"title": plain("Sure?"), "text": mrkdwn("Really?"), **more}


def field_input(**more: Any) -> Json:
    element = {"type": "plain_text_input", "action_id": "words"}
    return {"type": "input", "label": plain("Why"), "element": element, **more}


def modal(*blocks: Json, **more: Any) -> Json:
    return {"type": "modal", "title": plain("T"), "blocks": list(blocks), **more}
