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
    r"|\b(?:den|reject|dismiss|confirm|refut|disput)\w+ (?:it|this|them|that(?=[.,:;]))"
)
"""Words that point to the claim before: "rejected these charges", "denied it"."""


SEEN_AHEAD = 4
"""Sentences of one quotation after which its speaker may stand, the first among them."""
_Pair = tuple[Sentence, Doc]


@dataclass(frozen=True, slots=True)
class Draft:
    """A sentence read as a claim, as far as its signs tell whether it is one."""

    claim: Claim
    signs: frozenset[Sign]
    doc: Doc
    said: Attribution | None

    def finished(self, claim_id: str = "") -> Claim:
        """Return the claim with all that is compared."""
        content = _content(self.doc, self.said)
        teller = _teller(self.said) if self.said else frozenset[Token]()
        return replace(
            self.claim,
            id=claim_id,
            certainty=certainty_of(self.doc, self.said, content),
            places=places_in(self.doc, content),
            words=content_words(t for t in self.doc if t not in teller),
            conditional=is_conditional(self.doc),
        )


@dataclass(slots=True)
class Thread:
    """What the reader carries from sentence to sentence."""

    publication: Publication
    talk: Talk
    day: date | None  # of the publication
    home: str = ""  # what tells whose dollar a "$" is
    claims: list[Claim] = field(default_factory=list)
    correcting: int = -2  # the paragraph of the article's correction


def find(article: Article, parse: Parse, ids: Iterator[str]) -> Reading:
    """Find the claims of an article; each claim's quote is `article.text[start:end]`."""
    thread = begin(article)
    typed = article.publication.origin is Origin.TYPED
    title, parsed = parsed_with_title(article, parse)
    for draft in judged(article, thread, parsed):
        if typed or is_claim(draft.signs):
            thread.claims.append(draft.finished(next(ids)))
        if len(thread.claims) == MOST_CLAIMS:
            break
    return Reading(article, tuple(thread.claims), _headline(thread, title))


def _headline(thread: Thread, title: _Pair) -> Claim | None:
    """Return the title, read after the article, if it claims anything."""
    sentence, doc = title
    if not sentence.straight.strip():
        return None
    draft = _judged(sentence, doc, (thread, thread.publication.title))
    return draft.finished() if is_claim(draft.signs) else None


def begin(article: Article) -> Thread:
    """Return what the reader of an article knows before its first sentence."""
    publication = article.publication
    title = _straight_title(publication)
    bodies = bodies_in(text := straighten(article.text[:LONGEST_TEXT]))
    cast = Cast(title=title, ahead=bodies, initials=initials_in(text, bodies))
    talk = Talk(own_words(publication.outlet), cast)
    return Thread(publication, talk, day_of(publication), home_of(publication, article.text))


def _straight_title(publication: Publication) -> str:
    return straighten(publication.title[:LONGEST_SENTENCE])


def judged(article: Article, thread: Thread, parsed: Iterator[_Pair]) -> Iterator[Draft]:
    """Give every sentence read as a claim, and what speaks for and against it."""
    for (sentence, doc), following in _with_following(parsed):
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


def parsed_with_title(article: Article, parse: Parse) -> tuple[_Pair, Iterator[_Pair]]:
    """Return the title and the sentences with their parses; one more in a batch costs little."""
    title, publication = _straight_title(article.publication), article.publication
    typed = publication.origin is Origin.TYPED
    found = sentences(article.text[:LONGEST_TEXT], typed=typed)
    parsed = _parsed((Sentence(0, len(title), title, -1), *found), parse)
    return next(parsed), parsed


def _parsed(found: tuple[Sentence, ...], parse: Parse) -> Iterator[_Pair]:
    """Parse by batches, so that a list of results that never ends is not parsed to its end."""
    for first in range(0, len(found), BATCH):
        batch = found[first : first + BATCH]
        yield from zip(batch, parse([each.straight for each in batch]), strict=True)


def _judged(
    sentence: Sentence, doc: Doc, place: tuple[Thread, str], ahead: Attribution | None = None
) -> Draft:
    """Read a sentence as a claim, with what speaks for it and against it."""
    quoted = quoted_tokens(doc, inside=sentence.quoted)
    said = attribution(doc, quoted)
    if _is_taken_back(sentence, place[0]):
        claim = replace(_claim(sentence, doc, None, place), claimant=None, via=())
        claim = replace(claim, polarity=Polarity.DENIED)
        return Draft(claim, signs_of(claim, doc, None), doc, None)
    claim = _claim(sentence, doc, said, place)
    if said is None and ahead is not None:
        source = place[0].talk.source_ahead(ahead)
        cue = ahead.cue.text if claim.polarity is Polarity.DENIED else ""
        claim = replace(claim, claimant=source.claimant, cue=cue, via=source.via)
    return Draft(claim, signs_of(claim, doc, said), doc, said)


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
        polarity=polarity_of(doc, said, _content(doc, said)),
        figures=figures_in(cut, sentence.start, thread.home),
        when=_when(cut, thread.day, said),
        names=names_in(cut),
        about=_about(sentence, thread),
    )


def _content(doc: Doc, said: Attribution | None) -> frozenset[int]:
    """Return the places of the tokens that attribute nothing."""
    return frozenset(range(len(doc))) - (said.told if said else frozenset())


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
    if thread.claims and SPEAKS_OF.search(sentence.straight.lower()):
        return (thread.claims[-1].id,)
    return ()
