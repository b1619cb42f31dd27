"""Block Kit on the page: what of each kind of block a person reads and can use."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

DRAW = """async (blocks) => {
  const { blocks: draw, filled } = await import("/page/blocks.js");
  const pressed = [];
  const names = {
    person: () => "Ana", channel: () => "world", isApp: () => false,
    people: () => [{ value: "U1", text: "Ana" }, { value: "U2", text: "Ben" }],
    channels: () => [
      { value: "C1", text: "#world", kind: "public" }, { value: "D1", text: "Ben", kind: "im" },
    ],
  };
  const use = { names, press: (what) => pressed.push(what), errors: { wrong: "Too short." } };
  const form = document.createElement("form");
  form.id = "drawn";
  form.append(...draw(blocks, use));
  const asking = document.querySelector("#confirm");
  document.body.replaceChildren(form, asking);
  window.pressed = () => pressed;
  window.filled = () => filled(form, blocks);
}"""


@pytest.fixture
def page(browser: Browser, standing: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(standing)
    yield page
    page.close()


def _plain(text: str) -> dict[str, str]:
    return {"type": "plain_text", "text": text}


def _rich(*runs: dict[str, Any], kind: str = "rich_text_section") -> dict[str, Any]:
    return {"type": "rich_text", "elements": [{"type": kind, "elements": list(runs)}]}


def _menu(kind: str, **rest: Any) -> dict[str, Any]:
    options = [{"text": _plain(word), "value": word.lower()} for word in ("One", "Two")]
    return {"type": kind, "action_id": "choose", "options": options, **rest}


def _input(block_id: str, element: dict[str, Any], **rest: Any) -> dict[str, Any]:
    label = _plain("Why")
    return {"type": "input", "block_id": block_id, "label": label, "element": element, **rest}


def _section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


NOON = 1740830400  # 1 March 2025, 12:00 UTC
BUTTON = {"type": "button", "action_id": "go", "text": _plain("Go"), "accessibility_label": "Away"}
SHOWN = [
    pytest.param({"type": "header", "text": _plain("A <b>head")}, "h3", "A <b>head", id="header"),
    pytest.param(
        {"type": "section", "text": {"type": "mrkdwn", "text": "*so* &lt;i&gt; <@U1>"}},
        ".section",
        "so <i> @Ana",
        id="section",
    ),
    pytest.param(
        {"type": "section", "text": {"type": "mrkdwn", "text": "<https://a.example|there>"}},
        "a[href='https://a.example'][rel~=noopener]",
        "there",
        id="link",
    ),
    pytest.param(
        {"type": "section", "text": {"type": "mrkdwn", "text": "<javascript:alert(1)|there>"}},
        ".section:not(:has(a))",
        "there",
        id="no link of the web",
    ),
    pytest.param(
        {"type": "section", "fields": [_plain("left"), _plain("right")]},
        ".fields",
        "leftright",
        id="fields",
    ),
    pytest.param(
        {"type": "context", "elements": [_plain("small")]}, ".context", "small", id="context"
    ),
    pytest.param(
        _rich({"type": "text", "text": "no", "style": {"bold": True, "italic": True}}),
        "b",
        "no",
        id="bold",
    ),
    pytest.param(
        _rich({"type": "text", "text": "said"}, kind="rich_text_quote"),
        "blockquote",
        "said",
        id="quote",
    ),
    pytest.param(
        _rich(
            {"type": "rich_text_section", "elements": [{"type": "text", "text": "x"}]},
            kind="rich_text_list",
        ),
        "ul li",
        "x",
        id="list",
    ),
    pytest.param(
        _section(f"due <!date^{NOON}^{{date_num}} at {{time}}|1 March>"),
        ".section:has(time[datetime='2025-03-01T12:00:00.000Z'])",
        "due 2025-03-01 at ",
        id="a day and time",
    ),
    pytest.param(
        _section(f"due <!date^{NOON}^{{week}}|1 March>"), "time", "1 March", id="a form unknown"
    ),
    pytest.param(
        _rich({"type": "date", "timestamp": NOON, "format": "{date_num}", "fallback": "1 March"}),
        "time",
        "2025-03-01",
        id="a day in rich text",
    ),
    pytest.param(_rich({"type": "user", "user_id": "U1"}), ".mention", "@Ana", id="a person"),
    pytest.param(
        _rich({"type": "channel", "channel_id": "C1"}), ".mention", "#world", id="a channel"
    ),
    pytest.param({"type": "mystery"}, ".context", "does not draw", id="a block unknown"),
]


@pytest.mark.parametrize(("block", "place", "text"), SHOWN)
def test_a_block_reads_as_slack_shows_it(
    page: Page, block: dict[str, Any], place: str, text: str
) -> None:
    page.evaluate(DRAW, [block])

    expect(page.locator(f"#drawn {place}")).to_contain_text(text)


def test_a_button_names_its_whole_act_and_reports_its_press(page: Page) -> None:
    page.evaluate(DRAW, [{"type": "actions", "block_id": "row", "elements": [BUTTON]}])

    page.get_by_role("button", name="Go: Away").click()

    assert page.evaluate("pressed()") == [{"action": "go", "block": "row", "value": ""}]


def test_menus_report_what_was_chosen(page: Page) -> None:
    elements = [_menu("static_select"), _menu("overflow", action_id="more")]
    page.evaluate(DRAW, [{"type": "actions", "block_id": "row", "elements": elements}])

    page.get_by_role("combobox").select_option("Two")
    page.get_by_role("button", name="More actions").press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")

    assert [one["value"] for one in page.evaluate("pressed()")] == ["two", "two"]


def test_a_form_gives_what_its_fields_hold(page: Page) -> None:
    text = {"type": "plain_text_input", "action_id": "t", "multiline": True}
    page.evaluate(
        DRAW,
        [
            _input("text", text, hint=_plain("In a line.")),
            _input("boxes", _menu("checkboxes"), optional=True),
            _input("radio", _menu("radio_buttons")),
            _input("menu", _menu("static_select")),
        ],
    )

    page.get_by_role("textbox", name="Why").fill("because")
    page.get_by_role("checkbox", name="Two").check()
    page.get_by_role("radio", name="One").check()

    held = {"text": "because", "boxes": ["two"], "radio": "one", "menu": ""}
    assert page.evaluate("filled()") == held


FIELDS = [
    pytest.param(
        _menu("multi_static_select", initial_options=_menu("")["options"][:1]),
        ["one"],
        id="several",
    ),
    pytest.param(
        {"type": "users_select", "action_id": "w", "initial_user": "U2"}, "U2", id="person"
    ),
    pytest.param(
        {"type": "multi_users_select", "action_id": "w", "initial_users": ["U1", "U2"]},
        ["U1", "U2"],
        id="people",
    ),
    pytest.param(
        {
            "type": "multi_conversations_select",
            "action_id": "w",
            "filter": {"include": ["public"]},
            "initial_conversations": ["C1"],
        },
        ["C1"],
        id="channels",
    ),
    pytest.param(
        {"type": "datepicker", "action_id": "w", "initial_date": "2025-03-01"},
        "2025-03-01",
        id="day",
    ),
    pytest.param(
        {"type": "timepicker", "action_id": "w", "initial_time": "09:30"}, "09:30", id="time"
    ),
    pytest.param(
        {"type": "datetimepicker", "action_id": "w", "initial_date_time": NOON},
        str(NOON),
        id="day and time",
    ),
    pytest.param(
        {"type": "plain_text_input", "action_id": "w", "initial_value": "old"}, "old", id="words"
    ),
]


@pytest.mark.parametrize(("element", "held"), FIELDS)
def test_a_field_holds_at_first_what_the_app_set_and_nothing_when_it_is_emptied(
    page: Page, element: dict[str, Any], held: object
) -> None:
    page.evaluate(DRAW, [_input("field", element, optional=True)])
    assert page.evaluate("filled()") == {"field": held}

    for box in page.locator("[data-field]").all():
        _empty(box)
    assert page.evaluate("filled()") == {"field": [] if isinstance(held, list) else ""}


def _empty(field: Locator) -> None:
    if field.get_attribute("type") == "checkbox":
        field.uncheck()
    elif field.evaluate("n => n.tagName") == "SELECT":
        field.select_option("")
    else:
        field.fill("")


def test_a_button_that_asks_first_is_pressed_only_by_a_yes(page: Page) -> None:
    sure = {"title": _plain("Sure?"), "text": _plain("It goes."), "confirm": _plain("Forget")}
    button = {**BUTTON, "confirm": {**sure, "deny": _plain("Keep")}}
    page.evaluate(DRAW, [{"type": "actions", "block_id": "row", "elements": [button]}])

    for answer, presses in (("Keep", 0), ("Forget", 1)):
        page.get_by_role("button", name="Go: Away").click()
        page.get_by_role("dialog", name="Sure?").get_by_role("button", name=answer).click()
        expect(page.get_by_role("button", name="Go: Away")).to_be_focused()
        assert len(page.evaluate("pressed()")) == presses


def test_an_error_stands_beside_its_field_and_is_read_with_it(page: Page) -> None:
    element = {"type": "plain_text_input", "action_id": "t"}
    page.evaluate(DRAW, [_input("wrong", element)])

    field = page.get_by_role("textbox", name="Why")
    expect(field).to_have_accessible_description("Too short.")
    expect(field).to_have_attribute("aria-invalid", "true")
