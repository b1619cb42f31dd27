"""How well the claims of a story were tied to each other, and what was told to differ."""

from pathlib import Path

from pydantic import TypeAdapter

from bot.claims.model import DifferenceKind
from tests.quality.answers import CROSS, DifferenceAnswer, LinkAnswer, NotLink
from tests.quality.judged import JudgedStory
from tests.quality.match import numbers_in
from tests.quality.rows import DifferenceRow, RelatedRow
from tests.quality.sheet import Sheet

_NOT_LINKS = TypeAdapter(tuple[NotLink, ...])

Kinds = frozenset[DifferenceKind]


def measure_links(story: JudgedStory, sheet: Sheet) -> None:
    """Mark the links that must be there, those that are, and those that must not be."""
    for link in story.answers.links:
        row = _row_for(story, link)
        lost = {link.later, link.earlier} - story.found.keys()
        why = f" (not found: {', '.join(sorted(lost))})" if lost else ""
        note = f"link missed {story.name}: {link.later} to {link.earlier}{why}"
        sheet.mark("links wanted", right=row is not None, note=note)
        if row is not None:
            sheet.count(links_met_and_shown=row.shown)
            _mark_differences(story, link, row, sheet)
    _mark_stored(story, sheet)
    for wrong in story.answers.not_links:
        pair = (story.found.get(wrong.later), story.found.get(wrong.earlier))
        note = f"wrong link {story.name}: {wrong.later} to {wrong.earlier} ({wrong.why})"
        _mark_wrong(sheet, made=pair in story.pairs, note=note)


def measure_across(stories: list[JudgedStory], folder: Path, sheet: Sheet) -> None:
    """Count the links between stories that were replayed in one ledger; look-alikes are wrong."""
    owner = {
        claim.id: article.name.split("/")[0]
        for story in stories
        for article in story.articles
        for claim in article.row.claims
    }
    pairs = {pair for story in stories for pair in story.pairs}
    across = {pair for pair in pairs if owner[pair[0]] != owner[pair[1]]}
    found = {
        f"{story.name}/{key}": claim for story in stories for key, claim in story.found.items()
    }
    sheet.count(links_across_stories=len(across))
    for wrong in _NOT_LINKS.validate_json((folder / CROSS).read_text(encoding="utf-8")):
        made = (found.get(wrong.later), found.get(wrong.earlier)) in pairs
        note = f"wrong link across stories: {wrong.later} to {wrong.earlier} ({wrong.why})"
        sheet.count(wrong_links_across_stories=made)
        if made:
            sheet.note(note)


def _mark_wrong(sheet: Sheet, *, made: bool, note: str) -> None:
    sheet.count(wrong_links=made)
    if made:
        sheet.note(note)


def _mark_stored(story: JudgedStory, sheet: Sheet) -> None:
    """Mark each stored pair both of whose claims are answers, optional links being right too."""
    answer_of = {claim: answer for answer, claim in story.found.items()}
    links = (*story.answers.links, *story.answers.optional_links)
    right = {(link.later, link.earlier) for link in links}
    for (later, earlier), row in story.pairs.items():
        if later not in answer_of or earlier not in answer_of:
            continue
        pair = (answer_of[later], answer_of[earlier])
        note = f"link not in the answers {story.name}: {pair[0]} to {pair[1]}"
        sheet.mark("links stored", right=pair in right, note=note)
        if row.shown:
            sheet.mark("links shown", right=pair in right)


def _row_for(story: JudgedStory, link: LinkAnswer) -> RelatedRow | None:
    later, earlier = story.found.get(link.later), story.found.get(link.earlier)
    return story.pairs.get((later, earlier)) if later and earlier else None


def _mark_differences(story: JudgedStory, link: LinkAnswer, row: RelatedRow, sheet: Sheet) -> None:
    told, wanted = _judged_kinds(story, link, row)
    sheet.count(kinds_met=len(told & wanted), kinds_told=len(told), kinds_wanted=len(wanted))
    note = (
        f"differences {story.name}: {link.later} to {link.earlier}: "
        f"{sorted(told)}, not {sorted(wanted)}"
    )
    sheet.mark("pairs", right=told == wanted, note=note)
    first = next((one for one in row.differences if one.kind is DifferenceKind.FIGURE), None)
    for difference in link.differences:
        if difference.kind is DifferenceKind.FIGURE:
            note = (
                f"figures {story.name}: {link.later} to {link.earlier}: {_printed(first)}, "
                f"not {difference.before} to {difference.after}"
            )
            sheet.mark("figures that differ", right=_same_values(first, difference), note=note)


def _judged_kinds(story: JudgedStory, link: LinkAnswer, row: RelatedRow) -> tuple[Kinds, Kinds]:
    """Give the kinds told and wanted, without those that are a matter of taste.

    Whether "nobody named" differs from somebody is; so is a figure line beside the scope line.
    """
    wanted = frozenset(one.kind for one in link.differences)
    claims = story.claims
    nobody = None in (claims[link.later].claimant, claims[link.earlier].claimant)
    open_kinds = frozenset({DifferenceKind.CLAIMANT} if nobody else ()) | (
        {DifferenceKind.FIGURE} if DifferenceKind.SCOPE in wanted else frozenset()
    )
    told = frozenset(one.kind for one in row.differences)
    return told - open_kinds, wanted - open_kinds


def _same_values(told: DifferenceRow | None, wanted: DifferenceAnswer) -> bool:
    return told is not None and all(
        numbers_in(read) == numbers_in(meant)
        for read, meant in ((told.before, wanted.before), (told.after, wanted.after))
    )


def _printed(told: DifferenceRow | None) -> str:
    return f"{told.before} to {told.after}" if told else "none"
