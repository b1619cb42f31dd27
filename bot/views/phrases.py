"""How claims, articles and dates are put in words, the same on every surface."""

from collections.abc import Mapping

from bot.claims.days import said_day
from bot.claims.model import (
    Certainty,
    Claim,
    Figure,
    Link,
    Origin,
    Piece,
    Polarity,
    Publication,
    Style,
)
from bot.claims.quoting import in_marks
from bot.views.blocks import Block, clip, link, site_of, words

QUOTE_LIMIT = 600
TITLE_LIMIT = 200
NAME_LIMIT = 100  # of an outlet or a claimant: a page may call itself what it likes


def count(number: int, noun: str) -> str:
    """Return "1 claim", "3 claims"."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def source(publication: Publication) -> str:
    """Return where and when: "Delta Post, 7 May 2013", "Courier, undated"."""
    when = said_day(publication.published) if publication.published else "undated"
    if publication.origin is Origin.PUBLISHED:
        outlet = clip(publication.outlet or "unnamed outlet", NAME_LIMIT)
        return f"{outlet}, {when}"
    return f"{publication.origin.value} text"


def titled(publication: Publication) -> list[Block]:
    """Return an article's title, and its address as a link that says whose site it leads to.

    The title is no label of the link: "https://bank.example/login" may be the title of a page.
    """
    site, title = site_of(publication.url), clip(publication.title or "no title", TITLE_LIMIT)
    if not site:
        return [words(title)]
    return [words(f"{title} ("), link(publication.url, site), words(")")]


def quoted(text: str, limit: int = QUOTE_LIMIT) -> str:
    """Return words of an article in quotation marks, a long one cut."""
    return in_marks(clip(text, limit))


def reference(claim: Claim) -> Block:
    """Return a claim's id as a link to its article, "[C-7KQ2]"."""
    return link(claim.publication.url, f"[{claim.id}]")


def drawn(piece: Piece, known: Mapping[str, Claim]) -> Block:
    """Return a piece of a line as Slack draws it, an id as a link where its claim is `known`."""
    match piece.style:
        case Style.LABEL:
            return words(piece.text, bold=True)
        case Style.QUOTE:
            return words(in_marks(piece.text))
        case Style.ID if piece.text in known:
            return reference(known[piece.text])
        case Style.ID:
            return words(f"[{piece.text}]")
        case Style.PLAIN:
            return words(piece.text)


def told_by(claim: Claim) -> str:
    """Return who asserts it and by what way: "Lena Orsk, in a report, via Radio Delta"."""
    who = claim.claimant or "the article itself"
    return f"{who}, via {', '.join(claim.via)}" if claim.via else who


def byline(claim: Claim) -> str:
    """Return by whom, where and when: "Lena Orsk, via Radio Delta, Delta Post, 7 May 2013"."""
    where = source(claim.publication)
    return begun(f"{told_by(claim)}, {where}") if claim.claimant or claim.via else where


def begun(line: str) -> str:
    """Return a line that opens with a capital, whoever it names first: "a doctor"."""
    return f"{line[:1].upper()}{line[1:]}"


def said_by(claim: Claim, limit: int = QUOTE_LIMIT) -> str:
    """Return a claim with what it needs to be judged, its id to follow."""
    return f"{byline(claim)}: {quoted(claim.quote, limit)} "


def sentence(claim: Claim, limit: int = QUOTE_LIMIT) -> list[Block]:
    """Return such a claim as runs, its id behind it as a link."""
    return [words(said_by(claim, limit)), reference(claim)]


def relation(one: Link) -> str:
    """Return what the later claim of a link does to the earlier one: "adds to"."""
    return one.relation.value.replace("_", " ")


def strength(claim: Claim) -> str:
    """Return polarity and certainty where they are not the plain case: "denied", "possible"."""
    marks = [claim.polarity.value] if claim.polarity is not Polarity.AFFIRMED else []
    if claim.certainty is not Certainty.CERTAIN:
        marks.append(claim.certainty.value)
    return ", ".join([*marks, *(["conditional"] if claim.conditional else [])]) or "flatly stated"


def figure(one: Figure) -> str:
    """Return a figure as printed with what it counts: "around 730" (soldiers, total)."""
    facets = [one.what, one.scope.value if one.scope else ""]
    if one.outcome and one.outcome.value not in one.what:
        facets.append(one.outcome.value)
    known = ", ".join(facet for facet in facets if facet)
    return f"{quoted(one.text)} ({known})" if known else quoted(one.text)


def labelled(label: str, *runs: Block) -> list[Block]:
    """Return a line that opens with a bold label: "Claimant: Lena Orsk"."""
    return [words(f"{label}: ", bold=True), *runs]
