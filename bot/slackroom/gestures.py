"""What people do with the app: commands, buttons, shortcuts, modals, the Home tab.

All of them wait for the app's ack, three seconds at most by default, in the caller's thread.
"""

from collections.abc import Mapping, Sequence
from typing import TypedDict, Unpack

from bot.slackroom.seen import Ack, CommandResult, SubmitResult
from bot.slackroom.state import State

Filled = Mapping[str, str | Sequence[str]]


class Choice(TypedDict, total=False):
    """What exactly was pressed or chosen.

    value: for menus, radio buttons and overflows the value of the chosen option (required); for
    checkboxes and multi-selects the values parted by commas; for date and time pickers the date
    or time; for text inputs the text. Not needed for buttons.
    block_id: needed only where an action_id stands in several blocks.
    """

    value: str
    block_id: str


class Gestures:
    """The part of a room in which people use the app."""

    _state: State

    def command(self, person: str, channel: str, command: str, text: str = "") -> CommandResult:
        """Type a slash command ("/claim") into a channel's message box (never a thread).

        `text` goes as with should_escape: @name and #channel as `<@U…|name>` and `<#C…|name>`,
        `& < >` escaped; URLs stay bare, as Slack sends them in commands.
        """
        raise NotImplementedError

    def click(
        self, person: str, channel: str, ts: str, action_id: str, **choice: Unpack[Choice]
    ) -> Ack:
        """Press a button or choose in a menu of a message, ephemeral ones included.

        Raises LookupError if the person sees no such message, element or option. A button with a
        `url` sends its action too, as in Slack.
        """
        raise NotImplementedError

    def click_view(
        self, person: str, view_id: str, action_id: str, **choice: Unpack[Choice]
    ) -> Ack:
        """Press a button or choose in a menu of the person's modal or Home tab."""
        raise NotImplementedError

    def shortcut(self, person: str, channel: str, ts: str, callback_id: str) -> Ack:
        """Use a message shortcut (message_action) on a message."""
        raise NotImplementedError

    def global_shortcut(self, person: str, callback_id: str) -> Ack:
        """Use a global shortcut."""
        raise NotImplementedError

    def submit(self, person: str, view_id: str, values: Filled) -> SubmitResult:
        """Fill in the modal on top and press its submit button.

        `values`: block_id -> what was typed or chosen (a list for checkboxes and multi-selects);
        blocks not named keep their initial value. The answer's response_action is carried out:
        errors, update, push, clear; an empty ack closes the modal.
        """
        raise NotImplementedError

    def close_view(self, person: str, view_id: str) -> Ack:
        """Close the modal on top; view_closed is sent if it asked for notify_on_close."""
        raise NotImplementedError

    def open_home(self, person: str) -> None:
        """Open the app's Home tab: app_home_opened with tab "home"."""
        raise NotImplementedError
