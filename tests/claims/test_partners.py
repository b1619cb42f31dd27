"""Which of several earlier claims an editor would name beside a later one."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.claims.model import Claim, Outcome, Polarity, Reading
from bot.claims.relate import relate
from tests.claims.told import now, reading, then
from tests.making import a_publication

DEAD = Outcome.KILLED
FIRST_TOLL = then("14 people died in the flood.", ("14", 14, 14, "people killed", DEAD))
NEW_TOLL = now("41 people died in the flood.", ("41", 41, 41, "people killed", DEAD))


def pairs_of(read: Reading, *earlier: Claim) -> list[tuple[str, str]]:
    return [(k.later.quote, k.earlier.quote) for k in relate(read, earlier)]


def test_the_newest_claim_of_a_measure_and_the_claimants_own_last_one_are_named() -> None:
    between = a_publication(url="m", outlet="Mail", published=datetime(2026, 3, 4, 20, tzinfo=UTC))
    middle = replace(
        then("27 people died.", ("27", 27, 27, "people killed", DEAD), by="Ada Holm"),
        publication=between,
    )
    assert pairs_of(reading(NEW_TOLL), FIRST_TOLL, middle) == [
        (NEW_TOLL.quote, middle.quote),
        (NEW_TOLL.quote, FIRST_TOLL.quote),
    ]


def test_each_claimants_count_in_the_newest_article_is_a_partner() -> None:
    police = then("The crowd was 28,000.", ("28,000", 28_000, 28_000, "marchers"), by="police")
    union = then("150,000 marched.", ("150,000", 150_000, 150_000, "marchers"), by="Ada Holm")
    count = now("64,000 marched.", ("64,000", 64_000, 64_000, "marchers"), by="researchers")
    found = {k.earlier.id for k in relate(reading(count), [police, union])}
    assert found == {police.id, union.id}


def test_the_highest_of_a_claimants_tolls_in_one_article_is_the_one_that_stood() -> None:
    first = then("At least five people died.", ("five", 5, None, "people killed", DEAD), id="C-1")
    last = then(
        "Seven dead now.", ("Seven", 7, 7, "people dead", DEAD), id="C-2", start=90, end=105
    )
    found = pairs_of(reading(NEW_TOLL), first, last)
    assert found == [(NEW_TOLL.quote, last.quote)]


def test_each_figure_of_a_claim_finds_its_partner() -> None:
    families = ("61", 61, 61, "families")
    count = then("The families number 61.", families, by="Ada Holm", id="C-1")
    offer = then("The firm offered the families $3 m.",
                 ("$3 m", 3e6, 3e6, "payment to families", "USD"), id="C-2")  # fmt: skip
    later = now("It will pay $5 m to the 61 families.",
                ("$5 m", 5e6, 5e6, "payment to families", "USD"), families)  # fmt: skip
    found = {earlier for _, earlier in pairs_of(reading(later), count, offer)}
    assert found == {count.quote, offer.quote}


def test_the_claimants_own_earlier_word_stands_beside_the_newest_denial() -> None:
    own = then("No case of measles has been confirmed.", polarity=Polarity.DENIED, id="C-1")
    other = then("No laboratory has confirmed a case of measles yet, nor will it.", by="Ada Holm",
                 polarity=Polarity.DENIED, id="C-2")  # fmt: skip
    later = now("A laboratory has confirmed a case of measles.")
    found = {earlier for _, earlier in pairs_of(reading(later), own, other)}
    assert found == {own.quote, other.quote}


def test_an_older_claim_that_is_plainly_likelier_stands_beside_the_newest() -> None:
    gallons = "gallons"
    between = a_publication(url="m", outlet="Mail", published=datetime(2026, 3, 4, 20, tzinfo=UTC))
    first = then("90,000 gallons of chromium waste ran into the river.",
                 ("90,000", 90_000, 90_000, "chromium waste", gallons), id="C-1")  # fmt: skip
    newest = replace(then("9,500 gallons of waste.", ("9,500", 9500, 9500, "waste", gallons),
                          by="Ada Holm", id="C-2"), publication=between)  # fmt: skip
    later = now("55,000 gallons of chromium waste ran into the river.",
                ("55,000", 55_000, 55_000, "chromium waste", gallons), by="jurors")  # fmt: skip
    found = {earlier for _, earlier in pairs_of(reading(later), first, newest)}
    assert found == {first.quote, newest.quote}


def test_a_number_that_somebody_gives_is_named_before_the_same_one_from_nobody() -> None:
    boats = ("900", 900, 900, "boats")
    nobody = then("The storm, which wrecked 900 boats, is over.", boats, by=None, id="C-1")
    guild = then("The guild counts 900 boats wrecked.", boats, by="guild", id="C-2")
    later = now("The storm wrecked 1,200 boats.", ("1,200", 1200, 1200, "boats"), by="Ada Holm")
    assert [e for _, e in pairs_of(reading(later), nobody, guild)] == [guild.quote]
