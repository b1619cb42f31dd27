"""What a person does on the page, done in the room: post, edit, delete, ask, press, fill in."""

from collections.abc import Callable, Mapping
from typing import Any

from bot.newsroom.verbs import COMMAND
from bot.playground.furnished import Office
from bot.slackroom.room import Room
from bot.slackroom.seen import Ack, Refused

Wish = Mapping[str, Any]

MORNING = "morning"

NOT_YOURS = "That message is somebody else's: only its author can change it."
LATE = "On the Record did not answer in three seconds. Try again."
FAILED = "On the Record met a fault of its own (answer {0}). Try again."
UNKNOWN = "There is no command {0} here. Try {1} help."
IN_THREAD = "Commands do not work in threads, as in Slack. Type it in the channel."
LONG = "That is longer than a message may be (12,000 characters)."
LONGEST = 12_000  # characters; Slack cuts longer messages


def do(office: Office, wish: Wish) -> str:
    """Do what the person wishes; return the ts of a new message, "" for all else.

    Raises Refused with a line for the person; LookupError, TypeError or ValueError for a wish
    that no page of ours sends.
    """
    person = str(wish["you"])
    if person not in office.people:
        raise LookupError(f"nobody plays {person}")
    if wish["what"] == MORNING:
        office.hours.next_morning()
        return ""
    return DOINGS[str(wish["what"])](office.room, person, wish) or ""


def _post(room: Room, person: str, wish: Wish) -> str | None:
    text, thread = str(wish["text"]).strip(), str(wish.get("thread", ""))
    if len(text) > LONGEST and not text.startswith(COMMAND):
        raise Refused(LONG)
    if not text.startswith("/"):
        return room.post(person, wish["channel"], text, thread) if text else None
    if thread:
        raise Refused(IN_THREAD)
    _command(room, person, str(wish["channel"]), text)
    return None


def _command(room: Room, person: str, channel: str, text: str) -> None:
    command, *rest = text.split(maxsplit=1)
    if command == "/invite":
        room.invite_bot(channel, by=person)
    elif command == COMMAND:
        _check(room.command(person, channel, command, "".join(rest)))
    else:
        raise Refused(UNKNOWN.format(command, COMMAND))


def _edit(room: Room, person: str, wish: Wish) -> None:
    room.edit(wish["channel"], _own(room, person, wish), str(wish["text"]).strip())


def _delete(room: Room, person: str, wish: Wish) -> None:
    room.delete(wish["channel"], _own(room, person, wish))


def _click(room: Room, person: str, wish: Wish) -> None:
    block = str(wish.get("block", ""))
    try:
        ack = _pressed(room, person, wish, block)
    except LookupError:  # an update that the page has not drawn yet gave the blocks new ids
        ack = _pressed(room, person, wish, "")
    _check(ack)


def _pressed(room: Room, person: str, wish: Wish, block: str) -> Ack:
    action, value = str(wish["action"]), str(wish.get("value", ""))
    if wish.get("view"):
        return room.click_view(person, wish["view"], action, value=value, block_id=block)
    place = str(wish["channel"])
    return room.click(person, place, str(wish["ts"]), action, value=value, block_id=block)


def _shortcut(room: Room, person: str, wish: Wish) -> None:
    _check(room.shortcut(person, str(wish["channel"]), str(wish["ts"]), str(wish["shortcut"])))


def _home(room: Room, person: str, _wish: Wish) -> None:
    room.open_home(person)


def _submit(room: Room, person: str, wish: Wish) -> None:
    result = room.submit(person, wish["view"], dict(wish["values"]))
    if not result.errors:
        _check(result)


def _close(room: Room, person: str, wish: Wish) -> None:
    room.close_view(person, wish["view"])


def _own(room: Room, person: str, wish: Wish) -> str:
    ts = str(wish["ts"])
    if room.message(wish["channel"], ts).user != person:
        raise Refused(NOT_YOURS)
    return ts


def _check(ack: Ack) -> None:
    if not ack.acked:
        raise Refused(FAILED.format(ack.status) if ack.status else LATE)


DOINGS: dict[str, Callable[[Room, str, Wish], str | None]] = {
    "post": _post,
    "edit": _edit,
    "delete": _delete,
    "click": _click,
    "shortcut": _shortcut,
    "home": _home,
    "submit": _submit,
    "close": _close,
}
