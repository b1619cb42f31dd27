"""What two claims have in common, facet by facet, and how much that weighs."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.claims.claimants import kindred
from bot.claims.labels import outcome
from bot.claims.lone import lone_pair
from bot.claims.measure import Fit, Pair, pairs
from bot.claims.model import Claim, Polarity
from bot.claims.negation import denied_words
from bot.claims.occasions import (
    apart,
    bygone,
    ever,
    meet,
    moment,
    moved,
    of_old,
    of_other_months,
    put_off,
)
from bot.claims.opposing import opposed, spoke_up
from bot.claims.sides import Known
from bot.claims.stance import moot, stance
from bot.claims.subject import PLAIN_HEARERS, Weights, speaks_of
from bot.claims.values import same_number, unit, values
from bot.claims.vocabulary import BY_OUTCOME, COUNTRIES
from bot.claims.words import fold, kin_of, skeleton

SIGNALS = 2  # no pair rests on one word, name or claimant
FAIR = 0.6  # likeness of what two figures count
MUCH = 1.1  # weight, in rare words, of sentences on one matter
SHOWN, SHOWN_STANCE = 0.8, 0.6  # scores from which a pair is shown
PUT_OFF = 1.2  # weight of one event announced for two times
AGAIN = 2.0  # weight of one event told twice, with other figures
_MOVED = re.compile(  # "put back to June 17", "only on Thursday"
    r"\b(?:moved|postpon|put (?:back|off)|brought forward|delay|reschedul|now|late|instead"
    r"|only (?:on|in|at|by))\w*",
    re.IGNORECASE,
)
_OWNED = re.compile(r"confirm|acknowledg|admit|conced")
BARE = 3  # words of "no barges were adrift at noon"
LENT = 0.5  # weight of what a claim takes over from the sentence before it


class Ground(StrEnum):
    """What a tie rests on."""

    MEASURE = "measure"  # figures of one thing
    STANCE = "stance"  # one affirms what the other denies or leaves open
    SUBJECT = "subject"  # the same event, told again


@dataclass(frozen=True, slots=True)
class Tie:
    """Two claims of different articles and what they share; `weight` in rare words."""

    later: Claim
    earlier: Claim
    figures: tuple[Pair, ...]
    shared: frozenset[str]
    event: frozenset[str]  # shared words, without bodies, hearers and parts of names
    at_issue: frozenset[str]  # shared words, without hearers and names
    weight: float
    lent: int  # how much of it was said in the sentence before
    kin: bool  # one claimant, or claimants of one body
    party: bool  # the claimant of one is who the other speaks of
    together: bool  # both say when, and the times meet
    moved: bool  # both say when, and the day has changed
    put_off: bool  # the earlier one announced the event for quite another time
    again: bool  # both of "a second strike"
    opposed: bool  # one affirms what the other denies or leaves open
    spoke_up: bool  # who would not comment then has one thing to say now

    @property
    def unlike_figures(self) -> bool:
        """Tell whether both give figures, but of different things."""
        return bool(self.later.figures and self.earlier.figures) and not self.figures

    @property
    def like(self) -> bool:
        """Tell whether two figures may be set number against number."""
        return any(p.fit is Fit.LIKE for p in self.figures)

    @property
    def at_a_rate(self) -> bool:
        """Tell a cost by the day beside one in all, for want of a better partner."""
        return any(p.fit is Fit.UNLIKE and p.later.per != p.earlier.per for p in self.figures)

    @property
    def likeness(self) -> float:
        """Return how far the figures count one thing, 0 to 1."""
        return max((p.likeness for p in self.figures), default=0.0)

    @property
    def same_number(self) -> bool:
        """Tell whether the very same telling number stands in both."""
        return any(same_number(f, p.earlier) for p in self.figures for f in self.later.figures)

    @property
    def score(self) -> float:
        """Weigh the facets together."""
        return round(
            self.likeness + 0.5 * self.weight + 0.3 * self.kin
            + 0.2 * (self.together or self.moved or self.put_off) + 0.2 * self.opposed
            - 0.3 * self.unlike_figures, 3,
        )  # fmt: skip

    @property
    def grounds(self) -> frozenset[Ground]:
        """Return what the tie can rest on; none when too little is shared."""
        found = {
            Ground.MEASURE: self._measured(),
            Ground.STANCE: self._contrary(),
            Ground.SUBJECT: self._retold(),
        }
        return frozenset(g for g, holds in found.items() if holds)

    def _measured(self) -> bool:
        if not self.figures or self.same_number:
            return bool(self.figures)
        if Polarity.DENIED in (self.later.polarity, self.earlier.polarity):
            return bool(self.shared - COUNTRIES)  # "rejected a toll of 37" vouches for none
        beyond = self.shared - COUNTRIES - {w for p in self.figures for w in p.counted}
        beyond -= PLAIN_HEARERS | self._counted_beside()
        kin = self.kin and (self.likeness >= FAIR or bool(self.shared - COUNTRIES))
        much = self.weight >= MUCH or not all(p.thin for p in self.figures)
        return bool(beyond) or self.together or kin or much

    def _counted_beside(self) -> frozenset[str]:
        """Return what other figures of the sentences count: nurses of "four nurses for 30"."""
        met = {id(f) for p in self.figures for f in (p.later, p.earlier)}
        beside = (f for c in (self.later, self.earlier) for f in c.figures if id(f) not in met)
        return frozenset(skeleton(w) for f in beside for w in kin_of(f.what))

    def _contrary(self) -> bool:
        pair = (self.later, self.earlier)
        denied = self.at_issue & (denied_words(pair[0]) | denied_words(pair[1]))
        if not self.opposed or apart(*pair) or of_other_months(*pair, denied):
            return False
        figures = (*self.later.figures, *self.earlier.figures)
        counted = {skeleton(w) for f in figures for w in kin_of(f.what)} & self.shared
        of_that_day = self.together and (self.party or self.kin)
        near = bool(self.at_issue or counted) and self._close(1.1, 0.6)
        return near or of_that_day or self._none_and_some() or self._own_number()

    def _own_number(self) -> bool:
        """Match "denied that he still asked for 40 per cent" with his asking for it."""
        told = [
            {(unit(f), *sorted(values(f))) for f in c.figures} for c in (self.later, self.earlier)
        ]
        return self.kin and not told[0].isdisjoint(told[1])

    def _none_and_some(self) -> bool:
        """Match "No deaths so far" with "Two sailors have been killed"."""
        pair = (self.later, self.earlier)
        none = next((c for c in pair if c.polarity is Polarity.DENIED and not c.figures), None)
        some = next((c for c in pair if c is not none), None)
        if none is None or some is None or len(none.words) > BARE:
            return False
        became = (outcome(f) for f in some.figures)
        return any(o and BY_OUTCOME[o] & none.words for o in became)

    def _close(self, apart: float, kin: float) -> bool:
        """Ask for two signals: two shared words, or one with the claimant or the time."""
        told = self.kin or len(self.shared - COUNTRIES) >= SIGNALS
        moved = self.moved and (told or bool(_MOVED.search(self.later.quote)))
        timed = self.together or moved or self.again
        signals = len(self.shared - COUNTRIES) + (self.kin or self.party) + timed
        signals += self.put_off and self.weight >= PUT_OFF
        near = self.kin or timed or (self.party and (self.opposed or self._owned()))
        bar = kin if near else min(apart, PUT_OFF) if self.put_off else apart
        return signals >= SIGNALS and self.weight >= bar

    def _owned(self) -> bool:
        """Tell whether who was spoken of now bears it out: "confirmed that it had been fined"."""
        return bool(_OWNED.search(self.later.cue))

    @property
    def copied(self) -> bool:
        """Tell whether both print the very same words."""
        return fold(self.later.quote) == fold(self.earlier.quote)

    def _retold(self) -> bool:
        """Ask for an event, not only for the bodies and names of the story."""
        if self.copied:
            return True
        if self.opposed or self._of_two_minds() or not (self.event or self._of_one_matter()):
            return False
        if self.unlike_figures and not self.together and not self._told_again():
            return False
        return self._close(1.5, 0.6 if self.together or self.moved else 0.85)

    def _of_two_minds(self) -> bool:
        """Tell "The outbreak is over" from "The towers are not the source of the outbreak"."""
        denied = [stance(c) is Polarity.DENIED for c in (self.later, self.earlier)]
        return any(denied) and not all(denied) and not (self.together or self.kin)

    def _of_one_matter(self) -> bool:
        """Tell one matter by names: "Lena Orsk will leave on May 30"; the speaker's own."""
        person = any(" " in name for name in self.later.names & self.earlier.names)
        return (self.put_off and person) or (self.kin and self.lent >= SIGNALS)

    def _told_again(self) -> bool:
        """Tell one event though each sentence counts something else: a vote, its voters."""
        return len(self.event) + self.kin > SIGNALS and self.weight >= AGAIN

    @property
    def shown(self) -> bool:
        """Tell whether the tie passes the higher bar of what a reply may show."""
        own_denial = self.kin and bool(self.earlier.about)
        if self.spoke_up and not self.figures:
            return True
        if self.opposed and (own_denial or Ground.STANCE in self.grounds):
            return own_denial or (self.score >= SHOWN_STANCE and not self._mooted())
        return self.score >= SHOWN and not self._by_another_word()

    def _mooted(self) -> bool:
        """Tell whether the affirming side only speaks of a scare, or of another time."""
        later, earlier = self.later.when, self.earlier.when
        elsewhen = later and earlier and (later.start > earlier.end or earlier.start > later.end)
        elsewhen = elsewhen and not (ever(self.later) or ever(self.earlier))
        return bool(elsewhen and not self.moved and not self.put_off) or moot(
            self.later, self.earlier
        )

    def _by_another_word(self) -> bool:
        """Tell rates that meet only in what the other sentence says: "inflation", "rents"."""
        rates = self.figures and all(unit(p.later) == "percent" for p in self.figures)
        alone = not (self.kin or self.together or self.same_number)
        return bool(rates) and alone and self.likeness < FAIR


def tie(here: Known, there: Known, weights: Weights) -> Tie | None:
    """Return what ties two claims together; None where they plainly speak of other things."""
    later, earlier = in_order(here, there)
    a, b = later.claim, earlier.claim
    together = meet(a, b)
    if later.occasion != earlier.occasion and not (together and moment(a) and moment(b)):
        return None
    if bygone(a, b) is not bygone(b, a) and not together:
        return None
    if later.aside is not earlier.aside or (later.aside and not _one_aside(later, earlier)):
        return None
    found = () if a.conditional or b.conditional else _pairs(later, earlier)
    figures = _of_one_place(found, later, earlier)
    if found and not figures and not together:
        return None
    own = later.subject.all & earlier.subject.all
    lent = ((later.lent & earlier.subject.all) | (later.subject.all & earlier.lent)) - own
    return Tie(
        later=a, earlier=b, figures=figures,
        shared=own | lent, event=later.subject.event(earlier.subject),
        at_issue=later.subject.at_issue(earlier.subject),
        lent=len(lent - COUNTRIES), weight=weights.sum(own) + LENT * weights.sum(lent),
        kin=kindred(a, b), party=speaks_of(a, b) or speaks_of(b, a),
        together=together, moved=moved(a, b), put_off=put_off(a, b),
        again=bool(later.occasion & earlier.occasion), opposed=opposed(later, earlier),
        spoke_up=spoke_up(later, earlier),
    )  # fmt: skip


def _pairs(later: Known, earlier: Known) -> tuple[Pair, ...]:
    """Return figures of one thing, or else the only sums of one claimant."""
    a, b = later.claim, earlier.claim
    found = pairs(a, b)
    return found or (lone_pair(a, b, later.lone & earlier.lone) if a.figures else ())


def _one_aside(later: Known, earlier: Known) -> bool:
    """Tell whether two looks aside meet: both name the tanker, or the town of the other fire."""
    return bool((later.subject.names & earlier.subject.names) - COUNTRIES)


def _of_one_place(found: tuple[Pair, ...], later: Known, earlier: Known) -> tuple[Pair, ...]:
    """Keep figures of one thing; who died in a place that only one side knows are others."""
    if not any(outcome(p.later) for p in found) or not _of_other_places(later, earlier):
        return found
    return tuple(p for p in found if same_number(p.later, p.earlier) or not outcome(p.later))


def _of_other_places(later: Known, earlier: Known) -> bool:
    """Tell whether the toll of one is that of another place, or of weeks before."""
    old = of_old(later.claim, earlier.claim)
    return old or _elsewhere(later, earlier) or _elsewhere(earlier, later)


def _elsewhere(one: Known, other: Known) -> bool:
    """Tell whether a claim is of a place of its own: "near Orsk" beside the toll of Varno."""
    return bool(one.strange) and one.strange.isdisjoint(other.around)


def in_order(here: Known, there: Known) -> tuple[Known, Known]:
    """Return later and earlier by publication; undated ones count as given."""
    a, b = here.claim.publication.published, there.claim.publication.published
    return (there, here) if a and b and b > a else (here, there)
