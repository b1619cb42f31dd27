"""Which of the ties of one claim an editor would name: the newest of its measure, its opposite."""

from collections.abc import Iterable
from datetime import UTC, datetime

from bot.claims.labels import outcome
from bot.claims.model import Polarity
from bot.claims.relations import GROWING
from bot.claims.ties import Ground, Tie
from bot.claims.values import values
from bot.claims.words import plain_name

CLOSE = 1.1  # weight, in rare words, from which two claims are of one matter
SECOND = 0.7  # share of the best score that a second retelling must have
PLAINLY = 0.15  # by so much more alike an older claim must be, to stand beside the newest
PARTNERS = 3  # "the town 370, the fair 730": beyond three nobody reads on
LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


def partners(ties: list[Tie]) -> list[Tie]:
    """Choose the partners of one later claim, none of them twice."""
    grounds = [t.grounds for t in ties]
    measured, opposed, retold = (
        [t for t, on in zip(ties, grounds, strict=True) if ground in on] for ground in Ground
    )
    measures, contrary = _of_each_measure(measured), _contrary(opposed, measured)
    if contrary and not any(p.changed for t in measures for p in t.figures):
        measures = [
            t for t in measures if t.same_number
        ]  # a denial outweighs the old "17 barges" again
    chosen = [*measures, *contrary, *_answered(ties, measures)]
    if not chosen:
        chosen = _retold(retold)
    if not measures:
        chosen += [t for t in ties if t.spoke_up][-1:]
    return list({(t.later.id, t.earlier.id): t for t in chosen}.values())


def _best(ties: list[Tie]) -> list[Tie]:
    """Sort by score; equal ones newest first, with a claimant before nobody, as they stand."""
    newest_first = sorted(
        ties, key=lambda t: (_when(t), bool(t.earlier.claimant), -t.earlier.start), reverse=True
    )
    return sorted(newest_first, key=lambda t: -t.score)


def _contrary(ties: list[Tie], measures: list[Tie]) -> list[Tie]:
    """Take the newest of the close; beside a measure, only one of the very matter."""
    ties = [t for t in ties if not measures or t.weight >= CLOSE or t.together]
    ties = [t for t in ties if t.together] or ties  # the one of that very day
    best = max((t.score for t in ties), default=0.0)
    near = [t for t in ties if t.score >= 0.6 * best]
    own = [t for t in near if t.kin]  # what the claimant said before counts beside the newest
    plainly = [t for t in own if t.earlier.polarity is not Polarity.UNCONFIRMED]
    sides = (sorted(n, key=lambda t: (_when(t), t.score)) for n in (near, own, plainly))
    return [n[-1] for n in sides if n]


def _answered(ties: list[Tie], measures: list[Tie]) -> list[Tie]:
    """Take the claimant's own denial of a partner: "the numbers one reads are wrong"."""
    told = {t.earlier.id for t in measures}
    return [t for t in ties if t.opposed and t.kin and not told.isdisjoint(t.earlier.about)][:1]


def _retold(ties: list[Tie]) -> list[Tie]:
    """Take the best, and a second one of the same claimant if it is nearly as good."""
    best = _best([t for t in ties if t.copied] or ties)
    second = [t for t in best[1:] if t.kin and t.score >= SECOND * best[0].score]
    return [*best[:1], *second[:1]]


def _of_each_measure(ties: list[Tie]) -> list[Tie]:
    """Take the partners of the measure, then one for each figure that is left without any."""
    chosen = _of_one_measure(ties)
    for figure in ties[0].later.figures if ties else ():
        met = [t for t in ties if any(p.later is figure for p in t.figures)]
        if met and not any(t in chosen for t in met):
            chosen += _of_one_measure(met)[:1]
    return chosen


def _of_one_measure(ties: list[Tie]) -> list[Tie]:
    """Take the newest article's claims of the measure, and the claimant's own last one."""
    if not ties:
        return []
    ties = _likest([t for t in ties if t.like or not t.at_a_rate] or ties)
    newest = max(_when(t) for t in ties)
    now = _fullest(_likest([t for t in ties if _when(t) == newest], 0.2))
    own = sorted((t for t in ties if t.kin), key=lambda t: (_when(t), t.score))[-1:]
    most = max(len(t.figures) for t in ties if _when(t) == newest)
    if own and own[0].like and _when(own[0]) == newest and len(own[0].figures) == most:
        return own  # the bank's forecast after the bank's, not after the ministry's
    fuller = [t for t in ties if len(t.figures) > max(len(n.figures) for n in now)][:1]
    others = _one_each([t for t in now if t not in own])
    return [*(others[:1] if own else others), *own, *fuller, *_likelier(ties, now)]


def _likelier(ties: list[Tie], now: list[Tie]) -> list[Tie]:
    """Take an older claim that is plainly of the same thing: "chromium waste", now "waste"."""
    like, score = max(t.likeness for t in now), max(t.score for t in now)
    older = [t for t in _best(ties) if t.likeness > like + PLAINLY and t.score > score]
    return older[:1]


def _likest(ties: list[Tie], within: float = 0.4) -> list[Tie]:
    """Keep ties nearly as alike as the likest; the very same number before all others."""
    same = [t for t in ties if t.same_number]
    if same:
        return same
    best = max(t.likeness for t in ties)
    return [t for t in ties if t.likeness >= best - within]


def _fullest(ties: list[Tie]) -> list[Tie]:
    """Prefer a claim that meets two figures: the offer for this year and for the next."""
    most = max(len(t.figures) for t in ties)
    return [t for t in ties if len(t.figures) == most] if most > 1 else ties


def _one_each(ties: list[Tie]) -> list[Tie]:
    """Return the best tie for each claimant and figure."""
    best: dict[tuple[str, ...], Tie] = {}
    for tie in sorted(_best(ties), key=_count):
        # Police counted 158 survivors, and in another sentence 21 dead.
        met = (p.later.text for p in tie.figures)
        best.setdefault((plain_name(tie.earlier.claimant or ""), *sorted(met)), tie)
    return [t for t in best.values() if not _vouched(t, best.values())][:PARTNERS]


def _vouched(tie: Tie, others: Iterable[Tie]) -> bool:
    """Tell a number given by nobody where somebody gives the very same one."""
    if tie.earlier.claimant:
        return False
    numbers = {values(p.earlier) for p in tie.figures}
    return any(
        t.earlier.claimant and numbers <= {values(p.earlier) for p in t.figures} for t in others
    )


def _count(tie: Tie) -> tuple[float, int]:
    """Order tolls: "seven dead now" before "at least five", and what is told first first."""
    tolls = [max(values(p.earlier)) for p in tie.figures if outcome(p.earlier) in GROWING]
    return (-max(tolls), tie.earlier.start) if tolls else (0.0, 0)


def _when(tie: Tie) -> datetime:
    return tie.earlier.publication.published or LONG_AGO
