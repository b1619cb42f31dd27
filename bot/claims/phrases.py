"""How a phrase calls who speaks: the name in it, or a noun with what stands before it."""

from spacy.tokens import Doc, Token

from bot.claims.names import BODY_NOUNS, name_of, name_runs


def run_at(token: Token) -> list[Token]:
    """Return the name that the token is part of, as tokens; empty if it is none."""
    return next((r for r in name_runs(token.doc) if token in r), [])


def short_phrase(source: Token) -> str:
    """Return the noun with what stands before it, without articles and numerals.

    "two officials near the talks" -> "officials"; "the ministry of inland waterways"
    -> "inland waterways ministry".
    """
    words = [*_staff_of(source), *(t.text for t in _before(source))]
    if source.lower_ in {"ministry", "department", "office", "minister", "board", "bureau"}:
        words += _of_part(source)
    return " ".join([*words, source.text]).replace(" '", "'").replace(" - ", "-")


def _staff_of(source: Token) -> list[str]:
    """Return whose people they are: "hydrologists of the University of Kelm"."""
    if source.tag_ != "NNS":
        return []
    for child in source.rights:
        if child.lower_ in {"from", "at", "of", "for", "in"}:
            inner = next((c for c in child.children if c.dep_ == "pobj"), None)
            if inner is not None and (run := run_at(inner)):
                return [name_of(run)]
    return []


def _before(source: Token) -> list[Token]:
    return [
        t
        for child in source.lefts
        if child.dep_ in {"compound", "amod", "nmod", "poss", "punct"}
        and not any(c.like_num for c in child.children)  # "The 37-page log"
        for t in child.subtree
        if t.pos_ not in {"DET", "NUM", "PRON"} and t.text not in {"-", ",", '"'}
    ]


def _of_part(source: Token) -> list[str]:
    for child in source.rights:
        if child.lower_ == "of":
            return [t.text for t in child.subtree if t.i > child.i and t.pos_ != "DET"]
    return []


def owned_bodies(doc: Doc) -> dict[str, str]:
    """Return the bodies that a sentence names by their owner: "the prosecutor's office"."""
    return {
        token.lemma_.lower(): short_phrase(token)
        for token in doc
        if token.lemma_.lower() in BODY_NOUNS
        and token.pos_ == "NOUN"
        and any(c.dep_ == "poss" and c.pos_ == "NOUN" for c in token.children)
    }
