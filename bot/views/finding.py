"""What a search found, a page at a time."""

from collections.abc import Sequence

from bot.claims.model import Claim
from bot.newsroom.query import Query
from bot.newsroom.verbs import Verb
from bot.views.blocks import Block, Message, mrkdwn, one_line, paragraph, words
from bot.views.controls import next_page
from bot.views.marks import NOBODY, Judged, beside, runs_beside
from bot.views.phrases import count, quoted, sentence, told_by

PAGE = 5
NOTHING = (
    "No claim here has all of that. Fewer words find more; by: about: from: outlet: since: and "
    "status: narrow it."
)
NO_MORE = "There are no more."


def finding_message(
    asked: Query,
    claims: Sequence[Claim],
    typed: str,
    judged: Judged = NOBODY,
    *,
    more: bool,
) -> Message:
    """Return one page of what was found; `typed` is the search, for the button to the next."""
    if not claims:
        return one_line(NOTHING if asked.page == 1 else NO_MORE)
    head = heading(asked, len(claims), more=more)
    said = [
        f"{claim.id}: {told_by(claim)}: {quoted(claim.quote)}{beside(claim.id, judged)}"
        for claim in claims
    ]
    block = paragraph([words(head, bold=True)], [_bullet(claim, judged) for claim in claims])
    turn = (next_page(f"{Verb.FIND} {typed}", asked.page + 1),) if more else ()
    return Message(mrkdwn("\n".join([head, *said])), (block, *turn))


def heading(asked: Query, found: int, *, more: bool) -> str:
    """Return "3 claims, newest first.", "Claims 6 to 10, more follow."."""
    first = (asked.page - 1) * PAGE + 1
    if first == 1 and not more:
        return f"{count(found, 'claim')}, newest first."
    rest = "more follow" if more else "and no more"
    return f"Claims {first} to {first + found - 1}, newest first, {rest}."


def _bullet(claim: Claim, judged: Judged) -> list[Block]:
    return [*sentence(claim), *runs_beside(claim.id, judged)]
