"""How the desk is furnished: its shelves in the database, its readers, whom it asks."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from secrets import token_hex
from typing import Any

from bot.app.around import Surroundings, new_claim_id
from bot.articles.links import canonical
from bot.articles.read import Reader, open_article, put_in
from bot.claims.keys import keys, words_in
from bot.desk.desk import Desk
from bot.parsing import Finder
from bot.sender.bots import OtherBots
from bot.sender.channels import Channels
from bot.sender.clients import Clients
from bot.sender.direct import DirectMessages, shared_with
from bot.sender.people import People
from storage.archive import Archive
from storage.database import Database
from storage.days import Days
from storage.digesting import Digests
from storage.embargoes import Embargoes
from storage.forgetting import Forgetting
from storage.inbox import Inbox
from storage.judgements import Judgements
from storage.library import Library
from storage.outbox import Outbox
from storage.places import Places
from storage.stories import Stories
from storage.watches import Watches


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What the desk is made with: a database, who we are on Slack, the processes that read."""

    engine: Database
    clients: Clients
    reader: Reader
    finder: Finder


def furnished(means: Means, around: Surroundings, wake: Callable[[], None]) -> Desk:
    """Return the desk; `wake` rouses whoever waits for the inbox or the outbox."""
    engine, clock, through = means.engine, around.clock, around.through
    return _reading(
        means,
        around,
        archive=through(Archive(engine, keys, clock)),
        library=through(Library(engine, words_in)),
        days=through(Days(engine)),
        digests=through(Digests(engine)),
        places=through(Places(engine)),
        judgements=through(Judgements(engine)),
        stories=through(Stories(engine)),
        watches=through(Watches(engine)),
        forgetting=through(Forgetting(engine, keys)),
        embargoes=through(Embargoes(engine, keys)),
        inbox=through(Inbox(engine)),
        outbox=through(Outbox(engine)),
        clock=clock,
        wake=wake,
    )


def _reading(means: Means, around: Surroundings, **shelves: Any) -> Desk:  # noqa: ANN401 - Desk's
    """Put to the shelves what reads pages and texts, and who is asked on Slack."""
    clients, clock = means.clients, around.clock
    channels = Channels(clients, clock)
    opened = partial(open_article, reader=means.reader, clock=clock, own_origin=around.own_origin)
    return Desk(
        fetch=opened,
        type_in=put_in,
        read=partial(means.finder.find, new_id=new_claim_id),
        think=means.finder.think,
        canonical=canonical,
        look_up=channels,
        memory=channels,
        other_bots=OtherBots(clients),
        name_of=People(clients, clock),
        direct=DirectMessages(clients),
        shared_with=partial(shared_with, clients),
        new_article=partial(token_hex, 8),
        **shelves,
    )
