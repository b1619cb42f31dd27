"""What a person decides about claims: marks, pairs that are the same or not, muted stories."""

from collections.abc import Collection, Sequence
from datetime import timedelta

from bot.desk.desk import Desk
from bot.desk.forget import hold_line
from bot.desk.look_up import NO_CLAIM
from bot.newsroom.act import Deed
from bot.newsroom.post import Letter, LetterKind
from bot.newsroom.press import Press, word_for
from bot.newsroom.status import LONGEST_NOTE, Marking, Status
from bot.newsroom.trouble import NotAllowed, NotFound, Unfit
from bot.newsroom.undo import Done, Undo, as_pairs
from bot.newsroom.viewer import Viewer
from bot.newsroom.watch import Mute

NEEDS_GROUND = "A claim is marked {} on some ground only: give a note or a link."
LONG_NOTE = f"A note has {LONGEST_NOTE} characters at most; link to what is longer."
NO_WEB = "A link begins with https://"
FOR_CHECKERS = "Here only checkers mark a claim {}: {}. Ask one of them, or mark it disputed."
NO_PAIRS = "Neither of that can be seen here any more."
TOO_LATE = "Ten minutes are over, so that is no longer undone by a button. "
NOTHING_LEFT = "There was nothing left to undo."
NOT_MUTED = "That story was not muted here."
BY_HAND = {
    Deed.MARKED: "To set it right: /claim status {} unverified",
    Deed.EDITED: "To set it right: /claim edit {}",
    Deed.PARTED: "To set it right: Details under a reply, then Related after all.",
    Deed.JOINED: "To set it right: Details under a reply, then Not the same.",
    Deed.NAMED: "To set it right: /claim alias remove {}",
    Deed.UNDONE: "To set it right: /claim alias {}",
    Deed.TITLED: "To set it right: /claim story {}, then Name.",
    Deed.MERGED: "To set it right: /claim story {}, then Split.",
    Deed.SPLIT: "To set it right: /claim story {}, then Merge.",
    Deed.SETTLED: "To set it right: press what did happen under /claim due.",
    Deed.MUTED: "To set it right: Something wrong? under a reply, then Mute this story.",
}
OF_CLAIMS = {Deed.MARKED, Deed.EDITED, Deed.PARTED, Deed.JOINED, Deed.SPLIT}
NAMING = {Deed.NAMED, Deed.TITLED}  # whose undoing deletes words
SAYING = {
    Deed.PARTED: "{} and {} are not related; they are not shown together again.",
    Deed.JOINED: "{} and {} are the same claim.",
    Deed.MERGED: "{} and {} are of one story, with all that hangs together with them.",
}
TAKEN_BACK = {
    Deed.MARKED: "Undone: the mark on {} is taken back.",
    Deed.EDITED: "Undone: {} stands as it did before.",
    Deed.PARTED: "Undone: {} and the other are related again.",
    Deed.JOINED: "Undone: {} and the other are two claims again.",
    Deed.NAMED: "Undone: {} is nobody else here.",
    Deed.UNDONE: "Undone: {} again.",
    Deed.TITLED: "Undone: the story of {} has the name that it had before.",
    Deed.MERGED: "Undone: {} and the other are of two stories again.",
    Deed.SPLIT: "Undone: what was split from {} belongs to its story again.",
    Deed.SETTLED: "Undone: what came of {} is open again.",
    Deed.MUTED: "Undone: the story of {} is heard here again.",
}


def mark(desk: Desk, press: Press, wanted: Marking) -> str:
    """Mark a claim and return the line that says so; raises NotFound, NotAllowed, Unfit."""
    viewer, now = viewer_of(desk, press), desk.clock()
    fit_to_mark(desk, press.post.person, viewer, wanted)
    person = press.post.person
    status = Status(wanted.claim, wanted.mark, person, now, wanted.note, wanted.link)
    if not desk.judgements.mark(viewer, status, press.key):
        raise NotFound(NO_CLAIM)
    line = f"{wanted.claim} is marked {wanted.mark}."
    undo = Undo(Deed.MARKED, press.key, wanted.claim, person, now)
    return tell_done(desk, press, Done(line, undo), [wanted.claim])


def fit_to_mark(desk: Desk, person: str, viewer: Viewer, wanted: Marking) -> None:
    """Raise Unfit or NotAllowed where the person may not mark the claim so."""
    if len(wanted.note) > LONGEST_NOTE:
        raise Unfit(LONG_NOTE, "note")
    if wanted.link and not wanted.link.lower().startswith(("http://", "https://")):
        raise Unfit(NO_WEB, "link")
    workspace = desk.places.workspace(viewer.workspace)
    if not workspace.may_mark(person, wanted.mark):
        names = ", ".join(desk.name_of(viewer.workspace, one) for one in workspace.checkers)
        raise NotAllowed(FOR_CHECKERS.format(wanted.mark, names))
    if wanted.lacks_ground:
        raise Unfit(NEEDS_GROUND.format(wanted.mark), "note")


def pair(desk: Desk, press: Press, deed: Deed, pairs: Sequence[tuple[str, str]]) -> str:
    """Join or part pairs (later id, earlier id) for good and return the line that says so.

    Pairs of which the viewer may not see both are left alone; raises NotFound if that is all.
    """
    viewer, now, person = viewer_of(desk, press), desk.clock(), press.post.person
    done = tuple(one for one in pairs if desk.judgements.pair(viewer, deed, one, person, now))
    if not done:
        raise NotFound(NO_PAIRS)
    line = " ".join(SAYING[deed].format(*one) for one in done)
    undo = Undo(deed, as_pairs(done), done[0][0], person, now)
    return tell_done(desk, press, Done(line, undo), {claim for one in done for claim in one})


def separate(desk: Desk, press: Press, deed: Deed, one: tuple[str, str]) -> str:
    """Let go of what anybody said of a pair, however long ago; raises NotFound."""
    viewer, now = viewer_of(desk, press), desk.clock()
    if not desk.judgements.separate(viewer, deed, one, press.post.person, now):
        raise NotFound(NOTHING_LEFT)
    revise(desk, press, one)
    return tell_alone(desk, press, TAKEN_BACK[deed].format(one[0]))


def mute(desk: Desk, press: Press, claim: str, lasting: timedelta | None) -> str:
    """Mute the story of a claim where it was pressed, for a while or (None) for good.

    Returns the line that says so; raises NotFound.
    """
    viewer, now, person = viewer_of(desk, press), desk.clock(), press.post.person
    until = now + lasting if lasting else None
    here = viewer.channel
    if not desk.judgements.mute(viewer, Mute(here.workspace, here.id, claim, person, now, until)):
        raise NotFound(NO_CLAIM)
    how_long = f"for {_days(lasting)}" if lasting else "until somebody says otherwise"
    line = f"The story of {claim} gets no reply in this channel {how_long}."
    return tell_done(desk, press, Done(line, Undo(Deed.MUTED, claim, claim, person, now)), ())


def unmute(desk: Desk, press: Press, claim: str) -> str:
    """Let the channel hear of a claim's story again; raises NotFound."""
    viewer = viewer_of(desk, press)
    if not desk.judgements.unmute(viewer, claim, press.post.person, desk.clock()):
        raise NotFound(NOT_MUTED)
    return tell_alone(desk, press, TAKEN_BACK[Deed.MUTED].format(claim))


def undo(desk: Desk, press: Press, done: Undo) -> str:
    """Take a decision back and return the line that says so, or why it is too late."""
    now = desk.clock()
    if not done.in_time(now):
        return TOO_LATE + BY_HAND[done.deed].format(done.claim)
    if done.person != press.post.person:
        return NOTHING_LEFT
    if done.deed in NAMING and (hold := hold_line(desk, press.post.workspace)):
        return hold
    claims = desk.judgements.undo(viewer_of(desk, press), done, now)
    if not claims:
        return NOTHING_LEFT
    if done.deed in OF_CLAIMS:
        revise(desk, press, claims)
    return TAKEN_BACK[done.deed].format(done.claim)


def tell_done(desk: Desk, press: Press, done: Done, claims: Collection[str]) -> str:
    """Tell the person what was done with a way back, and put right what shows the claims."""
    letter = Letter(
        f"{press.key}/done",
        LetterKind.DONE,
        press.post,
        words=done.written(),
        respond_to=press.respond_to,
    )
    desk.outbox.put(letter, desk.clock())
    revise(desk, press, claims)
    desk.wake()
    return done.line


def tell_alone(desk: Desk, press: Press, line: str) -> str:
    """Tell the person who pressed alone, and return the line."""
    desk.outbox.put(word_for(press, line), desk.clock())
    desk.wake()
    return line


def revise(desk: Desk, press: Press, claims: Collection[str]) -> None:
    """Have every reply that shows one of the claims say what stands now."""
    if not claims:
        return
    for post in desk.judgements.replies_with(viewer_of(desk, press), claims):
        key = f"{press.key}/revise/{post.channel}/{post.ts}"
        desk.outbox.put(Letter(key, LetterKind.REVISE, post), desk.clock())
    desk.wake()


def viewer_of(desk: Desk, press: Press) -> Viewer:
    """Return whoever reads where it was pressed."""
    return desk.viewer(press.post.workspace, press.post.channel)


def _days(lasting: timedelta) -> str:
    return "a day" if lasting.days == 1 else f"{lasting.days} days"
