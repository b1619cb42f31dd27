"""Whether a claim truly takes a stance, and whether two claims contradict each other."""

import re

from bot.claims.claimants import same_claimant
from bot.claims.model import Claim, Polarity
from bot.claims.negation import answers, denied_words, denies, protests
from bot.claims.once import once_a_claim
from bot.claims.states import exclude_each_other, is_the_good_one
from bot.claims.subject import subject_of
from bot.claims.words import kin_of, skeleton

_SAYS_NOTHING = re.compile(
    # "She did not say when", "the barges have not yet docked": silence and not-yet deny nothing.
    # Nor does a note on what a number covers: "The count does not cover day labourers".
    r"""\b(?:did|does|do|has|have|had|would)(?:\s+not|n['’]t)\s+(?:\w+\s+)?
          (?:specif|say\b|said\b|disclos|elaborat|giv|provid|nam|address|detail|releas|clarif
            |includ|count\b|cover\b)\w*
      | \bnot\s+yet\b | \byet\s+to\b""",
    re.VERBOSE | re.IGNORECASE,
)


@once_a_claim
def stance(claim: Claim) -> Polarity:
    """Return the polarity; silence is no denial, nor is a negative of nothing in particular.

    "Engineers opened two gates and told nobody" affirms that gates were opened.
    """
    if claim.polarity is not Polarity.DENIED:
        return claim.polarity
    pointed = claim.about or answers(claim) or protests(claim)
    hollow = not pointed and not denied_words(claim)
    return Polarity.AFFIRMED if hollow or _SAYS_NOTHING.search(claim.quote) else Polarity.DENIED


def stances(later: Claim, earlier: Claim) -> tuple[Polarity, Polarity]:
    """Return how the later and the earlier claim stand to the one proposition of both.

    Only a claim that negates what the other one says counts as denied; a denial of something
    else affirms here, as far as it goes.
    """
    now, then = stance(later), stance(earlier)
    if exclude_each_other(later, earlier):
        good = is_the_good_one(later)
        return (now, Polarity.DENIED) if good else (Polarity.DENIED, then)
    return _towards(later, now, earlier), _towards(earlier, then, later)


def _towards(claim: Claim, taken: Polarity, other: Claim) -> Polarity:
    if taken is not Polarity.DENIED or denies(claim, other):
        return taken
    if other.polarity is Polarity.UNCONFIRMED and _was_asked(claim, other):
        return taken
    return Polarity.AFFIRMED


def _was_asked(denial: Claim, silence: Claim) -> bool:
    """Tell whether the silence was about what is denied, or one's own about whatever it was.

    "Refused to say if the ferry is for sale", "no plan to sell the ferry"; "Orsk Mills would not
    comment", "Orsk Mills denied making a bid".
    """
    asked = subject_of(silence)
    if denied_words(denial) & asked.all:
        return True
    return not asked.words and same_claimant(denial, silence)


_MOOT = re.compile(
    # "the E. coli scare", "a strike threat": spoken of, not said to be so.
    r"(\w+)\s+(?:scares?|fears?|rows?|alerts?|allegations?|rumou?rs?|speculation|accusations?"
    r"|threats?|suspicions?|controvers\w+|inquiry|inquest|probe|debate|talk|claims?|hoax\w*)\b",
    re.IGNORECASE,
)


def moot(one: Claim, other: Claim) -> bool:
    """Tell whether what one denies is to the other only a scare: "since the E. coli scare"."""
    denied, spoken = (one, other) if stance(one) is Polarity.DENIED else (other, one)
    meant = {w for found in _MOOT.findall(spoken.quote) for w in kin_of(found)}
    return not (meant | set(map(skeleton, meant))).isdisjoint(denied_words(denied))


def contradict(one: Claim, other: Claim) -> bool:
    """Tell whether one of the two denies what the other affirms."""
    return {*stances(one, other)} == {Polarity.AFFIRMED, Polarity.DENIED}
