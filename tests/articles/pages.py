"""Pages of a made-up newspaper for the tests of reading."""

from collections.abc import Sequence

_WRITTEN = (
    """The harbour bridge will stay closed until Friday, the city engineer said on Tuesday, after
    divers found a crack in its northern pier.""",
    """About 4,200 drivers use the bridge every day, and the police asked them to take the ring
    road until the repairs are done.""",
    """“We will not open it before every weld has been tested,” said Ines Marou, who leads the
    works department of the city.""",
    """The shipping company that owns the barge has denied that its vessel touched the pier in the
    storm of last week.""",
)
BODY = tuple(" ".join(paragraph.split()) for paragraph in _WRITTEN)


def page(head: str = "", body: Sequence[str] = BODY, above: str = "", below: str = "") -> bytes:
    """Write a page whose article has the given paragraphs."""
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in body)
    return (
        f"<html><head>{head}</head><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav>"
        f"<article><h1>Bridge closed until Friday</h1>{above}{paragraphs}{below}</article>"
        "<footer>All rights reserved</footer></body></html>"
    ).encode()


def linked(fields: str) -> str:
    """Write linked data for a news article."""
    return f'<script type="application/ld+json">{{"@type": "NewsArticle", {fields}}}</script>'
