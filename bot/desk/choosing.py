"""What a person sets for a channel or for the newsroom."""

from collections.abc import Mapping
from functools import cache
from zoneinfo import available_timezones

from bot.desk.desk import Desk
from bot.newsroom.channel import Channel
from bot.newsroom.settings import SETTINGS, Chosen, Name, choose, setting, sign_of
from bot.newsroom.trouble import NotAllowed, Trouble, Unfit
from bot.newsroom.typed import Known
from bot.newsroom.viewer import Viewer

NOT_OWNER = "The newsroom's owner alone sets what holds for all of it: see /claim settings show."
NOT_AMONG_OUTSIDERS = "What holds for the whole newsroom is not set where outsiders or guests are."
WHAT = "Put what it shall be after it: /claim settings {} {}"
SHOW = {"", "show"}
WHOLE = frozenset(one.name for one in SETTINGS if one.whole)


def chosen_in(desk: Desk, channel: Channel) -> Chosen:
    """Return all settings that hold in the channel."""
    return Chosen(channel, desk.places.workspace(channel.workspace))


def set_by_words(desk: Desk, viewer: Viewer, person: str, words: str) -> tuple[Name, ...]:
    """Set what was typed ("replies off") and return what is other now.

    Raises Unfit and NotAllowed.
    """
    word, _, typed = words.partition(" ")
    wanted = setting(word)
    if not typed.strip():
        raise Unfit(WHAT.format(wanted.name.value, wanted.values.split(",")[0]))
    here = viewer.channel
    asked = wanted.name is Name.BOTS  # Slack is asked for the channel's bots only for these
    known = Known(zones(), desk.other_bots(here.workspace, here.id) if asked else {})
    faults = faults_in(chosen_in(desk, here), person, {wanted.name: typed}, known)
    if faults:
        raise faults[wanted.name]
    return set_all(desk, viewer, person, {wanted.name: typed}, known)


def faults_in(
    chosen: Chosen, person: str, typed: Mapping[Name, str], known: Known
) -> dict[Name, Trouble]:
    """Return what is wrong with what was typed, by setting; nothing where all can be set."""
    faults: dict[Name, Trouble] = {}
    for name, words in typed.items():
        try:
            if name in WHOLE:
                require_right(chosen, person)
            choose(chosen, name, words, known)
        except (NotAllowed, Unfit) as trouble:
            faults[name] = trouble
    return faults


def set_all(
    desk: Desk, viewer: Viewer, person: str, typed: Mapping[Name, str], known: Known
) -> tuple[Name, ...]:
    """Set it all in one go and return what is other now; raises Unfit."""

    def change(chosen: Chosen) -> Chosen:
        for name, words in typed.items():
            chosen = choose(chosen, name, words, known)
        return chosen

    return tuple(desk.places.choose(viewer, change, person, desk.clock()))


def touched(
    chosen: Chosen, typed: Mapping[Name, str], signs: Mapping[str, str]
) -> dict[Name, str]:
    """Return of a whole form what its author changed; what does not fit is among it.

    `signs` tell how the settings stood when the form was opened: what somebody else changed
    meanwhile stays as it is.
    """
    return {
        name: words
        for name, words in typed.items()
        if _sign(chosen, name, words) != signs.get(name)
    }


def _sign(chosen: Chosen, name: Name, words: str) -> str:
    try:
        return sign_of(choose(chosen, name, words, Known(zones())), name)
    except Unfit:
        return ""


def require_right(chosen: Chosen, person: str) -> None:
    """Raise NotAllowed where the person may not set what holds for the whole newsroom."""
    if chosen.channel.outsiders:
        raise NotAllowed(NOT_AMONG_OUTSIDERS)
    if chosen.workspace.owner not in {"", person}:
        raise NotAllowed(NOT_OWNER)


def may_set_whole(chosen: Chosen, person: str) -> bool:
    """Tell whether the person may set what holds for the whole newsroom from here."""
    try:
        require_right(chosen, person)
    except NotAllowed:
        return False
    return True


@cache
def zones() -> frozenset[str]:
    """Return the zones of cities, and UTC: no "EST5EDT", no "Etc/GMT-14"."""
    named = {one for one in available_timezones() if "/" in one}
    odd = (
        "Etc/",
        "posix/",
        "right/",
        "SystemV/",
        "US/",
        "Canada/",
        "Brazil/",
        "Chile/",
        "Mexico/",
    )
    return frozenset(one for one in named if not one.startswith(odd)) | {"Etc/UTC", "UTC"}
