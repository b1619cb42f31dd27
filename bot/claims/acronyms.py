"""Which names the acronyms in brackets stand for: "Varno Rowers League (VRL)"."""

import re

BRACKET = re.compile(
    r"((?:[A-Z][\w.&'-]*)(?: (?:of|for|and|the|on|in|de|du|des|&|[A-Z][\w.&'-]*))*)"
    r" \(([A-Z][A-Za-z]{1,7})\)"
)


def acronyms(text: str) -> dict[str, str]:
    """Map acronyms in brackets to their names: "Varno Rowers League (VRL)"."""
    if " (" not in text:
        return {}
    return {found[2]: _named(found[1], found[2]) for found in BRACKET.finditer(text)}


def _named(words: str, acronym: str) -> str:
    """Cut the name that the acronym stands for out of the capitalised words before it."""
    parts = re.sub(r"^(?:The|A|An) |^.*'s ", "", words).split()
    capitals = [i for i, word in enumerate(parts) if word[0].isupper()]
    if len(capitals) >= len(acronym) and len(acronym) > 1:
        start = capitals[-len(acronym)]
        if parts[start][0].upper() == acronym[0].upper():
            parts = parts[start:]
    return " ".join(parts)
