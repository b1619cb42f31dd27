"""What a pasted link is: how it stands in a message, its canonical form, what is no article."""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit

from bot.articles import elsewhere
from bot.articles.addresses import KEPT, PORTS
from bot.articles.wiretext import wire_links
from bot.newsroom.trouble import NotAnArticle

# Parameters that tell who sent the reader, never which article it is.
_TRACKING = """
    fbclid gclid dclid gbraid wbraid msclkid twclid ttclid yclid igshid igsh li_fat_id
    mc_cid mc_eid mkt_tok _hsenc _hsmi vero_id oly_enc_id oly_anon_id s_cid cmpid ncid ref
    ref_src ref_url referrer source_ref smid smtyp soc_src soc_trk xtor at_medium
    at_campaign at_link_id at_format at_ptr_name at_custom1 at_custom2 at_custom3
    at_custom4 at_link_type at_link_origin at_bbc_team ito __twitter_impression guccounter
    guce_referrer guce_referrer_sig amp_js_v amp_gsa usqp
"""
_TRACKING_KEYS = frozenset(_TRACKING.split())
_TRACKING_STARTS = ("utm_", "pk_", "piwik_", "matomo_", "ga_", "hsa_", "aff_")
# "?amp", "?amp=1", "?outputType=amp", "?view=amp": the same article, made light.
_AMP_KEYS = frozenset({"amp", "outputtype", "view", "format"})
_AMP_VALUES = frozenset({"", "1", "true", "amp"})

# "en.m.wikipedia.org", and m., mobile., amp. at the head of a host with a site below it.
_MOBILE_INNER = re.compile(r"^([a-z]{2,3})\.m\.(?=[a-z0-9-]+\.[a-z])")
_MOBILE_HEAD = re.compile(r"^(?:m|mobile|amp)\.(?=[a-z0-9-]+\.[a-z])")
# "/news/amp/rcna17", "/amp/story-3", "/story-3/amp", "/story-3.amp", "/story-3.amp.html"
_AMP_PATH = re.compile(r"/amp(?=/[^/]+/?$|/?$)|^/amp(?=/.)|\.amp(?=\.html$|$)")
# "www.google.com/amp/s/www.courier.example/a" and AMP caches: the article's own link is inside.
_AMP_VIEWER = re.compile(r"^/(?:amp|c|v|a)/(s/)?(?=[^/]+\.[a-z]+/)")
_GOOGLE = re.compile(r"^(?:www\.)?google\.[a-z.]{2,6}$")


def links_in(text: str, blocks: Sequence[Mapping[str, Any]] = ()) -> tuple[str, ...]:
    """Return the web addresses of a message in order, each article once, as they were pasted.

    `text` and `blocks` are Slack's wire form. Links in code and in quotations do not count.
    """
    first: dict[str, str] = {}
    for url in wire_links(text, blocks):
        first.setdefault(canonical(url), url)
    return tuple(first.values())


def canonical(url: str) -> str:
    """Return the one spelling of an address that its many pasted spellings share.

    Still an address that a browser opens. The scheme and "www." stay as they are: sites differ
    there, and redirects tell. What cannot be parsed comes back unchanged.
    """
    try:
        parts = _unwrapped(urlsplit(url.strip()))
        place, path, query = _place(parts), _path(parts.path), _query(parts.query)
    except ValueError:
        return url
    if not parts.hostname:
        return url
    return f"{place}{path}" + (f"?{query}" if query else "")


def refuse_non_articles(url: str) -> None:
    """Raise NotAnArticle, with what to do instead, for what never is an article."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return  # fetching it says what is wrong with it
    line = _line_for_host(host, parts.path) or _line_for_file(parts.path)
    if line:
        raise NotAnArticle(line)


def leads_into_slack(url: str) -> bool:
    """Tell whether a link leads to a message, a file or a canvas: people pass these on all day."""
    try:
        refuse_non_articles(url)
    except NotAnArticle as trouble:
        return str(trouble) == elsewhere.SLACK
    return False


def _line_for_host(host: str, path: str) -> str:
    labels = host.split(".")
    if labels[-2:] == ["slack", "com"]:
        inside = labels[:-2] not in ([], ["www"]) or f"{path}/".startswith(elsewhere.SLACK_PATHS)
        return elsewhere.SLACK if inside else ""
    suffixes = (".".join(labels[i:]) for i in range(len(labels)))
    return next((elsewhere.HOSTS[suffix] for suffix in suffixes if suffix in elsewhere.HOSTS), "")


def _line_for_file(path: str) -> str:
    _, dot, ending = path.lower().rpartition("/")[2].rpartition(".")
    if not dot:
        return ""
    return elsewhere.FILE.format(ending) if ending in elsewhere.FILES else ""


def _unwrapped(parts: SplitResult) -> SplitResult:
    """Take the article's own address out of an AMP viewer's."""
    host = parts.hostname or ""
    viewer = host.endswith(".cdn.ampproject.org") or (
        bool(_GOOGLE.match(host)) and parts.path.startswith("/amp/")
    )
    secure = _AMP_VIEWER.match(parts.path) if viewer else None
    if not secure:
        return parts
    inner = urlsplit(("https://" if secure[1] else "http://") + parts.path[secure.end() :])
    return inner._replace(query=parts.query)


def _place(parts: SplitResult) -> str:
    scheme, host = parts.scheme.lower(), (parts.hostname or "").rstrip(".")
    host = _MOBILE_HEAD.sub("www.", _MOBILE_INNER.sub(r"\1.", host))
    port = "" if parts.port in (None, PORTS.get(scheme)) else f":{parts.port}"
    return f"{scheme}://[{host}]{port}" if ":" in host else f"{scheme}://{host}{port}"


def _path(path: str) -> str:
    path = quote(_AMP_PATH.sub("", path), safe=KEPT)
    return path.rstrip("/")


def _query(query: str) -> str:
    pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=200)
    return urlencode(sorted(pair for pair in pairs if not _is_noise(*pair)))


def _is_noise(key: str, value: str) -> bool:
    key = key.lower()
    if key in _TRACKING_KEYS or key.startswith(_TRACKING_STARTS):
        return True
    return key in _AMP_KEYS and value.lower() in (_AMP_VALUES if key == "amp" else {"amp"})
