"""People of the newsroom say that two names are one claimant's."""

from datetime import timedelta

from tests.stories.judging import a_reply, details, done, pair_of, put, shown, undo
from tests.stories.newsroom import COMMAND, Newsroom

CLAIMANT = "Claimant: "


def test_names_said_to_be_one_no_longer_differ(newsroom: Newsroom) -> None:
    reply = a_reply(newsroom)
    later, _ = pair_of(details(newsroom, reply))
    assert newsroom.room.command("dana", newsroom.world, COMMAND, f"edit {later}").acked
    put(newsroom, newsroom.room.view("dana"), claimant_0="Городской совет")
    assert f"{CLAIMANT}Interior Ministry, now Городской совет" in shown(
        details(newsroom, reply).blocks
    )

    answer = newsroom.ask("alias Городской совет = Interior Ministry")

    assert answer.startswith("Done: Городской совет is Interior Ministry here from now on")
    told = shown(details(newsroom, reply).blocks)
    assert f"{CLAIMANT}Interior Ministry" not in told
    assert "Городской совет" in told  # shown as it stands
    assert "Городской совет is Interior Ministry" in newsroom.ask("alias")


def test_a_name_is_taken_back_by_its_button_and_later_by_hand(newsroom: Newsroom) -> None:
    newsroom.ask("alias L. Orsk = Lena Orsk")

    assert undo(newsroom, done(newsroom)) == "Undone: L. Orsk is nobody else here."

    assert newsroom.ask("alias").startswith("Nobody has said yet")
    newsroom.ask("alias L. Orsk = Lena Orsk")
    late = done(newsroom)
    newsroom.later(timedelta(minutes=11))
    assert "/claim alias remove L. Orsk" in undo(newsroom, late)
    assert newsroom.ask("alias remove l. orsk").startswith("Done: L. Orsk is no longer Lena Orsk")
    back = newsroom.room.ephemerals("dana", newsroom.world)[-1]
    assert undo(newsroom, back) == "Undone: L. Orsk = Lena Orsk again."
    assert newsroom.ask("alias").startswith("1 alias here.")


def test_under_a_legal_hold_no_name_that_was_said_goes(newsroom: Newsroom) -> None:
    newsroom.ask("alias L. Orsk = Lena Orsk")
    newsroom.ask("settings hold on")

    for asked in ("alias remove L. Orsk", "alias L. Orsk = Lea Orsk"):
        assert "legal hold" in newsroom.ask(asked).lower()

    assert "L. Orsk is Lena Orsk" in newsroom.ask("alias")
    assert newsroom.ask("alias K. Orsk = Kai Orsk").startswith("Done")


def test_what_is_no_alias_is_told_how_to_write_it(newsroom: Newsroom) -> None:
    newsroom.ask("alias L. Orsk = Lena Orsk")

    assert "alias L. Orsk = Lena Orsk" in newsroom.ask("alias Lena")
    assert newsroom.ask("alias lena orsk = Lena Orsk") == "These are one name already."
    assert "remove that first" in newsroom.ask("alias Lena Orsk = L. Orsk")
    assert "120 characters" in newsroom.ask(f"alias {'x' * 121} = Lena Orsk")
    assert newsroom.ask("alias remove Kai") == (
        "Nobody said that of “Kai” here. /claim alias lists what people said."
    )


def test_full_names_that_are_nearly_alike_are_asked_about_and_one_press_says_yes(
    newsroom: Newsroom,
) -> None:
    newsroom.ask("add Behrud Lashkari said 19 people were killed in the flood in Velmora.")
    newsroom.ask("add Bahrood Lashkari said 21 people were killed in the flood in Velmora.")
    answer = newsroom.ask("alias")
    assert "Perhaps one and the same?" in answer

    message = newsroom.room.ephemerals("dana", newsroom.world)[-1]
    assert newsroom.room.click("dana", newsroom.world, message.ts, "offer_run").acked

    assert "is Behrud Lashkari here" in done(newsroom).text or (
        "is Bahrood Lashkari here" in done(newsroom).text
    )
    assert "Perhaps" not in newsroom.ask("alias")


def test_a_name_said_in_private_stays_there(newsroom: Newsroom) -> None:
    newsroom.room.make_private(newsroom.world)
    newsroom.ask("alias L. Orsk = Lena Orsk")

    assert newsroom.ask("alias", newsroom.lab).startswith("Nobody has said yet")
