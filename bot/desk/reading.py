"""Who still reads where he read before: a modal stays open when its reader leaves the channel."""

from bot.desk.desk import Desk
from bot.newsroom.channel import Kind
from bot.newsroom.post import Post


def reads(desk: Desk, workspace: str, channel: str, person: str) -> bool:
    """Tell whether a person can open a channel now: an open one, or one that he is in.

    A full member of the newsroom opens what is open; raises what the look-ups raise.
    """
    here = desk.channel(workspace, channel)
    if here.kind is Kind.DIRECT or (here.is_open and not desk.memory.matters(workspace, person)):
        return True
    return channel in desk.shared_with(workspace, person)


def has_left(desk: Desk, post: Post) -> bool:
    """Tell whether somebody is no longer where he opened a modal, as far as the bot can tell.

    Of a channel that it is not in itself it cannot.
    """
    member = desk.channel(post.workspace, post.channel).member
    return member and not reads(desk, post.workspace, post.channel, post.person)
