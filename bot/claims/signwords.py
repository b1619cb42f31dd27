"""The words by which mood, opinion, what is to come and the reader are known in a sentence."""

import re

OUTLOOK = re.compile(
    r"\b(?:will|is to|are to|was to|due to|set to|expected to|plans? to|planned|going to|likely"
    r"|expected|due|set for|intends?|promised|hopes?|aims?|needs?|wants?"
    r"|may|might|could|would|yet to|believed|scheduled)\b"
)
MOOD = re.compile(
    r"""\b(?:like\ the|as\ if|as\ though|feel|felt|hard\ to|proud|sad|sorry|thank|hope\ and|love
        |wonder|remember
        |dream|smil|laugh|cri(?:ed|es)|wept|tears?|smell|silence|shock|heartbr|beautiful
        |terrible\ thing|we\ are\ family|prayers?|thoughts\ are|god|nobody\ is\ above
        |enough\ is)\b""",
    re.VERBOSE,
)
TO_READER = re.compile(r"\b(?:yours?|you|ourselves)\b|[?!]\W*$")
US = re.compile(r"\bus\b")  # and not the US
OPINION = re.compile(
    r"""\b(?:perhaps|of\ course|surely|arguably|whatever|needless|ought|deserves?|underscores?
        |demonstrates?|remains?\ to\ be\ seen|only\ time|it\ would\ be\ wrong|seems?\ to\ have
        |one\ of\ the\ (?:more|most)|raises?\ questions|suggests?\ a|signal(?:s|ling)
        |would\ suggest)\b""",
    re.VERBOSE,
)
LIKENESS = re.compile(r"\b(?:like (?:an?|the|somebody)|as if|as though|as \w+ as)\b")
HABIT = re.compile(r"\b(?:already|still|always|ever|once|often|long|which is|of course)\b")
FIRST = re.compile(  # what can be looked up: whether it ever was before
    r"\b(?:first[- ](?:ever|known|confirmed|recorded|reported|such|time)|for the first time"
    r"|(?:highest|lowest|largest|biggest|worst|deadliest|hottest|coldest|driest|wettest|fastest)"
    r" (?:\w+ ){0,2}(?:since|on record|ever|in (?:\w+ )?(?:years|decades|a decade))|unprecedented"
    r"|record (?:high|low|number|sum|profit|loss))\b"
)
NOBODY = re.compile(
    r"\b(?:nobody|no one|none|never|somebody|any(?:body|one)|every(?:body|one)|few|many)\b"
)
YOU = re.compile(r"\b(?:you|your)\b")
MYSELF = re.compile(r"\b(?:I|I'm|my|me|myself)\b")
OUTCRY = re.compile(r"[?!]\W*$")
OWN_CHECK = re.compile(
    r"(?:We|Our reporters?|Our correspondents?)\b.{0,40}\b(?:not|unable|n't)\b.{0,40}"
    r"\b(?:verif|confirm|authenticat|corroborat|establish)",
)
"""What an outlet says of its own checks: "We have not been able to verify the footage"."""
ON_THE_SOURCE = re.compile(
    # "He wanted not to be quoted", "The woman was not allowed to speak to the press"
    r"""^\W*(?:they|he|she|all|both|none|neither|(?:the|both|all|two|three)\ (?:\w+\ ){0,2}?
        (?:person|people|officials?|sources?|men|women|employees|managers|diplomats?|lawyers?))\b
        [^.;]{0,30}?\b(?:(?:asked|requested|wanted|insisted|demanded|declined|refused)\ (?:\w+\ )?
        (?:not\ )?to\ be\ (?:named|identified|quoted)|spoke\ (?:on|under)\ (?:the\ )?condition
        |not\ (?:authori[sz]ed|allowed|permitted|cleared)\ to\ (?:speak|talk|comment|discuss))""",
    re.VERBOSE | re.IGNORECASE,
)
"""A note on who speaks, which nobody checks."""
IN_CARE = frozenset(
    "hospital hospitals custody prison jail quarantine isolation intensive".split()
)
