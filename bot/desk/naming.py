"""Claimants by the names that people said they go by: kept, listed, and used for comparing."""

from dataclasses import dataclass, replace

from bot.claims.keys import words_in
from bot.claims.model import Reading
from bot.claims.namesakes import may_be_one
from bot.claims.words import fold
from bot.desk.desk import Desk
from bot.desk.forget import require_no_hold
from bot.desk.judge import tell_done, viewer_of
from bot.newsroom.act import Deed
from bot.newsroom.aliases import Alias, Aliases
from bot.newsroom.press import Press
from bot.newsroom.trouble import NotFound, Unfit
from bot.newsroom.undo import Done, Undo
from bot.newsroom.viewer import Viewer

LONGEST = 120
HOW = "Write /claim alias L. Orsk = Lena Orsk, or /claim alias remove L. Orsk."
TOO_LONG = f"A name has {LONGEST} characters at most."
ONE_NAME = "These are one name already."
RING = "{} is known as {} here already; remove that first: /claim alias remove {}"
NO_ALIAS = "Nobody said that of “{}” here. /claim alias lists what people said."
REMOVE = "remove "


@dataclass(frozen=True, slots=True)
class Names:
    """What people said of names (they stand there by name), and pairs to be asked about."""

    kept: tuple[Alias, ...]
    proposed: tuple[tuple[str, str], ...] = ()


def names(desk: Desk, viewer: Viewer) -> Names:
    """Return the aliases that the viewer may see, and full names on record that may be one."""
    aliases = desk.judgements.aliases(viewer)
    known = [who for who in desk.judgements.claimants(viewer) if not aliases.known_as(who)]
    told = (replace(one, person=desk.name_of(viewer.workspace, one.person)) for one in aliases.all)
    return Names(tuple(told), may_be_one(known))


def name(desk: Desk, press: Press, typed: str) -> str:
    """Keep or remove an alias and return the line that says so; raises Unfit, NotFound."""
    if typed.lower().startswith(REMOVE):
        return _remove(desk, press, typed[len(REMOVE) :].strip())
    viewer, now, person = viewer_of(desk, press), desk.clock(), press.post.person
    alias, known = _both(typed)
    aliases = desk.judgements.aliases(viewer)
    if any(fold(one.alias) == fold(alias) for one in aliases.all):
        require_no_hold(desk, viewer.workspace)  # what was said before would go
    further = aliases.known_as(known)
    if further and fold(further) == fold(alias):
        raise Unfit(RING.format(known, alias, known))
    desk.judgements.keep_alias(viewer, Alias(alias, known, person, now))
    line = f"{alias} is {known} here from now on, wherever claims are compared."
    return tell_done(desk, press, Done(line, Undo(Deed.NAMED, alias, alias, person, now)), ())


def by_their_names(reading: Reading, aliases: Aliases) -> Reading:
    """Return the reading, its claimants known by the names that people said."""
    if not aliases.all:
        return reading
    claims = (replace(one, known_as=aliases.known_as(one.claimant)) for one in reading.claims)
    return replace(reading, claims=tuple(claims))


def keys_by_name(reading: Reading, aliases: Aliases) -> frozenset[str]:
    """Return the keys of all other names that the claimants of a reading go by."""
    others = aliases.others(claim.claimant for claim in reading.claims)
    return frozenset(key for other in others for key in words_in(other))


def _remove(desk: Desk, press: Press, alias: str) -> str:
    viewer, now, person = viewer_of(desk, press), desk.clock(), press.post.person
    require_no_hold(desk, viewer.workspace)
    kept = [one for one in desk.judgements.aliases(viewer).all if fold(one.alias) == fold(alias)]
    if not kept or not desk.judgements.forget_alias(viewer, alias):
        raise NotFound(NO_ALIAS.format(alias))
    line = f"{kept[-1].alias} is no longer {kept[-1].name} here."
    back = f"{kept[-1].alias} = {kept[-1].name}"
    return tell_done(desk, press, Done(line, Undo(Deed.UNDONE, back, back, person, now)), ())


def _both(typed: str) -> tuple[str, str]:
    alias, sign, known = (part.strip(" \"“”'") for part in typed.partition("="))
    if not sign or not alias or not known:
        raise Unfit(HOW)
    if max(len(alias), len(known)) > LONGEST:
        raise Unfit(TOO_LONG)
    if fold(alias) == fold(known):
        raise Unfit(ONE_NAME)
    return " ".join(alias.split()), " ".join(known.split())
