"""What the reply to a pasted article says: whether to speak at all, the finding, the lines.

One reply is earned only by: a withdrawal, a reversal by the same claimant, a denial or
contradiction, like-for-like figures that do not overlap, an update of a toll, a date or sum that
does not fit, the outcome of an announced event. Another claimant, chain, place or certainty alone
is never a reason; they stand in the lines of a brief that speaks, or under Details.
"""

from collections.abc import Sequence

from bot.claims.brief.finding import finding
from bot.claims.brief.lines import lines
from bot.claims.brief.ours import Ours, nobodys, ours_first, published
from bot.claims.brief.points import points
from bot.claims.model import Brief, Check, Claim, Line, Link, Piece, Publication, Style
from bot.claims.quoting import in_marks


def brief(
    publication: Publication,
    claims: Sequence[Claim],
    links: Sequence[Link],
    checks: Sequence[Check],
    ours: Ours = nobodys,
) -> Brief:
    """Return what is told about one article; without a finding nothing is worth a reply.

    What does not fit an article of `ours` comes first, under words of that one.
    """
    kept = Brief(publication, tuple(claims), tuple(links), tuple(checks))
    found = ours_first(points(kept), ours)
    if not found:
        return kept
    return Brief(
        publication,
        kept.claims,
        kept.links,
        kept.checks,
        published(found, ours) + finding(publication, found),
        lines(kept, found),
    )


def plain(brief: Brief) -> str | None:
    """Return the reply as plain text, a line each; None where the brief is silent."""
    if not brief.speaks:
        return None
    return "\n".join((brief.finding, *map(plain_line, brief.lines)))


def plain_line(line: Line) -> str:
    """Return one line as plain text, quotes in quotation marks and ids in brackets."""
    text = "".join(map(_plain_piece, line.pieces))
    return f"• {text}" if line.bullet else text


def _plain_piece(piece: Piece) -> str:
    if piece.style is Style.QUOTE:
        return in_marks(piece.text)
    return f"[{piece.text}]" if piece.style is Style.ID else piece.text
