"""States that exclude each other, and owning up: contradictions and answers without a "not"."""

import pytest

from bot.claims.compare import compare
from bot.claims.model import Claim, Outcome, Polarity, RelationKind
from bot.claims.relate import relate
from bot.claims.states import exclude_each_other
from tests.claims.told import now, reading, then

NO = Polarity.DENIED


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The siren was working.", "The siren had been out of service since May."),
        ("The pump works properly.", "The pump was switched off."),
        ("The mill stays open.", "The mill will close in May."),
        ("The bridge is on schedule.", "The bridge is delayed."),
        ("The ferry is perfectly safe.", "The ferry is unsafe."),
        ("The board was unanimous.", "The board voted five to two."),
        ("The embargo on salt was lifted.", "Kelmia will extend the embargo on salt."),
    ],
)
def test_a_thing_is_not_in_two_states(one: str, other: str) -> None:
    assert exclude_each_other(now(one), then(other))
    assert exclude_each_other(then(other), now(one))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The siren was working.", "The siren was loud."),
        ("The mill stays open.", "The mill stayed open."),
        ("The mill stays open.", "The bridge is delayed."),
        ("The mill stays open.", "The Guild closed 11 mills in May."),
        ("The mill stays open.", "The Guild shut several mills in May."),
        ("The siren was switched off, but it is working.", "The siren was switched off."),
    ],
)
def test_states_of_one_kind_agree(one: str, other: str) -> None:
    assert not exclude_each_other(now(one), then(other))


def test_a_denial_says_itself_what_it_denies() -> None:
    assert not exclude_each_other(
        now("The siren was working.", polarity=NO), then("The siren was switched off.")
    )


@pytest.mark.parametrize(
    ("earlier", "later", "relation", "line"),
    [
        pytest.param(
            then("The siren was switched off."), now("The siren was working, Ada said."),
            RelationKind.CONFLICTS, "Denied before, affirmed now.", id="it did work",
        ),
        pytest.param(
            then("The siren was working."), now("The siren had been switched off."),
            RelationKind.DENIES, "Affirmed before, denied now.", id="it did not",
        ),
    ],
)  # fmt: skip
def test_two_states_are_told_as_a_denial(
    earlier: Claim, later: Claim, relation: RelationKind, line: str
) -> None:
    found, differences = compare(later, earlier)
    assert (found, differences[0].line) == (relation, line)


TIED = [
    pytest.param(
        then("Orsk College has begun an inquiry.", by="clerk",
             names=frozenset({"orsk college", "alder"})),
        now("It is holding an inquiry.", by="Orsk College", cue="confirmed"),
        id="who was spoken of bears it out",
    ),
    pytest.param(
        then("Morvia asks for 40 per cent of the salmon.",
             ("40 per cent", 40, 40, "salmon", "percent"), by="Ada Holm"),
        now("She denied that she still asked for 40 per cent.",
            ("40 per cent", 40, 40, "", "percent"), by="Ada Holm", polarity=NO),
        id="a round number, denied by who had given it",
    ),
    pytest.param(
        then("Thieves took 11 objects.", ("11", 11, 11, "objects"), by="police"),
        now("The number of missing objects rose to 12.",
            ("12", 12, 12, "objects missing", Outcome.MISSING), by="Alder police"),
        id="what was taken is missing",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("earlier", "later"), TIED)
def test_an_answer_is_linked_to_what_it_answers(earlier: Claim, later: Claim) -> None:
    assert [link.earlier.quote for link in relate(reading(later), [earlier])] == [earlier.quote]


def test_people_who_are_missing_are_other_than_those_who_came() -> None:
    came = then("The boat took 11 people.", ("11", 11, 11, "people"), by="police")
    lost = now("12 people are missing.", ("12", 12, 12, "people missing", Outcome.MISSING))
    assert not any(link.differences[0].kind == "figure" for link in relate(reading(lost), [came]))
