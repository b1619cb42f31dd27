"""What is asked of a parsed sentence again and again, kept for the one at hand.

spaCy puts a sentence's text together anew each time it is asked for.
"""

from functools import lru_cache

from spacy.tokens import Doc, Token

AT_HAND = 4  # sentences


@lru_cache(maxsize=AT_HAND)
def text_of(doc: Doc) -> str:
    """Return the sentence as text."""
    return doc.text


@lru_cache(maxsize=AT_HAND)
def root_of(doc: Doc) -> Token:
    """Return the word that the others hang on, of several the first."""
    return next(token for token in doc if token.dep_ == "ROOT" or token.head == token)
