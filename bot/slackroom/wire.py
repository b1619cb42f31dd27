"""How typed text becomes Slack's wire form: `text` with `<https://…>` and rich_text blocks."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from bot.slackroom.seen import Json

# What a composer turns into an element, first match wins at each place.
INLINE = re.compile(
    r"""
      (?P<code>`[^`\n]+`)                        # `exit 0`
    | (?P<url>https?://[^\s<>|"`]+)              # https://news.example/a?b=1&c=2
    | (?P<bare>(?<![\w@./:-])(?:[\w-]+\.)+       # news.example.com/a, www.example.org
        (?:com|org|net|edu|gov|info|io|co|uk|eu|news)(?![\w.-]*\w)(?:/[^\s<>|"`]*)?)
    | (?P<user>@[\w.-]*\w)                       # @dana, @here
    | (?P<channel>(?<!\S)\#[\w-]+)               # #world
    """,
    re.VERBOSE,
)
FENCE = re.compile(r"```\n?(.+?)\n?```", re.DOTALL)
BROADCASTS = ("here", "channel", "everyone")


@dataclass(frozen=True, slots=True)
class Wired:
    """A message in wire form: the escaped `text` and its rich_text `blocks`."""

    text: str
    blocks: tuple[Json, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Who and what can be named: both give an id, or "" for an unknown name.

    `labelled` writes people as `<@U…|dana>`, as commands have it, not as `<@U…>`.
    """

    user: Callable[[str], str]
    channel: Callable[[str], str]
    labelled: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of typed text: its wire text and its rich_text elements."""

    text: str
    elements: tuple[Json, ...]


NOBODY = Names(lambda _: "", lambda _: "")


def escape(text: str) -> str:
    """Escape what Slack escapes, and nothing else."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def wired(typed: str, names: Names, block_id: str) -> Wired:
    """Turn what a person typed into what Slack stores and sends."""
    parts = tuple(_parts(typed, names))
    shown = [element for part in parts for element in part.elements]
    block: Json = {"type": "rich_text", "block_id": block_id, "elements": shown}
    return Wired("".join(part.text for part in parts), (block,))


def wired_command(typed: str, names: Names) -> str:
    """Turn a command's text into the form that `should_escape` asks for."""
    return "".join(piece.text for piece in pieces(typed, names))


def _parts(typed: str, names: Names) -> Iterator[Piece]:
    """Cut at ```blocks```, and what is between them into quoted and plain lines."""
    at = 0
    for fence in FENCE.finditer(typed):
        yield from _lines(typed[at : fence.start()], names)
        inside = pieces(fence.group(1), NOBODY)
        shown = "".join(piece.text for piece in inside)
        yield Piece(f"```{shown}```", (_group("rich_text_preformatted", inside) | {"border": 0},))
        at = fence.end()
    yield from _lines(typed[at:], names)


def _group(kind: str, inside: list[Piece]) -> Json:
    return {"type": kind, "elements": [one for piece in inside for one in piece.elements]}


def _lines(typed: str, names: Names) -> Iterator[Piece]:
    """Give runs of "> quoted" lines and of plain lines as elements of their own."""
    for is_quote, run in groupby(typed.splitlines(keepends=True), lambda at: at.startswith(">")):
        if is_quote:
            yield _quote(list(run), names)
        else:
            inside = pieces("".join(run), names)
            text = "".join(piece.text for piece in inside)
            yield Piece(text, (_group("rich_text_section", inside),))


def _quote(lines: list[str], names: Names) -> Piece:
    """Give quoted lines: the text keeps each "&gt; ", the element has the words alone."""
    bare = [line[1:].removeprefix(" ") for line in lines]
    text = "".join("&gt; " + "".join(piece.text for piece in pieces(line, names)) for line in bare)
    words = pieces("".join(bare).removesuffix("\n"), names)
    return Piece(text, (_group("rich_text_quote", words),))


def pieces(typed: str, names: Names) -> list[Piece]:
    """Cut one run of typed text into plain text, links, names and `code`."""
    found: list[Piece] = []
    at = 0
    for match in INLINE.finditer(typed):
        token = match.group() if match["code"] else _without_tail(match.group())
        piece = PIECES[match.lastgroup or ""](token, names)
        if piece.elements:
            found += [*_plain(typed[at : match.start()]), piece]
            at = match.start() + len(token)
    return found + _plain(typed[at:])


def _plain(text: str) -> list[Piece]:
    return [Piece(escape(text), ({"type": "text", "text": text},))] if text else []


def _without_tail(token: str) -> str:
    """Leave the sentence's own marks out of a link: "(see https://x.example/a)." ends at a."""
    while token and token[-1] in ".,;:!?'\"*_~)]}":
        if token[-1] == ")" and token.count("(") >= token.count(")"):
            break
        token = token[:-1]
    return token


def _code(token: str, _names: Names) -> Piece:
    # Links inside `code` are links in Slack too: `<https://…>` in the text.
    inside = pieces(token[1:-1], NOBODY)
    styled = (one | {"style": {"code": True}} for piece in inside for one in piece.elements)
    return Piece("`" + "".join(piece.text for piece in inside) + "`", tuple(styled))


def _url(token: str, _names: Names) -> Piece:
    return Piece(f"<{escape(token)}>", ({"type": "link", "url": token},))


def _bare(token: str, _names: Names) -> Piece:
    link = {"type": "link", "url": f"http://{token}", "text": token}
    return Piece(f"<http://{escape(token)}|{escape(token)}>", (link,))


def _user(token: str, names: Names) -> Piece:
    name = token[1:]
    if name in BROADCASTS:
        return Piece(f"<!{name}>", ({"type": "broadcast", "range": name},))
    user = names.user(name)
    text = f"<@{user}|{name}>" if names.labelled else f"<@{user}>"
    return Piece(text, ({"type": "user", "user_id": user},) if user else ())


def _channel(token: str, names: Names) -> Piece:
    channel = names.channel(token[1:])
    element = ({"type": "channel", "channel_id": channel},) if channel else ()
    return Piece(f"<#{channel}|{token[1:]}>", element)


PIECES: dict[str, Callable[[str, Names], Piece]] = {
    "code": _code,
    "url": _url,
    "bare": _bare,
    "user": _user,
    "channel": _channel,
}
