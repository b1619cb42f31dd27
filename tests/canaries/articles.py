"""Articles of a few claims, each with a word of its own; all of them speak of one flood."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.app.around import ID_LENGTH, ID_SIGNS
from bot.claims.model import Article, Claim, Outcome, Publication, Reading, When
from tests.making import a_claim, a_figure

FLOOD = frozenset({"flood", "people", "velmora"})
KILLED = "At least {n} people were killed in the Velmora flood near the {word} mill."
INJURED = "At least {n} people were injured in the Velmora flood, the {word} hospital said."
OPENING = "The {word} mayor will open the Sarno bridge on {day:%A}."


def an_article(word: str, link: str, number: int, now: datetime) -> Article:
    """Return the article of a word, of a day ago; the higher its number, the worse the flood."""
    day = (now + timedelta(days=2)).date()
    told = (
        KILLED.format(n=10 + 7 * number, word=word),
        INJURED.format(n=20 + 9 * number, word=word),
        OPENING.format(word=word, day=day),
    )
    published = now - timedelta(days=1) + timedelta(seconds=number)
    return Article(
        Publication(link, f"{word} Post", f"{word} flood", published, "page metadata"),
        "\n\n".join(told),
        byline=day.isoformat(),
    )


class Reader:
    """Finds the claims of such articles, each under an id of its own at each reading."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def __call__(self, article: Article) -> Reading:
        killed, injured, opening = article.text.split("\n\n")
        at = (0, len(killed) + 2, len(killed) + len(injured) + 4)
        word = article.publication.outlet.split()[0]
        claims = (
            _toll(killed, at[0], "ministry", Outcome.KILLED),
            _toll(injured, at[1], f"{word} hospital", Outcome.INJURED),
            _opening(opening, at[2], f"{word} mayor", article.byline),
        )
        return Reading(article, tuple(self._own(claim, article) for claim in claims))

    def _own(self, claim: Claim, article: Article) -> Claim:
        self.given.append(_claim_id(len(self.given)))
        return replace(claim, id=self.given[-1], publication=article.publication)


def _toll(quote: str, at: int, claimant: str, outcome: Outcome) -> Claim:
    number = quote.split()[2]
    figure = a_figure(
        f"At least {number}", float(number), float(number), what=f"people {outcome}",
        start=at, end=at + 9 + len(number), outcome=outcome,
    )  # fmt: skip
    verb = "kill" if outcome is Outcome.KILLED else "injure"
    return a_claim(
        "", quote, start=at, end=at + len(quote), claimant=claimant, places=("Velmora",),
        names=frozenset({"velmora"}), words=FLOOD | {verb}, figures=(figure,),
    )  # fmt: skip


def _opening(quote: str, at: int, claimant: str, day: str) -> Claim:
    when = datetime.fromisoformat(day).date()
    return a_claim(
        "", quote, start=at, end=at + len(quote), claimant=claimant, places=("Sarno",),
        names=frozenset({"sarno"}), words=frozenset({"bridge", "open", "sarno"}),
        when=When(when, when, quote.rsplit(maxsplit=1)[-1].rstrip(".")), cue="",
    )  # fmt: skip


def _claim_id(number: int) -> str:
    signs = ""
    for _ in range(ID_LENGTH):
        number, sign = divmod(number, len(ID_SIGNS))
        signs = ID_SIGNS[sign] + signs
    return f"C-{signs}"
