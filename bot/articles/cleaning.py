"""How text from outside is made plain before anything is read from it."""

import re
import unicodedata

from bot.claims.sentences import LONGEST_TEXT

# Characters that show nothing and can hide or turn words: zero widths, bidi controls, fillers,
# tags. ZWNJ, ZWJ, LRM and RLM stay: Persian, emoji, Hebrew and Arabic need them.
_HIDDEN = re.compile(
    "[\u00ad\u115f\u1160\u180e\u200b\u202a-\u202e\u2060-\u2069\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028]")
_SPACES = re.compile(r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_BLANK_LINES = re.compile(r" *\n(?: *\n)+ *")
_LINE_ENDS = re.compile(r" *\n *")
_MARK = "[\u200c-\u200f]{0,2}[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]"
# More than four marks on one letter are a blot, and a joiner between them parts no letters.
_MARKS = re.compile(f"((?:{_MARK}){{4}})(?:{_MARK})+")


def clean(text: str) -> str:
    """Return the text with paragraphs parted by one empty line and nothing hidden in it.

    At most `LONGEST_TEXT` characters, cut at the end of a paragraph where there is one.
    """
    text = _BREAKS.sub("\n", text[: 4 * LONGEST_TEXT]).replace("\u2029", "\n\n")
    text = _HIDDEN.sub("", _CONTROLS.sub("", text))
    text = _MARKS.sub(r"\1", unicodedata.normalize("NFC", text))
    text = _LINE_ENDS.sub("\n", _BLANK_LINES.sub("\n\n", _SPACES.sub(" ", text)))
    return _cut(text.strip())


def one_line(text: str, most: int = 300) -> str:
    """Return the text cleaned as a title or a name is: on one line, `most` characters."""
    line = " ".join(clean(text[: 4 * most]).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _cut(text: str) -> str:
    if len(text) <= LONGEST_TEXT:
        return text
    end = text.rfind("\n\n", LONGEST_TEXT // 2, LONGEST_TEXT)
    return text[: end if end > 0 else LONGEST_TEXT].rstrip()
