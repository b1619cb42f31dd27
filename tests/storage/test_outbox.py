"""The outbox: each letter once, in order within its channel, no channel waiting for another."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from bot.newsroom.channel import Channel
from bot.newsroom.post import LetterKind, Posting
from storage.health import Health
from storage.outbox import Outbox
from tests.storage.shelf import CITY, NOW, WORLD, Shelf, a_letter, a_post

LATER = NOW + timedelta(seconds=61)


def _put(shelf: Shelf, *keys: str, channel: Channel = WORLD) -> None:
    for key in keys:
        shelf.outbox.put(a_letter(key, a_post(channel=channel)), NOW)


def _take(shelf: Shelf, now: datetime = NOW) -> Posting:
    posting = shelf.outbox.take(now, 60)
    assert posting is not None
    return posting


def _keys(shelf: Shelf, now: datetime = NOW) -> list[str]:
    """Take all that is due, without ending any of it."""
    taken = iter(lambda: shelf.outbox.take(now, 60), None)
    return [posting.letter.key for posting in taken]


def test_a_letter_is_kept_once_and_comes_out_as_it_went_in(shelf: Shelf) -> None:
    letter = a_letter(
        "L1",
        a_post("2.0", CITY, "1.0", "U7"),
        kind=LetterKind.TELL,
        article="A1",
        words="Nothing there.",
        respond_to="https://hooks.example/1",
    )

    assert [shelf.outbox.put(letter, NOW) for _ in range(2)] == [True, False]
    posting = _take(shelf)
    assert (posting.letter, posting.attempts, posting.retry) == (letter, 1, False)


def test_one_letter_a_channel_is_out_at_a_time_and_in_order(shelf: Shelf) -> None:
    _put(shelf, "W1", "W2", "W3")
    _put(shelf, "C1", "C2", channel=CITY)
    first = _take(shelf)

    assert first.letter.key == "W1"
    assert _keys(shelf) == ["C1"]
    shelf.outbox.posted(first, "9.1", NOW)
    assert _keys(shelf) == ["W2"]


def test_a_letter_whose_sender_never_came_back_comes_out_again_as_a_retry(shelf: Shelf) -> None:
    _put(shelf, "W1", "W2")
    first = _take(shelf)

    assert shelf.outbox.take(NOW + timedelta(seconds=59), 60) is None
    again = _take(shelf, LATER)

    assert (again.letter.key, again.attempts, again.retry) == ("W1", 2, True)
    shelf.outbox.posted(first, "9.1", LATER)
    assert shelf.outbox.reply_to(a_post()) == ""
    shelf.outbox.posted(again, "9.2", LATER)
    assert shelf.outbox.reply_to(a_post()) == "9.2"


def test_a_letter_that_slack_put_off_holds_back_its_channel_and_no_other(shelf: Shelf) -> None:
    _put(shelf, "W1", "W2")
    _put(shelf, "C1", channel=CITY)

    shelf.outbox.postpone(_take(shelf), NOW + timedelta(seconds=30), "429")

    assert _keys(shelf) == ["C1"]
    again = _take(shelf, NOW + timedelta(seconds=30))
    assert (again.letter.key, again.retry) == ("W1", False)


@pytest.mark.parametrize("tries", [1, 2])
def test_a_wait_is_no_try_and_what_an_earlier_try_did_is_as_unknown_as_before(
    shelf: Shelf, tries: int
) -> None:
    _put(shelf, "W1")
    taken = [_take(shelf, NOW + n * (LATER - NOW)) for n in range(tries)][-1]

    shelf.outbox.postpone(taken, LATER, "429")
    again = _take(shelf, LATER + (LATER - NOW))

    assert (again.retry, again.attempts) == (taken.retry, taken.attempts)
    assert taken.retry is (tries > 1)


def test_a_letter_that_cannot_be_sent_is_dead_and_lets_the_next_one_pass(shelf: Shelf) -> None:
    _put(shelf, "W1", "W2")

    shelf.outbox.give_up(_take(shelf), NOW, "channel_not_found")

    assert shelf.dead() == ["W1: channel_not_found"]
    assert Health(shelf.engine).dead(NOW + timedelta(days=7)) == ()
    assert _keys(shelf, LATER) == ["W2"]


Ending = Callable[[Outbox, Posting], None]


@pytest.mark.parametrize(
    "end",
    [
        pytest.param(lambda box, held: box.posted(held, "9.1", NOW), id="posted"),
        pytest.param(lambda box, held: box.postpone(held, NOW, "429"), id="postponed"),
        pytest.param(lambda box, held: box.give_up(held, NOW, "gone"), id="given up"),
    ],
)
def test_a_sender_that_came_back_too_late_changes_nothing(shelf: Shelf, end: Ending) -> None:
    _put(shelf, "W1", "W2")
    late = _take(shelf)
    now = _take(shelf, LATER)

    end(shelf.outbox, late)

    assert shelf.outbox.take(LATER, 60) is None
    shelf.outbox.posted(now, "9.2", LATER)
    assert shelf.outbox.reply_to(a_post()) == "9.2"


def test_our_reply_to_a_post_is_known_until_it_is_taken_away(shelf: Shelf) -> None:
    said = []
    for key, kind, ts in [
        ("L1", LetterKind.REACT, ""),
        ("L2", LetterKind.BRIEF, "9.1"),
        ("L3", LetterKind.TELL, ""),
        ("L4", LetterKind.REVISE, "9.1"),
        ("L5", LetterKind.REMOVE, ""),
    ]:
        shelf.outbox.put(a_letter(key, kind=kind), NOW)
        shelf.outbox.posted(_take(shelf), ts, NOW)
        said.append(shelf.outbox.reply_to(a_post()))

    assert said == ["", "9.1", "9.1", "9.1", ""]
    assert shelf.outbox.reply_to(a_post("2.0")) == ""
    assert shelf.outbox.reply_to(a_post(channel=CITY)) == ""


def test_two_senders_never_post_into_one_channel_at_once(shelf: Shelf) -> None:
    channels = [Channel("T1", f"C{n}") for n in range(3)]
    for n in range(8):
        for channel in channels:
            _put(shelf, f"{channel.id}/{n}", channel=channel)

    log: list[str] = []
    with ThreadPoolExecutor(3) as senders:
        list(senders.map(lambda _: _send_all(shelf, log, 24), range(3)))

    for channel in channels:
        steps = [step for step in log if step.startswith(channel.id)]
        assert steps == [f"{channel.id}/{n} {s}" for n in range(8) for s in ("taken", "sent")]


def _send_all(shelf: Shelf, log: list[str], letters: int) -> None:
    """Send until all are sent; whoever finds every channel taken asks again."""
    for _ in range(10_000):
        if sum(step.endswith("sent") for step in log) == letters:
            return
        posting = shelf.outbox.take(NOW, 60)
        if posting is not None:
            log.append(f"{posting.letter.key} taken")
            log.append(f"{posting.letter.key} sent")
            shelf.outbox.posted(posting, "9.1", NOW)
