"""What a claim speaks of, weighed by how rare it is among the claims at hand."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import fsum, log

from bot.claims.model import Claim, Publication
from bot.claims.once import once_a_claim
from bot.claims.synonyms import HEAD_OF_KIN
from bot.claims.vocabulary import BODIES, COUNTRIES, EMPTY_WORDS, PEOPLES, TITLES
from bot.claims.words import MEMORY, fold, kin_of, plain_name, skeleton

UNTELLING = TITLES | EMPTY_WORDS
COMMON_NAME = 0.5  # a country says less of a story than a town, a firm or a person does


@dataclass(frozen=True, slots=True)
class Subject:
    """What a claim is about, spelling undone: `names` by their parts, and `words`."""

    names: frozenset[str]
    words: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Return names and words together: "Parliament" meets "parliament"."""
        return self.names | self.words

    def event(self, other: "Subject") -> frozenset[str]:
        """Return the words of both that tell what happens, not who, where and before whom."""
        return (self.words & other.words) - (self.names & other.names) - NO_EVENT

    def at_issue(self, other: "Subject") -> frozenset[str]:
        """Return the words of both that one may affirm and another deny."""
        return (self.words & other.words) - (self.names & other.names) - PLAIN_HEARERS


@once_a_claim
def subject_of(claim: Claim) -> Subject:
    """Return what the claim is about; who says it, and through whom, is another facet."""
    said_by = _union(_forms(name) for name in (claim.claimant or "", *claim.via))
    names, where = (_union(map(name_parts, some)) for some in (claim.names, claim.places))
    words = frozenset(map(skeleton, claim.words))
    return Subject((names - said_by) | where, words - said_by - PLAIN_TITLES)


def _union(some: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*some)


@lru_cache(MEMORY)
def _forms(name: str) -> frozenset[str]:
    """Return everything by which a sentence may mean whoever has this name."""
    return name_parts(name) | {fold(_initials(name)), *map(skeleton, kin_of(name))}


def speaks_of(claim: Claim, other: Claim) -> bool:
    """Tell whether the claim names the claimant of the other: the accused, the bidder."""
    sayer = name_parts(other.claimant or "") - PLAIN - COUNTRIES
    if not sayer or claim.claimant == other.claimant:
        return False
    return any(sayer <= name_parts(name) for name in claim.names)


def _initials(name: str) -> str:
    """Return the acronym of a name: the Varno Rowers League is the VRL."""
    return "".join(w[0] for w in name.split() if w[0].isupper())


@lru_cache(MEMORY)
def name_parts(name: str) -> frozenset[str]:
    """Return the telling parts of a name; a country of two words stays whole."""
    plain = plain_name(name)
    country = PEOPLES.get(plain, plain)
    if country in COUNTRIES:
        return frozenset({country})
    parts = plain.replace("-", " ").split()
    return frozenset(skeleton(p) for p in parts if len(p) > 1 and p not in UNTELLING)


class Weights:
    """How much a name or word tells: 1 when it stands in one claim of all, less the commoner.

    What sixty papers print of a wire counts once: their copies make its words no commoner.
    """

    def __init__(self, subjects: Sequence[Subject]) -> None:
        different = {s.all for s in subjects}
        self._total = len(different)
        self._counts = Counter(chain.from_iterable(different))
        self._rarest = log(1 + self._total / 2)

    def of(self, feature: str) -> float:
        """Return the weight of a name or word (inverse document frequency over the claims)."""
        rarity = log(1 + self._total / (1 + self._counts[feature])) / self._rarest
        return rarity * (COMMON_NAME if feature in COUNTRIES else 1.0)

    def sum(self, features: Iterable[str]) -> float:
        """Return the weight of all features together, in rare words."""
        return fsum(map(self.of, features))  # the same in whatever order a set gives them


Names = frozenset[frozenset[str]]
"""Names as their parts: "Nova Scotia" is {nova, scotia}."""


@dataclass(frozen=True, slots=True)
class Context:
    """The names by which an article's story is known: of its claims, and of its headline."""

    names: Names
    title: frozenset[str]

    @property
    def parts(self) -> frozenset[str]:
        """Return the parts of all names."""
        return _union(self.names)

    def shared(self, other: "Context") -> frozenset[str]:
        """Return names of both; a headline's word counts where the other article has it as a name.

        "Toll" and "Officials" of two headlines in title case are no names of a story, and
        Nova Scotia is not Ponte Nova.
        """
        mine, theirs = self.parts, other.parts
        met = {p for p in mine & theirs if _agree(p, self.names, other.names)}
        return frozenset(met) | (self.title & theirs) | (mine & other.title)


def _agree(part: str, ours: Names, theirs: Names) -> bool:
    """Tell whether the part stands for one name in both: "Wendell" for "Hurricane Wendell"."""
    left, right = ([n for n in names if part in n] for names in (ours, theirs))
    return any(a <= b or b <= a for a in left for b in right)


def context(claims: Collection[Claim], publication: Publication) -> Context:
    """Return the context of an article, its own outlet left out."""
    plain = name_parts(publication.outlet) | PLAIN
    sayers = {" ".join(_capitalised(c.claimant or "")) for c in claims}
    names = sayers | {n for c in claims for n in (*c.names, *c.via)}
    title = {p for n in _capitalised(publication.title) for p in name_parts(n)}
    known = {name_parts(n) - plain for n in names}
    return Context(frozenset(known - {frozenset()}), frozenset(title) - plain)


def _capitalised(text: str) -> list[str]:
    return [w for w in text.replace("’", "'").split() if w[:1].isupper()]


EVERYWHERE = """
    red cross crescent united nations un reuters associated press afp ap telegram facebook
    instagram whatsapp twitter youtube google port lake mount north south east west saint st san
    santa fort new de da do del della di la las le los el al van von der den river valley street
    road mall radio ministries officials quay wharf pier bay bridge square hill park avenue
""".split()  # parts of the names of agencies, platforms and places all over the world
PLAIN = frozenset(skeleton(w) for w in {*BODIES, *HEAD_OF_KIN, *EVERYWHERE})
"""Words that many stories share, though they are written like names."""

HEARERS = ("parliament", "reporter", "journalist", "juror", "jury", "court", "newspaper",
           "television", "radio", "broadcaster", "congress", "conference")  # fmt: skip
PLAIN_HEARERS = frozenset(skeleton(w) for w in HEARERS)
PLACES = ("parish", "town", "city", "village", "region", "county", "province", "capital",
          "district", "island", "country")  # fmt: skip
CITING = ("cite", "quote", "author", "letter", "document", "detail", "note", "brief", "write")
NO_EVENT = frozenset(skeleton(w) for w in (*BODIES, *HEARERS, *PLACES, *CITING))
"""Words for bodies, places and those who are told: "said in parliament" is no event."""

PLAIN_TITLES = frozenset(skeleton(w) for w in (*TITLES, "attorney", "lawyer", "agent"))
