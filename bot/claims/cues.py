"""Which words attribute a statement, to whom, and what is left as its content."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from bot.claims.reporting import (
    ACTED_ON,
    ACTING,
    ALWAYS_ACTING,
    ASIDE,
    BARE_FORMS,
    BINDING,
    OBJECTING,
    SAYING,
    SPEAKING_FORMS,
    TAIL_FORMS,
    WEAK,
    WITH_FIGURE,
)

IN_PHRASE = frozenset("DET ADJ NOUN PROPN PRON PART PUNCT NUM ADP CCONJ".split())
NOUNS = frozenset(("NOUN", "PROPN", "PRON"))
LEAST_BEFORE_TAIL = 2
"""Tokens that must stand before a closing attribution for there to be a content."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it (`source`, the head of the phrase), by which word, and where the content is.

    `head` is the verb or noun that the content hangs on; `told` holds the indexes of the tokens
    that belong to the attribution and not to the content. `others` are further ones of the
    sentence: "According to Varno Radio, Orsk stated". `closing` marks one that is set off by a
    comma from what it attributes.
    """

    source: Token
    cue: Token
    head: Token
    told: frozenset[int]
    others: tuple["Attribution", ...] = ()
    closing: bool = False


def quoted_tokens(doc: Doc, *, inside: bool) -> frozenset[int]:
    """Return the indexes of tokens between quotation marks; `inside` is the state at the start."""
    found: set[int] = set()
    for token in doc:
        if token.text == '"':
            inside = not inside
        elif inside:
            found.add(token.i)
    return frozenset(found)


def attribution(doc: Doc, quoted: frozenset[int]) -> Attribution | None:
    """Return the outermost attribution of a sentence, None if it speaks for itself."""
    read = (_read(token, quoted) for token in doc if token.i not in quoted)
    found = [a for a in read if a and a.source.i not in quoted]
    if not found:
        return None
    found.sort(key=_how_far_in)
    first = found[0]
    return replace(first, others=tuple(a for a in found if a.source != first.source))


def _how_far_in(found: Attribution) -> tuple[bool, int, int]:
    """Order by depth in the sentence, but whoever is cited stands behind all the others.

    One that is set off is outermost whatever the parse: "The town council asked three
    builders for plans in May, a leaked letter shows."
    """
    depth = 0 if found.closing else 1 + sum(1 for _ in found.cue.ancestors)
    return found.cue.lower_ != "citing", depth, found.cue.i


def _read(token: Token, quoted: frozenset[int]) -> Attribution | None:
    """Return the attribution that the token is the cue of."""
    for reading in READINGS:
        if found := reading(token, quoted):
            return found
    return None


def _according(token: Token, quoted: frozenset[int]) -> Attribution | None:  # noqa: ARG001
    """Read "according to Lena Orsk"."""
    if token.lower_ != "according":
        return None
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        to = token.nbor()
    source = to and next((c for c in to.children if c.dep_ == "pobj"), None)
    apart = token.i == 0 or token.nbor(-1).text == ","
    found = _built(source, token, _content_above(token)) if source else None
    return replace(found, closing=apart) if found else None


def _citing(token: Token, quoted: frozenset[int]) -> Attribution | None:  # noqa: ARG001
    """Read whom "the Delta Post reported, citing a retired judge" goes back to."""
    if token.lower_ != "citing":
        return None
    source = next((c for c in token.children if c.dep_ == "dobj"), None)
    return _built(source, token, token.sent.root) if source else None


def _closing(cue: Token, quoted: frozenset[int]) -> Attribution | None:  # noqa: ARG001
    """Read ", the local daily Delta Post reports." by its words, whatever the parse."""
    doc = cue.doc
    if cue.lower_ not in TAIL_FORMS or (cue.lower_ in BARE_FORMS and not _ends(cue)):
        return None
    # "the mayor of Varno, Lena Orsk, tells the local daily Delta Post"
    end = cue.i - 1 if _after_name(cue) and _subject(cue) is None else cue.i
    start = end
    while start > 0 and _in_phrase(doc[start - 1]):
        start -= 1
    if start == end or start < LEAST_BEFORE_TAIL or doc[start - 1].text not in ',"':
        return None
    if doc[start].pos_ == "ADP":
        return None  # "for six minutes, without notes"
    told = frozenset(range(start, cue.i + 1))
    clauses = [c for c in cue.children if c.dep_ in {"ccomp", "parataxis"}]
    head = clauses[0] if clauses else cue.sent.root if cue.sent.root.i not in told else doc[0]
    return Attribution(_head_of(list(doc[start:end])), cue, head, told, closing=True)


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


def _saying(token: Token, quoted: frozenset[int]) -> Attribution | None:
    """Read a reporting verb with a subject and something that is said."""
    if not _is_saying(token) or _aside(token):
        return None
    source, head = _speaker(token), _content(token, quoted)
    if source is None or head is None or _is_label(source):
        return None
    return _built(source, token, head)


def _is_label(source: Token) -> bool:
    """Tell "Correction: An earlier version of this article said ..."."""
    return source.i + 1 < len(source.doc) and source.nbor().text == ":"


def _acting(token: Token, quoted: frozenset[int]) -> Attribution | None:  # noqa: ARG001
    """Read "lowered the claim to 8 per cent" and "asks for time", not "cut the rope"."""
    lemma = token.lemma_.lower()
    if lemma not in ACTING or token.pos_ != "VERB" or token.dep_ not in {"ROOT", "conj"}:
        return None
    source = _subject(token)
    if source is None or any(c.dep_ in {"nsubjpass", "auxpass"} for c in token.children):
        return None
    acted_on = {t.lemma_.lower() for t in token.subtree} & ACTED_ON
    told: frozenset[int] = frozenset()
    return Attribution(source, token, token, told) if lemma in ALWAYS_ACTING or acted_on else None


READINGS: tuple[Callable[[Token, frozenset[int]], Attribution | None], ...] = (
    _according,
    _citing,
    _closing,
    _saying,
    _acting,
)


def _head_of(phrase: list[Token]) -> Token:
    """Return the noun that a phrase is about: the last before "of", "in", "for"."""
    head = phrase[0]
    for token in phrase:
        if head.pos_ in NOUNS and (
            token.pos_ == "ADP" or token.dep_ == "acl" or token.text == "("
        ):
            break
        if token.pos_ in NOUNS:
            head = token
    return head


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
    return token.lemma_.lower() in SAYING and token.pos_ in {"VERB", "AUX"}


def _speaker(cue: Token) -> Token | None:
    """Return the head of who speaks: the subject, before or after the verb, or of a verb above."""
    if (subject := _subject(cue)) is not None:
        return subject
    above = cue.head
    if cue.dep_ == "acl" and above.pos_ in {"NOUN", "PROPN"}:
        return None if cue.tag_ == "VBN" else above
    if cue.dep_ in {"conj", "advcl", "xcomp"} and above != cue:
        return _subject(above)
    return None


def _subject(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "nsubj":
            return verb.head if _relative(child, verb) else child
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return _subject(verb.head)
    return None


def _relative(subject: Token, verb: Token) -> bool:
    """Tell a pronoun that stands for what is before it: "the agency, which said ..."."""
    return subject.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl"


def _content(cue: Token, quoted: frozenset[int]) -> Token | None:
    """Return the head of what is said, None if the verb attributes nothing here."""
    if clause := _clause(cue):
        return clause
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
    for child in cue.children:
        if child.dep_ == "ccomp" or (child.dep_ == "xcomp" and binding):
            return child
    closes = cue.head.i < cue.i and cue.i > len(cue.doc) // 2
    return cue.head if closes and cue.dep_ in {"ccomp", "parataxis"} else None


def _quoted_head(doc: Doc, quoted: frozenset[int]) -> Token | None:
    """Return the token inside the quotation that governs the rest of it."""
    inside = [doc[i] for i in sorted(quoted)]
    return next((t for t in inside if t.head.i not in quoted or t.head == t), None)


def _content_above(according: Token) -> Token:
    above = according
    while above.head != above and above.dep_ != "ccomp":
        above = above.head
    return above


def _built(source: Token, cue: Token, head: Token) -> Attribution:
    """Tell the tokens of the cue, its source and its adverbials from those of the content."""
    phrase = {t.i for t in source.subtree} | {cue.i}
    if head == cue or head not in cue.subtree:
        return Attribution(source, cue, head, frozenset(phrase))
    content = {t.i for t in head.subtree}
    beside = {t.i for t in cue.subtree} - content
    return Attribution(source, cue, head, frozenset(beside | phrase))
