"""How settings stand, as an answer that lists them with who changed what."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from bot.claims.days import said_day
from bot.newsroom.act import Act
from bot.newsroom.settings import DEFAULT, SETTINGS, Chosen, Name, Setting, said, shown
from bot.views.blocks import (
    Block,
    Button,
    Message,
    actions,
    channel,
    mrkdwn,
    paragraph,
    person,
    words,
)

HERE = "This channel"
WHOLE = "The whole newsroom"
CHANGES = "Last changed"
SET = "Set: {}."

_MARKED = {Name.CHECKERS, Name.OWNER, Name.CHANNELS}
"""Settings whose values are people and channels, by Slack's ids: all others may be strangers'."""

_MARK = re.compile(r"(<@[UW][A-Z0-9]+>|<#[CG][A-Z0-9]+>)")


class Choosing(StrEnum):
    """What the modal of settings is called, and the button that opens it."""

    MODAL = "settings_modal"
    OPEN = "settings_open"


def settings_message(
    chosen: Chosen, trail: Sequence[Act], bots: Mapping[str, str], new: Name | None = None
) -> Message:
    """Return how everything stands, with who changed what; `new` is what was just set.

    `bots` gives the names of other bots, by id. What holds for the whole newsroom is left out
    where outsiders read.
    """
    listed = [one for one in SETTINGS if not (one.whole and chosen.channel.outsiders)]
    heads = {False: HERE, True: WHOLE}
    blocks = [
        paragraph(
            [words(heads[whole], bold=True)],
            [_line(chosen, one, bots) for one in listed if one.whole is whole],
        )
        for whole in sorted({one.whole for one in listed})
    ]
    if trail:
        blocks.append(paragraph([words(CHANGES, bold=True)], [_change(act) for act in trail]))
    told = [f"{one.name.value} {_spoken(chosen, one.name)}" for one in listed]
    text = f"{HERE}: {'; '.join(told)}."
    if new:
        line = SET.format(f"{new.value} {_spoken(chosen, new)}")
        blocks.insert(
            0, paragraph([words("Set: "), *_runs(_valued(chosen, new, bots)), words(".")])
        )
        text = f"{line} {text}"
    change = actions(Button(Choosing.OPEN, "Change settings", spoken="Change the settings"))
    return Message(mrkdwn(text), (*blocks, change))


def _line(chosen: Chosen, one: Setting, bots: Mapping[str, str]) -> list[Block]:
    return [*_runs(_valued(chosen, one.name, bots)), words(f". {one.line}")]


def _valued(chosen: Chosen, name: Name, bots: Mapping[str, str]) -> str:
    """Return "replies ask (unset)", a bot by its name where it has one."""
    value = said(chosen, name)
    if name is Name.BOTS and chosen.channel.bots:
        value = ", ".join(bots.get(one, one) for one in chosen.channel.bots)
    unset = " (unset)" if shown(chosen, name) == DEFAULT else ""
    return f"{name.value} {value}{unset}"


def _runs(valued: str) -> list[Block]:
    """Return a setting with its value, people and channels as what Slack draws them as."""
    name, _, value = valued.partition(" ")
    return [words(f"{name}: ", bold=True), *_drawn(name, value)]


def _drawn(name: str, value: str) -> list[Block]:
    """Return the value of a setting: another bot may call itself "<@U024>", which calls nobody."""
    if name not in _MARKED:
        return [words(value)] if value else []
    return [_run(piece) for piece in _MARK.split(value) if piece]


def _run(piece: str) -> Block:
    if not _MARK.fullmatch(piece):
        return words(piece)
    return person(piece[2:-1]) if piece.startswith("<@") else channel(piece[2:-1])


def _spoken(chosen: Chosen, name: Name) -> str:
    """Return a value for the ear: people and channels are counted."""
    value = said(chosen, name)
    marks = len(_MARK.findall(value)) if name in _MARKED else 0
    return f"{marks} chosen" if marks else value


def _change(act: Act) -> list[Block]:
    name, _, value = act.detail.partition(" ")
    when = f", {said_day(act.done_at)}: "
    if name not in _MARKED:
        return [person(act.person), words(f"{when}{act.detail}")]
    return [person(act.person), words(f"{when}{name} "), *_drawn(name, value)]
