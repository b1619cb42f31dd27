"""The stories and their answers fit each other: a wrong answer would make every figure lie."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from bot.claims.model import DifferenceKind
from tests.quality.answers import (
    CROSS,
    Answers,
    NotLink,
    answers_in,
    articles_in,
    body_of,
    stories_in,
)
from tests.quality.floors import CORPUS

STORIES = stories_in([CORPUS])
FIELDS = ["url", "outlet", "published", "title"]

every_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)


@every_story
def test_a_story_is_named_as_its_folder_and_has_three_articles(story: Path) -> None:
    assert answers_in(story).story == story.name
    assert [path.stem for path in articles_in(story)] == ["1", "2", "3"]


@every_story
def test_articles_have_a_whole_head_and_stand_in_order(story: Path) -> None:
    heads = [_head_of(path) for path in articles_in(story)]
    times = [datetime.fromisoformat(head["published"]) for head in heads]

    assert [list(head) for head in heads] == [FIELDS] * len(heads)
    assert all(re.match(r"https://[a-z0-9.-]+\.example/\S+$", head["url"]) for head in heads)
    assert times == sorted(times)  # raises where one lacks its offset


@every_story
def test_every_quote_stands_once_in_its_article(story: Path) -> None:
    bodies = {int(path.stem): body_of(path) for path in articles_in(story)}
    answers = answers_in(story)

    wrong = [one.id for one in answers.claims if bodies[one.article].count(one.quote) != 1]
    assert wrong == []


@every_story
def test_ids_are_unique_and_tell_the_article(story: Path) -> None:
    claims = answers_in(story).claims

    assert len({claim.id for claim in claims}) == len(claims)
    assert all(claim.id.startswith(str(claim.article)) for claim in claims)


@every_story
def test_days_and_figures_run_from_low_to_high(story: Path) -> None:
    claims = answers_in(story).claims

    assert all(claim.when.start <= claim.when.end for claim in claims if claim.when)
    ranges = [(one.low, one.high) for claim in claims for one in claim.figures]
    assert all(low <= high for low, high in ranges if low is not None and high is not None)
    assert (None, None) not in ranges


@every_story
def test_a_pair_is_named_once_and_runs_from_later_to_earlier(story: Path) -> None:
    answers = answers_in(story)
    article = {claim.id: claim.article for claim in answers.claims}
    pairs = [(link.later, link.earlier) for link in (*answers.links, *answers.optional_links)]
    pairs += [(wrong.later, wrong.earlier) for wrong in answers.not_links]

    assert len(set(pairs)) == len(pairs)
    assert all(article[later] > article[earlier] for later, earlier in pairs)


@every_story
def test_figures_that_differ_are_printed_in_the_claims(story: Path) -> None:
    answers = answers_in(story)
    quotes = {claim.id: claim.quote for claim in answers.claims}

    for link in (*answers.links, *answers.optional_links):
        for one in link.differences:
            if one.kind is DifferenceKind.FIGURE:
                assert one.before
                assert one.before in quotes[link.earlier]
                assert one.after
                assert one.after in quotes[link.later]


@every_story
def test_checks_rest_on_claims_of_their_article(story: Path) -> None:
    answers = answers_in(story)

    assert all(check.claims for check in answers.checks)
    assert [
        check
        for check in answers.checks
        if not set(check.claims) <= _ids_in(answers, check.article)
    ] == []


def test_look_alikes_are_claims_of_two_stories() -> None:
    known = {f"{path.name}/{one.id}" for path in STORIES for one in answers_in(path).claims}
    adapter = TypeAdapter(tuple[NotLink, ...])

    for wrong in adapter.validate_json((CORPUS / CROSS).read_text(encoding="utf-8")):
        assert {wrong.later, wrong.earlier} <= known
        assert wrong.later.split("/")[0] != wrong.earlier.split("/")[0]


def test_every_kind_of_check_is_in_the_corpus() -> None:
    kinds = {check.kind for path in STORIES for check in answers_in(path).checks}

    assert kinds == {"drift", "date", "sum", "hop", "denied_here", "due"}


def _ids_in(answers: Answers, article: int) -> set[str]:
    return {claim.id for claim in answers.claims if claim.article == article}


def _head_of(path: Path) -> dict[str, str]:
    head = path.read_text(encoding="utf-8").split("\n\n", 1)[0]
    lines = (line.partition(": ") for line in head.splitlines())
    return {name: value for name, _, value in lines}
