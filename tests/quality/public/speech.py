"""Which marked cues are speech: about thirty reporting verbs, in all their forms."""

import re

REPORTING = """say|says|said|saying tell|tells|told|telling add|adds|added|adding
    state|states|stated|stating announc(?:e|es|ed|ing) claim(?:s|ed|ing)? report(?:s|ed|ing)?
    not(?:e|es|ed|ing) explain(?:s|ed|ing)? insist(?:s|ed|ing)? argu(?:e|es|ed|ing)
    warn(?:s|ed|ing)? confirm(?:s|ed|ing)? disclos(?:e|es|ed|ing) reveal(?:s|ed|ing)?
    declar(?:e|es|ed|ing) estimat(?:e|es|ed|ing) predict(?:s|ed|ing)? suggest(?:s|ed|ing)?
    alleg(?:e|es|ed|ing) acknowledg(?:e|es|ed|ing) admit(?:s|ted|ting)? den(?:y|ies|ied|ying)
    assert(?:s|ed|ing)? testif(?:y|ies|ied|ying) writ(?:e|es|ing)|wrote|written
    tweet(?:s|ed|ing)? repl(?:y|ies|ied|ying) respond(?:s|ed|ing)? according
    contend(?:s|ed|ing)? promis(?:e|es|ed|ing)"""

_SPEECH = re.compile(rf"\b(?:{'|'.join(REPORTING.split())})\b", re.IGNORECASE)


def is_speech(cue: str) -> bool:
    """Tell "reportedly told" and "according to" from "believes" and "wants"."""
    return bool(_SPEECH.search(cue))
