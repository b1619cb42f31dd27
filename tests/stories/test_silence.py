"""What must get no answer: forty kinds of message, and more, without a word and without a look."""

from collections.abc import Callable
from typing import Any

from bot.slackroom import events, posts
from bot.slackroom.envelopes import message_event
from bot.slackroom.seen import Message
from tests.stories.newsroom import PATIENCE, Newsroom

URL = "{flood}"

TYPED = {
    "no link at all": "good morning, all",
    "an address without a scheme": "see courier.example/flood",
    "a mail address": "write to desk@courier.example",
    "a mailto link": "<mailto:desk@courier.example|the desk>",
    "a telephone link": "<tel:+4712345678|call>",
    "another scheme": "ftp://courier.example/flood",
    "a link in inline code": f"the address is `{URL}`",
    "a link in a code block": f"```\n{URL}\n```",
    "a quoted link": f"> {URL}",
    "a link in a longer quotation": f"> somebody said\n> {URL}",
    "a link to a message": "https://newsroom.slack.com/archives/C1/p1700000000000100",
    "a link to a file in Slack": "https://newsroom.slack.com/files/U1/F1/notes.pdf",
    "a link to a canvas": "https://newsroom.slack.com/docs/T1/F1",
    "a link into Slack's client": "https://app.slack.com/client/T1/C1",
    "the command as words": "claim why",
    "a command after a space": " /claim why",
    "a claim's id": "C-7KQ2M is wrong, I think",
    "the bot's name without an @": "ontherecord is useful",
    "somebody else's name": "@lee have you seen this?",
    "a channel's name": "that belongs in #world",
    "an emoji": ":memo:",
    "figures and dates": "14 dead, 73 injured, on 3 March 2026",
    "an empty link": "https://",
    "a list without links": "- one\n- two\n- three",
    "Arabic": "صباح الخير",
    "an address of the machine in words": "localhost is down again",
}


def system(subtype: str, text: str, **rest: Any) -> Callable[[Newsroom], None]:
    """Return what has Slack say something in #world itself, as a message of that subtype."""

    def happens(newsroom: Newsroom) -> None:
        room = newsroom.room
        with room.state.lock:
            here = room.state.channel(newsroom.world)
            told = {"subtype": subtype, "user": here.members[0], "ts": room.state.new_ts()}
            words = text.replace(URL, f"<{newsroom.news['flood']}>")
            events.send(room.state, message_event(here, {**told, "text": words, **rest}), here)

    return happens


def with_attachment(newsroom: Newsroom) -> None:
    room, state = newsroom.room, newsroom.room.state
    with state.lock:
        posts.place(
            state,
            Message(
                channel=newsroom.world,
                ts=state.new_ts(),
                user=room.state.person("dana").id,
                text="as they say",
                attachments=({"id": 1, "from_url": newsroom.news["flood"], "text": "Flood"},),
            ),
        )


def edited_without_links(newsroom: Newsroom) -> None:
    ts = newsroom.room.post("dana", newsroom.world, "good morning")
    newsroom.room.edit(newsroom.world, ts, "good evening")


def deleted_without_links(newsroom: Newsroom) -> None:
    newsroom.room.delete(newsroom.world, newsroom.room.post("dana", newsroom.world, "never mind"))


def reacted(newsroom: Newsroom) -> None:
    ts = newsroom.room.post("dana", newsroom.world, "good morning")
    newsroom.room.react("lee", newsroom.world, ts, "eyes")


def thread_of_talk(newsroom: Newsroom) -> None:
    ts = newsroom.room.post("dana", newsroom.world, "anything new?")
    newsroom.room.post("lee", newsroom.world, "not yet", ts)


def preview(newsroom: Newsroom) -> None:
    ts = newsroom.room.post("dana", newsroom.world, "the Courier has it")
    newsroom.room.unfurl(newsroom.world, ts, [{"id": 1, "from_url": newsroom.news["flood"]}])


def another_bot(newsroom: Newsroom) -> None:
    newsroom.room.bot_post("newswire", newsroom.world, f"<{newsroom.news['flood']}>")


def another_bot_edits(newsroom: Newsroom) -> None:
    ts = newsroom.room.bot_post("newswire", newsroom.world, "first")
    newsroom.room.edit(newsroom.world, ts, newsroom.news["flood"])


def another_bot_deletes(newsroom: Newsroom) -> None:
    link = f"<{newsroom.news['flood']}>"
    newsroom.room.delete(newsroom.world, newsroom.room.bot_post("newswire", newsroom.world, link))


def our_own_post(newsroom: Newsroom) -> None:
    """Post with the bot's own token, as our replies are."""
    state = newsroom.room.state
    with state.lock:
        us, bot, link = state.bot.id, state.bot.bot_id, f"<{newsroom.news['flood']}>"
        posts.place(state, Message(newsroom.world, state.new_ts(), us, link, bot_id=bot))


def joined_and_left(newsroom: Newsroom) -> None:
    newsroom.room.invite(newsroom.world, newsroom.room.add_person("ann"))
    newsroom.room.leave(newsroom.world, "ann")


def elsewhere(newsroom: Newsroom) -> None:
    lobby = newsroom.room.add_channel("lobby", members=["dana"])
    newsroom.room.post("dana", lobby, newsroom.news["flood"])


HAPPENING: dict[str, Callable[[Newsroom], None]] = {
    "somebody joined": system("channel_join", "<@U1> has joined"),
    "somebody left": system("channel_leave", "<@U1> has left"),
    "a topic with a link": system("channel_topic", f"set the topic: {URL}"),
    "a purpose with a link": system("channel_purpose", f"set the purpose: {URL}"),
    "a new name": system("channel_name", "has renamed the channel"),
    "an archive": system("channel_archive", "archived the channel"),
    "a pin": system("pinned_item", f"pinned {URL}"),
    "a reminder": system("reminder_add", f"set up a reminder “{URL}”"),
    "a huddle": system("huddle_thread", "A huddle started", room={"id": "R1"}),
    "a bot added": system("bot_add", "added an integration"),
    "an app's words for one person": system("bot_message", URL, bot_id="B1"),
    "an old me-message": system("me_message", f"reads {URL}"),
    "a list item": system("list_record_comment", f"commented on {URL}"),
    "a file's comment": system("file_comment", f"commented on a file: {URL}"),
    "a canvas mention": system("document_mention", f"mentioned you in {URL}"),
    "an apps' assistant thread": system("assistant_app_thread", URL),
    "a thread's count": system("message_replied", "", hidden=True),
    "a missed call": system("sh_room_created", URL),
    "posting limited": system("channel_posting_permissions", "changed who can post"),
    "a link in an attachment alone": with_attachment,
    "an edit without links": edited_without_links,
    "a deletion without links": deleted_without_links,
    "a reaction": reacted,
    "talk in a thread": thread_of_talk,
    "a preview under words": preview,
    "another bot's link": another_bot,
    "another bot's edit": another_bot_edits,
    "another bot's deletion": another_bot_deletes,
    "our own post": our_own_post,
    "people coming and going": joined_and_left,
    "a link where the bot is not": elsewhere,
}


def said(newsroom: Newsroom) -> list[str]:
    """List what the bot has said or done in any channel but the one in which tests ask it."""
    writes = ("chat.", "reactions.", "views.", "files.")
    calls = (one for one in newsroom.room.calls if one.method.startswith(writes))
    return [one.method for one in calls if one.arguments.get("channel") != newsroom.lab]


def test_there_are_more_than_forty_kinds() -> None:
    assert len(TYPED) + len(HAPPENING) >= 40


def test_nothing_that_is_no_link_for_us_gets_a_word_or_a_look(newsroom: Newsroom) -> None:
    for text in TYPED.values():
        newsroom.room.post("dana", newsroom.world, text.replace(URL, newsroom.news["flood"]))

    newsroom.settle()
    assert newsroom.site.asked == []
    assert said(newsroom) == []
    assert newsroom.room.ephemerals("dana", newsroom.world) == ()


def test_nothing_that_only_happens_gets_a_word_or_a_look(newsroom: Newsroom) -> None:
    for kind, happens in HAPPENING.items():
        happens(newsroom)
        newsroom.room.quiet(PATIENCE)
        assert said(newsroom) == [], kind

    newsroom.settle()
    assert newsroom.site.asked == []
    assert said(newsroom) == []
    assert all(one.status == 200 for one in newsroom.room.attempts)


def test_what_was_read_is_not_answered_twice(newsroom: Newsroom) -> None:
    """Re-pastes in the thread, previews, edits of other words, broadcasts of what stands there."""
    newsroom.paste("flood")
    ts = newsroom.paste("toll")
    newsroom.reply(ts)
    newsroom.settle()
    before = said(newsroom)

    newsroom.paste("toll", thread=ts)
    newsroom.room.edit(newsroom.world, ts, f"do look: {newsroom.news['toll']}")
    newsroom.room.unfurl(newsroom.world, ts, [{"id": 1, "from_url": newsroom.news["toll"]}])
    again = system("thread_broadcast", newsroom.news["toll"], thread_ts=ts)
    again(newsroom)

    newsroom.settle()
    assert said(newsroom) == before
    assert newsroom.site.asked.count("/toll") <= 3  # each paste is looked at: it may have changed
