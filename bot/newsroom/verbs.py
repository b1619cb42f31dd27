"""The one registry of what can follow /claim: help, manifest and README are made from it."""

from dataclasses import dataclass
from enum import StrEnum

COMMAND = "/claim"
PREVIEW = "preview"
"""After "digest": what it would say now."""
HANDLE = "ontherecord"
"""What the bot is called after an @, as in "/invite @ontherecord"."""


JOINER = "\u2060"
"""What our own words carry where Slack would draw a smiley; copied, it is no part of a command."""


class Verb(StrEnum):
    """What a person can ask for; READ is a bare link, without a word before it."""

    READ = "read"
    ADD = "add"
    FIND = "find"
    SHOW = "show"
    COMPARE = "compare"
    HISTORY = "history"
    STORY = "story"
    STATUS = "status"
    EDIT = "edit"
    WATCH = "watch"
    UNWATCH = "unwatch"
    EMBARGO = "embargo"
    ALIAS = "alias"
    DIGEST = "digest"
    DUE = "due"
    WHY = "why"
    SETTINGS = "settings"
    EXPORT = "export"
    FORGET = "forget"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Usage:
    """How a verb is used and what it does, in one line each."""

    verb: Verb
    usage: str
    line: str


USAGES = (
    Usage(Verb.READ, "<link>", "Read an article, record its claims, tell what differs."),
    Usage(Verb.ADD, "add <text>", "Record words as they stand: a statement, a tip, a transcript."),
    Usage(
        Verb.FIND,
        "find <words>",
        "Search; narrow it with by: about: from: outlet: since: status:.",
    ),
    Usage(
        Verb.SHOW, "show <id>", "Show one claim: its sentence, who says it, what it relates to."
    ),
    Usage(Verb.COMPARE, "compare <id> <id>", "Put two claims side by side and tell what differs."),
    Usage(Verb.HISTORY, "history <id>", "Tell how a figure went: who gave which number when."),
    Usage(Verb.STORY, "story <id>", "Show what hangs together; name, merge, split, mute it."),
    Usage(
        Verb.STATUS,
        "status <id> [mark] [note or link]",
        "Mark a claim confirmed, disputed, denied, false, withdrawn or unverified.",
    ),
    Usage(Verb.EDIT, "edit <id>", "Put right what was read of a claim, facet by facet."),
    Usage(
        Verb.WATCH,
        "watch [id, words, by: or counting:]",
        "Be told when a story, a claimant or a figure changes, or list your watches.",
    ),
    Usage(Verb.UNWATCH, "unwatch <id or words>", "Stop such a watch."),
    Usage(
        Verb.EMBARGO,
        "embargo [id or link] [time, lift]",
        "List what shows in this channel alone until a time; set or lift one.",
    ),
    Usage(
        Verb.ALIAS,
        "alias [name = other name]",
        "Say that two names are one claimant's, or list what people said.",
    ),
    Usage(
        Verb.DIGEST,
        "digest [preview, on, off, time, days, zone]",
        "See or set when the morning digest comes, and what it would say now.",
    ),
    Usage(Verb.DUE, "due", "List what was announced for today or this week, and what is overdue."),
    Usage(Verb.WHY, "why [id or link]", "Tell what was read, and why there was a reply or none."),
    Usage(
        Verb.EXPORT, "export [filters]", "Post claims as a file, for a spreadsheet or an archive."
    ),
    Usage(
        Verb.SETTINGS,
        "settings [name value]",
        "Show or change when the bot speaks here, and what holds for the newsroom.",
    ),
    Usage(
        Verb.FORGET,
        "forget <id, link or by:name>",
        "Delete a claim, an article, or what somebody said here, for good.",
    ),
    Usage(Verb.HELP, "help", "Show this list."),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed after the command: a verb and the rest, or no verb that is known."""

    verb: Verb | None
    rest: str = ""


def usage_hint() -> str:
    """Return the hint that Slack shows while the command is typed."""
    return " | ".join(usage.usage for usage in USAGES)


def understood(text: str) -> Asked:
    """Tell which verb was typed: "show C-7KQ2", a bare link, nothing at all (help)."""
    text = text.replace(JOINER, "").strip()
    head, _, rest = text.partition(" ")
    if not text:
        return Asked(Verb.HELP)
    if head.lower().lstrip("<").startswith(("http://", "https://")):
        return Asked(Verb.READ, text)
    try:
        return Asked(Verb(head.lower()), rest.strip())
    except ValueError:
        return Asked(None, text)
