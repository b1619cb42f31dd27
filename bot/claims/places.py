"""Where the claimed event takes place, by the names that its sentence gives."""

from spacy.tokens import Doc, Token

LOCATING = frozenset(
    """in at on near to into from across around outside inside off over through above below
    towards within along of""".split()
)
PLACE_LABELS = frozenset(("GPE", "LOC", "FAC"))


def places_in(doc: Doc, content: frozenset[int]) -> tuple[str, ...]:
    """Return the places named in the content, in order, each once."""
    found: dict[str, None] = {}
    for entity in doc.ents:
        if entity.label_ in PLACE_LABELS and entity.start in content and _locates(entity.root):
            name = entity.text.removeprefix("the ").removesuffix("'s")
            found.setdefault(name)
    return tuple(found)


def _locates(token: Token) -> bool:
    """Tell "in Kelm district" and "Norway's Kelm district" from "Norway will vote"."""
    if token.dep_ in {"pobj", "conj", "appos"}:
        above = token.head
        while above.dep_ in {"conj", "appos", "pobj"} and above.pos_ != "ADP":
            above = above.head
        return above.lower_ in LOCATING
    return token.dep_ in {"poss", "dobj"} and token.head.dep_ in {"pobj", "dobj"}
