"""Whether a claim truly takes a stance that another can contradict."""

import re

from bot.claims.model import Claim, Polarity

_SAYS_NOTHING = re.compile(
    # "He did not specify when", "they have not yet arrived": silence and not-yet deny nothing.
    r"""\b(?:did|does|do|has|have|had|would)(?:\s+not|n['’]t)\s+(?:\w+\s+)?
          (?:specif|say\b|said\b|disclos|elaborat|giv|provid|nam|address|detail|releas|clarif)\w*
      | \bnot\s+yet\b | \byet\s+to\b""",
    re.VERBOSE | re.IGNORECASE,
)


def stance(claim: Claim) -> Polarity:
    """Return the polarity, silence being no denial: non-confirmation is not negation."""
    if claim.polarity is Polarity.DENIED and _SAYS_NOTHING.search(claim.quote):
        return Polarity.AFFIRMED
    return claim.polarity
