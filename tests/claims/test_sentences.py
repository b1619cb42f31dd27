"""Where sentences begin and end, and what is passed over."""

import pytest

from bot.claims.sentences import sentences, without_stray_quote


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("OSTROV, May 3 (NPA) - Nine people died.", ["Nine people died."], id="wire"),
        pytest.param("MILL BAY, Ore. — Nine died.", ["Nine died."], id="American dateline"),
        pytest.param("OSTROV/VARNO, May 3 (NPA) - It rained.", ["It rained."], id="two cities"),
        pytest.param("Vale/ floods/ dams/ J. Roe/ VARNO/ Nine died.", ["Nine died."], id="slugs"),
        pytest.param("- Nine dead, says the mayor", ["Nine dead, says the mayor"], id="bullet"),
        pytest.param("09:40 Nine people died.", ["Nine people died."], id="live entry"),
        pytest.param("7.20am Nine people died.", ["Nine people died."], id="British clock"),
        pytest.param("What the mayor knew", [], id="heading"),
        pytest.param("By Ann Roe in Varno", [], id="byline"),
        pytest.param("(Reporting by NPA staff; editing by A. Roe)", [], id="credits"),
        pytest.param("Read more: how to help.", [], id="furniture"),
        pytest.param("Photo: Rescuers in Varno.", [], id="caption"),
    ],
)
def test_what_is_not_prose_comes_off(line: str, expected: list[str]) -> None:
    assert cut(line) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Mr. Roe met Gen. Ash at 9 a.m. on Friday. He left.",
            ["Mr. Roe met Gen. Ash at 9 a.m. on Friday.", "He left."],
            id="abbreviations do not end a sentence",
        ),
        pytest.param(
            "“We lost 40 homes,” she said. “We will rebuild.”",
            ["“We lost 40 homes,” she said.", "“We will rebuild.”"],
            id="a quotation that goes on is a sentence of its own",
        ),
        pytest.param(
            '"Is it over?" asked the mayor. It was not.',
            ['"Is it over?" asked the mayor.', "It was not."],
            id="a question mark inside quotation marks ends nothing",
        ),
        pytest.param(
            "Losses were €4.5m. Sales rose 3.2 per cent.",
            ["Losses were €4.5m.", "Sales rose 3.2 per cent."],
            id="decimal points",
        ),
    ],
)
def test_sentences_end_where_a_reader_stops(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_typographic_marks_never_move_offsets() -> None:
    text = "“It’s over,”\u00a0she said. ‘Nine’ died."

    found = sentences(text)

    assert [text[s.start : s.end] for s in found] == [
        "“It’s over,”\u00a0she said.",
        "‘Nine’ died.",
    ]
    assert found[0].straight == '"It\'s over," she said.'


def test_a_sentence_inside_a_long_quotation_knows_it() -> None:
    first, second = sentences('"Nine are dead. Forty are missing," she said.')

    assert (first.open, second.quoted) == (True, True)


def test_a_quotation_mark_without_its_partner_is_left_out() -> None:
    text = '"Nine are dead. Forty are missing," she said.'

    first = without_stray_quote(sentences(text)[0])

    assert text[first.start : first.end] == "Nine are dead."
