"""Who speaks: from the phrase that a cue hangs on to a name, through the cast of the article."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from bot.claims.media import is_media
from bot.claims.names import (
    BODY_NOUNS,
    FIRM_NOUNS,
    PERSON_NOUNS,
    TITLES,
    Cast,
    is_body_name,
    is_public,
    name_of,
)
from bot.claims.parsed import root_of
from bot.claims.phrases import run_at, short_phrase

HE = frozenset(("he", "she"))
OTHERS = frozenset(("central", "rival", "local", "another", "other"))
HIS = frozenset(("his", "her", "their"))
IT = frozenset(("it", "they", "we", "its", "their"))
SPEAKS_FOR = frozenset(("spokesman", "spokeswoman", "spokesperson", "spokespeople"))
VOICE = frozenset("poll survey report reports statement figures data bulletin briefing".split())
NOBODY = frozenset(
    "there this that these those which what who some many others everyone nobody none".split()
)
ANY_KIND = frozenset(
    """agency service authority office institute organisation organization body group charity
    association foundation watchdog regulator trust mission centre center bureau""".split()
)
"""What a body may be whose name does not tell: "Statistics Varno", "the agency"."""
UNNAMED = frozenset(
    """person source people aide insider witness expert resident neighbour neighbor relative
    friend colleague passenger villager bystander diplomat""".split()
)
"""Who speaks without a name is not "it" in what follows."""
FUNCTION_WORDS = frozenset(("CCONJ", "SCONJ", "ADP", "PART", "PUNCT", "AUX"))
DEFINITE = frozenset(("the", "its", "their", "his", "her"))


def claimant_of(source: Token, cast: Cast) -> str | None:
    """Return the fullest name for who speaks, or the plain words for one who is not named."""
    low = source.lower_
    if low in HE:
        return _said_of_itself(source, cast) or cast.person
    if low in IT:
        return _said_of_itself(source, cast) or cast.body
    if low in NOBODY or source.pos_ in FUNCTION_WORDS:
        return None
    return _named(source, cast) or _described(source, cast)


def _said_of_itself(pronoun: Token, cast: Cast) -> str | None:
    """Return the subject before it: "Orsk Mills slid into debt, it told the exchange"."""
    if pronoun.lower_ == "it":
        return next(_subjects(pronoun, cast), None)
    if pronoun.lower_ not in HE:
        return _subject_body(pronoun, cast)
    return next((n for n in _subjects(pronoun, cast) if n in cast.people.values()), None)


def _subject_body(word: Token, cast: Cast) -> str | None:
    """Return the body that is a subject before the word, None if there is none."""
    return next((n for n in _subjects(word, cast) if n not in cast.people.values()), None)


def _subjects(word: Token, cast: Cast) -> Iterator[str]:
    """Give the names of the sentence's subjects before the word."""
    for token in word.doc[: word.i]:
        if token.dep_ not in {"nsubj", "nsubjpass"}:
            continue
        if run := next(_runs_of(token), []) or _one_of_a_kind(token):
            yield cast.full(name_of(run))
        elif token.lemma_.lower() in BODY_NOUNS and (body := _described(token, cast)):
            yield body  # "The prime minister's office denied it: the note, an aide said"


def _named(source: Token, cast: Cast) -> str | None:
    """Return the name in the phrase: its head, what it stands beside, or whom it speaks for."""
    for run in _runs_of(source):
        return cast.full(name_of(run))
    return _spoken_for(source, cast) if source.lower_ in SPEAKS_FOR | VOICE else None


def _runs_of(source: Token) -> Iterator[list[Token]]:
    """Give the names that the phrase may be called by, the nearest first."""
    beside = [c for c in source.children if c.dep_ == "appos"]
    above = [source.head] if source.dep_ == "appos" else []
    for token in (source, *beside, *above):
        if run := run_at(token):
            yield run
    if example := _such_as(source):
        yield example
    if calling := _calling_itself(source):
        yield calling


def _one_of_a_kind(source: Token) -> list[Token]:
    """Return the name in "a chain of 40 bakeries, Crumb & Daughters,"."""
    for child in source.children:
        if child.lower_ == "of":
            named = (n for c in child.children for n in c.children if n.dep_ == "appos")
            return next((run_at(n) for n in named if source.lower_ in BODY_NOUNS), [])
    return []


def _such_as(source: Token) -> list[Token]:
    """Return the one name given: "papers like The Delta Post (TDP) reported"."""
    for child in source.children:
        if child.lower_ == "as" and child.nbor(-1).lower_ == "such":
            return next((run_at(c) for c in child.children if c.dep_ == "pobj"), [])
    return []


def _calling_itself(source: Token) -> list[Token]:
    """Return the name in "a choir calling itself Low Tide", "a group known as Red Oar"."""
    for child in source.children:
        if child.dep_ == "acl" and child.lemma_ in {"call", "know", "name", "dub", "style"}:
            return next((run for t in child.subtree if (run := run_at(t))), [])
    return []


def _spoken_for(source: Token, cast: Cast) -> str | None:
    """Return the body behind "a spokesman for Orsk & Vale" or "a company spokesman"."""
    before = list(source.doc[max(0, source.i - 2) : source.i])
    if len(before) == 2 and before[1].text == "'s":  # noqa: PLR2004 - "the mill's report"
        return claimant_of(before[0], cast)
    for child in source.children:
        if child.dep_ == "poss" and child.lower_ in IT:
            return cast.body  # "Its daily log lists 37 rescues"
        if child.dep_ == "poss" and child.lower_ in HIS and source.lower_ in SPEAKS_FOR:
            return _person_of(source, cast)  # "Orsk will stay, her spokesman said"
        if (behind := _behind(child)) is not None:
            return claimant_of(behind, cast)
    return _last_to_speak(source, cast) if source.lower_ in SPEAKS_FOR else None


def _behind(child: Token) -> Token | None:
    """Return whose words they are: "of the mill", "from Orsk", "mill's", "company"."""
    if child.dep_ == "prep" and child.lower_ in {"for", "of", "from", "by"}:
        return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    named = child.dep_ in {"compound", "poss", "amod", "nmod"} and child.pos_ in {"NOUN", "PROPN"}
    return child if named else None


def _last_to_speak(source: Token, cast: Cast) -> str | None:
    """Return the body of a bare "a spokesman": the subject, or who spoke before in the paragraph.

    "Castle Vans denied it. "They were clean," a spokesman said."
    """
    spoke = cast.spoke if cast.spoke not in cast.people.values() else None
    return _subject_body(source, cast) or spoke or cast.body


def _person_of(word: Token, cast: Cast) -> str | None:
    return next((n for n in _subjects(word, cast) if n in cast.people.values()), cast.person)


def _described(source: Token, cast: Cast) -> str | None:
    """Resolve "the mayor", "the guild", "its river board"; else give the words themselves."""
    low = source.lemma_.lower()
    phrase = short_phrase(source)
    if not any(c.lower_ in DEFINITE for c in source.children) and not _leads(source):
        return phrase
    if low in cast.roles and source.tag_ == "NN":
        return cast.roles[low]
    if low == "office" and (whose := _office_of(source, cast)):
        return f"{whose}'s office"
    return _known_body(source, phrase, cast) or phrase


def _known_body(source: Token, phrase: str, cast: Cast) -> str | None:
    """Return which body "the bank" or "the agency" is, None if the article has not told."""
    low = source.lemma_.lower()
    bare = phrase.lower() == low
    if bare and low in cast.recent:
        return cast.recent[low]
    known = _same_kind(phrase, cast) if low in BODY_NOUNS else None
    if bare and low == "bank" and known:
        return known
    firm = _firm(source, phrase, cast) if low in FIRM_NOUNS else None
    return firm or known or (_kindless(cast) if bare and low in ANY_KIND else None)


def _kindless(cast: Cast) -> str | None:
    """Return who spoke last, if its name does not tell what kind of body it is."""
    named = cast.body in cast.bodies and cast.body not in cast.people.values()
    return cast.body if named and cast.body and not is_body_name(cast.body) else None


def _leads(source: Token) -> bool:
    """Tell the speaker of "Mayor: 37 dead"."""
    return source.i == 0 and len(source.doc) > 1 and source.nbor().text == ":"


def _firm(source: Token, phrase: str, cast: Cast) -> str | None:
    """Return which firm "the airline" is; "the central bank" is none of them."""
    if OTHERS & set(phrase.lower().split()):
        return None
    return _subject_body(source, cast) or cast.a_firm(source.lemma_.lower())


def _office_of(source: Token, cast: Cast) -> str | None:
    """Return whose "her office" is: "The mayor will come on Monday, her office said"."""
    if not any(child.dep_ == "poss" and child.lower_ in HIS for child in source.children):
        return None
    for token in source.doc[: source.i]:
        if token.dep_ in {"nsubj", "nsubjpass"} and token.pos_ != "PRON":
            run = run_at(token)
            return cast.full(name_of(run)) if run else short_phrase(token)
    return None


def _same_kind(phrase: str, cast: Cast) -> str | None:
    """Return the last body whose name holds the words: "the agency" -> "... disaster agency"."""
    words = set(phrase.lower().split())
    for body in reversed(cast.bodies):
        if words <= set(body.lower().replace("'s", "").split()):
            return body
    ahead = [b for b in cast.ahead if words <= set(b.lower().split())]
    return ahead[0] if len(ahead) == 1 else None


def _main_subject(doc: Doc) -> Token | None:
    return next((c for c in root_of(doc).children if c.dep_ in {"nsubj", "nsubjpass"}), None)


def follow(doc: Doc, cast: Cast) -> None:
    """Keep whom a sentence is about, so that "he" in the next one finds the mayor of this one."""
    subject = _main_subject(doc)
    if subject is None or subject.pos_ == "PRON":
        return
    run = run_at(subject)
    name = cast.full(name_of(run)) if run else _spoken_for(subject, cast)
    if name is None:
        return
    if name in cast.people.values():
        cast.person = name
    elif is_body_name(name) or name in cast.bodies:
        cast.body = name


def subject_named(doc: Doc, cast: Cast) -> str | None:
    """Return the person or body that a sentence is about: "Varno is yet to answer"."""
    subject = _main_subject(doc)
    if subject is None or not (run_at(subject) or subject.lemma_.lower() in BODY_NOUNS):
        return None
    return claimant_of(subject, cast)


def _spoken_of(source: Token, cast: Cast) -> str | None:
    """Return whom several speak of: "Orsk will step down, two directors said"; then "he said"."""
    subjects = (t for t in source.doc if t.dep_ in {"nsubj", "nsubjpass"} and t != source)
    names = (cast.full(name_of(run)) for t in subjects if (run := run_at(t)))
    return next((n for n in names if n in cast.people.values()), None)


def remember(source: Token, claimant: str | None, cast: Cast) -> None:
    """Keep who spoke last, so that "she said" and "the company said" find them."""
    if claimant is None:
        return
    low = source.lemma_.lower()
    if low in SPEAKS_FOR:
        cast.person = cast.body = claimant  # "He added", "The spokesman said"
        return
    several = source.tag_ == "NNS"  # "two directors said": none of them is "he"
    if claimant in cast.people.values() or (not several and low in PERSON_NOUNS | TITLES | HE):
        cast.person = claimant
        return
    cast.person = (_spoken_of(source, cast) if several else None) or cast.person
    if len(claimant.split()) > 1 and source.tag_ == "NNP" and not is_body_name(claimant):
        cast.person = claimant  # the tagger did not see a person in "Lena Orsk"
    if low in UNNAMED:
        return  # "according to a person familiar with its accounts"
    cast.body = claimant
    if claimant in cast.bodies and not is_public(claimant):
        cast.firm = claimant
    if not is_media(claimant) and (is_body_name(claimant) or low in BODY_NOUNS):
        cast.add_body(claimant)
