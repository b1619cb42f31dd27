"""How the desk forgets: on request, with a deleted message, with age, with a channel."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from bot.desk.desk import Desk
from bot.desk.look_up import NO_CLAIM, NOT_READ, claim_id
from bot.newsroom.channel import Channel
from bot.newsroom.filing import Filing
from bot.newsroom.forgetting import Found, Swept, Wanted, on_hold, wanted
from bot.newsroom.localday import local_day
from bot.newsroom.post import Leased, Letter, LetterKind, Post
from bot.newsroom.trouble import NotAllowed, NotFound
from bot.newsroom.viewer import Viewer

GRACE = timedelta(days=7)
"""After an app was removed from a workspace: removed by mistake, it can be installed again."""

NOBODY = "Nobody who goes by that name has a claim that was recorded in this channel."
ELSEWHERE = "That was recorded in another channel: only somebody there can have it forgotten."
GONE = "That is gone already: there is nothing of it on record here."
CHANGED = (
    "There is more or less of it now than you were told, so nothing was forgotten. Ask again."
)
FORGOTTEN = "Forgotten: {}. My answers here and elsewhere that showed any of it are taken back."
STILL_NAMED = "The name itself still stands in /claim alias; remove it there."
KEPT = (
    "Older than {} days and kept, because somebody marked, noted, edited, named or watches it: "
    "{}. To let one go: /claim forget and its id."
)
MOST_NAMED = 50

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Going:
    """Which readings a post lets go of, and what is to be asked or told of the others."""

    withdrawn: tuple[str, ...] = ()
    letters: tuple[Letter, ...] = ()
    held: bool = False  # a legal hold is on: nothing goes, our reply neither


def sought(desk: Desk, viewer: Viewer, typed: str) -> tuple[Wanted, Found]:
    """Return what was typed after "forget", and what there is of it in the viewer's channel.

    Raises Unclear, NotFound, and NotAllowed under a legal hold.
    """
    asked = wanted(typed)
    if asked.link:
        asked = replace(asked, link=desk.canonical(asked.link))
    if asked.claim:
        asked = replace(asked, claim=claim_id(asked.claim))
    require_no_hold(desk, viewer.workspace)
    found = desk.forgetting.find(viewer, asked)
    if not found:
        raise NotFound(_nothing(desk, viewer, asked))
    return asked.counted(found.claims), found


def forget(desk: Desk, leased: Leased) -> Filing:
    """Forget what a person was asked about and wants gone, if it is still what he was told."""
    incoming = leased.incoming
    viewer = desk.viewer(incoming.post.workspace, incoming.post.channel)
    asked = Wanted.read(incoming.text)
    found = desk.forgetting.find(viewer, asked)
    filing = Filing(leased, viewer.channel)
    hold = hold_line(desk, viewer.workspace)
    if hold or not found:
        return replace(filing, letters=(_tell(leased, hold or GONE),))
    if asked.count not in {-1, len(found.claims)}:
        return replace(filing, letters=(_tell(leased, CHANGED),))
    line = FORGOTTEN.format(counted(found))
    if desk.judgements.aliases(viewer).others([asked.by]):
        line = f"{line} {STILL_NAMED}"
    found = desk.forgetting.forget_most(viewer, leased, found)
    return replace(filing, forgotten=found, letters=(_tell(leased, line),))


def going_with(desk: Desk, leased: Leased, readings: Sequence[str]) -> Going:
    """Return which readings go with their message.

    Those with which people worked stay until somebody who was asked says otherwise; those that
    another message brings in stay with that.
    """
    post = leased.incoming.post
    if not readings:
        return Going()
    hold = hold_line(desk, post.workspace)
    if hold:
        told = (_tell(leased, hold),) if post.person else ()
        return Going(letters=told, held=True)
    spared = {one.reading: one for one in desk.forgetting.spared(post, readings)}
    kept = {reading for reading, one in spared.items() if one.kept}
    people = dict.fromkeys([post.person, *(who for one in spared.values() for who in one.people)])
    letters = [_ask(leased, [*spared], person) for person in people if person] if spared else []
    return Going(tuple(one for one in readings if one not in kept), tuple(letters))


def grow_old(desk: Desk) -> int:
    """Forget what is too old, and workspaces that are gone; return how many readings went."""
    now, gone = desk.clock(), 0
    for channel in desk.forgetting.ageing():
        try:
            gone += _grown_old(desk, channel, now)
        except Exception as error:  # noqa: BLE001 - all other channels are to be swept, too
            log.warning("not swept", channel=channel.id, reason=type(error).__name__)
    for workspace in desk.forgetting.left(now - GRACE):
        desk.forgetting.forget_workspace(workspace)
        log.info("workspace forgotten", workspace=workspace)
    if gone:
        desk.wake()
    return gone


def _grown_old(desk: Desk, channel: Channel, now: datetime) -> int:
    day = local_day(channel.schedule, now)
    swept = desk.forgetting.sweep(channel, day, now - timedelta(days=channel.retention), now)
    if swept is None:
        return 0
    _tell_kept(desk, channel, swept, f"kept:{channel.workspace}:{channel.id}:{day}")
    return swept.gone


def forget_channel(desk: Desk, workspace: str, channel: str) -> None:
    """Forget all that was recorded in a channel that was deleted, unless a hold is on."""
    desk.memory.forget(workspace, channel)
    if desk.places.workspace(workspace).hold:
        log.warning("channel kept by a legal hold", channel=channel)
        return
    desk.forgetting.forget_channel(workspace, channel, desk.clock())
    desk.wake()


def hold_line(desk: Desk, workspace: str) -> str:
    """Return why nothing is deleted while a legal hold is on, and who can lift it; else ""."""
    kept = desk.places.workspace(workspace)
    if not kept.hold:
        return ""
    return on_hold(kept, desk.name_of(workspace, kept.owner) if kept.owner else "")


def require_no_hold(desk: Desk, workspace: str) -> None:
    """Raise NotAllowed while a legal hold is on."""
    line = hold_line(desk, workspace)
    if line:
        raise NotAllowed(line)


def counted(found: Found) -> str:
    """Return "1 claim", "12 claims", "an article without claims"."""
    if not found.claims:
        return "an article without claims"
    return "1 claim" if len(found.claims) == 1 else f"{len(found.claims)} claims"


def _nothing(desk: Desk, viewer: Viewer, asked: Wanted) -> str:
    if asked.by:
        return NOBODY
    if asked.link:
        return NOT_READ
    return ELSEWHERE if desk.archive.claim(viewer, asked.claim) else NO_CLAIM


def _ask(leased: Leased, readings: Sequence[str], person: str) -> Letter:
    post = leased.incoming.post
    beside = Post(post.workspace, post.channel, "", "", person)
    key = f"{leased.incoming.key}/spared/{person}"
    return Letter(key, LetterKind.SPARED, beside, words=json.dumps(readings))


def _tell(leased: Leased, words: str) -> Letter:
    incoming, post = leased.incoming, leased.incoming.post
    beside = Post(post.workspace, post.channel, "", "", post.person)
    key = f"{incoming.key}/tell"
    return Letter(key, LetterKind.TELL, beside, words=words, respond_to=incoming.respond_to)


def _tell_kept(desk: Desk, channel: Channel, swept: Swept, key: str) -> None:
    """List, once and in the channel itself, what was kept: to the owner, or to who worked on it.

    Nowhere else: what a private channel has on record is told in no other place. An owner who is
    not in the channel could not be told there.
    """
    if not swept.kept:
        return
    owner = desk.places.workspace(channel.workspace).owner
    alone = bool(owner) and (not swept.people or _is_there(desk, channel, owner))
    named = ", ".join(swept.kept[:MOST_NAMED])
    more = len(swept.kept) - MOST_NAMED
    words = KEPT.format(channel.retention, f"{named} and {more} more" if more > 0 else named)
    for person in [owner] if alone else swept.people:
        post = Post(channel.workspace, channel.id, "", "", person)
        letter = Letter(f"{key}:{person}", LetterKind.TELL, post, words=words)
        desk.outbox.put(letter, desk.clock())


def _is_there(desk: Desk, channel: Channel, person: str) -> bool:
    """Tell whether a person is in the channel; where Slack does not say, that he is not."""
    try:
        return channel.id in desk.shared_with(channel.workspace, person)
    except Exception as error:  # noqa: BLE001 - the list is told once, whatever Slack says now
        log.warning("owner not looked up", channel=channel.id, reason=type(error).__name__)
        return False
