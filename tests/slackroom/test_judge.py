"""What Slack takes of blocks and views, up to the very limit."""

import pytest

from bot.slackroom.judge import message_faults, too_long, too_many_tables, view_faults
from tests.slackroom.blocks_at_hand import (
    Json,
    actions,
    button,
    confirm,
    field_input,
    image,
    menu,
    modal,
    mrkdwn,
    overflow,
    plain,
    rich,
    section,
    table,
)

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
