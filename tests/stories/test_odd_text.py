"""A reporter's text holds what no database keeps: NUL, half a character, hidden marks."""

from tests.stories.newsroom import Newsroom

WORDS = "The Interior Ministry said 19 people were killed in the flood in Velmora."
ODD = "\x00".join(WORDS).replace(" 19", "\u202e 19\u200b").replace("were", "\x1bwere")


def test_typed_words_are_recorded_cleanly(newsroom: Newsroom) -> None:
    assert newsroom.ask(f"add {ODD}").startswith("Read typed text")

    newsroom.ask("why")
    assert WORDS in str(newsroom.room.ephemerals("dana", newsroom.world)[-1].blocks)


def test_a_message_with_half_a_character_is_read_like_any_other(newsroom: Newsroom) -> None:
    link = newsroom.news["flood"]

    ts = newsroom.room.post("dana", newsroom.world, f"look \ud83d\x00: {link}")

    assert newsroom.reaction(ts) == "memo"
    assert newsroom.ask("why").startswith("Read Courier")
