"""How well the claims of an article were read, facet by facet.

Facets are judged on key claims only: a minor one may be missed, and may be read either way.
"""

from bot.claims.model import Modifier, Scope
from tests.quality.answers import ClaimAnswer, FigureAnswer
from tests.quality.judged import JudgedArticle, JudgedStory
from tests.quality.match import figures_agree, names_agree
from tests.quality.rows import ClaimRow, FigureRow
from tests.quality.sheet import Sheet


def measure_claims(story: JudgedStory, sheet: Sheet) -> None:
    """Mark every article's claims, and each facet of those that were found."""
    for article in story.articles:
        _mark_finding(article, sheet)
        for answer, claim in article.met():
            name = f"{story.name}/{answer.id}"
            _mark_sourcing(name, answer, claim, sheet)
            _mark_stance(name, answer, claim, sheet)
            _mark_figures(name, answer, claim, sheet)
            _mark_when(name, article, (answer, claim), sheet)


def _mark_finding(article: JudgedArticle, sheet: Sheet) -> None:
    """Mark what was found of what must be, and what was read that is no claim."""
    matches, row = article.matches, article.row
    for answer in article.answers:
        if answer.is_key:
            note = f"missed {article.name}: {answer.id} {answer.quote[:140]}"
            sheet.mark("key claims", right=answer.id in matches.found, note=note)
    for claim in row.claims:
        note = f"no claim {article.name}: {claim.quote[:140]}"
        sheet.mark("claims read", right=claim not in matches.stray, note=note)
    first = article.number == 1
    sheet.count(
        articles=1,
        milliseconds=round(row.ms),
        quotes_not_verbatim=len(matches.unanchored),
        articles_answered=bool(row.reply),
        first_articles_answered=first and bool(row.reply),
    )


def _mark_sourcing(name: str, answer: ClaimAnswer, claim: ClaimRow, sheet: Sheet) -> None:
    right = names_agree(claim.claimant, answer.claimant, answer.claimant_also)
    note = f"claimant {name}: {claim.claimant!r}, not {answer.claimant!r}"
    sheet.mark("claimants", right=right, note=note)
    agreed = sum(any(names_agree(read, named) for named in answer.via) for read in claim.via)
    sheet.count(via_agreed_twice=2 * agreed, via_named=len(claim.via) + len(answer.via))
    if not agreed == len(claim.via) == len(answer.via):
        sheet.note(f"via {name}: {list(claim.via)}, not {list(answer.via)}")


def _mark_stance(name: str, answer: ClaimAnswer, claim: ClaimRow, sheet: Sheet) -> None:
    quote = answer.quote[:100]
    note = f"polarity {name}: {claim.polarity}, not {answer.polarity}: {quote}"
    sheet.mark("polarities", right=claim.polarity == answer.polarity, note=note)
    note = f"certainty {name}: {claim.certainty}, not {answer.certainty}: {quote}"
    sheet.mark("certainties", right=claim.certainty == answer.certainty, note=note)


def _mark_figures(name: str, answer: ClaimAnswer, claim: ClaimRow, sheet: Sheet) -> None:
    """Mark values, and unit, modifier and scope of those that agree, each figure used once."""
    left = list(claim.figures)
    sheet.count(figures_read=len(left), figures_wanted=len(answer.figures))
    for wanted in answer.figures:
        read = next((figure for figure in left if figures_agree(figure, wanted)), None)
        if read is None:
            sheet.note(f"figure {name}: wanted {wanted.low} to {wanted.high} {wanted.what}")
            continue
        left.remove(read)
        _mark_figure(name, wanted, read, sheet)
    for figure in left:
        sheet.note(f"figure {name}: not wanted {figure.text!r} ({figure.low} to {figure.high})")


def _mark_figure(name: str, wanted: FigureAnswer, read: FigureRow, sheet: Sheet) -> None:
    """Mark the facets of a figure; one without a scope counts the whole."""
    sheet.count(figures_met=1)
    whole = Scope.TOTAL
    note = f"unit {name}: {read.unit}, not {wanted.unit}: {read.text}"
    sheet.mark("units", right=read.unit == wanted.unit, note=note)
    note = f"modifier {name}: {_word(read.modifier)}, not {_word(wanted.modifier)}: {read.text}"
    sheet.mark("modifiers", right=read.modifier == wanted.modifier, note=note)
    note = f"scope {name}: {_word(read.scope)}, not {_word(wanted.scope)}: {read.text}"
    sheet.mark("scopes", right=(read.scope or whole) == (wanted.scope or whole), note=note)


def _mark_when(
    name: str, article: JudgedArticle, pair: tuple[ClaimAnswer, ClaimRow], sheet: Sheet
) -> None:
    """Mark the days of the event.

    "By Friday" starts on the day of publication: there only the end is judged.
    """
    wanted, read = pair[0].when, pair[1].when
    if wanted is None:
        sheet.count(times_where_none_is=read is not None)
        if read is not None:
            sheet.note(f"time {name}: {read.start} to {read.end}, but none is meant")
        return
    open_start = wanted.start == article.published and wanted.end != wanted.start
    right = (
        read is not None and (open_start or read.start == wanted.start) and read.end == wanted.end
    )
    note = f"time {name}: {read}, not {wanted.start} to {wanted.end}"
    sheet.mark("times", right=right, note=note)


def _word(facet: Modifier | Scope | None) -> str:
    return facet or "none"
