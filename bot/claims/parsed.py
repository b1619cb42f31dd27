"""What is asked of a parsed sentence again and again, kept for the one at hand.

spaCy puts a sentence's text together anew each time it is asked for. In small letters it is
searched several times faster than by a pattern that heeds no case.
"""

from functools import lru_cache

from spacy.tokens import Doc, Token

from bot.claims.sentences import plain_letters

AT_HAND = 4  # sentences


@lru_cache(maxsize=AT_HAND)
def text_of(doc: Doc) -> str:
    """Return the sentence as text."""
    return doc.text


@lru_cache(maxsize=AT_HAND)
def small_of(doc: Doc) -> str:
    """Return the sentence in small letters, each where it stands in its text."""
    return plain_letters(text_of(doc)).lower()


@lru_cache(maxsize=AT_HAND)
def verb_of(doc: Doc) -> Token:
    """Return the root, or the verb that the parser takes for a participle that describes it.

    "The kiln reopened on Monday, five days late" is parsed as "the kiln that was reopened".
    """
    root = root_of(doc)
    if root.pos_ not in {"NOUN", "PROPN"}:
        return root
    for child in root.rights:
        if child.dep_ == "acl" and child.tag_ in {"VBN", "VBD"} and _is_finite(child, root):
            return child
    return root


def _is_finite(verb: Token, noun: Token) -> bool:
    told = any(child.dep_ in {"nsubj", "nsubjpass"} for child in verb.children)
    return told or verb.i == noun.i + 1


def root_of(doc: Doc) -> Token:
    """Return the word that the others hang on, of several the first."""
    return next(token for token in doc if token.dep_ == "ROOT" or token.head == token)
