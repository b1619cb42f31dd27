"""What people and tests can see of a room: frozen values, never the room's own state."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

Json = dict[str, Any]  # any object of Slack's wire form; keys as Slack names them


class Refused(Exception):
    """Slack's client would not let a person do this; `str()` says why."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """One emoji under a message.

    `name` is without colons ("eyes"); `users` are user ids, in the order they reacted.
    """

    name: str
    users: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """One message as it stands now.

    `ts` is Slack's "seconds.micros" id, unique in the room. `text` is in wire form (`&amp;`,
    `<https://…>`, `<@U…>`). `thread_ts` is "" outside threads and on a parent without replies; on
    a parent with replies it equals `ts`. `edited` is the ts of the last edit or "". `metadata` is
    {"event_type", "event_payload"} or {}. `unfurl_links` and `unfurl_media` are what the poster
    asked for: "true", "false" or "" (not said). `reader` is the only person who sees an ephemeral
    message, "" for all others. Of a `deleted` one only Slack's words ("This message was deleted.")
    are left.
    """

    channel: str
    ts: str
    user: str
    text: str
    blocks: tuple[Json, ...] = ()
    attachments: tuple[Json, ...] = ()
    thread_ts: str = ""
    subtype: str = ""
    bot_id: str = ""
    client_msg_id: str = ""
    edited: str = ""
    deleted: bool = False
    reactions: tuple[Reaction, ...] = ()
    metadata: Json = field(default_factory=dict)
    files: tuple[Json, ...] = ()
    reader: str = ""
    unfurl_links: str = ""
    unfurl_media: str = ""

    @property
    def is_bot(self) -> bool:
        """Tell whether an app wrote it, ours or another."""
        return bool(self.bot_id)

    @property
    def is_reply(self) -> bool:
        """Tell whether it stands in a thread under another message."""
        return bool(self.thread_ts) and self.thread_ts != self.ts


@dataclass(frozen=True, slots=True)
class View:
    """A modal or a Home tab as it stands now.

    `payload` is the whole view object in Slack's form. `errors` are the words under the fields
    after a submission that the app refused: block_id -> text. An empty View (falsy) means that
    there is nothing to see.
    """

    id: str = ""
    payload: Json = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Tell whether there is a view at all."""
        return bool(self.id)

    @property
    def blocks(self) -> tuple[Json, ...]:
        """The blocks, top to bottom."""
        return tuple(self.payload.get("blocks", ()))

    @property
    def title(self) -> str:
        """The modal's title; "" for a Home tab."""
        return str((self.payload.get("title") or {}).get("text", ""))

    @property
    def callback_id(self) -> str:
        """The app's own name for this kind of view."""
        return str(self.payload.get("callback_id", ""))


@dataclass(frozen=True, slots=True)
class ChannelSeen:
    """A channel as it stands now; `members` are user ids, the bot's included when it is in.

    `kind` is "channel" (public), "group" (private) or "im". `shared` means Slack Connect.
    """

    id: str
    name: str
    kind: str
    topic: str = ""
    shared: bool = False
    archived: bool = False
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonSeen:
    """A person, or a bot's user. `outside` means from another workspace (Slack Connect)."""

    id: str
    name: str
    tz: str
    guest: bool = False
    outside: bool = False
    bot_id: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """One Web API call that reached the room.

    `arguments` are as decoded (JSON strings in forms are parsed), without the token. `answer` is
    the JSON answered; for a dropped connection it is what would have been answered. `status` is
    the HTTP status, 0 when the connection was closed instead.
    """

    method: str
    arguments: Json
    answer: Json
    status: int = 200

    @property
    def ok(self) -> bool:
        """Tell whether Slack would have called it a success."""
        return self.answer.get("ok") is True


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to hand an event to the app.

    `number` is 0 for the first, 1..3 for redeliveries. `status` is the app's HTTP status, 0 when
    none came. `reason` is "" on success, else "http_timeout", "connection_failed", "http_error" or
    "too_many_redirects", the words of X-Slack-Retry-Reason.
    """

    event_id: str
    event_type: str
    number: int
    status: int
    reason: str


@dataclass(frozen=True, slots=True)
class Ack:
    """What the app answered to a command, click, shortcut or view within three seconds.

    `status` 0 means: nothing in time (Slack shows the person "operation_timeout"). `body` is the
    raw answer.
    """

    status: int
    body: str = ""

    @property
    def acked(self) -> bool:
        """Tell whether the person saw no error from Slack."""
        return self.status == HTTPStatus.OK


@dataclass(frozen=True, slots=True)
class CommandResult(Ack):
    """The answer to a slash command.

    `text` is the text of the ack itself, "" if it had none; it stands in `ephemerals()` too (or in
    `messages()` for in_channel). Answers by response_url come later: wait for them.
    """

    text: str = ""


@dataclass(frozen=True, slots=True)
class SubmitResult(Ack):
    """The answer to a submitted modal.

    `action` is "errors", "update", "push", "clear" or "" (closes this modal). `errors` are
    block_id -> text, from the app, or from Slack's client for a required field left empty (then
    nothing was sent and `status` is 0).
    """

    action: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """Something in the room is different now; told to subscribers.

    `kind`: "message" (new, edited, deleted, reactions), "ephemeral", "view", "home", "channel",
    "person", "call", "delivery", "file". `channel`, `user` and `ts` where the kind has them.
    """

    kind: str
    channel: str = ""
    user: str = ""
    ts: str = ""


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file that the app uploaded; `channels` is empty until the upload was completed.

    `alt_text` is what a picture shows, in words, "" where the app gave none.
    """

    id: str
    name: str
    title: str
    content: bytes
    channels: tuple[str, ...] = ()
    alt_text: str = ""
