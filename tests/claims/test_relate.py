"""Which earlier claims an editor would name, and which never."""

from dataclasses import replace

import pytest

from bot.claims.model import Claim, Link, Outcome, Polarity, Reading, Scope
from bot.claims.relate import relate
from tests.claims.told import FIRST, SECOND, days, now, reading, then
from tests.making import a_publication

DEAD = Outcome.KILLED
TOLL = ("14", 14, 14, "people killed", DEAD)
FIRST_TOLL = then("14 people died in the flood.", TOLL)
NEW_TOLL = now("41 people died in the flood.", ("41", 41, 41, "people killed", DEAD))


def pairs_of(read: Reading, *earlier: Claim) -> list[tuple[str, str]]:
    return [(k.later.quote, k.earlier.quote) for k in relate(read, earlier)]


LINKED = [
    pytest.param(FIRST_TOLL, NEW_TOLL, id="a toll and the toll before it"),
    pytest.param(
        then("Officials denied that the weir leaked into the cellar.", polarity=Polarity.DENIED),
        now("The weir leaked into the cellar, Ada Holm said.", by="Ada Holm"),
        id="a denial and what contradicts it",
    ),
    pytest.param(
        then("Nobody had died.", by=None, polarity=Polarity.DENIED),
        now("Two people died.", ("Two", 2, 2, "people killed", DEAD)),
        id="none and some",
    ),
    pytest.param(
        then("Parliament will vote on the levee bill.", by=None, when=days("2026-06-30")),
        now("The vote on the levee bill moved.", by=None, when=days("2026-07-15")),
        id="the same event at another time",
    ),
    pytest.param(
        then("14,200 votes.", ("14,200", 14_200, 14_200, "votes"), by=None),
        now("9,870 votes.", ("9,870", 9870, 9870, "votes"), by=None),
        id="a plain noun, but of one size",
    ),
    pytest.param(
        then("60 children took part in the cellar.", ("60", 60, 60, "children"), by=None),
        now("Two children fell ill in the cellar.", ("Two", 2, 2, "children"), by=None),
        id="a plain noun and another signal",
    ),
    pytest.param(
        then("A second strike could follow.", by=None, when=days("2026-03-20")),
        now("The second strike will not take place.", by=None, polarity=Polarity.DENIED),
        id="the second of several events",
    ),
    pytest.param(
        then("No passport numbers were taken, it says.", polarity=Polarity.DENIED),
        now("In all 87,000 passport numbers were stolen.",
            ("87,000", 87_000, 87_000, "passport numbers stolen"), by=None),
        id="none of what was counted after all",
    ),
    pytest.param(
        then("38 people have fallen ill.", ("38", 38, 38, "people")),
        now("The cases number 94.", ("94", 94, 94, "cases", Outcome.INFECTED)),
        id="the ill and the cases",
    ),
    pytest.param(
        then("Ada Holm has sold the ferry.", by="a broker", names=frozenset({"ada holm"})),
        now("Ada Holm said that she had never sold it.", by="Ada Holm", polarity=Polarity.DENIED),
        id="the accused's own denial",
    ),
    pytest.param(
        then("The purchase of the mill is to close in June.", by="Orsk Mills",
             when=days("2026-06-01", "2026-06-30")),
        now("The purchase of the mill will close early next year.", by=None,
            when=days("2027-01-01", "2027-03-31")),
        id="an event put off for long",
    ),
    pytest.param(
        then("The 3,100 rowers may vote on strike action.", ("3,100", 3100, 3100, "rowers")),
        now("They voted by 78 % for strike action.", ("78 %", 78, 78, "votes", "percent")),
        id="one event, though each sentence counts something else",
    ),
    pytest.param(
        then("In the halls are 320 people.", ("320", 320, 320, "people taken")),
        now("The number of people in shelters has risen to 510.", ("510", 510, 510, "people")),
        id="what has risen, by the same claimant",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("earlier", "later"), LINKED)
def test_related_claims_are_linked(earlier: Claim, later: Claim) -> None:
    assert pairs_of(reading(later), earlier) == [(later.quote, earlier.quote)]


ELSEWHERE = replace(
    FIRST_TOLL,
    names=frozenset({"quitto", "mora valley"}),
    publication=a_publication(url="q", outlet="Mail", title="Flood in Quitto"),
)
APART = [
    pytest.param(ELSEWHERE, NEW_TOLL, id="the flood of another place"),
    pytest.param(
        replace(FIRST_TOLL, when=days("1987-01-01", "1987-12-31")), NEW_TOLL,
        id="the flood of 1987",
    ),
    pytest.param(
        FIRST_TOLL, now("73 people were hurt.", ("73", 73, 73, "people hurt", Outcome.INJURED)),
        id="the dead and the injured",
    ),
    pytest.param(
        then("28,000 marched.", ("28,000", 28_000, 28_000, "marchers"), by="police"),
        now("On a second march police saw 40,000.", ("40,000", 40_000, 40_000, "marchers"),
            by="police"),
        id="another march",
    ),
    pytest.param(
        then("The ministry spoke of Alder."), now("The mayor is on leave.", by="Ada Holm"),
        id="nothing but the place in common",
    ),
    pytest.param(
        then("Cholera killed nine.", ("nine", 9, 9, "people killed", DEAD)),
        now("The earthquake killed 121.", ("121", 121, 121, "people killed", DEAD)),
        id="another cause",
    ),
    pytest.param(
        then("4,800 children were enrolled.", ("4,800", 4800, 4800, "children"), by=None,
             names=frozenset()),
        now("Two children had seizures.", ("Two", 2, 2, "children"), by=None),
        id="a plain noun alone",
    ),
    pytest.param(
        then("The search goes on with nine vessels.", ("nine", 9, 9, "vessels"), by=None,
             names=frozenset()),
        now("It grounded four vessels.", ("four", 4, 4, "vessels grounded"), by=None),
        id="vessels that search and vessels grounded",
    ),
    pytest.param(
        then("The flood of Muriel in 1998 killed 22.", ("22", 22, 22, "people killed", DEAD)),
        NEW_TOLL,
        id="a year of the sentence",
    ),
    pytest.param(
        then("No levee will be cut in February.", by="Ada Holm", polarity=Polarity.DENIED,
             when=days("2026-02-01", "2026-02-28")),
        now("A levee may be cut in April.", by="Ada Holm", when=days("2026-04-01", "2026-04-30")),
        id="a denial for another month",
    ),
    pytest.param(
        then("The towers are not the source of the outbreak.", polarity=Polarity.DENIED,
             by="laboratory"),
        now("The outbreak is over.", by="Ada Holm"),
        id="a denial is no retelling of what denies nothing of it",
    ),
    pytest.param(
        then("The vote has been moved to March 12.", by=None, when=days("2026-03-12")),
        now("Ada Holm would call a vote of no confidence on Monday.", by="Ada Holm",
            when=days("2026-03-16"), names=frozenset({"ada holm"})),
        id="another vote of the same month",
    ),
    pytest.param(
        then("There was no attack, Ada Holm told parliament.", by="Ada Holm",
             polarity=Polarity.DENIED),
        now("A law goes to parliament, Ada Holm said.", by="Ada Holm"),
        id="only those who were told in common",
    ),
    pytest.param(
        replace(FIRST_TOLL, names=frozenset({"nova scotia"}),
                publication=a_publication(url="n", outlet="Mail", title="Outbreak")),
        replace(NEW_TOLL, names=frozenset({"ponte nova"}),
                publication=a_publication(url="m", outlet="Post", title="Flood")),
        id="names that share a part only",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("earlier", "later"), APART)
def test_unrelated_claims_are_not_linked(earlier: Claim, later: Claim) -> None:
    assert pairs_of(reading(later), earlier) == []


def test_a_denial_of_reports_in_its_own_article_denies_no_stored_claim() -> None:
    earlier = then("The troops retreat from the weir.", names=frozenset({"alder"}))
    denial = now("Ada Holm dismissed these reports of troops at the weir.", by="Ada Holm",
                 polarity=Polarity.DENIED, about=("C-1",))  # fmt: skip
    assert all(k.relation.value != "denies" for k in relate(reading(denial), [earlier]))


def test_which_is_later_goes_by_publication_whatever_was_pasted_first() -> None:
    (link,) = relate(
        Reading(replace(reading().article, publication=FIRST), (FIRST_TOLL,)), [NEW_TOLL]
    )
    assert (link.later, link.earlier) == (NEW_TOLL, FIRST_TOLL)


def test_an_undated_article_counts_as_the_later_one() -> None:
    undated = replace(NEW_TOLL, publication=a_publication(url="u", outlet="Tip", published=None))
    (link,) = relate(reading(undated), [FIRST_TOLL])
    assert link.later is undated


def test_a_sentence_that_only_points_back_takes_over_what_it_points_at() -> None:
    count = now("In all 240 voting slips were reviewed.", by="registry", id="C-1")
    none = now("None had been forged, it says.", by="registry", polarity=Polarity.DENIED,
               start=count.end + 1, end=count.end + 32, id="C-2")  # fmt: skip
    charge = then("Ada Holm says that voting slips had been forged.", by="Ada Holm")
    assert (none.quote, charge.quote) in pairs_of(reading(count, none), charge)


def test_a_quote_that_goes_on_takes_over_what_it_speaks_of() -> None:
    talk = now("Jon Rask dismissed talk of a damaged weir.", by="Jon Rask",
               polarity=Polarity.DENIED, id="C-1")  # fmt: skip
    quote = now('"We walked along the wall and saw no cracks," he said.', by="Jon Rask",
                polarity=Polarity.DENIED, start=talk.end + 1, end=talk.end + 51, id="C-2",
                names=frozenset({"alder"}))  # fmt: skip
    rumour = then("Posts that the weir had cracks could not be verified.", by=None,
                  polarity=Polarity.UNCONFIRMED)  # fmt: skip
    assert (quote.quote, rumour.quote) in pairs_of(reading(talk, quote), rumour)


def test_the_price_of_a_share_is_set_against_the_price_of_a_share() -> None:
    earlier = then("The price is $28 a share.", ("$28", 28, 28, "price", "USD"), by="people")
    later = now("That makes $31 a share.", ("$31", 31, 31, "", "USD"), by=None)
    per_share = [
        replace(c, figures=(replace(c.figures[0], per="share", scope=Scope.RATE),))
        for c in (earlier, later)
    ]
    assert len(pairs_of(reading(per_share[1]), per_share[0])) == 1


def test_the_headline_repeated_in_the_text_is_no_claim_to_link() -> None:
    headline = replace(NEW_TOLL, quote=SECOND.title)
    assert relate(reading(headline), [FIRST_TOLL]) == ()


def test_what_the_earlier_article_doubts_comes_along_unshown() -> None:
    doubt = then("It gave no evidence for its claim.", by=None, polarity=Polarity.UNCONFIRMED,
                 about=(FIRST_TOLL.id,), names=frozenset())  # fmt: skip
    found: list[Link] = list(relate(reading(NEW_TOLL), [FIRST_TOLL, doubt]))
    assert [(k.earlier.id, k.shown) for k in found] == [(FIRST_TOLL.id, True), (doubt.id, False)]


def test_a_link_says_why_it_was_made() -> None:
    (link,) = relate(reading(NEW_TOLL), [FIRST_TOLL])
    assert "both count people killed" in link.why
    assert "flood" in " ".join(link.why)


def test_nothing_earlier_and_no_claims_give_no_links() -> None:
    assert relate(reading(NEW_TOLL), []) == ()
    assert relate(reading(), [FIRST_TOLL]) == ()
