"""When the claimed event happens, as days: the time that belongs to the claim's own clause."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from spacy.tokens import Span, Token

from bot.claims.days import Anchor, Days, Tense, Written, times_in
from bot.claims.model import When
from bot.claims.tenses import tense_of

_LEAD = re.compile(
    r"\b(?P<lead>by|before|since|until|till|through|after|from|following|ahead of|between)"
    r"(?: (?:about|around|at least|at the latest|early|late|the|mid))*[ -]?$",
    re.IGNORECASE,
)
_TO = re.compile(r" (?:and|to|until|till|through) |[-–]", re.IGNORECASE)
# "down from 57 last Wednesday", "more than in 2019": the time of what is compared with
_COMPARED = re.compile(
    r"\b(?:from|with|to|against|versus) (?:\w+ ){0,3}?[~$£€]?\d[\d.,]*\w*(?: ?%| per ?cent| percent| \w+lion)?"
    r"(?: an? \w+)? (?:in |on )?(?:the )?$"
    r"|\bthan (?:\w+ ){0,3}$|\bcompared (?:with|to) (?:[\w.,%]+ ){0,4}$",
    re.IGNORECASE,
)
_FORECASTS = frozenset(
    ["forecast", "estimate", "outlook", "guidance", "target", "projection", "prediction"]
)
_CHAIN = frozenset(
    {"ccomp", "conj", "xcomp", "ROOT", "parataxis", "dep", "acomp", "oprd", "pcomp"}
)
_VERBS = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_ASIDE = frozenset({"relcl", "acl"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass(frozen=True, slots=True)
class _Placed:
    """A time with the clause it belongs to; the lower the rank, the nearer to the claim."""

    rank: int
    start: int
    end: int
    days: Days


def when_of(sentence: Span, published: date | None, cue: Token | None = None) -> When | None:
    """Return the days of the claimed event, None where the sentence gives none or vague ones.

    Times of the utterance, those on `cue`, do not count. `published` is the day that relative
    times are counted from; without it only dates with a year resolve.
    """
    text = sentence.text
    times = [each for each in times_in(text) if not _COMPARED.search(text[: each.start][-48:])]
    if not times:
        return None
    clauses = _Clauses(sentence, cue)
    placed = [each for each in _placed(text, times, clauses, published) if each]
    return _chosen(text, placed)


def _placed(
    text: str, times: Sequence[Written], clauses: "_Clauses", published: date | None
) -> list[_Placed | None]:
    """Place each time in its clause; a range counts once."""
    found: list[_Placed | None] = []
    skip = False
    for first, last in pairwise([*times, None]):
        if skip or first is None:
            skip = False
            continue
        ranged = last is not None and _is_range(text, first, last)
        found.append(
            _place(text, (first, last) if ranged and last else (first,), clauses, published)
        )
        skip = ranged
    return found


def _is_range(text: str, first: Written, last: Written) -> bool:
    lead = _lead(text, first)
    between = text[first.end : last.start]
    return lead in {"between", "from"} and bool(_TO.fullmatch(between))


def _lead(text: str, time: Written) -> str:
    found = _LEAD.search(text[max(0, time.start - 30) : time.start])
    return found["lead"].lower() if found else ""


def _place(
    text: str, times: tuple[Written, ...], clauses: "_Clauses", published: date | None
) -> _Placed | None:
    seat = clauses.seat(times[0])
    if seat is None:
        return None
    rank, tense = seat
    lead = _lead(text, times[0])
    if lead == "since":
        tense = Tense.PAST
    spans = [each.days(Anchor(published, tense)) for each in times]
    if None in spans:
        return None
    known = [each for each in spans if each]
    days = _led(lead, (known[0][0], known[-1][1]), published, tense, ranged=len(times) > 1)
    return _Placed(rank, times[0].start, times[-1].end, days) if days else None


def _led(
    lead: str, days: Days, published: date | None, tense: Tense, *, ranged: bool
) -> Days | None:
    """Return the days that "by", "since", "until" and their like make of a time."""
    if ranged or lead in {"", "between", "from"}:
        return days if days[0] <= days[1] else None
    if lead in {"after", "following", "ahead of"} or published is None:
        return None
    if lead == "since":
        return (days[0], published) if days[0] <= published else None
    if tense is Tense.PAST or days[1] < published:
        return days if lead == "by" else None  # "had reached 6,200 acres by Tuesday evening"
    return published, days[1]


class _Clauses:
    """The clauses of one sentence: which of them is the claim's own."""

    def __init__(self, sentence: Span, cue: Token | None) -> None:
        self._sentence = sentence
        self._cue = cue
        self._places = [token.idx - sentence.start_char for token in sentence]

    def seat(self, time: Written) -> tuple[int, Tense] | None:
        """Return the rank of a time's clause and its tense; None for a clause beside the claim."""
        top = self._below_verb(self._root(time))
        verb, nominal = top.token.head, top.nominal
        if top.token.dep_ == "ROOT":
            return None if time.kind == "clock" else (2, Tense.OPEN)
        if self._is_utterance(verb, top) or (time.kind == "clock" and nominal):
            return None
        rank = self._rank(verb, nominal=nominal)
        return (rank, tense_of(verb)) if rank else None

    def _root(self, time: Written) -> Token:
        """Return the token of a time that hangs on the rest of the sentence."""
        first = bisect_right(self._places, time.start) - 1
        last = bisect_right(self._places, time.end - 1) - 1
        tokens = self._sentence[first : last + 1]
        return next((each for each in tokens if each.head not in tokens), tokens[-1])

    def _below_verb(self, token: Token) -> "_Top":
        """Climb to the last token below a verb; nominal if a noun is passed on the way."""
        nominal = False
        while token.dep_ != "ROOT" and token.head.pos_ not in _VERBS:
            token = token.head
            nominal = nominal or token.pos_ in _NOMINAL
        return _Top(token, nominal=nominal)

    def _is_utterance(self, verb: Token, top: "_Top") -> bool:
        """Tell whether a time is that of the saying: "announced Friday that", "cut its forecast"."""
        cue = self._cue
        said = cue is not None and (verb == cue or (cue.lemma_ == "cite" and verb == cue.head))
        if said:
            return not top.nominal or top.token.dep_ != "dobj"
        objects = {child.lemma_ for child in verb.children if child.dep_ == "dobj"}
        return not top.nominal and bool(objects & _FORECASTS)

    def _rank(self, verb: Token, *, nominal: bool) -> int:
        """Return 1 for the claim's own clause, more for clauses on its nouns, 0 for others."""
        rank = 2 if nominal else 1
        token = verb
        while token.dep_ != "ROOT":
            if token.dep_ in _ASIDE:
                rank += 2
                token = _topmost_noun(token.head)
                if token.dep_ in _SUBJECTS and not nominal:
                    return 0  # "five of the people detained on Sunday have been charged"
            elif token.dep_ not in _CHAIN:
                return rank + 2 if self._is_content(token) else 0
            token = token.head
        return rank

    def _is_content(self, token: Token) -> bool:
        """Tell whether an adverbial clause is the content after all, as parsers slip there."""
        marked = any(child.dep_ in {"mark", "advmod"} for child in token.lefts)
        return token.dep_ == "advcl" and not marked and token.head == self._cue


@dataclass(frozen=True, slots=True)
class _Top:
    token: Token
    nominal: bool


def _topmost_noun(token: Token) -> Token:
    """Climb from "people" of "five of the people" to "five"."""
    while token.dep_ in {"pobj", "prep", "conj", "appos", "compound", "nmod", "dative"}:
        token = token.head
        if token.pos_ in _VERBS:
            break
    return token


def _chosen(text: str, placed: Sequence[_Placed]) -> When | None:
    """Return the time nearest to the claim; None where two as near disagree."""
    best = min((each.rank for each in placed), default=0)
    nearest = [each for each in placed if each.rank == best]
    if not nearest:
        return None
    first = min(nearest, key=lambda each: each.days[1] - each.days[0])
    agree = all(e.days[0] <= first.days[0] and first.days[1] <= e.days[1] for e in nearest)
    if not agree:
        return None
    lead = _LEAD.search(text[: first.start])
    return When(*first.days, text[lead.start() if lead else first.start : first.end])
