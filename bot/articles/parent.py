"""The parent's side of the process that reads pages, and what it does not even send there."""

import json
from datetime import datetime

from bot.articles.fetch import Page
from bot.articles.found import Found
from bot.articles.markup import MOST_MARKS
from bot.isolation import Gone, Isolated
from bot.newsroom.trouble import PageTooLarge, PoisonPage

# What comes of JSON that is none, has no bottom, other fields, or a date before all calendars.
_NO_ANSWER = (ValueError, RecursionError, KeyError, TypeError, OverflowError)
_GRACE = 3.0  # seconds for the process to give up on a page by itself

_POISON = (
    "The page is built in a way that takes too long to read. Paste the text of the article "
    "with “/claim add”."
)
_MARKS = (
    "The page has far more parts than an article. Paste the text of the article with “/claim add”."
)


def found_by(process: Isolated, page: Page, now: datetime, seconds: float) -> Found:
    """Return what `bot.articles.child` finds in a page; raise PoisonPage or PageTooLarge."""
    if page.body.count(b"<") > MOST_MARKS:
        raise PageTooLarge(_MARKS)
    try:
        work = (page.body, page.content_type, page.url, now, seconds)
        answer = process.ask(work, seconds + _GRACE)
        return Found.checked(json.loads(answer))
    except (Gone, *_NO_ANSWER):
        raise PoisonPage(_POISON) from None
