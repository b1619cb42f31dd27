"""The modal in which settings are changed: a field for each, and what is put into them."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.newsroom.channel import Replies
from bot.newsroom.settings import DEFAULT, SETTINGS, Chosen, Name, Setting, shown
from bot.newsroom.typed import DAY_NAMES
from bot.views.adding import Sheet
from bot.views.blocks import Block, divider, modal, paragraph, plain, words
from bot.views.choices import (
    all_given,
    channels_select,
    people_select,
    person_select,
    several,
    time_of_day,
)
from bot.views.inputs import Field, given, select, text_input
from bot.views.settings import HERE, WHOLE, Choosing

TITLE = "Settings"
NOT_YOURS = "What holds for the whole newsroom is set by its owner alone, not among outsiders."
MARKS = {Name.CHECKERS: "<@{}>", Name.OWNER: "<@{}>", Name.CHANNELS: "<#{}>"}

_REPLIES = (
    (DEFAULT, "Unset: ask in private channels, else differences"),
    (Replies.DIFFERENCES.value, "Differences: reply where something differs"),
    (Replies.EVERYTHING.value, "Everything: reply to each article"),
    (Replies.REACT.value, "React: read and record, never reply"),
    (Replies.ASK.value, "Ask: ask who pasted before a link is opened"),
    (Replies.OFF.value, "Off: leave pasted links alone"),
)
_ON_OFF = (("on", "On"), ("off", "Off"))
_DAYS = tuple((one, one.capitalize()) for one in DAY_NAMES)
_LABELS = {
    Name.REPLIES: "Replies to pasted links",
    Name.SENSITIVE: "Sensitive channel",
    Name.DIGEST: "Daily digest",
    Name.TIME: "Time of the digest",
    Name.DAYS: "Days of the digest",
    Name.ZONE: "Time zone",
    Name.WEEKLY: "Weekly round-up",
    Name.BOTS: "Other bots to read",
    Name.RETENTION: "Delete after (days)",
    Name.OUTLETS: "Our own outlets",
    Name.CHECKERS: "Checkers",
    Name.OWNER: "Owner",
    Name.CHANNELS: "Channels the bot works in",
    Name.QUOTA: "Links a channel may bring in a day",
    Name.HOLD: "Legal hold: delete nothing",
}


@dataclass(frozen=True, slots=True)
class Form:
    """Where the modal was opened, and a sign of how each setting stood then."""

    sheet: Sheet
    signs: Mapping[str, str]

    def written(self) -> str:
        """Return it as the modal's private metadata."""
        return json.dumps([self.sheet.written(), self.signs])

    @classmethod
    def read(cls, written: str, workspace: str, person: str) -> "Form":
        """Read it back."""
        sheet, signs = json.loads(written)
        return cls(Sheet.read(sheet, workspace, person), signs)


def settings_modal(chosen: Chosen, form: Form, bots: Mapping[str, str], *, whole: bool) -> Block:
    """Return the modal with everything as it stands; `bots` by id.

    What holds for the whole newsroom is among it for those who may set it.
    """
    fields = {flag: _fields(chosen, bots, whole=flag) for flag in (False, True)}
    blocks = [paragraph([words(HERE, bold=True)]), *fields[False], divider()]
    if whole:
        blocks += [paragraph([words(WHOLE, bold=True)]), *fields[True]]
    else:
        blocks.append(paragraph([words(NOT_YOURS)]))
    return modal(
        TITLE,
        blocks,
        callback_id=Choosing.MODAL,
        submit=plain("Save"),
        private_metadata=form.written(),
    )


def typed_in(values: Mapping[str, Any]) -> dict[Name, str]:
    """Return what was put into the modal's fields, each as it can be typed."""
    return {
        one.name: given(values, block_of(one.name)) or ", ".join(_all(values, one.name))
        for one in SETTINGS
        if block_of(one.name) in values
    }


def block_of(name: Name) -> str:
    """Return the block of the modal in which a setting stands."""
    return f"set_{name.value}"


def _all(values: Mapping[str, Any], name: Name) -> list[str]:
    return [MARKS.get(name, "{}").format(one) for one in all_given(values, block_of(name))]


def _reply_field(field: Field, chosen: Chosen) -> Block:
    return select(replace(field, must=True), _REPLIES, shown(chosen, Name.REPLIES))


def _switch(name: Name) -> Callable[[Field, Chosen], Block]:
    def field_of(field: Field, chosen: Chosen) -> Block:
        return select(replace(field, must=True), _ON_OFF, shown(chosen, name))

    return field_of


def _text(name: Name) -> Callable[[Field, Chosen], Block]:
    return lambda field, chosen: text_input(field, shown(chosen, name))


def _time_field(field: Field, chosen: Chosen) -> Block:
    return time_of_day(replace(field, must=True), shown(chosen, Name.TIME))


def _day_field(field: Field, chosen: Chosen) -> Block:
    days = [DAY_NAMES[day - 1] for day in chosen.channel.schedule.days]
    return several(replace(field, must=True), _DAYS, days)


_FIELDS: Mapping[Name, Callable[[Field, Chosen], Block]] = {
    Name.REPLIES: _reply_field,
    Name.SENSITIVE: _switch(Name.SENSITIVE),
    Name.DIGEST: _switch(Name.DIGEST),
    Name.TIME: _time_field,
    Name.DAYS: _day_field,
    Name.ZONE: _text(Name.ZONE),
    Name.WEEKLY: _switch(Name.WEEKLY),
    Name.RETENTION: _text(Name.RETENTION),
    Name.OUTLETS: _text(Name.OUTLETS),
    Name.CHECKERS: lambda field, chosen: people_select(field, chosen.workspace.checkers),
    Name.OWNER: lambda field, chosen: person_select(field, chosen.workspace.owner),
    Name.CHANNELS: lambda field, chosen: channels_select(field, chosen.workspace.allowed),
    Name.QUOTA: _text(Name.QUOTA),
    Name.HOLD: _switch(Name.HOLD),
}
"""The field of each setting but the other bots, which are known only in the channel."""


def _field(chosen: Chosen, one: Setting, bots: Mapping[str, str]) -> list[Block]:
    """Return the field of a setting; none where there is nothing to choose from."""
    field = Field(block_of(one.name), _LABELS[one.name], one.line)
    if one.name is not Name.BOTS:
        return [_FIELDS[one.name](field, chosen)]
    return [several(field, tuple(bots.items()), chosen.channel.bots)] if bots else []


def _fields(chosen: Chosen, bots: Mapping[str, str], *, whole: bool) -> list[Block]:
    wanted = (one for one in SETTINGS if one.whole is whole)
    return [field for one in wanted for field in _field(chosen, one, bots)]
