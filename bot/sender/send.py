"""Letters from the outbox into Slack's hands, each exactly once where Slack lets us tell."""

import json
from datetime import timedelta

import structlog

from bot.answers import answer, answer_alone, embargoed
from bot.claims.model import Brief
from bot.desk.desk import Desk
from bot.desk.hearing import heard
from bot.desk.judged import judged_in
from bot.desk.look_up import told, told_of_post
from bot.desk.news import news
from bot.desk.stopped import stop_there
from bot.newsroom.channel import Kind, Replies
from bot.newsroom.post import Letter, LetterKind, Posting
from bot.newsroom.undo import Done
from bot.newsroom.viewer import Viewer
from bot.sender.asking import question
from bot.sender.digests import saying
from bot.sender.fence import Fence
from bot.sender.outcomes import Busy, Lost, NoToken, Outcome, Refused
from bot.sender.slack import Slack
from bot.sender.standing import REACTION, Standing, readable
from bot.views.blocks import Message
from bot.views.brief import Ticket, brief_message
from bot.views.controls import shared
from bot.views.done import done_message
from bot.views.forgetting import spared_message
from bot.views.masked import as_it_may_ring
from bot.views.reading import read_message
from bot.views.trouble import GONE, told_message, with_invitation
from bot.views.watching import news_message
from bot.views.why import why_message

LEASE = 45.0  # seconds; far longer than all calls for one letter may take
MOST_TRIES = 6
MUTE = {Replies.REACT, Replies.OFF}

log = structlog.get_logger()


class Sender:
    """Takes letters one by one; what they say is made, and checked, at the moment of sending."""

    def __init__(self, desk: Desk, slack: Slack, lease: float = LEASE) -> None:
        self._desk = desk
        self._slack = slack
        self._fence = Fence(desk, slack)
        self._standing = Standing(desk, slack, self._fence, lease)
        self._lease = lease

    def step(self) -> bool:
        """Send the next letter that is due; False when there is none."""
        posting = self._desk.outbox.take(self._desk.clock(), self._lease)
        if posting is None:
            return False
        try:
            ts = self._fence.said(posting, self._say)
        except Outcome as outcome:
            self._not_said(posting, outcome)
        except Exception as error:  # noqa: BLE001 - whatever it was, its channel must move on
            self._broken(posting, type(error).__name__)
        else:
            self._desk.outbox.posted(posting, ts, self._desk.clock())
            log.info("said", letter=posting.letter.key, kind=posting.letter.kind.value)
        return True

    def _not_said(self, posting: Posting, outcome: Outcome) -> None:
        """Decide what becomes of a letter.

        Of one that may have been posted nothing is written: it stays `posting` until its lease
        runs out, and comes back marked as a retry, which looks before it posts.
        """
        now, reason = self._desk.clock(), f"{type(outcome).__name__}: {outcome}"
        log.warning("not said", letter=posting.letter.key, reason=reason)
        hopeless = isinstance(outcome, Lost) and posting.attempts >= MOST_TRIES
        if isinstance(outcome, Busy | NoToken):
            until = now + timedelta(seconds=outcome.seconds)
            self._desk.outbox.postpone(posting, until, reason)
        elif isinstance(outcome, Refused) or hopeless:
            self._desk.outbox.give_up(posting, now, reason)
            stop_there(self._desk, posting.letter, str(outcome))
            if hopeless:
                self._standing.look_later(posting.letter)

    def _broken(self, posting: Posting, reason: str) -> None:
        """Leave a letter that breaks a rule until its lease is over, though not for ever."""
        log.error("not said", letter=posting.letter.key, reason=reason)
        if posting.attempts >= MOST_TRIES:
            self._desk.outbox.give_up(posting, self._desk.clock(), reason)

    def _say(self, posting: Posting) -> str:
        """Say a letter and return the ts of the reply, empty where there is none to find again."""
        letter = posting.letter
        viewer = self._desk.viewer(letter.post.workspace, letter.post.channel)
        match letter.kind:
            case LetterKind.BRIEF | LetterKind.REVISE:
                return self._stand(posting, viewer)
            case LetterKind.DIGEST | LetterKind.DUE:
                return self._digest(posting, viewer)
            case LetterKind.SHARE | LetterKind.NOTICE | LetterKind.WATCHED:
                return self._say_aloud(posting, viewer)
            case LetterKind.PICTURE | LetterKind.EXPORT:
                return self._standing.hand_over(posting, viewer)
            case LetterKind.REACT:
                self._slack.react(letter.post, REACTION)
            case LetterKind.REMOVE:
                self._standing.take_back(letter)
            case LetterKind.REDACT | LetterKind.UNSAY:
                self._standing.put_away(letter)
            case _:
                self._tell(letter, viewer)
        return ""

    def _stand(self, posting: Posting, viewer: Viewer) -> str:
        """Make our reply to a post say what stands now, or go when nothing does."""
        letter = posting.letter
        told_now = told_of_post(self._desk, viewer, letter.post)
        on_record, voice = bool(told_now), viewer.channel.voice
        if letter.kind is LetterKind.BRIEF:  # what was said before a story was muted stays
            told_now = heard(self._desk, viewer, told_now)
        briefs = [brief for _, brief in told_now]
        if not self._may_speak(letter, voice, briefs):
            return self._fall_silent(posting, voice, on_record=on_record)
        ticket = Ticket(letter.post, tuple(article for article, _ in told_now))
        said = read_message(briefs, ticket)
        if any(brief.speaks for brief in briefs):
            said = brief_message(briefs, ticket, judged_in(self._desk, viewer, *briefs))
        return self._standing.put(
            posting, viewer, embargoed(self._desk, viewer, said, *ticket.articles)
        )

    def _may_speak(self, letter: Letter, voice: Replies, briefs: list[Brief]) -> bool:
        """Tell whether there is something to say that the channel wants to hear.

        A reply that stands is put right whatever was set since; a channel that chose to hear no
        replies gets no new one.
        """
        if voice in MUTE and not self._desk.outbox.reply_to(letter.post):
            return False
        return any(brief.speaks for brief in briefs) or bool(
            briefs and voice is Replies.EVERYTHING
        )

    def _fall_silent(self, posting: Posting, voice: Replies, *, on_record: bool) -> str:
        """Say with a reaction that the links were read, where they were; say nothing else."""
        letter = posting.letter
        self._standing.unsay(posting)
        if letter.kind is LetterKind.REVISE:
            self._standing.take_back(letter)
        if on_record and voice is not Replies.OFF:
            self._slack.react(letter.post, REACTION)
        return ""

    def _digest(self, posting: Posting, viewer: Viewer) -> str:
        """Post a digest or what is due; that it went out is kept in one go with what it told."""
        letter = posting.letter
        said = saying(self._desk, viewer, letter)
        if said is None:
            return self._standing.unsay(posting)
        ts = self._standing.post(posting, viewer, said.message)
        if said.items and said.day:
            self._desk.digests.told(posting, ts, said.day, said.items, said.letters(letter, ts))
        return ts

    def _say_aloud(self, posting: Posting, viewer: Viewer) -> str:
        """Post what is shared, a notice, or news for who watches; what set it off may be gone."""
        letter = posting.letter
        if letter.kind is not LetterKind.WATCHED:
            return self._standing.post(posting, viewer, self._words(letter, viewer))
        found = news(self._desk, viewer, letter)
        if not found:
            return self._standing.unsay(posting)
        alone = viewer.channel.kind is Kind.DIRECT
        return self._standing.post(
            posting, viewer, news_message(found, "" if alone else letter.post.person)
        )

    def _tell(self, letter: Letter, viewer: Viewer) -> None:
        """Tell one person alone: where a command was typed, or beside the post."""
        message = as_it_may_ring(viewer, self._asked_or_told(letter, viewer))
        if letter.respond_to:
            if not viewer.channel.member:
                message = with_invitation(message)
            if self._responded(letter, viewer, message):
                return
        # Slack draws an ephemeral message in a thread only where the thread has a reply already.
        post, fence = letter.post, self._fence
        replied = bool(post.ts) and bool(self._desk.outbox.reply_to(post))
        inside = post.thread != post.ts or replied
        readable(letter, message, lambda one: fence.slack().whisper(post, one, in_thread=inside))

    def _asked_or_told(self, letter: Letter, viewer: Viewer) -> Message:
        if letter.kind is LetterKind.ASK:
            return question(letter, viewer)
        if letter.kind is LetterKind.SPARED:
            return self._spared(letter, viewer)
        return self._words(letter, viewer)

    def _responded(self, letter: Letter, viewer: Viewer, message: Message) -> bool:
        """Answer where the command was typed; False when that address no longer takes answers.

        It does for 30 minutes: a modal may have been open for longer.
        """
        try:
            fence, where = self._fence, letter.respond_to
            readable(letter, message, lambda one: fence.slack().respond(where, one))
        except Refused:
            if not viewer.channel.member:
                raise
            return False
        return True

    def _words(self, letter: Letter, viewer: Viewer) -> Message:
        match letter.kind:
            case LetterKind.TELL | LetterKind.NOTICE:
                return told_message(letter.words)
            case LetterKind.DONE:
                return done_message(Done.read(letter.words))
            case LetterKind.ANSWER:
                return answer_alone(self._desk, viewer, letter.post, letter.words)
            case LetterKind.SHARE:
                said = answer(self._desk, viewer, letter.post, letter.words)
                return shared(said, letter.post.person)
            case _:
                brief = told(self._desk, viewer, letter.article)
                return self._of_brief(letter, brief, viewer) if brief else told_message(GONE)

    def _spared(self, letter: Letter, viewer: Viewer) -> Message:
        readings = json.loads(letter.words)
        briefs = [brief for one in readings if (brief := told(self._desk, viewer, one))]
        return spared_message(briefs, readings) if briefs else told_message(GONE)

    def _of_brief(self, letter: Letter, brief: Brief, viewer: Viewer) -> Message:
        judged = judged_in(self._desk, viewer, brief)
        said = why_message(brief, judged)
        if brief.speaks:
            said = brief_message([brief], Ticket(letter.post, (letter.article,)), judged)
        return embargoed(self._desk, viewer, said, letter.article)
