"""What one person sees of the room, as the page is sent it."""

from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from bot.playground.board import Board
from bot.playground.door import Door
from bot.playground.furnished import WORKSPACE, Office
from bot.slackroom.room import Room
from bot.slackroom.seen import ChannelSeen, Json, Message, PersonSeen, View
from handlers.manifest import NAME

FILES = "/files/"
PICTURE = "image/png"

Shown = dict[str, Any]
Addressed = Callable[[str, str], str]
"""Gives the address of a file from its id and name."""


def seen(office: Office, board: Board, person: str, address: Addressed) -> Shown:
    """Return the workspace as the person sees it now; KeyError for one whom nobody plays."""
    if person not in office.people:
        raise KeyError(person)
    room = office.room
    mine = [one for one in room.channels if person in one.members]
    return {
        "workspace": WORKSPACE,
        "now": office.hours.seconds(),
        "bot": room.bot_user_id,
        "people": {one.id: _person(one, room) for one in room.people},
        "players": list(office.people),
        "channels": [_channel(one, room, person, address) for one in mine],
        "reading": sorted(board.reading()),
        "modal": _view(room.view(person)),
        "home": _view(room.home(person)),
    }


def addressed(door: Door) -> Addressed:
    """Return how files are addressed on the page that this door keeps."""
    return lambda file, name: f"{FILES}{file}/{door.ticket(file)}/{quote(name, safe='')}"


def _person(person: PersonSeen, room: Room) -> Shown:
    name = NAME if person.id == room.bot_user_id else person.name
    return {"name": name, "app": bool(person.bot_id)}


def _channel(channel: ChannelSeen, room: Room, person: str, address: Addressed) -> Shown:
    parents = room.messages(channel.id)
    threads = [room.messages(channel.id, one.ts)[1:] for one in parents if one.thread_ts]
    replies = [message for thread in threads for message in thread]
    whispers = room.ephemerals(person, channel.id)
    messages = {one.ts: one for one in (*parents, *replies, *whispers)}
    return {
        "id": channel.id,
        "name": channel.name or NAME,
        "topic": channel.topic,
        "private": channel.kind == "group",
        "direct": channel.kind == "im",
        "withBot": room.bot_user_id in channel.members,
        "messages": [_message(messages[ts], address) for ts in sorted(messages, key=float)],
    }


def _message(message: Message, address: Addressed) -> Shown:
    return {
        "ts": message.ts,
        "user": message.user,
        "text": message.text,
        "blocks": list(message.blocks),
        "files": [_file(one, address) for one in message.files],
        "thread": message.thread_ts if message.is_reply or message.reader else "",
        "edited": bool(message.edited),
        "deleted": message.deleted,
        "onlyYou": bool(message.reader),
        "reactions": [{"name": r.name, "users": list(r.users)} for r in message.reactions],
    }


def _file(file: Json, address: Addressed) -> Shown:
    kept = {name: file[name] for name in ("id", "name", "title", "size")}
    picture = file["mimetype"] == PICTURE
    url = address(file["id"], file["name"])
    return {**kept, "alt": file.get("alt_txt", ""), "picture": picture, "url": url}


def _view(view: View) -> Shown | None:
    """Return a modal or Home tab, None when there is none."""
    if not view:
        return None
    kept = ("title", "submit", "close", "blocks")
    values = view.payload["state"]["values"]
    shown = {name: view.payload.get(name) for name in kept}
    return {"id": view.id, **shown, "errors": dict(view.errors), "values": values}
