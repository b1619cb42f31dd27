"""Who gets to see what was recorded where."""

import pytest

from tests.stories.newsroom import Newsroom


def hidden_desk(newsroom: Newsroom) -> str:
    """Return a private channel with the bot in it, where the flood was pasted."""
    desk = newsroom.room.add_channel("desk", private=True, members=["dana"])
    newsroom.room.invite_bot(desk)
    newsroom.reaction(newsroom.agree("flood", channel=desk), desk)
    return desk


def test_what_a_private_channel_has_seen_shows_nowhere_else(newsroom: Newsroom) -> None:
    hidden_desk(newsroom)

    ts = newsroom.paste("toll")

    assert newsroom.reaction(ts) == "memo"
    newsroom.settle()
    assert newsroom.replies(ts) == ()
    assert "No earlier claim here" in newsroom.ask("why")


def test_a_private_channel_is_shown_what_is_public(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    desk = newsroom.room.add_channel("desk", private=True, members=["dana"])
    newsroom.room.invite_bot(desk)

    assert "14" in newsroom.reply(newsroom.agree("toll", channel=desk), desk).text


def test_a_channel_with_outsiders_is_shown_only_what_is_its_own(newsroom: Newsroom) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    shared = newsroom.room.add_channel("shared", shared=True, members=["dana"])
    newsroom.room.invite_bot(shared)

    ts = newsroom.paste("toll", channel=shared)

    assert newsroom.reaction(ts, shared) == "memo"
    newsroom.settle()
    assert newsroom.replies(ts, shared) == ()


def test_a_command_in_a_channel_that_the_bot_cannot_see_is_shown_nothing_public(
    newsroom: Newsroom,
) -> None:
    newsroom.reaction(newsroom.paste("flood"))
    secret = newsroom.room.add_channel("secret", private=True, members=["dana"])

    assert "14" not in newsroom.ask(newsroom.news["toll"], secret)


def test_no_private_word_is_in_anything_that_leaves_for_another_channel(
    newsroom: Newsroom,
) -> None:
    desk = hidden_desk(newsroom)
    newsroom.reaction(newsroom.paste("toll"))
    newsroom.ask("why")
    newsroom.settle()

    sent = [call.arguments for call in newsroom.room.calls if call.method.startswith("chat.")]

    assert not [one for one in sent if one.get("channel") != desk and "Courier" in str(one)]


def test_logs_hold_ids_and_durations_and_no_text_link_or_token(
    newsroom: Newsroom, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    newsroom.paste("flood", "gone")
    newsroom.reply(newsroom.paste("toll"))
    newsroom.ask("add The mayor of Velmora said nothing.")
    newsroom.room.fail("chat.postMessage", error="invalid_auth")
    newsroom.paste("flood", "toll", channel=newsroom.lab)
    newsroom.settle()

    said = capfd.readouterr()
    logged = said.out + said.err + caplog.text
    assert "invalid_auth" in logged
    secret = ("Velmora", newsroom.site.origin, newsroom.room.bot_token, "mayor")
    assert [word for word in secret if word in logged] == []
