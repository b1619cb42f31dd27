"""Stories as a reader sees them, and what people do with them: name, merge, split."""

from collections.abc import Collection
from dataclasses import replace

from bot.claims.story import newest_first, title
from bot.desk.desk import Desk
from bot.desk.judge import pair, tell_done, viewer_of
from bot.desk.look_up import NO_CLAIM, NO_ID, claim_id
from bot.newsroom.act import Deed
from bot.newsroom.press import Press
from bot.newsroom.story import Story, StoryName, fit_name
from bot.newsroom.trouble import NotFound, Unfit
from bot.newsroom.undo import Done, Undo
from bot.newsroom.viewer import Viewer

ONE_ALREADY = "These two are of one story already."
CHOOSE = "Tick at least one claim that does not belong, or close this."
NOT_ALL = "Leave at least one claim in the story."
NO_LINK = "Nothing links these to the rest any more."


def story(desk: Desk, viewer: Viewer, typed: str) -> Story:
    """Return the story of a claim by its id; raises NotFound, also where the claim is hidden."""
    if not typed:
        raise NotFound(NO_ID.replace("show", "story"))
    asked = claim_id(typed)
    claims = newest_first(desk.library.story(viewer, asked))
    if not claims:
        raise NotFound(NO_CLAIM)
    named = desk.stories.named(viewer, [claim.id for claim in claims])
    if named:
        named = replace(named, person=desk.name_of(viewer.workspace, named.person))
    return Story(asked, named.name if named else title(claims), claims, named)


def name_story(desk: Desk, press: Press, claim: str, typed: str) -> str:
    """Name the story of a claim and return the line that says so; raises Unfit, NotFound."""
    viewer, now, person = viewer_of(desk, press), desk.clock(), press.post.person
    name = fit_name(typed)
    if not desk.stories.name(viewer, StoryName(claim, name, person, now)):
        raise NotFound(NO_CLAIM)
    line = f"The story of {claim} is called “{name}”."
    return tell_done(desk, press, Done(line, Undo(Deed.TITLED, claim, claim, person, now)), ())


def merge(desk: Desk, press: Press, claim: str, typed: str) -> str:
    """Make the stories of two claims one and return the line that says so.

    Raises NotFound where either is not to be seen, Unfit where there is one story only.
    """
    viewer, other = viewer_of(desk, press), claim_id(typed)
    if desk.archive.claim(viewer, other) is None:
        raise NotFound(NO_CLAIM)
    if other in {one.id for one in desk.library.story(viewer, claim)}:
        raise Unfit(ONE_ALREADY)
    return pair(desk, press, Deed.MERGED, [(claim, other)])


def split(desk: Desk, press: Press, claim: str, away: Collection[str]) -> str:
    """Part these claims from the rest of the story and return the line that says so.

    Raises Unfit where none or all of them would go, NotFound where they have gone already.
    """
    viewer, now, person = viewer_of(desk, press), desk.clock(), press.post.person
    of_story = {one.id for one in desk.library.story(viewer, claim)}
    going = of_story.intersection(away)
    if not going:
        raise Unfit(CHOOSE)
    if going == of_story:
        raise Unfit(NOT_ALL)
    if not desk.stories.split(viewer, going, of_story - going, (person, now)):
        raise NotFound(NO_LINK)
    named = ", ".join(sorted(going))
    line = f"No longer of the story of {min(of_story - going)}: {named}."
    return tell_done(desk, press, Done(line, Undo(Deed.SPLIT, claim, claim, person, now)), going)
