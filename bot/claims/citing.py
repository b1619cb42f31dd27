"""Attributions that are set off: "according to", "citing", and those that close a sentence."""

from dataclasses import replace

from spacy.tokens import Token

from bot.claims.attributed import Attribution, built, subject_of
from bot.claims.names import BODY_NOUNS, PERSON_NOUNS
from bot.claims.reporting import BARE_FORMS, RECKONINGS, SAYING, TAIL_FORMS

IN_PHRASE = frozenset("DET ADJ NOUN PROPN PRON PART PUNCT NUM ADP CCONJ".split())
NOUNS = frozenset(("NOUN", "PROPN", "PRON"))
LONGEST_SPEAKER = 6  # tokens: "Vale Fire and Rescue Service:"
SPEAKERS = (PERSON_NOUNS | BODY_NOUNS) - frozenset("party force team campaign trust body".split())
LEAST_BEFORE_TAIL = 2
"""Tokens that must stand before a closing attribution for there to be a content."""


def according(token: Token, quoted: frozenset[int]) -> Attribution | None:  # noqa: ARG001
    """Read "according to Lena Orsk"."""
    if token.lower_ != "according":
        return None
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        to = token.nbor()
    source = to and next((c for c in to.children if c.dep_ == "pobj"), None)
    apart = token.i == 0 or token.nbor(-1).text == ","
    if to is None or source is None:
        return None
    found = built(source, token, _content_above(token))
    return replace(found, told=found.told | {to.i}, closing=apart)


def citing(token: Token, quoted: frozenset[int]) -> Attribution | None:  # noqa: ARG001
    """Read whom "the Delta Post reported, citing a retired judge" goes back to."""
    if token.lower_ != "citing":
        return None
    source = next((c for c in token.children if c.dep_ == "dobj"), None)
    return built(source, token, token.sent.root) if source else None


def closing(cue: Token, quoted: frozenset[int]) -> Attribution | None:  # noqa: ARG001
    """Read ", the local daily Delta Post reports." by its words, whatever the parse."""
    doc = cue.doc
    if cue.lower_ not in TAIL_FORMS or (cue.lower_ in BARE_FORMS and not _ends(cue)):
        return None
    # "the mayor of Varno, Lena Orsk, tells the local daily Delta Post"
    end = cue.i - 1 if _after_name(cue) and subject_of(cue) is None else cue.i
    start = end
    while start > 0 and _in_phrase(doc[start - 1]):
        start -= 1
    if start == end or start < LEAST_BEFORE_TAIL or doc[start - 1].text not in ',"':
        return None
    if doc[start].pos_ == "ADP" or doc[start].tag_ in {"WDT", "WP"}:
        return None  # "for six minutes, without notes"; "the ferry, which she said was safe"
    told = frozenset(range(start, cue.i + 1))
    clauses = [c for c in cue.children if c.dep_ in {"ccomp", "parataxis"}]
    head = clauses[0] if clauses else cue.sent.root if cue.sent.root.i not in told else doc[0]
    source = _head_of(list(doc[start:end]))
    if source.pos_ in {"CCONJ", "ADP", "PART"} or source.lower_ in {"cent", "percent"}:
        return None  # "In a survey, 37 per cent said ..."
    return Attribution(source, cue, head, told, closing=True, aside=_is_beside(cue))


def _is_beside(cue: Token) -> bool:
    """Tell "Orsk said she would appeal in Kelm, where, she claimed, votes were lost"."""
    root = cue.sent.root
    return cue.dep_ == "relcl" and root.i < cue.i and root.lemma_.lower() in SAYING


def reckoned(token: Token, quoted: frozenset[int]) -> Attribution | None:  # noqa: ARG001
    """Read "By the guild's count 37 barges sank" and ", by its own reckoning"."""
    doc = token.doc
    before = range(max(0, token.i - LONGEST_SPEAKER), token.i)
    by = next((i for i in reversed(before) if doc[i].lower_ == "by"), None)
    if token.lower_ not in RECKONINGS or by is None or (by > 0 and doc[by - 1].text != ","):
        return None
    owners = [t for t in doc[by + 1 : token.i] if t.tag_ in {"POS", "PRP$"}]
    if not owners:
        return None
    source = owners[-1] if owners[-1].tag_ == "PRP$" else owners[-1].nbor(-1)
    told = frozenset(range(by, token.i + 1))
    root = token.sent.root
    head = root if root.i not in told else doc[0 if by else min(token.i + 1, len(doc) - 1)]
    return Attribution(source, token, head, told, closing=True)


def leading(colon: Token, quoted: frozenset[int]) -> Attribution | None:  # noqa: ARG001
    """Read "Police: 37 people evacuated", as live blogs and headlines put it."""
    doc = colon.doc
    if colon.text != ":" or not 0 < colon.i <= LONGEST_SPEAKER or colon.i + 1 == len(doc):
        return None
    phrase = list(doc[: colon.i])
    head = _head_of(phrase)
    speaks = head.lemma_.lower() in SPEAKERS or head.ent_type_ in {"PERSON", "ORG"}
    if not speaks or phrase[0].pos_ == "ADP" or not all(_in_phrase(token) for token in phrase):
        return None
    return Attribution(head, colon, doc[colon.i + 1], frozenset(range(colon.i + 1)), closing=True)


def _ends(cue: Token) -> bool:
    """Tell "survey results show." from "the Varno State Theatre"."""
    return cue.i + 1 == len(cue.doc) or cue.nbor().text in {".", ","}


def _after_name(cue: Token) -> bool:
    before = cue.doc[max(0, cue.i - 2) : cue.i]
    return len(before) > 1 and before[1].text == "," and before[0].pos_ == "PROPN"


def _in_phrase(token: Token) -> bool:
    """Tell the words of a noun phrase: "letters seen by the Delta Post", "the mill has"."""
    if token.text in ',"':
        return False
    return token.pos_ in IN_PHRASE or token.tag_ == "VBN" or token.lower_ in {"has", "have", "had"}


def _head_of(phrase: list[Token]) -> Token:
    """Return the noun that a phrase is about: the last before "of", "in", "for"."""
    head = phrase[0] if phrase[0].pos_ != "DET" else phrase[-1]
    for token in phrase:
        if head.pos_ in NOUNS and (
            token.pos_ == "ADP" or token.dep_ == "acl" or token.text == "("
        ):
            break
        if token.pos_ in NOUNS:
            head = token
    return head


def _content_above(according: Token) -> Token:
    above = according
    while above.head != above and above.dep_ != "ccomp":
        above = above.head
    return above
