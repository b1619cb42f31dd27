"""Which earlier claims an editor would put beside those of the article just read.

Similarity only retrieves; facets decide. No earlier claim is the normal case: a pair needs a
shared story (names) AND a shared subject (the thing counted, or telling words).
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from bot.claims.compare import compare
from bot.claims.copies import copies
from bot.claims.model import Claim, Link, Polarity, Reading
from bot.claims.partners import partners
from bot.claims.shortlist import Shortlist
from bot.claims.sides import by_article, known, same_story
from bot.claims.subject import Weights, subject_of
from bot.claims.ties import Tie, tie
from bot.claims.words import fold, kin_of

WORD = re.compile(r"[^\W\d_]+")


def relate(reading: Reading, earlier: Sequence[Claim]) -> tuple[Link, ...]:
    """Return links between claims of the reading and `earlier` ones of other articles.

    `earlier` are the candidates that the archive gave, of any date: which of two claims is the
    later one goes by publication, undated ones as given. At most a few partners per later
    claim: those that an editor would name.
    """
    own = {c.id for c in reading.claims}
    others = [c for c in earlier if c.id not in own]
    mine = [c for c in reading.claims if fold(c.quote) != fold(reading.article.publication.title)]
    if not others or not mine:
        return ()
    articles, weights = by_article(others), Weights([subject_of(c) for c in (*mine, *others)])
    near = Shortlist(known(same_story(reading, articles, weights)), len(mine))
    by_later: dict[str, list[Tie]] = defaultdict(list)
    for one in known(by_article(mine)):
        for other in near.of(one):
            if found := tie(one, other, weights):
                by_later[found.later.id].append(found)
    links = [_link(t) for ties in by_later.values() for t in partners(ties)]
    return (*links, *_doubts(links, others), *copies(links, [*chain.from_iterable(articles)]))


def _doubts(links: Sequence[Link], others: Sequence[Claim]) -> Iterator[Link]:
    """Add, never shown by themselves, what the earlier article said in doubt of a partner.

    "The rescue service, though, has shown nothing that bears the number out."
    """
    speaking = [c for c in others if c.about and c.polarity is Polarity.UNCONFIRMED]
    for link in links:
        for doubt in speaking:
            if link.shown and link.earlier.id in doubt.about:
                relation, differences = compare(link.later, doubt)
                yield Link(link.later, doubt, relation, differences, why=("speaks of a partner",))


def _link(tie: Tie) -> Link:
    relation, differences = compare(tie.later, tie.earlier, tie.figures)
    counted = [p.later.what or p.later.text for p in tie.figures[:2]]
    names, words = (getattr(tie.later, f) & getattr(tie.earlier, f) for f in ("names", "words"))
    said = {word for what in counted for word in what.lower().split()}
    shared = (word for word in _as_written(words, tie.later) if word not in said)
    both = (f"both count {what}" for what in counted)
    why = (*both, *sorted(n.title() for n in names), *shared)
    return Link(tie.later, tie.earlier, relation, differences, tie.shown, why, tie.score)


def _as_written(meanings: frozenset[str], claim: Claim) -> Iterator[str]:
    """Give the claim's own words for folded ones: "soldiers" for "troop", "sent" for "deploy"."""
    told: set[str] = set()
    for word in WORD.findall(claim.quote.lower()):
        meant = kin_of(word) & meanings - told
        if meant:
            told |= meant
            yield word
