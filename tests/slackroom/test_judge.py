"""Slack's limits on blocks: what is taken and what is refused, in Slack's words."""

from typing import Any

import pytest

from bot.slackroom.judge import message_faults, too_long, too_many_tables, view_faults

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


TAKEN = [
    pytest.param([section()] * 50, id="50 blocks"),
    pytest.param([section("x" * 3000)], id="a section of 3,000 characters"),
    pytest.param(
        [{"type": "section", "fields": [mrkdwn("x" * 2000)] * 10}], id="10 fields of 2,000"
    ),
    pytest.param([{"type": "header", "text": plain("x" * 150)}], id="a header of 150"),
    pytest.param([actions(*(button(str(each)) for each in range(25)))], id="25 elements"),
    pytest.param([{"type": "context", "elements": [mrkdwn("x")] * 10}], id="10 context elements"),
    pytest.param([section(accessory=overflow(5))], id="an overflow of 5"),
    pytest.param([section(accessory=menu(100))], id="a menu of 100"),
    pytest.param([section(accessory=menu(10, "checkboxes"))], id="10 checkboxes"),
    pytest.param([table(100, 20)], id="a table of 100 rows and 20 columns"),
    pytest.param([{"type": "markdown", "text": "x" * 12_000}], id="markdown of 12,000"),
    pytest.param([rich({"type": "text", "text": "x", "style": {"bold": True}})], id="rich text"),
    pytest.param([rich({"type": "link", "url": "https://n.example"})], id="a link in rich text"),
    pytest.param([actions(button("a")), actions(button("a"))], id="an action_id in two blocks"),
    pytest.param([image(alt_text="A map", title=plain("Map"))], id="an image"),
    pytest.param([actions(button(confirm=confirm(confirm=plain("Yes"))))], id="a confirm dialog"),
    pytest.param([field_input()], id="an input in a message"),
]


@pytest.mark.parametrize("blocks", TAKEN)
def test_slack_takes(blocks: list[Json]) -> None:
    assert message_faults(blocks) == ()


REFUSED = [
    pytest.param(
        [section()] * 51, "no more than 50 items allowed [json-pointer:/blocks]", id="51"
    ),
    pytest.param(
        [{"type": "nonsense"}],
        "unsupported type: nonsense [json-pointer:/blocks/0/type]",
        id="an unknown block",
    ),
    pytest.param(
        [{"text": mrkdwn("x")}],
        "missing required field: type [json-pointer:/blocks/0]",
        id="a block without a type",
    ),
    pytest.param(
        [section(colour="red")],
        "invalid additional property: colour [json-pointer:/blocks/0]",
        id="an unknown key",
    ),
    pytest.param(
        [{"type": "section"}],
        "missing required field: text or fields [json-pointer:/blocks/0]",
        id="an empty section",
    ),
    pytest.param(
        [section("x" * 3001)],
        "must be less than 3001 characters [json-pointer:/blocks/0/text/text]",
        id="a section of 3,001",
    ),
    pytest.param(
        [section("")],
        "must be more than 0 characters [json-pointer:/blocks/0/text/text]",
        id="empty text",
    ),
    pytest.param(
        [{"type": "section", "fields": [mrkdwn("x" * 2001)]}],
        "must be less than 2001 characters [json-pointer:/blocks/0/fields/0/text]",
        id="a field of 2,001",
    ),
    pytest.param(
        [{"type": "section", "fields": [mrkdwn("x")] * 11}],
        "no more than 10 items allowed [json-pointer:/blocks/0/fields]",
        id="11 fields",
    ),
    pytest.param(
        [{"type": "header", "text": plain("x" * 151)}],
        "must be less than 151 characters [json-pointer:/blocks/0/text/text]",
        id="a header of 151",
    ),
    pytest.param(
        [{"type": "header", "text": mrkdwn("x")}],
        "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]",
        id="a header in mrkdwn",
    ),
    pytest.param(
        [actions(*(button(str(each)) for each in range(26)))],
        "no more than 25 items allowed [json-pointer:/blocks/0/elements]",
        id="26 elements",
    ),
    pytest.param(
        [actions()],
        "no fewer than 1 items allowed [json-pointer:/blocks/0/elements]",
        id="no elements",
    ),
    pytest.param(
        [{"type": "context", "elements": [mrkdwn("x")] * 11}],
        "no more than 10 items allowed [json-pointer:/blocks/0/elements]",
        id="11 context elements",
    ),
    pytest.param(
        [{"type": "context", "elements": [button()]}],
        "unsupported type: button [json-pointer:/blocks/0/elements/0/type]",
        id="a button in context",
    ),
    pytest.param(
        [actions(button(label="x" * 76))],
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
        id="a label of 76",
    ),
    pytest.param(
        [actions(button(value="x" * 2001))],
        "must be less than 2001 characters [json-pointer:/blocks/0/elements/0/value]",
        id="a value of 2,001",
    ),
    pytest.param(
        [actions(button(url="x" * 3001))],
        "must be less than 3001 characters [json-pointer:/blocks/0/elements/0/url]",
        id="a url of 3,001",
    ),
    pytest.param(
        [actions(button(accessibility_label="x" * 76))],
        "must be less than 76 characters [json-pointer:/blocks/0/elements/0/accessibility_label]",
        id="an accessibility label of 76",
    ),
    pytest.param(
        [actions(button(style="green"))],
        "must be a valid enum value [json-pointer:/blocks/0/elements/0/style]",
        id="an unknown style",
    ),
    pytest.param(
        [actions(button("x" * 256))],
        "must be less than 256 characters [json-pointer:/blocks/0/elements/0/action_id]",
        id="an action_id of 256",
    ),
    pytest.param(
        [section(block_id="x" * 256)],
        "must be less than 256 characters [json-pointer:/blocks/0/block_id]",
        id="a block_id of 256",
    ),
    pytest.param(
        [actions(button("a"), button("a"))],
        '`action_id`: "a" already exists in this block [json-pointer:/blocks/0/elements]',
        id="an action_id twice in a block",
    ),
    pytest.param(
        [section(block_id="b"), section(block_id="b")],
        '`block_id`: "b" already exists [json-pointer:/blocks]',
        id="a block_id twice",
    ),
    pytest.param(
        [section(accessory=overflow(6))],
        "no more than 5 items allowed [json-pointer:/blocks/0/accessory/options]",
        id="an overflow of 6",
    ),
    pytest.param(
        [section(accessory=menu(101))],
        "no more than 100 items allowed [json-pointer:/blocks/0/accessory/options]",
        id="a menu of 101",
    ),
    pytest.param(
        [section(accessory=menu(11, "radio_buttons"))],
        "no more than 10 items allowed [json-pointer:/blocks/0/accessory/options]",
        id="11 radio buttons",
    ),
    pytest.param(
        [section(accessory={**menu(0), "options": [option(label="x" * 76)]})],
        "must be less than 76 characters [json-pointer:/blocks/0/accessory/options/0/text/text]",
        id="an option's text of 76",
    ),
    pytest.param(
        [section(accessory={**menu(0), "options": [option("x" * 151)]})],
        "must be less than 151 characters [json-pointer:/blocks/0/accessory/options/0/value]",
        id="an option's value of 151",
    ),
    pytest.param(
        [actions(button(confirm=confirm(title=plain("x" * 101))))],
        "must be less than 101 characters [json-pointer:/blocks/0/elements/0/confirm/title/text]",
        id="a confirm title of 101",
    ),
    pytest.param(
        [actions(button(confirm=confirm(deny=plain("x" * 31))))],
        "must be less than 31 characters [json-pointer:/blocks/0/elements/0/confirm/deny/text]",
        id="a deny of 31",
    ),
    pytest.param(
        [image()],
        "missing required field: alt_text [json-pointer:/blocks/0]",
        id="an image without words for it",
    ),
    pytest.param(
        [table(101, 1)],
        "no more than 100 items allowed [json-pointer:/blocks/0/rows]",
        id="101 rows",
    ),
    pytest.param(
        [table(1, 21)],
        "no more than 20 items allowed [json-pointer:/blocks/0/rows/0]",
        id="21 columns",
    ),
    pytest.param(
        [{"type": "table", "rows": [[cell()], [cell(), cell()]]}],
        "rows must have the same number of cells [json-pointer:/blocks/0/rows]",
        id="ragged rows",
    ),
    pytest.param(
        [{"type": "table", "rows": [[cell("")]]}],
        "must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]",
        id="an empty cell",
    ),
    pytest.param(
        [{"type": "markdown", "text": "x" * 6001}] * 2,
        "markdown blocks must be less than 12001 characters [json-pointer:/blocks]",
        id="markdown of 12,002 together",
    ),
    pytest.param(
        [rich({"type": "shout", "text": "x"})],
        "unsupported type: shout [json-pointer:/blocks/0/elements/0/elements/0/type]",
        id="an unknown element of rich text",
    ),
    pytest.param("words", "must provide an array [json-pointer:/blocks]", id="no list at all"),
]


@pytest.mark.parametrize(("blocks", "words"), REFUSED)
def test_slack_refuses_with_the_place_and_the_reason(blocks: Any, words: str) -> None:
    assert message_faults(blocks) == (words,)


@pytest.mark.parametrize(
    ("blocks", "too_many"),
    [
        pytest.param([table(1, 1)], False, id="one table"),
        pytest.param([table(1, 1), table(1, 1)], True, id="two tables"),
        pytest.param(
            [table(1, 1), {"type": "container", "child_blocks": [table(1, 1)]}],
            True,
            id="one of them inside a container",
        ),
    ],
)
def test_a_message_has_one_table(blocks: list[Json], too_many: bool) -> None:  # noqa: FBT001 - a row
    assert too_many_tables(blocks) is too_many


@pytest.mark.parametrize(("count", "long"), [(4, False), (5, True)])
def test_all_blocks_together_have_their_limit(count: int, long: bool) -> None:  # noqa: FBT001 - a row
    assert too_long([section("x" * 3000)] * count) is long


SUBMIT = {"submit": plain("Save")}
VIEWS = [
    pytest.param(modal(section()), (), id="a modal"),
    pytest.param({"type": "home", "blocks": [section()] * 100}, (), id="a Home tab of 100 blocks"),
    pytest.param(modal(field_input(), **SUBMIT), (), id="a modal with an input and a submit"),
    pytest.param(
        modal(field_input()),
        ("missing required field: submit [json-pointer:/view]",),
        id="an input without a submit",
    ),
    pytest.param(
        modal(title=plain("x" * 25)),
        ("must be less than 25 characters [json-pointer:/view/title/text]",),
        id="a title of 25",
    ),
    pytest.param(
        modal(submit=plain("x" * 25)),
        ("must be less than 25 characters [json-pointer:/view/submit/text]",),
        id="a submit of 25",
    ),
    pytest.param(
        modal(private_metadata="x" * 3001),
        ("must be less than 3001 characters [json-pointer:/view/private_metadata]",),
        id="metadata of 3,001",
    ),
    pytest.param(
        modal(callback_id="x" * 256),
        ("must be less than 256 characters [json-pointer:/view/callback_id]",),
        id="a callback_id of 256",
    ),
    pytest.param(
        modal(*[section()] * 101),
        ("no more than 100 items allowed [json-pointer:/view/blocks]",),
        id="101 blocks",
    ),
    pytest.param(
        modal({"type": "markdown", "text": "x"}),
        ("unsupported type: markdown [json-pointer:/view/blocks/0/type]",),
        id="markdown belongs in messages",
    ),
    pytest.param(
        {"type": "drawer", "blocks": []},
        ("unsupported type: drawer [json-pointer:/view/type]",),
        id="an unknown kind of view",
    ),
]


@pytest.mark.parametrize(("view", "faults"), VIEWS)
def test_views_have_their_limits(view: Json, faults: tuple[str, ...]) -> None:
    assert view_faults(view) == faults
