"""Text that nobody foresaw, and addresses and pages made of it, for properties that always hold.

Characters are drawn by number: a strategy over the Unicode tables would leave a file behind.
"""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

often = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=100,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
seldom = settings(often, max_examples=30)

SCRAPS = (
    "<https://n.example/a|see>|<|>|&|&amp;|&lt|`|```|*bold*|_it_|~no~|:smile:|@here|<!channel>"
    "|<@U024BE7LH>|<#C02|https://|http://127.0.0.1/|javascript:|//|?|#|%|%ff|:80|[::1]|xn--|。"
    "|https://courier.example/2025/03/04/pier?utm_source=x&a=1|mailto:|C-7KQ2M|find|ADD|show "
    '|&gt; |\\|\n|\r\n|\t|\x00|\u202e|\u2060|\u2028|\ud800|\u0301|\U000e0041|😀|٣|ſ|İ|．|"|“'
    "|from:|since:|page:|by:|status:|99999999999999999999999"
    "||2025-03-04|99/99/9999|0001-01-01T00:00+14:00|<p>|</p>|<h1>|<meta name=date content='"
    "|<script type='application/ld+json'>{|<!--|<time datetime=|'>"
).split("|")

character = st.one_of(st.integers(0, 0x10FFFF), st.integers(32, 0x24F)).map(chr)
noise = st.lists(character, max_size=60).map("".join)
scraps = st.lists(st.one_of(st.sampled_from(SCRAPS), character), max_size=30).map("".join)
repeated = st.tuples(st.one_of(st.sampled_from(SCRAPS), character), st.integers(1, 2_000)).map(
    lambda pair: (pair[0] * pair[1])[:7_000]
)
texts = st.one_of(scraps, noise, repeated)
"""Any text at all, and often what matters to Slack, to addresses and to pages."""

links = st.tuples(
    st.sampled_from(["http://", "https://", "HTTP:", "//", "ftp://", ""]), texts
).map("".join)
