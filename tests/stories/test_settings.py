"""People set when the bot speaks, where it works and what holds for the newsroom."""

import pytest

from bot.newsroom.settings import SETTINGS
from bot.newsroom.verbs import JOINER
from tests.stories.newsroom import PATIENCE, Newsroom


def modal_of(newsroom: Newsroom, person: str = "dana", channel: str = "") -> str:
    """Open the settings by the command and return the modal's id."""
    there = channel or newsroom.world
    assert newsroom.room.command(person, there, "/claim", "settings").acked
    return newsroom.room.wait_for(lambda: newsroom.room.view(person), PATIENCE).id


def test_the_modal_shows_everything_as_it_stands_and_saves_what_was_changed(
    newsroom: Newsroom,
) -> None:
    view = modal_of(newsroom)
    blocks = {block.get("block_id") for block in newsroom.room.view("dana").blocks}
    assert {f"set_{one.name}" for one in SETTINGS} - blocks == {"set_bots"}
    lee = newsroom.room.add_person("ann")

    filled = {
        "set_replies": "off",
        "set_zone": "oslo",
        "set_days": ["mon", "sun"],
        "set_time": "17:30",
        "set_outlets": "Courier, Herald & Sons",
        "set_checkers": [lee],
        "set_channels": [newsroom.world, newsroom.lab],
        "set_quota": "20 links",
    }
    assert newsroom.room.submit("dana", view, filled).acked

    told = newsroom.whispers()[0].replace(JOINER, "")
    for words in ("replies off", "zone Europe/Oslo", "days mon, sun", "time 17:30", "quota 20"):
        assert words in told
    assert "outlets Courier, Herald" in told
    shown = str(newsroom.room.ephemerals("dana", newsroom.world)[-1].blocks)
    assert lee in shown
    assert newsroom.lab in shown


def test_what_does_not_fit_is_told_at_its_field_and_nothing_is_set(newsroom: Newsroom) -> None:
    view = modal_of(newsroom)

    wrong = {
        "set_zone": "Atlantis",
        "set_retention": "soon",
        "set_quota": "-1",
        "set_replies": "off",
    }
    refused = newsroom.room.submit("dana", view, wrong)

    assert set(refused.errors) == {"set_zone", "set_retention", "set_quota"}
    assert "no time zone of that name" in refused.errors["set_zone"]
    assert "replies differences" in newsroom.ask("settings show")


def test_of_two_people_at_one_form_neither_undoes_what_the_other_changed(
    newsroom: Newsroom,
) -> None:
    danas, lees = modal_of(newsroom), modal_of(newsroom, "lee")

    assert newsroom.room.submit("dana", danas, {"set_replies": "react"}).acked
    assert newsroom.room.submit("lee", lees, {"set_zone": "Europe/Oslo"}).acked
    newsroom.settle()  # Dana's form answers her too

    now = newsroom.ask("settings show")
    assert "replies react" in now
    assert "zone Europe/Oslo" in now


def id_of(newsroom: Newsroom, name: str) -> str:
    return next(one.id for one in newsroom.room.people if one.name == name)


WORDS = [
    pytest.param("settings replies everything", "replies everything", id="replies"),
    pytest.param("settings time 5 pm", "time 17:00", id="time"),
    pytest.param("settings days daily", "days daily", id="days"),
    pytest.param("settings zone new york", "zone America/New_York", id="zone"),
    pytest.param("settings checkers @lee", "checkers 1 chosen", id="people"),
    pytest.param("settings channels #world, #lab", "channels 2 chosen", id="channels"),
    pytest.param("settings retention 30 days", "retention 30", id="retention"),
    pytest.param("settings replies loud", "Write differences, everything", id="no such value"),
    pytest.param("settings volume 11", "There is no setting “volume”", id="no such setting"),
    pytest.param("settings replies", "Put what it shall be after it", id="no value"),
    pytest.param("settings bots nobody", "is not a bot that I know", id="no such bot"),
]


@pytest.mark.parametrize(("typed", "expected"), WORDS)
def test_settings_are_set_by_words_too(newsroom: Newsroom, typed: str, expected: str) -> None:
    assert expected in newsroom.ask(typed).replace(JOINER, "")


def test_who_changed_what_stays_on_the_channels_trail(newsroom: Newsroom) -> None:
    newsroom.ask("settings replies react")
    newsroom.ask("settings outlets The Velmora Post")

    newsroom.ask("settings show")

    shown = newsroom.room.ephemerals("dana", newsroom.world)[-1].blocks
    last = next(str(block) for block in shown if "Last changed" in str(block))
    assert "replies react" in last
    assert id_of(newsroom, "dana") in last
    assert "outlets" in last
    assert "Velmora Post" not in last  # the trail holds no words of a person


def test_the_owner_alone_sets_what_is_the_newsrooms(newsroom: Newsroom) -> None:
    newsroom.ask("settings owner @lee")

    assert "owner alone" in newsroom.ask("settings quota 3")
    modal_of(newsroom)
    blocks = {block.get("block_id") for block in newsroom.room.view("dana").blocks}
    assert "set_replies" in blocks
    assert "set_quota" not in blocks


def test_what_is_the_newsrooms_is_neither_shown_nor_set_among_outsiders(
    newsroom: Newsroom,
) -> None:
    newsroom.ask("settings outlets The Velmora Post")
    shared = newsroom.room.add_channel("shared", shared=True, members=["dana"])
    newsroom.room.invite_bot(shared)

    assert "Velmora" not in newsroom.ask("settings show", shared)
    assert "outsiders" in newsroom.ask("settings quota 3", shared)


def test_the_button_under_the_list_opens_the_modal(newsroom: Newsroom) -> None:
    newsroom.ask("settings show")
    listed = newsroom.room.ephemerals("dana", newsroom.world)[-1]

    assert newsroom.room.click("dana", newsroom.world, listed.ts, "settings_open").acked

    assert newsroom.room.view("dana").title == "Settings"


def test_a_channel_that_wants_everything_hears_of_each_article(newsroom: Newsroom) -> None:
    newsroom.ask("settings replies everything")

    reply = newsroom.reply(newsroom.paste("flood"))

    assert reply.text.startswith("Read Courier, 3 Mar 2026: ")
    assert "nothing earlier differs" in reply.text
    assert newsroom.room.click("dana", newsroom.world, reply.ts, "brief_details").acked


def test_where_replies_are_off_nothing_is_read(newsroom: Newsroom) -> None:
    newsroom.ask("settings replies off")
    ts = newsroom.paste("flood")

    newsroom.settle()
    assert newsroom.site.asked == []
    assert newsroom.room.message(newsroom.world, ts).reactions == ()


def test_where_the_bot_only_reacts_an_edit_brings_no_reply_either(newsroom: Newsroom) -> None:
    newsroom.ask("settings replies react")
    newsroom.reaction(newsroom.paste("flood"))
    ts = newsroom.paste("chess")
    newsroom.reaction(ts)

    newsroom.room.edit(newsroom.world, ts, f"and {newsroom.news['chess']} {newsroom.news['toll']}")

    newsroom.settle()
    assert newsroom.site.asked == ["/flood", "/chess", "/toll"]
    assert newsroom.replies(ts) == ()


def test_outside_its_channels_the_bot_says_whom_to_ask_and_leaves_links_alone(
    newsroom: Newsroom,
) -> None:
    newsroom.ask("settings owner @dana")
    newsroom.ask("settings channels #world", newsroom.lab)
    owner = id_of(newsroom, "dana")

    told = newsroom.ask("find flood", newsroom.lab)
    ts = newsroom.paste("flood", channel=newsroom.lab)

    newsroom.room.quiet(PATIENCE)
    assert told.startswith("I do not work in this channel")
    assert owner in told
    newsroom.ask("why")
    assert newsroom.site.asked == []
    assert newsroom.room.message(newsroom.lab, ts).reactions == ()


def test_over_the_quota_the_one_who_pasted_is_told_once_a_day(newsroom: Newsroom) -> None:
    newsroom.ask("settings quota 1")
    newsroom.reaction(newsroom.paste("flood"))

    newsroom.paste("toll")
    newsroom.paste("chess")

    assert "a day" in newsroom.whispers(2)[1]
    newsroom.settle()
    assert len(newsroom.room.ephemerals("dana", newsroom.world)) == 2
    assert newsroom.site.asked == ["/flood"]


def test_links_of_a_chosen_bot_are_read_and_of_no_other(newsroom: Newsroom) -> None:
    newsroom.room.bot_post("newswire", newsroom.world, "hello")
    newsroom.ask("settings bots newswire")

    ts = newsroom.room.bot_post("newswire", newsroom.world, f"<{newsroom.news['flood']}>")
    newsroom.room.bot_post("other", newsroom.world, f"<{newsroom.news['chess']}>")

    assert newsroom.reaction(ts) == "memo"
    newsroom.settle()
    assert newsroom.site.asked == ["/flood"]
    assert "newswire" in str(newsroom.room.ephemerals("dana", newsroom.world)[0].blocks)
