"""What was announced becomes due, and is settled by a press or by a later article."""

import os
from datetime import timedelta

import pytest

from bot.desk.clock import tick
from bot.slackroom.seen import Message
from bot.views.digest import Waking
from tests.stories.mornings import next_morning, posts, settled_in, wait_for_post
from tests.stories.newsroom import PATIENCE, Newsroom
from tests.stories.pages import a_page

ANNOUNCED = """
The Halden bridge in Velmora will reopen to 6,000 cars a day on {day}, the Roads Agency said.

The ferries to Orsk island will stop on {day}, according to the harbour office.

“We have waited for this since August,” said Ada Brenn, who keeps a bakery by the river and lost
half of her customers when the bridge was closed.

Divers had found cracks in two of its piers, and the town has since gone round by the old mill.
"""
REPORTED = """
The Halden bridge in Velmora reopened to 6,000 cars a day on {day}, the Roads Agency said.

Drivers sounded their horns, and a brass band played. Children had painted flags for the day, and
the bakery by the river gave away bread until noon.

“I did not believe it until I stood on it,” said Ada Brenn, who keeps the bakery.

The cracks in the piers have been filled, and divers will look at them every spring.
"""


def publish(newsroom: Newsroom, name: str, text: str, ahead: int) -> None:
    """Publish an article today about the day so many days ahead."""
    today = newsroom.clock().date()
    day = today + timedelta(days=ahead)
    page = a_page(name, f"{today}", "News from Halden", text.format(day=f"{day.day} {day:%B}"))
    newsroom.news[name] = newsroom.site.publish(f"/{name}", page)


def line_of(post: Message, words: str) -> str:
    return next((line for line in post.text.split("\n") if words in line), "")


def claim_in(line: str) -> str:
    return line.partition("[")[2].partition("]")[0]


def press(newsroom: Newsroom, post: Message, claim: str, button: Waking) -> str:
    """Press a button under one line of a post, as Dana; return what she alone is told."""
    row = next(
        block["block_id"]
        for block in post.blocks
        if any(
            one.get("value") == claim for one in block["elements"] if block["type"] == "actions"
        )
    )
    told = len(newsroom.room.ephemerals("dana", newsroom.world))
    newsroom.room.click("dana", newsroom.world, post.ts, button.value, block_id=row)
    return newsroom.whispers(told + 1)[-1]


def overdue(newsroom: Newsroom) -> tuple[Message, str]:
    """Have something announced, and its day pass; return the post and the post of its article."""
    newsroom.ask("digest days daily")
    newsroom.ask("settings weekly on")
    settled_in(newsroom)
    next_morning(newsroom)  # with nothing to tell: from here on it is past nine
    publish(newsroom, "courier", ANNOUNCED, ahead=1)
    pasted = newsroom.paste("courier")
    newsroom.reaction(pasted)
    next_morning(newsroom)
    today = wait_for_post(newsroom)
    assert "Due: Today. " in line_of(today, "bridge")
    newsroom.ask(f"watch {claim_in(line_of(today, 'bridge'))}")
    next_morning(newsroom)
    return wait_for_post(newsroom, count=2), pasted


LONG = pytest.mark.skipif("LONG" not in os.environ, reason="ten days: LONG=1 pytest tests/stories")


@pytest.mark.parametrize(
    "model", ["sqlite", pytest.param("postgresql", marks=LONG)], indirect=True, scope="session"
)
def test_what_is_due_is_settled_by_a_press_or_by_a_later_article_and_the_week_tells_how(
    newsroom: Newsroom,
) -> None:
    post, pasted = overdue(newsroom)
    ferries = claim_in(line_of(post, "ferries"))
    assert line_of(post, "ferries").startswith("Due: Overdue. ")

    in_thread = newsroom.room.wait_for(lambda: newsroom.replies(pasted), PATIENCE)
    assert [("bridge" in one.text, "ferries" in one.text) for one in in_thread] == [(True, False)]

    settled = press(newsroom, post, ferries, Waking.DID_NOT)
    assert f"What was announced in {ferries}: did not happen." in settled
    publish(newsroom, "herald", REPORTED, ahead=-1)
    newsroom.paste("herald")
    next_morning(newsroom)

    third = wait_for_post(newsroom, count=3)
    assert "Due: Reported since. " in line_of(third, "reopened")
    assert line_of(third, "reopened").endswith("no longer told as due.")
    assert "ferries" not in third.text
    next_morning(newsroom)
    assert len(posts(newsroom)) == 3

    newsroom.later(timedelta(days=7))
    tick(newsroom.bot.desk)
    newsroom.settle()
    (week,) = (one for one in posts(newsroom) if one.text.startswith("The week"))
    assert line_of(week, "ferries").endswith(f"[{ferries}]: did not happen, says dana.")
    assert "Reported since. " in line_of(week, "reopened")
