"""Attributions by a verb: somebody says, denies, asks for, or puts a figure at something."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from bot.claims.attributed import Attribution, built, subject_of
from bot.claims.reporting import (
    ACTED_ON,
    ACTING,
    ALWAYS_ACTING,
    ASIDE,
    BINDING,
    OBJECTING,
    SAID_THINGS,
    SAYING,
    SCORNING,
    SPEAKING_FORMS,
    SURVEYS,
    TAKING_BACK,
    WEAK,
    WITH_FIGURE,
)

MAIN = frozenset(("ROOT", "conj", "ccomp"))
SUBJECT = frozenset(("nsubj", "nsubjpass", "expl"))
PERCENT = frozenset(("cent", "percent", "%"))


def saying(token: Token, quoted: frozenset[int]) -> Attribution | None:
    """Read a reporting verb with a subject and something that is said."""
    if not _is_saying(token):
        return None
    source, head = _speaker(token), _content(token, quoted)
    if source is None or head is None or _is_label(source):
        return None
    return replace(built(source, token, head), aside=_aside(token))


def _is_label(source: Token) -> bool:
    """Tell "Correction: An earlier version of this article said ..."."""
    return source.i + 1 < len(source.doc) and source.nbor().text == ":"


def acting(token: Token, quoted: frozenset[int]) -> Attribution | None:  # noqa: ARG001
    """Read "lowered the claim to 8 per cent" and "asks for time", not "cut the rope"."""
    lemma = token.lemma_.lower()
    if lemma == "charge" and token.pos_ == "VERB":
        return _charging(token)
    if lemma in SCORNING | TAKING_BACK | {"call"} and token.pos_ == "VERB":
        return _of_a_report(token)
    if lemma not in ACTING or token.pos_ != "VERB" or token.dep_ not in {"ROOT", "conj"}:
        return None
    source = subject_of(token)
    if source is None or any(c.dep_ in {"nsubjpass", "auxpass"} for c in token.children):
        return None
    acted_on = {t.lemma_.lower() for t in token.subtree} & ACTED_ON
    told: frozenset[int] = frozenset()
    return Attribution(source, token, token, told) if lemma in ALWAYS_ACTING or acted_on else None


def _charging(token: Token) -> Attribution | None:
    """Read "Prosecutors have charged a baker", which is what they say of the baker."""
    source = subject_of(token)
    accuser = source is not None and source.lemma_.lower() in {"prosecutor", "police"}
    return Attribution(source, token, token, frozenset()) if source and accuser else None


def _of_a_report(token: Token) -> Attribution | None:
    """Read "slammed the claims", "withdrew its report" and "will call for a vote".

    Not so "slammed the brakes", "withdrew its troops", "called the dog".
    """
    source, below = subject_of(token), list(token.children)
    things = {c.lemma_.lower() for c in below if c.dep_ == "dobj"} & SAID_THINGS
    will = any(c.tag_ == "MD" for c in below)
    calls = token.lemma_ == "call" and will and any(c.lower_ == "for" for c in below)
    negated = any(c.dep_ == "neg" for c in below)
    if source is None or negated or token.dep_ not in MAIN or not (things or calls):
        return None
    return Attribution(source, token, token, frozenset())


def _aside(cue: Token) -> bool:
    """Tell a cue of a side clause, but for one that goes on speaking: ", saying that ..."."""
    clause = cue
    while clause.dep_ not in ASIDE and clause.head != clause:
        clause = clause.head
    if clause.dep_ not in ASIDE or (clause.dep_ == "advcl" and _only_frames(clause.head)):
        return False
    return not (clause == cue and clause.dep_ == "advcl" and clause.tag_ == "VBG")


def _only_frames(main: Token) -> bool:
    """Tell the verb of "This came hours after Lena Orsk admitted that ..."."""
    return main.lemma_ in {"come", "follow"} and main.head == main


def _is_saying(token: Token) -> bool:
    if token.lower_ in SPEAKING_FORMS and token.pos_ == "NOUN":
        return _speaker(token) is not None  # "Kelm intelligence reports ..."
    if token.lemma_ in {"hit", "shoot", "fire"} and token.i + 1 < len(token.doc):
        return token.nbor().lower_ == "back"
    if token.lemma_ == "give" and (subject := subject_of(token)) is not None:
        return subject.lemma_.lower() in SURVEYS and _figured(token)
    return token.lemma_.lower() in SAYING and token.pos_ in {"VERB", "AUX"}


def _speaker(cue: Token) -> Token | None:
    """Return the head of who speaks: the subject, before or after the verb, or of a verb above."""
    if (subject := subject_of(cue)) is not None:
        return _survey_before(subject) or subject
    above = cue.head
    if cue.dep_ == "acl" and above.pos_ in {"NOUN", "PROPN"}:
        return None if cue.tag_ == "VBN" else above
    if cue.dep_ in {"conj", "advcl", "xcomp"} and above != cue:
        return subject_of(above)
    return None


def _survey_before(subject: Token) -> Token | None:
    """Return the survey of "In a survey of anglers, 37 per cent said they would not fish"."""
    if subject.lower_ not in PERCENT:
        return None
    before = subject.doc[: subject.i]
    return next((t for t in before if t.lemma_ in SURVEYS and t.dep_ == "pobj"), None)


def _content(cue: Token, quoted: frozenset[int]) -> Token | None:
    """Return the head of what is said, None if the verb attributes nothing here."""
    if clause := _clause(cue):
        return clause
    if cue.i + 1 < len(cue.doc) and cue.nbor().text == ":":
        return cue  # "The mayor added:"
    lemma = cue.lemma_.lower()
    below = {c.dep_ for c in cue.children}
    figured = lemma in WITH_FIGURE and _figured(cue)
    if figured or (lemma in OBJECTING and below & {"dobj", "prep", "xcomp", "acomp", "oprd"}):
        return cue
    if quoted and not (lemma in WEAK and cue.dep_ != "ROOT"):
        return _quoted_head(cue.doc, quoted) or cue
    spoken = lemma not in WEAK and below & {"dobj", "prep", "advcl", "parataxis"}
    return cue if spoken else None


def _figured(cue: Token) -> bool:
    """Tell "spoke of 37 barges" from "spoke for 37 minutes"."""
    if cue.lemma_ == "speak" and not any(c.lower_ == "of" for c in cue.children):
        return False
    return any(t.like_num or t.pos_ == "NUM" for t in cue.subtree)


def _clause(cue: Token) -> Token | None:
    """Return the verb of the clause that is said: below the cue, or above one that closes it."""
    binding = cue.lemma_.lower() in BINDING
    clauses = [c for c in cue.children if c.dep_ == "ccomp"]
    if len(clauses) > 1:  # "told VRT that": the parser takes the name for a verb
        return next((c for c in clauses if any(s.dep_ in SUBJECT for s in c.children)), clauses[0])
    for child in cue.children:
        if child.dep_ == "ccomp" or (child.dep_ == "xcomp" and binding):
            return child
    closes = cue.head.i < cue.i and cue.i > len(cue.doc) // 2
    return (
        cue.head if (closes or _is_inserted(cue)) and cue.dep_ in {"ccomp", "parataxis"} else None
    )


def _is_inserted(cue: Token) -> bool:
    """Tell "The levee, she admits, could break"."""
    start, doc = cue.left_edge.i, cue.doc
    after = doc[cue.i + 1].text if cue.i + 1 < len(doc) else ""
    return start > 0 and doc[start - 1].text == "," and after == ","


def _quoted_head(doc: Doc, quoted: frozenset[int]) -> Token | None:
    """Return the token inside the quotation that governs the rest of it."""
    inside = [doc[i] for i in sorted(quoted)]
    return next((t for t in inside if t.head.i not in quoted or t.head == t), None)
