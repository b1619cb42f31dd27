"""The Web API as the sender uses it: one call each, no automatic retry.

slack_sdk's own retry handler posts a second time when the answer to the first was lost; so it is
off, and whether a call may be tried again is decided where it is known what was asked.
"""

import errno
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from http.client import HTTPException
from itertools import islice
from socket import gaierror
from typing import Any
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from bot.newsroom.post import Post
from bot.sender.clients import Clients
from bot.sender.outcomes import DEFAULT_WAIT, Busy, Lost, Refused, is_code, raise_for
from bot.views.blocks import Message

TIMEOUT = 10  # seconds a call
NO_WAY = {errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN}
PAGE, PAGES = 200, 10  # messages of a thread or channel, and how often so many
EVENT_TYPE = "on_the_record"  # of the message metadata by which a letter's post is found


@dataclass(frozen=True, slots=True)
class Upload:
    """A file to post, with the words beside it, and for a picture the same in words."""

    name: str
    content: bytes
    title: str
    words: str
    alt_text: str = ""


class Slack:
    """The workspaces as far as the sender reaches: a post says which one is meant.

    Every method raises an Outcome where Slack does not do, or may not have done, what is asked.
    """

    def __init__(self, clients: Clients) -> None:
        self._clients = clients

    def post(self, post: Post, message: Message, key: str) -> str:
        """Reply in the post's thread, or post where there is none, and return the new ts."""
        answer = _call(
            self._clients(post.workspace).chat_postMessage,
            channel=post.channel,
            thread_ts=post.thread or None,
            metadata=_metadata(key),
            parse="none",
            link_names=False,
            **_plainly(message),
        )
        return str(answer["ts"])

    def upload(self, post: Post, file: Upload) -> str:
        """Post a file and return its id."""
        answer = _call(
            self._clients(post.workspace).files_upload_v2,
            channel=post.channel,
            thread_ts=post.thread or None,
            filename=file.name,
            content=file.content,
            title=file.title,
            alt_txt=file.alt_text or None,
            initial_comment=file.words,
        )
        return str(answer["files"][0]["id"])

    def uploaded_already(self, post: Post, name: str) -> str:
        """Return the id of the file that we posted under this name, empty if we did not."""
        found = (file for said in self._said(post) for file in said.get("files", ()))
        return next((str(file["id"]) for file in found if file.get("name") == name), "")

    def update(self, post: Post, ts: str, message: Message, key: str) -> None:
        """Put a message in place of our reply."""
        _call(
            self._clients(post.workspace).chat_update,
            channel=post.channel,
            ts=ts,
            metadata=_metadata(key),
            parse="none",
            link_names=False,
            text=message.text,
            blocks=list(message.blocks),
        )

    def delete(self, post: Post, ts: str) -> None:
        """Take our reply away; nothing to do when it is gone already."""
        _unless(
            {"message_not_found"},
            self._clients(post.workspace).chat_delete,
            channel=post.channel,
            ts=ts,
        )

    def delete_file(self, post: Post, file: str) -> None:
        """Take a file of ours away, with the message beside it."""
        try:
            for said in self._said(post):
                if any(one.get("id") == file for one in said.get("files", ())):
                    self.delete(post, str(said["ts"]))
        except Refused as refused:  # of a channel that was deleted the files stay
            if refused.code != "channel_not_found":
                raise
        gone = {"file_not_found", "file_deleted"}
        _unless(gone, self._clients(post.workspace).files_delete, file=file)

    def whisper(self, post: Post, message: Message, *, in_thread: bool) -> None:
        """Tell the post's author alone."""
        place = {"thread_ts": post.thread} if in_thread else {}
        _call(
            self._clients(post.workspace).chat_postEphemeral,
            channel=post.channel,
            user=post.person,
            parse="none",
            link_names=False,
            text=message.text,
            blocks=list(message.blocks),
            **place,
        )

    def react(self, post: Post, name: str) -> None:
        """Put a reaction under the post, once."""
        gone = {"already_reacted", "message_not_found"}
        add = self._clients(post.workspace).reactions_add
        _unless(gone, add, channel=post.channel, timestamp=post.ts, name=name)

    def unreact(self, post: Post, name: str) -> None:
        """Take our reaction away, if it is there."""
        gone = {"no_reaction", "message_not_found"}
        remove = self._clients(post.workspace).reactions_remove
        _unless(gone, remove, channel=post.channel, timestamp=post.ts, name=name)

    def posted_already(self, post: Post, key: str) -> str:
        """Return the ts of what we posted with the key in its metadata, empty if we did not."""
        ours = _metadata(key)["event_payload"]
        for said in self._said(post):
            if said.get("metadata", {}).get("event_payload") == ours:
                return str(said["ts"])
        return ""

    def _said(self, post: Post) -> Iterator[dict[str, Any]]:
        """Yield what was said in the post's thread, or in its channel where it has none."""
        method: Callable[..., Any] = self._clients(post.workspace).conversations_history
        where = {"channel": post.channel}
        if post.thread:
            method, where = (
                self._clients(post.workspace).conversations_replies,
                {**where, "ts": post.thread},
            )
        listed = pages(method, **where, include_all_metadata=True, limit=PAGE)
        for page in islice(listed, PAGES):
            yield from page["messages"]

    def respond(self, address: str, message: Message) -> None:
        """Answer a command at its response_url, for the one who asked alone."""
        hook = WebhookClient(address, timeout=TIMEOUT, retry_handlers=[])
        try:
            answer = hook.send(
                response_type="ephemeral", replace_original=False, **_plainly(message)
            )
        except (OSError, HTTPException) as error:
            raise Lost(type(error).__name__) from error
        raise_for(answer.status_code, answer.body[:80], dict(answer.headers))


def asked(method: Callable[..., Any], **arguments: Any) -> dict[str, Any]:  # noqa: ANN401 - slack_sdk's own
    """Return the answer to a call that only asks; raises an Outcome."""
    return dict(_call(method, **arguments))


def pages(
    method: Callable[..., Any],
    cursor: str = "",
    **arguments: Any,  # noqa: ANN401 - slack_sdk's own
) -> Iterator[dict[str, Any]]:
    """Yield the answers to a call that lists, page by page; raises an Outcome."""
    while True:
        page = asked(method, **arguments, cursor=cursor or None)
        yield page
        cursor = next_cursor(page)
        if not cursor:
            return


def next_cursor(page: Mapping[str, Any]) -> str:
    """Return where the page after this one begins, empty after the last."""
    return (page.get("response_metadata") or {}).get("next_cursor") or ""


def person_info(client: WebClient, person: str) -> dict[str, Any]:
    """Return what Slack says of a person; raises an Outcome."""
    return dict(_call(client.users_info, user=person)["user"])


def channel_info(client: WebClient, channel: str) -> dict[str, Any]:
    """Return what Slack says of a channel; raises an Outcome."""
    return dict(_call(client.conversations_info, channel=channel)["channel"])


def _plainly(message: Message) -> dict[str, Any]:
    """Return the words, with every kind of preview of their links off."""
    blocks = list(message.blocks)
    return {
        "text": message.text,
        "blocks": blocks,
        "unfurl_links": False,
        "unfurl_media": False,
    }


def _metadata(key: str) -> dict[str, Any]:
    """Return what goes along with a post; a key may name a channel that its reader is not in."""
    mark = blake2b(key.encode(), digest_size=16).hexdigest()
    return {"event_type": EVENT_TYPE, "event_payload": {"key": mark}}


def _call(method: Callable[..., Any], **arguments: Any) -> Any:  # noqa: ANN401 - slack_sdk's own
    try:
        return method(**arguments).data
    except SlackApiError as error:
        response = error.response
        body = response.data if isinstance(response.data, dict) else {}
        code = str(body.get("error", ""))  # for no JSON a sentence of slack_sdk's own
        raise_for(response.status_code, code if is_code(code) else "", dict(response.headers))
        raise Lost("no answer that can be read") from error
    except (OSError, HTTPException) as error:
        if _left_nothing(error):
            raise Busy(DEFAULT_WAIT) from error
        raise Lost(type(error).__name__) from error


def _left_nothing(error: Exception) -> bool:
    """Tell whether no connection came about: the line of the office is down for half an hour."""
    reason = error.reason if isinstance(error, URLError) else error
    unreached = isinstance(reason, ConnectionRefusedError | gaierror)
    return unreached or (isinstance(reason, OSError) and reason.errno in NO_WAY)


def _unless(codes: set[str], method: Callable[..., Any], **arguments: Any) -> None:  # noqa: ANN401
    try:
        _call(method, **arguments)
    except Refused as refused:
        if refused.code not in codes:
            raise


def who_we_are(client: WebClient) -> dict[str, Any]:
    """Return whose token this is ("team_id", "user_id", "bot_id"); raises an Outcome."""
    return dict(_call(client.auth_test))


def scopes_of(client: WebClient) -> frozenset[str]:
    """Return the scopes of the token, which Slack names in a header of every answer.

    Raises SlackApiError for a token that is not taken.
    """
    headers = {name.lower(): value for name, value in client.auth_test().headers.items()}
    return frozenset(str(headers.get("x-oauth-scopes", "")).replace(" ", "").split(","))
