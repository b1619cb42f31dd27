"""One Slack workspace as an object: its state, its people's doings, and what they see."""

import time
from collections.abc import Callable
from typing import Unpack

from bot.slackroom.fates import Fates
from bot.slackroom.faults import Fault, FaultTerms
from bot.slackroom.gestures import Gestures
from bot.slackroom.installing import Installing
from bot.slackroom.places import Places
from bot.slackroom.reading import Reading
from bot.slackroom.registered import Registered
from bot.slackroom.state import State
from bot.slackroom.talk import Talk

SCOPES = (
    "app_mentions:read,channels:history,channels:join,channels:read,chat:write,commands,"
    "files:write,groups:history,groups:read,im:history,im:read,im:write,reactions:read,"
    "reactions:write,users:read"
)


class Room(Places, Fates, Talk, Gestures, Installing, Reading):
    """A workspace with our bot installed; every method may be called from any thread.

    `clock` gives seconds since 1970 and rules message times, trigger_ids, response_urls and rate
    limits. Signatures and the three-second acks go by the wall clock, as Bolt checks them so.
    """

    def __init__(
        self, clock: Callable[[], float] = time.time, app: Registered | None = None
    ) -> None:
        """Start an empty workspace with made-up ids, token and signing secret.

        One of several that share an app has it installed only when somebody approves it.
        """
        self._state = State(clock, app or Registered())
        if app is None:
            self._state.install(SCOPES)

    @property
    def state(self) -> State:
        """The room's state, for the server that serves it; nobody else looks in here."""
        return self._state

    @property
    def team_id(self) -> str:
        """The workspace's id ("T…")."""
        return self._state.team_id

    @property
    def app_id(self) -> str:
        """The app's id ("A…")."""
        return self._state.app_id

    @property
    def bot_user_id(self) -> str:
        """The bot's user id ("U…"); people name it "@ontherecord"."""
        return self._state.bot.id

    @property
    def bot_id(self) -> str:
        """The bot's bot id ("B…")."""
        return self._state.bot.bot_id

    @property
    def bot_token(self) -> str:
        """The only token that works ("xoxb-…"); "" until somebody installs the app."""
        return self._state.bot_token

    @property
    def signing_secret(self) -> str:
        """The secret of the request signatures, made up at start."""
        return self._state.signing_secret

    def fail(self, method: str, **terms: Unpack[FaultTerms]) -> None:
        """Script a fault for the next calls of a Web API method, e.g. "chat.postMessage".

        room.fail("chat.postMessage", error="token_revoked")
        room.fail("chat.postMessage", times=2, status=429, retry_after="30")
        room.fail("chat.postMessage", accept_then_drop=True)
        """
        with self._state.lock:
            self._state.script.append(Fault(method, **terms))

    def limit_posts(self, seconds: float = 1.0) -> None:
        """Allow one chat.postMessage each `seconds` a channel by the room's clock; 0: no limit.

        What comes sooner is answered 429 with Retry-After. There is no limit at the start.
        """
        self._state.post_gap = seconds

    def renew_ids(self) -> None:
        """Let ids from now on be none that an earlier room with the same beginning has given.

        For an app whose archive outlives the room: it knows triggers and views by their ids.
        """
        self._state.skip_ids(time.time_ns() // 1_000_000)

    def redeliver(self, event_id: str, number: int = 1, reason: str = "http_timeout") -> None:
        """Deliver an event again with X-Slack-Retry-Num and -Reason, whatever became of it.

        Raises LookupError for an event that was never handed to the app that is connected now.
        """
        self._state.courier.again(event_id, number, reason)
