"""What Slack's text may hold and how long it may be: the only builder of text for a surface.

Strangers' words (quotes, titles, names, links) go into rich_text or plain_text elements, which
Slack does not parse; only the top-level `text` is mrkdwn, and passes `mrkdwn()`.
Limits are those of Slack's block reference.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Block = dict[str, Any]

TEXT_LIMIT = 3_000
MESSAGE_BLOCKS = 50
MODAL_BLOCKS = 100
HOME_BLOCKS = 100
HEADER_LIMIT = 150
MODAL_WORD_LIMIT = 24  # title, submit and close
BUTTON_LIMIT = 75
VALUE_LIMIT = 2_000
OPTION_LIMIT = 75
EMPTY = "(no text)"

_JOINER = "\u2060"  # draws nothing, joins no words, and stands between a marker and its partner
_JOINERS = "\u200c\u200d\u200e\u200f"  # Persian, emoji, Hebrew and Arabic need them
_MARKS_IN_A_ROW = 4  # more combining marks than any script needs climb over the lines around
_HIDDEN = re.compile(
    "["
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\u180b-\u180d\u180f\ufff9-\ufffc\ufdd0-\ufdef"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "]"
)
_NO_SIGN = 0xFFFE  # the last two of each plane are no signs: U+FFFE, U+1FFFF, …
_BREAKS = re.compile("[\r\n\t\v\f\u0085\u2028\u2029]+ *")
_PAIRED = re.compile(r"[*_~`]")  # *bold*, _italics_, ~strike~, `code`
_OPENING = re.compile(r"[:@#](?=\S)")  # :smile:, @here, #general
_LEADING = re.compile(r"(?m)^(?=[ ]*[>•\-])")  # "> " quotes, "- " lists
_SITE = re.compile(r"https?://[^/?#]+")
_UNSAFE = re.compile(r"[\s<>|\"\\^`{}]")  # what would end a link in Slack's markup
_UNPRINTED = re.compile(  # and what would hide where it leads
    rf"{_UNSAFE.pattern}|{_HIDDEN.pattern}|[\x00-\x1f\x7f-\x9f\ud800-\udfff]"
)
_USER = re.compile(r"[UW][A-Z0-9]+")
_NOT_CUT = re.compile(r"&(?:a|am|amp|l|lt|g|gt)?$")  # half an entity at the end of a cut


@dataclass(frozen=True, slots=True)
class Message:
    """A message as Slack takes it: `text` for ears and notifications, `blocks` for eyes.

    `beside` are ids of claims that stand for what it tells of without one: an article's headline.
    """

    text: str
    blocks: tuple[Block, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Button:
    """A button; `label` names the act, `value` comes back when it is pressed."""

    action: str
    label: str
    value: str = ""
    spoken: str = ""  # the whole act, where the label is short


def clean(text: str) -> str:
    """Return the text in one line and without what hides, reorders or piles up."""
    text = _HIDDEN.sub("", _BREAKS.sub(" ", text))
    text = unicodedata.normalize("NFC", "".join(filter(_is_drawn, text)))
    text = _unpiled(text).strip()
    return text if any(map(_is_seen, text)) else EMPTY


def mrkdwn(text: str, limit: int = TEXT_LIMIT) -> str:
    """Return the text, lines kept, as mrkdwn that shows it as it stands and does nothing else."""
    lines = [line for line in map(clean, text.split("\n")) if line != EMPTY]
    calm = _PAIRED.sub(rf"{_JOINER}\g<0>{_JOINER}", "\n".join(lines) or EMPTY)
    calm = _LEADING.sub(_JOINER, _OPENING.sub(rf"\g<0>{_JOINER}", calm))
    safe = calm.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return safe if len(safe) <= limit else _NOT_CUT.sub("", safe[: limit - 1]) + "…"


def clip(text: str, limit: int) -> str:
    """Return the cleaned text, its end replaced by an ellipsis where it is too long."""
    text = clean(text)
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def plain(text: str, limit: int = TEXT_LIMIT) -> Block:
    """Return a plain_text object; Slack draws it as it stands."""
    return {"type": "plain_text", "text": clip(text, limit), "emoji": False}


def words(text: str, *, bold: bool = False) -> Block:
    """Return a run of rich text; spaces at its ends stay, since runs stand side by side."""
    inner = clip(text, TEXT_LIMIT - 2)
    padded = " " * text[:1].isspace() + inner + " " * text[-1:].isspace()
    run: Block = {"type": "text", "text": " " if text.isspace() else padded}
    return {**run, "style": {"bold": True}} if bold else run


def link(url: str, label: str) -> Block:
    """Return a link element; plain words where the address is too long or not of the web."""
    site = _SITE.match(url)
    if not site:
        return words(label)
    safe = _UNSAFE.sub(_as_percent, clean(site[0]))
    safe += _UNPRINTED.sub(_as_percent, url[site.end() :].strip())
    if len(safe) > TEXT_LIMIT:
        return words(label)
    return {"type": "link", "url": safe, "text": clip(label, TEXT_LIMIT)}


def site_of(url: str) -> str:
    """Return the site that an address leads to: "courier.example", empty where it is none."""
    found = _SITE.match(url)
    return clean(found[0].partition("://")[2].rpartition("@")[2]) if found else ""


def person(user: str) -> Block:
    """Return a person by the user id: Slack writes the name, and in a channel tells the person."""
    return {"type": "user", "user_id": user}


def channel(channel_id: str) -> Block:
    """Return a channel by its id: Slack writes the name for those who may know it."""
    return {"type": "channel", "channel_id": channel_id}


def date_time(moment: datetime) -> Block:
    """Return a moment that Slack writes in the zone of whoever reads."""
    told = f"{moment.day} {moment:%b %Y, %H:%M %Z}".strip()
    pattern = "{date_short_pretty} at {time}"
    return {
        "type": "date",
        "timestamp": int(moment.timestamp()),
        "format": pattern,
        "fallback": told,
    }


def mention(user: str) -> str:
    """Return a person for mrkdwn by the user id; nothing where it is none."""
    return f"<@{user}>" if _USER.fullmatch(user) else ""


def paragraph(runs: Sequence[Block], bullets: Iterable[Sequence[Block]] = ()) -> Block:
    """Return one block: a line, and the bullets that belong under it."""
    elements: list[Block] = [_section(runs)] if runs else []
    items = [_section(bullet) for bullet in bullets]
    if items:
        elements.append({"type": "rich_text_list", "style": "bullet", "elements": items})
    return {"type": "rich_text", "elements": elements}


def one_line(text: str) -> Message:
    """Return a message of one line and nothing else."""
    return Message(mrkdwn(text), (paragraph([words(text)]),))


def heading(text: str) -> Block:
    """Return the head of a part, which a screen reader can jump to."""
    return {"type": "header", "text": plain(text, HEADER_LIMIT)}


def divider() -> Block:
    """Return a rule between parts."""
    return {"type": "divider"}


def actions(*buttons: Button) -> Block:
    """Return a row of buttons; without a block_id, since that must change on each update."""
    return {"type": "actions", "elements": [_button(button) for button in buttons]}


def modal(title: str, blocks: Sequence[Block], **rest: Any) -> Block:  # noqa: ANN401 - Slack's keys
    """Return a modal view; `rest` are its further keys (callback_id, submit, private_metadata)."""
    return {
        "type": "modal",
        "title": plain(title, MODAL_WORD_LIMIT),
        "close": plain("Close", MODAL_WORD_LIMIT),
        "blocks": list(blocks[:MODAL_BLOCKS]),
        **rest,
    }


def _section(runs: Sequence[Block]) -> Block:
    return {"type": "rich_text_section", "elements": list(runs)}


def _button(button: Button) -> Block:
    block: Block = {
        "type": "button",
        "action_id": button.action,
        "text": plain(button.label, BUTTON_LIMIT),
    }
    if button.value:
        block["value"] = button.value[:VALUE_LIMIT]
    if button.spoken:
        block["accessibility_label"] = clip(button.spoken, BUTTON_LIMIT)
    return block


def _as_percent(sign: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in sign[0].encode(errors="replace"))


def _is_drawn(sign: str) -> bool:
    """Tell whether a sign is text: no control, no half of a pair, no non-character."""
    return unicodedata.category(sign) not in {"Cc", "Cs"} and ord(sign) & _NO_SIGN != _NO_SIGN


def _is_seen(sign: str) -> bool:
    """Tell whether a sign draws something by itself: no space, no joiner, no blank of Braille."""
    kind = unicodedata.category(sign)
    return kind[0] not in "ZM" and kind != "Cf" and sign != "\u2800"


def _unpiled(text: str) -> str:
    """Return the text with few marks on each letter; joiners between them part no letters."""
    kept, marks = [], 0
    for sign in text:
        if sign not in _JOINERS:
            marks = marks + 1 if unicodedata.category(sign).startswith("M") else 0
        if marks <= _MARKS_IN_A_ROW:
            kept.append(sign)
    return "".join(kept)
