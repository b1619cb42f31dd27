"""What people do with the app: commands, buttons, shortcuts, modals, the Home tab.

All of them wait for the app's ack, three seconds at most by default, in the caller's thread.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TypedDict, Unpack

from bot.slackroom import events, modals, payloads
from bot.slackroom.api.asked import ApiError
from bot.slackroom.fields import (
    INITIAL,
    Found,
    action_of,
    chosen,
    emptied,
    find_element,
    stateful,
    value_of,
)
from bot.slackroom.places import direct_messages
from bot.slackroom.respond import say
from bot.slackroom.seen import Ack, CommandResult, Json, Message, Refused, SubmitResult, View
from bot.slackroom.state import State
from bot.slackroom.submitted import answered
from bot.slackroom.talk import names
from bot.slackroom.wire import wired_command

Filled = Mapping[str, str | Sequence[str]]
REQUIRED = "Please complete this required field."  # what Slack's client says under the field


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

    def command(
        self, person: str, channel: str, command: str, text: str = "", *, escaped: bool = True
    ) -> CommandResult:
        """Type a slash command ("/claim") into a channel's message box (never a thread).

        `text` goes as with the manifest's should_escape: URLs as `<https://…>`, @name and #channel
        as `<@U…|name>` and `<#C…|name>`, `& < >` escaped; with `escaped=False` as it was typed.
        """
        with self._state.lock:
            who, where = self._state.person(person), self._state.channel(channel)
            wired = wired_command(text, names(self._state, labelled=True)) if escaped else text
            form = payloads.command(self._state, who, where, (command, wired))
            hook = self._state.tables.hooks[form["response_url"].rpartition("/")[2]]
        ack = self._state.courier.ask(form)
        said = _said(ack.body) if ack.acked else {}
        if said:
            with self._state.lock, _showing():
                say(self._state, hook, said)
        return CommandResult(ack.status, ack.body, str(said.get("text", "")))

    def click(
        self, person: str, channel: str, ts: str, action_id: str, **choice: Unpack[Choice]
    ) -> Ack:
        """Press a button or choose in a menu of a message, ephemeral ones included.

        Raises LookupError if the person sees no such message, element or option. A button with a
        `url` sends its action too, as in Slack.
        """
        with self._state.lock:
            who, where = self._state.person(person), self._state.channel(channel)
            message = seen_by(self._state, who.id, where.id, ts)
            found = _pressed(message.blocks, action_id, choice)
            action = action_of(found, choice.get("value", ""))
            payload = payloads.message_click(self._state, who, message, action)
        return self._ask(payload)

    def click_view(
        self, person: str, view_id: str, action_id: str, **choice: Unpack[Choice]
    ) -> Ack:
        """Press a button or choose in a menu of the person's modal or Home tab."""
        with self._state.lock:
            who = self._state.person(person)
            view = self._shown(who.id, view_id)
            found = _pressed(view.blocks, action_id, choice)
            action = action_of(found, choice.get("value", ""))
            if found.element["type"] in INITIAL:
                held = value_of(found.element, chosen(found.element, choice.get("value", "")))
                view = modals.filled(view, action["block_id"], action_id, held)
                modals.put(self._state, who.id, view)
            payload = payloads.view_click(self._state, who, view, action)
        return self._ask(payload)

    def shortcut(self, person: str, channel: str, ts: str, callback_id: str) -> Ack:
        """Use a message shortcut (message_action) on a message."""
        with self._state.lock:
            who, where = self._state.person(person), self._state.channel(channel)
            message = seen_by(self._state, who.id, where.id, ts)
            payload = payloads.message_shortcut(self._state, who, message, callback_id)
        return self._ask(payload)

    def global_shortcut(self, person: str, callback_id: str) -> Ack:
        """Use a global shortcut."""
        with self._state.lock:
            payload = payloads.global_shortcut(
                self._state, self._state.person(person), callback_id
            )
        return self._ask(payload)

    def submit(self, person: str, view_id: str, values: Filled) -> SubmitResult:
        """Fill in the modal on top and press its submit button.

        `values`: block_id -> what was typed or chosen (a list for checkboxes and multi-selects, ""
        for what was taken out); blocks not named keep their initial value. The answer's
        response_action is carried out: errors, update, push, clear; an empty ack closes the modal.
        """
        with self._state.lock:
            who = self._state.person(person)
            view = _filled_in(modals.top(self._state, who.id, view_id), values)
            missing = dict.fromkeys(_left_empty(view), REQUIRED)
            modals.put(self._state, who.id, replace(view, errors=missing))
            payload = payloads.submission(self._state, who, view)
        if missing:
            return SubmitResult(0, errors=missing)
        ack = self._ask(payload)
        with self._state.lock, _showing():
            return answered(self._state, who.id, view, ack)

    def close_view(self, person: str, view_id: str) -> Ack:
        """Close the modal on top; view_closed is sent if it asked for notify_on_close."""
        with self._state.lock:
            who = self._state.person(person)
            view = modals.top(self._state, who.id, view_id)
            modals.show(self._state, who.id, self._state.tables.modals[who.id][:-1])
            payload = payloads.closing(self._state, who, view)
        return self._ask(payload) if view.payload["notify_on_close"] else Ack(200)

    def open_home(self, person: str) -> None:
        """Open the app's Home tab: app_home_opened with tab "home"."""
        with self._state.lock:
            who = self._state.person(person)
            home = self._state.tables.homes.get(who.id)
            event = {
                "type": "app_home_opened",
                "user": who.id,
                "channel": direct_messages(self._state, who.id).id,
                "tab": "home",
                "event_ts": self._state.new_ts(),
                **({"view": home.payload} if home else {}),
            }
            events.send(self._state, event)

    def _ask(self, payload: Json) -> Ack:
        return self._state.courier.ask({"payload": json.dumps(payload)})

    def _shown(self, user: str, view_id: str) -> View:
        """Find the modal on top or the Home tab, whichever has that id."""
        home = self._state.tables.homes.get(user)
        return home if home and home.id == view_id else modals.top(self._state, user, view_id)


def seen_by(state: State, user: str, channel: str, ts: str) -> Message:
    """Find a message that this person sees, ephemeral or not; LookupError if there is none."""
    hidden = (one for one in state.tables.ephemerals if one.reader == user)
    for one in (*hidden, *state.tables.messages[channel].values()):
        if one.ts == ts and one.channel == channel and not one.deleted:
            return one
    raise LookupError(f"{user} sees no message {ts} in {channel}")


def _pressed(blocks: Sequence[Json], action_id: str, choice: Choice) -> Found:
    return find_element(blocks, action_id, choice.get("block_id", ""))


def _said(body: str) -> Json:
    """Read what an ack says: a JSON message, plain text, or nothing."""
    try:
        found = json.loads(body or "{}")
    except ValueError:
        return {"text": body}
    return found if isinstance(found, dict) else {"text": body}


def _filled_in(view: View, values: Filled) -> View:
    """Put what was typed into the view's state; LookupError for a block that is not there."""
    for block_id, value in values.items():
        blocks = [block for block in view.blocks if block["block_id"] == block_id]
        held = [element for block in blocks for element in stateful(block)]
        if len(held) != 1:
            raise LookupError(f"{len(held)} fields to fill in in block {block_id!r}")
        now = value_of(held[0], chosen(held[0], value)) if value else emptied(held[0])
        view = modals.filled(view, block_id, held[0]["action_id"], now)
    return view


def _left_empty(view: View) -> Iterator[str]:
    """Name the blocks whose field must be filled in and is not."""
    values = view.payload["state"]["values"]
    for block in view.blocks:
        if block["type"] == "input" and not block.get("optional"):
            held = values.get(block["block_id"], {}).get(block["element"]["action_id"], {})
            if not any(value for name, value in held.items() if name != "type"):
                yield block["block_id"]


@contextmanager
def _showing() -> Iterator[None]:
    """Raise Refused where Slack's client would show the person an error instead."""
    try:
        yield
    except ApiError as error:
        raise Refused(f"Slack cannot show the app's answer: {error.code} {error.more}") from error
