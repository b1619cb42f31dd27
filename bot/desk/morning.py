"""What a channel's digest of a day says: made anew each time, for whoever reads there."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.claims.digest import Digest, Memory, Telling, announced, digest, round_up
from bot.claims.digest.items import Remark, Story
from bot.claims.model import Claim
from bot.claims.quoting import in_marks
from bot.desk.choosing import set_by_words
from bot.desk.desk import Desk
from bot.desk.judge import tell_done, viewer_of
from bot.desk.judged import judged
from bot.desk.look_up import NO_CLAIM
from bot.newsroom.act import Deed
from bot.newsroom.digestday import DigestDay, DigestKind, DigestState, Morning
from bot.newsroom.localday import coming, instant, local_day
from bot.newsroom.outcome import Came, Settlement
from bot.newsroom.press import Press
from bot.newsroom.settings import Name
from bot.newsroom.status import NEEDS_GROUND, Mark, Status
from bot.newsroom.trouble import NotFound, Unfit
from bot.newsroom.undo import Done, Undo
from bot.newsroom.viewer import Viewer

REMEMBERED = timedelta(days=60)
"""How long an item that was told is not told again where nothing of it changed."""
SWITCH = {"on", "off"}
TIMING = {Name.TIME, Name.DAYS, Name.ZONE, Name.WEEKLY}
HOW = "Write /claim digest preview, on, off, time 8:30, days mon-fri, zone Oslo or weekly on."
DISPUTING = frozenset({Mark.DISPUTED, Mark.DENIED, Mark.FALSE})


def morning(desk: Desk, viewer: Viewer, day: DigestDay, wanted: Collection[str] = ()) -> Morning:
    """Return the digest of a day as the viewer may see it now; `wanted` asks for these keys."""
    found = stories(desk, viewer, day.since, day.ran_at, day.day)
    memory = desk.digests.memory(viewer, day.day - REMEMBERED)
    if day.kind is DigestKind.WEEKLY:
        ended = [_with_outcomes(desk, viewer, story, day.since) for story in found]
        told = round_up(ended, day.day, _closed(desk, viewer, found))
        told = told.only(wanted) if wanted else told
    else:
        told = digest(found, day.day, Memory({}, (), wanted) if wanted else memory)
    schedule = viewer.channel.schedule
    zone = ZoneInfo(schedule.zone)
    due_at = instant(schedule, day.day) or day.ran_at
    return Morning(
        viewer.channel, day, due_at.astimezone(zone), coming(schedule, day.ran_at), told
    )


def _with_outcomes(desk: Desk, viewer: Viewer, story: Story, since: datetime) -> Story:
    """Return the story with what people said came of its events: "happened, says Lee"."""
    claims = {claim.id: claim for claim in story.claims if claim.id in story.settled}
    said = desk.digests.settlements(viewer, claims, since) if claims else ()
    return replace(story, came=tuple(_came(desk, viewer, claims[one.claim], one) for one in said))


def _came(desk: Desk, viewer: Viewer, claim: Claim, said: Settlement) -> Remark:
    name = desk.name_of(viewer.workspace, said.person)
    return Remark(claim, f"{said.came}, says {name}")


def _closed(desk: Desk, viewer: Viewer, found: Iterable[Story]) -> frozenset[str]:
    """Return the claims that people settled by a mark."""
    ids = {claim.id for story in found for claim in story.claims}
    judged_here = desk.judgements.of(viewer, ids) if ids else {}
    marks = ((claim, one.status) for claim, one in judged_here.items())
    return frozenset(claim for claim, status in marks if status and status.mark in NEEDS_GROUND)


def preview(desk: Desk, viewer: Viewer) -> Morning:
    """Return what the digest would say if it came now; nothing is marked as told."""
    now, here = desk.clock(), viewer.channel
    last = desk.days.last(here, DigestKind.DAILY)
    since = last.ran_at if last else now - timedelta(days=1)
    today = local_day(here.schedule, now)
    day = DigestDay(here.workspace, here.id, DigestKind.DAILY, today, DigestState.OPEN, since, now)
    return replace(morning(desk, viewer, day), due_at=now.astimezone(ZoneInfo(here.schedule.zone)))


def stories(
    desk: Desk, viewer: Viewer, since: datetime, until: datetime, today: date
) -> tuple[Story, ...]:
    """Return the stories of a channel with what people said of their claims, by name."""
    found = desk.digests.stories(viewer, since, until, today)
    marked = [claim for story in found for claim in story.marked]
    marks = {claim: one.status for claim, one in judged(desk, viewer, marked).items()}
    return tuple(replace(story, remarks=_remarks(story, marks)) for story in found)


def due_now(desk: Desk, viewer: Viewer) -> Digest:
    """Return all that was announced in the viewer's stories and is due, overdue ones first."""
    now = desk.clock()
    today = local_day(viewer.channel.schedule, now)
    return announced(desk.digests.stories(viewer, now, now, today), today)


def due_in(desk: Desk, viewer: Viewer, claim: str) -> Telling | None:
    """Return the story in which a claim's event is overdue, with that line alone."""
    for story in due_now(desk, viewer).stories:
        items = tuple(one for one in story.items if one.due == claim)
        if items:
            return replace(story, items=items)
    return None


def settle_event(desk: Desk, press: Press, claim: str, came: Came) -> str:
    """Write what came of an announced event and return the line that says so; raises NotFound."""
    viewer, now, person = viewer_of(desk, press), desk.clock(), press.post.person
    if not desk.digests.settle(viewer, Settlement(claim, came, person, now), press.key):
        raise NotFound(NO_CLAIM)
    line = f"What was announced in {claim}: {came}. It is no longer told as due."
    undo = Undo(Deed.SETTLED, press.key, claim, person, now)
    return tell_done(desk, press, Done(line, undo), ())


def set_digest(desk: Desk, viewer: Viewer, person: str, words: str) -> None:
    """Set what was typed after "/claim digest": "off", "time 8:30"; raises Unfit, NotAllowed."""
    head = words.partition(" ")[0].lower()
    if head in SWITCH:
        set_by_words(desk, viewer, person, f"{Name.DIGEST} {words}")
    elif head in TIMING:
        set_by_words(desk, viewer, person, words)
    else:
        raise Unfit(HOW)


def _remarks(story: Story, marks: Mapping[str, Status | None]) -> tuple[Remark, ...]:
    claims = {claim.id: claim for claim in story.claims}
    said = ((claims[one], marks.get(one)) for one in story.marked if one in claims)
    return tuple(
        Remark(claim, _words(status), status.mark in DISPUTING) for claim, status in said if status
    )


def _words(status: Status) -> str:
    ground = f": {in_marks(status.note)}" if status.note else ""
    return f"is marked {status.mark} by {status.person}{ground}"
