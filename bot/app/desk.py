"""How the desk is furnished: its shelves in the database, its readers, whom it asks."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from secrets import token_hex

from bot.app.around import Surroundings, new_claim_id
from bot.articles.links import canonical
from bot.articles.read import Reader, open_article, put_in
from bot.claims.keys import keys, words_in
from bot.desk.desk import Desk
from bot.desk.ports import Fetch
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
    engine, channels, through = means.engine, Channels(means.clients, around.clock), around.through
    return Desk(
        archive=through(Archive(engine, keys, around.clock)),
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
        fetch=_opened(means, around),
        type_in=put_in,
        read=partial(means.finder.find, new_id=new_claim_id),
        think=means.finder.think,
        canonical=canonical,
        look_up=channels,
        memory=channels,
        other_bots=OtherBots(means.clients),
        name_of=People(means.clients, around.clock),
        direct=DirectMessages(means.clients),
        shared_with=partial(shared_with, means.clients),
        new_article=partial(token_hex, 8),
        clock=around.clock,
        wake=wake,
    )


def _opened(means: Means, around: Surroundings) -> Fetch:
    """Return what opens links: over the net, and at the one loopback address that is ours."""
    own = around.own_origin
    return partial(open_article, reader=means.reader, clock=around.clock, own_origin=own)
