"""What a watch is set on, as typed, and which new claims set it off: pure, over keys of words."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.claims.brief.points import points
from bot.claims.keys import keys, words_in
from bot.claims.model import Brief, Claim, Link, Polarity, RelationKind
from bot.newsroom.trouble import Unfit
from bot.newsroom.watch import Watch, WatchKind

LONGEST = 120
MOST = 200
TOO_LONG = f"What is watched has {LONGEST} characters at most."
TOO_COMMON = "Those words stand in any sentence. Name a person, a place or a thing."
TOO_MANY = f"You have {MOST} watches, which is all that there is room for: stop one first."
PREFIXES = {"by": WatchKind.CLAIMANT, "counting": WatchKind.COUNTED}
AGAIN = frozenset({RelationKind.REPEATS, RelationKind.SAME_ORIGIN})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a watch is to look at; for a story `what` is the id of one of its claims."""

    kind: WatchKind
    what: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A new claim by what watches know it by: its keys, its claimant's, those of each figure."""

    claim: str
    quote: str
    words: frozenset[str]
    claimants: tuple[frozenset[str], ...]
    counted: tuple[frozenset[str], ...]
    speaks: bool  # it has a figure, denies or withdraws, and says nothing again
    telling: bool  # it is a reason for a reply


def wanted(typed: str) -> Wanted:
    """Read what was typed after "watch": an id, by:<name>, counting:<thing>, or words.

    Raises Unfit.
    """
    text = " ".join(typed.split())
    if len(text) > LONGEST:
        raise Unfit(TOO_LONG)
    name, sign, rest = text.partition(":")
    kind = PREFIXES.get(name.lower()) if sign else None
    what = (rest if kind else text).strip(' "“”[]()')
    if kind is None and is_id(what):
        return Wanted(WatchKind.STORY, what.upper())
    if not words_in(what):
        raise Unfit(TOO_COMMON)
    return Wanted(kind or WatchKind.WORDS, what)


def is_id(typed: str) -> bool:
    """Tell whether what was typed looks like the id of a claim: "c-7kq2"."""
    head, sign, rest = typed.partition("-")
    return head.upper() == "C" and bool(sign) and rest.isalnum() and " " not in typed


def signs(brief: Brief) -> tuple[Sign, ...]:
    """Return the signs of those claims of a new reading that may set a watch off."""
    reasons = points(brief)
    telling = {point.claim.id for point in reasons}
    withdrawn = {one.later.id for one in brief.links if one.relation is RelationKind.WITHDRAWS}
    again = {one.later.id for one in brief.links if _says_again(one)} - telling
    return tuple(
        _sign(claim, telling, speaks=claim.id not in again and _speaks(claim, withdrawn))
        for claim in brief.claims
    )


def set_off(watch: Watch, found: Iterable[Sign]) -> tuple[Sign, ...]:
    """Return the claims that set off a watch on a claimant, a thing counted or words."""
    asked = words_in(watch.what)
    return tuple(one for one in found if one.speaks and _meets(watch.kind, asked, one))


def _meets(kind: WatchKind, asked: Collection[str], one: Sign) -> bool:
    match kind:
        case WatchKind.CLAIMANT:
            return any(name.issuperset(asked) for name in one.claimants)
        case WatchKind.COUNTED:
            return any(thing.issuperset(asked) for thing in one.counted)
        case WatchKind.WORDS:
            return one.words.issuperset(asked)
        case WatchKind.STORY:
            return False  # what hangs together, the archive alone can tell


def _says_again(link: Link) -> bool:
    """Tell whether the later claim only says once more what the earlier one said."""
    return link.relation in AGAIN and not link.differences


def _speaks(claim: Claim, withdrawn: Collection[str]) -> bool:
    denies = claim.polarity is Polarity.DENIED
    return bool(claim.figures) or denies or claim.id in withdrawn


def _sign(claim: Claim, telling: Collection[str], *, speaks: bool) -> Sign:
    return Sign(
        claim=claim.id,
        quote=claim.quote,
        words=frozenset(keys(claim)),
        claimants=_named(claim),
        counted=tuple(_counted(claim)),
        speaks=speaks,
        telling=claim.id in telling,
    )


def _named(claim: Claim) -> tuple[frozenset[str], ...]:
    """Return the keys of each name of the claimant; a claim of the article itself has none."""
    names = (claim.claimant or "", claim.known_as)
    return tuple(words_in(name) for name in names if name)


def _counted(claim: Claim) -> Sequence[frozenset[str]]:
    """Return the keys of what each figure counts: "73 people were injured" counts the injured."""
    return [
        words_in(f"{one.what} {one.outcome.value if one.outcome else ''} {one.unit}")
        for one in claim.figures
    ]
