"""What the desk does with an embargo: reads it from a message, says so, sets and lifts it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.desk.desk import Desk
from bot.desk.gather import Gathered
from bot.desk.judge import revise, viewer_of
from bot.desk.look_up import reading_asked_for, told
from bot.newsroom.embargo import UNTIL_SAID, asked_for, of_the_minute, said, typed_end
from bot.newsroom.filing import Entry, Filed
from bot.newsroom.post import Incoming, Letter
from bot.newsroom.press import Press, word_for
from bot.newsroom.trouble import NotFound
from bot.newsroom.viewer import Viewer

LIFTING = {"lift", "lifted", "off", "none", "end", "over"}
NOT_OURS = "That was recorded in another channel: its embargo is set there."
NOTED = "Under embargo {}: nothing of it shows outside this channel before then."
OPEN = (
    "Under embargo, and I could not read until when: nothing of it shows outside this channel. "
    "Say when it ends: /claim embargo {} until 6 Mar 9:00, or lift in place of the time."
)


def under(gathered: Gathered, until: datetime | None) -> Gathered:
    """Put the embargo that a person spoke of on all that was read; the later one of two holds."""
    if until is None:
        return gathered
    entries = (replace(one, embargo=max(until, one.embargo or until)) for one in gathered.entries)
    return replace(gathered, entries=tuple(entries))


def spoken_of(viewer: Viewer, incoming: Incoming) -> datetime | None:
    """Return until when the words of an event say that its links are under embargo."""
    return asked_for(incoming.text, viewer.now, viewer.channel.schedule.zone)


def again(filed: Sequence[Filed], until: datetime | None) -> tuple[Entry, ...]:
    """Return entries that put an embargo on what a post has brought in already."""
    if until is None:
        return ()
    return tuple(
        Entry(one.article, None, None, one.link, one.text_hash, one.version, until)
        for one in filed
    )


def noted(incoming: Incoming, viewer: Viewer, entries: Sequence[Entry]) -> tuple[Letter, ...]:
    """Return words for the one who posted: what is under embargo, and until when.

    One line for each end; where nobody knows it, how to say it.
    """
    held = [one for one in entries if one.embargo]
    if not held or not incoming.post.person:
        return ()
    lines = dict.fromkeys(_line(one, viewer) for one in held)
    return (word_for(incoming, "\n".join(lines), "embargo"),)


def open_ones(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Return the entries under an embargo of which nobody knows when it ends."""
    return tuple(one for one in entries if one.embargo and one.embargo >= UNTIL_SAID)


def set_embargo(desk: Desk, press: Press, typed: str) -> None:
    """Set or lift the embargo of what a claim's id or a link names; raises NotFound, Unfit."""
    viewer = viewer_of(desk, press)
    asked, _, words = typed.strip().partition(" ")
    reading = reading_asked_for(desk, viewer, asked.strip("<>").partition("|")[0])
    until = _until(viewer, words.strip())
    brief = told(desk, viewer, reading)
    if not desk.embargoes.put(viewer, reading, until, press.post.person):
        raise NotFound(NOT_OURS)
    revise(desk, press, [claim.id for claim in brief.claims] if brief else ())


def tidy(desk: Desk) -> int:
    """Do what there is to do once embargoes have ended; return of how many articles."""
    done = desk.embargoes.ended(desk.clock())
    if done:
        desk.wake()
    return done


def _until(viewer: Viewer, words: str) -> datetime:
    if words.lower() in LIFTING:
        return of_the_minute(viewer.now)
    return typed_end(words, viewer.now, viewer.channel.schedule.zone)


def _line(entry: Entry, viewer: Viewer) -> str:
    if entry.embargo is None or entry.embargo >= UNTIL_SAID:
        some = entry.reading.claims[:1] if entry.reading else ()
        return OPEN.format(next((claim.id for claim in some), f"<{entry.link}>"))
    return NOTED.format(said(entry.embargo, viewer.channel.schedule.zone))
