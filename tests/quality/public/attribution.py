"""How well attributions are found in news where others have marked source, cue and content.

The form is PolNeAR's (Newell et al. 2018): every attribution of a text, beliefs and wishes too,
each part as pieces `[start, end]`. A sentence of theirs often has several, one in the other, so
all readings of a sentence are counted, not only the outermost that a claim is made of.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel
from spacy.tokens import Doc, Token

from bot.claims.attributed import Attribution
from bot.claims.cues import READINGS, attribution, quoted_tokens
from bot.claims.model import Parse
from bot.claims.sentences import Sentence, sentences
from tests.claims.reading import parser
from tests.quality.public.lines import rows_in
from tests.quality.public.speech import is_speech
from tests.quality.report import Measure
from tests.quality.sheet import Sheet

Pieces = tuple[tuple[int, int], ...]
"""Where a part of an attribution stands in its article; `end` is exclusive."""

EMPTY = frozenset("the a an of in for and to at on 's his her its their".split())
EDGE = re.compile(r"^\W+|\W+$")

ATTRIBUTION = (
    Measure("articles", "articles"),
    Measure("attributions marked", "cues marked"),
    Measure("speech cues marked", "speech cues"),
    Measure("attributions read", "cues read"),
    Measure("read per sentence that has any", "cues read", "outermost cues read"),
    Measure("speech cues recall", "speech cues right", "speech cues"),
    Measure("the outermost alone", "speech cues outermost", "speech cues"),
    Measure("all cues recall", "cues marked right", "cues marked"),
    Measure("cues precision", "cues read right", "cues read"),
    Measure("the outermost alone, precision", "outermost cues read right", "outermost cues read"),
    Measure("read inside something marked", "inside right", "inside"),
    Measure("source text right", "sources right", "sources"),
    Measure("source F1, exact", "sources agreed twice", "marked and read"),
    Measure("content F1, exact", "contents agreed twice", "marked and read"),
)


class Marked(BaseModel):
    """One attribution as it was marked; an unnamed source is empty."""

    source: Pieces = ()
    cue: Pieces = ()
    content: Pieces = ()


class MarkedArticle(BaseModel):
    """One article with its attributions."""

    text: str
    attributions: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """One attribution as it was read, its parts placed in the article."""

    cue: tuple[int, int]
    source: Pieces
    content: Pieces
    outermost: bool


def measure_attribution(path: Path) -> Sheet:
    """Read every article of the file and mark what was found of its attributions."""
    sheet, parse = Sheet(), parser()
    for article in rows_in(path, MarkedArticle):
        _mark(article, tuple(attributions_in(article.text, parse)), sheet)
    return sheet


def attributions_in(text: str, parse: Parse) -> Iterator[Read]:
    """Yield every attribution outside quotations, the outermost of each sentence marked so."""
    found = sentences(text)
    for sentence, doc in zip(found, parse([each.straight for each in found]), strict=True):
        quoted = quoted_tokens(doc, inside=sentence.quoted)
        first = attribution(doc, quoted)
        for one in _readings(doc, quoted):
            yield _placed(one, sentence, outermost=first is not None and one.cue == first.cue)


def _readings(doc: Doc, quoted: frozenset[int]) -> Iterator[Attribution]:
    for token in doc:
        if token.i in quoted:
            continue
        read = (reading(token, quoted) for reading in READINGS)
        one = next((each for each in read if each), None)
        if one and one.source.i not in quoted:
            yield one


def _placed(one: Attribution, sentence: Sentence, *, outermost: bool) -> Read:
    content = [token for token in _about(one) if token.i not in one.told]
    if content and content[0].dep_ in {"cc", "advmod"} and content[0].i == 0:
        content = content[1:]  # "But", "However"
    start = sentence.start + one.cue.idx
    return Read(
        (start, start + len(one.cue)),
        _runs(one.source.subtree, sentence.start),
        _runs(content, sentence.start),
        outermost=outermost,
    )


def _about(one: Attribution) -> Iterable[Token]:
    """Give the tokens of which some are the content: below the verb, behind it, or all."""
    if one.head != one.cue and one.cue.is_ancestor(one.head):
        return one.head.subtree
    plain = one.head == one.cue and not one.closing and '"' not in one.cue.doc.text
    objects = [token for token in one.cue.subtree if token.i > one.cue.i]
    return objects if plain and objects else one.cue.doc


def _runs(tokens: Iterable[Token], offset: int) -> Pieces:
    """Join tokens that follow each other."""
    runs: list[tuple[int, int]] = []
    last = -1
    for token in tokens:
        start = runs.pop()[0] if runs and token.i == last + 1 else offset + token.idx
        runs.append((start, offset + token.idx + len(token)))
        last = token.i
    return tuple(runs)


def _mark(article: MarkedArticle, read: tuple[Read, ...], sheet: Sheet) -> None:
    sheet.count(articles=1, marked_and_read=len(article.attributions) + len(read))
    for marked in article.attributions:
        _mark_recall(article.text, marked, read, sheet)
    cues = tuple(piece for marked in article.attributions for piece in marked.cue)
    parts = tuple(piece for m in article.attributions for piece in (*m.source, *m.cue, *m.content))
    for one in read:
        right = _meet((one.cue,), cues)
        note = f"cue not marked: {_around(article.text, one.cue)}"
        sheet.mark("cues read", right=right, note=note)
        sheet.mark("inside", right=_meet((one.cue,), parts))
        if one.outermost:
            sheet.mark("outermost cues read", right=right)
    _count_exact(article, read, sheet)


def _mark_recall(text: str, marked: Marked, read: tuple[Read, ...], sheet: Sheet) -> None:
    found = [one for one in read if _meet((one.cue,), marked.cue)]
    sheet.mark("cues marked", right=bool(found))
    if not is_speech(_text(text, marked.cue)):
        return
    note = f"speech cue missed: {_around(text, (marked.cue or marked.content)[0])}"
    sheet.mark("speech cues", right=bool(found), note=note)
    sheet.count(speech_cues_outermost=any(one.outermost for one in found))
    if found and marked.source:
        wanted, given = _text(text, marked.source), [_text(text, one.source) for one in found]
        right = any(_words(wanted) & _words(each) for each in given)
        sheet.mark("sources", right=right, note=f"source: {given}, not {wanted!r}")


def _count_exact(article: MarkedArticle, read: tuple[Read, ...], sheet: Sheet) -> None:
    """Count parts that begin and end at the same letter; marks at the edges do not count."""
    marked = article.attributions
    sources = _agreed(article.text, [m.source for m in marked], [r.source for r in read])
    contents = _agreed(article.text, [m.content for m in marked], [r.content for r in read])
    sheet.count(sources_agreed_twice=2 * sources, contents_agreed_twice=2 * contents)


def _agreed(text: str, marked: list[Pieces], read: list[Pieces]) -> int:
    """Count the parts that were read as they were marked, each used once."""
    left = [_trimmed(text, pieces) for pieces in marked if pieces]
    agreed = 0
    for pieces in read:
        if (trimmed := _trimmed(text, pieces)) in left:
            left.remove(trimmed)
            agreed += 1
    return agreed


def _trimmed(text: str, pieces: Pieces) -> Pieces:
    """Take spaces, commas and quotation marks off the edges of each piece."""
    placed = []
    for start, end in pieces:
        piece = text[start:end]
        kept = EDGE.sub("", piece)
        if kept:
            at = start + piece.index(kept)
            placed.append((at, at + len(kept)))
    return tuple(sorted(placed))


def _meet(one: Pieces, other: Pieces) -> bool:
    return any(a < d and c < b for a, b in one for c, d in other)


def _text(text: str, pieces: Pieces) -> str:
    return " ".join(text[start:end] for start, end in pieces)


def _words(phrase: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", phrase.casefold())) - EMPTY


def _around(text: str, piece: tuple[int, int]) -> str:
    start, end = piece
    before, after = text[max(0, start - 70) : start], text[end : end + 70]
    return f"{before}[{text[start:end]}]{after}".replace("\n", " ")
