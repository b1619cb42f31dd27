"""The workspace that a newcomer walks into: two people, four channels, the bot in three."""

from dataclasses import dataclass

from bot.playground.hours import Hours
from bot.slackroom.room import Room

WORKSPACE = "The Daily Example"


@dataclass(frozen=True, slots=True)
class Office:
    """A room with people in it, and its clock; `people` are the ids whom the page may play."""

    room: Room
    people: tuple[str, ...]
    hours: Hours


def furnished() -> Office:
    """Return the workspace; its ids are the same each time, so that an archive fits it again.

    Ben is not in #newsdesk, which is private: what the bot learns there he never sees. The bot is
    not in #features: what is pasted there is not read.
    """
    hours = Hours()
    room = Room(hours.seconds)
    ana, ben = room.add_person("Ana"), room.add_person("Ben")
    both = (ana, ben)
    channels = (
        room.add_channel("world", members=both, topic="Wars, disasters, elections"),
        room.add_channel("business", members=both, topic="Companies, markets, strikes"),
        room.add_channel("newsdesk", private=True, members=(ana,), topic="Not public yet"),
    )
    room.add_channel("features", members=both, topic="Portraits and interviews")
    for channel in channels:
        room.invite_bot(channel)
    for person in both:
        room.open_dm(person)
    room.renew_ids()
    return Office(room, both, hours)
