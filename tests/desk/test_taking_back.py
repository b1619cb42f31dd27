"""What was forgotten goes from Slack too, whatever became of the call that posted it."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.desk.clock import tick
from bot.desk.stopped import CLOSED, put_right
from bot.newsroom.channel import Channel, Kind, Replies
from bot.newsroom.forgetting import Wanted
from bot.newsroom.post import Event, Incoming, Letter, LetterKind, Post
from bot.newsroom.schedule import Schedule
from bot.slackroom.faults import FaultTerms
from tests.desk.stepping import LEASE_IS_OVER, Steps
from tests.desk.test_dying import watch
from tests.desk.test_slack_faults import dead
from tests.desk.world import HEAD, set_for

HOUR = timedelta(hours=1)
TOLL = "At least 41 people"


def paste(steps: Steps, *names: str) -> Post:
    """Paste the links of articles into #world, in one message."""
    ts = steps.room.post("dana", steps.world, " ".join(names))
    post = Post(steps.room.team_id, steps.world, ts, ts, steps.dana)
    links = tuple(f"{HEAD}/{name}" for name in names)
    steps.desk.receive(Incoming(f"E{ts}", Event.MESSAGE, post, "x", links))
    return post


def delete(steps: Steps, post: Post) -> None:
    steps.room.delete(steps.world, post.ts)
    steps.desk.receive(Incoming(f"D{post.ts}", Event.DELETED, post))


def forget(steps: Steps, name: str = "41") -> None:
    """Forget an article, as somebody who pressed the button wants."""
    link = Wanted(link=f"{HEAD}/{name}").written()
    steps.desk.receive(Incoming(f"F{name}", Event.FORGET, steps.asked_in(), link))


def shown(steps: Steps) -> str:
    """Return all that stands of ours, in #world and its threads, directly and in files."""
    room = steps.room
    heads = room.messages(steps.world)
    direct = room.messages(steps.desk.direct(room.team_id, steps.dana))
    said = [one for head in heads for one in room.messages(steps.world, head.ts)]
    posts = [f"{one.text} {json.dumps(one.blocks)}" for one in (*said, *direct) if one.is_bot]
    files = [f"{one.alt_text} {one.content!r}" for one in room.files]
    return "\n".join(posts + files)


def settled(steps: Steps, times: int = 5) -> None:
    for _ in range(times):
        steps.until_quiet()


def reply(steps: Steps) -> None:
    paste(steps, "14")
    steps.run()
    steps.room.fail("chat.postMessage", accept_then_drop=True)
    paste(steps, "41")


def digest(steps: Steps) -> None:
    day = Channel(
        steps.room.team_id, steps.world, name="world", kind=Kind.PUBLIC, schedule=Schedule()
    )
    steps.desk.archive.keep_channel(day)
    steps.clock.moment = steps.clock.moment.replace(hour=1)
    tick(steps.desk)
    paste(steps, "41")
    steps.run()
    steps.clock.moment = steps.clock.moment.replace(hour=9, minute=1)
    steps.room.fail("chat.postMessage", accept_then_drop=True)
    assert tick(steps.desk)


def watched(steps: Steps) -> None:
    watch(steps)
    steps.room.fail("chat.postMessage", accept_then_drop=True)
    paste(steps, "41")


def file_of(kind: LetterKind, words: str) -> Callable[[Steps], None]:
    def post_file(steps: Steps) -> None:
        paste(steps, "14")
        paste(steps, "41")
        steps.run()
        steps.room.fail("files.completeUploadExternal", accept_then_drop=True)
        steps.desk.outbox.put(Letter("L1", kind, steps.asked_in(), words=words), steps.clock())

    return post_file


@pytest.mark.parametrize(
    "say",
    [
        pytest.param(reply, id="a reply"),
        pytest.param(digest, id="a digest"),
        pytest.param(watched, id="what a watch tells"),
        pytest.param(file_of(LetterKind.EXPORT, "csv "), id="an export"),
        pytest.param(file_of(LetterKind.PICTURE, "history C-102"), id="a picture"),
    ],
)
def test_what_was_forgotten_while_nobody_knew_whether_it_was_posted_is_taken_away(
    steps: Steps, say: Callable[[Steps], None]
) -> None:
    say(steps)
    steps.run()
    assert TOLL in shown(steps)

    forget(steps)
    forget(steps, "14")
    settled(steps)

    assert TOLL not in shown(steps)


@pytest.mark.parametrize(
    ("say", "stands"),
    [
        pytest.param(reply, lambda steps: TOLL in shown(steps), id="a reply"),
        pytest.param(digest, lambda steps: TOLL in shown(steps), id="a digest"),
        pytest.param(
            file_of(LetterKind.EXPORT, "csv "), lambda steps: steps.room.files, id="an export"
        ),
    ],
)
def test_what_was_posted_and_given_up_since_nobody_could_look_for_it_is_taken_away(
    steps: Steps, say: Callable[[Steps], None], stands: Callable[[Steps], object], file_url: str
) -> None:
    say(steps)
    for method in ("conversations.replies", "conversations.history"):
        steps.room.fail(method, times=99, status=500)
    for _ in range(4):
        steps.until_quiet()
    assert stands(steps)
    assert [one.rights for one in dead(file_url)] == [False, True]

    steps.room.state.script.clear()
    steps.clock.later(HOUR)
    put_right(steps.desk)
    steps.until_quiet()

    assert not stands(steps)


def test_a_reply_of_which_nobody_knew_goes_with_the_message_that_it_answers(
    steps: Steps,
) -> None:
    paste(steps, "14")
    steps.run()
    steps.room.fail("chat.postMessage", accept_then_drop=True)
    post = paste(steps, "41")
    steps.run()
    assert TOLL in shown(steps)

    delete(steps, post)
    settled(steps)

    assert shown(steps) == ""


AWAY: dict[str, FaultTerms] = {
    "Slack is away for long": {"status": 503},
    "the token is worth nothing for a while": {"error": "token_revoked"},
}


@pytest.mark.parametrize("terms", AWAY.values(), ids=AWAY)
def test_what_is_to_be_taken_back_is_tried_again_each_hour(
    steps: Steps, file_url: str, terms: FaultTerms
) -> None:
    digest(steps)
    steps.until_quiet()
    for method in ("chat.update", "chat.delete"):
        for _ in range(6):
            steps.room.fail(method, **terms)
    forget(steps)
    settled(steps)
    assert TOLL in shown(steps)
    assert [one.rights for one in dead(file_url)] == [True]

    for _ in range(7):
        steps.clock.later(HOUR)
        put_right(steps.desk)
        steps.until_quiet()

    assert TOLL not in shown(steps)


def test_where_the_bot_is_no_more_nothing_is_tried_again_each_hour(steps: Steps) -> None:
    digest(steps)
    steps.until_quiet()
    for method in ("chat.update", "chat.delete"):
        steps.room.fail(method, times=100, error=min(CLOSED))
    forget(steps)
    settled(steps)
    before = steps.calls("chat.delete")

    steps.clock.later(2 * HOUR)

    assert not put_right(steps.desk)
    assert steps.calls("chat.delete") == before


@pytest.mark.parametrize("code", ["msg_too_long", "invalid_blocks", "edit_window_closed"])
def test_a_reply_that_slack_will_not_change_does_not_keep_what_was_forgotten(
    steps: Steps, code: str
) -> None:
    here = Channel(steps.room.team_id, steps.world, name="world", kind=Kind.PUBLIC)
    steps.desk.archive.keep_channel(replace(here, replies=Replies.EVERYTHING))
    paste(steps, "14", "41", "chess")
    steps.until_quiet()
    assert TOLL in shown(steps)

    steps.room.fail("chat.update", error=code)
    forget(steps)
    settled(steps)

    assert TOLL not in shown(steps)
    assert "2 Mar 2026: 1 claim" in shown(steps)


def test_waiting_because_slack_is_busy_is_no_try(steps: Steps, file_url: str) -> None:
    steps.room.fail("chat.postMessage", times=8, status=429, retry_after="1")
    steps.room.fail("chat.postMessage", status=503)
    steps.write()
    for _ in range(12):
        steps.run()
        steps.clock.later(2)
    settled(steps)

    assert (steps.said(), dead(file_url)) == (["The bridge is open."], [])


def test_a_wait_of_hours_is_cut_short_and_no_call_is_made_meanwhile(steps: Steps) -> None:
    steps.room.fail("chat.postMessage", status=429, retry_after="7200")
    steps.write()
    for _ in range(20):
        steps.run()
    assert steps.calls() == 1

    steps.clock.later(HOUR)
    steps.run()

    assert steps.said() == ["The bridge is open."]


def test_a_page_in_place_of_an_answer_is_no_refusal(steps: Steps, file_url: str) -> None:
    """A proxy's or a maintenance page comes with status 200, and the post may stand."""
    whole = steps.client._perform_urllib_http_request  # noqa: SLF001 - where the line can be cut
    pages = iter(["<html>Back soon</html>"])

    def cut(*, url: str, args: dict[str, dict[str, Any]]) -> dict[str, Any]:
        answer = whole(url=url, args=args)
        said = url.endswith("chat.postMessage")
        return {**answer, "body": next(pages, answer["body"])} if said else answer

    steps.client._perform_urllib_http_request = cut  # type: ignore[method-assign] # noqa: SLF001
    steps.write()
    settled(steps)

    assert (steps.said(), dead(file_url)) == (["The bridge is open."], [])


def test_a_letter_that_breaks_a_rule_lets_its_channel_move_on(steps: Steps, file_url: str) -> None:
    broken = Letter("L0", LetterKind.SPARED, steps.asked_in(), words="no JSON")
    steps.desk.outbox.put(broken, steps.clock())
    steps.write()
    for _ in range(8):
        steps.until_quiet()
        steps.clock.later(LEASE_IS_OVER)

    assert steps.said() == ["The bridge is open."]
    (given_up,) = dead(file_url)
    assert (given_up.key, given_up.reason) == ("L0", "JSONDecodeError")


def test_a_command_turned_away_at_first_is_to_be_typed_again(steps: Steps) -> None:
    desk, post = steps.desk, steps.asked_in()
    here = desk.channel(post.workspace, post.channel)
    whole = desk.places.workspace(post.workspace)
    set_for(desk, here, replace(whole, allowed=("C0ELSEWHERE",)))
    desk.receive(Incoming("C1", Event.COMMAND, post, "add The bridge fell, the mayor said."))
    while steps.worker.step():
        pass
    set_for(desk, here, whole)

    settled(steps)

    (told,) = steps.room.ephemerals("dana", steps.world)
    assert told.text.endswith("type it again.")
