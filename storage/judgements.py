"""What people decided about claims: marks, corrections, pairs, mutes, names, and the trail."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Engine
from sqlmodel import col

from bot.claims.model import Claim
from bot.newsroom.act import Act, Deed
from bot.newsroom.aliases import Alias, Aliases
from bot.newsroom.edit import Edit
from bot.newsroom.judgement import Judgement
from bot.newsroom.post import Post
from bot.newsroom.status import Status
from bot.newsroom.undo import Undo
from bot.newsroom.viewer import Viewer
from bot.newsroom.watch import Mute
from storage import aliases, deeds, editing, marking, muting, pairing, settling, showing, stories
from storage.correcting import any_edits, edits_of
from storage.database import writing
from storage.rebuilding import as_read, claims_numbered, said_where
from storage.sight import Sight
from storage.tables import ClaimRow

UNDOING = {
    Deed.MARKED: marking.unmark,
    Deed.EDITED: editing.unedit,
    Deed.PARTED: pairing.unpair,
    Deed.JOINED: pairing.unpair,
    Deed.MERGED: pairing.unpair,
    Deed.SPLIT: stories.unsplit,
    Deed.TITLED: stories.unname,
    Deed.MUTED: muting.unsay,
    Deed.NAMED: aliases.unname,
    Deed.UNDONE: aliases.name_again,
    Deed.SETTLED: settling.unsettle,
}


class Judgements:
    """The judgements of all workspaces; each call is one transaction in its viewer's sight."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def mark(self, viewer: Viewer, status: Status, key: str) -> bool:
        """Set a mark, once for each key; False if the viewer may not see the claim."""
        with self._writing(viewer) as session, session.begin():
            return marking.mark(session, status, key)

    def edit(self, viewer: Viewer, edits: Sequence[Edit], key: str) -> bool:
        """Write corrections of one claim, once a key; False if the viewer may not see it."""
        with self._writing(viewer) as session, session.begin():
            return editing.edit(session, edits, key)

    def pair(
        self, viewer: Viewer, deed: Deed, pair: tuple[str, str], person: str, now: datetime
    ) -> bool:
        """Remember that a pair (later, earlier) was JOINED or PARTED; False if unseen."""
        with self._writing(viewer) as session, session.begin():
            return pairing.pair_up(session, deed, pair, Act("", deed, person, now))

    def separate(
        self, viewer: Viewer, deed: Deed, pair: tuple[str, str], person: str, now: datetime
    ) -> bool:
        """Let go of what anybody said of a pair; False if nobody had."""
        with self._writing(viewer) as session, session.begin():
            return pairing.separate(session, deed, pair, Act("", deed, person, now))

    def parted(self, viewer: Viewer, claims: Collection[str]) -> Sequence[tuple[Claim, Claim]]:
        """Return the pairs (later, earlier) with one of the claims that people parted."""
        with self._reading(viewer) as session:
            said = said_where(session, col(ClaimRow.id).in_(claims))
            pairs = pairing.parted(session, [row.known for row, _ in said])
            ends = claims_numbered(session, {end for pair in pairs for end in pair})
            return tuple((ends[a], ends[b]) for a, b in pairs if a in ends and b in ends)

    def mute(self, viewer: Viewer, mute: Mute) -> bool:
        """Mute the claim's story in the viewer's channel; False if the claim is not seen."""
        with self._writing(viewer) as session, session.begin():
            return muting.mute(session, mute)

    def unmute(self, viewer: Viewer, claim: str, person: str, now: datetime) -> bool:
        """Let the channel hear again of the claim's story; False if it was not muted."""
        with self._writing(viewer) as session, session.begin():
            return muting.unmute(session, claim, person, now)

    def muted(self, viewer: Viewer, now: datetime) -> frozenset[str]:
        """Return the ids of all claims in stories that the viewer's channel has muted."""
        with self._reading(viewer) as session:
            return muting.muted(session, now)

    def undo(self, viewer: Viewer, undo: Undo, now: datetime) -> tuple[str, ...]:
        """Take a decision of the person's own back; return the ids of the claims concerned.

        Nothing when there is no such decision any more.
        """
        with self._writing(viewer) as session, session.begin():
            return UNDOING[undo.deed](session, undo, now)

    def of(self, viewer: Viewer, claims: Collection[str]) -> Mapping[str, Judgement]:
        """Return what people decided about each of the claims of which they decided anything."""
        with self._reading(viewer) as session:
            if not _any(session):  # spares reading the claims once more
                return {}
            said = said_where(session, col(ClaimRow.id).in_(claims))
            statuses, edits = marking.statuses_of(session, said), edits_of(session, said)
            same = pairing.same_as(session, [row.known for row, _ in said])
        found = {
            row.id: Judgement(
                statuses.get(row.id), edits.get(row.known, ()), same.get(row.known, ())
            )
            for row, _ in said
        }
        return {claim: judged for claim, judged in found.items() if judged != Judgement()}

    def as_read(self, viewer: Viewer, claim: str) -> tuple[Claim, tuple[Edit, ...]] | None:
        """Return a claim as the machine read it, with the edits that hold; None if not seen."""
        with self._reading(viewer) as session:
            said = said_where(session, col(ClaimRow.id) == claim)
            read, edits = as_read(session, said), edits_of(session, said)
            return next(((one, edits.get(number, ())) for number, one in read.items()), None)

    def trail(self, viewer: Viewer, claim: str) -> Sequence[Act]:
        """Return what was done with the claim, newest first."""
        with self._reading(viewer) as session:
            return deeds.trail(session, claim) if deeds.seen_claim(session, claim) else ()

    def replies_with(self, viewer: Viewer, claims: Collection[str]) -> Sequence[Post]:
        """Return the posts whose reply has to be put right when the claims are judged anew."""
        with self._reading(viewer) as session:
            return showing.replies_with(session, claims)

    def aliases(self, viewer: Viewer) -> Aliases:
        """Return the names that people said are one."""
        with self._reading(viewer) as session:
            return aliases.aliases_of(session)

    def keep_alias(self, viewer: Viewer, alias: Alias) -> None:
        """Keep an alias, in place of what this channel said of that name before."""
        with self._writing(viewer) as session, session.begin():
            aliases.keep(session, alias)

    def forget_alias(self, viewer: Viewer, alias: str) -> bool:
        """Let go of an alias; False if there is none."""
        with self._writing(viewer) as session, session.begin():
            return aliases.forget(session, alias)

    def claimants(self, viewer: Viewer) -> Sequence[str]:
        """Return the names of claimants on record, those of the newest claims first."""
        with self._reading(viewer) as session:
            return aliases.claimants(session)

    def _reading(self, viewer: Viewer) -> Sight:
        return Sight(self._engine, viewer)

    def _writing(self, viewer: Viewer) -> Sight:
        return Sight(writing(self._engine), viewer)


def _any(session: Sight) -> bool:
    """Tell whether people have decided anything that the viewer may see: mostly not much."""
    return marking.any_marks(session) or any_edits(session) or pairing.any_same(session)
