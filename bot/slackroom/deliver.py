"""Carrying events to the app: in order, signed, and again when the app did not take them."""

import json
import queue
import threading
import time
from urllib.parse import urlencode

from bot.slackroom.seen import Ack, Attempt, Change, Json
from bot.slackroom.signed import FORM_TYPE, Answer, Parcel, carry
from bot.slackroom.state import State


class Postman:
    """The courier between one room and one request URL.

    First attempts go one after the other, in the order things happened; redeliveries have threads
    of their own, so an event that waits for its retry holds nothing up, and may arrive late.
    """

    def __init__(
        self, state: State, url: str, retry_after: tuple[float, ...], ack_within: float
    ) -> None:
        self._state, self._url = state, url
        self._retry_after, self._ack_within = retry_after, ack_within
        self._waiting: queue.Queue[Json] = queue.Queue()
        self._sent: dict[str, Json] = {}
        self._pending = 0
        self._closed = threading.Event()
        self._threads = [threading.Thread(target=self._first_attempts, daemon=True)]
        self._threads[0].start()

    def event(self, envelope: Json) -> None:
        """Deliver an event in the background."""
        with self._state.lock:
            self._sent[envelope["event_id"]] = envelope
            self._pending += 1
        self._waiting.put(envelope)

    def ask(self, form: dict[str, str]) -> Ack:
        """Deliver a command or an interaction and return the app's answer."""
        answer = self._carry(Parcel(urlencode(form).encode(), FORM_TYPE))
        return Ack(answer.status, answer.body)

    def again(self, event_id: str, number: int, reason: str) -> None:
        """Deliver an event once more in the background; LookupError if it never was."""
        with self._state.lock:
            envelope = self._sent.get(event_id)
            if envelope is None:
                raise LookupError(f"no event {event_id} was delivered to the app")
            self._pending += 1
            self._start(threading.Thread(target=self._once, args=(envelope, number, reason)))

    def pending(self) -> int:
        """Count the deliveries in flight or waiting for their redelivery."""
        return self._pending

    def close(self) -> None:
        """Drop what is pending and wait for the threads, all of them together for one ack."""
        self._closed.set()
        self._waiting.put({})
        until = time.monotonic() + self._ack_within + 1
        for thread in tuple(self._threads):
            thread.join(max(0.0, until - time.monotonic()))

    def _start(self, thread: threading.Thread) -> None:
        thread.daemon = True
        self._threads = [one for one in self._threads if one.is_alive()] + [thread]
        thread.start()

    def _first_attempts(self) -> None:
        while (envelope := self._waiting.get()) and not self._closed.is_set():
            answer = self._attempt(envelope, 0, "")
            if answer.reason and not answer.no_retry and self._retry_after:
                with self._state.lock:
                    args = (envelope, answer.reason)
                    self._start(threading.Thread(target=self._redeliver, args=args))
            else:
                self._done()

    def _redeliver(self, envelope: Json, reason: str) -> None:
        """Try again on schedule until the app takes it, forbids it, or the schedule ends."""
        for number, seconds in enumerate(self._retry_after, start=1):
            if self._closed.wait(seconds):
                break
            answer = self._attempt(envelope, number, reason)
            if answer.no_retry or not answer.reason:
                break
            reason = answer.reason
        self._done()

    def _once(self, envelope: Json, number: int, reason: str) -> None:
        self._attempt(envelope, number, reason)
        self._done()

    def _attempt(self, envelope: Json, number: int, reason: str) -> Answer:
        retry = {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": reason}
        answer = self._carry(
            Parcel(json.dumps(envelope).encode(), headers=retry if number else {})
        )
        kind = envelope["event"]["type"]
        attempt = Attempt(envelope["event_id"], kind, number, answer.status, answer.reason)
        with self._state.lock:
            self._state.attempts.append(attempt)
        self._state.tell(Change("delivery"))
        return answer

    def _carry(self, parcel: Parcel) -> Answer:
        return carry(parcel, self._url, self._state.signing_secret, self._ack_within)

    def _done(self) -> None:
        with self._state.lock:
            self._pending -= 1
        self._state.tell(Change("delivery"))
