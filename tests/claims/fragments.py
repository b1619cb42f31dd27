"""Scraps of a newsroom's prose, put together in no good order, and texts that are no prose at all.

Characters are drawn by number: a strategy over the Unicode tables would leave a file behind.
"""

from datetime import UTC, datetime
from itertools import count

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from bot.claims.find import find
from bot.claims.model import Article, Publication, Reading
from tests.claims.reading import TUESDAY, parser

often = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
seldom = settings(often, max_examples=60)

LEADS = (
    "LONDON (NPA) - |PORT-VARNO, May 6 (NPA) — |VARNO/ |• |3) |- |9.40am: |14:05 GMT - "
    "|Headline:|By Rose Hill|Photo: Rose Hill/NPA|Read more: |(|ſ|Correction: "
).split("|")
WHO = (
    "The mayor|Rose Hill|Zelensky|Mr. Roe|a spokesman for the Vale Water Company|It|He|They|DPG|X"
    "|the Delta Pilots Guild (DPG)|officials|The Delta Post|“Zelenskyy|Nobody|Mayor|Erdoğan"
    "|three people familiar with the deal|the ministry's|which|RBC Ukraine|the Vale Courier"
).split("|")
SAID = (
    "said|said that|denied|has yet to confirm|according to|According to|told|claims|citing|that"
    "|would not say whether|reportedly|put the number at|did not|is expected to|could|such as"
    "|calling itself|dismissed these reports|wrote on Telegram|warned|estimates|was quoted by"
).split("|")
FIGURES = [
    *(
        "12,000 troops|up to 200|at least 14 people were killed|one in 0 people|$5 million"
        "|5½ miles|a third of patients|1/0 of|ten out of 10 voters|between 20 and 30 per cent|-3C"
        "|0.0|zero|two hundred and fifty thousand|an additional 300 to 700|one ſix|sıx"
        "|5 mıllıon|300 ſeconds|٣٤ cars|1,00,000|5 dollarſ|3 lakh crore|per cent|half"
        "|the first half|7 to 1|31 of the 70|USD|1/2|a half million|an quarter|1 000 000"
        "|3 million and a half|⅓|5 K"
    ).split("|"),
    "9" * 40 + " jobs",
    "9" * 400,
]
WHEN = (
    "on Friday|last week|31 June|in 2024/25|by 29 February|Aprıl|ſunday|since November 2023|late"
    "|at 9 p.m.|March 4-6|99/99/2024|next year|the 31st|the fourth quarter|2023-13-45|from May to"
    "|the first 300 weeks of 2020|999 years ago|by New Year’s Eve|the first 0 months of this year"
).split("|")
WHERE = ["in Norway", "near Alder", "across the U.S.", "of Varno", "Ukraine", "at sea"]
MARKS = [
    *'"“”„«»’.,;–—)[&-#@`*%$…İ\t\r\x00\ud800\u00a0\u202e\u0301\u2028',
    *("...", "?!", ". ", "a.m.", "e.g.", "//", "😀👩\u200d👧", "שלום", "'s"),
]
JOINS = [" ", " ", " ", " ", ". ", ", ", "", "\n", "\n\n", '," ', ' "', ".\n", "\r\n"]
EDGES = [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)]

scrap = st.sampled_from((LEADS, WHO, SAID, FIGURES, WHEN, WHERE, MARKS)).flatmap(st.sampled_from)
disorder = st.lists(st.tuples(scrap, st.sampled_from(JOINS)), max_size=40).map(
    lambda pairs: "".join(word + join for word, join in pairs)
)
sentence = st.tuples(*map(st.sampled_from, (WHO, SAID, FIGURES, WHEN, WHERE))).map(" ".join)
report = st.lists(sentence, min_size=1, max_size=5).map(lambda lines: ". ".join(lines) + ".")
character = st.one_of(st.integers(0, 0x10FFFF), st.integers(32, 0x24F)).map(chr)
noise = st.lists(character, max_size=200).map("".join)
repeated = st.tuples(st.one_of(scrap, character), st.integers(1, 1_500)).map(
    lambda pair: (pair[0] * pair[1])[:3_000] + "."
)
digits = st.lists(st.sampled_from("0123456789.,/- %½"), max_size=80).map("".join)
texts = st.one_of(disorder, report, noise, repeated, digits)
moments = st.sampled_from([None, TUESDAY, *EDGES])

toll = st.tuples(
    st.sampled_from(["The ministry said", "Officials denied that", "Mayor Rose Hill told the Post",
                     "According to the Vale Courier,", "Zelensky could not confirm that"]),
    st.sampled_from(["14", "at least 41", "up to 200", "about a third of", "no"]),
    st.sampled_from(["people were killed", "houses were destroyed", "soldiers were sent"]),
    st.sampled_from(["in the flood in Alder", "by North Korea to Russia"]),
    st.sampled_from(["on Monday.", "since November 2023.", "last week.", "by Friday.", "."]),
).map(" ".join)  # fmt: skip
tolls = st.lists(toll, min_size=1, max_size=5).map("\n\n".join)
"""Reports of two events by a few people, so that two of them are related more often than not."""


def read(
    text: str, title: str = "", published: datetime | None = TUESDAY, first: int = 1
) -> Reading:
    """Return the reading of a text, whose claims are numbered from `first` on."""
    publication = Publication(
        f"https://vale.example/{first}", f"Courier {first}", title, published
    )
    return find(Article(publication, text), parser(), (f"C-{n}" for n in count(first)))
