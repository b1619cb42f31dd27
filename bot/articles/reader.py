"""The parent's side of the process that reads pages, and what it does not even send there."""

import json
from datetime import datetime

from bot.articles.fetch import Page
from bot.articles.found import Found
from bot.articles.markup import MOST_MARKS
from bot.isolation import Gone, Isolated
from bot.newsroom.trouble import PageTooLarge, PoisonPage

_SECONDS = 8.0  # the process itself gives a page five

_POISON = (
    "The page is built in a way that takes too long to read. Paste the text of the article "
    "with “add”."
)
_MARKS = "The page has far more parts than an article. Paste the text of the article with “add”."


def found_by(process: Isolated, page: Page, now: datetime) -> Found:
    """Return what `bot.articles.child` finds in a page; raise PoisonPage or PageTooLarge."""
    if page.body.count(b"<") > MOST_MARKS:
        raise PageTooLarge(_MARKS)
    try:
        answer = process.ask((page.body, page.content_type, page.url, now), _SECONDS)
        return Found.checked(json.loads(answer))
    except (Gone, ValueError, KeyError, TypeError):
        raise PoisonPage(_POISON) from None
