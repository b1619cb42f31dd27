"""Where the sentences of an article are, and which lines are not prose at all.

Offsets never move: the text is straightened character by character (curly quotes, no-break
spaces), and what belongs to no sentence (a dateline, a bullet, a clock time) is passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

STRAIGHT = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\u00a0": " "}
    | {"\u202f": " ", "\u2009": " ", "\t": " ", "\u200b": " ", "\x00": " "}
)
HALVES = re.compile("[\ud800-\udfff]")  # of a character; the parser takes none
# "''We drifted,'' she said": one mark and a space for the two, so that nothing moves.
TWO_STROKES = re.compile(r"(?<!')''(?!')")
LETTER = re.compile(r"[^\W\d_]")
LEAST_OF_LETTERS = 3
"""One character in so many is a letter in prose, even in "Brent $71.20 (-0.4%)"."""

PLAIN = str.maketrans("ıİſ\u212a", "iIsK")

DATELINE = re.compile(
    r"""(?P<place>[A-Z][A-Z'.-]+(?:[/ ][A-Z][A-Z'.-]+)*)        # KARA-BULUN, ACCRA/COTONOU
        (?:,\ [A-Z][A-Za-z]+\.?)?                               # , Ore.  , Indonesia
        (?:,\ (?:[A-Z][a-z]+\.?\ \d{1,2}|\d{1,2}\ [A-Z][a-z]+\.?)  # , March 4
            (?:,?\ \d{4})?)?
        (?:\ \([A-Z][\w\ ./]+\))?\ ?(?:[-–—]{1,2}|:)\         # (CPA) -
        |[A-Z][a-z]+\.?\ \d{1,2}\ \([A-Z][\w\ ./]+\)\ ?[-–—]{1,2}\ """,  # July 22 (CPA) -
    re.VERBOSE,
)
SLUG = re.compile(r"(?:[^/\n!?]{2,40}/ ?){3,}")  # "Norway/ Varno/ Kelm bridge/ BERGEN/"
BULLET = re.compile(r"[-*•·▪–—►]+ +|\d{1,2}[.)] +")
CLOCK = re.compile(
    r"\d{1,2}[.:h]\d{2} ?(?:[ap]\.?m\.?|GMT|BST|CET|ET)?(?: ?[-–—:|])? +|\d{1,2} ?[ap]m +"
)
FURNITURE = re.compile(
    r"""\W*(?:advertisement|read\ (?:more|also|next)|related\b|subscribe|sign\ up|share\ (?:this
        |on)
        |follow\ us|click\ here|(?-i:(?:By|BY)\ [A-Z][\w'.-]+\ [A-Z])|from\ our\b|exclusive\ by
        |photo(?:graph)?s?:
        |\[?(?:photo|image|picture|video|file)\b.{0,12}:|image\ (?:source|caption)|screenshot
        |\(?(?:additional\ )?(?:reporting|editing|writing)\ by|\(adds\b|\(updates\b|getty|copyright
        |©|all\ rights|this\ article|cookies?\b|we\ use\ cookies|accept\ all|more\ on\ this|watch:
        |listen:|topics?:|tags?:|filed\ under|comments?\b\W*$|\d+\ comments|newsletter|do\ you\b
        |are\ you\ affected|have\ you\b|contact\ us|got\ a\ (?:story|tip)|caption:|advert\b)""",
    re.VERBOSE | re.IGNORECASE,
)
LEADS_ON = re.compile(
    r"\b(?:said|says|added|adds|told|wrote|continued|replied|answered|stated|posted)\b.{0,60}:$"
)
"""The end of a line that a quotation follows: "The mayor added:"."""
ASKED = re.compile(r" +(?:[A-Z][\w.'-]* ){1,4}(?:said|says|asked|asks|added|told|wrote)\b")
LONGEST_HEADING = 18  # words
LONGEST_TEXT = 200_000
"""Characters of one article that are read, some 30,000 words."""
MOST_SENTENCES = 4_000
LONGEST_SENTENCE = 1_000
"""Characters; news has 250 at most, and what is read in a sentence costs its length squared."""

ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Gov|Sen|Rep|Rev|Hon|St|Mt|Jr|Sr|No|Nos|vs"
    r"|Inc|Ltd|Co|Corp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|approx|est|ca|cf|dept|fig"
    r"|Ore|Calif|Wash|Tex|Fla|Ariz|Mass|Pa|Va|Ala|Minn|Wis|Mich|Colo)|(?<!-)\b[A-Z]|\bU\.[SKN]"
    r"|\be\.g|\bi\.e)\.$"
)
AFTER_CLOCK = re.compile(
    r" +(?:[a-z]|[A-Z]{2,4}\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec))"
)
"""What goes on after "9 p.m.": "9 p.m. on Friday", "9 p.m. GMT", "9 p.m. Tuesday"."""

# Possessive, and never begun inside a run: "....." is looked at once, not once for each dot.
SENTENCE_END = re.compile(
    r"(?<![.!?…])[.!?…]++[\"')\]]*+(?= +[\"'(\[]*[A-Z0-9£$€]| *$)|[.!?]\"(?= )"
)
LONGEST_ABBREVIATION = 10  # characters, "approx."


ENDS = re.compile(r"[.!?…:][\"')\]]*$")
SHORTEST_LINE, WIDEST = 45, 100
"""Characters of a line that the column ends, and of the widest line of a text that is wrapped."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence at `text[start:end]` of its article; `straight` is its straightened text.

    `quoted` tells that it begins inside a quotation opened earlier in its paragraph, `open` that
    one is still open at its end. `loose` marks a bullet or an entry of a live blog.
    """

    start: int
    end: int
    straight: str
    paragraph: int
    quoted: bool = False
    open: bool = False
    loose: bool = False


def plain_letters(text: str) -> str:
    """Return the text with those letters made plain that a pattern takes for "i", "k" and "s".

    Without case "mıllıon" is matched as "million", but stands in no table of numbers.
    """
    return text.translate(PLAIN)


def straighten(text: str) -> str:
    """Return the text with typographic quotes and spaces made plain, of the same length."""
    plain = HALVES.sub("\ufffd", text.translate(STRAIGHT))
    return TWO_STROKES.sub('" ', plain) if "''" in plain else plain


def unwrapped(text: str) -> str:
    r"""Return the text with a space for each newline at which only the column ended.

    Mails and wires are wrapped at some 80 characters: "... said that 37\nbarges had sunk". A line
    that ends a sentence, or is short for the text it stands in, ends a paragraph.
    """
    lines = text.split("\n")
    width = max(map(len, lines))
    pieces = [lines[0]]
    for line, after in pairwise(lines):
        pieces += [" " if _is_wrapped(line, after, width) else "\n", after]
    return "".join(pieces)


def _is_wrapped(line: str, after: str, width: int) -> bool:
    line, first = line.rstrip(), after.split(" ", 1)[0]
    if len(line) < SHORTEST_LINE or not first or BULLET.match(after) or CLOCK.match(after):
        return False
    if ENDS.search(line) and not ABBREVIATION.search(line[-LONGEST_ABBREVIATION:]):
        return False
    if first[0].islower() or first[0].isdigit():
        return True
    full = width <= WIDEST and len(line) + len(first) >= width
    return full and not FURNITURE.match(after)


def sentences(text: str, *, typed: bool = False) -> tuple[Sentence, ...]:
    """List the sentences of an article's prose, in order, without furniture and headings.

    Of words that a person has `typed`, all is prose: "ministry now says 37 dead" is no heading.
    """
    straight = unwrapped(straighten(text))
    found: list[Sentence] = []
    for number, line in enumerate(re.finditer(r"[^\n]+", straight)):
        start, loose = line.start(), True
        if not typed:
            start, loose = _prose_start(straight, line.start(), line.end())
        if start < line.end():
            found += _split(straight, start, line.end(), number, loose=loose)
        if len(found) >= MOST_SENTENCES:
            break
    return tuple(found[:MOST_SENTENCES])


def _prose_start(text: str, start: int, end: int) -> tuple[int, bool]:
    """Return where the prose of a line begins, its end if it has none, and whether it is loose."""
    start += len(text[start:end]) - len(text[start:end].lstrip())
    if slug := SLUG.match(text, start, end):
        start = slug.end()
    if FURNITURE.match(text, start, end):
        return end, False
    loose = False
    for mark in (BULLET, CLOCK):
        if found := mark.match(text, start, end):
            start, loose = found.end(), True
    if dateline := DATELINE.match(text, start, end):
        start = dateline.end()
    return (start, loose) if loose or _is_prose(text[start:end]) else (end, False)


def _is_prose(line: str) -> bool:
    """Tell a line of prose from a heading: it ends like a sentence, or goes on for long."""
    line = line.rstrip()
    ends = re.search(r"[.!?…][\"')\]]*$", line) or LEADS_ON.search(line)
    return bool(ends) or len(line.split()) > LONGEST_HEADING


def _split(text: str, start: int, end: int, number: int, *, loose: bool) -> Iterator[Sentence]:
    """Cut a line into sentences and carry the state of its quotation marks along."""
    quoted = False
    for at, to in _spans(text, start, end):
        still = is_open(text, at, to, inside=quoted)
        if _has_words(text[at:to]):
            yield Sentence(at, to, text[at:to], number, quoted=quoted, open=still, loose=loose)
        quoted = still


def is_open(text: str, start: int, end: int, *, inside: bool) -> bool:
    """Tell whether a quotation is open at the end of a stretch of straightened text.

    A mark that can only open or only close sets right what a mark left out put wrong.
    """
    at = text.find('"', start, end)
    while at >= 0:
        inside = turned(text, at, inside=inside)
        at = text.find('"', at + 1, end)
    return inside


def turned(text: str, at: int, *, inside: bool) -> bool:
    """Tell whether what follows the quotation mark at a place is quoted."""
    glued = at > 0 and not text[at - 1].isspace() and text[at - 1] not in "([-"
    leads = at + 1 < len(text) and text[at + 1].isalnum()
    if glued == leads:
        return not inside
    return leads


def _has_words(text: str) -> bool:
    return LEAST_OF_LETTERS * len(LETTER.findall(text)) > len(text) - text.count(" ")


def _spans(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for stop in _ends(text, start, end):
        if text[start:stop].strip():
            yield from _pieces(text, *_trim(text, start, stop))
        start = stop


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Give the places of a line where a sentence ends."""
    quotes, counted = 0, start
    for mark in SENTENCE_END.finditer(text, start, end):
        stop = mark.end()
        quotes, counted = quotes + text.count('"', counted, stop), stop
        if stop < end and _abbreviates(text, start, stop):
            continue
        inside = quotes % 2 == 0 and mark[0].endswith('"')
        on = re.match(r" +[a-z]", text[stop : stop + 3]) or ASKED.match(text, stop)
        if inside and on:
            continue  # '"Where is it?" she asked.', '"Where is it?" Orsk asked.'
        yield stop
        start, quotes = stop, 0
    yield end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a sentence that goes on for pages after a word, in a word where there is no space."""
    while end - start > LONGEST_SENTENCE:
        stop = start + LONGEST_SENTENCE
        space = text.rfind(" ", start + LONGEST_SENTENCE // 2, stop)
        stop = space if space > 0 else stop
        yield _trim(text, start, stop)
        start, end = _trim(text, stop, end)
    yield start, end


def _abbreviates(text: str, start: int, stop: int) -> bool:
    """Tell "Mr. Roe" and "7 p.m. on Friday" from "at 7 p.m. Two barges were adrift"."""
    if text[max(start, stop - 4) : stop] in {"a.m.", "p.m."}:
        return bool(AFTER_CLOCK.match(text, stop))
    return bool(ABBREVIATION.search(text, max(start, stop - LONGEST_ABBREVIATION), stop))


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def without_stray_quote(sentence: Sentence) -> Sentence:
    """Leave out a quotation mark at either end whose partner stands in another sentence."""
    at, to = sentence.start, sentence.end
    if sentence.straight.count('"') % 2 and sentence.straight.startswith('"'):
        at += 1
    elif sentence.straight.count('"') % 2 and sentence.straight.endswith('"'):
        to -= 1
    return replace(sentence, start=at, end=to)
