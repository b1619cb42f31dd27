"""Figures of a sentence: number, unit, what is counted, modifier and scope."""

import pytest

from bot.claims.figures import figures_in
from bot.claims.model import Figure, Modifier, Outcome, Scope
from tests.claims.conftest import ParseOne

ABOUT, OVER, UNDER = Modifier.ABOUT, Modifier.OVER, Modifier.UNDER
AT_LEAST, UP_TO, NEARLY = Modifier.AT_LEAST, Modifier.UP_TO, Modifier.NEARLY
TOTAL, ADDITIONAL, SUBSET, RATE = Scope.TOTAL, Scope.ADDITIONAL, Scope.SUBSET, Scope.RATE


def only(figures: tuple[Figure, ...]) -> Figure:
    [figure] = figures
    return figure


@pytest.mark.parametrize(
    ("sentence", "low", "high", "modifier", "printed"),
    [
        pytest.param("Around 700 boats sank.", 700, 700, ABOUT, "Around 700", id="around"),
        pytest.param("Some 700 boats sank.", 700, 700, ABOUT, "Some 700", id="some"),
        pytest.param("More than 700 boats sank.", 700, None, OVER, "More than 700", id="over"),
        pytest.param("At least 70 boats sank.", 70, None, AT_LEAST, "At least 70", id="at least"),
        pytest.param("Up to 70 boats sank.", None, 70, UP_TO, "Up to 70", id="up to"),
        pytest.param("As many as 70 boats sank.", None, 70, UP_TO, "As many as 70", id="as many"),
        pytest.param(
            "Losses could reach 70 boats.", None, 70, UP_TO, "could reach 70", id="reach"
        ),
        pytest.param("Nearly 70 boats sank.", 70, 70, NEARLY, "Nearly 70", id="nearly"),
        pytest.param("Fewer than 70 boats sank.", None, 70, UNDER, "Fewer than 70", id="under"),
        pytest.param("She lost 70 or more boats.", 70, None, AT_LEAST, "70 or more", id="or more"),
        pytest.param(
            "Insurers estimate the damage at £8m.", 8e6, 8e6, ABOUT, "£8m", id="an estimate"
        ),
        pytest.param(
            "Between 60 and 70 boats sank.",
            60,
            70,
            None,
            "Between 60 and 70",
            id="a range is closed",
        ),
        pytest.param(
            "An additional 60 to 70 boats sank.",
            60,
            70,
            None,
            "An additional 60 to 70",
            id="words of addition are printed",
        ),
        pytest.param("He handed over £700.", 700, 700, None, "£700", id="over of the verb"),
    ],
)
def test_a_modifier_opens_a_side_and_is_printed(  # noqa: PLR0913, PLR0917 - a row of one table
    parse: ParseOne,
    sentence: str,
    low: float | None,
    high: float | None,
    modifier: Modifier | None,
    printed: str,
) -> None:
    figure = only(figures_in(parse(sentence)))

    assert (figure.low, figure.high, figure.modifier) == (low, high, modifier)
    assert figure.text == printed == sentence[figure.start : figure.end]


@pytest.mark.parametrize(
    ("sentence", "what", "outcome"),
    [
        pytest.param(
            "The blast killed 31 people.", "people killed", Outcome.KILLED, id="object of killed"
        ),
        pytest.param(
            "Nine sailors were hurt.", "sailors injured", Outcome.INJURED, id="passive subject"
        ),
        pytest.param(
            "The death toll has risen to 52.", "people killed", Outcome.KILLED, id="death toll"
        ),
        pytest.param(
            "The mayor set the number of injured at 73.",
            "people injured",
            Outcome.INJURED,
            id="the number of injured",
        ),
        pytest.param(
            "The clinic counted 230 injured.", "people injured", Outcome.INJURED, id="no noun"
        ),
        pytest.param(
            "Some 40 miners are missing.", "miners missing", Outcome.MISSING, id="are missing"
        ),
        pytest.param(
            "The flood destroyed 300 houses.",
            "houses destroyed",
            Outcome.DESTROYED,
            id="things destroyed",
        ),
        pytest.param("The plant will cut 950 jobs.", "jobs cut", None, id="jobs cut"),
        pytest.param(
            "The ministry listed 312 cases of measles.",
            "cases of measles",
            Outcome.INFECTED,
            id="cases of a disease",
        ),
        pytest.param("A fee of £42m was agreed.", "fee", None, id="a sum of a noun"),
        pytest.param("The bridge would cost $38m.", "cost of bridge", None, id="a sum of a verb"),
        pytest.param("Inflation fell to 5.7%.", "Inflation", None, id="a level"),
        pytest.param("Output fell by 3%.", "fall of Output", None, id="a change"),
        pytest.param("A 60-metre mast fell.", "mast", None, id="a unit before its noun"),
        pytest.param(
            "The army evacuated nobody, but 900 people had to leave their homes.",
            "people displaced",
            Outcome.DISPLACED,
            id="left their homes",
        ),
        pytest.param(
            "Evacuation orders cover 2,600 people.",
            "people displaced",
            Outcome.DISPLACED,
            id="orders to leave",
        ),
        pytest.param(
            "The number of people moved out of their homes stands at 2,150.",
            "people displaced",
            Outcome.DISPLACED,
            id="the number of people",
        ),
        pytest.param(
            "Three remain missing.", "people missing", Outcome.MISSING, id="no noun, a state"
        ),
        pytest.param(
            "Eleven of them drowned.", "people killed", Outcome.KILLED, id="no noun, a death"
        ),
        pytest.param(
            "Twenty-one bodies have been recovered.", "people killed", Outcome.KILLED, id="bodies"
        ),
        pytest.param(
            "Some 2,100 miners have been killed or wounded.",
            "miners casualties",
            Outcome.CASUALTIES,
            id="the killed and the wounded",
        ),
        pytest.param(
            "Some 18,000 customers are still without power.",
            "customers without power",
            None,
            id="without power",
        ),
        pytest.param(
            "The storm hit, and 86,000 homes lost power.",
            "homes without power",
            None,
            id="lost power",
        ),
        pytest.param(
            "Orsk Mills will buy Kelm Freight for $2.7bn.",
            "price of Kelm Freight",
            None,
            id="a sum that buys",
        ),
        pytest.param(
            "The firm will pay each household $75.",
            "payment to household",
            None,
            id="a sum that is given",
        ),
        pytest.param(
            "Each household will receive $40.",
            "payment to household",
            None,
            id="a sum that is taken",
        ),
        pytest.param("The pilots are asking for 9 per cent.", "demand", None, id="a demand"),
        pytest.param(
            "The pilots have cut their claim to 8 per cent.", "demand", None, id="a claim for pay"
        ),
        pytest.param(
            "An offer was put to them all: 3.5 per cent.",
            "offer",
            None,
            id="a share after a colon",
        ),
        pytest.param("The claim was costed at $17m.", "cost of claim", None, id="costed at"),
        pytest.param(
            "The town has clawed back £65,000.", "money recovered", None, id="clawed back"
        ),
        pytest.param(
            "The ministry cut its estimate of growth to 0.7%.",
            "growth",
            None,
            id="an estimate of something",
        ),
        pytest.param(
            "She put the size of the archive at 45 gigabytes.",
            "archive",
            None,
            id="the size of something",
        ),
    ],
)
def test_what_is_counted_is_named_with_its_outcome(
    parse: ParseOne, sentence: str, what: str, outcome: Outcome | None
) -> None:
    figure = only(figures_in(parse(sentence)))

    assert (figure.what, figure.outcome) == (what, outcome)


def test_the_dead_are_no_survivors(parse: ParseOne) -> None:
    figures = figures_in(parse("It has counted 158 survivors, 62 dead and 33 missing."))

    assert [f.what for f in figures] == ["survivors", "people dead", "people missing"]


def test_a_number_without_a_noun_counts_what_the_one_before_it_counted(parse: ParseOne) -> None:
    homes, damaged = figures_in(parse("The town lists 29 homes destroyed and 8 damaged."))

    assert (homes.what, homes.outcome) == ("homes destroyed", Outcome.DESTROYED)
    assert (damaged.what, damaged.outcome) == ("homes damaged", None)


@pytest.mark.parametrize(
    ("sentence", "scopes"),
    [
        pytest.param("The blast killed 31 people.", [TOTAL], id="a plain count"),
        pytest.param("Another 31 people died.", [ADDITIONAL], id="another"),
        pytest.param("The army will send 400 more soldiers.", [ADDITIONAL], id="more, behind"),
        pytest.param("Some 30 further deaths were hidden.", [ADDITIONAL], id="further"),
        pytest.param("The flood hurt 73 people, including 9 nurses.", [TOTAL, SUBSET], id="incl"),
        pytest.param("They tested 31 of the 70 wells.", [SUBSET, TOTAL], id="part and whole"),
        pytest.param("The toll does not include 40 sailors.", [TOTAL], id="not included"),
        pytest.param("The deal costs £70m a year.", [RATE], id="a year"),
        pytest.param("A £35m-a-year order was lost.", [RATE], id="a hyphened rate"),
        pytest.param("Each week of closure costs £2m.", [RATE], id="each week of it"),
        pytest.param("Pilots get a daily bonus of $60.", [RATE], id="daily"),
        pytest.param("Growth of 2.6% is expected.", [None], id="a percentage of nothing"),
        pytest.param("Some 71 per cent of voters agree.", [SUBSET], id="a percentage of people"),
        pytest.param("The firm sold 300 boats a year ago.", [TOTAL], id="a year ago is no rate"),
    ],
)
def test_scope_tells_what_part_of_the_whole_is_counted(
    parse: ParseOne, sentence: str, scopes: list[Scope | None]
) -> None:
    assert [figure.scope for figure in figures_in(parse(sentence))] == scopes


def test_a_rate_names_its_base(parse: ParseOne) -> None:
    assert only(figures_in(parse("Sailings fell to 9 a day."))).per == "day"


def test_votes_against_votes_are_two_figures(parse: ParseOne) -> None:
    found = figures_in(parse("The council chose Varno by seven votes to four."))

    assert [(figure.low, figure.what) for figure in found] == [(7, "votes"), (4, "votes")]


def test_a_density_keeps_both_its_units(parse: ParseOne) -> None:
    figure = only(figures_in(parse("Lena Orsk counted 2.4 boats per square mile.")))

    assert figure.unit == "boats per square mile"


def test_offsets_count_from_where_the_sentence_stands(parse: ParseOne) -> None:
    sentence = "At least 70 boats sank."

    figure = only(figures_in(parse(sentence), 1000))

    assert (figure.start, figure.end) == (1000, 1000 + len("At least 70"))
