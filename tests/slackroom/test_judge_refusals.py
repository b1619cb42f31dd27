"""What Slack refuses of a message's blocks, in Slack's words and with the place."""

from typing import Any

import pytest

from bot.slackroom.judge import message_faults
from tests.slackroom.blocks_at_hand import (
    actions,
    button,
    cell,
    confirm,
    image,
    menu,
    mrkdwn,
    option,
    overflow,
    plain,
    rich,
    section,
    table,
)

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
    pytest.param(
        [{"type": "data_table", "caption": "Tolls", "rows": [[cell("x" * 10_001)]] * 2}],
        "must be less than 20001 characters [json-pointer:/blocks/0/rows]",
        id="a data table of 20,002 characters",
    ),
    pytest.param("words", "must provide an array [json-pointer:/blocks]", id="no list at all"),
]


@pytest.mark.parametrize(("blocks", "words"), REFUSED)
def test_slack_refuses_with_the_place_and_the_reason(blocks: Any, words: str) -> None:
    assert message_faults(blocks) == (words,)
