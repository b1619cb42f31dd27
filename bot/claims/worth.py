"""Which sentences hold something that can be checked, and which are mood, scene or opinion."""

import re

from spacy.tokens import Doc

from bot.claims.model import Claim, Polarity

OUTLOOK = re.compile(
    r"\b(?:will|is to|are to|was to|due to|set to|expected to|plans? to|planned|going to|likely"
    r"|expected|due|set for|intends?|promised|may|might|could|would|yet to|believed|scheduled)\b"
)
EVENT = re.compile(
    r"""\b(?:kill|die|dead|injur|wound|hurt|arrest|charg|jail|convict|acquit|sentenc|fin(?:e|ed
        |ing)\b
        |destroy|damag|evacuat|flood|burn|resign|sack|appoint|elect|vot(?:e|ed|ing)|approv|reject
        |sign(?:ed|ing)?\b|agree|accus|den(?:y|ied|ies)|confirm|found\b|seiz|attack|struck|strik
        |clos(?:e|ed|ing)|cut(?:s|ting)?\b|shed|hir|buy|bought|sell|sold|acquir|bid|offer|rais|ris
        |rose|fell|fall|drop|lost|los[es]|gain|earn|paid|pay|ow[en]|cost|spen[dt]|launch|start
        |began
        |begin|end(?:ed|s)?\b|halt|suspend|resum|ban|deploy|sen[dt]|withdr|retreat|captur|transfer
        |leak|breach|steal|stole|stolen|expos|infect|test|treat|recall|reopen|appeal|sue|guilty
        |collaps|crash|sank|rescu|missing|detain|releas|extradit|invad|shot|shoot|stab|strand
        |cancel
        |delay|postpon|extend|expir|replac|mov(?:e|ed)|built?\b|repair|contain|spread|reach|cross
        |arriv|land|return|block|shut|scrap|merg|investigat|inspect|march|protest|demonstrat|surviv
        |rul(?:e|ed|ing)\b|join|meet|met\b|talk|negotiat|cover[su]?p|conceal|hid|promis|fund
        |borrow)
    """,
    re.VERBOSE | re.IGNORECASE,
)
MOOD = re.compile(
    r"""\b(?:like\ the|as\ if|as\ though|feel|felt|hard\ to|proud|sad|sorry|thank|hope\ and|love
        |wonder|remember
        |dream|smil|laugh|cri(?:ed|es)|wept|tears?|smell|silence|shock|heartbr|beautiful
        |terrible\ thing|we\ are\ family|prayers?|thoughts\ are|God|nobody\ is\ above
        |enough\ is)\b""",
    re.VERBOSE | re.IGNORECASE,
)
TO_READER = re.compile(r"(?i:\b(?:you|your|yours|ourselves)\b)|\bus\b|[?!]\W*$")
EVALUATIVE = re.compile(
    r"""\b(?:perhaps|of\ course|surely|arguably|whatever|needless|ought|deserves?|underscores?
        |demonstrates?|remains?\ to\ be\ seen|only\ time|it\ would\ be\ wrong|seems?\ to\ have
        |one\ of\ the\ (?:more|most)|raises?\ questions|suggests?\ a|signal(?:s|ling)
        |would\ suggest)\b""",
    re.VERBOSE | re.IGNORECASE,
)


SHORT = 5  # tokens: "Thanks for reading."
ENOUGH = 1.0
ENOUGH_UNATTRIBUTED = 1.75


def is_claim(claim: Claim, doc: Doc) -> bool:
    """Tell whether an editor would want the sentence, read as a claim, on record."""
    if claim.polarity is Polarity.UNCONFIRMED:
        return True
    return _weight(claim, doc) >= (ENOUGH if claim.cue else ENOUGH_UNATTRIBUTED)


def _weight(claim: Claim, doc: Doc) -> float:
    """Add up what speaks for a checkable statement and what speaks against one."""
    text = doc.text
    weight = 2.0 * bool(claim.figures) + 1.0 * bool(claim.when) + 0.5 * bool(claim.names)
    weight += 0.75 * bool(OUTLOOK.search(text)) + 0.75 * bool(EVENT.search(text))
    weight += 1.0 * (claim.polarity is Polarity.DENIED) + 0.5 * bool(claim.claimant)
    weight -= 1.5 * bool(TO_READER.search(text)) + 1.0 * bool(MOOD.search(text))
    weight -= 1.0 * bool(EVALUATIVE.search(text)) + 1.0 * (len(doc) < SHORT)
    return weight
