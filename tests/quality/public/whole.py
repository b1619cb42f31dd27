"""One claim made of one text, read facet by facet as the reader does, whatever the text is worth.

A headline, a post or half a sentence is often no claim that the bot would record. To judge how
texts are looked up and compared, apart from whether they are recorded, each is taken for one.
"""

from spacy.tokens import Doc

from bot.claims.certainty import certainty_of, is_conditional
from bot.claims.cues import attribution, quoted_tokens
from bot.claims.dates import when_of
from bot.claims.figures import figures_in
from bot.claims.model import Claim, Publication
from bot.claims.names import Cast
from bot.claims.places import places_in
from bot.claims.polarity import polarity_of
from bot.claims.speakers import claimant_of
from bot.claims.words import content_words, names_in


def whole_claim(id_: str, doc: Doc, publication: Publication, speaker: str = "") -> Claim:
    """Read a text, parsed in one piece, as one claim; a speaker given goes before one read."""
    said = attribution(doc, quoted_tokens(doc, inside=False))
    cast = Cast()
    cast.meet(doc)
    content = frozenset(range(len(doc))) - (said.told if said else frozenset())
    day = publication.published.date() if publication.published else None
    return Claim(
        id_,
        publication,
        doc.text,
        0,
        len(doc.text),
        claimant=speaker or (claimant_of(said.source, cast) if said else None),
        cue=said.cue.text if said else "",
        polarity=polarity_of(doc, said, content),
        certainty=certainty_of(doc, said, content),
        figures=figures_in(doc[:]),
        when=when_of(doc[:], day, said.cue if said else None),
        places=places_in(doc, content),
        names=names_in(doc[:]),
        words=content_words(doc[:]),
        conditional=is_conditional(doc),
    )
