"""What was announced for a day: one item an event, overdue, due today or within a week."""

from collections.abc import Collection, Iterator
from datetime import date

from bot.claims.brief.excerpts import of_subject, of_words
from bot.claims.brief.pieces import by, cited, label, opened, plain_text
from bot.claims.digest.events import Event, Standing, by_publication, events, is_deadline
from bot.claims.digest.items import LONG, NOWHERE, Item, Section, Story, item
from bot.claims.model import Claim, Line, Piece, When

FEW = 4  # words
WORDS = {Standing.OVERDUE: "overdue", Standing.TODAY: "today"}


def due_items(story: Story, today: date, told: Collection[str]) -> Iterator[Item]:
    """Yield a line for each event; what a later article reports of it settles it.

    That is told once, when the report is recorded; `told` are ids of claims that the digest tells
    already: their report is no second line.
    """
    fresh = {claim.id for brief in story.briefs for claim in brief.claims}
    for event in events(story, today):
        reports = {link.later.id for link in event.reported}
        if reports and (not reports & fresh or reports & {*told}):
            continue
        yield _item(event)


def _item(event: Event) -> Item:
    line = _reported(event) if event.reported else _open(event)
    asks = event.standing is Standing.OVERDUE and not event.reported
    found = item(Section.DUE, line, (event.standing, event.when.end.toordinal()))
    due = event.claims[0].id if asks else ""
    return Item(f"due/{event.claims[0].id}", found.state, found.section, line, found.weight, due)


def _open(event: Event) -> Line:
    head = WORDS.get(event.standing, "") or _days(event.when)
    pieces = [label(head), *_said(event.claims[0])]
    if len(event.claims) > 1:
        pieces.append(plain_text(f"; {len(event.claims)} claims say so"))
    if event.standing is Standing.OVERDUE:
        pieces.append(plain_text(f"; it was due {_days(event.when)}"))
    elif moved := event.before[-1:]:
        pieces += [plain_text(f"; {_until_then(moved[0])}, "), *_said(moved[0])]
    return opened((*pieces, plain_text(".")))


def _until_then(claim: Claim) -> str:
    return f"before, it was due {_days(claim.when)}" if claim.when else "before"


def _reported(event: Event) -> Line:
    newest = max(event.reported, key=lambda link: by_publication(link.later))
    pieces = [label("reported since"), *_said(newest.later), plain_text(". Announced, ")]
    pieces += [*_said(newest.earlier), plain_text("; no longer told as due.")]
    return opened(pieces)


def _said(claim: Claim) -> tuple[Piece, ...]:
    """Return the whole sentence: "by Wednesday" alone announces nothing; a long one is cut."""
    words = claim.quote.strip().rstrip(".")
    if len(words.split()) > LONG:
        time = claim.when.text if claim.when else ""
        cut = of_words(claim, time) if time in words else of_subject(claim, claim.words)
        words = cut if len(cut.split()) >= FEW else words
    return (*by(claim, NOWHERE), *cited(words, claim))


def _days(when: When) -> str:
    """Return the days in words: "16 Mar 2025", "31 Jul to 2 Aug 2026", "by 15 Aug 2026"."""
    first, last = when.start, when.end
    whole = f"{last.day} {last:%b %Y}"
    if first == last or is_deadline(when):
        return f"by {whole}" if is_deadline(when) else whole
    if first.year != last.year:
        return f"{first.day} {first:%b %Y} to {whole}"
    return f"{first.day} to {whole}" if first.month == last.month else _over_months(when)


def _over_months(when: When) -> str:
    return f"{when.start.day} {when.start:%b} to {when.end.day} {when.end:%b %Y}"
