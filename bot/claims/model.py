"""What an article, a claim, a figure, a link between claims and a check are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from spacy.tokens import Doc

Parse = Callable[[Sequence[str]], list[Doc]]
"""Gives the parses of sentences, one Doc each, token offsets being those of the sentence."""


class Polarity(StrEnum):
    """Whether the claimant affirms the content, denies it, or leaves it open."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    UNCONFIRMED = "unconfirmed"  # "has not confirmed", "is still unverified", "no comment"


class Certainty(StrEnum):
    """How strongly the content is put, strongest first (event factuality: CT, PR, PS)."""

    CERTAIN = "certain"  # flat statements, plans, "will"
    PROBABLE = "probable"  # "is expected to", "likely", "reportedly"
    POSSIBLE = "possible"  # "could", "may", "as many as", threats


class Modifier(StrEnum):
    """The approximator before a figure."""

    ABOUT = "about"
    OVER = "over"  # "more than" too
    AT_LEAST = "at least"
    UP_TO = "up to"  # "as many as", "could reach" too
    NEARLY = "nearly"
    UNDER = "under"  # "fewer than", "less than" too


class Scope(StrEnum):
    """What part of the whole a figure counts."""

    TOTAL = "total"
    ADDITIONAL = "additional"  # "a further 20", "an additional 900"
    SUBSET = "subset"  # "including 20 nurses", "35 of the 70"
    RATE = "rate"  # "per day", "a third of voters", "4 % growth"


class Outcome(StrEnum):
    """What became of the people or things counted; figures of unlike outcomes never compare."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    CASUALTIES = "casualties"  # killed and wounded together
    INFECTED = "infected"
    DISPLACED = "displaced"
    DETAINED = "detained"
    RESCUED = "rescued"
    DESTROYED = "destroyed"


class Origin(StrEnum):
    """How a text came to the bot; the last two stay in their channel and out of exports."""

    PUBLISHED = "published"
    PASTED = "pasted"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class Publication:
    """Where and when an article appeared: what a reader is shown beside a claim.

    `published` is aware, or None for an undated article; `basis` says how the date is known
    ("page metadata", "url", "head of the file").
    """

    url: str
    outlet: str
    title: str
    published: datetime | None = None
    basis: str = ""
    origin: Origin = Origin.PUBLISHED


@dataclass(frozen=True, slots=True)
class Article:
    """One text as it was read; offsets of claims count characters of `text`."""

    publication: Publication
    text: str = field(repr=False)
    byline: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts.

    An open side is None ("up to 700": low None, high 700). `unit` is "count", "percent",
    "percentage points", an ISO currency code or a unit name in English; `text` is as printed,
    modifier included ("around 8,000"); `start` and `end` are offsets into the article.
    `per` is the base of a rate ("day", "person").
    """

    low: float | None
    high: float | None
    unit: str
    what: str
    text: str
    start: int
    end: int
    modifier: Modifier | None = None
    scope: Scope | None = None
    outcome: Outcome | None = None
    per: str = ""


@dataclass(frozen=True, slots=True)
class When:
    """The days on which the claimed event happens, both inclusive, and the words that say so."""

    start: date
    end: date
    text: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement in one article; `quote` is `text[start:end]` of that article.

    `claimant` is the fullest name that the article gives, None for the article itself; `known_as`
    is the name that people said he goes by, empty for none: compared by, never shown.
    `cue` is the word that attributes ("said", "according to"), empty for the article itself.
    `names` and `words` are folded for comparing: names of people, bodies and places, and the
    lemmas of content words. `about` holds ids of claims of the same article that this one speaks
    of ("rejected these charges", "denied it").
    """

    id: str
    publication: Publication
    quote: str
    start: int
    end: int
    claimant: str | None = None
    cue: str = ""
    via: tuple[str, ...] = ()
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.CERTAIN
    figures: tuple[Figure, ...] = ()
    when: When | None = None
    places: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    about: tuple[str, ...] = ()
    conditional: bool = False  # "if the mayor is right"
    known_as: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was found in one article; `title` is its headline read as a claim, never filed."""

    article: Article
    claims: tuple[Claim, ...]
    title: Claim | None = None


class RelationKind(StrEnum):
    """What a later claim does to an earlier one."""

    REPEATS = "repeats"
    UPDATES = "updates"
    NARROWS = "narrows"
    WIDENS = "widens"
    ADDS_TO = "adds_to"
    BREAKS_DOWN = "breaks_down"
    CONFLICTS = "conflicts"
    DENIES = "denies"
    DOES_NOT_CONFIRM = "does_not_confirm"
    CONFIRMS = "confirms"
    CORROBORATES = "corroborates"
    SAME_ORIGIN = "same_origin"
    WITHDRAWS = "withdraws"


class DifferenceKind(StrEnum):
    """The facet in which two related claims differ."""

    FIGURE = "figure"
    SCOPE = "scope"
    CLAIMANT = "claimant"
    VIA = "via"
    CERTAINTY = "certainty"
    DENIAL = "denial"
    UNCONFIRMED = "unconfirmed"
    TIME = "time"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Difference:
    """One facet that changed; `before` and `after` as printed, `line` as an editor puts it."""

    kind: DifferenceKind
    before: str
    after: str
    line: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two related claims of different articles, by publication earlier and later.

    `shown` tells whether the link passes the higher bar of what a reply may show; `why` says why
    it was made: names, thing counted, words, each in plain text.
    """

    later: Claim
    earlier: Claim
    relation: RelationKind
    differences: tuple[Difference, ...] = ()
    shown: bool = False
    why: tuple[str, ...] = ()
    score: float = 0.0


class CheckKind(StrEnum):
    """A finding inside an article or against the archive."""

    DRIFT = "drift"
    DATE = "date"
    SUM = "sum"
    HOP = "hop"
    DENIED_HERE = "denied_here"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Check:
    """A finding with the claims that it rests on and one plain line.

    Claims of this article come first; earlier ones of the archive may follow.
    """

    kind: CheckKind
    claims: tuple[Claim, ...]
    line: str


class Style(StrEnum):
    """How a piece of a line is set."""

    PLAIN = "plain"
    LABEL = "label"  # "Date.", "Denied here."
    QUOTE = "quote"  # words of the article, set in quotation marks
    ID = "id"  # a claim's id, a link where the surface has links


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words in one style; an ID piece carries the id of its claim as text."""

    text: str
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a telling; `bullet` marks one that belongs under the line before it."""

    pieces: tuple[Piece, ...]
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """What is told about one article: its links and checks, and the words for them.

    `finding` is the first line, empty when nothing is worth a reply; `lines` at most five.
    """

    publication: Publication
    claims: tuple[Claim, ...]
    links: tuple[Link, ...] = ()
    checks: tuple[Check, ...] = ()
    finding: str = ""
    lines: tuple[Line, ...] = ()

    @property
    def speaks(self) -> bool:
        """Tell whether there is anything worth a reply."""
        return bool(self.finding)
