"""Slack's wire form of a message: which links stand in it, and what its plain words are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

_WEB = ("http://", "https://")
_LEAVES = ("rich_text_section", "rich_text_list")  # not rich_text_preformatted, rich_text_quote

# ```…``` and `…`: a link shown as code is talked about, not passed on.
_CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
# "&gt; quoted line" and "&gt;&gt;&gt; all that follows": somebody else's words.
_QUOTED = re.compile(r"^&gt;&gt;&gt;[\s\S]*|^&gt;.*$", re.MULTILINE)
# <https://n.example/a|n.example>, or bare as a slash command has it: https://n.example/a
_LINK = re.compile(
    r"<(https?://[^<|>\s]+)(?:\|[^>]*)?>|(?<![<|\w/])(https?://[^\s<>|]+)", re.IGNORECASE
)
# <https://u|label>, <@U024|ann>, <#C02|city>, <!here>, <!date^1^{date}|3 May>
_MARK = re.compile(r"<([^<>|]*)(?:\|([^<>]*))?>")
_TAIL = ".,;:!?'\"”’)]}"  # what a sentence puts after a bare address


def wire_links(text: str, blocks: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Yield the web addresses in order, as written; those in code and quotations left out.

    The rich_text blocks win where there are any: in `text` Slack writes "&" as "&amp;".
    """
    rich = [block for block in blocks if block.get("type") == "rich_text"]
    if rich:
        for block in rich:
            yield from _block_links(block)
    else:
        yield from _text_links(text)


def plain(text: str) -> str:
    """Return the words of a wire text as its author saw them: labels for marks, no entities."""
    return _unescape(_MARK.sub(_shown, text))


def _block_links(block: Mapping[str, Any]) -> Iterator[str]:
    for element in block.get("elements", ()):
        if element.get("type") in _LEAVES:
            yield from _block_links(element)
        elif element.get("type") == "link" and not element.get("style", {}).get("code"):
            url = str(element.get("url", ""))
            if url.lower().startswith(_WEB):
                yield url


def _text_links(text: str) -> Iterator[str]:
    spoken = _QUOTED.sub(" ", _CODE.sub(" ", text))
    for wrapped, bare in _LINK.findall(spoken):
        yield _unescape(wrapped or _without_tail(bare))


def _without_tail(url: str) -> str:
    """Cut the sentence's punctuation off, but keep the bracket of ".../Mercury_(planet)"."""
    end, unopened = len(url), url.count(")") - url.count("(")
    while end and url[end - 1] in _TAIL:
        if url[end - 1] == ")" and unopened <= 0:
            break
        unopened -= url[end - 1] == ")"
        end -= 1
    return url[:end]


def _shown(mark: re.Match[str]) -> str:
    target, label = mark[1], mark[2]
    if label:
        return ("@" if target[:1] == "@" else "#" if target[:1] == "#" else "") + label
    return target.lstrip("!")


def _unescape(text: str) -> str:
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
