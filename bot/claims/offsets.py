"""Which tokens stand where in a sentence's text."""

from bisect import bisect_right

from spacy.tokens import Span, Token


class Offsets:
    """The places of a sentence's tokens, counted in characters from the sentence's start."""

    def __init__(self, sentence: Span) -> None:
        self._sentence = sentence
        begin = sentence.start_char
        self._starts = [token.idx - begin for token in sentence]

    def at(self, place: int) -> Token:
        """Return the token at a character."""
        return self._sentence[self._index(place)]

    def before(self, place: int) -> tuple[Token, ...]:
        """Return the tokens before the one at a character, nearest first."""
        return tuple(reversed(list(self._sentence[: self._index(place)])))

    def span(self, start: int, end: int) -> Span:
        """Return the tokens of [start, end)."""
        return self._sentence[self._index(start) : self._index(end - 1) + 1]

    def root(self, start: int, end: int) -> Token:
        """Return the token of [start, end) that hangs on the rest of the sentence."""
        tokens = self.span(start, end)
        outside = (each for each in tokens if not tokens.start <= each.head.i < tokens.end)
        return next(outside, tokens[-1])

    def _index(self, place: int) -> int:
        return max(0, bisect_right(self._starts, place) - 1)
