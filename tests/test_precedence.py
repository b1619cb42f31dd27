"""While a request is being taken no step of work begins, though none waits for good."""

import threading
import time
from collections.abc import Sequence

from slack_bolt import Ack, BoltRequest
from slack_bolt.authorization import AuthorizeResult

from bot.app.slack import First, Ourselves
from bot.precedence import Precedence
from bot.slackroom.signed import FORM_TYPE, signature
from bot.worker import Loop

SECRET = "tests' own"
US = AuthorizeResult(enterprise_id=None, team_id="T1", bot_user_id="U1", bot_token="xoxb-none")
AN_HOUR = 3600.0
GLANCE = 0.05


def test_a_step_begins_only_after_the_request_is_taken() -> None:
    precedence, begun = Precedence(AN_HOUR), threading.Event()
    early: list[bool] = []

    def step() -> bool:
        begun.set()
        return False

    loop = Loop("worker", step, precedence)

    def listener(ack: Ack) -> None:
        loop.start()
        early.append(begun.wait(GLANCE))
        ack()

    app = First(precedence, signing_secret=SECRET, authorize=Ourselves(US))
    app.command("/claim")(listener)
    assert app.dispatch(_request("command=%2Fclaim")).status == 200
    assert begun.wait(10)
    loop.end()

    assert early == [False]


def test_work_waits_for_the_last_of_several_requests() -> None:
    precedence, order = Precedence(AN_HOUR), list[str]()

    def works() -> None:
        precedence.give_way()
        order.append("work")

    worker = threading.Thread(target=works)
    with precedence.taking():
        with precedence.taking():
            worker.start()
        worker.join(GLANCE)
        order.append("request")
    worker.join(10)

    assert order == ["request", "work"]


def test_work_begins_though_requests_never_end() -> None:
    precedence = Precedence(GLANCE)

    with precedence.taking():
        precedence.give_way()


def _request(body: str) -> BoltRequest:
    now = int(time.time())
    headers: dict[str, str | Sequence[str]] = {
        "content-type": [FORM_TYPE],
        "x-slack-request-timestamp": [str(now)],
        "x-slack-signature": [signature(SECRET, now, body.encode())],
    }
    return BoltRequest(body=body, headers=headers)
