"""The limits of Block Kit's elements: buttons, menus, inputs; their fields, lengths and counts.

Source of the numbers: Slack's Block Kit reference pages. Unknown types and unknown fields are
faults, as they are for Slack.
"""

from bot.slackroom.checks import Shape, flag, items, number, one_of, record, string, text, word
from bot.slackroom.richtext import RICH

ID = string(255)
PLAIN = "plain_text"
ELEMENTS: dict[str, Shape] = {}  # type -> its fields

STYLE = word("primary", "danger")
CONFIRM = record(
    Shape(
        {"text": text(300)},
        {
            "title": text(100, PLAIN),
            "confirm": text(30, PLAIN),
            "deny": text(30, PLAIN),
            "style": STYLE,
        },
    )
)
_OPTION_EXTRAS = {"value": string(150), "description": text(75), "url": string(3000)}
PLAIN_OPTION = record(Shape({"text": text(75, PLAIN)}, _OPTION_EXTRAS))
OPTION = record(Shape({"text": text(75)}, _OPTION_EXTRAS))
GROUPS = items(
    record(Shape({"label": text(75, PLAIN), "options": items(PLAIN_OPTION, 1, 100)})), 1, 100
)
SLACK_FILE = record(Shape({}, {"url": string(3000), "id": string(0)}, ("url", "id")))
DISPATCH = record(
    Shape(
        {}, {"trigger_actions_on": items(word("on_enter_pressed", "on_character_entered"), 1, 2)}
    )
)
FILTER = record(
    Shape(
        {},
        {
            "include": items(word("im", "mpim", "private", "public")),
            "exclude_external_shared_channels": flag,
            "exclude_bot_users": flag,
        },
    )
)

_ELEMENT = {"action_id": ID, "confirm": CONFIRM, "focus_on_load": flag}
_MENU = {**_ELEMENT, "placeholder": text(150, PLAIN)}
_MULTI = {**_MENU, "max_selected_items": number}
_INPUT = {
    "action_id": ID,
    "placeholder": text(150, PLAIN),
    "focus_on_load": flag,
    "dispatch_action_config": DISPATCH,
    "initial_value": string(3000, 0),
}
_CONVERSATIONS = {"default_to_current_conversation": flag, "filter": FILTER}
_NAMES = items(string(0), 0)

ELEMENTS |= {
    "button": Shape(
        {"text": text(75, PLAIN)},
        {
            "action_id": ID,
            "value": string(2000),
            "url": string(3000),
            "style": STYLE,
            "confirm": CONFIRM,
            "accessibility_label": string(75),
        },
    ),
    "workflow_button": Shape(
        {"text": text(75, PLAIN), "workflow": record(Shape({}, {"trigger": lambda *_: iter(())}))},
        {"action_id": ID, "style": STYLE, "confirm": CONFIRM, "accessibility_label": string(75)},
    ),
    "icon_button": Shape(
        {"text": text(75, PLAIN), "icon": string(0)},
        {
            "action_id": ID,
            "value": string(2000),
            "confirm": CONFIRM,
            "accessibility_label": string(75),
            "visible_to_user_ids": _NAMES,
        },
    ),
    "overflow": Shape(
        {"options": items(PLAIN_OPTION, 1, 5)}, {"action_id": ID, "confirm": CONFIRM}
    ),
    "checkboxes": Shape(
        {"options": items(OPTION, 1, 10)}, {**_ELEMENT, "initial_options": items(OPTION, 1, 10)}
    ),
    "radio_buttons": Shape(
        {"options": items(OPTION, 1, 10)}, {**_ELEMENT, "initial_option": OPTION}
    ),
    "static_select": Shape(
        {},
        {
            **_MENU,
            "options": items(PLAIN_OPTION, 1, 100),
            "option_groups": GROUPS,
            "initial_option": PLAIN_OPTION,
        },
        ("options", "option_groups"),
    ),
    "multi_static_select": Shape(
        {},
        {
            **_MULTI,
            "options": items(PLAIN_OPTION, 1, 100),
            "option_groups": GROUPS,
            "initial_options": items(PLAIN_OPTION, 1, 100),
        },
        ("options", "option_groups"),
    ),
    "external_select": Shape(
        {}, {**_MENU, "initial_option": PLAIN_OPTION, "min_query_length": number}
    ),
    "multi_external_select": Shape(
        {}, {**_MULTI, "initial_options": items(PLAIN_OPTION), "min_query_length": number}
    ),
    "users_select": Shape({}, {**_MENU, "initial_user": string(0)}),
    "multi_users_select": Shape({}, {**_MULTI, "initial_users": _NAMES}),
    "channels_select": Shape(
        {}, {**_MENU, "initial_channel": string(0), "response_url_enabled": flag}
    ),
    "multi_channels_select": Shape({}, {**_MULTI, "initial_channels": _NAMES}),
    "conversations_select": Shape(
        {},
        {
            **_MENU,
            **_CONVERSATIONS,
            "initial_conversation": string(0),
            "response_url_enabled": flag,
        },
    ),
    "multi_conversations_select": Shape(
        {}, {**_MULTI, **_CONVERSATIONS, "initial_conversations": _NAMES}
    ),
    "datepicker": Shape({}, {**_MENU, "initial_date": string(10, 10)}),
    "timepicker": Shape({}, {**_MENU, "initial_time": string(5, 5), "timezone": string(0)}),
    "datetimepicker": Shape({}, {**_ELEMENT, "initial_date_time": number}),
    "plain_text_input": Shape(
        {}, {**_INPUT, "multiline": flag, "min_length": number, "max_length": number}
    ),
    "rich_text_input": Shape(
        {},
        {
            **_INPUT,
            "initial_value": one_of(RICH, "rich_text"),
            "min_lines": number,
            "max_lines": number,
        },
    ),
    "email_text_input": Shape({}, _INPUT),
    "url_text_input": Shape({}, _INPUT),
    "number_input": Shape(
        {"is_decimal_allowed": flag}, {**_INPUT, "min_value": string(0), "max_value": string(0)}
    ),
    "file_input": Shape({}, {"action_id": ID, "filetypes": _NAMES, "max_files": number}),
}
_FEEDBACK = record(
    Shape({"text": text(75, PLAIN), "value": string(2000)}, {"accessibility_label": string(75)})
)
ELEMENTS["feedback_buttons"] = Shape(
    {"positive_button": _FEEDBACK, "negative_button": _FEEDBACK}, {"action_id": ID}
)

MENUS = tuple(name for name in ELEMENTS if name.endswith(("_select", "picker")))
CHOICES = ("checkboxes", "radio_buttons")
BUTTONS = ("button", "workflow_button", "overflow")
TYPED = (
    "plain_text_input",
    "rich_text_input",
    "email_text_input",
    "url_text_input",
    "number_input",
)
# A datetimepicker stands in actions and input blocks only.
IN_SECTION = ("image", *BUTTONS, *CHOICES, *(name for name in MENUS if name != "datetimepicker"))
IN_ACTIONS = (*BUTTONS, *CHOICES, *MENUS, "rich_text_input")
IN_INPUT = (*CHOICES, *MENUS, *TYPED, "file_input")
