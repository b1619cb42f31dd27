"""Tokens are sealed where they are kept, each for its workspace, and go when they are dropped."""

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, make_url, text
from sqlalchemy.orm import Session

from bot.newsroom.channel import Channel
from bot.newsroom.install import Install, Stopped
from bot.newsroom.post import Event, Incoming, Letter, LetterKind, Post
from bot.newsroom.trouble import SetUpTrouble
from storage.archive import Archive
from storage.database import writing
from storage.forgetting import Forgetting
from storage.health import Health
from storage.inbox import Inbox
from storage.installs import Begun, Installs, hold_installs
from storage.outbox import Outbox
from storage.sealing import Keyring, new_key
from tests.storage.shelf import keys_of

CANARY = "xoxb-1-canary"
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
OLD, NEW = new_key(), new_key()
LETS_IN = """
    INSERT INTO workspaces (id, own_outlets, checkers, allowed, quota, owner, hold)
    VALUES ('T3', '[]', '[]', '[]', 0, '', false)
"""
WITH_TOKEN = """
    INSERT INTO installs SELECT 'T3', :sealed, bot_id, bot_user, person, enterprise, scopes,
    installed_at FROM installs WHERE workspace = 'T1'
"""


def an_install(workspace: str = "T1", token: str = CANARY, at: datetime = NOON) -> Install:
    return Install(
        workspace=workspace,
        token=token,
        bot_id=f"B{workspace}",
        bot_user=f"U{workspace}",
        at=at,
        scopes=frozenset({"chat:write"}),
    )


@pytest.fixture
def installs(engine: Engine) -> Installs:
    kept = Installs(engine, Keyring(OLD))
    for workspace in ("T1", "T2"):
        kept.keep(an_install(workspace))
    return kept


def a_letter(workspace: str) -> Letter:
    post = Post(workspace, "C1", "1.0", "1.0", "U1")
    return Letter(f"{workspace}/letter", LetterKind.TELL, post, words="Hello.")


def test_a_token_comes_back_as_it_was_and_shows_nowhere(installs: Installs) -> None:
    assert installs.of("T1") == an_install("T1")
    assert installs.of("T3") is None
    assert "canary" not in repr(installs.every())


def test_no_byte_of_a_token_is_in_the_files_of_the_database(
    installs: Installs, engine: Engine, tmp_path: Path
) -> None:
    installs.keep(an_install("T1", "xoxb-2-canary"))
    with engine.connect() as connection:
        kept = b"".join(map(bytes, connection.scalars(text("SELECT sealed FROM installs"))))
    name = Path(str(make_url(str(engine.url)).database)).name

    files = [path.read_bytes() for path in tmp_path.glob(f"{name}*")]

    assert b"canary" not in kept + b"".join(files)
    assert kept


def test_a_new_key_seals_all_tokens_anew_and_the_old_one_opens_none(
    installs: Installs, engine: Engine
) -> None:
    Installs(engine, Keyring(f"{NEW}, {OLD}")).settle()

    assert Installs(engine, Keyring(NEW)).every() == installs_of("T1", "T2")
    assert [one.token for one in installs.every()] == ["", ""]


def installs_of(*workspaces: str) -> tuple[Install, ...]:
    return tuple(map(an_install, workspaces))


def test_a_key_that_opens_nothing_is_told_in_one_line(installs: Installs, engine: Engine) -> None:
    with pytest.raises(SetUpTrouble, match=r"^TOKEN_KEYS opens none of the tokens .*2 of them"):
        Installs(engine, Keyring(NEW)).settle()

    assert installs.every() == installs_of("T1", "T2")


@pytest.mark.parametrize(
    "keys", ["", " , ", "secret", f"{OLD},secret"], ids=["none", "commas", "no key", "one is none"]
)
def test_what_is_no_key_is_told_in_one_line_without_its_value(keys: str) -> None:
    with pytest.raises(SetUpTrouble, match="TOKEN_KEYS is not usable") as told:
        Keyring(keys)

    assert "secret" not in str(told.value)


def test_a_token_in_the_place_of_anothers_does_not_open(
    installs: Installs, engine: Engine
) -> None:
    swap = "UPDATE installs SET sealed = (SELECT sealed FROM installs WHERE workspace = 'T2') "
    with writing(engine).begin() as connection:
        connection.execute(text(f"{swap} WHERE workspace = 'T1'"))

    installs.settle()

    assert [one.token for one in installs.every()] == ["", "xoxb-1-canary"]
    assert Health(engine).stopped() == (Stopped("T1", "wrong_key"),)


def test_what_is_due_in_a_workspace_without_a_token_waits_until_it_has_one(
    installs: Installs, engine: Engine
) -> None:
    inbox, outbox = Inbox(engine), Outbox(engine)
    for workspace in ("T1", "T2"):
        outbox.put(a_letter(workspace), NOON)
        inbox.put(Incoming(f"{workspace}/event", Event.COMMAND, a_letter(workspace).post), NOON)
    installs.stop(an_install("T1"), "token_revoked")

    assert [taken_letter(outbox), taken_letter(outbox)] == ["T2/letter", ""]
    assert [taken_event(inbox), taken_event(inbox)] == ["T2/event", ""]
    assert Health(engine).stopped() == (Stopped("T1", "token_revoked", 1),)
    installs.keep(an_install("T1", at=NOON + timedelta(days=1)))
    assert [taken_letter(outbox), taken_event(inbox)] == ["T1/letter", "T1/event"]


def taken_letter(outbox: Outbox) -> str:
    posting = outbox.take(NOON, 60)
    return posting.letter.key if posting else ""


def taken_event(inbox: Inbox) -> str:
    leased = inbox.lease(NOON, 60)
    return leased.incoming.key if leased else ""


def test_slacks_word_on_an_earlier_token_does_not_stop_the_later_one(
    installs: Installs, engine: Engine
) -> None:
    installs.keep(an_install("T1", "xoxb-2", NOON + timedelta(seconds=1)))

    installs.stop(an_install("T1"), "token_revoked")

    assert Health(engine).stopped() == ()


@pytest.mark.parametrize(
    ("seconds", "left"),
    [
        pytest.param(-1, ["T1", "T2"], id="told late, installed again since"),
        pytest.param(0, ["T2"], id="in the second of the installation"),
        pytest.param(60, ["T2"], id="later"),
    ],
)
def test_a_workspace_that_goes_takes_its_token_alone(
    installs: Installs, engine: Engine, seconds: int, left: list[str]
) -> None:
    installs.keep(an_install("T1", at=NOON + timedelta(milliseconds=700)))

    Forgetting(engine, keys_of).leave("T1", NOON + timedelta(seconds=seconds))

    assert [one.workspace for one in installs.every()] == left


def test_a_workspace_of_before_that_never_let_the_bot_in_is_told(
    installs: Installs, engine: Engine
) -> None:
    Archive(engine, keys_of, lambda: NOON).keep_channel(Channel("T0", "C1"))

    installs.settle()

    assert Health(engine).stopped() == (Stopped("T0", "no_token"),)


def test_a_start_waits_for_a_workspace_that_lets_the_bot_in_at_this_moment(
    installs: Installs, engine: Engine
) -> None:
    begins = threading.Thread(target=installs.settle)
    with Session(writing(engine)) as session, session.begin():
        hold_installs(session)
        session.execute(text(LETS_IN))
        begins.start()
        begins.join(0.3)
        assert begins.is_alive()
        session.execute(text(WITH_TOKEN), {"sealed": Keyring(OLD).seal("T3", CANARY)})
    begins.join()

    assert Health(engine).stopped() == ()
    assert len(installs.every()) == 3


def test_an_operator_may_drop_a_token_without_any_key(installs: Installs, engine: Engine) -> None:
    assert installs.drop("T1")
    assert not installs.drop("T1")
    assert Health(engine).stopped() == (Stopped("T1", "no_token"),)


def test_a_state_is_good_once_and_for_ten_minutes(engine: Engine) -> None:
    moment = [NOON]
    begun = Begun(engine, lambda: moment[0])
    used, late = begun.issue(), begun.issue()

    assert [begun.consume(used), begun.consume(used), begun.consume("guessed")] == [
        True,
        False,
        False,
    ]
    moment[0] += timedelta(minutes=10)
    assert not begun.consume(late)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM install_states")) == 0
