"""What a watch is set on is read from a line, and only what matters sets it off."""

from dataclasses import replace

import pytest

from bot.claims.model import Brief, Claim, DifferenceKind, Outcome, Polarity, RelationKind
from bot.newsroom.trouble import Unfit
from bot.newsroom.watch import Watch, WatchKind
from bot.newsroom.watching import LONGEST, set_off, signs, wanted
from tests.making import a_brief, a_claim, a_figure, a_link
from tests.storage.shelf import NOW

TYPED = [
    pytest.param("C-7KQ2", WatchKind.STORY, "C-7KQ2", id="an id"),
    pytest.param(" [c-7kq2] ", WatchKind.STORY, "C-7KQ2", id="an id as it stands beside a quote"),
    pytest.param("by:Lena  Orsk", WatchKind.CLAIMANT, "Lena Orsk", id="a claimant"),
    pytest.param('BY: "Міністерство"', WatchKind.CLAIMANT, "Міністерство", id="in Cyrillic"),
    pytest.param("counting:부상자", WatchKind.COUNTED, "부상자", id="a thing in Hangul"),
    pytest.param("الفيضان", WatchKind.WORDS, "الفيضان", id="words in Arabic"),
    pytest.param("note: the quay", WatchKind.WORDS, "note: the quay", id="a colon of one's own"),
    pytest.param("c-section ward", WatchKind.WORDS, "c-section ward", id="no id"),
]


@pytest.mark.parametrize(("typed", "kind", "what"), TYPED)
def test_what_is_watched_is_read_from_what_was_typed(
    typed: str, kind: WatchKind, what: str
) -> None:
    asked = wanted(typed)

    assert (asked.kind, asked.what) == (kind, what)


@pytest.mark.parametrize("typed", ["the and of", "by:", "counting: the", "…", "w" * (LONGEST + 1)])
def test_what_would_be_set_off_by_all_or_nothing_is_refused(typed: str) -> None:
    with pytest.raises(Unfit):
        wanted(typed)


DEAD = a_figure(what="people", outcome=Outcome.KILLED)
TOLL = a_claim("C-1", "The ministry said 14 people had died in Kelm.", figures=(DEAD,))
WORDS_ALONE = replace(TOLL, figures=())
DENIAL = replace(WORDS_ALONE, polarity=Polarity.DENIED)
KNOWN = replace(TOLL, claimant="MVD", known_as="Interior Ministry")
NAMELESS = replace(TOLL, claimant=None)

SET_OFF = [
    pytest.param(WatchKind.CLAIMANT, "ministry", TOLL, True, id="its claimant"),
    pytest.param(WatchKind.CLAIMANT, "interior ministry", KNOWN, True, id="his other name"),
    pytest.param(WatchKind.CLAIMANT, "kelm ministry", TOLL, False, id="another claimant"),
    pytest.param(WatchKind.CLAIMANT, "ministry", NAMELESS, False, id="nobody named"),
    pytest.param(WatchKind.COUNTED, "people killed", TOLL, True, id="what is counted"),
    pytest.param(WatchKind.COUNTED, "people injured", TOLL, False, id="another outcome"),
    pytest.param(WatchKind.WORDS, "died Kelm", TOLL, True, id="all of the words"),
    pytest.param(WatchKind.WORDS, "died Varno", TOLL, False, id="one of the words"),
    pytest.param(WatchKind.WORDS, "died Kelm", WORDS_ALONE, False, id="no figure in it"),
    pytest.param(WatchKind.WORDS, "died Kelm", DENIAL, True, id="a denial"),
    pytest.param(WatchKind.STORY, "C-1", TOLL, False, id="a story goes by what hangs together"),
]


@pytest.mark.parametrize(("kind", "what", "claim", "so"), SET_OFF)
def test_a_watch_is_set_off_by_what_it_is_on(
    kind: WatchKind,
    what: str,
    claim: Claim,
    so: bool,  # noqa: FBT001 - a row's
) -> None:
    found = signs(Brief(claim.publication, (claim,)))

    assert bool(set_off(_watch(kind, what), found)) is so


def test_what_only_says_again_what_was_said_sets_nothing_off() -> None:
    earlier = replace(TOLL, id="C-0")
    again = a_link(TOLL, earlier, relation=RelationKind.REPEATS, differences=())
    origin = a_link(TOLL, earlier, relation=RelationKind.SAME_ORIGIN, differences=())

    for link in (again, origin):
        assert set_off(_watch(WatchKind.WORDS, "Kelm"), signs(a_brief(link))) == ()


def test_a_withdrawal_sets_a_watch_off_without_a_figure_and_is_telling() -> None:
    link = a_link(WORDS_ALONE, replace(TOLL, id="C-0"), relation=RelationKind.WITHDRAWS)
    found = signs(a_brief(link))

    assert set_off(_watch(WatchKind.WORDS, "Kelm"), found)
    assert [one.telling for one in found] == [True]


def test_another_claimant_alone_is_not_telling() -> None:
    link = a_link(TOLL, replace(TOLL, id="C-0"), relation=RelationKind.CORROBORATES)
    other = replace(link.differences[0], kind=DifferenceKind.CLAIMANT)

    found = signs(a_brief(replace(link, differences=(other,))))

    assert [one.telling for one in found] == [False]


def _watch(kind: WatchKind, what: str) -> Watch:
    return Watch("W-1", "T1", "C1", "U1", kind, what, NOW)
