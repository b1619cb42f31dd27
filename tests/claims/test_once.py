"""What is made of a claim is made once while it is compared, and goes with the step that did."""

import threading

from bot.claims.model import Claim
from bot.claims.once import clear, once_a_claim, once_a_pair
from bot.precedence import Precedence
from bot.worker import Loop
from tests.making import a_claim


def test_what_is_made_of_a_claim_is_made_once_until_it_is_let_go_of() -> None:
    made: list[str] = []

    @once_a_claim
    def quoted(claim: Claim) -> str:
        made.append(claim.quote)
        return claim.quote

    @once_a_pair
    def together(later: Claim, earlier: Claim) -> str:
        made.append(later.quote + earlier.quote)
        return later.quote + earlier.quote

    flood, toll = a_claim(quote="Flood."), a_claim(quote="Toll.")
    for _ in range(3):
        assert (quoted(flood), together(toll, flood)) == ("Flood.", "Toll.Flood.")
    assert made == ["Flood.", "Toll.Flood."]

    clear()

    assert (quoted(flood), together(toll, flood)) == ("Flood.", "Toll.Flood.")
    assert made == ["Flood.", "Toll.Flood."] * 2


def test_a_step_of_work_leaves_no_claims_behind() -> None:
    flood, made, stepped = a_claim(), [], threading.Event()

    @once_a_claim
    def quoted(claim: Claim) -> str:
        made.append(claim)
        return claim.quote

    def step() -> bool:
        quoted(flood)
        quoted(flood)
        if len(made) == 2:
            stepped.set()
        return len(made) < 2

    loop = Loop("worker", step, Precedence())
    loop.start()

    assert stepped.wait(10)
    loop.end()
    loop.join()
