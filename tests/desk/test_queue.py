"""One bad event costs its own answer and holds up no other."""

from dataclasses import replace

from bot.claims.model import Article
from bot.newsroom.post import Event, Incoming, Post
from bot.newsroom.trouble import PoisonPage
from bot.worker import Worker
from tests.desk.stepping import Steps
from tests.desk.world import ARTICLES, HEAD

POISON = f"{HEAD}/poison"
MANY = 10_000


def paste(steps: Steps, *links: str) -> str:
    """Let a message of Dana's with links come in, and return its ts."""
    ts = steps.room.post("dana", steps.world, "look")
    post = Post(steps.room.team_id, steps.world, ts, ts, steps.dana)
    steps.desk.receive(Incoming(f"message:{ts}", Event.MESSAGE, post, "look", links))
    return ts


def whispers(steps: Steps) -> list[str]:
    return [one.text for one in steps.room.ephemerals("dana", steps.world)]


def test_a_page_that_poisons_its_reader_is_opened_once_and_the_queue_moves_on(
    steps: Steps,
) -> None:
    opened = list[str]()

    def fetch(link: str) -> Article:
        opened.append(link)
        if link == POISON:
            raise PoisonPage("The page takes too long to read. Paste its text with “/claim add”.")
        return read(link)

    read, steps.desk = steps.desk.fetch, replace(steps.desk, fetch=fetch)
    steps.worker = Worker(steps.desk)
    paste(steps, POISON)
    after = paste(steps, f"{HEAD}/14")
    steps.until_quiet()

    assert opened == [POISON, f"{HEAD}/14"]
    assert "takes too long" in whispers(steps)[0]
    assert steps.room.message(steps.world, after).reactions


def test_of_ten_thousand_links_five_are_read_and_the_rest_counted_in_one_line(
    steps: Steps,
) -> None:
    links = [f"{HEAD}/{name}" for name in ("14", "41", "chess")]
    more = [f"{HEAD}/{number}?more" for number in range(MANY - len(links))]
    paste(steps, *links, *more)
    steps.until_quiet()

    (told,) = whispers(steps)
    assert f"{MANY - 5} links were not opened" in told
    assert len([one for one in steps.room.messages(steps.world) if one.is_bot]) <= 1
    assert set(links) <= ARTICLES.keys()
