"""Claims without number, made up but lifelike: words as rare and as common as in a language.

The words are those of the corpus, the commonest most often (Zipf), and pairs of them for the long
tail of a real archive. Each story has names and telling words of its own; one claim in ten was
recorded in a channel that the one who asks does not see.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random
from re import findall
from typing import TypeVar

from bot.claims.model import Claim, Figure, Publication

Thing = TypeVar("Thing")

CORPUS = Path(__file__).parents[1] / "corpus"
VOCABULARY = 60_000
CLAIMS_AN_ARTICLE = 25
ARTICLES_A_STORY = 12
NAMES, TELLING = 12, 8
HIDDEN = 10


@dataclass(frozen=True, slots=True)
class Made:
    """A claim, the story that it belongs to, and whether the one who asks may see it."""

    claim: Claim
    story: int
    seen: bool

    @property
    def text(self) -> str:
        """Return all that a search engine is given of it: the headline, the sentence, who."""
        said_by = self.claim.claimant or ""
        return f"{self.claim.publication.title}. {self.claim.quote} {said_by}"


class Maker:
    """Makes the claims of one archive; the same seed makes the same ones."""

    def __init__(self, claims: int, seed: int = 7) -> None:
        self._chance = Random(seed)  # noqa: S311 - no secret
        self._words = _vocabulary()
        self._stories = max(1, claims // (CLAIMS_AN_ARTICLE * ARTICLES_A_STORY))
        self._claims = claims

    def on_record(self) -> Iterator[Made]:
        """Yield the claims of the archive, article by article."""
        for article in range(self._claims // CLAIMS_AN_ARTICLE):
            yield from self._article(article, self._chance.randrange(self._stories))

    def asked(self, many: int) -> list[Made]:
        """Return claims that are new, of stories that are on record."""
        return [next(self._article(-1 - n, self._story_of(n))) for n in range(many)]

    def _story_of(self, n: int) -> int:
        return (n * 7919) % self._stories

    def _article(self, number: int, story: int) -> Iterator[Made]:
        title = f"{self._name(story)} {' '.join(self._word() for _ in range(5))}"
        place = Publication(f"https://courier.example/{number}", "Courier", title)
        seen = number % HIDDEN > 0 or number < 0
        for n in range(CLAIMS_AN_ARTICLE):
            words = [self._word() for _ in range(14)] + [self._told(story) for _ in range(3)]
            self._chance.shuffle(words)
            told = f"{self._name(story)} {' '.join(words)}"
            yield Made(self._claim(f"C-{number}-{n}", place, told, story), story, seen)

    def _claim(self, claim_id: str, place: Publication, told: str, story: int) -> Claim:
        """Return a claim with the facets that most have, and one figure at its end."""
        many = self._chance.randrange(9999)
        quote, words = f"{told} {many}.", told.lower().split()
        figure = Figure(many, many, "count", words[-1], f"{many}", len(told) + 1, len(quote) - 1)
        return Claim(
            claim_id,
            place,
            quote,
            0,
            len(quote),
            self._name(story),
            cue="said",
            figures=(figure,),
            names=frozenset(words[:2]),
            words=frozenset(words[2:]),
        )

    def _word(self) -> str:
        return self._words[int(VOCABULARY ** self._chance.random()) - 1]

    def _name(self, story: int) -> str:
        first = self._words[(story * NAMES + self._chance.randrange(NAMES)) % VOCABULARY]
        last = self._words[(story * 31 + self._chance.randrange(NAMES)) % VOCABULARY]
        return f"{first.title()} {last.title()}"

    def _told(self, story: int) -> str:
        return self._words[(story * 17 + self._chance.randrange(TELLING) + 500) % VOCABULARY]


def _vocabulary() -> list[str]:
    """Return words by how often they are said, then pairs of rare ones."""
    texts = " ".join(path.read_text() for path in sorted(CORPUS.glob("*/*.txt")))
    said = [word for word, _ in Counter(findall("[a-z]{2,}", texts.lower())).most_common()]
    pairs = (one + other for one in said[-400:] for other in said[-400:] if one != other)
    return [*said, *(next(pairs) for _ in range(VOCABULARY - len(said)))]


def lots(things: Iterable[Thing], many: int) -> Iterator[list[Thing]]:
    """Yield the things so many at once."""
    left = iter(things)
    while some := list(islice(left, many)):
        yield some
