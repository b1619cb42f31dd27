"""What a fact-checker does in a newsroom: opens Details, presses, fills in, undoes."""

import re
from typing import Any

from bot.slackroom.seen import Message, SubmitResult, View
from tests.stories.newsroom import PATIENCE, Newsroom

ID = re.compile(r"C-[2-9A-Z]{5}")


def a_reply(newsroom: Newsroom) -> Message:
    """Have the flood and then its toll read, and return the reply."""
    newsroom.reaction(newsroom.paste("flood"))
    return newsroom.reply(newsroom.paste("toll"))


def details(newsroom: Newsroom, reply: Message, person: str = "dana") -> View:
    """Press Details under the reply and return the modal."""
    assert newsroom.room.click(person, newsroom.world, reply.ts, "brief_details").acked
    return newsroom.room.view(person)


def wrong(newsroom: Newsroom, reply: Message, what: str, claim: str = "") -> View:
    """Press "Something wrong?", say what and in which claim, and return the next modal."""
    room = newsroom.room
    assert room.click("dana", newsroom.world, reply.ts, "brief_wrong").acked
    view = room.view("dana")
    values = {"wrong_what": what} | ({"wrong_claim": claim} if claim else {})
    assert room.submit("dana", view.id, values).action == "update"
    return room.view("dana")


def pair_of(view: View) -> tuple[str, str]:
    """Return the ids (later, earlier) of the first pair in Details."""
    rows = (block["block_id"].split(" ") for block in view.blocks if block["type"] == "actions")
    later, earlier = next(ids for ids in rows if len(ids) == 2 and ID.fullmatch(ids[0]))
    return later, earlier


def press(newsroom: Newsroom, view: View, action: str, person: str = "dana") -> View:
    """Press a button under the first pair in Details and return the modal that is seen then."""
    pair = " ".join(pair_of(view))
    assert newsroom.room.click_view(person, view.id, action, block_id=pair).acked
    return newsroom.room.view(person)


def field(view: View, name: str) -> str:
    """Return the whole name of a field of the edit form: "claimant.0"."""
    names = (str(block["block_id"]) for block in view.blocks if block["type"] == "input")
    return next(found for found in names if found.startswith(f"{name}."))


def put(newsroom: Newsroom, view: View, person: str = "dana", **values: str) -> SubmitResult:
    """Submit the edit form with these facets ("claimant_0") filled in."""
    named = {field(view, name.replace("_", ".")): value for name, value in values.items()}
    return newsroom.room.submit(person, view.id, named)


def done(newsroom: Newsroom, count: int = 1, person: str = "dana", channel: str = "") -> Message:
    """Wait until the person was told so often what was done, and return the last one."""
    there = channel or newsroom.world

    def told() -> tuple[Message, ...]:
        seen = [m for m in newsroom.room.ephemerals(person, there) if m.text.startswith("Done")]
        return tuple(seen) if len(seen) >= count else ()

    return newsroom.room.wait_for(told, PATIENCE)[count - 1]


def undo(newsroom: Newsroom, message: Message, person: str = "dana", channel: str = "") -> str:
    """Press Undo under what was done and return what stands there then."""
    there = channel or newsroom.world
    assert newsroom.room.click(person, there, message.ts, "done_undo").acked
    seen = {one.ts: one.text for one in newsroom.room.ephemerals(person, there)}
    return seen[message.ts]


def says(newsroom: Newsroom, reply: Message, words: str, *, yes: bool = True) -> str:
    """Wait until our reply says the words, or no longer says them, and return its text."""

    def text() -> str:
        now = newsroom.room.message(newsroom.world, reply.ts).text
        return now if (words in now) is yes else ""

    return newsroom.room.wait_for(text, PATIENCE)


def shown(blocks: Any) -> str:
    """Return all words of some blocks."""
    if isinstance(blocks, dict):
        own = blocks.get("text") if isinstance(blocks.get("text"), str) else ""
        return str(own or "") + "".join(shown(inner) for inner in blocks.values())
    if isinstance(blocks, (list, tuple)):
        return "".join(map(shown, blocks))
    return ""
