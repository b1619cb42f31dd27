"""Which words attribute a statement, to whom, and what is left as its content."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

SAYING = frozenset(
    """say tell add state announce claim report note explain insist argue warn confirm disclose
    reveal declare estimate reckon predict forecast suggest indicate find accuse allege acknowledge
    admit concede accept maintain assert stress describe call promise pledge vow threaten order
    rule testify write tweet deny dismiss reject refute dispute contend recall remark reply respond
    answer complain caution hint urge conclude calculate project expect believe think show speak
    put count blame identify repeat reiterate affirm acknowledge certify attest conjecture assess
    emphasize emphasise highlight point observe comment hear inform brief voice document quote
    quip joke recount learn understand swear rebut contradict recommend propose list record see
    argue""".split()
)
"""Reporting verbs, by lemma; which of them need what beside them is told below."""

WITH_FIGURE = frozenset(
    "put count list estimate set speak document calculate see find show hold expect".split()
)
"""These attribute only a figure or a that-clause: "put the number of injured at 86"."""

WEAK = frozenset(
    """find show expect believe think hear learn understand point list record put count speak call
    order rule accept report note observe cite answer identify document set respond reply highlight
    describe blame urge propose recommend see""".split()
)
"""These are cues only with content of their own: a clause, a quotation, or a figure."""

OBJECTING = frozenset(
    "deny dismiss reject refute dispute rebut contradict accuse blame plead decline".split()
)
"""These attribute with a plain object too: "denied the report", "rejected the figure of 1,500"."""

ACTING = frozenset(
    """ask demand offer want seek hope aim plan trim cut lower raise reduce increase revise halve
    double stick agree pledge consider press request apply propose decline refuse""".split()
)
"""A body does with these what it says: "The union is asking for 7 per cent", "revised to 6.1"."""

ACTED_ON = frozenset(
    """claim demand forecast estimate figure count number offer target guidance outlook projection
    cent percent magnitude toll""".split()
)

SPEAKING_FORMS = frozenset("says said tells told adds added reports reported claims claimed".split())

TAIL_FORMS = SPEAKING_FORMS | frozenset(
    """insists insisted shows showed show say tell state states stated wrote writes forecasts forecast estimates estimated argues argued warns
    warned explains explained notes noted announced confirmed confirms suggests suggested believes
    admitted admits ruled revealed reveals heard predicts predicted declares declared""".split()
)
"""Forms that close a sentence: ", a leaked email shows." The parser often takes them for nouns."""

BINDING = frozenset(
    "order promise pledge vow threaten agree urge offer claim deny expect plan propose".split()
)
"""These take what is said as an infinitive: "He ordered the dealer to repay"."""

ASIDE = frozenset(("relcl", "acl", "advcl", "pcomp"))
"""Clauses whose cues do not speak for the sentence: "44 of the 60 that Astana promised"."""


IN_PHRASE = frozenset(("DET", "ADJ", "NOUN", "PROPN", "PRON", "PART", "PUNCT", "NUM", "ADP", "CCONJ"))


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it (`source`, the head of the phrase), by which word, and where the content is.

    `head` is the verb or noun that the content hangs on; `told` holds the indexes of the tokens
    that belong to the attribution and not to the content.
    """

    source: Token
    cue: Token
    head: Token
    told: frozenset[int]
    outer: tuple[Token, ...] = ()  # sources further out: "According to RBC Ukraine, Zelensky ..."


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
    found = [a for a in _attributions(doc, quoted) if a.source.i not in quoted]
    if not found:
        return None
    found.sort(key=lambda a: (a.cue.lower_ != "citing", _depth(a.cue), a.cue.i))
    first = found[0]
    outer = tuple(a.source for a in found[1:] if a.source != first.source)
    return Attribution(first.source, first.cue, first.head, first.told, outer)


def _attributions(doc: Doc, quoted: frozenset[int]) -> Iterator[Attribution]:
    for token in doc:
        if token.i in quoted:
            continue
        if token.lower_ == "according" and (source := _according(token)):
            yield _built(source, token, _content_above(token))
        elif token.lower_ == "citing" and (source := _cited(token)):
            yield _built(source, token, token.sent.root)
        elif tail := _tail(token):
            yield tail
        elif _is_saying(token) and not _aside(token) and (source := _speaker(token)):
            if head := _content(token, quoted):
                yield _built(source, token, head)
        elif token.lemma_.lower() in ACTING and token.pos_ == "VERB" and _acts(token):
            source = _subject(token)
            if source is not None:
                yield Attribution(source, token, token, frozenset())


def _cited(token: Token) -> Token | None:
    """Return whom "the Bugle reported, citing a ministerial adviser" goes back to."""
    return next((c for c in token.children if c.dep_ == "dobj"), None)


def _tail(cue: Token) -> Attribution | None:
    """Read ", the news site Ala-Too Post reports." by its words, whatever the parse."""
    doc = cue.doc
    if cue.lower_ not in TAIL_FORMS:
        return None
    start = cue.i
    while start > 0 and doc[start - 1].pos_ in IN_PHRASE and doc[start - 1].text not in {",", '"'}:
        start -= 1
    if start == cue.i or start < 2 or doc[start - 1].text not in {",", '"'}:
        return None
    phrase = list(doc[start : cue.i])
    source = _head_of(phrase)
    told = frozenset(range(start, cue.i + 1))
    below = next((c for c in cue.children if c.dep_ == "ccomp" and c.i > cue.i), None)
    above = cue.sent.root if cue.sent.root.i not in told else doc[0]
    return Attribution(source, cue, below or above, told)


def _head_of(phrase: list[Token]) -> Token:
    """Return the noun that a phrase is about: the last before "of", "in", "for"."""
    head = phrase[0]
    for token in phrase:
        if token.pos_ == "ADP" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
            break
        if token.pos_ in {"NOUN", "PROPN", "PRON"}:
            head = token
    return head


def _aside(cue: Token) -> bool:
    """Tell a cue of a side clause, but for one that goes on speaking: ", saying that ..."."""
    clause = cue
    while clause.dep_ not in ASIDE and clause.head != clause:
        clause = clause.head
    if clause.head == clause or clause.dep_ not in ASIDE:
        return False
    return not (clause == cue and clause.dep_ == "advcl" and clause.tag_ == "VBG")


def _is_saying(token: Token) -> bool:
    if token.lower_ in SPEAKING_FORMS and token.pos_ in {"VERB", "NOUN", "AUX"}:
        return token.pos_ == "VERB" or _speaker(token) is not None
    return token.lemma_.lower() in SAYING and token.pos_ == "VERB"


def _acts(token: Token) -> bool:
    """Tell "trimmed its own claim to 6 per cent" and "is asking for" from "cut the rope"."""
    lemma = token.lemma_.lower()
    if lemma in {"ask", "demand", "consider", "press", "request", "apply", "seek"}:
        return token.dep_ in {"ROOT", "conj"} and not _passive(token)
    objects = {t.lemma_.lower() for t in token.subtree}
    return token.dep_ in {"ROOT", "conj"} and not _passive(token) and bool(objects & ACTED_ON)


def _according(token: Token) -> Token | None:
    to = next((c for c in token.children if c.lower_ == "to"), None)
    if to is None and token.i + 1 < len(token.doc) and token.nbor().lower_ == "to":
        to = token.nbor()
    if to is None:
        return None
    return next((c for c in to.children if c.dep_ == "pobj"), None)


def _speaker(cue: Token) -> Token | None:
    """Return the head of who speaks: the subject, before or after the verb, or of a verb above."""
    if (subject := _subject(cue)) is not None:
        return subject
    if cue.dep_ in {"conj", "advcl", "xcomp", "acl"} and cue.head != cue:
        above = cue.head
        if cue.dep_ == "acl" and above.pos_ in {"NOUN", "PROPN"}:
            return None if cue.tag_ == "VBN" else above
        return _subject(above)
    return None


def _subject(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "nsubj":
            return _antecedent(child, verb)
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return _subject(verb.head)
    return None


def _antecedent(subject: Token, verb: Token) -> Token:
    """Return what a relative pronoun stands for: "the agency, which said ..."."""
    if subject.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl":
        return verb.head
    return subject


def _content(cue: Token, quoted: frozenset[int]) -> Token | None:
    """Return the head of what is said, None if the verb attributes nothing here."""
    lemma = cue.lemma_.lower()
    for child in cue.children:
        if child.dep_ == "ccomp" or (child.dep_ == "xcomp" and lemma in BINDING):
            return child
    if cue.dep_ in {"ccomp", "parataxis"} and cue.head.i < cue.i and cue.i > len(cue.doc) // 2:
        return cue.head  # ", the news site Ala-Too Post reports." hangs below what it reports
    if lemma in WITH_FIGURE and _has_number(cue):
        return cue
    if lemma in OBJECTING and any(c.dep_ in {"dobj", "prep", "xcomp"} for c in cue.children):
        return cue
    if quoted and not (lemma in WEAK and cue.dep_ != "ROOT"):
        return _quoted_head(cue.doc, quoted) or cue
    if lemma in WEAK:
        return None
    if any(c.dep_ in {"dobj", "prep", "advcl", "parataxis"} for c in cue.children):
        return cue
    return None


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
    return Attribution(source, cue, head, _told(source, cue, head))


def _told(source: Token, cue: Token, head: Token) -> frozenset[int]:
    """Return the tokens of the cue, its source and its adverbials, but nothing of the content."""
    if head == cue:
        return frozenset({t.i for t in source.subtree} | {cue.i})
    content = {t.i for t in head.subtree} if head in list(cue.subtree) else set()
    told = {t.i for t in cue.subtree} - content if content else {cue.i}
    return frozenset(told | {t.i for t in source.subtree} | {cue.i})


def _passive(verb: Token) -> bool:
    return any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children)


def _has_number(cue: Token) -> bool:
    return any(t.like_num or t.pos_ == "NUM" for t in cue.subtree)


def _depth(token: Token) -> int:
    return sum(1 for _ in token.ancestors)
