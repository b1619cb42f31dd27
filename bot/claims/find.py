"""How the claims of an article are found: sentence by sentence, with who was meant before."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from spacy.tokens import Doc

from bot.claims.certainty import OPEN, certainty_of, is_conditional, polarity_of
from bot.claims.chain import is_own, media_in, own_words, stays
from bot.claims.cues import Attribution, attribution, quoted_tokens
from bot.claims.dates import when_of
from bot.claims.figures import figures_in
from bot.claims.model import Article, Claim, Parse, Publication, Reading
from bot.claims.names import Cast, is_media
from bot.claims.places import places_in
from bot.claims.sentences import (
    LONGEST_SENTENCE,
    LONGEST_TEXT,
    Sentence,
    sentences,
    straighten,
    without_stray_quote,
)
from bot.claims.speakers import claimant_of, follow, remember, subject_named
from bot.claims.words import content_words, names_in
from bot.claims.worth import Evidence, is_claim

MOST_CLAIMS = 400
"""Claims of one article that are kept; a long report has some hundred."""
BATCH = 256
"""Sentences that are parsed at a time, the parser's own batch."""

SPEAKS_OF = re.compile(
    r"\b(?:these|those|such|this|that|its|his|her|their) (?:reports?|claims?|allegations?"
    r"|accusations?|suggestions?|statements?|figures?|charges?|remarks?)\b"
    r"|\b(?:den|reject|dismiss|confirm|refut|disput)\w+ (?:it|this|that|them)\b",
    re.IGNORECASE,
)
"""Words that point to the claim before: "dismissed these reports", "to support its claims"."""


@dataclass(slots=True)
class _Thread:
    """What the reader carries from sentence to sentence."""

    publication: Publication
    own: frozenset[str]
    cast: Cast
    speaker: str | None = None  # of the quotation that may go on
    paragraph: int = -1
    via: dict[str, tuple[str, ...]] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)


def find(article: Article, parse: Parse, ids: Iterator[str]) -> Reading:
    """Find the claims of an article; each claim's quote is `article.text[start:end]`."""
    publication = article.publication
    title = straighten(publication.title[:LONGEST_SENTENCE])
    thread = _Thread(publication, own_words(publication.outlet), Cast(title=title))
    for sentence, doc in _parsed(sentences(article.text[:LONGEST_TEXT]), parse):
        thread.cast.meet(doc)
        claim = _claim(sentence, doc, thread, article.text)
        if claim is not None:
            thread.claims.append(replace(claim, id=next(ids)))
        if len(thread.claims) == MOST_CLAIMS:
            break
    headline = None
    if title.strip():
        whole, (doc,) = Sentence(0, len(title), title, -1), parse([title])
        headline = _claim(whole, doc, thread, publication.title)
    return Reading(article, tuple(thread.claims), headline)


def _parsed(found: tuple[Sentence, ...], parse: Parse) -> Iterator[tuple[Sentence, Doc]]:
    """Parse by batches, so that a list of results that never ends is not parsed to its end."""
    for first in range(0, len(found), BATCH):
        batch = found[first : first + BATCH]
        yield from zip(batch, parse([each.straight for each in batch]), strict=True)


def _claim(sentence: Sentence, doc: Doc, thread: _Thread, text: str) -> Claim | None:
    quoted = quoted_tokens(doc, inside=sentence.quoted)
    said = attribution(doc, quoted)
    claimant, via = _who(sentence, doc, said, quoted, thread)
    content = frozenset(range(len(doc))) - (said.told if said else frozenset())
    kept = without_stray_quote(sentence)
    cut = doc[:]
    claim = Claim(
        id="",
        publication=thread.publication,
        quote=text[kept.start : kept.end],
        start=kept.start,
        end=kept.end,
        claimant=claimant,
        cue=said.cue.text if said else "",
        via=via,
        polarity=polarity_of(doc, said, content),
        certainty=certainty_of(doc, said, content),
        figures=figures_in(cut, sentence.start, text),
        when=when_of(cut, _day(thread.publication), said.cue if said else None),
        places=places_in(doc, content),
        names=names_in(cut),
        words=content_words(cut),
        about=_about(sentence, thread),
        conditional=is_conditional(doc),
    )
    return claim if is_claim(_evidence(doc, said, claim)) else None


def _about(sentence: Sentence, thread: _Thread) -> tuple[str, ...]:
    """Return the claim before, if the sentence points to it."""
    if thread.claims and SPEAKS_OF.search(sentence.straight):
        return (thread.claims[-1].id,)
    return ()


def _day(publication: Publication) -> date | None:
    return publication.published.date() if publication.published else None


def _evidence(doc: Doc, said: Attribution | None, claim: Claim) -> Evidence:
    return Evidence(
        doc,
        attributed=said is not None,
        named=claim.claimant is not None,
        figures=len(claim.figures),
        dated=claim.when is not None,
        names=len(claim.names),
        polarity=claim.polarity,
        certainty=claim.certainty,
    )


def _who(
    sentence: Sentence, doc: Doc, said: Attribution | None, quoted: frozenset[int], thread: _Thread
) -> tuple[str | None, tuple[str, ...]]:
    """Return the claimant and the media between the claimant and this article."""
    if said is None:
        follow(doc, thread.cast)
        return _continued(sentence, doc, quoted, thread)
    cast = thread.cast
    claimant, source = claimant_of(said.source, cast), said.source
    media = media_in(doc, said, cast, thread.own)
    relayed: list[str] = []
    for other in said.others:
        beside = claimant_of(other.source, cast)
        if not beside or not claimant:
            continue
        if beside in media or _relays(beside, claimant, other, thread):
            relayed.append(beside)
        elif claimant in media or _relays(claimant, beside, said, thread):
            relayed += [claimant] if claimant[0].isupper() else []  # no "transcript"
            claimant, source = beside, other.source
    remember(source, claimant, cast)
    via = tuple(m for m in dict.fromkeys((*media, *relayed)) if m != claimant)
    if claimant is not None and not OPEN.search(doc.text):
        via = via or thread.via.get(claimant, ())
        thread.via[claimant] = tuple(filter(stays, via))
    thread.speaker, thread.paragraph = claimant, sentence.paragraph
    return claimant, via


def _relays(medium: str, speaker: str, at: Attribution, thread: _Thread) -> bool:
    """Tell a medium that passes on what was said: "According to RBC Ukraine, Zelensky ..."."""
    if is_own(medium, thread.own):
        return False
    people = thread.cast.people.values()
    according = at.cue.lower_ == "according" and speaker in people and medium not in people
    return is_media(medium) or according


def _continued(
    sentence: Sentence, doc: Doc, quoted: frozenset[int], thread: _Thread
) -> tuple[str | None, tuple[str, ...]]:
    """Go on with the speaker before in a quotation without a cue, and where a body is "it"."""
    speaker, apart = thread.speaker, sentence.paragraph - thread.paragraph
    mostly_quoted = len(quoted) > len(doc) // 2
    itself = doc[0].lower_ == "it" and doc[0].dep_ == "nsubj" and speaker == thread.cast.body
    if OPEN.search(doc.text):
        return subject_named(doc, thread.cast), ()
    if speaker and ((mostly_quoted and apart <= 1) or (itself and apart == 0)):
        return speaker, thread.via.get(speaker, ())
    return None, ()
