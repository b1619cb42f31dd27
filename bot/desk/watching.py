"""Watches as a person sets, sees, snoozes and stops them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from hashlib import blake2b

from bot.claims.story import title
from bot.claims.words import fold
from bot.desk.desk import Desk
from bot.desk.judge import tell_alone, viewer_of
from bot.desk.look_up import NO_CLAIM
from bot.newsroom.channel import Channel, Kind
from bot.newsroom.press import Press
from bot.newsroom.trouble import NotAllowed, NotFound, Unfit
from bot.newsroom.viewer import Viewer
from bot.newsroom.watch import Watch, Watched, WatchKind
from bot.newsroom.watching import MOST, TOO_MANY, Wanted, wanted

NOT_IN = "I am not in this channel, so I could not tell you here. Invite me first, then watch."
NONE_SUCH = "You have no such watch here. /claim watch lists those that you have."
WHICH = "Which watch? Put what it is on after it: /claim unwatch C-7KQ2, or its words."
ALREADY = "You watch {} already."
TOLD_DIRECTLY = "by direct message"
TOLD_HERE = "in this channel"
SET = "You watch {} from now on. What changes is told {}. To stop: /claim unwatch {}"
STOPPED = "Stopped: {}."
SNOOZED = "Nothing is told of {} for {}."
NAMES = {
    WatchKind.CLAIMANT: "what {} says",
    WatchKind.COUNTED: "figures that count {}",
    WatchKind.WORDS: "the words {}",
}


def watch(desk: Desk, press: Press, typed: str) -> str:
    """Set a watch and return the line that says so, also where it is set already.

    Raises Unfit, NotFound for a claim that is not to be seen here, NotAllowed.
    """
    viewer, asked = viewer_of(desk, press), wanted(typed)
    one = _new(desk, press, viewer, asked)
    if one.direct and on(desk, home_of(desk, one, viewer), one) is None:
        one = replace(one, direct="")  # a tip, typed here: it is told where it may be seen
    seen = home_of(desk, one, viewer)
    own = desk.watches.of(viewer.workspace, press.post.person)
    told = on(desk, seen, one)
    if told is None:
        raise NotFound(NO_CLAIM)
    if _is_set(desk, seen, one, own):
        return tell_alone(desk, press, ALREADY.format(told))
    if len(own) >= MOST:
        raise Unfit(TOO_MANY)
    if not desk.watches.set(seen, one, press.key):
        raise NotFound(NO_CLAIM)
    where = TOLD_DIRECTLY if one.direct or viewer.channel.kind is Kind.DIRECT else TOLD_HERE
    return tell_alone(desk, press, SET.format(told, where, typed.strip()))


def unwatch(desk: Desk, press: Press, typed: str) -> str:
    """Stop the watch that was set with the same words and return the line that says so.

    Raises NotFound and Unfit.
    """
    if not typed:
        raise NotFound(WHICH)
    viewer, asked = viewer_of(desk, press), wanted(typed)
    for one in watches(desk, viewer, press.post.person):
        if _same(desk, viewer, one.watch, asked):
            return tell_alone(desk, press, stop(desk, press, one.watch.id))
    raise NotFound(NONE_SUCH)


def stop(desk: Desk, press: Press, watch_id: str) -> str:
    """Stop a person's own watch and return the line that says so; raises NotFound."""
    one = _own(desk, press, watch_id)
    desk.watches.stop(press.post.workspace, press.post.person, watch_id)
    return STOPPED.format(_named(desk, press, one))


def snooze(desk: Desk, press: Press, watch_id: str, days: int) -> str:
    """Tell nothing of a person's own watch for some days; raises NotFound."""
    one = _own(desk, press, watch_id)
    until = desk.clock() + timedelta(days=days)
    desk.watches.snooze(press.post.workspace, press.post.person, watch_id, until)
    how_long = "a day" if days == 1 else f"{days} days"
    return SNOOZED.format(_named(desk, press, one), how_long)


def watches(desk: Desk, viewer: Viewer, person: str) -> Sequence[Watched]:
    """Return the person's watches that may be listed there, the newest first.

    What a private channel watches is listed in it alone; a story that cannot be seen is left out.
    """
    here = viewer.channel
    own = desk.watches.of(here.workspace, person)
    listed = (one for one in own if one.direct or one.channel == here.id)
    told = ((one, on(desk, viewer, one)) for one in listed)
    return tuple(Watched(one, words) for one, words in told if words is not None)


def on(desk: Desk, viewer: Viewer, one: Watch) -> str | None:
    """Return what a watch is on, None where it is a story that the viewer may not see."""
    if one.kind is not WatchKind.STORY:
        return NAMES[one.kind].format(f"“{one.what}”")
    claims = desk.library.story(viewer, one.what)
    if not claims:
        return None
    named = desk.stories.named(viewer, [claim.id for claim in claims])
    return f"the story “{named.name if named else title(claims)}”"


def home_of(desk: Desk, one: Watch, viewer: Viewer) -> Viewer:
    """Return who is told of a watch that is set where `viewer` reads."""
    return desk.viewer(one.workspace, one.direct) if one.direct else viewer


def _new(desk: Desk, press: Press, viewer: Viewer, asked: Wanted) -> Watch:
    here, person = viewer.channel, press.post.person
    if here.kind is not Kind.DIRECT and not here.is_open and not here.member:
        raise NotAllowed(NOT_IN)
    return Watch(
        id=f"W-{blake2b(press.key.encode(), digest_size=6).hexdigest()}",
        workspace=here.workspace,
        channel=here.id,
        person=person,
        kind=asked.kind,
        what=asked.what,
        made_at=desk.clock(),
        direct=desk.direct(here.workspace, person) if _directly(here) else "",
    )


def _directly(here: Channel) -> bool:
    """Tell whether what is watched from there is told by direct message."""
    return here.is_open


def _is_set(desk: Desk, seen: Viewer, one: Watch, own: Sequence[Watch]) -> bool:
    asked = Wanted(one.kind, one.what)
    return any(other.home == one.home and _same(desk, seen, other, asked) for other in own)


def _same(desk: Desk, viewer: Viewer, one: Watch, asked: Wanted) -> bool:
    """Tell whether a watch is on what was asked for: of a story, any claim of it will do."""
    if one.kind is not asked.kind:
        return False
    if one.kind is not WatchKind.STORY or one.what == asked.what:
        return fold(one.what) == fold(asked.what)
    return asked.what in {claim.id for claim in desk.library.story(viewer, one.what)}


def _own(desk: Desk, press: Press, watch_id: str) -> Watch:
    own = desk.watches.of(press.post.workspace, press.post.person)
    found = next((one for one in own if one.id == watch_id), None)
    if found is None:
        raise NotFound(NONE_SUCH)
    return found


def _named(desk: Desk, press: Press, one: Watch) -> str:
    return on(desk, viewer_of(desk, press), one) or "a story"
