"""How well the findings about single articles were told."""

from tests.quality.answers import CheckAnswer
from tests.quality.judged import JudgedArticle, JudgedStory
from tests.quality.rows import CheckRow
from tests.quality.sheet import Sheet


def measure_checks(story: JudgedStory, sheet: Sheet) -> None:
    """Mark the checks wanted and told: of one kind, about one article, with a claim in common."""
    for article in story.articles:
        wanted = [check for check in story.answers.checks if check.article == article.number]
        for check in wanted:
            note = f"check missed {article.name}: {check.kind} {check.why}"
            right = any(_meets(story, told, check) for told in article.row.checks)
            sheet.mark("checks wanted", right=right, note=note)
        _mark_told(story, article, wanted, sheet)


def _mark_told(
    story: JudgedStory, article: JudgedArticle, wanted: list[CheckAnswer], sheet: Sheet
) -> None:
    for told in article.row.checks:
        note = f"check not in the answers {article.name}: {told.kind} {told.text[:120]}"
        right = any(_meets(story, told, check) for check in wanted)
        sheet.mark("checks told", right=right, note=note)


def _meets(story: JudgedStory, told: CheckRow, wanted: CheckAnswer) -> bool:
    answer_of = {claim: answer for answer, claim in story.found.items()}
    about = {answer_of[claim] for claim in told.claims if claim in answer_of}
    return told.kind == wanted.kind and bool(about & set(wanted.claims))
