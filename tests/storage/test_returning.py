"""What has to be seen to when an older state takes the place of a newer one is seen to."""

from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from bot.newsroom.channel import Channel
from bot.newsroom.filing import Filing
from storage.backup import back_up, restore
from storage.forgetting import Forgetting
from storage.outbox import Outbox
from storage.returning import Back
from tests.storage.aside import Opened
from tests.storage.shelf import ABROAD, NOW, WORLD, a_letter, a_post, an_incoming, keys_of


def test_what_is_too_old_goes_on_the_day_of_the_restore(filed: str, tmp_path: Path) -> None:
    aged = Channel(WORLD.workspace, WORLD.id)
    assert _sweep(filed, aged, NOW.date()) is not None
    back_up(filed, tmp_path / "aside")
    assert _sweep(filed, aged, NOW.date()) is None

    restore(filed, tmp_path / "aside", replace=True)

    assert _sweep(filed, aged, NOW.date()) == 1


def test_what_waited_to_be_said_is_looked_for_before_it_is_said(
    filed: str, tmp_path: Path
) -> None:
    with closing(Opened(filed)) as opened:
        for key in ("L1", "L2", "L3"):
            opened.shelf.outbox.put(a_letter(key), NOW)
        assert [_say(opened.shelf.outbox, NOW) for _ in range(2)] == [False, False]
    back_up(filed, tmp_path / "aside")

    restore(filed, tmp_path / "aside", replace=True)

    with closing(Opened(filed)) as opened:
        opened.shelf.outbox.put(a_letter("L4"), NOW)
        assert [_say(opened.shelf.outbox, NOW) for _ in range(2)] == [True, False]


def test_what_answers_an_event_that_waited_is_looked_for_too(filed: str, tmp_path: Path) -> None:
    with closing(Opened(filed)) as opened:
        opened.shelf.inbox.put(an_incoming("waits", a_post("2.0")), NOW)
    back_up(filed, tmp_path / "aside")

    restore(filed, tmp_path / "aside", replace=True)

    with closing(Opened(filed)) as opened:
        shelf = opened.shelf
        shelf.inbox.put(an_incoming("later", a_post("3.0")), NOW)
        for key, said_before in (("waits", True), ("later", False)):
            leased = shelf.inbox.lease(NOW, 60)
            assert leased is not None
            assert shelf.archive.file(Filing(leased, WORLD, letters=(a_letter(key),)))
            assert _say(shelf.outbox, NOW) is said_before


def test_a_workspace_that_is_back_is_told(filed: str, tmp_path: Path) -> None:
    with closing(Opened(filed)) as opened:
        for gone in ("T7", "T8"):
            opened.shelf.archive.keep_channel(replace(ABROAD, workspace=gone))
    back_up(filed, tmp_path / "aside")
    with closing(Opened(filed)) as opened:
        opened.do("UPDATE workspaces SET left_at = '2026-03-04 09:00:00+00' WHERE id = 'T7'")
        opened.do("DELETE FROM workspaces WHERE id = 'T8'")

    back = restore(filed, tmp_path / "aside", replace=True)

    assert back == Back(known=True, workspaces=("T7", "T8"))
    assert "T7, T8" in " ".join(back.told)


def _say(outbox: Outbox, now: datetime) -> bool:
    """Say the letter whose turn it is; return whether it was to be looked for first."""
    posting = outbox.take(now, 60)
    assert posting is not None
    outbox.posted(posting, "9.1", now)
    return posting.retry


def _sweep(url: str, channel: Channel, day: date) -> int | None:
    """Sweep what is older than a moment, late enough only after the first sweep."""
    with closing(Opened(url)) as opened:
        first = opened.ask("SELECT count(*) FROM swept") == 0
        before = NOW + timedelta(days=-1 if first else 1)
        swept = Forgetting(opened.shelf.engine, keys_of).sweep(channel, day, before, NOW)
        return swept.gone if swept else None
