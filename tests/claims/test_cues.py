"""Which words attribute, to whom, and which attributions are only by the way."""

import pytest

from bot.claims.cues import READINGS, attribution, quoted_tokens
from tests.claims.reading import doc_of

OUTERMOST = [
    # sentence, cue, head of the source
    ("The levee, the mayor admits, could break.", "admits", "mayor"),
    ("The toll was put at 37 by the harbour board.", "put", "board"),
    ("The sinking was first reported by the Delta Post.", "reported", "Post"),
    ("The mayor added:", "added", "mayor"),
    ("She spoke of 37 barges.", "spoke", "She"),
    ('"We had 40 minutes," said Orsk.', "said", "Orsk"),
]
BESIDE = [
    # sentence, cue that is read, but speaks for no sentence
    ("The ferry, which the owner said was safe, sank on Friday.", "said"),
    ("The clerk resigned after she admitted that she had lied.", "admitted"),
    ("The mayor's claim that the levee held was tested on Friday.", "claim"),
    ("The harbour board's warning of floods went unheard.", "warning"),
    ("The council cut the levy, though the mayor noted that it pays for the pumps.", "noted"),
]
NO_CUE = [
    "She spoke for 40 minutes, without notes.",
    "The chapel was built by a baker.",
    "Three states border the lake.",
]


@pytest.mark.parametrize(("sentence", "cue", "source"), OUTERMOST)
def test_who_says_the_sentence(sentence: str, cue: str, source: str) -> None:
    doc = doc_of(sentence)

    said = attribution(doc, quoted_tokens(doc, inside=False))

    assert said is not None
    assert (said.cue.text, said.source.text) == (cue, source)


@pytest.mark.parametrize(("sentence", "cue"), BESIDE)
def test_what_is_said_by_the_way_is_read_and_speaks_for_nothing(sentence: str, cue: str) -> None:
    doc = doc_of(sentence)
    token = next(t for t in doc if t.text == cue)

    read = [found for reading in READINGS if (found := reading(token, frozenset()))]

    assert [found.aside for found in read] == [True]
    assert attribution(doc, frozenset()) is None


@pytest.mark.parametrize("sentence", NO_CUE)
def test_verbs_and_nouns_of_other_matters_attribute_nothing(sentence: str) -> None:
    assert attribution(doc_of(sentence), frozenset()) is None


@pytest.mark.parametrize(
    ("sentence", "inside", "quoted"),
    [
        ('"We drifted," she said.', False, "We drifted,"),
        ('are safe," she said.', True, "are safe,"),
        ('"All are safe.', True, "All are safe."),  # a paragraph that opens anew
        ('She said "all is well" and left.', True, "all is well"),  # a mark before was lost
    ],
)
def test_what_is_quoted_is_told_by_the_marks_places(
    sentence: str, quoted: str, *, inside: bool
) -> None:
    doc = doc_of(sentence)

    tokens = quoted_tokens(doc, inside=inside)

    assert doc[min(tokens) : max(tokens) + 1].text.endswith(quoted)
