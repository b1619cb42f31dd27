"""files.*: the two-step upload, a URL first and the sharing after."""

import mimetypes
from dataclasses import replace

from bot.slackroom import posts
from bot.slackroom.api.asked import ApiError, Asked, Method, open_channel
from bot.slackroom.seen import Change, Json, Message, UploadedFile
from bot.slackroom.state import State


def _upload_url(state: State, asked: Asked) -> Json:
    if not asked.has("filename") or asked.number("length", 0) < 1:
        raise ApiError("invalid_arguments")
    name, alt_text = asked.text("filename"), asked.text("alt_txt")
    file = UploadedFile(state.new_id("F"), name, name, b"", alt_text=alt_text)
    state.tables.files[file.id] = file
    url = state.base_url.removesuffix("api/") + f"upload/{state.team_id}/{file.id}"
    return {"upload_url": url, "file_id": file.id}


def _complete(state: State, asked: Asked) -> Json:
    wanted = asked.json("files", [])
    channels = [asked.text("channel_id")] if asked.has("channel_id") else []
    done = [_named(state, one, tuple(channels)) for one in wanted]
    if channels:
        _share(state, asked, done)
    return {"files": [described(file) for file in done]}


def _named(state: State, wanted: Json, channels: tuple[str, ...]) -> UploadedFile:
    file = state.tables.files.get(str(wanted.get("id", "")))
    if file is None or not file.content:
        raise ApiError("file_not_found")
    title = str(wanted.get("title") or file.name)
    done = replace(file, title=title, channels=channels)
    state.tables.files[file.id] = done
    return done


def _share(state: State, asked: Asked, files: list[UploadedFile]) -> None:
    channel = open_channel(state, Asked({"channel": asked.text("channel_id")}))
    message = Message(
        channel=channel.id,
        ts=state.new_ts(),
        user=state.bot.id,
        text=asked.text("initial_comment"),
        thread_ts=asked.text("thread_ts"),
        bot_id=state.bot.bot_id,
        subtype="file_share",
        files=tuple(described(file) for file in files),
    )
    posts.place(state, message)


def _delete(state: State, asked: Asked) -> Json:
    file = state.tables.files.pop(asked.text("file"), None)
    if file is None:
        raise ApiError("file_not_found")
    for channel in file.channels:
        for message in [*state.tables.messages[channel].values()]:
            if any(one["id"] == file.id for one in message.files):
                posts.change(state, replace(message, files=_without(message, file.id)))
    return {}


def _without(message: Message, gone: str) -> tuple[Json, ...]:
    """Give a message's files with a tombstone for the one that was deleted."""
    return tuple(
        {"id": gone, "mode": "tombstone"} if one["id"] == gone else one for one in message.files
    )


def described(file: UploadedFile) -> Json:
    """Give a file object."""
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    told = {"id": file.id, "name": file.name, "title": file.title, "size": len(file.content)}
    return {**told, "mimetype": kind, **({"alt_txt": file.alt_text} if file.alt_text else {})}


def receive(state: State, file_id: str, content: bytes) -> bool:
    """Take the bytes that were sent to the upload URL; False if the URL is not one of ours."""
    with state.lock:
        file = state.tables.files.get(file_id)
        if file is None:
            return False
        state.tables.files[file_id] = replace(file, content=content)
        state.tell(Change("file"))
    return True


FILES: dict[str, Method] = {
    "files.delete": _delete,
    "files.getUploadURLExternal": _upload_url,
    "files.completeUploadExternal": _complete,
}
