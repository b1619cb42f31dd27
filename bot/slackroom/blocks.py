"""The limits of Block Kit's blocks: which fields, how long, how many, and where each may stand."""

from bot.slackroom.checks import (
    Check,
    Shape,
    flag,
    items,
    one_of,
    string,
    text,
    word,
)
from bot.slackroom.elements import (
    ELEMENTS,
    ID,
    IN_ACTIONS,
    IN_INPUT,
    IN_SECTION,
    PLAIN,
    SLACK_FILE,
)
from bot.slackroom.richtext import RICH, TABLES

_IMAGE = Shape(
    {"alt_text": string(2000)},
    {"image_url": string(3000), "slack_file": SLACK_FILE},
    ("image_url", "slack_file"),
)
ELEMENTS["image"] = _IMAGE
_RICH = one_of(RICH, "rich_text")


def _block(required: dict[str, Check], optional: dict[str, Check] | None = None) -> Shape:
    return Shape(required, {**(optional or {}), "block_id": ID})


_CONTEXT: dict[str, Shape] = {
    "image": _IMAGE,
    "plain_text": Shape({"text": string(3000)}, {"emoji": flag}),
    "mrkdwn": Shape({"text": string(3000)}, {"verbatim": flag}),
}
_ICON = one_of({"image": _IMAGE}, "image")
_SOURCE = one_of({"url": Shape({"url": string(3000), "text": string(0)})}, "url")

BLOCKS: dict[str, Shape] = {
    "section": Shape(
        {},
        {
            "text": text(3000),
            "fields": items(text(2000), 1, 10),
            "accessory": one_of(ELEMENTS, *IN_SECTION),
            "expand": flag,
            "block_id": ID,
        },
        ("text", "fields"),
    ),
    "header": _block({"text": text(150, PLAIN)}),
    "divider": _block({}),
    "image": Shape(
        _IMAGE.required,
        {**_IMAGE.optional, "title": text(2000, PLAIN), "block_id": ID},
        _IMAGE.needs_any,
    ),
    "actions": _block({"elements": items(one_of(ELEMENTS, *IN_ACTIONS), 1, 25)}),
    "context": _block({"elements": items(one_of(_CONTEXT, *_CONTEXT), 1, 10)}),
    "context_actions": _block(
        {"elements": items(one_of(ELEMENTS, "feedback_buttons", "icon_button"), 1, 5)}
    ),
    "input": _block(
        {"label": text(2000, PLAIN), "element": one_of(ELEMENTS, *IN_INPUT)},
        {"hint": text(2000, PLAIN), "optional": flag, "dispatch_action": flag},
    ),
    "rich_text": RICH["rich_text"],
    "markdown": _block({"text": string(12_000)}),
    **TABLES,
    "video": _block(
        {
            "alt_text": string(2000),
            "title": text(200, PLAIN),
            "thumbnail_url": string(3000),
            "video_url": string(3000),
        },
        {
            "author_name": string(50),
            "description": text(200, PLAIN),
            "provider_icon_url": string(3000),
            "provider_name": string(0),
            "title_url": string(3000),
        },
    ),
    "file": _block({"external_id": string(0), "source": word("remote")}),
    "alert": _block(
        {"text": text(200)},
        {"level": word("default", "info", "warning", "error", "success")},
    ),
    "card": Shape(
        {},
        {
            "title": text(150, "mrkdwn"),
            "subtitle": text(150, "mrkdwn"),
            "body": text(200, "mrkdwn"),
            "icon": _ICON,
            "hero_image": _ICON,
            "actions": items(one_of(ELEMENTS, "button"), 1, 25),
            "block_id": ID,
        },
        ("title", "body", "hero_image", "actions"),
    ),
    "task_card": _block(
        {
            "task_id": string(255),
            "title": string(0),
            "status": word("pending", "in_progress", "complete", "error"),
        },
        {"details": _RICH, "output": _RICH, "sources": items(_SOURCE, 0)},
    ),
}
BLOCKS["carousel"] = _block({"elements": items(one_of(BLOCKS, "card"), 1, 10)})
BLOCKS["plan"] = _block({"title": string(0)}, {"tasks": items(one_of(BLOCKS, "task_card"), 0)})
_CHILDREN = (
    "actions",
    "context",
    "divider",
    "file",
    "header",
    "image",
    "input",
    "rich_text",
    "section",
    "table",
    "video",
)
BLOCKS["container"] = _block(
    {"child_blocks": items(one_of(BLOCKS, *_CHILDREN), 1, 10)},
    {
        "title": text(150, PLAIN),
        "rich_text_title": _RICH,
        "subtitle": text(150),
        "icon": _ICON,
        "width": word("narrow", "standard", "wide", "full"),
        "default_collapsed": flag,
        "is_collapsible": flag,
        "has_header_divider": flag,
    },
)
MESSAGE_ONLY = ("markdown", "context_actions", "table", "data_table", "plan", "task_card")
IN_MESSAGE = tuple(BLOCKS)
IN_VIEW = tuple(name for name in BLOCKS if name not in MESSAGE_ONLY)

VIEW = {
    "blocks": items(one_of(BLOCKS, *IN_VIEW), 0, 100),
    "callback_id": ID,
    "private_metadata": string(3000, 0),
    "external_id": ID,
}
VIEWS = {
    "modal": Shape(
        {"blocks": VIEW["blocks"], "title": text(24, PLAIN)},
        {
            **VIEW,
            "submit": text(24, PLAIN),
            "close": text(24, PLAIN),
            "clear_on_close": flag,
            "notify_on_close": flag,
            "submit_disabled": flag,
        },
    ),
    "home": Shape({"blocks": VIEW["blocks"]}, VIEW),
}
