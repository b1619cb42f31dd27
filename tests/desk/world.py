"""A world of a few articles: what the desk fetches, reads and looks up in tests."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from typing import Any

from bot.claims.model import Article, Claim, Origin, Publication, Reading
from bot.desk.desk import Desk
from bot.desk.take import take
from bot.newsroom.channel import Channel
from bot.newsroom.pasted import Pasted
from bot.newsroom.post import Event, Incoming, Letter
from bot.newsroom.trouble import PageMissing
from bot.newsroom.viewer import Viewer
from bot.newsroom.workspace import Workspace
from tests.making import a_claim, a_figure, a_post

HEAD = "https://courier.example"


def a_toll(number: int) -> str:
    return f"At least {number} people were killed in the Velmora flood, the ministry said."


ARTICLES = {
    f"{HEAD}/14": (a_toll(14), 3),
    f"{HEAD}/41": (a_toll(41), 4),
    f"{HEAD}/57": (a_toll(57), 5),
    f"{HEAD}/chess": ("Ilse Varga won the chess cup, the organisers said.", 2),
}


@dataclass
class World:
    """One channel as Slack has it, and the articles.

    `fetched` are the links that were opened, `ids` the numbers that claims and readings get.
    """

    channel: Channel
    fetched: list[str] = field(default_factory=list)
    woken: int = 0
    ids: Iterator[int] = field(default_factory=lambda: count(1))

    def fetch(self, link: str) -> Article:
        self.fetched.append(link)
        if link not in ARTICLES:
            raise PageMissing("No such page.")
        text, day = ARTICLES[link]
        published = datetime(2026, 3, day, tzinfo=UTC)
        return Article(Publication(link, "Courier", "Flood", published), text)

    def type_in(self, words: Pasted) -> Article:
        return Article(Publication("", "", "", origin=Origin.TYPED), words.text)

    def read(self, article: Article) -> Reading:
        """Find the one claim that each of the articles is made of."""
        claim = replace(self._claim(article.text), publication=article.publication)
        return Reading(article, (claim,))

    def _claim(self, text: str) -> Claim:
        claim_id = f"C-{next(self.ids)}"
        if "killed" not in text:
            return a_claim(
                claim_id, text, claimant="organisers", words=frozenset({"chess", "cup"})
            )
        number = next(word for word in text.split() if word.isdigit())
        figure = a_figure(f"At least {number}", float(number), float(number), what="people killed",
                          start=0, end=9 + len(number))  # fmt: skip
        return a_claim(
            claim_id,
            text,
            names=frozenset({"velmora"}),
            words=frozenset({"flood", "kill", "people", "velmora"}),
            places=("Velmora",),
            figures=(figure,),
        )

    def canonical(self, link: str) -> str:
        return link.partition("?")[0]

    def look_up(self, workspace: str, channel: str) -> Channel:
        return replace(self.channel, workspace=workspace, id=channel)

    def forget(self, _workspace: str, _channel: str) -> None:
        """Nothing is remembered here."""

    def doubt(self, _workspace: str, _channel: str) -> None:
        """Nothing is remembered here."""

    def still_open(self, _workspace: str, channels: Collection[str]) -> Collection[str]:
        return channels if self.channel.is_open else ()

    def matters(self, _workspace: str, _person: str) -> bool:
        return True

    def ranked(self, _workspace: str, _user: Mapping[str, Any]) -> tuple[str, ...]:
        return ()

    def other_bots(self, _workspace: str, _channel: str) -> dict[str, str]:
        return {"newswire": "B0NEWS1"}

    def direct(self, workspace: str, person: str) -> str:
        return f"D-{workspace}-{person}"

    def shared_with(self, workspace: str, person: str) -> tuple[str, ...]:
        return (self.channel.id,) if workspace == self.channel.workspace and person else ()

    def name_of(self, workspace: str, person: str) -> str:
        return f"{person} of {workspace}"

    def new_article(self) -> str:
        return f"r{next(self.ids)}"

    def wake(self) -> None:
        self.woken += 1


def say(desk: Desk, event: Event, *links: str, ts: str = "1.0", text: str = "") -> list[Letter]:
    """Let an event come in, have the desk deal with it, and return the letters that it wrote.

    They are taken from the outbox one after the other, as sent.
    """
    addresses = tuple(link if "://" in link else f"{HEAD}/{link}" for link in links)
    key = f"{event.value}:{ts}:{desk.clock().timestamp()}"
    post = a_post(ts) if ts else replace(a_post("x"), ts="", thread="")
    answer_at = "https://hooks.example/1" if event is Event.COMMAND else ""
    desk.receive(Incoming(key, event, post, text, addresses, answer_at))
    leased = desk.inbox.lease(desk.clock(), 60)
    assert leased is not None
    assert take(desk, leased)
    return sent(desk)


def sent(desk: Desk) -> list[Letter]:
    """Take every letter out of the outbox; a brief is posted at the ts of its post plus "r"."""
    letters = []
    while posting := desk.outbox.take(desk.clock(), 60):
        letters.append(posting.letter)
        ts = f"{posting.letter.post.ts}r" if posting.letter.kind.value == "brief" else ""
        desk.outbox.posted(posting, ts, desk.clock())
    return letters


def set_for(desk: Desk, channel: Channel, workspace: Workspace) -> None:
    """Have a person of the channel choose these settings for all of the newsroom."""
    viewer = Viewer(channel)
    desk.places.choose(viewer, lambda now: replace(now, workspace=workspace), "U1", desk.clock())
