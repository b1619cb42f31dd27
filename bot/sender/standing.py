"""How the words of a letter come to stand in Slack once: changed, found again or posted, or gone.

A call whose answer was lost may have been carried out, and what it said may be forgotten before
the letter comes out again: each way begins with a look for what stands there already.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import structlog

from bot.desk.desk import Desk
from bot.newsroom.post import OF_FILES, Letter, LetterKind, Posting
from bot.newsroom.trouble import Trouble
from bot.newsroom.viewer import Viewer
from bot.sender.fence import Fence
from bot.sender.files import file_for, name_of
from bot.sender.outcomes import Overtaken, Refused
from bot.sender.redacting import ids_in, ids_in_file, redact
from bot.sender.slack import Slack
from bot.views.blocks import Message
from bot.views.masked import MASK, as_it_may_ring
from bot.views.trouble import told_message

REACTION = "memo"  # on record; no tick, which would read as "true"
UNREADABLE = {"invalid_blocks", "msg_too_long", "msg_blocks_too_long", "invalid_attachments"}
FOUND_AGAIN = OF_FILES | {
    LetterKind.BRIEF,
    LetterKind.SHARE,
    LetterKind.NOTICE,
    LetterKind.WATCHED,
    LetterKind.DIGEST,
    LetterKind.DUE,
}
"""What everybody reads: a word to one person alone Slack lists nowhere."""
FIXED = {"edit_window_closed", "cant_update_message"}  # why Slack will not change a post of ours

Answer = TypeVar("Answer")

log = structlog.get_logger()


class Standing:
    """What of ours stands in Slack; `lease` is for how long a sender has a letter, in seconds."""

    def __init__(self, desk: Desk, slack: Slack, fence: Fence, lease: float) -> None:
        self._desk = desk
        self._slack = slack
        self._fence = fence
        self._lease = lease

    def put(self, posting: Posting, viewer: Viewer, message: Message) -> str:
        """Update our reply where there is one, else post it; return its ts."""
        letter = posting.letter
        ts = self._desk.outbox.reply_to(letter.post)
        if ts and self._updated(letter, ts, as_it_may_ring(viewer, message)):
            return self._showing(letter, ts, message)
        return self.post(posting, viewer, message)

    def post(self, posting: Posting, viewer: Viewer, message: Message) -> str:
        """Post it, or bring what an earlier try posted up to date; return its ts."""
        letter, message = posting.letter, as_it_may_ring(viewer, message)
        if (ts := self._posted_already(posting)) and self._updated(letter, ts, message):
            return self._showing(letter, ts, message)
        self._hold(posting)
        ts = readable(
            letter, message, lambda one: self._fence.slack().post(letter.post, one, letter.key)
        )
        return self._showing(letter, ts, message)

    def unsay(self, posting: Posting) -> str:
        """Take away what an earlier try posted, now that there is nothing to say; return ""."""
        if ts := self._posted_already(posting):
            self._slack.delete(posting.letter.post, ts)
        return ""

    def look_later(self, letter: Letter) -> None:
        """Have what Slack may have posted of a letter that is given up taken away, once found.

        Nobody would know of it otherwise, and it may show what is forgotten later.
        """
        if letter.kind not in FOUND_AGAIN:
            return
        mark = name_of(letter) if letter.kind in OF_FILES else letter.key
        words = json.dumps([letter.kind, mark])
        unsaid = Letter(f"{letter.key}/unsay", LetterKind.UNSAY, letter.post, words=words)
        self._desk.outbox.put(unsaid, self._desk.clock())

    def put_away(self, letter: Letter) -> None:
        """Take away what shows a claim that went, or what a letter that was given up posted."""
        if letter.kind is LetterKind.REDACT:
            redact(self._slack, letter)
            return
        kind, mark = json.loads(letter.words)
        post = letter.post
        if kind in OF_FILES:
            if file := self._slack.uploaded_already(post, mark):
                self._slack.delete_file(post, file)
        elif ts := self._slack.posted_already(post, mark):
            self._slack.delete(post, ts)

    def take_back(self, letter: Letter) -> None:
        """Take our reply to the letter's post away, and our reaction."""
        ts = self._desk.outbox.reply_to(letter.post)
        if ts:
            self._slack.delete(letter.post, ts)
        self._slack.unreact(letter.post, REACTION)

    def hand_over(self, posting: Posting, viewer: Viewer) -> str:
        """Post a file and return its id; what stands against it is told to the one who asked.

        One that an earlier try posted goes first: it may hold what was forgotten since.
        """
        letter = posting.letter
        if posting.retry and (old := self._slack.uploaded_already(letter.post, name_of(letter))):
            self._slack.delete_file(letter.post, old)
        try:
            made = file_for(self._desk, viewer, letter)
        except Trouble as trouble:
            self._fence.slack().whisper(letter.post, told_message(str(trouble)), in_thread=False)
            return ""
        discreet = replace(made, title=MASK, words=MASK) if viewer.channel.sensitive else made
        self._hold(posting)
        file = self._fence.slack().upload(letter.post, discreet)
        self._desk.forgetting.showed(letter, file, ids_in_file(made), self._desk.clock())
        return file

    def _updated(self, letter: Letter, ts: str, message: Message) -> bool:
        """Put the message in place of our post; False when that is gone.

        One that Slack lets nobody change any more goes: it may quote what was forgotten.
        """
        try:
            readable(
                letter,
                message,
                lambda one: self._fence.slack().update(letter.post, ts, one, letter.key),
            )
        except Refused as refused:
            if refused.code in FIXED:
                self._slack.delete(letter.post, ts)
            elif refused.code != "message_not_found":
                raise
            return False
        return True

    def _posted_already(self, posting: Posting) -> str:
        """Return the ts of what an earlier try posted; empty where it did not, or was none."""
        letter = posting.letter
        return self._slack.posted_already(letter.post, letter.key) if posting.retry else ""

    def _hold(self, posting: Posting) -> None:
        """Make sure, right before the call, that nobody took the letter over meanwhile.

        A machine that slept, or a database that hung, may have eaten the lease while the words
        were made. What is left is a stall within the call itself: only Slack could close that.
        """
        if not self._desk.outbox.still(posting, self._desk.clock(), self._lease):
            raise Overtaken("another sender has it")

    def _showing(self, letter: Letter, ts: str, message: Message) -> str:
        """Remember which claims the message shows, so that it can be redacted."""
        self._desk.forgetting.showed(letter, ts, ids_in(message), self._desk.clock())
        return ts


def readable(letter: Letter, message: Message, say: Callable[[Message], Answer]) -> Answer:
    """Say a message, once more as plain words where Slack cannot read its form, or its length."""
    try:
        return say(message)
    except Refused as refused:
        if refused.code not in UNREADABLE:
            raise
        log.warning("said without blocks", letter=letter.key, reason=refused.code)
        return say(replace(message, blocks=()))
