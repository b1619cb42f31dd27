"""What the archive can tell a viewer: a brief, a claim, what a post stands for."""

from collections.abc import Mapping, Sequence

from bot.claims.brief import brief
from bot.claims.compare import compare
from bot.claims.history import History, history
from bot.claims.model import Brief, Claim, Link
from bot.desk.desk import Desk
from bot.newsroom.post import Post
from bot.newsroom.query import query
from bot.newsroom.status import Status
from bot.newsroom.trouble import NotFound, Unclear
from bot.newsroom.viewer import Viewer

Marks = Mapping[str, Status]

# One line for "there is none" and "it is hidden": telling them apart would tell of the hidden.
NO_CLAIM = "No claim has that id here. Ids look like C-7KQ2 and stand beside each quote."
TWO_IDS = "Put two ids after it: /claim compare C-7KQ2 C-M4TX"
MOST_EXPORTED = 20_000
FORGOTTEN = "{} was forgotten on {:%-d %b %Y}: of it there is nothing left but that."
NO_FIGURE = "That claim has no figure, so there is no history of one to tell."
NOT_READ = "I have not read that here. Paste the link, or use /claim with it."
NO_ID = "Which claim? Put its id after it: /claim show C-7KQ2"
NOTHING_READ = "I have read nothing in this channel yet. Paste an article's link."


def told(desk: Desk, viewer: Viewer, article: str) -> Brief | None:
    """Return the brief of a reading in today's words: only what the viewer may see today."""
    kept = desk.archive.brief(viewer, article)
    return phrased(desk, viewer, kept) if kept else None


def phrased(desk: Desk, viewer: Viewer, kept: Brief) -> Brief:
    """Return a brief in the words of today; what the newsroom itself published leads."""
    ours = desk.places.workspace(viewer.workspace).published
    return brief(kept.publication, kept.claims, kept.links, kept.checks, ours)


def told_of_post(desk: Desk, viewer: Viewer, post: Post) -> tuple[tuple[str, Brief], ...]:
    """Return the readings that a post brought in with their briefs, in the order of its links."""
    filed = [one.article for one in desk.archive.readings_of(post)]
    briefs = ((article, told(desk, viewer, article)) for article in filed)
    return tuple((article, brief) for article, brief in briefs if brief)


def claim_with_links(desk: Desk, viewer: Viewer, typed: str) -> tuple[Claim, tuple[Link, ...]]:
    """Return a claim with its links to other claims.

    Raises NotFound, also for a claim that the viewer may not see.
    """
    if not typed:
        raise NotFound(NO_ID)
    claim = desk.archive.claim(viewer, claim_id(typed))
    if claim is None:
        raise NotFound(_forgotten(desk, viewer, claim_id(typed)) or NO_CLAIM)
    return claim, tuple(desk.archive.links_of(viewer, claim.id))


def _forgotten(desk: Desk, viewer: Viewer, claim: str) -> str:
    """Return when a claim was forgotten, where the viewer may see that it was; else ""."""
    on = desk.forgetting.forgotten(viewer, claim)
    return FORGOTTEN.format(claim, on) if on else ""


def reading_asked_for(desk: Desk, viewer: Viewer, asked: str) -> str:
    """Return the reading that "/claim why" is about: a claim's, a link's, or the newest.

    Raises NotFound.
    """
    if asked.startswith(("http://", "https://")):
        filed = desk.archive.latest(viewer, desk.canonical(asked))
        return _found(filed.article if filed else None, NOT_READ)
    if asked:
        return _found(desk.archive.article_of(viewer, claim_id(asked)), NO_CLAIM)
    return _found(desk.archive.newest(viewer), NOTHING_READ)


def compared(desk: Desk, viewer: Viewer, typed: str) -> tuple[Link, bool]:
    """Return two claims that were named as a link, and whether it is one of the archive's.

    Raises NotFound and Unclear.
    """
    ids = [claim_id(one) for one in typed.split()]
    if len(ids) != 2 or ids[0] == ids[1]:  # noqa: PLR2004 - a pair
        raise Unclear(TWO_IDS)
    one, links = claim_with_links(desk, viewer, ids[0])
    other, _ = claim_with_links(desk, viewer, ids[1])
    for link in links:
        if other.id in {link.later.id, link.earlier.id}:
            return link, True
    later, earlier = _later_first(one, other)
    relation, differences = compare(later, earlier)
    return Link(later, earlier, relation, differences), False


def claim_id(typed: str) -> str:
    """Return an id as it is kept, however it was typed: "[c-7kq2]" is C-7KQ2."""
    return typed.strip(" []().,;“”\"'").upper()


def _later_first(one: Claim, other: Claim) -> tuple[Claim, Claim]:
    """Order two claims by publication; with an undated one, as they were named."""
    a, b = one.publication.published, other.publication.published
    return (other, one) if a and b and a < b else (one, other)


def _found(article: str | None, otherwise: str) -> str:
    if article is None:
        raise NotFound(otherwise)
    return article


def figure_history(desk: Desk, viewer: Viewer, typed: str) -> History:
    """Return how the figure of a claim went through its story; raises NotFound."""
    claim, _ = claim_with_links(desk, viewer, typed)
    told = history(claim, desk.library.story(viewer, claim.id))
    if told is None:
        raise NotFound(NO_FIGURE)
    return told


def exported(desk: Desk, viewer: Viewer, typed: str) -> tuple[Sequence[Claim], Marks]:
    """Return the claims to export, by the filters of a search, with the marks that hold.

    A file travels: what is under embargo is not in it.
    """
    asked = query(typed, desk.clock().date(), all_at_worst=True)
    found = desk.library.search(viewer, asked, MOST_EXPORTED)
    held = desk.embargoes.held(viewer, [claim.id for claim in found])
    claims = tuple(claim for claim in found if claim.id not in held)
    judged = desk.judgements.of(viewer, [claim.id for claim in claims])
    return claims, {claim: one.status for claim, one in judged.items() if one.status}
