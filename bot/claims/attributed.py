"""What an attribution is: who says something, by which word, and what is left as its content."""

from dataclasses import dataclass

from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it (`source`, the head of the phrase), by which word, and where the content is.

    `head` is the verb or noun that the content hangs on; `told` holds the indexes of the tokens
    that belong to the attribution and not to the content. `others` are further ones of the
    sentence: "According to Varno Radio, Orsk stated". `closing` marks one that is set off by a
    comma from what it attributes, `aside` one of a side clause or of a noun, which attributes
    something in the sentence, but not the sentence: "37 of the 73 that Varno promised".
    """

    source: Token
    cue: Token
    head: Token
    told: frozenset[int]
    others: tuple["Attribution", ...] = ()
    closing: bool = False
    aside: bool = False


def built(source: Token, cue: Token, head: Token) -> Attribution:
    """Tell the tokens of the cue, its source and its adverbials from those of the content."""
    phrase = {t.i for t in source.subtree} | {cue.i}
    if head == cue or head not in cue.subtree:
        return Attribution(source, cue, head, frozenset(phrase))
    content = {t.i for t in head.subtree}
    beside = {t.i for t in cue.subtree} - content - _said_besides(cue)
    return Attribution(source, cue, head, frozenset(beside | phrase))


def _said_besides(cue: Token) -> set[int]:
    """Return what is said by a second verb: "confirmed that they had met but said that ..."."""
    more = (verb for verb in cue.conjuncts if verb.head == cue and verb.i > cue.i)
    return {t.i for verb in more for c in verb.children if c.dep_ == "ccomp" for t in c.subtree}


def subject_of(verb: Token) -> Token | None:
    """Return who does it, "the agency" for the "which" of "the agency, which said"."""
    for child in verb.children:
        if child.dep_ == "nsubj":
            return verb.head if _is_relative(child, verb) else child
    if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return subject_of(verb.head)
    return None


def _is_relative(subject: Token, verb: Token) -> bool:
    """Tell a pronoun that stands for what is before it: "the agency, which said ..."."""
    return subject.lower_ in {"who", "which", "that"} and verb.dep_ == "relcl"
