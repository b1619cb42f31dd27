"""What a page says of itself: title, outlet, byline and date of publication."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from html import unescape
from itertools import dropwhile, islice
from typing import Any
from urllib.parse import urlsplit

from lxml.etree import Element
from lxml.html import HtmlElement

from bot.articles.cleaning import one_line
from bot.articles.dating import moment, moment_of_url

_ARTICLES = re.compile(r"(Article|BlogPosting|Report)$")
_DATE_METAS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "article.published", "parsely-pub-date", "publishdate", "publish-date", "publication_date",
    "pubdate", "publish_date", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date",
    "dcterms.created", "dc.date.created", "sailthru.date", "cxenseparse:recs:publishtime",
    "originalpublicationdate", "rnews:datepublished", "article:published", "date",
)  # fmt: skip
_AUTHOR_METAS = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator",
                 "byl", "cxenseparse:author", "dcterms.creator")  # fmt: skip
_TITLE_METAS = ("og:title", "twitter:title", "dc.title", "parsely-title")
# "Troops move in | The Courier", "Troops move in - courier.example"
_PARTING = re.compile(r"\s+[|\u2013\u2014\-\u00b7\u00bb\u2022:]\s+")
_BY = re.compile(r"^(?:by|from|words by|written by)[:\s]+", re.IGNORECASE)
# "article-publish-date", "postedOn", "entry_date"; not "update", not "candidate"
_NAME_PARTS = re.compile(r"[\s_-]+|(?<=[a-z])(?=[A-Z])")
_DATE_NAMES = frozenset(
    {"date", "datetime", "dateline", "timestamp", "published", "publish", "posted", "pubdate"}
)
_CHANGED = re.compile(r"(?:last )?(?:updated|modified|changed)", re.IGNORECASE)
_SHORT = 60  # characters; a longer text is more than a date
_NEAR = 1_000  # elements that are looked at after the headline
_TIMES = 200  # time elements that are looked at


@dataclass(frozen=True, slots=True)
class Credits:
    """What a page says of itself; `published` is None where it gives no date."""

    title: str
    outlet: str
    byline: str
    published: datetime | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A page as its credits are read: address, tree, linked data and meta elements by name."""

    url: str
    tree: HtmlElement
    linked: Sequence[Mapping[str, Any]]
    metas: Mapping[str, str] = field(default_factory=dict)

    @property
    def article(self) -> Mapping[str, Any]:
        """Return the linked data's object for the article, empty if there is none."""
        return next((thing for thing in self.linked if _is_article(thing)), {})


def credits_of(
    url: str, tree: HtmlElement, linked: Sequence[Mapping[str, Any]], now: datetime
) -> Credits:
    """Read the credits; a date counts only up to two days after `now`."""
    source = Source(url, tree, linked, _metas(tree))
    outlet = _outlet(source)
    when, basis = next(_dates(source, now), (None, ""))
    return Credits(_title(source, outlet), outlet, _byline(source), when, basis)


def _metas(tree: HtmlElement) -> dict[str, str]:
    """Return the content of each meta element by its lower-case name, the first one winning."""
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if name and content:
            metas.setdefault(name.lower(), content[:1_000])
    return metas


def _dates(source: Source, now: datetime) -> Iterator[tuple[datetime, str]]:
    """Yield the dates that hold, most trusted first."""
    named = [("ld+json datePublished", _text(source.article.get("datePublished")))]
    named += [
        ("ld+json datePublished", _text(thing.get("datePublished"))) for thing in source.linked
    ]
    named += [(f"meta {name}", source.metas.get(name, "")) for name in _DATE_METAS]
    named += [("time element", text) for text in _times(source.tree)]
    named += [("date beside the headline", text) for text in _beside_headline(source.tree)]
    for basis, text in named:
        if text and (found := moment(text[:100], basis, now)):
            yield found
    if found := moment_of_url(source.url, now):
        yield found


def _times(tree: HtmlElement) -> list[str]:
    """Return the dates of marked elements: the article's own, or the only one of the page.

    Lists of other stories have time elements too; so several that differ, with none marked as the
    article's, are no date.
    """
    marked = tree.xpath("//*[@itemprop='datePublished']")[:_TIMES]
    own = [_time(element) for element in marked] or [
        _time(element)
        for element in tree.xpath("//time[@pubdate] | //article//header//time")[:_TIMES]
    ]
    if own:
        return own[:1]
    every = {_time(element)[:10]: _time(element) for element in tree.xpath("//time")[:_TIMES]}
    return list(every.values()) if len(every) == 1 else []


def _beside_headline(tree: HtmlElement) -> Iterator[str]:
    """Yield the short texts after the headline whose class or id speaks of a date."""
    after = dropwhile(lambda element: element.tag != "h1", tree.iter(Element))
    for element in islice(after, _NEAR):
        names = f"{element.get('class', '')} {element.get('id', '')}"[:200]
        if _DATE_NAMES.isdisjoint(_NAME_PARTS.sub("-", names).lower().split("-")):
            continue
        text = _start_of(element)
        if len(text) <= _SHORT and not _CHANGED.match(text):
            yield text


def _time(element: HtmlElement) -> str:
    written = element.get("datetime") or element.get("content") or _start_of(element)
    return str(written).strip()[:100]


def _start_of(element: HtmlElement) -> str:
    """Return the first words in an element, a little more than a date is long."""
    return " ".join(" ".join(islice(element.itertext(), 12))[: 4 * _SHORT].split())


def _outlet(source: Source) -> str:
    publisher = source.article.get("publisher")
    named = source.metas.get("og:site_name", "").lstrip("@")
    if "://" in named:
        named = ""
    return _said(named, 80) or _said(_names(publisher), 80) or _host(source.url)


def _byline(source: Source) -> str:
    named = _names(source.article.get("author"))
    if not named:
        metas = (source.metas.get(name, "") for name in _AUTHOR_METAS)
        named = next((meta for meta in metas if meta and "://" not in meta), "")
    if not named:
        marked = source.tree.xpath("//*[@rel='author'] | //*[@itemprop='author']")[:3]
        lines = (_said(element.text_content(), 80) for element in marked)
        named = ", ".join(dict.fromkeys(filter(None, lines)))
    # "Ann Bell | November 18, 2019" has a date behind the name.
    return _BY.sub("", _said(named, 200)).partition(" | ")[0].strip(" ,")


def _title(source: Source, outlet: str) -> str:
    written = [_text(source.article.get("headline"))]
    written += [source.metas.get(name, "") for name in _TITLE_METAS]
    written += [element.text_content() for element in source.tree.xpath("//h1")[:1]]
    written += [element.text_content() for element in source.tree.xpath("//title")[:1]]
    title = next((line for line in map(_said, written) if line), "")
    return _without_outlet(title, outlet, source.url)


def _without_outlet(title: str, outlet: str, url: str) -> str:
    """Take the site's name off the end of a title."""
    host = _host(url)
    sites = {_letters(outlet), _letters(host), _letters(host.rpartition(".")[0])}
    partings = list(_PARTING.finditer(title))
    if partings and _letters(title[partings[-1].end() :]) in sites:
        return title[: partings[-1].start()]
    return title


def _said(text: str, most: int = 300) -> str:
    """Return the text on one line; many sites escape twice ("doesn&amp;#8217;t")."""
    return one_line(unescape(text), most)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _is_article(thing: Mapping[str, Any]) -> bool:
    kinds = thing.get("@type", "")
    return any(
        isinstance(kind, str) and _ARTICLES.search(kind)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _names(value: Any) -> str:  # noqa: ANN401 - any JSON
    """Return the names in an author or publisher: a text, an object, or a list of these."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, map(_names, value[:10]))))
    if isinstance(value, dict):
        return _names(value.get("name"))
    return value.strip() if isinstance(value, str) and "://" not in value else ""


def _text(value: Any) -> str:  # noqa: ANN401 - any JSON
    return value.strip() if isinstance(value, str) else ""
