"""Which clause of a sentence a time belongs to: the claim's own, one beside it, or the saying."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from bot.claims.clausewords import (
    FINITE,
    SUBJECTS,
    VERBS,
    below_verb,
    books_result,
    dates_subject,
    forecasts,
    goes_with,
    has_perfect,
    is_due,
    is_impersonal,
    is_passive,
    is_slip,
    names_thing,
    subjects_of,
    topmost_noun,
)
from bot.claims.days import Tense
from bot.claims.offsets import Offsets
from bot.claims.tenses import tense_of
from bot.claims.timewords import Written

_CHAIN = frozenset({"ccomp", "conj", "xcomp", "parataxis", "dep", "acomp", "oprd", "pcomp"})
_CONTENT = frozenset({"ccomp", "advcl", "parataxis"})
_ASIDE = frozenset({"relcl", "acl"})
# Cues that date the saying: "announced Friday". "Wardens counted 90 on Sunday" dates the event.
_UTTERING = frozenset({
    "say", "tell", "announce", "report", "confirm", "deny", "warn", "claim", "add", "state",
    "declare", "disclose", "reveal", "acknowledge", "admit", "insist", "argue", "testify", "write",
    "tweet", "post", "comment", "respond", "reply", "reject", "dismiss", "accuse", "allege",
    "describe", "explain", "note", "suggest", "indicate", "dispute", "call", "refuse", "decline",
    "repeat", "reiterate", "hint", "recall", "remark", "vow", "promise",
    "stress", "caution", "assert", "maintain", "contend", "concede", "quote", "cite", "pledge",
})  # fmt: skip
# Said to somebody even in the passive: "parents were warned on Friday".
_ADDRESSING = frozenset({"tell", "warn", "inform", "notify", "assure", "advise", "brief"})
_ON = frozenset({"on", "late", "early", "in"})
_CORRECTING = frozenset({"revise", "restate", "correct"})
_POLLS = frozenset({"poll", "survey"})
_FINDING = frozenset({"give", "put", "show", "find", "suggest", "have", "indicate", "see"})
_PAPERS = frozenset({
    "letter", "circular", "email", "e-mail", "memo", "report", "statement", "filing", "document",
    "notice", "note", "message", "briefing", "interview",
})  # fmt: skip
_INQUIRIES = _PAPERS | {"audit", "review", "study", "inquiry", "investigation", "assessment"}
_SEALED = frozenset({"sign", "agree", "buy", "sell", "appoint", "acquire", "hire"})
_DATED_ACTS = frozenset({"weekday", "near", "bare_day", "month_day", "day_month", "iso", "clock"})


_SAYING = 8
"""The rank of a saying's day, which counts only where no other stands."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A time's place: rank 1 is the claim's own clause, more is farther from it.

    `nominal` tells that the time describes a noun ("Friday's vote").
    """

    rank: int
    tense: Tense
    nominal: bool = False
    negated: bool = False


class Clauses:
    """The clauses of one sentence, and the words in it that attribute."""

    def __init__(self, sentence: Span, cue: Token | None, told: frozenset[int]) -> None:
        self._sentence = sentence
        self._cue = cue
        self._offsets = Offsets(sentence)
        self._closes = _closing(sentence, cue, told)

    def seat(self, time: Written) -> Seat | None:
        """Return the seat of a time, None if its clause is the saying or beside the claim."""
        root = self._offsets.root(time.start, time.end)
        top, nominal = below_verb(root)
        if names_thing(root, top, time) or (top.lemma_ in _POLLS and _finds(top.head)):
            return None
        if top.dep_ in SUBJECTS and top.lemma_ in _INQUIRIES and top.head == self._cue:
            return None  # "An audit in March had put the need at 37 million"
        clock = time.kind == "clock"
        nominal = (nominal and not clock) or (time.kind == "year" and self._is_for(time))
        if top.dep_ == "ROOT":
            return None if clock else Seat(2, Tense.OPEN, nominal=True)
        verb = self._own_verb(top.head, time) if not nominal else top.head
        if self._is_utterance(verb, top, time, nominal=nominal):
            return self._sealed_then(verb)
        rank = self._rank(verb, nominal=nominal)
        negated = any(child.dep_ == "neg" for child in verb.children)
        described = nominal or forecasts(verb)  # exports "this year", whatever the verb
        return Seat(rank, tense_of(verb), described, negated) if rank else None

    def _sealed_then(self, verb: Token) -> Seat | None:
        """Return a seat for the saying's day where what is said was sealed by saying it.

        "Orsk Rail has agreed to buy the Kelm line, both companies said on Monday."
        """
        if self._closes is None or verb != self._cue:
            return None
        done = (each for each in self._sentence if each.lemma_ in _SEALED and each.tag_ == "VBN")
        sealed = next(done, None)
        perfect = sealed is not None and sealed.i < verb.i and sealed.dep_ in _CHAIN | {"ROOT"}
        return Seat(_SAYING, Tense.PAST) if sealed and perfect and has_perfect(sealed) else None

    def _own_verb(self, verb: Token, time: Written) -> Token:
        """Return the verb that a time after it belongs to.

        Parsers hang "said on Monday the mill would shed 70 posts by May" on "said" twice.
        """
        if verb != self._cue:
            return verb
        if self._closes is not None and time.start < self._start(self._closes):
            return next((each for each in self._offsets.before(time.start) if _leads(each)), verb)
        for child in verb.rights:
            if child.dep_ in _CONTENT and self._start(child) < time.start:
                return child
        return verb

    def _is_for(self, time: Written) -> bool:
        """Tell the year of "passed the budget for 2026 on Friday", which is the budget's."""
        before = self._offsets.before(time.start)
        return len(before) > 1 and before[0].lower_ == "for" and before[1].pos_ == "NOUN"

    def _start(self, token: Token) -> int:
        return token.idx - self._sentence.start_char

    def _is_utterance(self, verb: Token, top: Token, time: Written, *, nominal: bool) -> bool:
        """Tell whether a time dates the saying: "announced Friday", "raised its forecast"."""
        if tense_of(verb) is Tense.FUTURE and verb.lemma_ == "call":
            return False  # "will call for a vote on June 3"
        if self._follows_saying(time) or (not nominal and self._is_told(verb)):
            return True
        if verb in self._sayings():
            return not nominal or top.dep_ != "dobj"
        return forecasts(verb) and not nominal and time.kind in _DATED_ACTS

    def _is_told(self, verb: Token) -> bool:
        """Tell whether a verb tells what is so, and does not bring it about.

        "... have been sent, the intelligence service estimated on Friday", "a poll last week gave
        them 39 percent", "revised the toll on Monday".
        """
        closing = self._closes is not None and verb == self._cue
        return closing or _finds(verb) or verb.lemma_ in _CORRECTING or books_result(verb)

    def _follows_saying(self, time: Written) -> bool:
        """Tell whether a time stands right after a word of saying: "said on Monday the mill".

        The parser may hang it on what was said.
        """
        nearest = (each for each in self._offsets.before(time.start) if each.lower_ not in _ON)
        word, cue = next(nearest, self._sentence[0]), self._cue
        if self._offsets.at(time.end).tag_ == "POS":
            return False  # "said last week's fire was put out"
        if word.pos_ != "VERB" or word.dep_ == "amod":  # "their reported first-half profit"
            return False
        addressed = is_passive(word) and not is_impersonal(word)
        if word.lemma_ not in (_ADDRESSING if addressed else _UTTERING):
            return False
        return cue is None or word == cue or cue.lemma_ == "cite"

    def _sayings(self) -> Iterator[Token]:
        """Give the verbs of saying: the cue, those beside it, the one that "citing" hangs on."""
        cue = self._cue
        if cue is None:
            root = self._sentence.root
            if root.lemma_ in _UTTERING and not is_passive(root):
                yield root
            return
        if cue.lemma_ in _UTTERING:
            yield cue
            yield from (each for each in cue.conjuncts if self._closes is None or each.i > cue.i)
        if cue.lemma_ == "cite" or cue.dep_ == "xcomp":  # "refused on Sunday to say"
            yield cue.head

    def _rank(self, verb: Token, *, nominal: bool) -> int:
        """Return 1 for the claim's own clause, more for clauses on its nouns, 0 for others."""
        rank = 2 if nominal else 1
        token = verb
        while token.dep_ != "ROOT" and not is_slip(token):
            if token.dep_ in _ASIDE or is_due(token):
                noun = topmost_noun(token.head)
                told = noun.head in self._sayings() or token.head.lemma_ in _PAPERS
                if noun.dep_ == "prep" and told:
                    return 0  # "has told Varno in a letter seen on Friday"
                if noun.dep_ in SUBJECTS and not dates_subject(token, nominal=nominal):
                    return 0
                rank, token = rank + 2, noun
            elif token.dep_ not in _CHAIN and not goes_with(token):
                return rank + 2 if nominal or self._is_content(token) else 0
            rank += token.dep_ == "advcl"
            token = _above(token)
        return rank

    def _is_content(self, token: Token) -> bool:
        """Tell whether an adverbial clause is the content after all, as parsers slip there."""
        marked = any(child.dep_ in {"mark", "advmod"} for child in token.lefts)
        return token.dep_ == "advcl" and not marked and token.head == self._cue


def _finds(verb: Token) -> bool:
    """Tell "a poll gave them 39 percent" from "polls open"."""
    polls = any(each.lemma_ in _POLLS for each in subjects_of(verb))
    return polls and verb.lemma_ in _FINDING


def _closing(sentence: Span, cue: Token | None, told: frozenset[int]) -> Token | None:
    """Return the first word of an attribution set off behind what it attributes, if it is so.

    "The Kelm bridge fell on Friday morning, Lena Orsk said", but not "On Monday, Lena Orsk
    said that the Kelm bridge fell".
    """
    first = min(told, default=0)
    if cue is None or first <= sentence.start or cue.doc[first - 1].text not in ',"':
        return None
    if any(child.dep_ == "ccomp" for child in cue.rights):
        return None
    before = cue.doc[sentence.start : first]
    return cue.doc[first] if any(each.tag_ in FINITE | {"MD"} for each in before) else None


def _leads(token: Token) -> bool:
    """Tell the verb of a clause from its auxiliaries and from those that describe a noun."""
    return token.pos_ in VERBS and token.dep_ in _CHAIN | {"ROOT", "advcl"}


def _above(token: Token) -> Token:
    """Climb by one, or by two in "wants the museum, once repaired, to open in June"."""
    head = token.head
    between = token.doc[head.i : token.i]
    slipped = token.dep_ == "xcomp" and head.dep_ == "advcl"
    return head.head if slipped and any(each.text == "," for each in between) else head
