"""An article of the past as it lies in the inbox until it is read."""

import json
from datetime import datetime

from bot.claims.model import Article, Publication


def written(article: Article) -> str:
    """Return the article as one text."""
    publication = article.publication
    facets = {
        "url": publication.url,
        "outlet": publication.outlet,
        "title": publication.title,
        "published": publication.published.isoformat() if publication.published else "",
        "basis": publication.basis,
        "byline": article.byline,
        "text": article.text,
    }
    return json.dumps(facets, ensure_ascii=False)


def read(text: str) -> Article:
    """Read it back; raises ValueError or KeyError for what was not written so."""
    facets = json.loads(text)
    published = facets["published"]
    publication = Publication(
        facets["url"],
        facets["outlet"],
        facets["title"],
        datetime.fromisoformat(published) if published else None,
        facets["basis"],
    )
    return Article(publication, facets["text"], facets["byline"])
