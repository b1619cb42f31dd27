"""What one person sees of the room, as the page is sent it."""

from typing import Any

from bot.playground.board import Board
from bot.playground.furnished import WORKSPACE, Office
from bot.slackroom.room import Room
from bot.slackroom.seen import ChannelSeen, Message, PersonSeen, View
from handlers.manifest import NAME

Shown = dict[str, Any]


def seen(office: Office, board: Board, person: str) -> Shown:
    """Return the workspace as the person sees it now; KeyError for one whom nobody plays."""
    if person not in office.people:
        raise KeyError(person)
    room = office.room
    mine = [one for one in room.channels if person in one.members]
    return {
        "workspace": WORKSPACE,
        "bot": room.bot_user_id,
        "people": {one.id: _person(one, room) for one in room.people},
        "players": list(office.people),
        "channels": [_channel(one, room, person) for one in mine],
        "reading": sorted(board.reading()),
        "modal": _view(room.view(person)),
    }


def _person(person: PersonSeen, room: Room) -> Shown:
    name = NAME if person.id == room.bot_user_id else person.name
    return {"name": name, "app": bool(person.bot_id)}


def _channel(channel: ChannelSeen, room: Room, person: str) -> Shown:
    parents = room.messages(channel.id)
    threads = [room.messages(channel.id, one.ts)[1:] for one in parents if one.thread_ts]
    replies = [message for thread in threads for message in thread]
    whispers = room.ephemerals(person, channel.id)
    messages = {one.ts: one for one in (*parents, *replies, *whispers)}
    return {
        "id": channel.id,
        "name": channel.name,
        "topic": channel.topic,
        "private": channel.kind == "group",
        "withBot": room.bot_user_id in channel.members,
        "messages": [_message(messages[ts]) for ts in sorted(messages, key=float)],
    }


def _message(message: Message) -> Shown:
    return {
        "ts": message.ts,
        "user": message.user,
        "text": message.text,
        "blocks": list(message.blocks),
        "thread": message.thread_ts if message.is_reply or message.reader else "",
        "edited": bool(message.edited),
        "deleted": message.deleted,
        "onlyYou": bool(message.reader),
        "reactions": [{"name": r.name, "users": list(r.users)} for r in message.reactions],
    }


def _view(view: View) -> Shown | None:
    """Return the modal on top, None when there is none."""
    if not view:
        return None
    kept = ("title", "submit", "close", "blocks")
    values = view.payload["state"]["values"]
    shown = {name: view.payload.get(name) for name in kept}
    return {"id": view.id, **shown, "errors": dict(view.errors), "values": values}
