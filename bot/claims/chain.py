"""Through which media a claim came from its claimant to the article."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from bot.claims.cues import Attribution
from bot.claims.names import Cast, is_media, name_of, name_runs

CHANNELS = frozenset("telegram facebook instagram twitter weibo whatsapp youtube tiktok x".split())


def media_in(doc: Doc, said: Attribution, cast: Cast, own: frozenset[str]) -> tuple[str, ...]:
    """Return the media named beside the attribution, the article's own outlet left out."""
    found: dict[str, None] = {}
    for token in _media_tokens(doc, said):
        name = _medium(token, cast)
        if name and not is_own(name, own):
            found.setdefault(name)
    return tuple(found)


def is_own(name: str, own: frozenset[str]) -> bool:
    """Tell whether the name is the article's outlet: "the Bugle" in the Harlow Creek Bugle."""
    words = {w.lower() for w in name.split()} - {"the"}
    return not words or words <= own or name.lower() in own


def own_words(outlet: str) -> frozenset[str]:
    """Return the words by which an outlet speaks of itself: its name's, its initials, "CPA"."""
    parts = [w for w in outlet.replace("-", " ").split() if w]
    initials = "".join(w[0] for w in parts if w[0].isupper()).lower()
    return frozenset({w.lower() for w in parts} | {initials, initials.removeprefix("t")})


def _media_tokens(doc: Doc, said: Attribution) -> Iterator[Token]:
    """Give the tokens that may be a medium: "told X", "X reported, citing Y", "posted on X"."""
    for token in doc:
        if token.lemma_ == "tell":
            yield from (c for c in token.children if c.dep_ in {"dobj", "dative"})
        if token.lower_ in {"on", "via", "in", "with", "to", "by"} and token.dep_ in {
            "prep",
            "agent",
            "dative",
        }:
            yield from (c for c in token.children if c.dep_ == "pobj")
    yield from said.outer
    yield said.source


def _medium(token: Token, cast: Cast) -> str:
    """Return the name of the medium that the token stands for, empty if it is none."""
    run = next((r for r in name_runs(token.doc) if token in r), None)
    if run is None:
        run = next(
            (
                r
                for c in token.children
                if c.dep_ == "appos"
                for r in name_runs(token.doc)
                if c in r
            ),
            None,
        )
        described = is_media(token.text)
        if run is None:
            return "state television" if token.text == "television" and _state(token) else ""
        return cast.full(name_of(run)) if described else ""
    name = name_of(run)
    if name.lower() in CHANNELS:
        return name if _speaks_on(token) else ""
    described = any(is_media(t.text) for t in token.lefts) or is_media(name)
    return cast.full(name) if described else ""


def _state(token: Token) -> bool:
    return any(c.lower_ == "state" for c in token.children)


def _speaks_on(token: Token) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ in {"on", "via"}
