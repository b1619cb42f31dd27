"""How words and names are folded, so that two articles' ways of writing meet."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from rapidfuzz import fuzz
from spacy.tokens import Span, Token

from bot.claims.names import name_of
from bot.claims.synonyms import HEAD_OF_KIN
from bot.claims.vocabulary import (
    BODIES,
    COUNTRIES,
    EMPTY_WORDS,
    LOOSE_IN_BODIES,
    PEOPLES,
    TITLES,
)

NAME_LABELS = frozenset(
    ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "LAW", "WORK_OF_ART")
)
NUMBER_LABELS = frozenset(
    ("DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "LANGUAGE")
)
CONTENT = frozenset(("NOUN", "VERB", "ADJ", "PROPN"))
MEMORY = 2048  # words and sentences kept folded: a pair is compared many times over
ALIKE = 95.0
"""Full names at least this alike are one: Dimitri Varnovsky | Varnovskyy 97. Surnames by
themselves are no ground: johnson | johnston 93, macron | macaron 92 (measured)."""

_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"'})
_UNFOLDED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss"}
)
_POSSESSIVE = re.compile(r"'s?(?=\W|$)")
_BRACKET = re.compile(r"\s*\([^)]*\)")
_WORD = re.compile(r"[\w&]+(?:[-.][\w&]+)*")
_SUFFIXES = ("ments", "ment", "ations", "ation", "ating", "ated", "ate", "ions", "ion")
POSTING = "post"
UNSTEMMED = frozenset(("parliament", "department", "apartment", "environment", "document"))
OPENING_PEOPLES = frozenset(people.split()[0] for people in PEOPLES)  # "south" of "south korean"
_STEM = 5  # letters that must stay: "deployment" -> "deploy", but "inflation" stays whole


@lru_cache(MEMORY)
def fold(text: str) -> str:
    """Return the text without case, accents and possessives: "Ibárruri's" -> "ibarruri"."""
    low = text.translate(_QUOTES).casefold()
    bare = low if low.isascii() else _without_accents(low)
    return " ".join(_POSSESSIVE.sub("", bare).split())


def _without_accents(low: str) -> str:
    apart = unicodedata.normalize("NFKD", low.translate(_UNFOLDED))
    return "".join(c for c in apart if not unicodedata.combining(c))


@lru_cache(MEMORY)
def kin(lemma: str) -> str:
    """Return the word that stands for all words of its meaning: "soldier" -> "troop"."""
    word = fold(lemma)
    if word in HEAD_OF_KIN:
        return HEAD_OF_KIN[word]
    stem = _stem(word)
    return HEAD_OF_KIN.get(stem, stem)


def _stem(word: str) -> str:
    if word in UNSTEMMED:
        return word
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _STEM:
            return word[: -len(suffix)]
    return word


@lru_cache(MEMORY)
def kin_of(text: str) -> frozenset[str]:
    """Return the meanings in a few plain words, without a parse: "houses destroyed".

    Plurals and participles are undone by rule, so this is for short labels such as what a
    figure counts; sentences go through `content_words`.
    """
    tokens = _WORD.findall(fold(text))
    return frozenset(kin(_lemma(w)) for w in tokens if w not in EMPTY_WORDS and not w.isdigit())


def _lemma(word: str) -> str:
    """Undo the commonest endings, preferring a form that the vocabulary knows."""
    if word in HEAD_OF_KIN:
        return word
    for known in _undone(word):
        if known in HEAD_OF_KIN:
            return known
    plain_plural = word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3  # noqa: PLR2004 - "gas" keeps its s
    if not plain_plural:
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


def _undone(word: str) -> Iterator[str]:
    for ending, put in (("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"),
                        ("ing", ""), ("ing", "e"), ("d", "")):  # fmt: skip
        if word.endswith(ending):
            yield word[: -len(ending)] + put


def content_words(span: Iterable[Token]) -> frozenset[str]:
    """Return the folded lemmas of what the words speak of, names and numbers left out."""
    span = list(span)
    online = any(t.lemma_ in ("media", "medium", "blog") for t in span)
    found = (t for t in span if _has_content(t))
    return frozenset(POSTING if _posted(t, online=online) else _meaning(t) for t in found)


def _meaning(token: Token) -> str:
    """Return the meaning of a word, with its particle where that makes another: "walk out"."""
    particles = [c for c in token.children if c.dep_ in ("prt", "advmod")]
    together = token.lemma_ + "".join(p.lower_ for p in particles)
    return kin(together if together in HEAD_OF_KIN else token.lemma_)


def _posted(token: Token, *, online: bool) -> bool:
    """Tell a post on social media, and what is posted there, from a job."""
    return token.lemma_ == POSTING and (token.pos_ == "VERB" or online)


def _has_content(token: Token) -> bool:
    if token.pos_ not in CONTENT or token.like_num or token.ent_type_ in NUMBER_LABELS:
        return False
    low = fold(token.text)
    if low in PEOPLES or token.ent_type_ == "NORP":
        return False
    if token.pos_ == "PROPN" and token.ent_type_ in NAME_LABELS:
        return False
    word = fold(token.lemma_)
    return (
        len(word) > 1 and word not in EMPTY_WORDS and low not in EMPTY_WORDS and word[0].isalpha()
    )


def names_in(span: Span) -> frozenset[str]:
    """Return the folded names of people, bodies and places; peoples become their countries."""
    found = {n for run in _runs(span) for n in _plain_names(run)}
    return frozenset(found | {PEOPLES[w] for w in _peoples(span)})


def _peoples(span: Span) -> Iterator[str]:
    """Yield adjectives of peoples that the parser does not take for names, pairs first."""
    words = [fold(t.text) for t in span]
    if OPENING_PEOPLES.isdisjoint(words):
        return
    skip = False
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if skip:
            skip = False
            continue
        pair = f"{word} {after}"
        skip = pair in PEOPLES
        if skip or word in PEOPLES:
            yield pair if skip else word


def _runs(span: Span) -> Iterator[str]:
    """Yield unbroken runs of one entity, or of proper nouns outside any entity."""
    run: list[Token] = []
    for token in span:
        joins = bool(run) and run[-1].i == token.i - 1 and _same_run(run[-1], token)
        if run and not joins:
            yield name_of(run)
            run = []
        if _nameable(token):
            run.append(token)
    if run:
        yield name_of(run)


def _same_run(left: Token, right: Token) -> bool:
    return (
        _nameable(right)
        and (right.ent_iob_ == "I") == bool(right.ent_type_)
        and (left.ent_type_ == right.ent_type_)
    )


def _nameable(token: Token) -> bool:
    if token.ent_type_:
        return token.ent_type_ in NAME_LABELS
    return token.pos_ == "PROPN"


def _plain_names(text: str) -> Iterator[str]:
    name = plain_name(text)
    if len(name) < 2 or name in EMPTY_WORDS or not any(c.isalpha() for c in name):  # noqa: PLR2004 - an initial is no name
        return
    if not TITLES.issuperset(name.split()):
        yield PEOPLES.get(name, name)


@lru_cache(MEMORY)
def plain_name(text: str) -> str:
    """Return a name folded, without bracket, article, people and titles before it.

    "The Norwegian Minister Lena Orsk" -> "lena orsk"; a name that is nothing
    but such words stays: "the prime minister" -> "prime minister".
    """
    tokens = [t.rstrip(".") for t in fold(_BRACKET.sub("", text)).split()]
    start = 1 if tokens[:1] in (["the"], ["a"], ["an"]) else 0
    rest = tokens[start:]
    if not BODIES.isdisjoint(rest):
        return " ".join(rest)
    while len(rest) > 1 and (rest[0].strip(",") in TITLES or rest[0] in PEOPLES):
        rest = rest[1:]
    if rest and (rest[-1] in TITLES or rest[-1] in BODIES):
        rest = tokens[start:]
    return " ".join(rest).strip(" ,;:-\"'")


def same_name(one: str, other: str, among: Iterable[str] = ()) -> bool:
    """Tell whether two names are one person's or body's.

    Full names may differ in spelling by a letter. A surname alone stands for the full name
    unless `among` (the names of the same article or story) holds another bearer of it.
    """
    a, b = plain_name(one), plain_name(other)
    if not a or not b:
        return False
    if a == b or skeleton(a) == skeleton(b):
        return True
    if _is_body(a) or _is_body(b):
        return _same_body(fold(one), fold(other))
    if " " in a and " " in b:
        short, long = sorted((a, b), key=len)
        return long.endswith(f" {short}") or fuzz.ratio(a, b) >= ALIKE
    return _surname_of(a, b, among)


@lru_cache(MEMORY)
def skeleton(name: str) -> str:
    """Return a spelling in which the usual transliterations meet: Giorgos = Yorgos."""
    bare = re.sub(r"\bgi(?=[ao])", "y", name).replace("kh", "h").replace("j", "y")
    return re.sub(r"(.)\1+", r"\1", bare.replace("y", "i"))


def _is_body(name: str) -> bool:
    return not BODIES.isdisjoint(name.split())


def _same_body(one: str, other: str) -> bool:
    """Compare bodies by their words: "Ministry of Rivers and Lakes" in any order."""
    a, b = _body_words(one), _body_words(other)
    small, large = sorted((a, b), key=len)
    if small == large:
        return True
    if not small < large or BODIES.isdisjoint(small):
        return False
    extra = large - small
    return (len(small) > 1 and extra.isdisjoint(BODIES)) or extra <= COUNTRIES


def _body_words(name: str) -> frozenset[str]:
    words = _WORD.findall(_BRACKET.sub("", name))
    return frozenset(PEOPLES.get(w, w) for w in words if w not in LOOSE_IN_BODIES)


def _surname_of(one: str, other: str, among: Iterable[str]) -> bool:
    short, full = sorted((one, other), key=lambda n: n.count(" "))
    if " " in short or full.split()[-1] != short:
        return False
    bearers = {plain_name(n) for n in among if plain_name(n).split()[-1:] == [short]}
    return all(same_name(full, n) for n in bearers - {short, full})
