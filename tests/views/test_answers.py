"""How answers to one person read: a claim, what was read, help, trouble."""

import re
from dataclasses import replace
from datetime import date

import pytest

from bot.claims.find import MOST_CLAIMS
from bot.claims.model import (
    Brief,
    Certainty,
    Check,
    CheckKind,
    Claim,
    Origin,
    Polarity,
    Scope,
    When,
)
from bot.newsroom.verbs import USAGES, Asked, Verb, understood, usage_hint
from bot.views.claim import claim_message
from bot.views.help import Offer, help_message, offer_message
from bot.views.phrases import source, strength
from bot.views.trouble import told_message, with_invitation
from bot.views.why import silence, why_message
from tests.making import a_brief, a_claim, a_figure, a_link, a_publication
from tests.views.wire import shown

CLAIM = a_claim(
    figures=(a_figure(scope=Scope.TOTAL),),
    when=When(date(2026, 3, 2), date(2026, 3, 3), "on Monday"),
    places=("Arneiro",),
    certainty=Certainty.PROBABLE,
)


def test_a_claim_shows_its_sentence_and_every_facet() -> None:
    message = claim_message(CLAIM)

    text = shown(message.blocks)
    assert text.startswith("“The ministry said 14 people had died in the flood.”Id: C-7KQ2")
    for part in (
        "Claimant: ministry", "How: probable", "Figures: “14 people” (people, total)",
        "When: 2 Mar 2026 to 3 Mar 2026 (“on Monday”)", "Places: Arneiro",
        "Article: Courier, 4 Mar 2026: Flood kills 14",
    ):  # fmt: skip
        assert part in text
    assert message.text.startswith("C-7KQ2: Ministry, Courier, 4 Mar 2026: “The ministry said")


def test_a_title_that_names_another_site_is_no_label_of_the_link() -> None:
    page = a_publication(url="https://evil.example/a", title="https://bank.example/login")
    claim = replace(CLAIM, publication=page)

    for message in (claim_message(claim), why_message(replace(a_brief(), publication=page))):
        labels = re.findall(r"'url': 'https://evil[^']*', 'text': '([^']*)'", str(message.blocks))
        assert set(labels) <= {"evil.example", f"[{claim.id}]"}
        assert "evil.example" in labels


def test_a_claim_shows_what_it_is_linked_with_from_either_end() -> None:
    other = a_claim("C-M4TX", "The ministry said nine had died.")

    later = shown(claim_message(CLAIM, [a_link(CLAIM, other)]).blocks)
    earlier = shown(claim_message(CLAIM, [a_link(other, CLAIM)]).blocks)

    assert "conflicts [C-M4TX]: Ministry, Courier, 4 Mar 2026: “The ministry said nine" in later
    assert "conflicts (the later one) [C-M4TX]" in earlier


STRENGTHS = [
    pytest.param(a_claim(), "flatly stated", id="plain"),
    pytest.param(a_claim(polarity=Polarity.DENIED), "denied", id="denied"),
    pytest.param(a_claim(certainty=Certainty.POSSIBLE, conditional=True), "possible, conditional",
                 id="if it proves accurate"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "expected"), STRENGTHS)
def test_polarity_and_certainty_are_named_where_they_are_not_the_plain_case(
    claim: Claim, expected: str
) -> None:
    assert strength(claim) == expected


SOURCES = [
    pytest.param({}, "Courier, 4 Mar 2026", id="published"),
    pytest.param({"published": None}, "Courier, undated", id="undated stays undated"),
    pytest.param({"outlet": ""}, "unnamed outlet, 4 Mar 2026", id="nobody named"),
    pytest.param({"origin": Origin.TYPED, "published": None}, "typed text", id="typed"),
]


@pytest.mark.parametrize(("facets", "expected"), SOURCES)
def test_a_source_is_named_with_its_day(facets: dict[str, object], expected: str) -> None:
    assert source(a_publication(**facets)) == expected


LINK = a_link(CLAIM, a_claim("C-M4TX"))
REASONS = [
    pytest.param(Brief(a_publication(), ()), "No claim was found", id="no claim"),
    pytest.param(a_brief(finding=""), "No earlier claim here shares", id="nothing related"),
    pytest.param(a_brief(a_link(CLAIM, CLAIM, shown=False), finding=""),
                 "1 related claim found, none close enough", id="under the bar"),
    pytest.param(a_brief(LINK, finding=""), "1 related claim found, nothing that contradicts",
                 id="no reason to speak"),
    pytest.param(a_brief(LINK, finding="It differs"), "The reply says: It differs", id="spoke"),
]  # fmt: skip


@pytest.mark.parametrize(("brief", "expected"), REASONS)
def test_silence_is_explained(brief: Brief, expected: str) -> None:
    assert silence(brief).startswith(expected)


def test_why_shows_what_was_read_the_checks_and_the_figures_that_nobody_is_named_for() -> None:
    unnamed = a_claim("C-9FDA", claimant=None, figures=(a_figure("around 11,000"),))
    drift = Check(CheckKind.DRIFT, (unnamed,), "The headline is firmer than the text.")
    brief = Brief(a_publication(), (CLAIM, unnamed), checks=(drift,))

    text = shown(why_message(brief).blocks)

    assert "Read Courier, 4 Mar 2026: 2 claims." in text
    assert "(date from page metadata)" in text
    assert "The headline is firmer than the text." in text
    assert "Figures with nobody named“around 11,000” (people) [C-9FDA]" in text
    assert "Ministry: “The ministry said 14 people had died in the flood.” [C-7KQ2]" in text
    assert "The article itself: “The ministry said 14 people" in text


DATES = [
    pytest.param("meta article:published_time", "(date from the page's own data)", id="meta"),
    pytest.param("ld+json datePublished, no time zone given",
                 "(date from the page's own data, no time zone given)", id="no zone"),
    pytest.param("url", "(date from its address)", id="address"),
    pytest.param("head of the file", "(date from head of the file)", id="as it is"),
]  # fmt: skip


@pytest.mark.parametrize(("basis", "told"), DATES)
def test_how_a_date_is_known_is_told_in_a_reporters_words(basis: str, told: str) -> None:
    brief = Brief(a_publication(basis=basis), (CLAIM,))

    assert told in shown(why_message(brief).blocks)


@pytest.mark.parametrize(
    ("claims", "words"),
    [
        (MOST_CLAIMS - 1, "399 claims."),
        (MOST_CLAIMS, "400 claims, all that I keep of one article."),
    ],
)
def test_why_tells_that_no_more_is_kept_of_one_article(claims: int, words: str) -> None:
    brief = Brief(a_publication(), tuple(a_claim(f"C-{n}") for n in range(claims)))

    assert words in why_message(brief).text


def test_why_counts_the_claims_that_it_leaves_out() -> None:
    brief = Brief(a_publication(published=None), tuple(a_claim(f"C-{n}") for n in range(20)))

    text = shown(why_message(brief).blocks)

    assert "(no date found)" in text
    assert "and 8 more" in text


def test_help_lists_every_verb_of_the_registry() -> None:
    text = shown(help_message().blocks)

    for usage in USAGES:
        assert f"/claim {usage.usage} {usage.line}" in text
        assert usage.usage in usage_hint()


ASKED = [
    pytest.param("", Asked(Verb.HELP), id="nothing is help"),
    pytest.param("  help ", Asked(Verb.HELP), id="help"),
    pytest.param("SHOW c-7kq2", Asked(Verb.SHOW, "c-7kq2"), id="any case"),
    pytest.param("why", Asked(Verb.WHY), id="why alone"),
    pytest.param("https://e.example/1", Asked(Verb.READ, "https://e.example/1"), id="a link"),
    pytest.param("<https://e.example/1>", Asked(Verb.READ, "<https://e.example/1>"), id="wrapped"),
    pytest.param("add The mayor said so", Asked(Verb.ADD, "The mayor said so"), id="add"),
    pytest.param("The mayor said so", Asked(None, "The mayor said so"), id="no verb"),
]


@pytest.mark.parametrize(("text", "expected"), ASKED)
def test_a_command_opens_with_its_verb(text: str, expected: Asked) -> None:
    assert understood(text) == expected


def test_an_unknown_word_is_offered_its_nearest_verb_and_recording_and_help() -> None:
    message = offer_message("shwo C-7KQ2", Verb.SHOW, "show C-7KQ2")

    buttons = message.blocks[-1]["elements"]
    assert "Did you mean /claim show?" in message.text
    assert [(b["action_id"], b.get("value")) for b in buttons] == [
        (Offer.RUN, "show C-7KQ2"), (Offer.RECORD, "add shwo C-7KQ2"), (Offer.HELP, None),
    ]  # fmt: skip


def test_a_text_too_long_for_a_button_is_not_offered_for_recording() -> None:
    buttons = offer_message("word " * 500, None, "").blocks[-1]["elements"]

    assert [b["action_id"] for b in buttons] == [Offer.HELP]


def test_trouble_keeps_its_lines_and_strangers_words_calm() -> None:
    message = told_message("https://e.example/*a*: no such page\n5 links were not opened")

    assert [shown([b]) for b in message.blocks] == [
        "https://e.example/*a*: no such page", "5 links were not opened",
    ]  # fmt: skip
    assert "/\u2060*" in message.text


def test_an_answer_where_the_bot_is_no_member_says_how_to_invite_it() -> None:
    message = with_invitation(told_message("Nothing differs."))

    assert "/invite" in message.text
    assert "/invite" in shown(message.blocks[-1:])
