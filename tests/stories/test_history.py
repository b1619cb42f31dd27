"""A reporter asks how a figure went, and posts it with its picture."""

from bot.app.around import Surroundings
from bot.parsing import Finder
from bot.slackroom.seen import Message
from tests.stories.newsroom import PATIENCE, Newsroom, a_newsroom
from tests.stories.test_asking import press, seen
from tests.stories.test_commands import ID, an_id
from tests.stories.test_faults import methods

PNG = b"\x89PNG\r\n\x1a\n"


def killed(newsroom: Newsroom) -> str:
    """Return the id of the claim of the second toll, once both are on record."""
    newsroom.reaction(newsroom.paste("flood"))
    newsroom.reply(newsroom.paste("toll"))
    newsroom.ask("find killed by:ministry")
    return str(ID.findall(seen(newsroom))[0])


def posted(newsroom: Newsroom) -> list[Message]:
    """Return the histories that everybody in #world sees."""
    return [m for m in newsroom.room.messages(newsroom.world) if "oldest first" in m.text]


def test_the_table_names_each_number_its_giver_and_its_day(newsroom: Newsroom) -> None:
    answer = newsroom.ask(f"history {killed(newsroom)}")

    assert ": 2 figures, oldest first." in answer
    first, second = answer.splitlines()[1:]
    assert first.startswith("Courier, 3 Mar 2026: “At least 14”")
    assert second.startswith("Herald, 4 Mar 2026: “At least 41”")


def test_the_picture_is_posted_once_for_everybody_with_the_same_in_words(
    newsroom: Newsroom,
) -> None:
    newsroom.ask(f"history {killed(newsroom)}")

    press(newsroom, "answer_picture")

    (said,) = newsroom.room.wait_for(lambda: posted(newsroom), PATIENCE)
    assert "At least 14" in said.text
    (file,) = newsroom.room.files
    assert file.content.startswith(PNG)


def test_a_picture_whose_answer_was_lost_is_not_posted_twice(
    database_url: str, finder: Finder
) -> None:
    with a_newsroom(database_url, finder, Surroundings(sending=0.5)) as newsroom:
        newsroom.ask(f"history {killed(newsroom)}")
        newsroom.room.fail("files.completeUploadExternal", accept_then_drop=True)

        press(newsroom, "answer_picture")

        newsroom.room.wait_for(lambda: methods(newsroom, "conversations.history"), PATIENCE)
        newsroom.settle()
        assert len(posted(newsroom)) == 1


def test_a_claim_without_a_figure_has_no_history_to_tell(newsroom: Newsroom) -> None:
    newsroom.ask("add The mayor of Velmora said the bridge would stay shut.")

    answer = newsroom.ask(f"history {an_id(newsroom)}")

    assert answer.startswith("That claim has no figure")
    assert newsroom.ask("history C-99999").startswith("No claim has that id here")
