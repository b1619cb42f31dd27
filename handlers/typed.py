"""What a person typed after the command, out of Slack's wire form."""

import re

from bot.articles.wiretext import plain
from bot.newsroom.verbs import Verb, understood

_NAMED = re.compile(r"<([@#]\w+)(?:\|[^<>]*)?>")


def typed(text: str) -> str:
    """Return the words as their author saw them; where people are set, by their ids.

    "settings checkers <@U024|ann>" keeps "<@U024>": two people may be called Ann.
    """
    if understood(plain(text)).verb is Verb.SETTINGS:
        return _NAMED.sub(r"<\1>", text).strip()
    return plain(text)
