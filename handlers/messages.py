"""Messages of people in channels: what is new, edited or deleted becomes a row in the inbox."""

from collections.abc import Collection

from slack_bolt import App, BoltContext

from bot.articles.links import leads_into_slack, links_in
from bot.desk.desk import Desk
from bot.desk.heed import heed
from bot.newsroom.post import Event, Incoming, Post
from bot.newsroom.verbs import Verb, understood
from handlers.asking import asked_of, command_in
from handlers.wire import Wire

# What people write; "bot_message", joins, topics and the like are not for us.
NEW = {None, "thread_broadcast", "file_share"}

# What is said in a channel that opens or closes; there is no event of its own for it.
CONVERTED = {"channel_convert_to_private", "channel_convert_to_public"}


def register(app: App, desk: Desk) -> None:
    """Listen to messages; if the inbox cannot be written the request fails, and Slack retries."""

    @app.event("message")
    def on_message(event: Wire, context: BoltContext) -> None:
        workspace = context.team_id or ""
        if event.get("subtype") in CONVERTED:
            heed(desk, workspace, event["channel"])
            return
        if _is_our_own(event, context):
            return
        event = _of_a_chosen_bot(desk, event, context)
        incoming = command_from(event, workspace, context.bot_user_id or "")
        if incoming is None and not is_asked(event, context.bot_user_id or ""):
            incoming = incoming_from(event, workspace)
        if incoming is not None:
            desk.receive(incoming)


def command_from(event: Wire, workspace: str, us: str) -> Incoming | None:
    """Return what a person asks in a direct message, where no command needs the bot's name."""
    wanted = event.get("channel_type") == "im" and event.get("subtype") is None
    if not wanted or _is_a_bots(event) or event.get("user") == us or _links(event):
        return None
    text = command_in(event)
    return asked_of(event, workspace, text) if text else None


def is_asked(event: Wire, us: str) -> bool:
    """Tell whether the message asks the bot by its name: its links are part of the question.

    "@ontherecord why https://…" comes as a mention too, and is answered there.
    """
    names_us = (event.get("text") or "").lstrip().startswith(f"<@{us}>")
    verb = understood(command_in(event)).verb
    return names_us and event.get("subtype") is None and verb not in {None, Verb.READ}


def incoming_from(event: Wire, workspace: str) -> Incoming | None:
    """Return what a message event means for us, None for what is not ours to read.

    The workspace is the one that the bot is installed in: `team` in a message of a shared channel
    may be another.
    """
    subtype = event.get("subtype")
    if subtype in NEW:
        return _posted(event, workspace)
    if subtype == "message_changed":
        return _changed(event, workspace)
    if subtype == "message_deleted":
        gone = {"ts": event["deleted_ts"], **event.get("previous_message", {})}
        return _deleted(event, gone, workspace)
    return None


def _posted(message: Wire, workspace: str) -> Incoming | None:
    links = _links(message)
    if _is_a_bots(message) or not links:
        return None
    post = _post(message, workspace, message["channel"])
    return Incoming(_key(Event.MESSAGE, post), Event.MESSAGE, post, message.get("text", ""), links)


def _changed(event: Wire, workspace: str) -> Incoming | None:
    """Read an edit; a preview that Slack puts under a link is a change without new words."""
    message, before = event["message"], event.get("previous_message", {})
    if message.get("subtype") == "tombstone":  # a deleted parent whose replies stay
        return _deleted(event, {**before, "ts": message["ts"]}, workspace)
    if _is_a_bots(message) or message.get("text") == before.get("text"):
        return None
    links = _links(message)
    if not links and before and not _links(before):  # Slack may leave out what it was before
        return None
    post = _post(message, workspace, event["channel"])
    moment = message.get("edited", {}).get("ts") or event.get("event_ts", "")
    key = f"{_key(Event.EDITED, post)}:{moment}"
    return Incoming(key, Event.EDITED, post, message.get("text", ""), links)


def _deleted(event: Wire, gone: Wire, workspace: str) -> Incoming:
    """Read a deletion: words without a link may have been tracked, and bots read at the time."""
    post = _post(gone, workspace, event["channel"])
    return Incoming(_key(Event.DELETED, post), Event.DELETED, post)


def _links(message: Wire) -> tuple[str, ...]:
    links = links_in(message.get("text") or "", message.get("blocks") or ())
    return tuple(link for link in links if not leads_into_slack(link))


def _is_our_own(event: Wire, context: BoltContext) -> bool:
    """Tell whether the bot itself said, changed or deleted it: that is no news."""
    message = event.get("message") or event.get("previous_message") or event
    us = {context.bot_id, context.bot_user_id} - {None}
    return bool({message.get("bot_id"), message.get("user")} & us)


def _of_a_chosen_bot(desk: Desk, event: Wire, context: BoltContext) -> Wire:
    """Return the event as a person's where the channel wants to have its bot read."""
    message = event.get("message") or event.get("previous_message") or event
    if not _is_a_bots(message):
        return event
    here = desk.archive.channel(context.team_id or "", event["channel"])
    return as_a_persons(event, here.bots)


def as_a_persons(event: Wire, bots: Collection[str]) -> Wire:
    """Return the event without the marks of a bot, in all that these bots wrote of it.

    Such a message has nobody who could be told of trouble: its `user` goes too.
    """
    inner = {
        name: as_a_persons(event[name], bots)
        for name in ("message", "previous_message")
        if name in event
    }
    if not {event.get("bot_id"), event.get("user")} & {*bots}:
        return {**event, **inner}
    kept = {name: value for name, value in event.items() if name not in {"bot_id", "user"}}
    if kept.get("subtype") == "bot_message":
        del kept["subtype"]
    return {**kept, **inner}


def _is_a_bots(message: Wire) -> bool:
    return "bot_id" in message or message.get("subtype") == "bot_message"


def _post(message: Wire, workspace: str, channel: str) -> Post:
    ts = message["ts"]
    return Post(workspace, channel, ts, message.get("thread_ts", ts), message.get("user", ""))


def _key(event: Event, post: Post) -> str:
    return f"{event.value}:{post.workspace}:{post.channel}:{post.ts}"
