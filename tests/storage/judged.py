"""Two linked claims that people judge in tests of the storage."""

from bot.claims.model import Check, CheckKind, RelationKind
from bot.newsroom.channel import Channel
from tests.making import a_claim, a_figure, a_link, a_publication
from tests.storage.shelf import WORLD, Shelf, a_letter, a_post, an_entry

QUOTE = "The ministry said 14 people had died in the flood."
LATER = "The ministry said 41 people had died in the flood."


def filed(shelf: Shelf, channel: Channel = WORLD) -> None:
    """File two articles in the channel whose claims C-2 and C-1 are linked and checked."""
    early = a_publication(url="https://early.example/1")
    first = a_claim("C-1", QUOTE, figures=(a_figure(),), publication=early)
    then = a_claim("C-2", LATER, figures=(a_figure("41 people", 41, 41),))
    link = a_link(then, first, relation=RelationKind.UPDATES)
    check = Check(CheckKind.SUM, (then, first), "A sum does not fit.")
    shelf.file(channel, an_entry("A1", first, publication=early), ts="1.0")
    entry = an_entry("A2", then, links=(link,), checks=(check,))
    shelf.file(channel, entry, ts="2.0", letters=(a_letter("E2/brief", a_post("2.0", channel)),))
