"""What opens under Details: every pair of a reply, what people can say of it, and every check."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.claims.cited import shown_first
from bot.claims.model import Brief, Check, CheckKind, Claim, Link, Publication
from bot.claims.quoting import in_marks
from bot.newsroom.judgement import Judgement
from bot.views.blocks import TEXT_LIMIT, Block, Button, actions, divider, modal, paragraph, words
from bot.views.marks import Judged, in_full
from bot.views.phrases import begun, count, labelled, relation, sentence, source
from bot.views.slip import Slip

TITLE = "What differs"
NOTHING = "Nothing of this can be shown here any more."
PAIRS = 10  # a page: two blocks each, and few enough to take in
CHECKS = 20
WHOLE = TEXT_LIMIT - 100  # a sentence as long as any; the quotation marks come on top


class Pairing(StrEnum):
    """The buttons under a pair, and those that turn the page."""

    SAME = "pair_same"
    NOT_SAME = "pair_not_same"
    PART = "pair_part"
    AGAIN = "pair_again"
    EDIT = "pair_edit"
    STATUS = "pair_status"
    BACK = "details_back"
    ON = "details_on"


@dataclass(frozen=True, slots=True)
class Shown:
    """What Details show beside the briefs: what people decided, and which pairs they parted."""

    judged: Judged = field(default_factory=dict)
    parted: tuple[tuple[Claim, Claim], ...] = ()


def details_modal(briefs: Sequence[Brief], slip: Slip, shown: Shown = Shown()) -> Block:
    """Return one page of the pairs, those of the reply first; the checks are on the last page."""
    pairs = [(one.publication, link) for one in briefs for link in shown_first(one.links)]
    pages = max(1, -(-len(pairs) // PAIRS))
    page = min(max(slip.page, 1), pages)
    blocks = list(_pairs(pairs[(page - 1) * PAIRS : page * PAIRS], shown.judged))
    if page == pages:
        blocks += [*_checks(briefs), *map(_parted, shown.parted)]
    if not blocks:
        return modal(TITLE, [paragraph([words(NOTHING)])])
    if pages > 1:
        blocks = [_place(page, pages, len(pairs)), *blocks, _turns(page, pages)]
    return modal(TITLE, blocks, private_metadata=replace(slip, page=page).written())


def _pairs(pairs: Sequence[tuple[Publication, Link]], judged: Judged) -> Iterator[Block]:
    before: Publication | None = None
    for publication, link in pairs:
        if publication != before:
            yield from [divider()] if before else []
            yield paragraph([words(source(publication), bold=True)])
        before = publication
        yield _pair(link, judged)
        yield _controls(link, judged)


def _pair(link: Link, judged: Judged) -> Block:
    head = begun(relation(link))
    note = "" if link.shown else " (not in the reply)"
    bullets = [
        labelled("Later", *sentence(link.later, WHOLE)),
        *in_full(judged.get(link.later.id, Judgement())),
        labelled("Earlier", *sentence(link.earlier, WHOLE)),
        *in_full(judged.get(link.earlier.id, Judgement())),
        *([words(difference.line)] for difference in link.differences),
    ]
    if link.why:
        bullets.append(labelled("Matched by", words("; ".join(link.why))))
    runs = [words(head, bold=True), words(note)] if note else [words(f"{head}.", bold=True)]
    return paragraph(runs, bullets)


def _controls(link: Link, judged: Judged) -> Block:
    later, earlier = link.later.id, link.earlier.id
    both, pair = f"{later} and {earlier}", f"{later} {earlier}"
    same = {one.other for one in judged.get(later, Judgement()).same}
    first = Button(Pairing.SAME, "Same claim", pair, f"{both} are the same claim")
    if earlier in same:
        first = Button(Pairing.NOT_SAME, "Not the same", pair, f"{both} are not the same claim")
    row = actions(
        first,
        Button(Pairing.PART, "Not related", pair, f"{both} are not related"),
        Button(Pairing.EDIT, "Edit", pair, f"Edit {later} or {earlier}"),
        Button(Pairing.STATUS, "Set status", pair, f"Mark {later} or {earlier}"),
    )
    return {**row, "block_id": pair}


def _checks(briefs: Sequence[Brief]) -> Iterator[Block]:
    checks = [check for brief in briefs for check in brief.checks]
    yield from (_check(check) for check in checks[:CHECKS])
    if len(checks) > CHECKS:
        more = f"{count(len(checks) - CHECKS, 'check')} more: ask /claim why with a claim's id."
        yield paragraph([words(more)])


def _check(check: Check) -> Block:
    bullets = [sentence(claim, WHOLE) for claim in check.claims]
    return paragraph([words(_head(check), bold=True)], bullets)


def _head(check: Check) -> str:
    """Return what a check found, without the sentences that stand whole under it."""
    if check.kind is CheckKind.DENIED_HERE:
        return f"{check.line.partition(':')[0]}."
    starts = (check.line.find(in_marks(claim.quote)) for claim in check.claims)
    end = min((at for at in starts if at > 0), default=len(check.line))
    return check.line[:end].removesuffix("; earlier ").rstrip(" :;.") + "."


def _parted(pair: tuple[Claim, Claim]) -> Block:
    """Return a pair that people called not related, and the way to take that back."""
    later, earlier = (claim.id for claim in pair)
    value = f"{later} {earlier}"
    button = Button(Pairing.AGAIN, f"{later}, {earlier}: related after all", value)
    return {**actions(button), "block_id": f"parted {value}"}


def _place(page: int, pages: int, pairs: int) -> Block:
    return paragraph([words(f"{count(pairs, 'pair')}, page {page} of {pages}")])


def _turns(page: int, pages: int) -> Block:
    buttons = []
    if page > 1:
        buttons.append(Button(Pairing.BACK, "Page before", spoken="Show the page before"))
    if page < pages:
        buttons.append(Button(Pairing.ON, "Next page", spoken="Show the next page"))
    return {**actions(*buttons), "block_id": f"page {page}"}
