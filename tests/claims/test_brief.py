"""What the reply says, whole, and when there is none."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.claims.brief import brief, plain
from bot.claims.checks import checks
from bot.claims.model import (
    Brief,
    Certainty,
    Claim,
    Modifier,
    Outcome,
    Polarity,
    Reading,
    Scope,
    Style,
)
from bot.claims.relate import relate
from tests.claims.told import FIRST, SECOND, days, now, reading, then

DEAD = Outcome.KILLED


def reply(read: Reading, *earlier: Claim) -> Brief:
    links = relate(read, earlier)
    publication = read.article.publication
    return brief(publication, read.claims, links, checks(read, earlier, links))


FLOOD = (
    then("At least 14 people died in the flood, the ministry said.",
         ("At least 14", 14, None, "people killed", DEAD, Modifier.AT_LEAST), id="C-1AAA"),
    then("The Kelm dam has cracks, Jon Rask, an engineer, said.", by="Jon Rask", id="C-1BBB"),
    then("The army will send 600 soldiers to Alder.", ("600", 600, 600, "soldiers", Scope.TOTAL),
         by="army", id="C-1CCC"),
)  # fmt: skip
AFTER = reading(
    now("The ministry said that 41 people had died in the flood.",
        ("41", 41, 41, "people killed", DEAD), id="C-2AAA"),
    now("Ada Holm denied that the Kelm dam had cracks.", by="Ada Holm",
        polarity=Polarity.DENIED, id="C-2BBB"),
    now("A further 400 soldiers could go to Alder, the army said.",
        ("400", 400, 400, "soldiers", Scope.ADDITIONAL), by="army",
        certainty=Certainty.POSSIBLE, id="C-2CCC"),
)  # fmt: skip


def test_a_brief_tells_what_differs_word_for_word() -> None:
    assert plain(reply(AFTER, *FLOOD)) == (
        "Herald, 5 Mar 2026: Ada Holm denies an earlier claim; figures differ (killed). "
        "Earlier: Courier, 4 Mar 2026\n"
        "Denied. Ada Holm: “denied that the Kelm dam had cracks” [C-2BBB]. "
        "Earlier, Jon Rask: “The Kelm dam has cracks” [C-1BBB].\n"
        "Killed. The ministry: “41 people had died in the flood” [C-2AAA].\n"
        "• The ministry: “At least 14 people died in the flood” [C-1AAA]\n"
        "More. The army: “A further 400 soldiers could go to Alder” [C-2CCC]; no date. "
        "Not like for like with the same claimant’s earlier “600” [C-1CCC]."
    )


def test_the_first_article_gets_no_reply() -> None:
    assert plain(reply(AFTER)) is None


SILENT = [
    pytest.param(
        then("600 soldiers will go to Alder.", ("600", 600, 600, "soldiers"), by="officials"),
        now("600 soldiers will go to Alder.", ("600", 600, 600, "soldiers"), by="Ada Holm"),
        id="another claimant",
    ),
    pytest.param(
        then("The levee bridge opens.", via=("Delta Wire",)), now("The levee bridge opens."),
        id="another chain",
    ),
    pytest.param(
        then("The levee bridge could open.", certainty=Certainty.POSSIBLE),
        now("The levee bridge opens."),
        id="another certainty",
    ),
    pytest.param(
        then("Around 12,000 soldiers left.", ("Around 12,000", 12_000, 12_000, "soldiers",
                                              Modifier.ABOUT)),
        now("Around 11,000 soldiers left.", ("Around 11,000", 11_000, 11_000, "soldiers",
                                             Modifier.ABOUT), by="Ada Holm"),
        id="figures that may agree",
    ),
    pytest.param(
        then("12,000 soldiers left.", ("12,000", 12_000, 12_000, "soldiers", Scope.TOTAL)),
        now("400 more soldiers leave.", ("400", 400, 400, "soldiers", Scope.ADDITIONAL)),
        id="unlike figures",
    ),
    pytest.param(
        then("12,000 soldiers left.", ("12,000", 12_000, 12_000, "soldiers")),
        now("If so, 30,000 soldiers left.", ("30,000", 30_000, 30_000, "soldiers"),
            conditional=True),
        id="a conditional",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("earlier", "later"), SILENT)
def test_what_is_no_reason_for_a_reply(earlier: Claim, later: Claim) -> None:
    assert not reply(reading(later), earlier).speaks


SPEAKING = [
    pytest.param(
        then("The levee bridge will not open.", polarity=Polarity.DENIED),
        now("The levee bridge opens."),
        "ministry says otherwise than before",
        id="a reversal",
    ),
    pytest.param(
        then("The levee bridge will not open.", polarity=Polarity.DENIED),
        now("The levee bridge opens, Ada Holm said.", by="Ada Holm"),
        "Ada Holm contradicts an earlier denial",
        id="a contradiction",
    ),
    pytest.param(
        then("28,000 marched.", ("28,000", 28_000, 28_000, "marchers"), by="police"),
        now("64,000 marched.", ("64,000", 64_000, 64_000, "marchers"), by="Ada Holm"),
        "figures differ (marchers)",
        id="figures that do not overlap",
    ),
    pytest.param(
        then("Nobody had died.", by=None, polarity=Polarity.DENIED),
        now("Two people died.", ("Two", 2, 2, "people killed", DEAD)),
        "there are figures where there were none (killed)",
        id="the first toll",
    ),
    pytest.param(
        then("The levee ferry will land on Monday.", when=days("2026-03-16", text="Monday")),
        now("The levee ferry will land on Friday.", when=days("2026-03-20", text="Friday")),
        "an announced event came at another time",
        id="an announced event at another time",
    ),
    pytest.param(
        then("The levee bridge opens."),
        now("They meet on Friday, March 12."),
        "a date does not fit",
        id="a weekday that the date has not",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("earlier", "later", "phrase"), SPEAKING)
def test_what_earns_a_reply(earlier: Claim, later: Claim, phrase: str) -> None:
    assert phrase in reply(reading(later), earlier).finding


def test_an_article_pasted_late_hears_of_the_later_one() -> None:
    late = Reading(replace(AFTER.article, publication=FIRST), FLOOD)
    told = reply(late, *AFTER.claims)
    assert told.finding.endswith("Later: Herald, 5 Mar 2026")


def test_every_quotation_is_cut_from_its_claim_and_every_id_is_known() -> None:
    known = {c.id: c.quote for c in (*FLOOD, *AFTER.claims)}
    for line in reply(AFTER, *FLOOD).lines:
        words = [p.text for p in line.pieces if p.style is Style.QUOTE]
        ids = [p.text for p in line.pieces if p.style is Style.ID]
        assert [w for w, i in zip(words, ids, strict=True) if w not in known[i]] == []


def test_a_denial_is_never_quoted_without_its_not() -> None:
    earlier = then("The dam had cracks and leaked.", by="Jon Rask")
    later = now("It is not the case, Ada Holm said, that the dam had cracks and leaked.",
                by="Ada Holm", polarity=Polarity.DENIED)  # fmt: skip
    assert "not the case" in (plain(reply(reading(later), earlier)) or "")


def test_a_brief_has_at_most_five_lines_and_their_bullets() -> None:
    things = ("boats", "tents", "pumps", "wells", "trucks", "stoves", "lamps")
    before = [then(f"There are 100 {t}.", ("100", 100, 100, t)) for t in things]
    after = [now(f"There are 900 {t}.", ("900", 900, 900, t)) for t in things]
    heads = [line for line in reply(reading(*after), *before).lines if not line.bullet]
    assert len(heads) == 5


def test_a_sentence_that_two_channels_recorded_is_one_bullet() -> None:
    count = then("About 4,500 hill farmers were moved to Alder, the ministry said.",
                 ("About 4,500", 4500, 4500, "hill farmers moved"), id="C-1AAA")  # fmt: skip
    mail = replace(FIRST, url="m", outlet="Mail", published=datetime(2026, 3, 4, 12, tzinfo=UTC))
    newer = then("Some 6,300 farmers went to Alder.", ("6,300", 6300, 6300, "farmers"), by=None,
                 publication=mail, id="C-1BBB")  # fmt: skip
    lower = now("About 3,000 hill farmers were moved to Alder, the ministry said.",
                ("About 3,000", 3000, 3000, "hill farmers moved"))  # fmt: skip
    told = plain(reply(reading(lower), count, replace(count, id="C-1CCC"), newer)) or ""
    assert told.count("4,500") == 1


def test_a_second_outlet_is_named_where_the_finding_has_not_named_it() -> None:
    mail = replace(FIRST, url="m", outlet="Mail", title="Alder")
    police = then("28,000 marched.", ("28,000", 28_000, 28_000, "marchers"), by="police")
    union = then("150,000 marched.", ("150,000", 150_000, 150_000, "marchers"), by="Ada Holm",
                 publication=mail)  # fmt: skip
    count = now("64,000 marched.", ("64,000", 64_000, 64_000, "marchers"), by="researchers")
    told = plain(reply(reading(count), police, union)) or ""
    assert SECOND.outlet in told
    assert (
        "Ada Holm, Mail: “150,000 marched”" in told or "police, Courier: “28,000 marched”" in told
    )
