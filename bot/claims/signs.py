"""What speaks for a checkable statement in a sentence, and what for mood, scene or opinion."""

import re
from collections.abc import Iterator
from enum import StrEnum

from spacy.tokens import Doc, Token

from bot.claims.attributed import Attribution
from bot.claims.events import HAPPENING, HARD, MATTER
from bot.claims.model import Claim, Figure, Polarity, Scope
from bot.claims.names import BODY_NOUNS, PERSON_NOUNS, TITLES, is_body_name
from bot.claims.parsed import small_of, text_of, verb_of
from bot.claims.signwords import (
    FIRST,
    HABIT,
    IN_CARE,
    LIKENESS,
    MOOD,
    MYSELF,
    NOBODY,
    ON_THE_SOURCE,
    OPINION,
    OUTCRY,
    OUTLOOK,
    OWN_CHECK,
    TO_READER,
    US,
    YOU,
)
from bot.claims.vocabulary import PERSONS
from bot.claims.words import kin_of


class Sign(StrEnum):
    """One thing that an editor would go by."""

    FIGURE = "a figure that is news"  # "37 barges sank", "4 per cent"
    FIGURES = "several of them"
    SMALL = "a small figure"  # "a letter of four lines", "spoke for 37 minutes"
    WHEN = "a time"
    NAMES = "names"
    SAID = "somebody says it"
    CLAIMANT = "the claimant is known"
    BODY = "the claimant is a body"
    VIA = "it came through a medium"
    QUOTATION = "most of it is quoted"
    DENIAL = "somebody denies it"
    NEGATIVE = "the article denies it"
    UNCONFIRMED = "it is left open"
    OUTLOOK = "it is about what is to come"
    MODAL = "its verb has will, may or could"
    ACT = "a verb of events"
    MAIN_ACT = "the content's own verb is one"
    HARD_ACT = "the content's own verb tells of harm, a court, a vote, a halt"
    MATTER = "a noun of events"
    PASSIVE = "the main verb is passive"
    PAST = "the main verb is past"
    PRESENT = "the main verb is present"
    BEING = "it only says what something is"
    BODY_ACTS = "a body is the subject"
    IT = "he, she or they are the subject"
    BARE = "no subject"
    CROWD = "any of a kind is the subject"
    NOBODY = "somebody, nobody, everybody, many, few"
    PRIVATE = "the speaker is nobody in office"  # "a seamstress", "said Bo Lind, 73"
    MYSELF = "the speaker's own life"
    READER = "the reader is addressed"
    YOU = "you"
    ORDER = "an imperative"  # "Download the app"
    QUESTION = "a question or an outcry"
    MOOD, OPINION = "mood", "opinion"
    LIKENESS, HABIT = "a simile", "what is always so"
    FIRST = "a first, or a record"
    ASIDE = "a side clause"
    CHAIN = "several things in a row"
    LONG, SHORT = "long", "short"
    NOTE = "on the source"


SHORT, LONG = 6, 35  # tokens
CLAUSES_OF_NOUNS = frozenset(("relcl", "acl"))
FIRST_WORDS = 3  # where an imperative stands
LARGE = 200
"""A plain count above this is news whatever it counts: "7,300 metres of rope"."""
PARTS_OF_TEXT = frozenset("page line word article chapter table footnote".split())
COUNTED = (
    PERSONS
    | MATTER
    | HAPPENING
    | frozenset(
        """home school village town vessel ship boat ferry flight train vehicle aircraft truck
        barge seat witness test sample count point goal doctor""".split()
    )
)
PEOPLE = re.compile(r"\b(?:people|person|m[ae]n|wom[ae]n|members?)\b")
SPANS_OF_TIME = frozenset("second minute hour day week month year".split())
DOCUMENTS = frozenset(
    "report filing document letter statement survey poll log paper transcript notice draft study"
    " figure datum data record review audit memo file circular".split()
)
IN_OFFICE = (
    PERSON_NOUNS
    | TITLES
    | BODY_NOUNS
    | DOCUMENTS
    | frozenset(
        """expert scientist professor researcher economist engineer hydrologist investigator source
        police negotiator operator witness agent ally aide adviser""".split()
    )
)
OF_THE_MAIN_VERB = {"VBD": Sign.PAST, "VBZ": Sign.PRESENT, "VBP": Sign.PRESENT}
ANYBODY = frozenset("he she they i we".split())
BY_WORDS: tuple[tuple[Sign, re.Pattern[str]], ...] = (
    (Sign.MOOD, MOOD),
    (Sign.READER, TO_READER),
    (Sign.OPINION, OPINION),
    (Sign.LIKENESS, LIKENESS),
    (Sign.HABIT, HABIT),
    (Sign.FIRST, FIRST),
    (Sign.NOBODY, NOBODY),
    (Sign.YOU, YOU),
    (Sign.QUESTION, OUTCRY),
    (Sign.NOTE, ON_THE_SOURCE),
)
"""Searched for in small letters."""
BY_LETTERS = ((Sign.OUTLOOK, OUTLOOK), (Sign.MYSELF, MYSELF), (Sign.READER, US))
"""Words that with a capital are others: "may" and "us" are neither May nor the US."""


def signs_of(claim: Claim, doc: Doc, said: Attribution | None) -> frozenset[Sign]:
    """Return what speaks for and against a sentence, read as a claim."""
    return frozenset(_signs(claim, doc, said))


def _signs(claim: Claim, doc: Doc, said: Attribution | None) -> Iterator[Sign]:
    yield from (sign for sign, words in BY_WORDS if words.search(small_of(doc)))
    yield from (sign for sign, words in BY_LETTERS if words.search(text_of(doc)))
    yield from _of_facets(claim, doc)
    yield from _of_sourcing(claim, said)
    verb = _own_verb(doc, said)
    yield from _of_events(doc, verb)
    away = _not_of(claim, said)
    yield from (sign for sign in _of_main_verb(verb) if sign not in away)
    yield from _of_shape(doc)


def _not_of(claim: Claim, said: Attribution | None) -> frozenset[Sign]:
    """Return what does not count: "Hospital: 37 treated" needs no verb, wages are no crowd."""
    away = {Sign.BARE} if said and said.cue.text == ":" else set()
    if any(f.unit == "percent" or f.unit.isupper() for f in claim.figures):
        away.add(Sign.CROWD)
    if OWN_CHECK.match(claim.quote):
        away.add(Sign.IT)
    return frozenset(away)


def _of_facets(claim: Claim, doc: Doc) -> Iterator[Sign]:
    people = _counts_people(doc)
    news = sum(_is_news(f) or (people and not f.what) for f in claim.figures)
    if news:
        yield Sign.FIGURE
    elif claim.figures:
        yield Sign.SMALL
    if news > 1:
        yield Sign.FIGURES
    if claim.when:
        yield Sign.WHEN
    if claim.names:
        yield Sign.NAMES
    if claim.polarity is Polarity.UNCONFIRMED:
        yield Sign.UNCONFIRMED
    elif claim.polarity is Polarity.DENIED:
        yield Sign.DENIAL if claim.cue else Sign.NEGATIVE


def _counts_people(doc: Doc) -> bool:
    """Tell "Thirty-seven are in hospital", whose people stand in the sentence before."""
    verb = verb_of(doc)
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    bare = subject is not None and subject.pos_ == "NUM" and subject.like_num
    return bare and any(t.lower_ in IN_CARE for t in doc)


def _is_news(figure: Figure) -> bool:
    """Tell "Nine patients" and "4 per cent" from "two umbrellas" and "for 37 minutes"."""
    if figure.unit.rstrip("s") in SPANS_OF_TIME:
        return False
    if figure.unit != "count" or figure.outcome or figure.scope is Scope.SUBSET:
        return True
    counted = kin_of(figure.what)
    if max(side for side in (figure.low, figure.high) if side is not None) > LARGE:
        return bool(figure.what) and counted.isdisjoint(PARTS_OF_TEXT)
    return not counted.isdisjoint(COUNTED) or PEOPLE.search(figure.what) is not None


def _of_sourcing(claim: Claim, said: Attribution | None) -> Iterator[Sign]:
    if claim.cue or OWN_CHECK.match(claim.quote):
        yield Sign.SAID
    if claim.claimant:
        yield Sign.CLAIMANT
        words = frozenset(claim.claimant.lower().split())
        if is_body_name(claim.claimant) or words & BODY_NOUNS:
            yield Sign.BODY
    if claim.via:
        yield Sign.VIA
    if said is not None and _is_private(said.source):
        yield Sign.PRIVATE


def _is_private(source: Token) -> bool:
    """Tell "said Bo Lind, a seamstress", "Bo Lind, 73" and "one banker" from the mayor."""
    if source.pos_ == "NOUN":
        return source.lemma_.lower() not in IN_OFFICE
    beside = [child for child in source.children if child.dep_ in {"appos", "npadvmod", "nummod"}]
    return any(
        each.like_num or (each.pos_ == "NOUN" and each.lemma_.lower() not in IN_OFFICE)
        for each in beside
    )


def _of_events(doc: Doc, verb: Token) -> Iterator[Sign]:
    """Give what the words of events show; verbs of a side clause tell no event of their own."""
    lemmas = [(token, token.lemma_.lower()) for token in doc]
    acts = [t for t, lemma in lemmas if lemma in HAPPENING and t.pos_ == "VERB"]
    if not all(_is_beside(t) for t in acts):
        yield Sign.ACT
    if any(lemma in MATTER and t.pos_ in {"NOUN", "PROPN"} for t, lemma in lemmas):
        yield Sign.MATTER
    if verb.lemma_.lower() in HAPPENING:
        yield Sign.MAIN_ACT
    if verb.lemma_.lower() in HARD:
        yield Sign.HARD_ACT
    if any(c.tag_ == "MD" and c.lower_ != "can" for c in verb.children):
        yield Sign.MODAL


def _is_beside(token: Token) -> bool:
    """Tell a word of a relative clause, or of another that describes a noun."""
    return token.dep_ in CLAUSES_OF_NOUNS or any(
        above.dep_ in CLAUSES_OF_NOUNS for above in token.ancestors
    )


def _own_verb(doc: Doc, said: Attribution | None) -> Token:
    """Return the verb of what is said, or of the sentence."""
    root = verb_of(doc)
    if said is None or said.cue != root:
        return root
    return next((child for child in root.children if child.dep_ == "ccomp"), root)


def _of_main_verb(verb: Token) -> Iterator[Sign]:
    if verb.tag_ in OF_THE_MAIN_VERB:
        yield OF_THE_MAIN_VERB[verb.tag_]
    elif verb.tag_ == "VBN" and verb.dep_ == "ROOT" and not _has_auxiliary(verb):
        yield Sign.PAST  # "Ring road blocked for 11 hours"
    if verb.lemma_ == "be":
        yield Sign.BEING
    below = {child.dep_: child for child in verb.children}
    if "auxpass" in below:
        yield Sign.PASSIVE
    subject = below.get("nsubj", below.get("nsubjpass"))
    if subject is not None:
        yield from _of_subject(subject)
    elif verb.dep_ == "acl":  # the parser's slip: "The kiln reopened on Monday"
        yield Sign.PAST
    elif "expl" not in below:
        yield Sign.ORDER if verb.tag_ == "VB" and verb.i < FIRST_WORDS else Sign.BARE


def _has_auxiliary(verb: Token) -> bool:
    return any(child.dep_ in {"aux", "auxpass"} for child in verb.children)


def _of_subject(subject: Token) -> Iterator[Sign]:
    if subject.lower_ in ANYBODY:
        yield Sign.IT
    if subject.lemma_.lower() in BODY_NOUNS or subject.ent_type_ == "ORG":
        yield Sign.BODY_ACTS
    plain = subject.tag_ == "NNS" and not any(child.i < subject.i for child in subject.children)
    if plain and subject.lemma_.lower() not in IN_OFFICE:
        yield Sign.CROWD


def _of_shape(doc: Doc) -> Iterator[Sign]:
    if len(doc) < SHORT:
        yield Sign.SHORT
    if len(doc) > LONG:
        yield Sign.LONG
    if any(token.dep_ == "relcl" for token in doc):
        yield Sign.ASIDE
    if sum(token.dep_ == "conj" and token.pos_ == "VERB" for token in doc) > 1:
        yield Sign.CHAIN
    if text_of(doc).count('"') == 2 and _quoted(text_of(doc)) > len(text_of(doc)) / 2:  # noqa: PLR2004
        yield Sign.QUOTATION


def _quoted(text: str) -> int:
    return text.rindex('"') - text.index('"')
