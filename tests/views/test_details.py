"""Under Details: what a check found, and the sentences on which it rests."""

import pytest

from bot.claims.model import Check, CheckKind
from bot.views.brief import Ticket
from bot.views.details import details_modal
from bot.views.slip import Slip
from tests.making import a_brief, a_claim, a_post
from tests.views.wire import shown

CLAIM = a_claim()
QUOTE = CLAIM.quote
CHECKS = [
    pytest.param(CheckKind.DENIED_HERE, f"Denied here: ministry: “{QUOTE}”; CPA: “No.”",
                 "Denied here.", id="denied"),
    pytest.param(CheckKind.DATE, f"The date does not fit: May 2013; earlier “{QUOTE}”",
                 "The date does not fit: May 2013.", id="date"),
    pytest.param(CheckKind.HOP, f"The chain (CPA) does not hold, by its own word: “{QUOTE}”",
                 "The chain (CPA) does not hold, by its own word.", id="chain"),
    pytest.param(CheckKind.SUM, "31 and 8 do not make 41.", "31 and 8 do not make 41.", id="sum"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "line", "head"), CHECKS)
def test_the_sentences_of_a_check_stand_once(kind: CheckKind, line: str, head: str) -> None:
    brief = a_brief(checks=(Check(kind, (CLAIM,), line),))

    text = shown(details_modal([brief], Slip(Ticket(a_post(), ("r1",))))["blocks"])

    assert f"{head}Ministry" in text
    assert text.count(QUOTE) == 1
