"""Whether two claims take opposite stands, and who speaks up after keeping silent."""

import re

from bot.claims.claimants import same_claimant
from bot.claims.labels import outcome
from bot.claims.lateness import overtaken
from bot.claims.model import Claim, Polarity
from bot.claims.sides import Known
from bot.claims.stance import stances
from bot.claims.states import exclude_each_other

_YET = re.compile(r"\b(?:yet|for now|at this stage|for the moment|immediately)\b", re.IGNORECASE)


def opposed(later: Known, earlier: Known) -> bool:
    """Tell whether the two take opposite stands to one proposition."""
    like = later.stance is earlier.stance
    if (like and not exclude_each_other(later.claim, earlier.claim)) or _answers_its_own(
        later.claim
    ):
        return False
    if later.claim.conditional or earlier.claim.conditional:
        return False  # "if the club closes" affirms nothing
    if overtaken(earlier.claim, later.claim) and not any(map(outcome, later.claim.figures)):
        return False
    now, then = stances(later.claim, earlier.claim)
    return now is not then


def _answers_its_own(claim: Claim) -> bool:
    """Tell a denial of the claim before it in its own article: "called that untrue"."""
    return claim.polarity is Polarity.DENIED and bool(claim.about)


def spoke_up(later: Known, earlier: Known) -> bool:
    """Tell whether who kept silent has one thing to say now, and that is an answer.

    "Orsk Mills would not comment", and a week later "Orsk Mills has bribed nobody, it said";
    "could not yet confirm the names", and then the names.
    """
    silent = earlier.claim.polarity is Polarity.UNCONFIRMED and not later.claim.conditional
    silent = silent and later.claim.polarity is not Polarity.UNCONFIRMED
    silent = silent and later.only and earlier.only
    if not silent or not same_claimant(later.claim, earlier.claim):
        return False
    return later.claim.polarity is Polarity.DENIED or bool(_YET.search(earlier.claim.quote))
