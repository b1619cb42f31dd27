"""What people can set, each by a word: how it is typed, and how it stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import blake2b

from bot.newsroom.channel import Channel, Replies
from bot.newsroom.trouble import Unfit
from bot.newsroom.typed import Known, amount, clock_time, ids, names, switch, weekdays, zone
from bot.newsroom.typed import said_days as days
from bot.newsroom.workspace import Workspace

MOST_DAYS = 3_650
MOST_LINKS = 10_000
DEFAULT = "default"
NONE = "none"


class Name(StrEnum):
    """The words by which settings are named."""

    REPLIES = "replies"
    SENSITIVE = "sensitive"
    DIGEST = "digest"
    TIME = "time"
    DAYS = "days"
    ZONE = "zone"
    WEEKLY = "weekly"
    BOTS = "bots"
    RETENTION = "retention"
    OUTLETS = "outlets"
    CHECKERS = "checkers"
    OWNER = "owner"
    CHANNELS = "channels"
    QUOTA = "quota"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Setting:
    """What a setting may be, what it does, and whether it holds for the whole newsroom."""

    name: Name
    values: str
    line: str
    whole: bool = False


SETTINGS = (
    Setting(
        Name.REPLIES,
        "differences, everything, react, ask or off",
        "When a pasted link is answered. Unset: ask in private channels, else differences.",
    ),
    Setting(
        Name.SENSITIVE,
        "on or off",
        "On: no link is ever opened here, and notifications name nobody.",
    ),
    Setting(Name.DIGEST, "on or off", "One message a day of what is disputed, changed, due, new."),
    Setting(Name.TIME, "9:00, 5 pm", "When the digest comes, by the channel's zone."),
    Setting(Name.DAYS, "mon-fri, mon wed, daily", "On which days the digest comes."),
    Setting(Name.ZONE, "Europe/Oslo", "The channel's time zone; a city will do."),
    Setting(Name.WEEKLY, "on or off", "A round-up of the week with its first digest."),
    Setting(
        Name.BOTS, "names, or none", "Other bots whose links are read; all others are ignored."
    ),
    Setting(Name.RETENTION, "30, or never", "After how many days what was read here is deleted."),
    Setting(
        Name.OUTLETS,
        "names, or none",
        "Our own outlets: a conflict with what we published comes first.",
        whole=True,
    ),
    Setting(
        Name.CHECKERS,
        "people, or none",
        "Who alone may mark a claim confirmed, false or withdrawn. None: everybody.",
        whole=True,
    ),
    Setting(
        Name.OWNER,
        "a person, or none",
        "Who is told when something stops, and who alone may set what is the newsroom's.",
        whole=True,
    ),
    Setting(
        Name.CHANNELS,
        "channels, or none",
        "In which channels the bot works. None: wherever it was invited.",
        whole=True,
    ),
    Setting(Name.QUOTA, "20, or none", "How many links a channel may bring in a day.", whole=True),
    Setting(
        Name.HOLD, "on or off", "A legal hold: while it is on, nothing is deleted.", whole=True
    ),
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """All settings that hold in a channel: its own, and those of its newsroom."""

    channel: Channel
    workspace: Workspace


def setting(word: str) -> Setting:
    """Return the setting of that name; raises Unfit."""
    for one in SETTINGS:
        if one.name.value == word.lower():
            return one
    every = ", ".join(one.name.value for one in SETTINGS)
    raise Unfit(f"There is no setting “{word}”. There are: {every}.")


def said(chosen: Chosen, name: Name) -> str:
    """Return how a setting stands, in the words in which it can be typed."""
    return _SAID[name](chosen)


def shown(chosen: Chosen, name: Name) -> str:
    """Return how a setting stands, "default" where it goes by the kind of channel."""
    unset = name is Name.REPLIES and chosen.channel.replies is None
    return DEFAULT if unset else said(chosen, name)


def sign_of(chosen: Chosen, name: Name) -> str:
    """Return a short sign of how a setting stands, which is other when it is."""
    return blake2b(shown(chosen, name).encode(), digest_size=4).hexdigest()


def choose(chosen: Chosen, name: Name, typed: str, known: Known) -> Chosen:
    """Return the settings with one as typed; raises Unfit, which says how it is written."""
    here, there = chosen.channel, chosen.workspace
    if name in _OF_CHANNEL:
        return replace(chosen, channel=_OF_CHANNEL[name](here, typed.strip(), known))
    return replace(chosen, workspace=_OF_WORKSPACE[name](there, typed.strip(), known))


def _replies(channel: Channel, typed: str, _known: Known) -> Channel:
    word = typed.lower()
    if word == DEFAULT:
        return replace(channel, replies=None)
    if word not in {one.value for one in Replies}:
        raise Unfit("Write differences, everything, react, ask, off or default.")
    return replace(channel, replies=Replies(word))


def _sensitive(channel: Channel, typed: str, _known: Known) -> Channel:
    return replace(channel, sensitive=switch(typed))


def _digest(channel: Channel, typed: str, _known: Known) -> Channel:
    return replace(channel, schedule=replace(channel.schedule, on=switch(typed)))


def _time(channel: Channel, typed: str, _known: Known) -> Channel:
    return replace(channel, schedule=replace(channel.schedule, at=clock_time(typed)))


def _days(channel: Channel, typed: str, _known: Known) -> Channel:
    return replace(channel, schedule=replace(channel.schedule, days=weekdays(typed)))


def _zone(channel: Channel, typed: str, known: Known) -> Channel:
    return replace(channel, schedule=replace(channel.schedule, zone=zone(typed, known.zones)))


def _weekly(channel: Channel, typed: str, _known: Known) -> Channel:
    return replace(channel, schedule=replace(channel.schedule, weekly=switch(typed)))


def _bots(channel: Channel, typed: str, known: Known) -> Channel:
    return replace(channel, bots=ids(typed, "a bot", "BUW", known.bots))


def _retention(channel: Channel, typed: str, _known: Known) -> Channel:
    return replace(channel, retention=amount(typed, MOST_DAYS, "days"))


def _outlets(workspace: Workspace, typed: str, _known: Known) -> Workspace:
    return replace(workspace, own_outlets=names(typed))


def _checkers(workspace: Workspace, typed: str, _known: Known) -> Workspace:
    return replace(workspace, checkers=ids(typed, "a person", "UW"))


def _owner(workspace: Workspace, typed: str, _known: Known) -> Workspace:
    found = ids(typed, "a person", "UW")
    if len(found) > 1:
        raise Unfit("Name one person.")
    return replace(workspace, owner="".join(found))


def _channels(workspace: Workspace, typed: str, _known: Known) -> Workspace:
    return replace(workspace, allowed=ids(typed, "a channel", "CG"))


def _quota(workspace: Workspace, typed: str, _known: Known) -> Workspace:
    return replace(workspace, quota=amount(typed, MOST_LINKS, "links"))


def _hold(workspace: Workspace, typed: str, _known: Known) -> Workspace:
    return replace(workspace, hold=switch(typed))


def _listed(values: tuple[str, ...], mark: str = "{}") -> str:
    return ", ".join(mark.format(value) for value in values) or NONE


def _on(flag: bool) -> str:  # noqa: FBT001 - the one thing that it words
    return "on" if flag else "off"


_OF_CHANNEL: Mapping[Name, Callable[[Channel, str, Known], Channel]] = {
    Name.REPLIES: _replies,
    Name.SENSITIVE: _sensitive,
    Name.DIGEST: _digest,
    Name.TIME: _time,
    Name.DAYS: _days,
    Name.ZONE: _zone,
    Name.WEEKLY: _weekly,
    Name.BOTS: _bots,
    Name.RETENTION: _retention,
}
_OF_WORKSPACE: Mapping[Name, Callable[[Workspace, str, Known], Workspace]] = {
    Name.OUTLETS: _outlets,
    Name.CHECKERS: _checkers,
    Name.OWNER: _owner,
    Name.CHANNELS: _channels,
    Name.QUOTA: _quota,
    Name.HOLD: _hold,
}
_SAID: Mapping[Name, Callable[[Chosen], str]] = {
    Name.REPLIES: lambda chosen: chosen.channel.voice.value,
    Name.SENSITIVE: lambda chosen: _on(chosen.channel.sensitive),
    Name.DIGEST: lambda chosen: _on(chosen.channel.schedule.on),
    Name.TIME: lambda chosen: f"{chosen.channel.schedule.at:%H:%M}",
    Name.DAYS: lambda chosen: days(chosen.channel.schedule.days),
    Name.ZONE: lambda chosen: chosen.channel.schedule.zone,
    Name.WEEKLY: lambda chosen: _on(chosen.channel.schedule.weekly),
    Name.BOTS: lambda chosen: _listed(chosen.channel.bots),
    Name.RETENTION: lambda chosen: str(chosen.channel.retention or "never"),
    Name.OUTLETS: lambda chosen: _listed(chosen.workspace.own_outlets),
    Name.CHECKERS: lambda chosen: _listed(chosen.workspace.checkers, "<@{}>"),
    Name.OWNER: lambda chosen: f"<@{chosen.workspace.owner}>" if chosen.workspace.owner else NONE,
    Name.CHANNELS: lambda chosen: _listed(chosen.workspace.allowed, "<#{}>"),
    Name.QUOTA: lambda chosen: str(chosen.workspace.quota or NONE),
    Name.HOLD: lambda chosen: _on(chosen.workspace.hold),
}
