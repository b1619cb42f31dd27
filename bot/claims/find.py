"""How the claims of an article are found: sentence by sentence, with who was meant before."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import islice

from spacy.tokens import Doc, Span, Token

from bot.claims.attributed import Attribution
from bot.claims.bodies import bodies_in, initials_in
from bot.claims.certainty import certainty_of, is_conditional
from bot.claims.chain import own_words
from bot.claims.corrections import opens_correction, takes_its_words_back
from bot.claims.cues import attribution, quoted_tokens
from bot.claims.dates import day_of, when_of
from bot.claims.figures import figures_in
from bot.claims.lands import home_of
from bot.claims.model import (
    Article,
    Claim,
    Origin,
    Parse,
    Polarity,
    Publication,
    Reading,
    When,
)
from bot.claims.names import Cast
from bot.claims.places import places_in
from bot.claims.polarity import polarity_of
from bot.claims.sentences import (
    LONGEST_SENTENCE,
    LONGEST_TEXT,
    Sentence,
    sentences,
    straighten,
    without_stray_quote,
)
from bot.claims.signs import Sign, signs_of
from bot.claims.talk import Talk
from bot.claims.words import content_words, names_in
from bot.claims.worth import is_claim

MOST_CLAIMS = 400
"""Claims of one article that are kept; a long report has some hundred."""
BATCH = 256
"""Sentences that are parsed at a time, the parser's own batch."""

SPEAKS_OF = re.compile(
    r"\b(?:these|those|such|this|that|its|his|her|their) (?:reports?|claims?|allegations?"
    r"|accusations?|suggestions?|statements?|figures?|charges?|remarks?)\b"
    r"|\b(?:den|reject|dismiss|confirm|refut|disput)\w+ (?:it|this|them|that(?=[.,:;]))",
    re.IGNORECASE,
)
"""Words that point to the claim before: "rejected these charges", "denied it"."""


SEEN_AHEAD = 4
"""Sentences of one quotation after which its speaker may stand, the first among them."""
_Pair = tuple[Sentence, Doc]


@dataclass(slots=True)
class Thread:
    """What the reader carries from sentence to sentence."""

    publication: Publication
    talk: Talk
    home: str = ""  # what tells whose dollar a "$" is
    claims: list[Claim] = field(default_factory=list)
    correcting: int = -2  # the paragraph of the article's correction


def find(article: Article, parse: Parse, ids: Iterator[str]) -> Reading:
    """Find the claims of an article; each claim's quote is `article.text[start:end]`."""
    publication, thread = article.publication, begin(article)
    typed = publication.origin is Origin.TYPED
    for claim, signs in judged(article, thread, parse):
        if typed or is_claim(signs):
            thread.claims.append(replace(claim, id=next(ids)))
        if len(thread.claims) == MOST_CLAIMS:
            break
    headline = None
    title = thread.talk.cast.title
    if title.strip():
        whole, (doc,) = Sentence(0, len(title), title, -1), parse([title])
        read, signs = _judged(whole, doc, (thread, publication.title))
        headline = read if is_claim(signs) else None
    return Reading(article, tuple(thread.claims), headline)


def begin(article: Article) -> Thread:
    """Return what the reader of an article knows before its first sentence."""
    publication = article.publication
    title = straighten(publication.title[:LONGEST_SENTENCE])
    bodies = bodies_in(text := straighten(article.text[:LONGEST_TEXT]))
    cast = Cast(title=title, ahead=bodies, initials=initials_in(text, bodies))
    talk = Talk(own_words(publication.outlet), cast)
    return Thread(publication, talk, home_of(publication, article.text))


def judged(
    article: Article, thread: Thread, parse: Parse
) -> Iterator[tuple[Claim, frozenset[Sign]]]:
    """Give every sentence read as a claim, without an id, and what speaks for and against it."""
    typed = article.publication.origin is Origin.TYPED
    found = sentences(article.text[:LONGEST_TEXT], typed=typed)
    for (sentence, doc), following in _with_following(_parsed(found, parse)):
        thread.talk.cast.meet(doc)
        ahead = _spoken_later(sentence, following) if sentence.open else None
        yield _judged(sentence, doc, (thread, article.text), ahead)


def _with_following(parsed: Iterator[_Pair]) -> Iterator[tuple[_Pair, list[_Pair]]]:
    """Give each sentence with the few that follow."""
    window = deque(islice(parsed, SEEN_AHEAD))
    while window:
        first = window.popleft()
        window.extend(islice(parsed, 1))
        yield first, list(window)


def _spoken_later(sentence: Sentence, following: list[_Pair]) -> Attribution | None:
    """Return who speaks behind it: "Nine are dead. Two are missing," the mayor said."""
    for later, doc in following:
        if later.paragraph != sentence.paragraph or not later.quoted:
            return None
        if said := attribution(doc, quoted_tokens(doc, inside=True)):
            return said
    return None


def _parsed(found: tuple[Sentence, ...], parse: Parse) -> Iterator[tuple[Sentence, Doc]]:
    """Parse by batches, so that a list of results that never ends is not parsed to its end."""
    for first in range(0, len(found), BATCH):
        batch = found[first : first + BATCH]
        yield from zip(batch, parse([each.straight for each in batch]), strict=True)


def _judged(
    sentence: Sentence, doc: Doc, place: tuple[Thread, str], ahead: Attribution | None = None
) -> tuple[Claim, frozenset[Sign]]:
    """Read a sentence as a claim, with what speaks for it and against it."""
    quoted = quoted_tokens(doc, inside=sentence.quoted)
    said = attribution(doc, quoted)
    if _is_taken_back(sentence, place[0]):
        claim = replace(_claim(sentence, doc, None, place), claimant=None, via=())
        claim = replace(claim, polarity=Polarity.DENIED)
        return claim, signs_of(claim, doc, None)
    claim = _claim(sentence, doc, said, place)
    if said is None and ahead is not None:
        source = place[0].talk.source_ahead(ahead)
        cue = ahead.cue.text if claim.polarity is Polarity.DENIED else ""
        claim = replace(claim, claimant=source.claimant, cue=cue, via=source.via)
    return claim, signs_of(claim, doc, said)


def _is_taken_back(sentence: Sentence, thread: Thread) -> bool:
    """Tell what an earlier version of the article said: no claim of whoever it names."""
    if opens_correction(sentence.straight):
        thread.correcting = sentence.paragraph
    correcting = thread.correcting == sentence.paragraph
    return takes_its_words_back(sentence.straight, correcting=correcting)


def _claim(
    sentence: Sentence, doc: Doc, said: Attribution | None, place: tuple[Thread, str]
) -> Claim:
    thread, text = place
    source = thread.talk.source_of(sentence, doc, said)
    content = frozenset(range(len(doc))) - (said.told if said else frozenset())
    kept = without_stray_quote(sentence)
    cut = doc[:]
    return Claim(
        id="",
        publication=thread.publication,
        quote=text[kept.start : kept.end],
        start=kept.start,
        end=kept.end,
        claimant=source.claimant,
        cue=said.cue.text if said else "",
        via=source.via,
        polarity=polarity_of(doc, said, content),
        certainty=certainty_of(doc, said, content),
        figures=figures_in(cut, sentence.start, thread.home),
        when=_when(cut, day_of(thread.publication), said),
        places=places_in(doc, content),
        names=names_in(cut),
        words=content_words([t for t in doc if said is None or t not in _teller(said)]),
        about=_about(sentence, thread),
        conditional=is_conditional(doc),
    )


def _teller(said: Attribution) -> frozenset[Token]:
    """Return who speaks, with title and office: no word of the matter.

    A clause of his stays: "Orsk, who swore that no barge would sail, gave in".
    """
    source = said.source
    named = source.pos_ == "PROPN" or any(
        c.pos_ == "PROPN" and c.dep_ == "appos" for c in source.children
    )
    if not named or source.is_ancestor(said.cue):
        return frozenset()
    told = {t for c in source.children if c.dep_ == "relcl" for t in c.subtree}
    return frozenset(source.subtree) - told


def _when(cut: Span, published: date | None, said: Attribution | None) -> When | None:
    return when_of(cut, published, said.cue, said.told) if said else when_of(cut, published)


def _about(sentence: Sentence, thread: Thread) -> tuple[str, ...]:
    """Return the claim before, if the sentence points to it."""
    if thread.claims and SPEAKS_OF.search(sentence.straight):
        return (thread.claims[-1].id,)
    return ()
