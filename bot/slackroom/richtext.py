"""The limits of rich_text and of the tables that hold it."""

from bot.slackroom.checks import Check, Shape, flag, items, number, one_of, record, string, word

RICH: dict[str, Shape] = {}  # type -> fields, for everything inside a rich_text block

_STYLE = record(
    Shape(
        {},
        dict.fromkeys(
            (
                "bold",
                "italic",
                "strike",
                "code",
                "underline",
                "highlight",
                "client_highlight",
                "unlink",
            ),
            flag,
        ),
    )
)


def _inline(required: dict[str, Check], optional: dict[str, Check] | None = None) -> Shape:
    return Shape(required, {**(optional or {}), "style": _STYLE})


RICH |= {
    "text": _inline({"text": string(0)}),
    "link": _inline({"url": string(3000)}, {"text": string(0), "unsafe": flag}),
    "user": _inline({"user_id": string(0)}),
    "channel": _inline({"channel_id": string(0)}),
    "usergroup": _inline({"usergroup_id": string(0)}),
    "team": _inline({"team_id": string(0)}),
    "broadcast": _inline({"range": word("here", "channel", "everyone")}),
    "emoji": _inline({"name": string(0)}, {"unicode": string(0), "url": string(0)}),
    "color": _inline({"value": string(0)}),
    "date": _inline(
        {"timestamp": number, "format": string(0)}, {"url": string(3000), "fallback": string(0)}
    ),
}
_INLINES = items(one_of(RICH, *RICH), 0)


_PLAIN_INLINES = items(one_of(RICH, "text", "link"), 0)  # what ```code``` may hold
_BORDER = {"border": number}
RICH |= {
    "rich_text_section": Shape({"elements": _INLINES}),
    "rich_text_quote": Shape({"elements": _INLINES}, _BORDER),
    "rich_text_preformatted": Shape(
        {"elements": _PLAIN_INLINES}, {**_BORDER, "language": string(0)}
    ),
    "rich_text_list": Shape(
        {
            "style": word("bullet", "ordered"),
            "elements": items(one_of(RICH, "rich_text_section")),
        },
        {**_BORDER, "indent": number, "offset": number},
    ),
}
_PARTS = ("rich_text_section", "rich_text_quote", "rich_text_preformatted", "rich_text_list")
RICH["rich_text"] = Shape({"elements": items(one_of(RICH, *_PARTS))}, {"block_id": string(255)})

# Tables: 100 rows of 20 cells; a data table has a header row, a caption and at most 100 rows more.
RICH["raw_text"] = Shape({"text": string(0)})
RICH["raw_number"] = Shape({"text": string(0), "value": number})
_CELLS = items(one_of(RICH, "raw_text", "raw_number", "rich_text"), 1, 20)
_COLUMN = record(Shape({}, {"align": word("left", "center", "right"), "is_wrapped": flag}))
TABLES = {
    "table": Shape(
        {"rows": items(_CELLS, 1, 100)},
        {"block_id": string(255), "column_settings": items(_COLUMN, 0, 20)},
    ),
    "data_table": Shape(
        {"rows": items(_CELLS, 2, 101), "caption": string(0)},
        {"block_id": string(255), "page_size": number, "row_header_column_index": number},
    ),
}
