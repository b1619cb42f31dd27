"""How an article's words stand in quotation marks: a quotation within them takes single ones.

Only what is shown is set so; a claim's quote stays as its article prints it.
"""

import re

_MARK = re.compile(r"[“”\"]")
_BEFORE_WORDS = re.compile(r"(?:^|[\s(\[—–-])$")
_ALL_QUOTED = re.compile(r"[“\"]([^“”\"]+)[”\"]([.,]?)")


def in_marks(text: str) -> str:
    """Return words in quotation marks: “‘We had no warning,’ said Brenn”.

    Where all of it is one quotation, or its fellow was cut away at the other end, the marks are
    not doubled: “We had no warning.” Inches keep theirs: “a 12" pipe”.
    """
    whole = _ALL_QUOTED.fullmatch(text)
    bare = whole[1] + whole[2] if whole else _without_strays(text)
    return f"“{_within(bare)}”"


def _without_strays(text: str) -> str:
    """Drop a mark at either end that is the only one."""
    marks = [found.start() for found in _MARK.finditer(text)]
    if marks == [0]:
        return text[1:]
    if marks == [len(text) - 1] and not text[-2:-1].isdigit():
        return text[:-1]
    return text


def _within(text: str) -> str:
    """Return the text with single marks for double ones, each turned the right way."""
    inside, set_anew = False, []
    for at, letter in enumerate(text):
        opens = letter == "“" or (letter == '"' and _opens(text[:at], inside=inside))
        closes = letter == "”" or (letter == '"' and inside and not opens)
        set_anew.append("‘" if opens else "’" if closes else letter)
        inside = opens or (inside and not closes)
    return "".join(set_anew)


def _opens(before: str, *, inside: bool) -> bool:
    return not inside and bool(_BEFORE_WORDS.search(before))
